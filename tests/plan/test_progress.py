"""Progress rounds: who is asked, how often, and what the answers come to."""

from __future__ import annotations

from datetime import date

import pytest

from plan.asking import led
from plan.progress import (
    lead_person,
    leading,
    may_ask,
    suggestion,
    unsettled,
    with_year,
    year_of,
)
from plan.records import (
    Closed,
    Confirmed,
    Lead,
    Measure,
    Record,
    Round,
    YearOfHistory,
    altered,
)
from plan.standing import is_open
from tests.plan.tiny import answer, at, dossier, item, measure, organisation, person, theme

SPRING, SUMMER = date(2027, 4, 1), date(2027, 6, 15)


def led_by(key: str, org: str, who: str) -> Measure:
    return altered(measure(key), lead=Lead(org=org, person=who))


HERE: tuple[Record, ...] = (
    theme(),
    item(),
    organisation("POL"),
    organisation("GEM", consulted=False),
    organisation("WEL"),
    person("ans", "GEM"),
    person("pol-1", "POL"),
    person("pol-2", "POL"),
    measure("M1", "POL"),
    led_by("M2", "POL", "pol-2"),
    led_by("M3", "POL", "pol-2"),
    measure("M4", "POL", decision="stop"),
    led_by("M5", "GEM", "ans"),
    measure("M6"),
)


def round_on(day: date, number: int = 1) -> Round:
    return Round(
        key=f"progress-{number}",
        step="progress",
        number=number,
        opened_at=at(day),
        deadline=day.replace(day=28),
        partners=("POL",),
    )


def said(question: str, value: str | None = None, text: str | None = None) -> Record:
    return answer("POL", question, value, "M1", text=text, round="progress-1")


def over(number: int = 1) -> Closed:
    return Closed(key=f"progress-{number}/1", step=f"progress-{number}", at=at(SUMMER))


def test_who_leads_what_runs_is_asked_about_that_alone() -> None:
    here = dossier(*HERE)
    assert [m.key for m in led(here, "POL")] == ["M1", "M2", "M3"]
    assert [org.key for org in leading(here)] == ["POL"]


def test_the_coordinator_is_not_asked_by_message() -> None:
    assert led(dossier(*HERE), "GEM") == ()
    assert [m.key for m in led(dossier(*HERE, coordinator="pol-1"), "GEM")] == ["M5"]


def test_whoever_leads_most_answers_for_the_organisation() -> None:
    found = lead_person(dossier(*HERE), "POL")
    assert found
    assert found.key == "pol-2"


def test_without_a_named_lead_it_is_the_contact() -> None:
    here = dossier(organisation("POL"), person("pol-9", "POL"), item(), measure("M1", "POL"))
    found = lead_person(here, "POL")
    assert found
    assert found.key == "pol-9"
    assert lead_person(here, "WEL") is None


def test_there_is_room_for_two_rounds_a_year_one_at_a_time() -> None:
    assert may_ask(dossier(*HERE), SPRING)
    first = round_on(SPRING)
    assert not may_ask(dossier(*HERE, first), SUMMER)
    assert may_ask(dossier(*HERE, first, over()), SUMMER)
    both = (first, over(), round_on(SUMMER, 2), over(2))
    assert not may_ask(dossier(*HERE, *both), SUMMER)


def test_a_plan_of_two_years_has_room_in_each() -> None:
    both = (round_on(SPRING), over(), round_on(SUMMER, 2), over(2))
    assert may_ask(dossier(*HERE, *both, duration_years=2), date(2028, 4, 3))


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 12, 20), 2027), (SPRING, 2027), (date(2028, 1, 10), 2027)],
)
def test_a_day_tells_of_a_year_of_the_plan(day: date, year: int) -> None:
    assert year_of(dossier(), day) == year


def test_a_round_is_closed_by_itself_and_the_next_one_is_open() -> None:
    first, second = round_on(SPRING), round_on(SUMMER, 2)
    here = dossier(*HERE, first, over(), second)
    assert not is_open(here, first)
    assert is_open(here, second)
    assert not is_open(here.plus([Confirmed(key="closed", at=at(SUMMER))]), second)


def suggested(*given: Record, history: tuple[YearOfHistory, ...] = ()) -> YearOfHistory:
    own = measure("M1", "POL", history=history)
    here = dossier(*HERE, own, round_on(SPRING), *given)
    return suggestion(here, round_on(SPRING), own)


def test_the_year_is_worked_out_from_the_answers() -> None:
    found = suggested(
        said("G1", "achter"),
        said("G2", "rood"),
        said("G3", text="Zie bijlage."),
        said("G4", text="Ziekte"),
        said("G5", text="Minder avonden"),
        said("G6", text="Inhuur"),
    )
    assert (found.year, found.progress, found.light) == (2027, "achter", "rood")
    assert (
        found.note == "Zie bijlage.\nOorzaak: Ziekte\nGevolg: Minder avonden\nBijsturing: Inhuur"
    )


def test_what_was_said_of_an_earlier_light_does_not_go_with_green() -> None:
    found = suggested(said("G1", "op_schema"), said("G2", "groen"), said("G4", text="Ziekte"))
    assert found.note is None


def test_without_answers_it_stays_as_it_was_known() -> None:
    known = YearOfHistory(year=2027, progress="achter", light="oranje", note="Inhuur")
    assert suggested(history=(known,)) == known
    assert suggested().light is None


def test_what_was_settled_takes_the_place_of_the_year_and_no_other() -> None:
    before = YearOfHistory(year=2026, progress="achter")
    old = YearOfHistory(year=2027, progress="achter")
    new = YearOfHistory(year=2027, progress="afgerond", light="groen")
    assert with_year(measure("M1", history=(old, before)), new).history == (before, new)


def test_everything_that_runs_is_settled_one_by_one() -> None:
    here = dossier(*HERE, round_on(SPRING), Confirmed(key="progress-1/M1", at=at(SPRING)))
    assert [m.key for m in unsettled(here, round_on(SPRING))] == ["M2", "M3", "M5", "M6"]
