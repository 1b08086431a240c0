"""The plan as it was adopted: its records kept word for word, and read back to print from."""

from __future__ import annotations

import json
from datetime import datetime

import msgspec

from plan.dossier import Dossier
from plan.records import (
    RECORDS,
    Address,
    Card,
    Change,
    Desk,
    Edition,
    Event,
    Handover,
    Message,
    Plan,
    Record,
    Seating,
    Table,
    Team,
    Wish,
)

LEFT_OUT: tuple[type[Record], ...] = (
    *(Address, Card, Change, Desk, Edition, Event, Handover),
    *(Message, Seating, Table, Team, Wish),
)
"""What is between people and the assistant, or grows on: no part of what was adopted."""
ADOPTED = "1.0"
CONCEPT = "concept"
_KINDS = {kind.__name__: kind for kind in RECORDS}


def edition(dossier: Dossier, *, by: str, at: datetime, why: str | None = None) -> Edition:
    """The plan of this dossier as an edition under its version."""
    return Edition(key=dossier.plan.version, at=at, by=by, why=why, content=written(dossier))


def written(dossier: Dossier) -> str:
    """Canonical JSON: the same records give the same text."""
    found: dict[str, list[object]] = {}
    kept = (record for record in dossier.records() if not isinstance(record, LEFT_OUT))
    for record in sorted(kept, key=lambda r: (type(r).__name__, r.key)):
        found.setdefault(type(record).__name__, []).append(msgspec.to_builtins(record))
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(edition: Edition) -> Dossier:
    """The plan as it was. Raises ValueError for a content that is none of ours."""
    try:
        found = json.loads(edition.content)
        return Dossier(
            msgspec.convert(fields, _KINDS[name])
            for name, records in found.items()
            for fields in records
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"edition {edition.key} cannot be read") from error


def latest(dossier: Dossier) -> Edition | None:
    """The edition that holds now."""
    return max(dossier.all(Edition), key=lambda one: (one.at, one.key), default=None)


def as_adopted(dossier: Dossier) -> Dossier | None:
    """The adopted plan, also while the plan itself goes on; None when there is none."""
    found = latest(dossier)
    return read(found) if found else None


def next_version(plan: Plan) -> str:
    """What the plan is called once it is adopted: 1.0, and after reopening 1.1 and so on."""
    number, _, _ = plan.version.partition(" ")
    major = number.partition(".")[0]
    return number if major.isdecimal() and int(major) > 0 else ADOPTED


def is_concept(plan: Plan) -> bool:
    return CONCEPT in plan.version
