"""How long the text of a theme is, beside what the format asks."""

from __future__ import annotations

from plan.records import Plan, Theme

MUCH_LONGER = 1.5
"""From this part of the words asked on, a text is much longer."""


def words_in(theme: Theme) -> int:
    return len((theme.narrative or "").split())


def too_long(plan: Plan, theme: Theme) -> bool:
    """Whether the text of a theme is much longer than the format asks."""
    return words_in(theme) > plan.format.narrative_words * MUCH_LONGER
