"""One message out: by one process, as it reads at that moment, and marked once it went."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.again import again
from bot.connector import SendError
from bot.heard import Outgoing
from bot.known import Held
from bot.plans import Plans
from bot.showing import Reader, Showing
from dialogs import Reply, say, summary
from plan.calendar import local
from plan.dossier import Dossier
from plan.people import identity
from plan.records import Address, Card, Desk, Message, Person, Team, altered
from plan.reminders import is_waiting, receiver
from plan.text import Language

UNREACHABLE = (400, 403, 404, 413)
"""Codes after which trying again does not help."""

Send = Callable[[Mapping[str, str], Outgoing], Awaitable[str | None]]
log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A message that can go, and where to; `cards` are the records of the card in it."""

    address: Mapping[str, str]
    outgoing: Outgoing
    cards: tuple[Card, ...]
    person: str
    """Who gets it: whom it is for, or the stand-in."""


class Delivering:
    """A message is marked after it went out, so it goes out at least once, and twice only when
    the process dies between the two.
    """

    def __init__(self, plans: Plans, showing: Showing, send: Send) -> None:
        self._plans = plans
        self._showing = showing
        self._send = send

    async def deliver(self, plan: str, key: str, now: datetime) -> None:
        """One message out. Others may take their turn while it is on its way."""
        async with self._plans.claim(plan, key) as ours:
            if ours:
                await self._delivered(plan, key, now)

    async def _delivered(self, plan: str, key: str, now: datetime) -> None:
        """Looked at afresh: who had the claim before us may have sent it."""
        ready = await again(partial(self._prepared, plan, key, now))
        if ready is None:
            return
        try:
            await self._send(ready.address, ready.outgoing)
        except Exception as error:
            await self._undelivered(plan, key, ready, error)
            return
        await self._mark(plan, key, sent_at=now, person=ready.person)

    async def _prepared(self, plan: str, key: str, now: datetime) -> Ready | None:
        """The message as it reads now, its card kept; None when there is nothing to send."""
        async with self._plans.alone(plan) as held:
            dossier = held.dossier
            message = dossier.get(Message, key)
            if message is None or not is_waiting(message):
                return None
            team = dossier.get(Team, message.to)
            to = team or receiver(dossier, message, local(now).date())
            reply = say(dossier, message, now)
            if reply is not None and to is not None:
                return await self._ready(held, message, to, reply, now)
        await self._mark(plan, key, needless=True)
        return None

    async def _ready(
        self,
        held: Held,
        message: Message,
        to: Person | Team,
        reply: Reply,
        now: datetime,
    ) -> Ready | None:
        address = to.reference if isinstance(to, Team) else await self._address(to)
        if address is None:
            return None
        reader = Reader(
            person=to.key,
            conversation=address.get("conversation", ""),
            language=await self._language(held.dossier, to),
        )
        outgoing, cards = self._showing.message(reply, reader, now)
        await held.keep(cards)
        words = summary(message).within(reader.language)
        return Ready(
            address=address,
            outgoing=replace(outgoing, summary=words, notify=True),
            cards=cards,
            person=to.key,
        )

    async def _undelivered(self, plan: str, key: str, ready: Ready, error: Exception) -> None:
        """It stays due, unless trying again does not help. A card that nobody got is of no use.

        A message whose answer got lost may have arrived, and its card must work.
        """
        if not isinstance(error, SendError):
            raise error
        log.warning("not sent: %s %s", error.status, error.code)
        if _is_refused(error):
            async with self._plans.alone(plan) as held:
                await held.keep((), ready.cards)
        if error.status in UNREACHABLE:
            await self._mark(plan, key, failed=f"{error.status} {error.code}")

    async def _mark(
        self,
        plan: str,
        key: str,
        *,
        sent_at: datetime | None = None,
        failed: str | None = None,
        needless: bool = False,
        person: str | None = None,
    ) -> None:
        async def once() -> None:
            async with self._plans.alone(plan) as held:
                message = held.dossier.get(Message, key)
                if message:
                    instead = person if person != message.to else None
                    marked = altered(
                        message, sent_at=sent_at, failed=failed, needless=needless, went_to=instead
                    )
                    await held.keep([marked])

        await again(once)

    async def _address(self, person: Person) -> Mapping[str, str] | None:
        """Where the person wrote from last, else a new conversation by way of somebody else's.

        None when nobody of that tenant ever wrote: it is tried again when somebody has.
        """
        key = identity(person)
        shared = await self._plans.shared()
        known = shared.get(Address, key)
        if known and (known.left_at or not known.reference):
            return None  # Who took the app away hears nothing until it is back.
        if known or key is None:
            return known.reference if known else None
        tenant, _, user = key.partition("/")
        near = [a for a in shared.all(Address) if a.reference and a.key.startswith(f"{tenant}/")]
        if not near:
            return None
        latest = max(near, key=lambda address: address.at).reference
        return {**latest, "user": user, "conversation": "", "tenant": tenant}

    async def _language(self, dossier: Dossier, to: Person | Team) -> Language:
        """As the person chose; a channel reads the plan's own language."""
        if isinstance(to, Team):
            return dossier.plan.language
        desk = (await self._plans.shared()).get(Desk, identity(to))
        return (desk.language if desk else None) or dossier.plan.language


def _is_refused(error: SendError) -> bool:
    """Whether the message surely did not arrive; a server in trouble may have passed it on."""
    if error.status is None:
        return error.code in ("Unreachable", "NoAddress")
    return error.status < 500
