"""Which words of a plan are looked at for personal data, and what they are named by.

The finding and the document both go by this, so that what is found is what is held back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from plan.dossier import Dossier
from plan.records import (
    RECORDS,
    Address,
    Alias,
    Answer,
    Card,
    Desk,
    Entry,
    Errand,
    Event,
    IvpTheme,
    Message,
    Offered,
    Organisation,
    Person,
    Plan,
    Record,
    Sharing,
    Wish,
)
from plan.records import Table as OnTheTable

Suspects = Callable[[str], tuple[object, ...]]

_NOT_PRINTED = (
    Address,
    Alias,
    Card,
    Desk,
    Entry,
    Errand,
    Event,
    Message,
    Offered,
    OnTheTable,
    Sharing,
    Wish,
)
_FOR_WORK = (Organisation, Person)
"""Names and work addresses of contacts are meant to be in the plan."""
READ = tuple(kind for kind in RECORDS if kind not in (*_NOT_PRINTED, *_FOR_WORK))
"""The classes of records whose words count."""

_REFERENCES = frozenset(
    [
        "key",
        "id",
        "answer",
        "asked_by",
        "becomes",
        "begun_by",
        "by",
        "columns",
        "coordinator",
        "cross_links",
        "depends_on",
        "invited",
        "item",
        "item_owner",
        "ivp_line",
        "on_behalf_of",
        "org",
        "owner",
        "person",
        "point",
        "portfolio_holder",
        "previous",
        "principles",
        "round",
        "shared_from",
        "step",
        "subject",
        "subjects",
        "theme",
        "to",
        "together_with",
        "who",
    ]
)
"""The fields that point to a record, a question or a step; none of them holds words."""
_PUBLIC = frozenset(("place",))
"""Where a session is held is no home."""


def name_of(record: Record) -> str:
    """What a finding calls a record: `ORG/question`, `plan`, else its key."""
    if isinstance(record, Answer):
        return f"{record.org}/{record.question}"
    return "plan" if isinstance(record, Plan) else record.key


@lru_cache
def worded(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a record, or of a part of one, with words in them."""
    aside = _REFERENCES | _PUBLIC
    return tuple(name for name in kind.__struct_fields__ if name not in aside)


def words(value: Any) -> Iterator[str]:
    """Every text in a record, its parts included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words(part)
    elif isinstance(value, dict):
        yield from words(tuple(value.values()))
    elif isinstance(value, msgspec.Struct):
        yield from words(tuple(getattr(value, name) for name in worded(type(value))))


def without_codes(dossier: Dossier, suspects: Suspects) -> Callable[[str], str]:
    """Takes the codes of the plan out of a text, of those that look like something else."""
    keys = {code for kind in READ for record in dossier.all(kind) for code in _codes(record)}
    codes = sorted((key for key in keys if suspects(key)), key=len, reverse=True)
    if not codes:
        return str
    found = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, codes))})(?![\w-])")
    return lambda text: found.sub(" ", text)


def _codes(record: Record) -> Iterator[str]:
    yield record.key
    if isinstance(record, Plan):
        yield from (principle.id for principle in record.ivp.guiding_principles)
    if isinstance(record, IvpTheme):
        yield from (line.id for line in record.main_lines)
