"""The wire: the only room with a clock, a network and an SDK."""
