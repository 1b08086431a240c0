"""The commands of `python -m bot`, one module per group of them."""
