"""A tiny first year and a tiny later year at their checks, and the turns people take there."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dialogs import say
from dialogs.view import View
from plan.dossier import Dossier
from plan.records import (
    Capacity,
    Closed,
    Comment,
    Measure,
    Message,
    Person,
    Plan,
    Planned,
    Planning,
    Record,
    altered,
)
from tests.dialogs.talk import CO, MIRA, PLACE, RUUD, Talk, view_of

NOVEMBER = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
SESSION_DAY = "2026-11-24"
OWNER = "p-owner"


def at_checks(track: str = "first_year", *more: Record) -> Talk:
    """The steps before the checks are closed; nothing was sent."""
    plan = next(one for one in PLACE if isinstance(one, Plan))
    first = track == "first_year"
    before = ("format", "draft") if first else ("evaluation", "format", "draft")
    step = "check_1" if first else "check"
    planned = Planned(step=step, start=date(2026, 11, 2), end=date(2026, 11, 20))
    ready = [m for m in PLACE if isinstance(m, Measure)]
    records: list[Record] = [one for one in PLACE if one is not plan]
    records.append(altered(plan, track=track, calendar=(planned,)))
    records += [_planned(measure) for measure in ready]
    records += [Closed(key=f"{one}/1", step=one, at=NOVEMBER, by=CO) for one in before]
    return Talk(dossier=Dossier((*records, *more)), at=NOVEMBER)


def _planned(measure: Measure) -> Measure:
    return altered(
        measure,
        description="Elke avond op straat.",
        planning=Planning(start=date(2027, 1, 1), end=date(2027, 12, 31)),
        capacity=(Capacity(org="POL", hours=100),),
        result="Minder meldingen",
    )


def send(talk: Talk, **inputs: str) -> None:
    """The coordinator sends the checks from the status card."""
    card = view_of(talk.say(CO, "status"))
    view = view_of(talk.press(CO, card, "request", {}))
    talk.press(CO, view, "send", inputs)


def invited(talk: Talk, who: str = RUUD) -> View:
    """The card of the newest invitation to somebody."""
    made = [m for m in talk.dossier.all(Message) if (m.kind, m.to) == ("invitation", who)]
    reply = say(talk.dossier, made[-1], talk.at)
    assert reply
    assert reply.view
    return reply.view


def all_right(talk: Talk, *people: str) -> None:
    for who in people or (RUUD, MIRA):
        card = invited(talk, who)
        talk.press(who, card, next(b.verb for b in card.buttons if b.primary), {})


def remark(talk: Talk, text: str = "Vier avonden wordt twee", measure: str = "M02") -> Comment:
    """Ruud finds one text wrong and the rest right."""
    view = view_of(talk.press(RUUD, invited(talk), "save", {f"K1/{measure}": "aanpassen"}))
    talk.press(RUUD, view, "save", {f"K1.text/{measure}": text})
    return talk.dossier.all(Comment)[-1]


def queue(talk: Talk, who: str = CO) -> View:
    """The card of the next remark."""
    card = view_of(talk.say(who, "opmerkingen"))
    turn = talk.press(who, card, "next", {})
    assert turn.instead
    return turn.instead


def told(talk: Talk, kind: str, to: str = RUUD) -> list[Message]:
    return [m for m in talk.dossier.all(Message) if (m.kind, m.to) == (kind, to)]


def owner_of(theme: Record) -> tuple[Record, Person]:
    """The theme with an owner, and who that is."""
    person = Person(key=OWNER, name="Toos Haan", org="GEM")
    return altered(theme, owner=OWNER), person
