"""What a measure says, filled in on a card and read from it: the same on every card."""
