"""One turn: who speaks, about which plan; decide; keep; and only then answer."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.heard import Answered, Heard, Outgoing
from bot.plans import Plans
from bot.showing import Reader, Showing, in_place
from dialogs import Reply, Said, Turn, decide, phrases, welcome
from plan.dossier import Dossier
from plan.records import Address, Card, Desk, Person, Record, altered
from plan.text import Language, Text
from storage import NotKeptError

REMEMBERED = 5_000
"""Activities whose second delivery is left out."""


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Who speaks, as the shared part knows them, and in the plan in hand ("" is none)."""

    desk: Desk
    plan: str
    language: Language | None


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
            spoken = heard.kind in ("words", "press", "attachment")
            return _says(phrases.PERSONAL_ONLY, await self._language(heard), spoken)
        await self._remember(heard)
        speaker = await self._speaker(heard)
        if speaker is None:
            gone = heard.kind == "left"
            return _says(phrases.STRANGER, _language(heard.locale), not gone)
        if heard.kind == "attachment":
            return await self._with_file(heard, speaker)
        if heard.kind == "press":
            return await self._pressed(heard, speaker)
        if heard.kind in ("words", "joined"):
            return await self._turn(heard, speaker, speaker.plan, None)
        return Answered()

    async def _with_file(self, heard: Heard, speaker: Speaker) -> Answered:
        """A file is not read; the words that came with it are heard."""
        refused = _says(phrases.NO_FILES, await self._language(heard))
        if not heard.text:
            return refused
        answered = await self._turn(heard, speaker, speaker.plan, None)
        return replace(answered, then=(*refused.then, *answered.then))

    async def _language(self, heard: Heard) -> Language:
        """As the speaker chose, else of the plan in hand, else as Teams is set."""
        desk = (await self._plans.shared()).get(Desk, _who(heard))
        plan = await self._plans.dossier(desk.current or "") if desk else Dossier()
        known = plan.plan.language if plan else _language(heard.locale)
        return (desk.language if desk else None) or known

    async def _remember(self, heard: Heard) -> None:
        """Where this person can be reached, from every personal activity."""
        if not heard.address:
            return
        key = _who(heard)
        shared = await self._plans.shared()
        known = shared.get(Address, key)
        if heard.kind == "left":
            await self._plans.keep("", (), (known,) if known else ())
        elif known is None or known.reference != dict(heard.address):
            now = self._clock.now()
            await self._plans.keep("", [Address(key=key, reference=dict(heard.address), at=now)])

    async def _speaker(self, heard: Heard) -> Speaker | None:
        shared = await self._plans.shared()
        desk = shared.get(Desk, _who(heard))
        if desk is None or not desk.plans:
            if not self._may_start(_who(heard)):
                return None
            desk = desk or Desk(key=_who(heard))
        plan = desk.current if desk.current in desk.plans else next(iter(desk.plans), "")
        return Speaker(desk=desk, plan=plan or "", language=desk.language)

    async def _pressed(self, heard: Heard, speaker: Speaker) -> Answered:
        """A card counts in the plan it was made for, for whom it was made, and where."""
        key = heard.card.rpartition(".")[0]
        for plan in ("", *speaker.desk.plans):
            card = (await self._plans.dossier(plan)).get(Card, key)
            if card is None:
                continue
            mine = speaker.desk.plans.get(plan, _lobby_key(heard))
            here = card.conversation in ("", heard.conversation)
            if card.to == mine and here and _verb(card, heard.card) is not None:
                return await self._turn(heard, speaker, plan, card)
        return _says(phrases.NOT_YOURS, await self._language(heard))

    async def _turn(
        self, heard: Heard, speaker: Speaker, plan: str, card: Card | None
    ) -> Answered:
        elsewhere = await self._elsewhere(speaker, plan)
        async with self._plans.alone(plan) as dossier:
            if card:
                card = dossier.get(Card, card.key)
            if card and card.state == "used":
                return Answered(instead=json.loads(card.outcome or "{}"))
            who = dossier.get(Person, speaker.desk.plans.get(plan)) or _visitor(heard)
            language = speaker.language or (dossier.plan.language if plan else "nl")
            said = Said(
                who=who,
                at=self._clock.now(),
                text=heard.text,
                card=card,
                verb=_verb(card, heard.card),
                inputs=_inputs(card, heard),
                language=language,
                scope=heard.scope,
                elsewhere=elsewhere,
            )
            about = dossier if plan else Dossier()
            turn = welcome(about, said) if heard.kind == "joined" else decide(about, said)
            answered = await self._carry_out(heard, speaker, plan, said, turn)
        if turn.keep or turn.begin:
            self._changed()
        return answered

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
    ) -> Answered:
        """All of a turn in one commit, with the cards it sends; then the messages."""
        language = turn.language or said.language
        before = await self._plans.dossier(plan)
        known = before.plus(turn.keep, turn.drop) if plan else before
        reader = Reader(person=said.who.key, conversation=heard.conversation, language=language)
        instead, kept = None, list[Record](turn.keep)
        if said.card and turn.instead:
            instead, used = in_place(said.card, turn.instead, language, said.at)
            kept.append(used)
        messages, cards = await self._messages(known, turn.replies, reader, said)
        if turn.begin:
            begun = await self._plans.begin(turn.begin)
            speaker = await self._speaker(heard) or speaker
            turn = replace(turn, current=begun)
        await self._plans.keep(plan, (*kept, *cards), turn.drop)
        await self._put_on_desk(heard, speaker, turn)
        return Answered(instead=instead, then=messages)

    async def _messages(
        self, known: Dossier, replies: Iterable[Reply], reader: Reader, said: Said
    ) -> tuple[tuple[Outgoing, ...], tuple[Card, ...]]:
        messages: list[Outgoing] = []
        cards: list[Card] = []
        for reply in replies:
            message, kept = await self._showing.message(known, reply, reader, said.at)
            messages.append(message)
            cards += kept
        return tuple(messages), tuple(cards)

    async def _put_on_desk(self, heard: Heard, speaker: Speaker, turn: Turn) -> None:
        """The language and the plan in hand belong to the person, not to a plan."""
        if not (turn.language or turn.current):
            return
        async with self._plans.desks() as shared:
            desk = shared.get(Desk, _who(heard)) or speaker.desk
            after = altered(
                desk,
                language=turn.language or desk.language,
                current=turn.current or desk.current,
            )
            await self._plans.keep("", [after] if after != desk else [])


