"""One request to a partner for several municipalities, and an answer in each plan."""
