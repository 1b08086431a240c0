"""Looking for records among the documents of a part."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from plan.records import Record
from storage.codec import decode, kinds, matching
from storage.errors import DamagedError
from storage.keyed import KeyedDB

R = TypeVar("R", bound=Record)


def found(where: Path, db: KeyedDB, kind: type[R], equals: dict[str, str]) -> list[R]:
    """What `Part.find` gives. `where` the documents are, for who reads that one is damaged."""
    matches = matching(kind, equals)
    try:
        return [
            decode(each, body)
            for each in kinds(kind)
            for body in db.find(each.__name__, matches, equals.get("key"))
        ]
    except msgspec.ValidationError as error:
        raise DamagedError(
            f"In {where} staat een {kind.__name__} die niet klopt: {error}."
        ) from error
