"""Verwerking: every remark gets an answer, and taking one over changes the draft at once."""
