"""The logbook of one part as this process knows it: its last line, and who is called what."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from plan.dossier import Dossier
from plan.logbook import OBJECTS, Act, name_of, named_in, next_entry, objects
from plan.records import (
    Address,
    Alias,
    Card,
    Delivered,
    Desk,
    Entry,
    Errand,
    Message,
    OfferedPaper,
    Person,
    Record,
    Seating,
    Table,
    Unfinished,
)
from storage.codec import Contents, decode, encode

OWN = (Entry, Alias)
"""What the logbook itself keeps; a dossier has none of it."""
NOT_WORTH = (
    *(Alias, Card, Delivered, Entry, Errand, Table),
    *(Address, Desk, OfferedPaper, Seating, Unfinished),
)
"""Bookkeeping: who only looked at something changed nothing."""


def chance() -> str:
    """128 bits that nobody guesses."""
    return secrets.token_hex(16)


class Logbook:
    """Makes the next line, and is told when it was kept.

    chain: the plan, "" what plans share. written: hears of each line that was kept here.
    """

    def __init__(
        self,
        chain: str,
        new_salt: Callable[[], str] = chance,
        written: Callable[[str, Entry], None] = lambda _, __: None,
    ) -> None:
        self.chain = chain
        self.written = written
        self.last: Entry | None = None
        self._aliases: dict[str, Alias] = {}
        self._new_salt = new_salt

    def lines(
        self, act: Act, kept: Sequence[Record], gone: Sequence[Record], dossier: Dossier
    ) -> tuple[Record, ...]:
        """The line about this change, and the aliases that come new with it."""
        about = act.about or tuple(r for r in (*kept, *gone) if type(r) not in NOT_WORTH)
        new = self._new({OBJECTS, *self._people(act, about, kept, dossier)})
        aliases = {**self._aliases, **{alias.key: alias for alias in new}}
        actor = name_of(aliases[act.actor]) if act.actor else ""
        told = objects(about, aliases, aliases[OBJECTS].salt)
        return (*new, next_entry(self.chain, self.last, act, actor, told))

    def take(self, records: Iterable[Record]) -> None:
        """These are kept by now."""
        for record in records:
            if isinstance(record, Alias):
                self._aliases[record.key] = record
            elif isinstance(record, Entry) and (not self.last or record.key > self.last.key):
                self.last = record

    def kept(self, lines: Sequence[Record]) -> None:
        """This process kept these."""
        for line in lines:
            if isinstance(line, Entry):
                self.written(self.chain, line)

    def forget(self) -> None:
        """Everything is told anew."""
        self.last = None
        self._aliases.clear()

    def _new(self, keys: set[str]) -> list[Alias]:
        return [
            Alias(key=key, salt=self._new_salt())
            for key in sorted(keys)
            if key not in self._aliases
        ]

    def _people(
        self, act: Act, about: Iterable[Record], kept: Iterable[Record], dossier: Dossier
    ) -> set[str]:
        """Who did it, and the persons in the keys of what it was done to."""
        here = {record.key for record in kept if isinstance(record, Person)}
        found = {p for p in named_in(about) if p in here or dossier.get(Person, p)}
        return found | ({act.actor} if act.actor else set())


def change_of(records: Sequence[Record], now: Callable[[], datetime]) -> Act | None:
    """What the assistant did by itself; None for what is bookkeeping alone."""
    if not is_worth(records):
        return None
    messages = [record for record in records if isinstance(record, Message)]
    if not messages:
        return Act(at=now(), action="change")
    first = messages[0]
    if first.sending and not first.ended_at:  # What comes of it is told when it is known.
        return None
    if first.failed:
        return Act(at=now(), action="send", result="failed")
    if first.needless:
        return Act(at=now(), action="send", result="needless")
    return Act(at=now(), action="send" if first.sent_at else "due")


def is_worth(records: Iterable[Record]) -> bool:
    """Whether a change to these is told of by itself."""
    return any(type(record) not in NOT_WORTH for record in records)


def with_line(contents: Contents, chain: str, act: Act) -> Contents:
    """Documents that are written by themselves, with a line about it in their logbook."""
    entries = contents.get(Entry.__name__, {})
    logbook = Logbook(chain)
    logbook.take(decode(Entry, body) for body in list(entries.values())[-1:])
    logbook.take(decode(Alias, body) for body in contents.get(Alias.__name__, {}).values())
    after = dict(contents)
    for record in logbook.lines(act, (), (), Dossier()):
        name = type(record).__name__
        after[name] = {**after.get(name, {}), record.key: encode(record)}
    return after
