"""What goes out now, one message to a person: a weekly budget, and one digest a day.

What is over it waits for the next message to the same person, or for the next week.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plan.calendar import POST_AT, USUAL, is_decent, local, moment, on_or_after
from plan.dossier import Dossier
from plan.records import FreeDays, Message, Person, Team, Wish, altered
from plan.reminders.post import AWAITED, is_waiting, receiver, unsent
from plan.reminders.weight import LIVE, cannot_wait, rank

DIGEST_AT = POST_AT
"""When the coordinator hears what there is, once a day."""
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
        late = now - message.due > PATIENCE
        most = self.dossier.plan.messages_per_week
        return now if late or len(self._this_week(now)) < most else next_week(now, self._free)

    def _next_digest(self, message: Message, now: datetime) -> datetime:
        first = morning(message.due, self._free)
        if now < first:
            return first
        today = local(now).date()
        had = any(local(at).date() == today for at in self.spent)
        return morning(now, self._free) if had and now - message.due <= PATIENCE_OF_A_DAY else now

    def _this_week(self, now: datetime) -> list[datetime]:
        week = _monday(local(now).date())
        return [at for at in self.spent if _monday(local(at).date()) == week]

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
    if not is_decent(now, dossier.plan.free_days):
        return
    messages, today = dossier.all(Message), local(now).date()
    ready: dict[str, list[Message]] = {}
    people: dict[str, Person] = {}
    for message in unsent(messages, now, dossier.plan.free_days):
        if message.kind in AWAITED:
            continue
        person = None if dossier.get(Team, message.to) else receiver(dossier, message, today)
        box = f"person/{person.key}" if person else f"message/{message.key}"
        ready.setdefault(box, []).append(message)
        people |= {box: person} if person else {}
    aside = [m for m in messages if is_waiting(m) and m.due <= now and _is_aside(m)]
    sent = _sent(messages, now)
    for box, own in ready.items():
        to = people.get(box)
        key = to.key if to else ""
        late = [m for m in aside if to and m not in own and receiver(dossier, m, today) == to]
        spent = {*sent.get(key, ()), *elsewhere.get(key, ())}
        yield _Box(
            dossier=dossier, person=to, ready=tuple(own), aside=tuple(late), spent=tuple(spent)
        )


def _is_aside(message: Message) -> bool:
    """Over the budget; not on its way, nor waiting for another try."""
    return bool(message.not_before) and not message.sending and not message.again_at


def _sent(messages: Iterable[Message], now: datetime) -> dict[str, set[datetime]]:
    """By receiver: when it got something lately. What went as one has one moment."""
    week = moment(_monday(local(now).date()), time())
    found: dict[str, set[datetime]] = {}
    for message in messages:
        if message.sent_at and message.sent_at >= week and message.kind not in LIVE:
            found.setdefault(message.went_to or message.to, set()).add(message.sent_at)
    return found


def heard_at(dossier: Dossier, person: str, now: datetime) -> tuple[datetime, ...]:
    """When somebody got messages of this plan this week: what another plan counts along."""
    return tuple(sorted(_sent(dossier.all(Message), now).get(person, ())))


def next_week(now: datetime, free: FreeDays = USUAL) -> datetime:
    """The first working morning of the week after this one."""
    return moment(on_or_after(_monday(local(now).date()) + timedelta(weeks=1), free))


def morning(at: datetime, free: FreeDays = USUAL) -> datetime:
    """The first time of the digest from a moment on."""
    here = local(at)
    later = timedelta(days=here.time() > DIGEST_AT)
    return moment(on_or_after(here.date() + later, free), DIGEST_AT)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
