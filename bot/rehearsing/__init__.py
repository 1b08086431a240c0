"""Whole years with simulated people, over the real message endpoint on a moved clock."""
