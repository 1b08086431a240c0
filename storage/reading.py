"""The records in contents, and what in them cannot be read or is of a newer program."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from plan.records import RECORDS, Entry, Record
from storage.codec import Contents, decode, encode

_KINDS = {kind.__name__: kind for kind in RECORDS}


SEALED = frozenset({Entry})
"""Of these also what means the same in another form has been changed."""


@dataclass(kw_only=True)
class Read:
    """What was made of the contents of one part."""

    records: list[Record] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    """A sentence for each document that is not as it should be."""
    unknown: list[str] = field(default_factory=list)
    """A sentence for each class and field that this program does not know."""
    documents: int = 0


def read(contents: Contents) -> Read:
    """Every document, decoded once."""
    found = Read()
    for name, bodies in contents.items():
        found.documents += len(bodies)
        kind = _KINDS.get(name)
        if kind is None:
            found.unknown += [f"{len(bodies)} × {name}: van een nieuwere versie"] if bodies else []
            continue
        fields = set(kind.__struct_fields__)
        strange: set[str] = set()
        for key, body in bodies.items():
            try:
                record = decode(kind, body)
            except msgspec.ValidationError as error:
                found.damaged.append(f"{name} {key!r} is niet te lezen: {error}")
                continue
            strange |= body.keys() - fields
            if kind in SEALED and encode(record) != body:
                found.damaged.append(f"{name} {key!r} is anders geschreven dan hij is bewaard")
            if record.key != key:
                found.damaged.append(f"{name} {key!r} noemt zichzelf {record.key!r}")
            found.records.append(record)
        found.unknown += [f"{name}.{each}: van een nieuwere versie" for each in sorted(strange)]
    return found
