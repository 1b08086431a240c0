"""Who has which role in a plan, and giving or taking one (domain 2.7)."""
