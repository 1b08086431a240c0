"""The proof that the store loses nothing: many faults, each with a detector seen to fail."""
