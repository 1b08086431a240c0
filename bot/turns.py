"""One turn: who speaks, about which plan; decide; keep; and only then answer."""

from __future__ import annotations

import json
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from bot import errands
from bot.carrying import Carrying
from bot.clock import Clock
from bot.delivered import REMEMBERED, heard_before
from bot.heard import Answered, Heard, Outgoing
from bot.plans import Plans
from bot.pressed import inputs_of, verb_of
from bot.showing import Showing
from bot.speakers import Speakers
from bot.speaking import Speaker, language_of, lobby_key, team_of, visitor
from dialogs import Said, decide, go_on, phrases, welcome
from plan.dossier import Dossier
from plan.records import Card, Person
from plan.text import Language, Text
from storage import NotKeptError

log = logging.getLogger(__name__)


class Turns:
    """Hears what the channel heard. `changed` is called after every turn that kept something."""

    def __init__(
        self,
        plans: Plans,
        showing: Showing,
        clock: Clock,
        *,
        may_start: Callable[[str], bool],
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._plans = plans
        self._clock = clock
        self._speakers = Speakers(plans, clock, may_start)
        self._carrying = Carrying(plans, showing, self._speakers)
        self._changed = changed
        self._delivered: OrderedDict[str, None] = OrderedDict()

    async def hear(self, heard: Heard) -> Answered:
        """The answer to one thing that came in; a second delivery of it gets none."""
        if self._repeated(heard):
            return Answered()
        try:
            return await self._answer(heard)
        except NotKeptError:
            self._forget(heard)
            return _says(phrases.NOT_KEPT, await self._speakers.language(heard))
        except BaseException:
            self._forget(heard)
            raise

    def _forget(self, heard: Heard) -> None:
        """What failed may be delivered again."""
        self._delivered.pop(f"{heard.conversation}/{heard.activity}", None)

    def _repeated(self, heard: Heard) -> bool:
        """A press may be repeated: its card remembers what came of it."""
        if heard.kind == "press" or not heard.activity:
            return False
        key = f"{heard.conversation}/{heard.activity}"
        known = key in self._delivered
        self._delivered[key] = None
        while len(self._delivered) > REMEMBERED:
            self._delivered.popitem(last=False)
        return known

    async def _answer(self, heard: Heard) -> Answered:
        if heard.scope != "personal":
            return await self._in_public(heard)
        await self._speakers.remember(heard)
        speaker = await self._speakers.speaker(heard)
        if speaker is None:
            gone = heard.kind == "left"
            return _says(phrases.STRANGER, language_of(heard.locale), not gone)
        if heard.kind == "attachment":
            return await self._with_file(heard, speaker)
        if heard.kind == "press":
            return await self._pressed(heard, speaker)
        if heard.kind in ("words", "joined"):
            return await self._turn(heard, speaker, speaker.plan, None)
        return Answered()

    async def _in_public(self, heard: Heard) -> Answered:
        """Somebody who is known may name a channel; all else is sent to a personal chat."""
        speaker = await self._speakers.known(heard)
        if heard.scope == "channel" and heard.kind == "words" and speaker:
            return await self._turn(heard, speaker, speaker.plan, None)
        spoken = heard.kind in ("words", "press", "attachment")
        return _says(phrases.PERSONAL_ONLY, await self._speakers.language(heard), spoken)

    async def _with_file(self, heard: Heard, speaker: Speaker) -> Answered:
        """A file is not read; the words that came with it are heard."""
        refused = _says(phrases.NO_FILES, await self._speakers.language(heard))
        if not heard.text:
            return refused
        answered = await self._turn(heard, speaker, speaker.plan, None)
        return replace(answered, then=(*refused.then, *answered.then))

    async def _pressed(self, heard: Heard, speaker: Speaker) -> Answered:
        """A card counts in the plan it was made for, for whom it was made, and where."""
        key = heard.card.rpartition(".")[0]
        for plan in ("", *speaker.desk.plans):
            card = (await self._plans.dossier(plan)).get(Card, key)
            if card is None:
                continue
            mine = speaker.desk.plans.get(plan, lobby_key(heard))
            here = card.conversation in ("", heard.conversation)
            if card.to == mine and here and verb_of(card, heard.card) is not None:
                return await self._turn(heard, speaker, plan, card)
        return _says(phrases.NOT_YOURS, await self._speakers.language(heard))

    async def _turn(
        self, heard: Heard, speaker: Speaker, plan: str, card: Card | None
    ) -> Answered:
        elsewhere = await self._speakers.elsewhere(speaker, plan)
        async with self._plans.alone(plan) as dossier:
            if card:
                card = dossier.get(Card, card.key)
                if card is None:
                    return _says(phrases.NOT_YOURS, await self._speakers.language(heard))
                if card.state == "used":
                    return Answered(instead=json.loads(card.outcome or "{}"))
            elif heard_before(dossier, speaker.desk.plans.get(plan), heard):
                return Answered()
            who = dossier.get(Person, speaker.desk.plans.get(plan)) or visitor(heard)
            language = speaker.language or (dossier.plan.language if plan else "nl")
            said = Said(
                who=who,
                at=self._clock.now(),
                text=heard.text,
                card=card,
                verb=verb_of(card, heard.card),
                inputs=inputs_of(card, heard),
                language=language,
                scope=heard.scope,
                team=team_of(heard, self._clock.now()),
                elsewhere=elsewhere,
                near=await errands.near(self._plans, plan, who),
            )
            about = dossier if plan else Dossier()
            turn = welcome(about, said) if heard.kind == "joined" else decide(about, said)
            carried = await self._carrying.carry_out(heard, speaker, plan, said, turn)
        if turn.keep or turn.begin:
            await errands.run(self._plans, plan)
            self._changed()
        answered = await self._carrying.handed_over(carried, said.at)
        if turn.goes_on not in speaker.desk.plans:
            return answered
        try:
            more = await self._gone_on(heard, speaker, turn.goes_on, said)
        except Exception:  # What was said is kept and answered all the same.
            log.exception("going on")
            return answered
        return replace(answered, then=(*answered.then, *more.then))

    async def _gone_on(self, heard: Heard, speaker: Speaker, plan: str, said: Said) -> Answered:
        """What the speaker is asked next, in another plan: a turn of its own."""
        async with self._plans.alone(plan) as dossier:
            who = dossier.get(Person, speaker.desk.plans[plan])
            if who is None:
                return Answered()
            next_ = replace(said, who=who, text="", card=None, verb=None, inputs={})
            turn = replace(go_on(dossier, next_), current=plan)
            carried = await self._carrying.carry_out(heard, speaker, plan, next_, turn)
        return await self._carrying.handed_over(carried, said.at)


def _says(text: Text, language: Language, spoken: bool = True) -> Answered:
    """These words back, or nothing where nobody said anything."""
    return Answered(then=(Outgoing(text=text.within(language)),) if spoken else ())
