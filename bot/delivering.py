"""One message out: by one process, as it reads at that moment, and marked before and after."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, Protocol

from bot import logs
from bot.again import again
from bot.clock import Clock
from bot.connector import SendError
from bot.heard import Outgoing
from bot.parcel import Packing, Parcel
from bot.plans import Plans
from bot.policy import Policy, Try, after, code_of, outcome, surely_not
from bot.reaching import Reaching, closed
from bot.showing import Showing
from plan.dossier import Dossier
from plan.records import Message, Record, altered
from plan.reminders import is_waiting
from plan.text import Text
from storage import StoreError

Delivered = Literal["done", "later", "nothing"]
Mark = Callable[[Message], Message]

log = logs.logger(__name__)


class Out(Protocol):
    """The way out (`bot.channel.Channel`). Both raise SendError."""

    async def send(self, address: Mapping[str, str], outgoing: Outgoing) -> str | None: ...
    async def open(self, address: Mapping[str, str]) -> str: ...
    @property
    def halted(self) -> str:
        """Why nothing is to be sent at all; "" when something may."""


class Delivering:
    """A message is marked before it goes out and again after it did.

    One that has the first mark and not the second may have arrived: then the policy says whether
    it goes once more. So it goes out at least once or somebody is told, and at most twice.
    """

    def __init__(
        self,
        plans: Plans,
        showing: Showing,
        clock: Clock,
        out: Out,
        policy: Policy = Policy(),  # noqa: B008
    ) -> None:
        self._plans = plans
        self._clock = clock
        self._out = out
        self._policy = policy
        self._reaching = Reaching(plans)
        self._packing = Packing(self._reaching, showing)

    async def deliver(self, plan: str, receiver: str, keys: Sequence[str]) -> Delivered:
        """One parcel out: `later` when it will be tried again, and what comes after must wait;
        `nothing` when there was nothing to do, or somebody else does it.

        Others may take their turn while it is on its way.

        receiver: the same for everything that one person gets, in whatever plan and process.
        """
        async with self._plans.claim("", f"to/{receiver}") as ours:
            if not ours or self._out.halted:
                return "nothing"
            parcel, changed = await again(lambda: self._packed(plan, keys))
            if not changed:
                return "nothing"
            if parcel:
                await self._sent(plan, parcel)
            known = await self._plans.dossier(plan)
            found = (known.get(Message, key) for key in keys)
            waits = any(m and is_waiting(m) and m.again_at for m in found)
            return "later" if waits else "done"

    async def _packed(self, plan: str, keys: Sequence[str]) -> tuple[Parcel | None, bool]:
        """What goes, looked at afresh, and whether anything is other than it was.

        Who had the claim before us may have sent it.
        """
        async with self._plans.alone(plan) as held:
            before = held.dossier
            parcel = await self._packing.packed(held, keys, self._try())
            return parcel, held.dossier is not before

    async def _sent(self, plan: str, parcel: Parcel) -> None:
        try:
            went, sent = await self._tried(plan, parcel)
        except SendError as error:
            await self._failed(plan, parcel, error)
        except Exception:
            log.exception("message", plan=plan)
            await self._failed(plan, parcel, SendError(None, "Fault"))
        else:
            await self._arrived(plan, went, sent)
            if went.place.address != parcel.place.address:
                await self._reaching.moved(went.place)

    async def _tried(self, plan: str, parcel: Parcel) -> tuple[Parcel, str | None]:
        """The parcel as it went, and the id it got."""
        try:
            return parcel, await self._out.send(parcel.place.address, parcel.outgoing)
        except SendError as error:
            try:
                mended = await self._mended(plan, parcel, error)
            except StoreError as trouble:
                log.warning("address not mended", plan=plan, exc_info=trouble)
                raise SendError(None, "NotKept") from trouble
            if mended is None:
                raise
        return mended, await self._out.send(mended.place.address, mended.outgoing)

    async def _mended(self, plan: str, parcel: Parcel, error: SendError) -> Parcel | None:
        """The parcel after the one thing that may help; None when nothing does."""
        place, sort = parcel.place, outcome(error)
        if sort == "short":
            words = TOO_LARGE.within(place.language)
            return replace(parcel, outgoing=replace(parcel.outgoing, card=None, text=words))
        if sort == "host":
            service = await self._reaching.other_service(place)
            address = {**place.address, "service_url": service}
            return await self._readdressed(plan, parcel, address) if service else None
        if sort == "gone" and place.known:
            address = {**place.address, "conversation": await self._out.open(place.address)}
            return await self._readdressed(plan, parcel, address)
        return None

    async def _readdressed(self, plan: str, parcel: Parcel, address: Mapping[str, str]) -> Parcel:
        """To another address, where the card may be pressed."""
        there = address.get("conversation", "")
        cards = tuple(altered(card, conversation=there) for card in parcel.cards)

        async def kept() -> None:
            async with self._plans.alone(plan) as held:
                await held.keep(cards)

        await again(kept)
        return replace(parcel, place=replace(parcel.place, address=address), cards=cards)

    async def _arrived(self, plan: str, parcel: Parcel, activity: str | None) -> None:
        now, person = self._clock.now(), parcel.place.to.key

        def marked(message: Message) -> Message:
            instead = person if person != message.to else None
            return altered(
                message, sent_at=now, sending=False, activity=activity, went_to=instead, code=""
            )

        await again(lambda: self._marked(plan, parcel, marked))

    async def _failed(self, plan: str, parcel: Parcel, error: SendError) -> None:
        """Once more later, or given up. A card that surely nobody got is of no use."""
        log.warning("not sent", plan=plan, status=error.status, code=error.code)
        ended, blocked = self._try(), outcome(error) in ("blocked", "gone")
        if blocked:
            await self._reaching.block(parcel.place, code_of(error))

        def marked(message: Message) -> Message:
            return after(message, error, replace(ended, until=parcel.until.get(message.key)))

        def shut(dossier: Dossier) -> Sequence[Record]:
            return closed(dossier, parcel.place, code_of(error)) if blocked else ()

        gone = parcel.cards if surely_not(error) else ()
        await again(lambda: self._marked(plan, parcel, marked, shut, gone))

    async def _marked(
        self,
        plan: str,
        parcel: Parcel,
        mark: Mark,
        more: Callable[[Dossier], Sequence[Record]] = lambda _: (),
        drop: Sequence[Record] = (),
    ) -> None:
        """All of the parcel in one commit, as far as it is still there."""
        async with self._plans.alone(plan) as held:
            found = [m for key in parcel.keys if (m := held.dossier.get(Message, key))]
            await held.keep([*map(mark, found), *more(held.dossier)], drop)

    def _try(self) -> Try:
        chance = random.random()  # noqa: S311 - no secret
        return Try(now=self._clock.now(), chance=chance, policy=self._policy)


TOO_LARGE = Text(
    nl='Er staat iets klaar dat niet in één bericht past. Typ "openstaand" om het te zien.',
    en='Something is waiting that does not fit in one message. Type "waiting" to see it.',
)
