"""A store in PostgreSQL: the same promises as a directory, for several processes at once."""
