"""What an outcome may change, as a card showed it and as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogs.clashing import remembered, seal, unmoved
from dialogs.measures.reading import Reading, own_words, shown_on
from dialogs.meeting.parts import given
from dialogs.turn import Said
from plan.dossier import Dossier
from plan.records import ActionItem, DiscussionPoint, Measure, Record, Theme

MOST = 4
"""Measures on one card; others can be added one by one."""


def measures_of(dossier: Dossier, point: DiscussionPoint, more: str = "") -> tuple[Measure, ...]:
    """The measures that stand on the card: those of the point, and those that were added."""
    keys = (*point.subjects[:MOST], *(key for key in more.split(",") if key))
    found = (dossier.get(Measure, key) for key in dict.fromkeys(keys))
    return tuple(measure for measure in found if measure)


def sealed(dossier: Dossier, point: DiscussionPoint, more: str) -> str:
    """What a card remembers of everything it may change."""
    measures = (f"{one.key}={seal(one)}" for one in measures_of(dossier, point, more))
    fields = (f"{one.key}={seal(value)}" for one, _, value in _fields(dossier, point))
    return ",".join((*measures, *fields))


def trimmed(dossier: Dossier, said: Said, point: DiscussionPoint) -> Said:
    """Without a reason or a weight that nobody touched: that stays what it is now."""
    left = {
        id_
        for one, id_, _ in _fields(dossier, point)
        if f"{one.key}={seal(given(said, id_))}" in remembered(said)
    }
    return replace(said, inputs={k: v for k, v in said.inputs.items() if k not in left})


def readings(
    dossier: Dossier, said: Said, point: DiscussionPoint, more: str
) -> tuple[Reading, ...]:
    return tuple(
        Reading(dossier, said, measure, shown_on(dossier, said, measure))
        for measure in measures_of(dossier, point, more)
    )


def overtaken(
    dossier: Dossier, said: Said, point: DiscussionPoint, more: str
) -> tuple[Record, ...]:
    """What is changed here and was changed by somebody else since the card came."""
    found: list[Record] = [
        one.measure for one in readings(dossier, said, point, more) if twice(said, one)
    ]
    for one, id_, now in _fields(dossier, point):
        typed = given(said, id_, now)
        if typed != now and f"{one.key}={seal(now)}" not in remembered(said):
            found.append(one)
    return tuple(found)


def twice(said: Said, reading: Reading) -> bool:
    """Whether both changed the same; where it is not known what the other changed, they may."""
    if unmoved(said, reading.measure) or not reading.touched:
        return False
    return reading.shown == reading.measure or reading.clashes()


def renewed(dossier: Dossier, said: Said, point: DiscussionPoint, more: str) -> Said:
    """What was filled in, for the card again: all that nobody touched is as it is now."""
    return own_words(dossier, said, measures_of(dossier, point, more))


def _fields(
    dossier: Dossier, point: DiscussionPoint
) -> Iterator[tuple[ActionItem | Theme, str, str]]:
    """The inputs for an item or a theme, with what is there now."""
    for key in point.subjects:
        item, theme = dossier.get(ActionItem, key), dossier.get(Theme, key)
        if item:
            yield item, f"gap/{key}", item.gap_reason or ""
        if theme:
            yield theme, f"category/{key}", dossier.category(key)
