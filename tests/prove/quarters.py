"""Every quarter of an hour of five years: what is shown is what fires, once, at a decent hour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plan import calendar, reminders
from plan.dossier import Dossier
from plan.records import Message, altered
from tests.plan.tiny import dossier, invitation, organisation, person, round_
from tests.prove.trial import Trial

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
DAYS = (LAST - FIRST).days + 1
QUARTER, MINUTE = timedelta(minutes=15), timedelta(minutes=1)
NINE, EIGHT, SIX = time(9), time(8), time(18)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TERM = 14
"""Days that each request in the run lasts."""


def prove(trial: Trial) -> None:
    """All quarters at their size, every minute around every change of the clock, and a run."""
    days = min(DAYS, trial.times(DAYS))
    begin = FIRST + timedelta(days=trial.chance.randrange(DAYS - days + 1))
    _quarters(trial, begin, days)
    for change in changes():
        around = range(-2, 3) if trial.scale >= 1 else (0,)
        for aside in around:
            _minutes(trial, change.date() + timedelta(days=aside))
    _run(trial, begin, max(days, 4 * TERM))
    _named(trial)


def changes() -> Iterator[datetime]:
    """The moments at which the clock changes in these years, in local time."""
    day = FIRST
    while day <= LAST:
        noon = datetime.combine(day, time(12), AMSTERDAM)
        before = datetime.combine(day - timedelta(days=1), time(12), AMSTERDAM)
        if noon.utcoffset() != before.utcoffset():
            yield noon
        day += timedelta(days=1)


def _quarters(trial: Trial, begin: date, days: int) -> None:
    """Of every local time, and of every moment."""
    with trial.bar(days) as bar:
        for n in range(days):
            day = begin + timedelta(days=n)
            for quarter in range(96):
                _shown(trial, day, time(quarter // 4, quarter % 4 * 15))
            at = datetime.combine(day, time(), UTC)
            for quarter in range(96):
                _decent(trial, at + quarter * QUARTER)
            bar.update()


def _minutes(trial: Trial, day: date) -> None:
    for minute in range(24 * 60):
        _shown(trial, day, time(minute // 60, minute % 60))
        _decent(trial, datetime.combine(day, time(), UTC) + minute * MINUTE)


def _shown(trial: Trial, day: date, at: time) -> None:
    """A local time there and back: the first of two, and for none the first that is there."""
    found = calendar.moment(day, at)
    shown = found.astimezone(AMSTERDAM)
    wall = datetime.combine(day, at)
    trial.count("local times")
    if shown.replace(tzinfo=None) == wall:
        if shown.fold:
            trial.fail("the second of two times that are the same", {"day": day, "at": at})
        return
    gap = wall.replace(tzinfo=AMSTERDAM)
    there = gap.astimezone(UTC).astimezone(AMSTERDAM).replace(tzinfo=None) == wall
    moment_before = (found - MINUTE).astimezone(AMSTERDAM).replace(tzinfo=None)
    first = moment_before < wall < shown.replace(tzinfo=None)
    trial.count("times that were left out")
    if there or not (first and shown.minute == 0):
        trial.fail("a local time is shown as another", {"day": day, "at": at, "shown": shown})


def _decent(trial: Trial, at: datetime) -> None:
    """The next decent moment is decent, is not earlier, and leaves no decent day out."""
    found, here = calendar.next_decent(at), at.astimezone(AMSTERDAM)
    then = found.astimezone(AMSTERDAM)
    trial.count("moments")
    good = calendar.is_decent(at) == (
        calendar.is_working_day(here.date()) and EIGHT <= here.time() < SIX
    )
    good = good and calendar.is_decent(found) and calendar.next_decent(found) == found
    if calendar.is_decent(at):
        good = good and found == at
    else:
        between = range((then.date() - here.date()).days)
        passed = [here.date() + timedelta(days=n) for n in between]
        if passed and here.time() >= EIGHT:
            passed = passed[1:]
        idle = not any(calendar.is_working_day(day) for day in passed)
        good = good and found > at and then.time() == NINE and idle
    if not good:
        trial.fail("no decent moment", {"at": at, "next": found})


def _run(trial: Trial, begin: date, days: int) -> None:
    """Requests one after another, looked at every quarter: each wave once, at nine."""
    end = calendar.moment(begin + timedelta(days=days), time())
    known, at, day = Dossier(), calendar.moment(begin, time()), begin
    while at < end:
        if at.astimezone(AMSTERDAM).date() >= day:
            _all_fired(trial, known)
            known = _asked(day)
            day = next(iter(known.all(type(round_())))).closes_on + timedelta(days=4)
        made = reminders.due(known, at)
        sent = [altered(message, sent_at=at) for message in made if message.kind == "reminder"]
        for message in sent:
            shown = message.sent_at and message.sent_at.astimezone(AMSTERDAM)
            trial.count("reminders")
            if message.sent_at != message.due or shown is None or shown.time() != NINE:
                trial.fail("not at the time it shows", {"due": message.due, "at": at})
            if known.get(Message, message.key):
                trial.fail("fired twice", {"key": message.key, "at": at})
        known = known.plus((*sent, *(altered(m, sent_at=at) for m in made if m not in sent)))
        _told(trial, known, at)
        at += QUARTER


def _asked(day: date) -> Dossier:
    opened = calendar.moment(calendar.on_or_after(day), time(9))
    first = opened.astimezone(AMSTERDAM).date()
    ends = calendar.on_or_after(first + timedelta(days=TERM))
    asked = round_("POL", opened_at=opened, deadline=ends)
    sent = invitation("POL", "pol-1", sent_at=opened, made_at=opened, due=opened)
    people = (organisation("POL"), person("pol-1", "POL"), person("ans", "OOV"))
    return dossier(*people, asked, sent)


def _all_fired(trial: Trial, known: Dossier) -> None:
    if not known:
        return
    asked = next(iter(known.all(type(round_()))))
    expected = set(reminders.waves(asked))
    fired = [m.due for m in known.all(Message) if m.kind == "reminder"]
    if sorted(fired) != sorted(expected):
        trial.fail("a wave that fired never or twice", {"wanted": expected, "fired": fired})


def _told(trial: Trial, known: Dossier, at: datetime) -> None:
    """Now and then: the next moment that is told is one at which something goes."""
    if at.hour or at.minute or trial.chance.random() > 0.1:
        return
    told = reminders.next_moment(known, at)
    trial.count("next moments told")
    if told and not reminders.due(known, told):
        trial.fail("a moment at which nothing goes", {"at": at, "told": told})


def _named(trial: Trial) -> None:
    """A day before nine on the morning of summer time: by the clock, and by the hour."""
    nine = calendar.moment(date(2027, 3, 28), NINE)
    by_clock = calendar.moment(date(2027, 3, 27), NINE).astimezone(AMSTERDAM)
    by_hour = (nine - timedelta(hours=24)).astimezone(AMSTERDAM)
    if (by_clock.hour, by_hour.hour) != (9, 8):
        trial.fail("24 hours are no day here", {"clock": by_clock, "hour": by_hour})
    trial.count("days of 23 hours")
