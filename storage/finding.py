"""Looking for records among the documents of a part."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from plan.records import Record
from storage.codec import decode, kinds, matching
from storage.errors import DamagedError
from storage.journal import Commit
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


def to_be_found(
    db: KeyedDB, coming: Iterable[Commit], kind: type[Record], equals: dict[str, str]
) -> dict[str, list[str]]:
    """By class the keys of what is found once everything that is on its way has landed."""
    matches, commits = matching(kind, equals), tuple(coming)
    keys: dict[str, list[str]] = {}
    for name in (each.__name__ for each in kinds(kind)):
        left = {body["key"]: None for body in db.find(name, matches, equals.get("key"))}
        for commit in commits:
            for key, body in commit.put.get(name, {}).items():
                left.pop(key, None)
                if matches(body):
                    left[key] = None
            for key in commit.drop.get(name, ()):
                left.pop(key, None)
        if left:
            keys[name] = list(left)
    return keys
