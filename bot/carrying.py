"""Carrying a turn out: all of it kept in one commit, and then what is said back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot import logs
from bot.acts import act_of
from bot.delivered import with_heard
from bot.heard import Answered, Heard, Outgoing
from bot.known import Held
from bot.plans import Plans
from bot.showing import Reader, Showing, in_place
from bot.speakers import Speakers
from bot.speaking import Speaker
from dialogs import Paper, Reply, Said, Turn
from plan.dossier import Dossier
from plan.records import Card, Person, Plan, Record, altered
from plan.text import Language
from storage import NotKeptError

log = logs.logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Carried:
    """A turn that was kept, and what is still to be handed over."""

    instead: dict[str, object] | None
    then: tuple[Outgoing | Paper, ...]
    plan: str
    known: Dossier
    language: Language


class Carrying:
    """Knows where things are kept, and how they are shown."""

    def __init__(self, plans: Plans, showing: Showing, speakers: Speakers) -> None:
        self._plans = plans
        self._showing = showing
        self._speakers = speakers

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
            instead, used = in_place(said.card, turn.instead, language, said.at, heard.activity)
            kept.append(used)
        messages, cards = self._messages(turn.replies, reader, said)
        if turn.begin:
            begun = await self._plans.begin(begun_by_card(turn.begin, said))
            speaker = await self._speakers.speaker(heard) or speaker
            turn = replace(turn, current=begun)
        kept += cards
        if kept and not said.card and plan:
            kept = with_heard(kept, before, said.who.key, heard.activity)
        newcomers = plan and any(isinstance(record, Person) for record in turn.keep)
        if newcomers:
            await self._plans.expect(plan)
        await held.keep(kept, turn.drop, act_of(heard, plan, said, turn))
        if newcomers:
            await self._seated(plan)
        await self._speakers.put_on_desk(heard, speaker, turn)
        papers = plan and any(isinstance(one, Paper) for one in messages)
        known = before.plus(turn.keep, turn.drop) if papers else before
        return Carried(instead=instead, then=messages, plan=plan, known=known, language=language)

    async def _seated(self, plan: str) -> None:
        """The turn was kept; who cannot be given a place now gets it from the outbox."""
        try:
            await self._plans.seat(plan)
        except NotKeptError:
            log.exception("seating", plan=plan)

    async def handed_over(self, carried: Carried, now: datetime) -> Answered:
        """The answer; documents are made here, where nobody waits for the plan."""
        then = [
            await self._showing.paper(carried.plan, carried.known, one, carried.language, now)
            if isinstance(one, Paper)
            else one
            for one in carried.then
        ]
        return Answered(instead=carried.instead, then=tuple(then))

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
