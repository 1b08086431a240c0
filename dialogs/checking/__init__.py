"""The bilateral check: a partner goes over its own parts of the draft (domain 2.3, J3 and J4)."""
