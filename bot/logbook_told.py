"""The lines of a logbook as people read them: who it was stands there while that is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from plan.logbook import OBJECTS, code, name_of, number_of
from plan.records import Alias, Entry, Person, Record

FIELDS: Final = (
    *("plan", "nummer", "tijdstempel", "actor", "naam", "actie", "object", "waarover"),
    *("resultaat", "oorsprong", "hash"),
)
_OBJECT: Final = re.compile(r"\w+:([0-9a-f]+)(?:\+\d+)?")
ORIGINS: Final = {
    "card": "kaart",
    "chat": "chat",
    "channel": "kanaal",
    "assistant": "de assistent zelf",
    "command": "opdrachtregel",
    "process": "proces",
}


@dataclass(frozen=True)
class Told:
    """A line, who it was by name and what it was about by key, as far as those are still kept."""

    plan: str
    entry: Entry
    name: str
    about: str

    @property
    def at(self) -> datetime:
        return self.entry.at.astimezone(UTC)

    def fields(self) -> dict[str, object]:
        entry = self.entry
        values = (
            *(self.plan, number_of(entry), self.at.isoformat(), entry.actor, self.name),
            *(entry.action, entry.object, self.about, entry.result),
            *(ORIGINS.get(entry.origin, entry.origin), entry.hash),
        )
        return dict(zip(FIELDS, values, strict=True))


def told(plan: str, records: Iterable[Record]) -> Iterator[Told]:
    """The logbook among the records of one part."""
    found = list(records)
    aliases = {record.key: record for record in found if isinstance(record, Alias)}
    names = _names(found, aliases)
    keys = _keys(found, aliases)
    for entry in found:
        if isinstance(entry, Entry):
            known = (keys.get(one) for one in _OBJECT.findall(entry.object))
            yield Told(plan, entry, names.get(entry.actor, ""), " ".join(filter(None, known)))


def _names(records: Iterable[Record], aliases: dict[str, Alias]) -> dict[str, str]:
    people = {person.key: person.name for person in records if isinstance(person, Person)}
    return {name_of(alias): people.get(key) or key for key, alias in aliases.items()}


def _keys(records: Iterable[Record], aliases: dict[str, Alias]) -> dict[str, str]:
    if OBJECTS not in aliases:
        return {}
    secret = aliases[OBJECTS].salt
    return {
        code(record, aliases, secret): f"{type(record).__name__}:{record.key}"
        for record in records
        if not isinstance(record, Entry | Alias)
    }
