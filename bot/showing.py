"""A reply becomes a message, and its card a record under an id that says nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.cards import CardTooLargeError, card, plain
from bot.heard import Heard, Outgoing
from bot.inert import inert_line
from bot.papers import Papers
from bot.pressed import sealed
from dialogs import Paper, Reply, View
from dialogs.view import Day, Pick, Words
from plan.dossier import Dossier
from plan.records import Card, altered
from plan.text import Language, Text

NewId = Callable[[], str]
LONGEST_NOTICE = 4_000
LONGEST_MESSAGE = 24_000
"""Characters; Teams refuses a message of more than some 28,000."""


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

    def in_place(
        self, used: Card, view: View, heard: Heard, language: Language, now: datetime
    ) -> tuple[dict[str, object], tuple[Card, ...]]:
        """The card that takes the place of a pressed one, and the records of both.

        The pressed one counts for nothing any more. What can be pressed now has an id of its own,
        so that the same press, delivered late and under another id, never presses the next card.
        """
        key = self._new_id() if view.buttons else used.key
        try:
            made = card(view, language, key)
        except CardTooLargeError:
            view = too_large(view, language)
            made = card(view, language, key)
        closed = altered(
            used,
            state="used",
            heard=heard.activity,
            pressed=sealed(heard),
            outcome=msgspec.json.encode(made).decode(),
            inputs=tuple(i for i in used.inputs if i not in (*used.choices, *used.dates)),
            choices={},
            several=(),
            dates=(),
        )
        if not view.buttons:
            return made, (closed,)
        reader = Reader(person=used.to, conversation=used.conversation, language=language)
        fresh = altered(_record(view, key, reader, now), after=used.key)
        return made, (altered(closed, before=key), fresh)

    async def paper(
        self,
        plan: str,
        dossier: Dossier,
        paper: Paper,
        language: Language,
        now: datetime,
        to: str,
    ) -> Outgoing:
        """The message that offers somebody a document; it may take a while to make."""
        file = await self._papers.offer(plan, dossier, paper, language, now, to)
        return Outgoing(file=file, summary=file.name)

    def message(
        self, reply: Reply, reader: Reader, now: datetime
    ) -> tuple[Outgoing, tuple[Card, ...]]:
        """The message of words or a card, and the record of a card that can be pressed."""
        if reply.view:
            return self._card(reply.view, reader, now)
        text = reply.text.within(reader.language) if reply.text else ""
        return Outgoing(text=text), ()

    def _card(
        self, view: View, reader: Reader, now: datetime
    ) -> tuple[Outgoing, tuple[Card, ...]]:
        key = self._new_id()
        try:
            made = card(view, reader.language, key)
        except CardTooLargeError:
            return Outgoing(text=clipped(plain(view, reader.language), reader.language)), ()
        title = inert_line(view.title.within(reader.language))
        kept = (_record(view, key, reader, now),) if view.buttons else ()
        return Outgoing(card=made, summary=title), kept


def _record(view: View, key: str, reader: Reader, now: datetime) -> Card:
    asked = view.inputs()
    picks = [one for one in asked if isinstance(one, Pick)]
    return Card(
        key=key,
        dialog=view.dialog,
        to=reader.person,
        conversation=reader.conversation,
        verbs=tuple(button.verb for button in view.buttons),
        about=dict(view.about),
        inputs=tuple(one.id for one in asked),
        choices={one.id: _choices(one) for one in picks},
        several=tuple(one.id for one in picks if one.several),
        dates=tuple(one.id for one in asked if isinstance(one, Day)),
        issued_at=now,
    )


def _choices(pick: Pick) -> tuple[str, ...]:
    """The values it offers, and the one it shows: a client sends that back untouched."""
    shown = pick.value.split(",") if pick.several else [pick.value]
    return tuple(dict.fromkeys((*(value for value, _ in pick.choices), *filter(None, shown))))


def clipped(words: str, language: Language) -> str:
    """As much of it as fits in one message."""
    if len(words) <= LONGEST_MESSAGE:
        return words
    return f"{words[:LONGEST_MESSAGE]} …\n{REST.within(language)}"


REST = Text(nl="De rest past niet in één bericht.", en="The rest does not fit in one message.")


def too_large(view: View, language: Language) -> View:
    """What such a card says as far as it fits, and the way to what it asks."""
    said = plain(view, language)[:LONGEST_NOTICE]
    on = Text(nl='Typ "verder" om door te gaan.', en='Type "next" to go on.')
    return View(title=view.title, elements=(Words(text=Text.verbatim(said)), Words(text=on)))
