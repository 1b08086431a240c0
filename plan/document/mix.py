"""The mix of measures of a theme as a picture: the chain x target grid."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import (
    Block,
    Grid,
    Heading,
)
from plan.document.draft import Draft
from plan.records import Theme


def mix(draft: Draft, theme: Theme, level: int) -> Iterator[Block]:
    """The chain x target grid of a theme, with counts and never a total (domain 6)."""
    counts: dict[tuple[str | None, str | None], int] = {}
    for measure in draft.dossier.measures_of(theme.key):
        if measure.decision != "stop":
            where = (measure.chain_phase, measure.target)
            counts[where] = counts.get(where, 0) + 1
    if counts:
        yield Heading(text=draft.say("De mix van maatregelen", "The mix of measures"), level=level)
        yield Grid(
            caption=draft.say(
                f"Waar de maatregelen op gericht zijn: {theme.title}",
                f"What the measures aim at: {theme.title}",
            ),
            corner=draft.say("Schakel in de keten", "Link in the chain"),
            columns=tuple(name.within(draft.language) for name in labels.TARGETS.values()),
            rows=tuple(
                (
                    name.within(draft.language),
                    tuple(counts.get((phase, target), 0) for target in labels.TARGETS),
                )
                for phase, name in labels.CHAIN_PHASES.items()
            ),
        )
