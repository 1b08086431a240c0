"""One turn: who speaks, about which plan; decide; keep; and only then answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from bot import errands, logs
from bot.again import again
from bot.carrying import Carrying
from bot.clock import Clock
from bot.delivered import REMEMBERED
from bot.heard import Answered, Heard, followed_by
from bot.places import KINDS, Places
from bot.plans import Plans
from bot.pointing import pointed
from bot.pressed import verb_of
from bot.reaching import reopened
from bot.showing import Showing
from bot.speakers import Speakers
from bot.speaking import Speaker, language_of, lobby_key
from bot.taking import Taking, says
from dialogs import phrases
from plan.records import Card, Table
from plan.text import Language
from storage import NotKeptError, StoreError

log = logs.logger(__name__)


def refused_card(_: Heard, why: str) -> None:
    """For the log alone; who presses and what stands in the register."""
    log.warning("card refused", reason=why)


class Turns:
    """Hears what the channel heard.

    changed: called with the plan that a turn changed. refused: called with a press that was not
    the presser's to make, and why: `unknown`, `foreign`, `elsewhere` or `button`.
    """

    def __init__(
        self,
        plans: Plans,
        showing: Showing,
        clock: Clock,
        *,
        may_start: Callable[[str], bool],
        changed: Callable[[str], None] = lambda _: None,
        refused: Callable[[Heard, str], None] = refused_card,
    ) -> None:
        self._plans = plans
        self._clock = clock
        self._speakers = Speakers(plans, clock, may_start)
        self._places = Places(plans, clock)
        self._carrying = Carrying(plans, showing, self._speakers, clock.now())
        self._taking = Taking(plans, clock, self._speakers, self._carrying)
        self._changed = changed
        self._refused = refused
        self._delivered: OrderedDict[str, None] = OrderedDict()

    async def hear(self, heard: Heard) -> Answered:
        """The answer to one thing that came in; a second delivery of it gets none."""
        if self._repeated(heard):
            return Answered()
        try:
            return await self._answer(heard)
        except NotKeptError as error:
            log.warning("turn not kept", kind=heard.kind, exc_info=error)
            self._forget(heard)
            return says(phrases.NOT_KEPT, await self._language(heard))
        except BaseException:
            self._forget(heard)
            raise

    async def settled(self) -> None:
        """Returns when it is kept too that answers were handed over."""
        await self._carrying.settled()

    async def _language(self, heard: Heard) -> Language:
        """That of the speaker, also when nothing can be read any more."""
        try:
            return await self._speakers.language(heard)
        except StoreError:
            return language_of(heard.locale)

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
        found = await self._speakers.remember(heard)
        if found is None or not found.asks or found.file:
            return Answered()
        speaker = await self._speakers.speaker(found)
        if speaker is None:
            return says(phrases.STRANGER, language_of(heard.locale))
        if heard.kind == "attachment":
            return await self._with_file(heard, speaker)
        if heard.kind == "press":
            return await self._pressed(heard, speaker)
        if heard.original:
            return await self._turn(heard, speaker, await self._said_in(heard, speaker), None)
        return await self._turn(found, speaker, speaker.plan, None)

    async def _said_in(self, heard: Heard, speaker: Speaker) -> str:
        """The plan in which a message was an answer, else the one in hand."""
        for plan, person in speaker.desk.plans.items():
            table = (await self._plans.dossier(plan)).get(Table, person)
            if table and any(typed.message == heard.original for typed in table.typed):
                return plan
        return speaker.plan

    async def _in_public(self, heard: Heard) -> Answered:
        """Somebody who is known may name a channel; all else is sent to a personal chat."""
        if heard.kind in KINDS:
            return pointed(await self._places.hear(heard), heard, language_of(heard.locale))
        if heard.kind not in ("words", "press", "attachment"):
            return Answered()
        speaker, language = await self._speakers.known(heard), await self._language(heard)
        await reopened(self._plans, speaker.desk.plans if speaker else (), heard.conversation)
        silent = heard.kind == "press" or not heard.text
        if heard.scope != "channel" or silent or not speaker:
            return pointed(says(phrases.PERSONAL_ONLY, language), heard, language)
        await self._places.moved(speaker.plan, heard)
        answered = await self._turn(heard, speaker, speaker.plan, None)
        return pointed(answered, heard, language)

    async def _with_file(self, heard: Heard, speaker: Speaker) -> Answered:
        """What was sent along is not read; the words that came with it are heard."""
        words = phrases.ALONG.get(heard.attached, phrases.NO_FILES)
        refused = says(words, await self._speakers.language(heard))
        if not heard.text:
            return refused
        answered = await self._turn(heard, speaker, speaker.plan, None)
        return replace(answered, then=(*refused.then, *answered.then))

    async def _pressed(self, heard: Heard, speaker: Speaker) -> Answered:
        """A card counts in the plan it was made for, for whom it was made, and where.

        Whoever presses another one is told no more than that, and it is written down. As much is
        done for one that is there as for one that is not, so that the time tells nothing either.
        """
        key, nobody, why = heard.card.rpartition(".")[0], lobby_key(heard), "unknown"
        for plan in ("", *speaker.desk.plans):
            card = (await self._plans.dossier(plan)).get(Card, key)
            refused = _not_theirs(card, speaker.desk.plans.get(plan, nobody), heard)
            if not refused:
                return await self._turn(heard, speaker, plan, card)
            why = refused if card else why
        self._refused(heard, why)
        return says(phrases.NOT_YOURS, await self._speakers.language(heard))

    async def _turn(
        self, heard: Heard, speaker: Speaker, plan: str, card: Card | None
    ) -> Answered:
        """Decided on what is known when nobody else may change it, and on that alone."""
        taken = await again(lambda: self._taking.take(heard, speaker, plan, card))
        if isinstance(taken, Answered):
            return taken
        if taken.turn.keep or taken.turn.begin:
            if taken.errands:
                await errands.run(self._plans, plan)
            self._changed(plan)
        answered = await self._carrying.handed_over(taken.carried, taken.said.at)
        goes_on = taken.turn.goes_on
        if goes_on not in speaker.desk.plans:
            return answered
        try:
            gone = await again(lambda: self._taking.go_on(heard, speaker, goes_on, taken.said))
            more = await self._carrying.handed_over(gone, taken.said.at) if gone else Answered()
        except Exception:  # What was said is kept and answered all the same.
            log.exception("going on")
            return answered
        return followed_by(answered, more)


def _not_theirs(card: Card | None, who: str, heard: Heard) -> str:
    """Why somebody may not press it; "" when they may."""
    if card is None:
        return "unknown"
    if card.to != who:
        return "foreign"
    if card.conversation not in ("", heard.conversation):
        return "elsewhere"
    return "" if verb_of(card, heard.card) is not None else "button"
