"""A session: its programme, who prepares what, and what goes out about it and when."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from plan.calendar import moment, working_day_after
from plan.coming import coming
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.files import FILES
from plan.files.calendar import escaped, folded, written
from plan.gates import outcomes_processed
from plan.homework import MOST, homework
from plan.joint import advice
from plan.programme import over_time, programme
from plan.records import (
    BilateralCheck,
    CollectiveSession,
    Consent,
    DiscussionPoint,
    Event,
    Heaviest,
    Message,
    Outcome,
    Planned,
    Record,
    Wish,
    altered,
)
from plan.reminders import due, next_moment
from plan.reminders.outcomes import moments
from plan.rights import ALL, can
from plan.sessions import attendants, hours, remarks_of
from tests.plan.tiny import (
    DEADLINE,
    MONDAY,
    answer,
    at,
    dossier,
    item,
    measure,
    organisation,
    person,
    question,
    ready,
    remark,
    round_,
    scale,
    theme,
    topic,
)

DAY = date(2026, 10, 22)
"""A Thursday."""
SESSION = CollectiveSession(
    key="session",
    day=DAY,
    time="13.00-15.00 uur",
    place="Raadzaal",
    invited=("POL", "WLZ"),
    chair="ans",
    planned_at=at(MONDAY),
    agenda_at=at(MONDAY, 10),
)
POINTS = (
    DiscussionPoint(key="D1", subjects=("M1",), kind="gap", question="Wie?", minutes=20),
    DiscussionPoint(
        key="D2", subjects=("T1.1",), kind="gap", question="Wat?", minutes=20, order=1
    ),
)
PLAN: tuple[Record, ...] = (
    theme(),
    item(),
    measure("M1", "POL"),
    organisation("POL"),
    organisation("WLZ"),
    person("ans", "OOV"),
    person("piet", "POL"),
    person("wil", "WLZ"),
)
OUTCOME = Outcome(
    key="D1", point="D1", decision="Zo.", owner="piet", due=date(2026, 12, 1), at=moment(DAY)
)


def here(*more: Record, session: CollectiveSession | None = SESSION, **plan: Any) -> Dossier:
    return dossier(*PLAN, *POINTS, *((session,) if session else ()), *more, **plan)


def going_out(known: Dossier, day: date, hour: int = 9) -> list[tuple[str, str]]:
    return [(m.kind, m.to) for m in due(known, at(day, hour)) if m.kind != "digest"]


# Programme and homework


def test_the_programme_begins_when_the_session_does_and_in_a_later_year_looks_back() -> None:
    lines = programme(here(), SESSION)
    assert [line.begins for line in lines[:4]] == [
        time(13),
        time(13, 5),
        time(13, 15),
        time(13, 25),
    ]
    assert "Wat leerden we?" in [line.text.nl for line in lines]
    first = programme(here(track="first_year"), SESSION)
    assert "Wat leerden we?" not in [line.text.nl for line in first]
    assert [line.text.nl for line in first][-1] == "Afspraken en data"


def test_a_programme_that_does_not_fit_says_by_how_much() -> None:
    assert over_time(here(), SESSION) == 0
    assert over_time(here(), altered(SESSION, time="13.00-14.00")) == 45


def test_a_time_that_is_none_is_no_time() -> None:
    assert hours(altered(SESSION, time="in de middag")) is None
    assert hours(altered(SESSION, time="25.00")) is None
    assert hours(altered(SESSION, time="9:30 tot 12:00")) == (time(9, 30), time(12))


def test_two_partners_get_different_homework_and_who_is_ready_gets_none() -> None:
    police, welfare = homework(here(), "POL"), homework(here(), "WLZ")
    assert police != welfare
    assert any("M1" in line.nl for line in police)
    assert not any("M1" in line.nl for line in welfare)
    chosen = Heaviest(key="POL", points=("D1",), by="piet", at=at(MONDAY))
    assert homework(here(chosen), "POL") == ()
    other = altered(chosen, points=("D9",))
    assert homework(here(other), "POL") != ()


def test_open_questions_and_conditions_stay_homework_in_five_lines_at_most() -> None:
    open_ = round_("POL", step="check")
    condition = BilateralCheck(key="c", round="check-1", org="POL", commitment="ja_mits")
    lines = homework(here(open_, condition), "POL")
    assert len(lines) <= MOST
    assert "staan nog open" in lines[0].nl
    assert "ja, mits" in lines[1].nl
    chosen = Heaviest(key="POL", points=("D1",), by="piet", at=at(MONDAY))
    assert len(homework(here(open_, condition, chosen), "POL")) == 2


# What goes out


def test_everybody_who_is_invited_hears_it_once_when_it_is_planned() -> None:
    asked = ("session_invitation", "piet"), ("session_invitation", "wil")
    assert going_out(here(), MONDAY) == [*asked]
    assert [p.key for p in attendants(here(), SESSION)] == ["piet", "wil"]
    known = here().plus(due(here(), at(MONDAY)))
    assert going_out(known, MONDAY, 11) == []


def test_a_session_that_moves_is_announced_again() -> None:
    known = here().plus(due(here(), at(MONDAY)))
    moved = altered(SESSION, day=DAY + timedelta(days=7), planned_at=at(MONDAY, 12))
    assert len(going_out(known.plus((moved,)), MONDAY, 13)) == 2


def test_papers_go_seven_days_ahead_and_homework_on_the_working_day_before() -> None:
    known = here().plus(due(here(), at(MONDAY)))
    assert going_out(known, DAY - timedelta(days=8)) == []
    week = DAY - timedelta(days=7)
    assert going_out(known, week) == [("session_papers", "piet"), ("session_papers", "wil")]
    known = known.plus(due(known, at(week)))
    assert going_out(known, DAY - timedelta(days=2)) == []
    assert going_out(known, DAY - timedelta(days=1)) == [
        ("session_eve", "piet"),
        ("session_eve", "wil"),
    ]


def test_an_agenda_that_is_settled_late_goes_out_when_it_is_settled() -> None:
    late = altered(SESSION, agenda_at=at(DAY - timedelta(days=3), 10))
    known = here(session=late).plus(due(here(session=late), at(MONDAY)))
    assert going_out(known, DAY - timedelta(days=3)) == []
    assert going_out(known, DAY - timedelta(days=3), 10)[0][0] == "session_papers"


def test_on_the_day_itself_nobody_gets_papers_or_homework_any_more() -> None:
    assert {kind for kind, _ in going_out(here(), DAY)} == {"session_invitation"}


def test_a_session_that_is_planned_the_day_before_sends_no_second_word_at_once() -> None:
    eve = DAY - timedelta(days=1)
    late = altered(SESSION, planned_at=at(eve, 10), agenda_at=at(eve, 10))
    assert {k for k, _ in going_out(here(session=late), eve, 11)} == {
        "session_invitation",
        "session_papers",
    }


def test_an_owner_of_several_agreements_hears_of_all_in_one_message() -> None:
    over = altered(SESSION, ended_at=at(DAY, 15))
    other = altered(OUTCOME, key="D2", point="D2")
    told = due(here(OUTCOME, other, session=over), at(date(2026, 12, 1)))
    assert [m.text for m in told if m.kind == "agreement_due"] == ["D1,D2"]


def test_without_an_agenda_there_are_no_papers_and_partners_read_no_draft() -> None:
    bare = here(session=altered(SESSION, agenda_at=None))
    piet = person("piet", "POL")
    assert "session_papers" not in dict(going_out(bare, DAY - timedelta(days=7)))
    assert not can(bare, piet, "read_draft", ALL)
    assert can(here(), piet, "read_draft", ALL)
    assert not can(here(), person("x", "OM"), "read_draft", ALL)


def test_the_coordinator_hears_in_time_to_plan_it_and_to_settle_its_agenda() -> None:
    days = (Planned(step="session", start=DAY, end=DAY + timedelta(days=7)),)
    six_weeks = DAY - timedelta(days=42)
    none = here(session=None, calendar=days)
    assert going_out(none, six_weeks) == [("session_plan_due", "ans")]
    assert going_out(none, six_weeks - timedelta(days=1)) == []
    assert going_out(none, DAY) == []
    bare = here(session=altered(SESSION, agenda_at=None), calendar=days)
    assert ("session_agenda_due", "ans") in going_out(bare, DAY - timedelta(days=8))
    assert ("session_agenda_due", "ans") not in going_out(here(), DAY - timedelta(days=8))
    just = altered(SESSION, agenda_at=None, planned_at=at(DAY - timedelta(days=3)))
    known = here(session=just, calendar=days)
    assert ("session_agenda_due", "ans") not in going_out(known, DAY - timedelta(days=3), 10)


def test_a_session_that_has_been_makes_nothing_old() -> None:
    past = altered(SESSION, planned_at=at(DAY + timedelta(days=4)))
    assert going_out(here(session=past), DAY + timedelta(days=4)) == [
        ("session_report_due", "ans")
    ]
    ended = altered(SESSION, ended_at=at(DAY, 15))
    assert going_out(here(session=ended), DAY) == []


def test_who_stopped_hears_nothing_and_a_stand_in_who_is_invited_too_hears_it_once() -> None:
    quiet = Wish(key="piet", stopped=True)
    assert going_out(here(quiet), MONDAY) == [("session_invitation", "wil")]
    stand_in = Wish(key="piet", stand_in="wil")
    assert going_out(here(stand_in), MONDAY) == [("session_invitation", "wil")]


def test_what_was_due_before_the_plan_was_loaded_is_not_sent() -> None:
    loaded = at(DAY - timedelta(days=3))
    assert going_out(here(loaded_at=loaded), DAY - timedelta(days=2)) == []
    assert dict(going_out(here(loaded_at=loaded), DAY - timedelta(days=1))) == {
        "session_eve": "wil"
    }


def test_the_next_moment_is_one_at_which_something_goes_out() -> None:
    known = here().plus(due(here(), at(MONDAY)))
    known = known.plus([altered(m, sent_at=at(MONDAY)) for m in known.all(Message)])
    assert next_moment(known, at(MONDAY, 12)) == moment(DAY - timedelta(days=7))


# Agreements


def test_an_owner_is_asked_five_working_days_after_and_only_once_it_was_worked_in() -> None:
    five = date(2026, 10, 29)
    over = altered(SESSION, ended_at=at(DAY, 15))
    done = altered(OUTCOME, processed_at=at(DAY + timedelta(days=1)))
    assert ("outcome_check", "piet") not in going_out(here(OUTCOME, session=over), five)
    assert ("outcome_check", "piet") in going_out(here(done, session=over), five)
    assert ("outcome_check", "piet") not in going_out(
        here(done, session=over), five - timedelta(days=1)
    )
    said = Consent(
        key="outcome/D1/POL",
        kind="outcome",
        subject="D1",
        org="POL",
        asked_at=at(five),
        answer="ja",
    )
    assert ("outcome_check", "piet") not in going_out(here(done, said, session=over), five)


def test_an_agreement_is_quiet_until_it_is_due_and_once_it_is_kept() -> None:
    over = altered(SESSION, ended_at=at(DAY, 15))
    day = date(2026, 12, 1)
    assert ("agreement_due", "piet") not in going_out(
        here(OUTCOME, session=over), day - timedelta(days=1)
    )
    assert ("agreement_due", "piet") in going_out(here(OUTCOME, session=over), day)
    kept = altered(OUTCOME, done_at=at(DAY))
    assert ("agreement_due", "piet") not in going_out(here(kept, session=over), day)
    afterwards = altered(OUTCOME, at=at(day, 12))
    assert ("agreement_due", "piet") not in going_out(here(afterwards, session=over), day, 13)


def test_an_outcome_that_was_not_worked_in_keeps_the_step_open() -> None:
    assert outcomes_processed(here(OUTCOME))
    assert not outcomes_processed(here(altered(OUTCOME, processed_at=at(DAY))))
    assert not outcomes_processed(here())


# Days to come


def test_everybody_sees_the_days_that_concern_them() -> None:
    track = TRACKS["follow_up"]
    known = here(OUTCOME, round_("POL"))
    piet = [one.id for one in coming(known, person("piet", "POL"), MONDAY, track)]
    assert piet == ["round-evaluation-1", "session", "agreement-D1"]
    nobody = [one.id for one in coming(known, person("x", "OM"), MONDAY, track)]
    assert nobody == []
    answered = here(round_("POL"), ready("POL"))
    assert "round-evaluation-1" not in [
        one.id for one in coming(answered, person("piet", "POL"), MONDAY, track)
    ]
    assert [one.id for one in coming(known, person("piet", "POL"), date(2026, 11, 1), track)] == [
        "agreement-D1"
    ]


def test_a_calendar_file_is_as_the_standard_wants_it() -> None:
    name, content = FILES["ics"](here(), "session", "nl", at(DAY))
    text = content.decode()
    assert name.endswith("session.ics")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n")
    assert "DTSTART:20261022T110000Z\r\nDTEND:20261022T130000Z" in text
    assert "UID:v-2027-session@uitvoeringsplan" in text
    assert "DTSTAMP:20260914T070000Z" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert FILES["ics"](here(), "session", "nl", at(DAY + timedelta(days=3)))[1] == content


def test_in_winter_amsterdam_is_an_hour_from_utc_and_a_moved_session_counts_up() -> None:
    moved = Event(key="e", who="ans", what="moved_session", subject="session", at=at(MONDAY))
    winter = altered(SESSION, day=date(2026, 11, 26))
    text = FILES["ics"](here(moved, session=winter), "session", "nl", at(DAY))[1].decode()
    assert "DTSTART:20261126T120000Z" in text
    assert "SEQUENCE:1" in text


def test_long_lines_are_folded_between_letters_and_signs_are_escaped() -> None:
    line = "SUMMARY:" + "é" * 60
    parts = folded(line).split("\r\n ")
    assert "".join(parts) == line
    assert all(len(part.encode()) <= 75 for part in parts)
    assert escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"
    assert written(()).count(b"\r\n") == 6


def test_the_coordinator_takes_all_days_along() -> None:
    text = FILES["ics"](here(OUTCOME, round_("POL")), "agenda", "nl", at(DAY))[1].decode()
    assert "DTSTART;VALUE=DATE:20260928" in text
    assert text.count("BEGIN:VEVENT") == 2


# A joint evaluation


def test_a_joint_session_is_advised_when_two_themes_are_disputed_or_few_answered() -> None:
    topics = (topic(question("O2", scale(), per="theme")),)
    two = (theme("T2", order=1), round_("POL", "WLZ"))
    apart = [answer("POL", "O2", 1, t) for t in ("T1", "T2")]
    apart += [answer("WLZ", "O2", 5, t) for t in ("T1", "T2")]
    found = advice(here(*two, *apart), round_("POL", "WLZ"), topics, MONDAY)
    assert found
    assert found.themes == ("T1", "T2")
    one = [a for a in apart if a.subject == "T1"]
    assert advice(here(*two, *one), round_("POL", "WLZ"), topics, MONDAY) is None
    late = DEADLINE + timedelta(days=1)
    assert advice(here(*two), round_("POL", "WLZ"), topics, DEADLINE) is None
    assert advice(here(*two), round_("POL", "WLZ"), topics, late)
    assert (
        advice(here(*two, ready("POL"), ready("WLZ")), round_("POL", "WLZ"), topics, late) is None
    )


def test_the_coordinator_hears_once_when_outcomes_stay_out_of_the_draft_for_five_days() -> None:
    open_ = altered(OUTCOME, due=None)
    over = altered(SESSION, ended_at=at(DAY, 15))
    known = here(open_, session=over)
    fifth, after = working_day_after(DAY, 5), working_day_after(DAY, 6)
    wanted = ("outcomes_due", "ans")
    assert wanted not in going_out(known, fifth, 16)
    assert going_out(known, after).count(wanted) == 1
    later = known.plus(due(known, at(after)))
    assert wanted not in going_out(later, after + timedelta(days=7))
    done = here(altered(open_, processed_at=at(after)), session=over)
    assert wanted not in going_out(done, after)


def test_the_moment_at_which_outcomes_are_late_is_one_to_wake_up_for() -> None:
    known = here(altered(OUTCOME, due=None), session=altered(SESSION, ended_at=at(DAY, 15)))
    assert list(moments(known)) == [moment(working_day_after(DAY, 6))]


def test_a_remark_about_the_plan_as_a_whole_waits_with_the_point_that_is_about_it() -> None:
    sent = remark("B1", disposition="to_session")
    own = DiscussionPoint(key="D1", subjects=("B1",), kind="gap", question="Hoe verder?")
    last = DiscussionPoint(key="D2", subjects=("M1",), kind="gap", question="Wie?", order=1)
    with_both = dossier(measure("M1"), sent, own, last)
    assert (remarks_of(with_both, own), remarks_of(with_both, last)) == ((sent,), ())
    without = dossier(measure("M1"), sent, last)
    assert remarks_of(without, last) == (sent,)
