"""A part of the records of a plan, and the same part again after a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plan.records import Record

Kept = dict[type[Record], dict[str, Record]]
Shows = Mapping[type[Record], Callable[[Record], Record | None] | None]
"""Per class what is shown of a record; None shows all as they are."""


def part_of(every: Kept, shows: Shows, before: Kept, last: Kept) -> tuple[Kept, set[type[Record]]]:
    """What is shown, and the classes of which that is not what it was.

    `last` was shown of `before`: classes that were not touched since are not looked at again.
    """
    made: Kept = {}
    changed: set[type[Record]] = set()
    for kind, show in shows.items():
        known, now = last.get(kind), every.get(kind)
        part = known if now is before.get(kind) else _shown(now, show)
        if _same(part, known):
            part = known
        else:
            changed.add(kind)
        if part is not None:
            made[kind] = part
    return made, changed


def _same(one: dict[str, Record] | None, other: dict[str, Record] | None) -> bool:
    """The same records, in the same order."""
    return one is other or (one == other and list(one or ()) == list(other or ()))


def _shown(
    records: dict[str, Record] | None, show: Callable[[Record], Record | None] | None
) -> dict[str, Record] | None:
    if records is None or show is None:
        return records
    return {key: one for key, record in records.items() if (one := show(record)) is not None}
