"""Carrying a turn out: all of it kept in one commit, and then what is said back."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import msgspec

from bot import logs
from bot.acts import act_of
from bot.delivered import REMEMBERED, marked
from bot.handed import HandedOver
from bot.heard import Answered, Heard, Outgoing
from bot.known import Held
from bot.plans import Plans
from bot.pressed import sealed
from bot.showing import Reader, Showing
from bot.speakers import Speakers
from bot.speaking import Speaker, who_speaks
from dialogs import Paper, Reply, Said, Turn
from plan.dossier import Dossier
from plan.logbook import Act
from plan.records import Card, Delivered, Person, Plan, Record, altered
from plan.text import Language
from storage import NotKeptError, OvertakenError

ANSWERING = timedelta(seconds=15)
"""Nobody waits longer for an answer."""

log = logs.logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Carried:
    """A turn that was kept, and what is still to be handed over."""

    instead: Mapping[str, Any] | None
    then: tuple[Outgoing | Paper, ...]
    plan: str
    known: Dossier
    language: Language
    to: str
    mark: Delivered | None = None


class Carrying:
    """Knows where things are kept, and how they are shown."""

    def __init__(
        self, plans: Plans, showing: Showing, speakers: Speakers, since: datetime
    ) -> None:
        """since: when this process began."""
        self._plans = plans
        self._showing = showing
        self._speakers = speakers
        self._since = since
        self._here: OrderedDict[str, None] = OrderedDict()
        self._handed_over = HandedOver(plans)

    def is_lost(self, first: Delivered | None, now: datetime) -> bool:
        """Whether what was said back may never have been handed over: another process had it.

        One beside this may still be at it.
        """
        if first is None or first.answered or first.key in self._here:
            return False
        return first.at < self._since or now - first.at > ANSWERING

    async def carry_out(
        self, heard: Heard, speaker: Speaker, held: Held, plan: str, said: Said, turn: Turn
    ) -> Carried:
        """All of a turn in one commit, with the cards it sends; then the messages.

        Raises OvertakenError when somebody else was first. What was done by then may be done
        again: a plan is begun once, and a place that somebody has is not given twice.
        """
        language = turn.language or said.language
        before = held.dossier
        reader = Reader(person=said.who.key, conversation=heard.conversation, language=language)
        instead, kept = None, list[Record](turn.keep)
        if said.card and turn.instead:
            instead, used = self._showing.in_place(
                said.card, turn.instead, heard, language, said.at
            )
            kept += [*used, *_emptied(before, said.card)]
        elif said.card:
            kept.append(_answered(said.card, heard, turn, language))
        messages, cards = self._messages(turn.replies, reader, said)
        marks, old = marked(heard, before, said.who.key, said.at, changed=_changes(turn))
        if turn.begin:
            begun = await self._plans.seats.begin(begun_by_card(turn.begin, said))
            speaker = await self._speakers.speaker(heard) or speaker
            turn = replace(turn, current=begun)
        newcomers = plan and any(isinstance(record, Person) for record in turn.keep)
        if newcomers:
            await self._plans.seats.expect(plan)
        # Before the mark: who stops between the two does it again, and finds it so.
        await self._speakers.put_on_desk(heard, speaker, turn)
        act = act_of(heard, plan, said, turn)
        with self._handed_over.along(plan, before, old) as answered:
            change = ((*kept, *cards), turn.drop)
            marks = await _kept(held, change, (marks, old), answered, act)
        self._remember(marks)
        if newcomers:
            await self._seated(plan)
        papers = plan and any(isinstance(one, Paper) for one in messages)
        known = before.plus(turn.keep, turn.drop) if papers else before
        return Carried(
            instead=instead,
            then=messages,
            plan=plan,
            known=known,
            language=language,
            to=who_speaks(heard),
            mark=next(iter(marks), None),
        )

    def _remember(self, marks: tuple[Delivered, ...]) -> None:
        """What this process has in hand, it hands over."""
        self._here.update((mark.key, None) for mark in marks)
        while len(self._here) > REMEMBERED:
            self._here.popitem(last=False)

    async def _seated(self, plan: str) -> None:
        """The turn was kept; who cannot be given a place now gets it from the outbox."""
        try:
            await self._plans.seats.seat(plan)
        except NotKeptError:
            log.exception("seating", plan=plan)

    async def handed_over(self, carried: Carried, now: datetime) -> Answered:
        """The answer; documents are made here, where nobody waits for the plan."""
        then = [
            await self._showing.paper(
                carried.plan, carried.known, one, carried.language, now, carried.to
            )
            if isinstance(one, Paper)
            else one
            for one in carried.then
        ]
        done = partial(self._handed_over.add, carried.plan, carried.mark) if carried.mark else None
        return Answered(instead=carried.instead, then=tuple(then), done=done)

    async def settled(self) -> None:
        """Returns when it is kept too that answers were handed over."""
        await self._handed_over.settled()

    def _messages(
        self, replies: Iterable[Reply], reader: Reader, said: Said
    ) -> tuple[tuple[Outgoing | Paper, ...], tuple[Card, ...]]:
        messages: list[Outgoing | Paper] = []
        cards: list[Card] = []
        for reply in replies:
            if reply.paper:
                messages.append(reply.paper)
                continue
            message, kept = self._showing.message(reply, reader, said.at)
            messages.append(message)
            cards += kept
        return tuple(messages), tuple(cards)


def begun_by_card(records: tuple[Record, ...], said: Said) -> tuple[Record, ...]:
    card = said.card.key if said.card else None
    return tuple(altered(r, begun_by=card) if isinstance(r, Plan) else r for r in records)


async def _kept(
    held: Held,
    change: tuple[tuple[Record, ...], tuple[Record, ...]],
    marks: tuple[tuple[Delivered, ...], tuple[Delivered, ...]],
    answered: tuple[Delivered, ...],
    act: Act | None,
) -> tuple[Delivered, ...]:
    """The marks that were kept with all the rest. What keeps nothing is said without them too."""
    try:
        await held.keep((*change[0], *marks[0], *answered), (*change[1], *marks[1]), act)
    except OvertakenError:
        raise
    except NotKeptError:
        if any(change):
            raise
        return ()
    return marks[0]


def _changes(turn: Turn) -> bool:
    return bool(turn.keep or turn.drop or turn.begin or turn.instead or turn.language)


def _answered(card: Card, heard: Heard, turn: Turn, language: Language) -> Card:
    """The card that stays as it is, with the words that were said back."""
    words = next((reply.text.within(language) for reply in turn.replies if reply.text), None)
    said = msgspec.json.encode(words).decode() if words else None
    return altered(card, heard=heard.activity, pressed=sealed(heard), outcome=said)


def _emptied(before: Dossier, card: Card) -> tuple[Card, ...]:
    """The card in whose place this one came, without its outcome: this one has that of both."""
    former = before.get(Card, card.after)
    return (altered(former, outcome=None),) if former and former.outcome else ()
