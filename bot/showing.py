"""A reply becomes a message, and its card a record under an id that says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.cards import CardTooLargeError, card, plain
from bot.heard import Outgoing
from bot.papers import Papers
from dialogs import Paper, Reply, View
from plan.dossier import Dossier
from plan.records import Card, altered
from plan.text import Language

NewId = Callable[[], str]


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Whom a message is for: the person's key in the plan, where, and in which language."""

    person: str
    conversation: str
    language: Language


class Showing:
    """Turns replies into messages; what must be kept with them comes along."""

    def __init__(self, new_id: NewId, papers: Papers) -> None:
        self._new_id = new_id
        self._papers = papers

    async def paper(
        self, plan: str, dossier: Dossier, paper: Paper, language: Language, now: datetime
    ) -> Outgoing:
        """The message that offers a document; it may take a while to make."""
        file = await self._papers.offer(plan, dossier, paper, language, now)
        return Outgoing(file=file, summary=file.name)

    def message(
        self, reply: Reply, reader: Reader, now: datetime
    ) -> tuple[Outgoing, tuple[Card, ...]]:
        """The message of words or a card, and the record of a card that can be pressed."""
        if reply.view:
            return self._card(reply.view, reader, now)
        text = reply.text.within(reader.language) if reply.text else ""
        return Outgoing(text=text, summary=text[:100]), ()

    def _card(
        self, view: View, reader: Reader, now: datetime
    ) -> tuple[Outgoing, tuple[Card, ...]]:
        key = self._new_id()
        try:
            made = card(view, reader.language, key)
        except CardTooLargeError:
            return Outgoing(text=plain(view, reader.language)), ()
        title = view.title.within(reader.language)
        kept = (_record(view, key, reader, now),) if view.buttons else ()
        return Outgoing(card=made, summary=title), kept


def in_place(
    used: Card, view: View, language: Language, now: datetime, activity: str
) -> tuple[dict[str, object], Card]:
    """The card that takes the place of one that `activity` pressed, under the same id.

    With buttons it is open again; without, it is a receipt. A repeat of the activity gets it too.
    """
    made = card(view, language, used.key)
    outcome = msgspec.json.encode(made).decode()
    if view.buttons:
        reader = Reader(person=used.to, conversation=used.conversation, language=language)
        fresh = _record(view, used.key, reader, now)
        return made, altered(fresh, heard=activity, outcome=outcome)
    return made, altered(used, state="used", heard=activity, outcome=outcome)


def _record(view: View, key: str, reader: Reader, now: datetime) -> Card:
    return Card(
        key=key,
        dialog=view.dialog,
        to=reader.person,
        conversation=reader.conversation,
        verbs=tuple(button.verb for button in view.buttons),
        about=dict(view.about),
        inputs=tuple(one.id for one in view.inputs()),
        issued_at=now,
    )
