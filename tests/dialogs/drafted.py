"""A village at the first draft: in its first year from the catalogue, or in a follow-up year."""

from __future__ import annotations

from datetime import date

from dialogs.turn import Turn
from dialogs.view import View
from plan.beginning import from_scratch
from plan.dossier import Dossier
from plan.records import (
    Answer,
    Closed,
    IvpTheme,
    Organisation,
    Person,
    Planned,
    Proposal,
    Record,
    Round,
    Theme,
    YearOfHistory,
    altered,
)
from tests.dialogs.talk import CO, MONDAY, PLACE, ROUND, Talk, view_of

JORIS = "p-joris"
YOUTH = IvpTheme(
    key="T1", title="Jeugdoverlast en jeugdgroepen", field="jeugd", category="priority"
)


def first_year(*more: Record) -> Talk:
    """One theme of the catalogue, no main lines, no items, no measures; the format is fixed."""
    begun = from_scratch(
        key="dorp-2027",
        municipality="Gemeente Dorp",
        year=2027,
        ivp_start=2027,
        college=date(2027, 2, 1),
        now=MONDAY,
        coordinator=Person(key=CO, name="Sanne Verbeek"),
        themes=[YOUTH],
    )
    others = (
        Closed(key="format/1", step="format", at=MONDAY),
        Organisation(key="POL", name="Politie", consulted=True),
        Person(key="p-ruud", name="Ruud Tamminga", org="POL"),
    )
    return Talk(dossier=Dossier((*begun, *others, *more)))


def follow_up(*more: Record) -> Talk:
    """Last year's measures without a verdict, after the evaluative round."""
    days = Planned(step="draft", start=date(2026, 10, 15), end=date(2026, 10, 30))
    plan = altered(PLACE[0], calendar=(*PLACE[0].calendar, days))  # type: ignore[attr-defined]
    closed = [Closed(key=f"{s}/1", step=s, at=MONDAY) for s in ("evaluation", "format")]
    asked = Round(
        key=ROUND, step="evaluation", opened_at=MONDAY, deadline=date(2026, 10, 5), partners=()
    )
    joris = Person(key=JORIS, name="Joris Haan", org="GEM")
    return Talk(dossier=Dossier((plan, *PLACE[1:], *closed, asked, joris, *more)))


def advice(org: str, value: str, measure: str = "M01") -> Answer:
    return Answer(
        key=f"{ROUND}/{org}/M1/{measure}/1",
        round=ROUND,
        org=org,
        question="M1",
        subject=measure,
        value=value,
        at=MONDAY,
    )


def in_vain(*years: int) -> tuple[YearOfHistory, ...]:
    return tuple(YearOfHistory(year=year, effect="uitgebleven") for year in years)


def proposal(key: str, title: str, org: str = "WEL", **more: str) -> Proposal:
    return Proposal(key=key, title=title, by=(org,), **{"item": "T1.1", **more})


def owned(talk: Talk, theme: str = "T1", owner: str = JORIS) -> Talk:
    """The same with an owner for a theme."""
    found = talk.dossier.get(Theme, theme)
    assert found
    who = talk.dossier.get(Person, owner) or Person(key=owner, name="Joris Haan", org="GEM")
    talk.dossier = talk.dossier.plus([altered(found, owner=owner), who])
    return talk


def stage(view: View) -> str:
    return view.about.get("stage", "")


def primary(view: View) -> str:
    return next(button.verb for button in view.buttons if button.primary)


def now(turn: Turn) -> View:
    """The card that is in front of the speaker after a turn."""
    if turn.instead and not any(reply.view for reply in turn.replies):
        return turn.instead
    return view_of(turn)


def until(talk: Talk, wanted: str, who: str = CO, filled: dict[str, str] | None = None) -> View:
    """Press what is primary until a card of that stage comes."""
    view = view_of(talk.say(who, "verder"))
    for _ in range(20):
        if stage(view) == wanted:
            return view
        inputs = {one.id for one in view.inputs()}
        given = {id_: value for id_, value in (filled or {}).items() if id_ in inputs}
        view = now(talk.press(who, view, primary(view), given))
    raise AssertionError(f"{wanted} never came; now at {stage(view)}")
