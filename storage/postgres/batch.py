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


@dataclass(kw_only=True, slots=True)
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
    numbers = {part: standing.number for part, standing in standings.items()}
    for change in changes:
        part = change.part
        if late := _overtaken(change, standings[part].forgotten, versions, outcome):
            outcome.told.append(late)
            continue
        numbers[part] = number = numbers[part] + 1
        outcome.told.append(number)
        _write(outcome, change, number)
        outcome.parts[part] = PartRow(part, number)
    return outcome


def _overtaken(
    change: Change, forgotten: int, versions: dict[Doc, int], outcome: Outcome
) -> OvertakenError | None:
    if change.seen is None:
        return None
    for doc in change.touched():
        ours = outcome.kept.get(doc) or outcome.dropped.get(doc)
        if (ours.number if ours else versions.get(doc, forgotten)) > change.seen:
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
