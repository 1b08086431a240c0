"""Chance that comes from the seed, so that a rehearsal can be played again."""

from __future__ import annotations

from random import Random


def chance(*of: object) -> Random:
    """The chances of one thing, the same each time: seed, and what for."""
    return Random("/".join(map(str, of)))  # noqa: S311 - nobody has to be unable to guess it
