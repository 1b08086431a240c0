"""A plan as bytes: a document of some kind, or all its records as JSON."""

from __future__ import annotations

import json
from datetime import datetime

import msgspec

from bot.papers import printed
from plan.dossier import Dossier
from plan.printers import PRINTERS
from plan.records import Address, Card, Desk
from plan.text import Language

EXPORTS = (*PRINTERS, "json")
NOT_OF_THE_PLAN = (Card, Address, Desk)


def exported(dossier: Dossier, kind: str, part: str, language: Language, now: datetime) -> bytes:
    """The bytes of a file. Raises LookupError when there is no such part."""
    if kind != "json":
        return printed(dossier, part, kind, language, now)[1]
    return (json.dumps(records(dossier), ensure_ascii=False, indent=2) + "\n").encode()


def records(dossier: Dossier) -> dict[str, list[object]]:
    """Every record of the plan by its class, in the order of their keys."""
    found: dict[str, list[object]] = {}
    for record in sorted(dossier.records(), key=lambda r: (type(r).__name__, r.key)):
        if not isinstance(record, NOT_OF_THE_PLAN):
            found.setdefault(type(record).__name__, []).append(msgspec.to_builtins(record))
    return found
