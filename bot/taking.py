"""Taking a turn on a plan: decided on what is known while nobody else changes it, and kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot import errands
from bot.carrying import Carried, Carrying
from bot.clock import Clock
from bot.delivered import heard_before
from bot.heard import Answered, Heard, Kind, Outgoing
from bot.plans import Plans
from bot.pressed import inputs_of, repeats, verb_of
from bot.speakers import Speakers
from bot.speaking import Speaker, team_of, visitor
from dialogs import Said, Turn, decide, go_on, phrases, welcome, welcome_back
from dialogs.turn import Changed
from plan.dossier import Dossier
from plan.records import Card, Errand, Person
from plan.text import Language, Text

WELCOMES: Mapping[Kind, Callable[[Dossier, Said], Turn]] = {
    "joined": welcome,
    "returned": welcome_back,
}
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
        async with self._plans.alone(plan) as held:
            dossier = held.dossier
            if card:
                card = dossier.get(Card, card.key)
                if card is None:
                    return says(phrases.NOT_YOURS, await self._speakers.language(heard))
                if card.state == "used" or repeats(card, heard):
                    return Answered(instead=json.loads(card.outcome or "{}"))
            elif heard_before(dossier, speaker.desk.plans.get(plan), heard):
                return Answered()
            who = dossier.get(Person, speaker.desk.plans.get(plan)) or visitor(heard)
            said = Said(
                who=who,
                at=self._clock.now(),
                text=heard.text,
                card=card,
                verb=verb_of(card, heard.card),
                inputs=inputs_of(card, heard),
                language=speaker.language or (dossier.plan.language if plan else "nl"),
                scope=heard.scope,
                message=heard.original or (heard.activity if heard.kind == "words" else ""),
                changed=CHANGED.get(heard.kind, ""),
                team=team_of(heard, self._clock.now()),
                elsewhere=elsewhere,
                near=await errands.near(self._plans, plan, who),
            )
            about = dossier if plan else Dossier()
            async with self._thinking:
                # The loop hears of others between two that think.
                await asyncio.sleep(0)
                turn = WELCOMES.get(heard.kind, decide)(about, said)
            carried = await self._carrying.carry_out(heard, speaker, held, plan, said, turn)
            return Taken(said, turn, carried, errands=bool(held.dossier.all(Errand)))

    async def go_on(self, heard: Heard, speaker: Speaker, plan: str, said: Said) -> Carried | None:
        """What the speaker is asked next, in another plan: a turn of its own."""
        async with self._plans.alone(plan) as held:
            who = held.dossier.get(Person, speaker.desk.plans[plan])
            if who is None:
                return None
            next_ = replace(said, who=who, text="", card=None, verb=None, inputs={})
            turn = replace(go_on(held.dossier, next_), current=plan)
            return await self._carrying.carry_out(heard, speaker, held, plan, next_, turn)


def says(text: Text, language: Language, spoken: bool = True) -> Answered:
    """These words back, or nothing where nobody said anything."""
    return Answered(then=(Outgoing(text=text.within(language)),) if spoken else ())
