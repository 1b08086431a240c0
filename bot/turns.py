"""One turn: who speaks, about which plan; decide; keep; and only then answer."""

from __future__ import annotations

import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot import errands
from bot.clock import Clock
from bot.delivered import REMEMBERED, heard_before, with_heard
from bot.heard import Answered, Heard, Outgoing
from bot.plans import Plans
from bot.pressed import inputs_of, verb_of
from bot.showing import Reader, Showing, in_place
from bot.speaking import Speaker, language_of, lobby_key, team_of, visitor, who_speaks
from dialogs import Paper, Reply, Said, Turn, decide, go_on, phrases, welcome
from plan.dossier import Dossier
from plan.records import Address, Card, Desk, Person, Plan, Record, Seating, altered
from plan.text import Language, Text
from storage import NotKeptError

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Carried:
    """A turn that was kept, and what is still to be handed over."""

    instead: dict[str, object] | None
    then: tuple[Outgoing | Paper, ...]
    known: Dossier
    language: Language


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
        self._showing = showing
        self._clock = clock
        self._may_start = may_start
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
            return _says(phrases.NOT_KEPT, await self._language(heard))
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
        await self._remember(heard)
        speaker = await self._speaker(heard)
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
        desk = (await self._plans.shared()).get(Desk, who_speaks(heard))
        if heard.scope == "channel" and heard.kind == "words" and desk and desk.plans:
            plan = desk.current if desk.current in desk.plans else next(iter(desk.plans))
            speaker = Speaker(desk=desk, plan=plan or "", language=desk.language)
            return await self._turn(heard, speaker, speaker.plan, None)
        spoken = heard.kind in ("words", "press", "attachment")
        return _says(phrases.PERSONAL_ONLY, await self._language(heard), spoken)

    async def _with_file(self, heard: Heard, speaker: Speaker) -> Answered:
        """A file is not read; the words that came with it are heard."""
        refused = _says(phrases.NO_FILES, await self._language(heard))
        if not heard.text:
            return refused
        answered = await self._turn(heard, speaker, speaker.plan, None)
        return replace(answered, then=(*refused.then, *answered.then))

    async def _language(self, heard: Heard) -> Language:
        """As the speaker chose, else of the plan in hand, else as Teams is set."""
        desk = (await self._plans.shared()).get(Desk, who_speaks(heard))
        plan = await self._plans.dossier(desk.current or "") if desk else Dossier()
        known = plan.plan.language if plan else language_of(heard.locale)
        return (desk.language if desk else None) or known

    async def _remember(self, heard: Heard) -> None:
        """Where this person can be reached, from every personal activity."""
        if not heard.address:
            return
        key = who_speaks(heard)
        shared = await self._plans.shared()
        known = shared.get(Address, key)
        if heard.kind == "left":
            await self._plans.keep("", (), (known,) if known else ())
        elif known is None or known.reference != dict(heard.address):
            now = self._clock.now()
            await self._plans.keep("", [Address(key=key, reference=dict(heard.address), at=now)])

    async def _speaker(self, heard: Heard) -> Speaker | None:
        shared = await self._plans.shared()
        desk = shared.get(Desk, who_speaks(heard))
        if desk is None or not desk.plans:
            if not self._may_start(who_speaks(heard)):
                return None
            desk = desk or Desk(key=who_speaks(heard))
        plan = desk.current if desk.current in desk.plans else next(iter(desk.plans), "")
        return Speaker(desk=desk, plan=plan or "", language=desk.language)

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
        return _says(phrases.NOT_YOURS, await self._language(heard))

    async def _turn(
        self, heard: Heard, speaker: Speaker, plan: str, card: Card | None
    ) -> Answered:
        elsewhere = await self._elsewhere(speaker, plan)
        async with self._plans.alone(plan) as dossier:
            if card:
                card = dossier.get(Card, card.key)
                if card is None:
                    return _says(phrases.NOT_YOURS, await self._language(heard))
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
            carried = await self._carry_out(heard, speaker, plan, said, turn)
        if turn.keep or turn.begin:
            await errands.run(self._plans, plan)
            self._changed()
        answered = await self._handed_over(carried, said.at)
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
            carried = await self._carry_out(heard, speaker, plan, next_, turn)
        return await self._handed_over(carried, said.at)

    async def _handed_over(self, carried: Carried, now: datetime) -> Answered:
        """The answer; documents are made here, where nobody waits for the plan."""
        then = [
            await self._showing.paper(carried.known, one, carried.language, now)
            if isinstance(one, Paper)
            else one
            for one in carried.then
        ]
        return Answered(instead=carried.instead, then=tuple(then))

    async def _elsewhere(self, speaker: Speaker, plan: str) -> tuple[tuple[Dossier, Person], ...]:
        found = []
        for key, person in speaker.desk.plans.items():
            dossier = await self._plans.dossier(key)
            who = dossier.get(Person, person)
            if key != plan and who:
                found.append((dossier, who))
        return tuple(found)

    async def _carry_out(
        self, heard: Heard, speaker: Speaker, plan: str, said: Said, turn: Turn
    ) -> Carried:
        """All of a turn in one commit, with the cards it sends; then the messages."""
        language = turn.language or said.language
        before = await self._plans.dossier(plan)
        known = before.plus(turn.keep, turn.drop) if plan else before
        reader = Reader(person=said.who.key, conversation=heard.conversation, language=language)
        instead, kept = None, list[Record](turn.keep)
        if said.card and turn.instead:
            instead, used = in_place(said.card, turn.instead, language, said.at)
            kept.append(used)
        messages, cards = self._messages(turn.replies, reader, said)
        if turn.begin:
            begun = await self._plans.begin(begun_by_card(turn.begin, said))
            speaker = await self._speaker(heard) or speaker
            turn = replace(turn, current=begun)
        if turn.keep and not said.card and plan:
            kept = with_heard(kept, before, said.who.key, heard.activity)
        newcomers = plan and any(isinstance(record, Person) for record in turn.keep)
        if newcomers:
            await self._plans.keep("", [Seating(key=plan)])
        await self._plans.keep(plan, (*kept, *cards), turn.drop)
        if newcomers:
            await self._plans.seat(plan)
        await self._put_on_desk(heard, speaker, turn)
        return Carried(instead=instead, then=messages, known=known, language=language)

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

    async def _put_on_desk(self, heard: Heard, speaker: Speaker, turn: Turn) -> None:
        """The language and the plan in hand belong to the person, not to a plan."""
        if not (turn.language or turn.current):
            return
        async with self._plans.desks() as shared:
            desk = shared.get(Desk, who_speaks(heard)) or speaker.desk
            after = altered(
                desk,
                language=turn.language or desk.language,
                current=turn.current or desk.current,
            )
            try:
                await self._plans.keep("", [after] if after != desk else [])
            except NotKeptError:  # The turn itself was kept; only the choice of plan was not.
                log.exception("desk")


def begun_by_card(records: tuple[Record, ...], said: Said) -> tuple[Record, ...]:
    card = said.card.key if said.card else None
    return tuple(altered(r, begun_by=card) if isinstance(r, Plan) else r for r in records)


def _says(text: Text, language: Language, spoken: bool = True) -> Answered:
    """These words back, or nothing where nobody said anything."""
    return Answered(then=(Outgoing(text=text.within(language)),) if spoken else ())
