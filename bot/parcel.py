"""What goes out as one: made ready under the plan's lock, with all of it marked as on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.heard import Outgoing
from bot.known import Held
from bot.policy import Try, given_up, interrupted
from bot.reaching import Place, Reaching
from bot.showing import Reader, Showing
from dialogs import bundle, say
from plan.calendar import local
from plan.delivery import EXPIRED, NO_ADDRESS, useful_until
from plan.dossier import Dossier
from plan.records import Card, Message, Record, Team, altered
from plan.reminders import is_waiting, receiver


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """Messages that go out as one, where to, and the records of the card in it."""

    keys: tuple[str, ...]
    place: Place
    outgoing: Outgoing
    cards: tuple[Card, ...]
    until: dict[str, datetime | None]
    """By the key of each: until when it is of use."""


class Packing:
    def __init__(self, reaching: Reaching, showing: Showing) -> None:
        self._reaching = reaching
        self._showing = showing

    async def packed(self, held: Held, keys: Sequence[str], ended: Try) -> Parcel | None:
        """The messages as they read now, marked as on their way; None when nothing is to go.

        One that is marked so already was on its way when a process ended: it may have arrived.
        """
        dossier, now = held.dossier, ended.now
        waiting = [m for key in keys if (m := dossier.get(Message, key)) and is_waiting(m)]
        cut = [m for m in waiting if m.sending]
        if cut:
            until = {m.key: useful_until(dossier, m) for m in cut}
            await held.keep(interrupted(m, replace(ended, until=until[m.key])) for m in cut)
            return None
        late = [m for m in waiting if _is_late(dossier, m, now)]
        settled: list[Record] = [_too_late(dossier, m, now) for m in late]
        parcel, marked = await self._addressed(dossier, [m for m in waiting if m not in late], now)
        await held.keep((*settled, *marked, *(parcel.cards if parcel else ())))
        return parcel

    async def _addressed(
        self, dossier: Dossier, messages: list[Message], now: datetime
    ) -> tuple[Parcel | None, list[Record]]:
        """What goes, and everything that is to be kept of it."""
        if not messages:
            return None, []
        made = bundle(dossier, messages, now)
        marked: list[Record] = [altered(m, needless=True) for m in made.needless]
        first = messages[0]
        to = dossier.get(Team, first.to) or receiver(dossier, first, local(now).date())
        if made.reply is None or to is None:
            return None, [altered(m, needless=True) for m in messages]
        place = await self._reaching.place(dossier, to)
        if place.why_not and not _by_hand(made.said, place):
            held_up = (_not_sent(m, place.why_not, now) for m in made.said)
            return None, [*marked, *filter(None, held_up)]
        reader = Reader(
            person=to.key,
            conversation=place.address.get("conversation", ""),
            language=place.language,
        )
        shown, cards = self._showing.message(made.reply, reader, now)
        words = made.summary.within(place.language)
        parcel = Parcel(
            keys=tuple(m.key for m in made.said),
            place=place,
            outgoing=replace(shown, summary=words, notify=True),
            cards=cards,
            until={m.key: useful_until(dossier, m) for m in made.said},
        )
        return parcel, [*marked, *(_on_its_way(m, now) for m in made.said)]


def _by_hand(messages: Sequence[Message], place: Place) -> bool:
    """Whether the coordinator has it tried once more after that very refusal."""
    return any(message.code == place.why_not for message in messages)


def _on_its_way(message: Message, now: datetime) -> Message:
    return altered(
        message,
        sending=True,
        tries=message.tries + 1,
        tried_at=now,
        again_at=None,
        not_before=None,
    )


def _is_late(dossier: Dossier, message: Message, now: datetime) -> bool:
    until = useful_until(dossier, message)
    return until is not None and until < now


def _too_late(dossier: Dossier, message: Message, now: datetime) -> Message:
    """It expired, unless it had been overtaken before that."""
    until = useful_until(dossier, message)
    needed = until is not None and say(dossier, message, until) is not None
    return given_up(message, EXPIRED, now) if needed else altered(message, needless=True)


def _not_sent(message: Message, why: str, now: datetime) -> Message | None:
    """Who has no address yet may get one; who is to be left in peace gets nothing."""
    if why != NO_ADDRESS:
        return given_up(message, why, now)
    if message.code == NO_ADDRESS:
        return None
    return altered(message, code=NO_ADDRESS, tried_at=now)
