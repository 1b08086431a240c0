"""The logbook: what happened to a plan, line after line, each sealed by the one before it."""

from __future__ import annotations

from datetime import datetime

from plan.records.base import Record


class Entry(Record, frozen=True, kw_only=True):
    """One line (the six fields of BIO2 8.15.01). Key: its number, with zeros before it.

    It holds nothing that somebody said, and no name: `plan.logbook` makes and checks it.
    """

    at: datetime
    actor: str
    """The pseudonym of who did it; "" for the assistant itself."""
    action: str
    object: str = ""
    """Kinds of what was kept or dropped, each with a code and how many more there were."""
    result: str = "done"
    origin: str
    """`card`, `chat`, `channel`, `assistant` or `command`."""
    hash: str
    """SHA-256 over the hash of the line before it and over this line."""


class Alias(Record, frozen=True, kw_only=True):
    """What the name of a person in the logbook is made with; gone when the person is erased.

    Key: the person; in the shared part tenant/object id; `*` for the codes of objects.
    """

    salt: str
    """Chance: without it nobody finds the person by the name, or the name by the person."""
