"""Changes that are committed together: which of them hold, and what becomes of the documents."""

from __future__ import annotations

from asyncio import Future
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from storage.errors import OvertakenError
from storage.postgres.text import read

# So many documents may come new in one commit before their places run into the next one's.
_PLACES = 1 << 20


class Doc(NamedTuple):
    """Which document, as the database names it."""

    part: str
    kind: str
    key: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """What one put asks for, and who waits to hear of it."""

    part: str
    kept: dict[Doc, bytes]
    dropped: dict[Doc, None]
    seen: int | None
    done: Future[int]

    def touched(self) -> Iterable[Doc]:
        yield from self.kept
        yield from (doc for doc in self.dropped if doc not in self.kept)


class Standing(NamedTuple):
    """Where a part is: its last commit, and the last one whose drops are forgotten."""

    number: int
    forgotten: int


class KeptRow(msgspec.Struct):
    part: str
    kind: str
    key: str
    number: int
    place: int
    body: msgspec.Raw


class DroppedRow(msgspec.Struct):
    part: str
    kind: str
    key: str
    number: int


class PartRow(msgspec.Struct):
    part: str
    number: int


@dataclass
class Outcome:
    """What a batch comes to: a number or a refusal per change, and the rows that say it all."""

    told: list[int | OvertakenError] = field(default_factory=list)
    kept: dict[Doc, KeptRow] = field(default_factory=dict)
    dropped: dict[Doc, DroppedRow] = field(default_factory=dict)
    parts: dict[str, PartRow] = field(default_factory=dict)


def decide(
    changes: list[Change], standings: dict[str, Standing], versions: dict[Doc, int]
) -> Outcome:
    """One change after another, each on top of those before it that hold.

    `versions` has the last commit of each document that was asked for; what is in neither the
    documents nor the drops that are remembered may have been dropped until those begin.
    """
    outcome = Outcome()
    for change in changes:
        standing = standings[change.part]
        if late := _overtaken(change, standing, versions):
            outcome.told.append(late)
            continue
        number = standing.number + 1
        standings[change.part] = standing._replace(number=number)
        versions.update(dict.fromkeys(change.touched(), number))
        outcome.parts[change.part] = PartRow(change.part, number)
        outcome.told.append(number)
        _write(outcome, change, number)
    return outcome


def _overtaken(
    change: Change, standing: Standing, versions: dict[Doc, int]
) -> OvertakenError | None:
    if change.seen is None:
        return None
    for doc in change.touched():
        if versions.get(doc, standing.forgotten) > change.seen:
            return OvertakenError(f"{doc.kind} {read(doc.key)!r} is intussen gewijzigd.")
    return None


def _write(outcome: Outcome, change: Change, number: int) -> None:
    for n, (doc, body) in enumerate(change.kept.items()):
        before = outcome.kept.get(doc)
        place = before.place if before else number * _PLACES + n
        outcome.kept[doc] = KeptRow(*doc, number, place, msgspec.Raw(body))
    for doc in change.dropped:
        outcome.kept.pop(doc, None)
        outcome.dropped[doc] = DroppedRow(*doc, number)
