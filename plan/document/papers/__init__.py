"""The short papers that go with the plan to those who decide on it, or hear of it."""
