"""Our words and lists: literals only."""
