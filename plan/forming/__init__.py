"""Choosing the form of a plan, and looking whether the plan keeps to it (domain 2.3, J1)."""
