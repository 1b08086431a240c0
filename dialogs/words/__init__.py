"""The words that always work, as lists: who says them, what they do."""
