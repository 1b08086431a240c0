"""The days that concern somebody: steps, sessions, meetings of bodies, requests, agreements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plan.agreements import agreements
from plan.calendar import local
from plan.deciding import first_check
from plan.dossier import Dossier
from plan.records import CollectiveSession, DecisionStep, Edition, Person, Round
from plan.rights import decides, is_coordinator
from plan.route import adopting, done, papers_due
from plan.sessions import attends
from plan.standing import closing, is_open, submission
from plan.text import Text
from plan.track import Track
from plan.voices import acts_as, voices


@dataclass(frozen=True, kw_only=True)
class Coming:
    """One day; `id` names it for ever, so that a calendar knows it again."""

    id: str
    day: date
    text: Text
    time: str | None = None


def coming(dossier: Dossier, person: Person, today: date, track: Track) -> tuple[Coming, ...]:
    """From today on, the first day first."""
    found = [one for one in _all(dossier, person, today, track) if one.day >= today]
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def _all(dossier: Dossier, person: Person, today: date, track: Track) -> Iterator[Coming]:
    leading = is_coordinator(dossier, person)
    if leading:
        yield from _steps(dossier, track)
        yield from _first_check(dossier)
    yield from _sessions(dossier, person)
    if leading or decides(dossier, person):
        yield from _bodies(dossier)
    yield from _requests(dossier, person, leading=leading)
    yield from _agreements(dossier, person, today)


def _steps(dossier: Dossier, track: Track) -> Iterator[Coming]:
    titles = {step.id: step.title for step in track.steps}
    for planned in dossier.plan.calendar:
        title = titles.get(planned.step)
        if title is None or closing(dossier, planned.step):
            continue
        begins = Text(nl="begin van: {step}", en="start of: {step}")
        ends = Text(nl="laatste dag van: {step}", en="last day of: {step}")
        for id_, day, words in (("start", planned.start, begins), ("end", planned.end, ends)):
            yield Coming(id=f"{planned.step}-{id_}", day=day, text=words.fill(step=title))


def _sessions(dossier: Dossier, person: Person) -> Iterator[Coming]:
    mine = is_coordinator(dossier, person)
    words = Text(nl="sessie met de partners{where}", en="session with the partners{where}")
    for session in dossier.all(CollectiveSession):
        if session.day and not session.ended_at:
            if not (mine or attends(dossier, person, session.key)):
                continue
            where = f", {session.place or session.link}" if session.place or session.link else ""
            yield Coming(
                id=session.key, day=session.day, time=session.time, text=words.fill(where=where)
            )


def _bodies(dossier: Dossier) -> Iterator[Coming]:
    for body in sorted(dossier.all(DecisionStep), key=lambda one: one.order):
        if body.skipped or done(body):
            continue
        due = papers_due(dossier, body) if body.day or body.deadline else None
        if due:
            words = Text(nl="stukken inleveren ({body})", en="papers due ({body})")
            yield Coming(id=f"{body.key}-deadline", day=due, text=words.fill(body=body.body))
        if body.day:
            words = Text(
                nl="vergadering over het plan ({body})", en="meeting about the plan ({body})"
            )
            yield Coming(id=f"{body.key}-day", day=body.day, text=words.fill(body=body.body))


def _first_check(dossier: Dossier) -> Iterator[Coming]:
    """Once adopted the plan is looked at after its first quarter (domain 2.3, J6)."""
    body = adopting(dossier) if dossier.all(Edition) else None
    adopted_on = (body.decided_on or body.day) if body else None
    if adopted_on:
        words = Text(
            nl="eerste kwartaalcheck van het plan", en="first quarterly check of the plan"
        )
        yield Coming(id="first-check", day=first_check(dossier, adopted_on), text=words)


def _requests(dossier: Dossier, person: Person, *, leading: bool) -> Iterator[Coming]:
    for round_ in dossier.all(Round):
        if not is_open(dossier, round_):
            continue
        opened_on = local(round_.opened_at).date()
        own = [o for o in voices(dossier, person, opened_on) if o in round_.partners]
        if leading:
            words = Text(nl="laatste dag voor partners", en="last day for partners")
        elif any(not submission(dossier, round_.key, org) for org in own):
            words = Text(nl="uw antwoorden moeten binnen zijn", en="your answers are due")
        else:
            continue
        yield Coming(id=f"round-{round_.key}", day=round_.closes_on, text=words)


def _agreements(dossier: Dossier, person: Person, today: date) -> Iterator[Coming]:
    for one in agreements(dossier):
        if one.due and not one.done_at and acts_as(dossier, person, one.owner, today):
            words = Text(nl="afspraak: {what}", en="agreement: {what}")
            yield Coming(
                id=f"agreement-{one.key}", day=one.due, text=words.fill(what=one.decision)
            )
