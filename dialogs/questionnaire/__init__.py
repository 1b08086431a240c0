"""Questioning a partner: a card per part, or one question at a time, with one state."""
