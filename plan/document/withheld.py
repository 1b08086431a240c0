"""Texts in which personal data is suspected are not printed: a gap stands in their place.

Source of the rule: decision 4 (the gate holds back what *contains* the suspect text).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import msgspec

from plan.blocks import Block, Box, Bullets, Cell, Gap, Group, Heading, Paragraph, Row, Table
from plan.dossier import Dossier
from plan.records import (
    RECORDS,
    Address,
    Card,
    Desk,
    Event,
    Message,
    Organisation,
    Person,
    Record,
    Wish,
)
from plan.records import Table as OnTheTable
from plan.text import Language, Text

Suspects = Callable[[str], tuple[object, ...]]

WITHHELD = Text(
    nl="Achtergehouden: hier lijken persoonsgegevens te staan",
    en="Held back: this looks like personal data",
)
_NOT_PRINTED = (Address, Card, Desk, Event, Message, OnTheTable, Wish)
_FOR_WORK = (Organisation, Person)
"""Names and work addresses of contacts are meant to be in the plan."""
_READ = tuple(kind for kind in RECORDS if kind not in (*_NOT_PRINTED, *_FOR_WORK))


def without_personal_data(dossier: Dossier, language: Language, suspects: Suspects) -> Dossier:
    """The dossier with every suspect text replaced by a sentence that says so."""
    instead = WITHHELD.within(language)

    def clean(text: str) -> str:
        return instead if suspects(text) else text

    changed: list[Record] = []
    for kind in _READ:
        for record in dossier.all(kind):
            cleaned = _cleaned(record, clean)
            if cleaned is not record:
                changed.append(cleaned)
    return dossier.plus(changed) if changed else dossier


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """The same value when nothing in it was suspect, so that little is copied."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        parts = tuple(_cleaned(part, clean) for part in value)
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else parts
    if isinstance(value, dict):
        return {key: _cleaned(part, clean) for key, part in value.items()}
    if isinstance(value, msgspec.Struct):
        return _cleaned_fields(value, clean)
    return value


def _cleaned_fields(value: msgspec.Struct, clean: Callable[[str], str]) -> msgspec.Struct:
    changes = {}
    for name in _fields(type(value)):
        old = getattr(value, name)
        new = _cleaned(old, clean)
        if new is not old and new != old:
            changes[name] = new
    return msgspec.structs.replace(value, **changes) if changes else value


@lru_cache
def _fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields with words in them; a key points to something and is never printed alone."""
    return tuple(name for name in kind.__struct_fields__ if name != "key")


def shown(blocks: Iterable[Block], language: Language) -> Iterator[Block]:
    """The same blocks with every held-back text as a gap, where it was a text of its own."""
    held = WITHHELD.within(language)
    for block in blocks:
        yield _shown(block, held)


def _shown(block: Block, held: str) -> Block:
    match block:
        case Paragraph(text=text) | Box(text=text) if held in text:
            return Gap(text=held)
        case Bullets(lines=lines) if any(held in line for line in lines):
            return replace(block, lines=tuple(held if held in line else line for line in lines))
        case Heading(text=text) if held in text:
            return replace(block, text=f"[{text}]")
        case Table(rows=rows):
            return replace(block, rows=tuple(_row(row, held) for row in rows))
        case _:
            return block


def _row(row: Row, held: str) -> Row:
    return row if isinstance(row, Group) else tuple(_cell(cell, held) for cell in row)


def _cell(cell: Cell, held: str) -> Cell:
    return Gap(text=held) if isinstance(cell, str) and held in cell else cell
