"""A part of the records of a plan, and the same part again after a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count, islice

from plan.records import Record

Kept = dict[type[Record], dict[str, Record]]
Show = Callable[[Record], Record | None] | None
Shows = Mapping[type[Record], Show]
"""Per class what is shown of a record; None shows all as they are."""
LONGEST = 50
"""Changes that are remembered one by one; after more of them a class is looked through anew."""
_serials = count(1)


@dataclass(frozen=True)
class Trail:
    """The records of one class as they came to be: by which changes, from which serial on."""

    serial: int = 0
    steps: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def after(
        self, before: Mapping[str, Record], keep: Iterable[str], drop: Iterable[str]
    ) -> Trail:
        """A step on; with a drop the order changes, and there is no way from what was."""
        serial, keys = next(_serials), tuple(dict.fromkeys(keep))
        if any(key in before for key in drop):
            return Trail(serial)
        return Trail(serial, (*self.steps[-LONGEST:], (self.serial, keys)))

    def since(self, serial: int) -> tuple[str, ...] | None:
        """The keys that were touched since; None when that is not known."""
        if serial == self.serial:
            return ()
        found: list[tuple[str, ...]] = []
        for at, keys in reversed(self.steps):
            found.append(keys)
            if at == serial:
                return tuple(dict.fromkeys(key for some in reversed(found) for key in some))
        return None


Trails = dict[type[Record], Trail]
START = Trail()


def part_of(
    every: Kept, trails: Trails, shows: Shows, before: Trails, last: Kept
) -> tuple[Kept, set[type[Record]]]:
    """What is shown, and the classes of which that is not what it was.

    `last` was shown when the trails were `before`: only what was touched since is looked at.
    """
    made: Kept = {}
    changed: set[type[Record]] = set()
    for kind, show in shows.items():
        known, now = last.get(kind), every.get(kind)
        part = now
        if now is not None and show is not None:
            if known is None:
                part = _all(now, show)
            elif (trail := trails.get(kind, START)) is not (then := before.get(kind, START)):
                part = _again(now, show, known, trail.since(then.serial))
            else:
                part = known
        if part is not None:
            made[kind] = part
        if part is not known:
            changed.add(kind)
    return made, changed


def _all(
    records: Mapping[str, Record], show: Callable[[Record], Record | None]
) -> dict[str, Record]:
    return {key: one for key, record in records.items() if (one := show(record)) is not None}


def _again(
    records: dict[str, Record],
    show: Callable[[Record], Record | None],
    known: dict[str, Record],
    touched: tuple[str, ...] | None,
) -> dict[str, Record]:
    """The same dict when nothing in it changed; one that comes into sight has its own place."""
    if touched is None:
        return _all(records, show)
    fresh = {key: show(records[key]) for key in touched if key in records}
    new = {key for key, one in fresh.items() if one is not None and key not in known}
    last = [*islice(reversed(records), len(fresh))][::-1]
    if not new <= set(last):
        return _all(records, show)
    if not new and known.keys().isdisjoint(fresh):
        return known
    part = dict(known)
    for key in (*(key for key in fresh if key not in new), *(key for key in last if key in new)):
        one = fresh[key]
        if one is None:
            part.pop(key, None)
        else:
            part[key] = one
    return part
