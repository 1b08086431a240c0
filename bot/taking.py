"""Taking a turn on a plan: decided on what is known while nobody else changes it, and kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot import errands
from bot.carrying import Carried, Carrying
from bot.clock import Clock
from bot.delivered import heard_as, heard_before, is_late
from bot.heard import Answered, Heard, Kind, Outgoing
from bot.plans import Plans
from bot.pressed import too_much, unfit, verb_of
from bot.replaying import replayed
from bot.speakers import Speakers
from bot.speaking import Speaker, team_of, visitor
from dialogs import Said, Turn, decide, go_on, phrases, resume, welcome, welcome_back
from dialogs.overdue import asks_on
from dialogs.questionnaire.typing import asked_again
from dialogs.turn import Changed
from plan.dossier import Dossier
from plan.records import Card, Delivered, Errand, Person
from plan.sight import not_shown, seen_by
from plan.text import Language, Text

WELCOMES: Mapping[Kind, Callable[[Dossier, Said], Turn]] = {
    "joined": welcome,
    "returned": welcome_back,
}
SPOKEN: frozenset[Kind] = frozenset({"words", "attachment"})
CHANGED: Mapping[Kind, Changed] = {
    "edited": "edited",
    "deleted": "deleted",
    "restored": "restored",
}


@dataclass(frozen=True)
class Taken:
    """A turn that was kept; `errands` when another plan has yet to hear of this one."""

    said: Said
    turn: Turn
    carried: Carried
    errands: bool


class Taking:
    """Both raise OvertakenError when somebody else was first; then it can be done again."""

    def __init__(self, plans: Plans, clock: Clock, speakers: Speakers, carrying: Carrying) -> None:
        self._plans = plans
        self._clock = clock
        self._speakers = speakers
        self._carrying = carrying
        self._thinking = asyncio.Lock()

    async def take(
        self, heard: Heard, speaker: Speaker, plan: str, card: Card | None
    ) -> Taken | Answered:
        """The turn, kept; or the answer that needs none. Raises OvertakenError."""
        elsewhere = await self._speakers.elsewhere(speaker, plan)
        shared = await self._plans.shared()
        async with self._plans.alone(plan) as held:
            card = held.dossier.get(Card, card.key) if card else None
            there = held.dossier.get(Person, speaker.desk.plans.get(plan)) is not None
            refused = _refused(heard, card) if there or not plan else phrases.STRANGER
            said = await self._said(heard, speaker, plan, held.dossier, card, elsewhere)
            if refused:
                if there and heard.kind in SPOKEN:
                    refused = asked_again(seen_by(held.dossier, said.who), said, refused)
                return says(refused, await self._speakers.language(heard))
            known = (held.dossier, shared, *(other for other, _ in elsewhere))
            first, repeat = heard_before(heard, card, known, said.at), Answered()
            used = card is not None and card.state == "used"
            if card and (used or first):
                repeat = replayed(held.dossier, card, heard, said.language)
            if (first or used) and not self._carrying.is_lost(first, said.at):
                return repeat
            if first and first.changed:
                heard, said = heard_as(heard, first), asks_on(said)
            about = seen_by(held.dossier, said.who) if plan else Dossier()
            turn = await self._decided(about, said, heard, first)
            only_shown(held.dossier, about, turn)
            carried = await self._carrying.carry_out(heard, speaker, held, plan, said, turn)
            carried = replace(carried, instead=carried.instead or repeat.instead)
            return Taken(said, turn, carried, errands=bool(held.dossier.all(Errand)))

    async def _said(
        self,
        heard: Heard,
        speaker: Speaker,
        plan: str,
        dossier: Dossier,
        card: Card | None,
        elsewhere: tuple[tuple[Dossier, Person], ...],
    ) -> Said:
        who = dossier.get(Person, speaker.desk.plans.get(plan)) or visitor(heard)
        return Said(
            who=who,
            at=self._clock.now(),
            text=heard.text,
            card=card,
            verb=verb_of(card, heard.card),
            inputs=heard.inputs if card else {},
            language=speaker.language or (dossier.plan.language if plan else "nl"),
            scope=heard.scope,
            message=heard.original or (heard.activity if heard.kind in SPOKEN else ""),
            changed=CHANGED.get(heard.kind, ""),
            team=team_of(heard, self._clock.now()),
            elsewhere=elsewhere,
            near=await errands.near(self._plans, plan, who),
            late=heard.kind in SPOKEN and is_late(heard, dossier),
        )

    async def _decided(
        self, about: Dossier, said: Said, heard: Heard, first: Delivered | None
    ) -> Turn:
        async with self._thinking:
            # The loop hears of others between two that think.
            await asyncio.sleep(0)
            if first and first.changed:
                return resume(about, said)
            return WELCOMES.get(heard.kind, decide)(about, said)

    async def go_on(self, heard: Heard, speaker: Speaker, plan: str, said: Said) -> Carried | None:
        """What the speaker is asked next, in another plan: a turn of its own."""
        async with self._plans.alone(plan) as held:
            who = held.dossier.get(Person, speaker.desk.plans[plan])
            if who is None:
                return None
            next_ = replace(said, who=who, text="", card=None, verb=None, inputs={})
            about = seen_by(held.dossier, who)
            turn = replace(go_on(about, next_), current=plan)
            only_shown(held.dossier, about, turn)
            return await self._carrying.carry_out(heard, speaker, held, plan, next_, turn)


class UnseenError(Exception):
    """A turn would write over something that it was not shown: it is not kept."""


def only_shown(whole: Dossier, about: Dossier, turn: Turn) -> None:
    """Raises UnseenError for a turn that would lose what its speaker may not see."""
    lost = not_shown(whole, about, (*turn.keep, *turn.drop)) if whole else ()
    if lost:
        raise UnseenError(", ".join(f"{type(one).__name__} {one.key}" for one in lost))


def _refused(heard: Heard, card: Card | None) -> Text | None:
    """Why nothing is done with it at all."""
    if heard.kind != "press":
        return too_much(heard.text)
    if card is None:
        return phrases.NOT_YOURS
    return unfit(card, heard) if card.state == "open" else None


def says(text: Text, language: Language, spoken: bool = True) -> Answered:
    """These words back, or nothing where nobody said anything."""
    return Answered(then=(Outgoing(text=text.within(language)),) if spoken else ())
