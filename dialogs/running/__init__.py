"""The running plan: progress rounds, amendments, the year after, and its end."""