def _who(heard: Heard) -> str:
    return f"{heard.tenant}/{heard.object_id}"


def _lobby_key(heard: Heard) -> str:
    """Who somebody is in a plan that does not exist yet."""
    return re.sub(r"[^a-z0-9-]+", "-", heard.object_id.lower()).strip("-") or "p"


def _visitor(heard: Heard) -> Person:
    return Person(
        key=_lobby_key(heard),
        name=heard.name,
        tenant=heard.tenant,
        object_id=heard.object_id,
    )


def _verb(card: Card | None, pressed: str) -> str | None:
    number = pressed.rpartition(".")[2]
    if card is None or not number.isdecimal() or int(number) >= len(card.verbs):
        return None
    return card.verbs[int(number)]


def _inputs(card: Card | None, heard: Heard) -> dict[str, str]:
    """Only what this card asked for; anything else in a submission is left out."""
    if card is None:
        return {}
    return {key: value for key, value in heard.inputs.items() if key in card.inputs}


def _language(locale: str) -> Language:
    return "en" if locale.lower().startswith("en") else "nl"


def _says(text: Text, language: Language, spoken: bool = True) -> Answered:
    """These words back, or nothing where nobody said anything."""
    return Answered(then=(Outgoing(text=text.within(language)),) if spoken else ())
