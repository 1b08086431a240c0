"""What goes wrong on the way out, on purpose: a faulty connector, and time that costs nothing."""
