"""The chain of a logbook: what a line says, how it is sealed, and whether a chain is whole."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

import msgspec

from plan.records import Alias, Entry, Record
from plan.records.base import altered

DIGITS: Final = 9
NAME: Final = 16
CODE: Final = 12
"""Hex digits."""
MOST_KINDS: Final = 4
OBJECTS: Final = "*"
"""The alias that codes of objects are made with."""
_APART: Final = re.compile(r"[/,;]\s*")


@dataclass(frozen=True, kw_only=True)
class Act:
    """What somebody did, or was refused.

    actor: the key of a person in the plan, or tenant/object id for what plans share; "" for the
    assistant itself. about: what it was done to; without it what was kept and dropped.
    """

    at: datetime
    action: str
    actor: str = ""
    origin: str = "assistant"
    result: str = "done"
    about: tuple[Record, ...] = ()


def number_of(entry: Entry) -> int:
    """0 for a key that is no number of a line."""
    key = entry.key
    return int(key) if len(key) == DIGITS and key.isascii() and key.isdecimal() else 0


def beginning(chain: str) -> str:
    """What the first line of a chain is sealed with, so that no chain passes for another's."""
    return hashlib.sha256(f"logbook/{chain}".encode("utf-8", "surrogatepass")).hexdigest()


def sealed(before: str, entry: Entry) -> Entry:
    """The line with its hash, after the line with the hash `before`."""
    said = (
        entry.key,
        entry.at.isoformat(),
        *(entry.actor, entry.action, entry.object, entry.result, entry.origin),
    )
    whole = bytes.fromhex(before) + msgspec.json.encode(said)
    return altered(entry, hash=hashlib.sha256(whole).hexdigest())


def next_entry(chain: str, last: Entry | None, act: Act, actor: str, about: str) -> Entry:
    """The line that comes after `last`, in a chain that may still be empty."""
    entry = Entry(
        key=f"{(number_of(last) if last else 0) + 1:0{DIGITS}}",
        at=act.at.astimezone(UTC),
        actor=actor,
        action=act.action,
        object=about,
        result=act.result,
        origin=act.origin,
        hash="",
    )
    return sealed(last.hash if last else beginning(chain), entry)


# Whether it is whole


@dataclass(frozen=True)
class Fault:
    """The first line of a chain that is not as it was written, and why."""

    number: int
    why: str


def fault(chain: str, entries: Sequence[Entry], *, known: bool = False) -> Fault | None:
    """What is wrong first; None for a chain that is whole as far as it goes.

    entries: in the order in which they were first kept. known: whether the chain had lines, by
    what else is kept. Lines cut off at the end are seen by an anchor alone (`anchored`).
    """
    if known and not entries:
        return Fault(1, "alle regels zijn weg")
    before = beginning(chain)
    for number, entry in enumerate(entries, start=1):
        if found := _unlike(number, before, entry):
            return Fault(number, found)
        before = entry.hash
    return None


def _unlike(number: int, before: str, entry: Entry) -> str:
    here = number_of(entry)
    if here > number:
        return "de regel is weg, of staat niet op zijn plaats"
    if here < number:
        return "de regel is er later tussen gezet"
    if sealed(before, entry) != entry:
        return "de regel is veranderd of toegevoegd: hij past niet op die ervoor"
    return ""


def anchored(entries: Iterable[Entry], number: int, head: str) -> Fault | None:
    """Whether the line of that number is the one that was written down elsewhere."""
    found = next((entry for entry in entries if number_of(entry) == number), None)
    if found is None:
        return Fault(number, "de regel is weg: het einde is afgeknipt")
    if found.hash != head:
        return Fault(number, "de regel is een andere dan elders is opgeschreven")
    return None


# What a line names


def name_of(alias: Alias) -> str:
    """By what a line knows somebody. An alias that was given to another gives another name."""
    return _named(alias.salt, alias.key)


@lru_cache(maxsize=512)
def _named(salt: str, key: str) -> str:
    return _sealed(salt, key)[:NAME]


def code(record: Record, aliases: Mapping[str, Alias], secret: str) -> str:
    """What a line calls a record by: the same for the same, and no way back to the key.

    Persons in the key count by their name in the logbook: without it the code leads nowhere.
    """
    pieces = (name_of(aliases[p]) if p in aliases else p for p in _APART.split(record.key))
    said = "\0".join((type(record).__name__, *pieces))
    return _sealed(secret, said)[:CODE]


def _sealed(secret: str, said: str) -> str:
    return hmac.digest(secret.encode(), said.encode("utf-8", "replace"), "sha256").hex()


def named_in(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of their keys, of which some may be persons."""
    for record in records:
        yield from _APART.split(record.key)


def objects(records: Iterable[Record], aliases: Mapping[str, Alias], secret: str) -> str:
    """`Answer:1f3c5a7e9b0d+11 Card:…`: of each kind the first, and how many more."""
    kinds: dict[type[Record], list[Record]] = {}
    for record in records:
        kinds.setdefault(type(record), []).append(record)
    told = []
    for kind, some in list(kinds.items())[:MOST_KINDS]:
        more = f"+{len(some) - 1}" if len(some) > 1 else ""
        told.append(f"{kind.__name__}:{code(some[0], aliases, secret)}{more}")
    if len(kinds) > MOST_KINDS:
        told.append(f"+{len(kinds) - MOST_KINDS}")
    return " ".join(told)
