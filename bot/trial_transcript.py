"""What the people of the trial page said and were told, in memory and bounded."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any, Literal
from uuid import uuid4

KEPT = 300
"""Messages kept per person; older ones fall away first."""
GAP = 1_000
"""Places left free after a restart, for messages that were shown but are not in the file."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message in a person's chat.

    attachments: as the bot sent them (Adaptive Cards, offered and delivered files).
    chips: words the bot suggests as an answer.
    state: `waiting` and `failed` are about a person's own words on their way to the bot;
    `accepted` and `declined` are the answer to an offered file.
    order: its place among all messages, so that a page knows what it has not shown yet.
    version: goes up with every change, so that a page draws again only what changed.
    """

    id: str
    person: str
    by: Literal["bot", "person"]
    at: datetime
    text: str = ""
    locale: str = ""
    attachments: tuple[Mapping[str, Any], ...] = ()
    chips: tuple[str, ...] = ()
    state: Literal["", "waiting", "failed", "accepted", "declined"] = ""
    order: int = 0
    version: int = 1

    def shown(self) -> dict[str, Any]:
        """As the page reads it."""
        return asdict(self) | {"at": self.at.isoformat()}


Publish = Callable[[str, Mapping[str, Any]], None]
"""Tells every open page of one event: its name and its data."""


@dataclass
class Transcripts:
    """The chats of all people. Every change is published at once.

    run: goes on over a restart that brings the chats back; with another one the page forgets
    what it had. changed: set at every change, cleared by who keeps the chats.
    """

    publish: Publish
    run: str = field(default_factory=lambda: uuid4().hex)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    _orders: Iterator[int] = field(default_factory=lambda: count(1))
    _chats: dict[str, dict[str, Message]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, message: Message) -> None:
        """Put a message at the end of its person's chat."""
        chat = self._chats[message.person]
        placed = replace(message, order=next(self._orders))
        chat[message.id] = placed
        while len(chat) > KEPT:
            del chat[next(iter(chat))]
        self._tell("message", placed.shown())

    def find(self, person: str, message: str) -> Message | None:
        return self._chats[person].get(message)

    def change(self, person: str, message: str, **fields: Any) -> Message | None:
        """Change fields of a message in place; None when it is not (or no longer) there."""
        found = self.find(person, message)
        if found is None:
            return None
        changed = replace(found, **fields, version=found.version + 1)
        self._chats[person][message] = changed
        self._tell("message", changed.shown())
        return changed

    def remove(self, person: str, message: str) -> bool:
        """Take a message away; False when it was not there."""
        if self._chats[person].pop(message, None) is None:
            return False
        self._tell("gone", {"person": person, "id": message})
        return True

    def has_spoken(self, person: str) -> bool:
        """Whether the bot said anything in this chat."""
        return any(message.by == "bot" for message in self._chats[person].values())

    def newest(self, most: int) -> Iterator[Message]:
        """The last so many messages of everybody, chat by chat."""
        for chat in self._chats.values():
            yield from list(chat.values())[-most:]

    def restore(self, run: str, messages: Iterable[Message]) -> None:
        """Go on with the chats of before; words that were on their way did not arrive."""
        self.run = run
        for message in messages:
            state = "failed" if message.state == "waiting" else message.state
            self._chats[message.person][message.id] = replace(message, state=state)
        orders = [m.order for chat in self._chats.values() for m in chat.values()]
        self._orders = count(max(orders, default=0) + GAP)

    def shown(self) -> dict[str, list[dict[str, Any]]]:
        """Every chat as the page reads it, oldest message first."""
        return {
            person: [message.shown() for message in chat.values()]
            for person, chat in self._chats.items()
        }

    def _tell(self, event: str, data: Mapping[str, Any]) -> None:
        self.changed.set()
        self.publish(event, data)
