"""A new plan: out of last year's, or out of themes alone."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from plan.aggregate import pictures
from plan.asking import answered
from plan.beginning import from_scratch, next_plan, track_of
from plan.calendar import is_working_day
from plan.dossier import Dossier
from plan.gates import old_measures_judged
from plan.records import (
    Capacity,
    Closed,
    Comment,
    Concluded,
    DecisionStep,
    Event,
    Fact,
    Ivp,
    IvpTheme,
    Meeting,
    Message,
    Organisation,
    Outcome,
    Person,
    Plan,
    PlanFormat,
    Proposal,
    Record,
    Round,
    Submission,
    Wish,
)
from plan.reminders import due, next_moment
from plan.standing import is_open
from tests.plan.tiny import (
    OPENED,
    answer,
    at,
    closed,
    dossier,
    invitation,
    item,
    ivp_theme,
    measure,
    organisation,
    past,
    person,
    question,
    ready,
    remark,
    round_,
    scale,
    theme,
    topic,
)

COLLEGE = date(2027, 12, 14)
NOW = at(date(2027, 9, 1))
YEAR = 2028


def last_year(*records: Record, **plan: object) -> Dossier:
    """The plan of 2027 as it stands a year later: asked, answered, judged and adopted."""
    return dossier(
        theme(),
        ivp_theme(),
        item(),
        organisation("POL"),
        person("ans", "OOV"),
        person("pol-1", "POL"),
        Meeting(key="OV", name="Overleg"),
        Fact(key="SB", text="Meer meldingen."),
        DecisionStep(
            key="MT", body="MT", order=0, day=date(2026, 12, 10), decision="akkoord", text="Goed."
        ),
        DecisionStep(key="college", body="college", order=1, day=date(2026, 12, 22)),
        DecisionStep(key="raad", body="raad", order=2, role="ter kennisname"),
        *records,
        **plan,
    )


def following(last: Dossier, **more: object) -> Dossier:
    given: dict[str, object] = {"year": YEAR, "college": COLLEGE, "now": NOW, **more}
    return Dossier(next_plan(last, **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("year", "track"),
    [(2028, "first_year"), (2029, "first_year"), (2030, "follow_up"), (2033, "follow_up")],
)
def test_the_first_year_of_an_ivp_has_its_own_track(year: int, track: str) -> None:
    assert track_of(year, 2029) == track


def test_the_plan_of_another_year_of_the_ivp_follows_up() -> None:
    plan = following(last_year(loaded_at=OPENED, reference_date=date(2026, 11, 9))).plan
    assert (plan.key, plan.year, plan.track, plan.ivp_year_number) == (
        "v-2028",
        2028,
        "follow_up",
        4,
    )
    assert (plan.version, plan.previous) == ("0.1 concept", "v-2027")
    assert plan.ivp == last_year().plan.ivp
    assert plan.loaded_at is None
    assert plan.reference_date is None
    assert "2028" in plan.title


def test_a_new_ivp_starts_the_first_year() -> None:
    old = Ivp(title="Oud", start=2024, end=2027, adopted_by="gemeenteraad")
    plan = following(last_year(ivp=old), ivp_start=2028).plan
    assert (plan.track, plan.ivp_year_number) == ("first_year", 1)
    assert (plan.ivp.start, plan.ivp.end, plan.ivp.adopted_by) == (2028, 2031, None)
    assert plan.calendar[0].step == "format"


def test_where_no_ivp_year_is_known_the_plan_follows_up() -> None:
    plan = following(last_year(ivp=Ivp(title="IVP"))).plan
    assert plan.track == "follow_up"


def test_the_calendar_is_worked_back_from_the_college() -> None:
    calendar = following(last_year()).plan.calendar
    assert calendar[-1].end == COLLEGE
    assert calendar[0].start >= date(2027, 9, 1)
    assert all(is_working_day(p.start) and is_working_day(p.end) for p in calendar)


def test_a_college_that_decides_too_soon_is_refused() -> None:
    with pytest.raises(ValueError, match="too few working days"):
        following(last_year(), college=date(2027, 9, 3))


def test_the_format_goes_along_and_is_open_again() -> None:
    form = PlanFormat(
        preset="compacte_tabel", columns=("code",), locked_at=OPENED, reason="Korter."
    )
    here = following(last_year(format=form)).plan.format
    assert (here.preset, here.columns) == ("compacte_tabel", ("code",))
    assert (here.locked_at, here.reason) == (None, None)


def test_what_was_stopped_stays_behind_and_the_rest_goes_on_without_a_verdict() -> None:
    last = last_year(
        measure("M1", "POL", decision="continue", decision_reason="Werkt.", evidence_note="Breda"),
        measure("M2", decision="stop", decision_reason="Werkt niet."),
        measure("M3", decision="new"),
        measure("M4"),
    )
    here = following(last)
    assert [m.key for m in here.measures] == ["M1", "M3", "M4"]
    said = [(m.decision, m.decision_reason, m.evidence_note) for m in here.measures]
    assert said == [(None, None, None)] * 3


def test_everything_that_goes_on_waits_for_a_verdict_new_measures_of_last_year_too() -> None:
    here = following(last_year(measure("M1", decision="new"), measure("M2", decision="continue")))
    (text,) = old_measures_judged(here)
    assert "2" in text.nl


def test_promises_hold_for_one_plan_and_hours_go_along() -> None:
    hours = (Capacity(org="POL", hours=40),)
    last = last_year(
        measure("M1", "POL", commitment={"POL": "ja"}, capacity=hours, depends_on=("M2", "M3")),
        measure("M2", decision="stop"),
        measure("M3"),
    )
    (first, _) = following(last).measures
    assert first.commitment == {}
    assert first.capacity == hours
    assert first.depends_on == ("M3",)


def concluded(progress: str | None = "achter", effect: str | None = "beperkt") -> Concluded:
    return Concluded(key="M1", progress=progress, effect=effect, at=OPENED)


def history(*records: Record) -> list[tuple[int, str | None, str | None]]:
    (found,) = following(last_year(*records)).measures
    return [(h.year, h.progress, h.effect) for h in found.history]


def test_what_was_concluded_becomes_history_of_the_year_it_was_about() -> None:
    own = measure("M1", history=(past(2025, "op_schema", "zichtbaar"),))
    assert history(own, concluded()) == [
        (2025, "op_schema", "zichtbaar"),
        (2026, "achter", "beperkt"),
    ]


def test_a_conclusion_takes_the_place_of_what_was_known_of_that_year() -> None:
    own = measure("M1", history=(past(2026, "op_schema", "zichtbaar"), past(2025, "afgerond")))
    assert history(own, concluded(effect=None)) == [
        (2025, "afgerond", None),
        (2026, "achter", "zichtbaar"),
    ]


def test_without_a_conclusion_history_stays_as_it_was() -> None:
    assert history(measure("M1", history=(past(2026, "achter"),))) == [(2026, "achter", None)]
    assert history(measure("M1")) == []


def test_the_ones_who_take_part_go_along_and_what_happened_stays_behind() -> None:
    last = last_year(
        measure("M1", "POL"),
        round_("POL"),
        ready("POL"),
        invitation("POL", "pol-1"),
        Proposal(key="P1", title="Meer licht"),
        remark("B-01"),
        closed("evaluation", OPENED),
        Event(key="e", who="ans", what="closed", subject="evaluation", at=OPENED),
        concluded(),
    )
    here = following(last)
    for kind in (Submission, Message, Proposal, Comment, Closed, Event, Concluded):
        assert here.all(kind) == ()
    for stays in (Organisation, Person, Meeting, Fact, IvpTheme):
        assert here.all(stays) == last.all(stays)
    assert here.themes == last.themes
    assert here.items == last.items


def test_the_route_goes_along_without_its_decisions() -> None:
    route = following(last_year()).all(DecisionStep)
    assert [(b.body, b.role, b.day, b.decision, b.text) for b in route] == [
        ("MT", None, None, None, None),
        ("college", None, COLLEGE, None, None),
        ("raad", "ter kennisname", None, None, None),
    ]


def test_last_answers_are_kept_aside_where_no_result_and_no_reminder_looks() -> None:
    last = last_year(
        measure("M1", "POL"),
        round_("POL", "WLZ"),
        round_("POL", number=2),
        answer("POL", "O2", 1, "T1"),
        answer("POL", "O2", 4, "T1", round="evaluation-2"),
        answer("WLZ", "M2", text="Meer licht", number=2),
    )
    here = following(last)
    (aside,) = here.all(Round)
    assert (aside.key, aside.step, is_open(here, aside)) == ("previous-2027", "previous", False)
    assert answered(here, aside.key, "POL")["O2/T1"].value == 4
    assert answered(here, aside.key, "WLZ")["M2#2"].text == "Meer licht"
    assert pictures(here.latest_answers, (topic(question("O2", scale(), per="theme")),)) == ()
    assert here.round("evaluation") is None
    assert due(here, at(date(2027, 9, 20))) == ()
    coming = next_moment(here, NOW)
    assert coming is None or all(m.request != aside.key for m in due(here, coming))


def test_only_one_year_back_is_kept_aside() -> None:
    once = following(last_year(round_("POL"), answer("POL", "R1", 3)))
    twice = following(once, year=2029, college=date(2028, 12, 12), now=at(date(2028, 9, 1)))
    assert twice.all(Round) == ()


def test_two_plans_of_the_same_municipality_have_keys_of_their_own() -> None:
    assert following(last_year()).plan.key != last_year().plan.key


def scratch(**more: object) -> Dossier:
    given: dict[str, object] = {
        "key": "groot-dam-2027",
        "municipality": "Groot Dam",
        "year": 2027,
        "ivp_start": 2027,
        "college": date(2026, 12, 15),
        "now": at(date(2026, 9, 1)),
        "coordinator": Person(key="ans", name="Ans"),
        "themes": [ivp_theme("T1"), ivp_theme("T2")],
        **more,
    }
    return Dossier(from_scratch(**given))  # type: ignore[arg-type]


def test_a_plan_from_themes_alone_has_a_coordinator_a_route_and_a_calendar() -> None:
    here = scratch()
    assert isinstance(here.plan, Plan)
    assert (here.plan.key, here.plan.municipality.id) == ("groot-dam-2027", "groot-dam")
    assert (here.plan.track, here.plan.ivp_year_number) == ("first_year", 1)
    assert here.coordinator
    assert here.get(Organisation, here.coordinator.org)
    assert [t.key for t in here.themes] == ["T1", "T2"]
    assert {here.category(t.key) for t in here.themes} == {"priority"}
    bodies = here.all(DecisionStep)
    assert [b.body for b in bodies] == ["MT", "college", "driehoek", "gemeenteraad"]
    assert here.plan.calendar[-1].end == date(2026, 12, 15)


def test_a_plan_from_themes_alone_in_a_later_year_follows_up() -> None:
    later = scratch(ivp_start=2025).plan
    assert (later.track, later.ivp_year_number) == ("follow_up", 3)


def test_a_plan_from_themes_alone_needs_time_too() -> None:
    with pytest.raises(ValueError, match="too few"):
        scratch(now=at(date(2026, 12, 11)))


def test_parked_ideas_and_remarks_ask_for_a_verdict_again() -> None:
    last = last_year(
        measure("M1", "POL"),
        Proposal(key="P1", title="Meer licht", by=("WLZ",), status="parked", reason="Later."),
        Proposal(key="P2", title="Drone", status="rejected", reason="Te duur."),
        Proposal(key="v-2026/P3", title="Oud idee", status="parked"),
        remark("check-1/POL/K1", subject="M1", disposition="parked", reply="In april."),
        remark("B-02", disposition="accepted"),
    )
    found = {p.key: (p.title, p.by, p.item, p.status) for p in following(last).all(Proposal)}
    assert found == {
        "v-2027/P1": ("Meer licht", ("WLZ",), None, "open"),
        "v-2027/P3": ("Oud idee", (), None, "open"),
        "v-2027/check-1-POL-K1": ("Dit klopt niet.", ("POL",), "T1.1", "open"),
    }


def test_a_parked_objection_comes_along_under_the_name_of_its_measure() -> None:
    objection = remark("B-01", subject="M1", disposition="parked", round="amended/mt")
    last = last_year(
        measure("M1", "POL"),
        replace(objection, text="Kan niet leven met de wijziging."),
        replace(objection, key="B-02", text="Te laat."),
    )
    title = last.title("M1")
    assert [p.title for p in following(last).all(Proposal)] == [
        f"M1 {title}: kan niet leven met de wijziging",
        f"M1 {title}: Te laat.",
    ]


def test_agreements_come_along_until_they_are_kept_and_hang_from_no_point() -> None:
    done = at(date(2027, 5, 1))
    last = last_year(
        Outcome(key="D1", point="D1", decision="Rooster", owner="pol-1"),
        Outcome(key="D2", point="D2", decision="Zonder eigenaar"),
        Outcome(key="v-2026/D1", point="v-2026/D1", decision="Oud", owner="pol-1"),
        Outcome(key="v-2026/D2", point="v-2026/D2", decision="Klaar", owner="ans", done_at=done),
    )
    found = following(last).all(Outcome)
    assert [(o.key, o.point, o.decision) for o in found] == [
        ("v-2027/D1", "v-2027/D1", "Rooster"),
        ("v-2026/D1", "v-2026/D1", "Oud"),
    ]


def test_who_asked_for_silence_keeps_it_and_last_years_look_back_stays_behind() -> None:
    until = date(2027, 1, 8)
    last = last_year(
        Wish(key="pol-1", stopped=True, stand_in="pol-2", snoozed_until=until),
        theme(look_back="Het ging goed.", owner="ans"),
    )
    here = following(last, year=YEAR)
    assert here.all(Wish) == (Wish(key="pol-1", stopped=True, stand_in="pol-2"),)
    (own,) = here.themes
    assert (own.look_back, own.owner) == (None, "ans")


def test_roles_go_along() -> None:
    last = last_year(decision_makers=("ans",), readers=("pol-1",), portfolio_holder="ans")
    plan = following(last).plan
    assert (plan.decision_makers, plan.readers, plan.portfolio_holder) == (
        ("ans",),
        ("pol-1",),
        "ans",
    )


def test_a_route_forgets_who_decided_when_and_what_was_amended() -> None:
    body = DecisionStep(
        key="MT", body="MT", decided_on=date(2026, 12, 1), by="ans", at=OPENED, amended=("M1",)
    )
    (first, *_) = following(last_year(body)).all(DecisionStep)
    assert (first.decided_on, first.by, first.at, first.amended) == (None, None, None, ())
