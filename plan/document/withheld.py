"""Texts in which personal data is suspected are not printed: a gap stands in their place.

Source of the rule: decision 4 (the gate holds back what *contains* the suspect text). A key of
the plan is no personal data, and neither is a text of which the finding was explained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import msgspec

from plan.blocks import Block, Box, Bullets, Cell, Gap, Group, Heading, Paragraph, Row, Table
from plan.dossier import Dossier
from plan.personal.words import READ, Suspects, name_of, without_codes, worded
from plan.records import Dismissal, Record
from plan.text import Language, Text

WITHHELD = Text(
    nl="Achtergehouden: hier lijken persoonsgegevens te staan",
    en="Held back: this looks like personal data",
)
_CHECK = "C26"
"""The check that finds personal data; a Dismissal of it vouches for a record."""


def without_personal_data(dossier: Dossier, language: Language, suspects: Suspects) -> Dossier:
    """The dossier with every suspect text replaced by a sentence that says so."""
    read = [record for kind in READ for record in dossier.all(kind)]
    cleaned = held_back(dossier, read, language, suspects)
    changed = [new for new, old in zip(cleaned, read, strict=True) if new is not old]
    return dossier.plus(changed) if changed else dossier


def held_back(
    dossier: Dossier, records: Iterable[Record], language: Language, suspects: Suspects
) -> tuple[Record, ...]:
    """These records of the dossier, in the same order, with suspect texts held back."""
    instead = WITHHELD.within(language)
    coded = without_codes(dossier, suspects)
    vouched = {d.subject for d in dossier.all(Dismissal) if d.check == _CHECK}

    def clean(text: str) -> str:
        return instead if suspects(coded(text)) else text

    return tuple(
        record if name_of(record) in vouched else _cleaned(record, clean) for record in records
    )


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
    for name in worded(type(value)):
        old = getattr(value, name)
        new = _cleaned(old, clean)
        if new is not old and new != old:
            changes[name] = new
    return msgspec.structs.replace(value, **changes) if changes else value


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
