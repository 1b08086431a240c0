"""Changes to what a plan says: each is kept with what it was before, and can be undone."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from plan.dossier import Dossier
from plan.once import once
from plan.records import (
    ActionItem,
    Change,
    DiscussionPoint,
    IvpTheme,
    Measure,
    Plan,
    Proposal,
    Record,
    Theme,
    altered,
)

R = TypeVar("R", bound=Record)
CHANGEABLE: dict[str, type[Record]] = {
    kind.__name__: kind
    for kind in (Plan, IvpTheme, Theme, ActionItem, Measure, Proposal, DiscussionPoint)
}


def change(
    before: Record | None, after: Record | None, *, because: str, by: str, at: datetime
) -> Change:
    """What to keep about a record that becomes another; None for what is not there.

    Raises ValueError when nothing changes, or for another class than those of `CHANGEABLE`.
    """
    record = after or before
    if record is None or type(record).__name__ not in CHANGEABLE or before == after:
        raise ValueError("nothing that can be changed")
    was, became = _fields(before), _fields(after)
    same = {name for name in record.__struct_fields__ if _same(name, before, after)}
    kind = type(record).__name__
    return Change(
        key=f"{at.isoformat()}/{kind}/{record.key}",
        kind=kind,
        subject=record.key,
        was=_written(was, same) if before else "",
        became=_written(became, same) if after else "",
        because=because,
        by=by,
        at=at,
    )


def _same(name: str, before: Record | None, after: Record | None) -> bool:
    """Whether a field is equal; a default that was set again is written, but says no more."""
    return bool(before and after) and getattr(before, name) == getattr(after, name)


def taken_back(dossier: Dossier, made: Change) -> tuple[Record | None, Record | None]:
    """The record as it is now, and as it would be with this change undone.

    Raises ValueError when the same fields were changed again since: then there is no way back
    that loses nothing.
    """
    kind = CHANGEABLE[made.kind]
    now = dossier.get(kind, made.subject)
    was, became = _read(made.was), _read(made.became)
    fields = _fields(now)
    if any(fields.get(name) != became.get(name) for name in {**was, **became}):
        raise ValueError("changed since")
    back = _back(fields, made)
    return now, msgspec.convert(back, kind) if back else None


def undone(made: Change, *, by: str, at: datetime) -> Change:
    return altered(made, undone_at=at, undone_by=by)


def changes_of(dossier: Dossier, subject: str) -> tuple[Change, ...]:
    """What was changed about one subject and stands, oldest first."""
    return tuple(c for c in standing(dossier) if c.subject == subject)


def changes_since(dossier: Dossier, moment: datetime) -> tuple[Change, ...]:
    """What was changed after a moment and stands, oldest first."""
    return tuple(c for c in standing(dossier) if c.at > moment)


@once(Change)
def standing(dossier: Dossier) -> tuple[Change, ...]:
    """The changes that were not undone, oldest first."""
    made = (c for c in dossier.all(Change) if c.undone_at is None)
    return tuple(sorted(made, key=lambda c: (c.at, c.key)))


def altered_fields(made: Change) -> dict[str, tuple[Any, Any]]:
    """The fields that a change touched: what they were and became, None for nothing."""
    was, became = _read(made.was), _read(made.became)
    return {name: (was.get(name), became.get(name)) for name in {**was, **became}}


def as_it_was(dossier: Dossier, kind: type[R], key: str, moment: datetime) -> R | None:
    """A record as it was at a moment, from what is now and what was changed since."""
    now = dossier.get(kind, key)
    fields = _fields(now)
    for made in reversed(changes_since(dossier, moment)):
        if (made.kind, made.subject) == (kind.__name__, key):
            fields = _back(fields, made)
    return msgspec.convert(fields, kind) if fields else None


def _fields(record: Record | None) -> dict[str, Any]:
    """As they are written, lists for tuples: what is compared with was read back too."""
    return _read(msgspec.json.encode(record).decode()) if record else {}


def _back(fields: dict[str, Any], made: Change) -> dict[str, Any]:
    """These fields with a change taken back; none where there was nothing before it."""
    if not made.was:
        return {}
    became = _read(made.became)
    return {n: v for n, v in fields.items() if n not in became} | _read(made.was)


def _written(fields: dict[str, Any], without: set[str]) -> str:
    left = {name: value for name, value in fields.items() if name not in without}
    return json.dumps(left, ensure_ascii=False, sort_keys=True)


def _read(written: str) -> dict[str, Any]:
    return dict(json.loads(written)) if written else {}
