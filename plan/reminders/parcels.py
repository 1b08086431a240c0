"""What goes out now, one message to a person: a weekly budget, and one digest a day.

What is over it waits for the next message to the same person, or for the next week.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from plan.calendar import is_decent, local, moment, on_or_after
from plan.dossier import Dossier
from plan.records import FreeDays, Message, Person, Team, Wish, altered
from plan.reminders.mornings import monday, morning, next_week, sent_this_week, tomorrow
from plan.reminders.post import AWAITED, is_waiting, receiver, unsent
from plan.reminders.weight import cannot_wait, rank

PATIENCE = timedelta(days=14)
"""After that a message goes whatever else its receiver got: it waits twice at most."""
PATIENCE_OF_A_DAY = timedelta(days=2)
"""The same for the coordinator's digest."""
STOPPED = "stopped"
"""Why a message fails whose receiver wants none."""

Elsewhere = Mapping[str, Sequence[datetime]]
"""By a person's key in this plan: when it got messages of other plans."""


def parcels(
    dossier: Dossier, now: datetime, elsewhere: Elsewhere | None = None
) -> tuple[tuple[Message, ...], ...]:
    """What goes out at `now`: for each receiver everything at once, the weightiest first.

    A channel gets each message by itself. Nothing in quiet hours.
    """
    found = [box.goes(now) for box in _boxes(dossier, now, elsewhere or {})]
    return tuple(sorted(filter(None, found), key=lambda parcel: (parcel[0].due, parcel[0].key)))


def set_aside(
    dossier: Dossier, now: datetime, elsewhere: Elsewhere | None = None
) -> tuple[Message, ...]:
    """What is due and does not go, as it is to be kept: until when it waits, or that it fails."""
    found: list[Message] = []
    for box in _boxes(dossier, now, elsewhere or {}):
        found += box.waits(now)
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class _Box:
    """Everything that waits for one receiver."""

    dossier: Dossier
    person: Person | None
    ready: tuple[Message, ...]
    aside: tuple[Message, ...]
    """What was due already and was set aside."""
    spent: tuple[datetime, ...]
    """When the receiver got messages, each once."""
    others: tuple[datetime, ...] = ()
    """Those of other plans: of two plans that have something on one day the second waits a day."""

    def goes(self, now: datetime) -> tuple[Message, ...]:
        if self._stopped or all(self._held(message, now) for message in self.ready):
            return ()
        every = (*self.ready, *self.aside)
        asleep = self._asleep_until(now)
        let = [m for m in every if not (asleep and self._can_wait(m, asleep))]
        return tuple(sorted(let, key=lambda m: (self._can_wait(m, now), rank(m), m.due, m.key)))

    def waits(self, now: datetime) -> Iterator[Message]:
        gone = {message.key for message in self.goes(now)}
        for message in self.ready:
            if self._stopped:
                yield self._never(message, now)
            elif message.key not in gone:
                yield altered(message, not_before=self._until(message, now))

    def _held(self, message: Message, now: datetime) -> bool:
        until = self._until(message, now)
        return until > now and self._can_wait(message, until)

    def _can_wait(self, message: Message, until: datetime) -> bool:
        return not cannot_wait(self.dossier, message, local(until).date())

    def _until(self, message: Message, now: datetime) -> datetime:
        """From when on it may go: now, when nothing keeps it."""
        if self.person is None:
            return now
        asleep = self._asleep_until(now)
        if asleep:
            return asleep
        if self.person.key == self.dossier.plan.coordinator:
            return self._next_digest(message, now)
        if now - message.due > PATIENCE:
            return now
        if len(self._this_week(now)) >= self.dossier.plan.messages_per_week:
            return next_week(now, self._free)
        today = local(now).date()
        had = any(local(at).date() == today for at in self.others)
        return tomorrow(now, self._free) if had else now

    def _next_digest(self, message: Message, now: datetime) -> datetime:
        first = morning(message.due, self._free)
        if now < first:
            return first
        today = local(now).date()
        had = any(local(at).date() == today for at in self.spent)
        patient = now - message.due <= PATIENCE_OF_A_DAY
        return tomorrow(now, self._free) if had and patient else now

    def _this_week(self, now: datetime) -> list[datetime]:
        week = monday(local(now).date())
        return [at for at in self.spent if monday(local(at).date()) == week]

    @property
    def _free(self) -> FreeDays:
        return self.dossier.plan.free_days

    @property
    def _wish(self) -> Wish:
        key = self.person.key if self.person else ""
        return self.dossier.get(Wish, key) or Wish(key=key)

    @property
    def _stopped(self) -> bool:
        return self._wish.stopped

    def _never(self, message: Message, now: datetime) -> Message:
        """The coordinator hears of what was asked and did not arrive; of the own stop not."""
        if self.person is not None and self.person.key == self.dossier.plan.coordinator:
            return altered(message, needless=True)
        return altered(message, failed=STOPPED, ended_at=now if message.request else None)

    def _asleep_until(self, now: datetime) -> datetime | None:
        until = self._wish.snoozed_until
        return (
            moment(on_or_after(until, self._free)) if until and until > local(now).date() else None
        )


def _boxes(dossier: Dossier, now: datetime, elsewhere: Elsewhere) -> Iterator[_Box]:
    free, messages = dossier.plan.free_days, dossier.all(Message)
    due = [m for m in unsent(messages, now, free) if m.kind not in AWAITED]
    if not due or not is_decent(now, free):
        return
    ready = _by_receiver(dossier, due, now)
    later = [m for m in messages if is_waiting(m) and m.due <= now and _is_aside(m)]
    aside = _by_receiver(dossier, later, now)
    sent = sent_this_week(messages, now)
    for box, (to, own) in ready.items():
        key = to.key if to else ""
        late = [m for m in (aside[box][1] if to and box in aside else ()) if m not in own]
        others = tuple(elsewhere.get(key, ()))
        yield _Box(
            dossier=dossier,
            person=to,
            ready=tuple(own),
            aside=tuple(late),
            spent=tuple({*sent.get(key, ()), *others}),
            others=others,
        )


def _by_receiver(
    dossier: Dossier, messages: Iterable[Message], now: datetime
) -> dict[str, tuple[Person | None, list[Message]]]:
    """A box for each person; a message to a channel, or to nobody any more, has one of its own."""
    found: dict[str, tuple[Person | None, list[Message]]] = {}
    for message in messages:
        team = dossier.get(Team, message.to)
        person = None if team else receiver(dossier, message, local(now).date())
        box = f"person/{person.key}" if person else f"message/{message.key}"
        found.setdefault(box, (person, []))[1].append(message)
    return found


def _is_aside(message: Message) -> bool:
    """Over the budget; not on its way, nor waiting for another try."""
    return bool(message.not_before) and not message.sending and not message.again_at
