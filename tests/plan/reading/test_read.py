"""What is read from a plan file."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from plan.content.topics import EVALUATION
from plan.dossier import Dossier
from plan.reading import PlanFileError, read
from plan.records import (
    Answer,
    BilateralCheck,
    Closed,
    Comment,
    DecisionStep,
    DiscussionPoint,
    FreeDays,
    Measure,
    Message,
    Outcome,
    Plan,
    Round,
    Submission,
)
from tests.plan.reading.small import asked, bare, records, town


def test_a_plan_and_its_themes_are_enough() -> None:
    reading = read(bare())
    plan = Dossier(reading.records).plan
    assert (plan.key, plan.year, plan.version, plan.language) == ("p1", 2027, "0.1 concept", "nl")
    assert plan.municipality.name
    assert plan.ivp.title
    assert reading.unknown == ()


def test_a_plan_without_themes_loads_as_well() -> None:
    data = bare()
    del data["themes"]
    assert len(read(data).records) == 1


def test_an_unknown_key_is_named_with_its_path() -> None:
    data = town()
    data["plan"]["colour"] = "red"
    data["themes"][0]["items"][0]["measures"][1]["kleur"] = "rood"
    assert read(data).unknown == ("plan.colour", "themes[0].items[0].measures[1].kleur")


def test_partners_are_ids_or_ids_with_a_role() -> None:
    measure = records(town(), Measure)[1]
    assert [(one.org, one.role) for one in measure.partners] == [("POL", None), ("OOV", "x")]


def test_blanks_around_a_word_mean_nothing() -> None:
    data = town()
    data["themes"][0]["items"][0]["measures"][0]["evidence"] = " bewezen "
    assert records(data, Measure)[0].evidence == "bewezen"


def test_a_theme_takes_its_title_from_the_ivp() -> None:
    data = bare()
    data["ivp"] = {"themes": [{"id": "T1", "title": "Uit het IVP"}]}
    del data["themes"][0]["title"]
    assert Dossier(read(data).records).themes[0].title == "Uit het IVP"


def test_the_calendar_gets_the_step_ids_of_the_track_in_order() -> None:
    calendar = [
        {"step": "J2", "start": date(2027, 2, 1), "end": date(2027, 2, 20)},
        {"step": "format", "start": "2027-01-04", "end": "2027-01-08"},
    ]
    plan = records(bare(track="first_year", calendar=calendar), Plan)[0]
    assert [one.step for one in plan.calendar] == ["format", "draft"]


def test_a_step_that_was_over_on_the_reference_date_is_closed_on_its_end() -> None:
    calendar = [
        {"step": "V1", "start": date(2026, 9, 1), "end": date(2026, 9, 30)},
        {"step": "V2", "start": date(2026, 10, 1), "end": date(2026, 10, 9)},
    ]
    data = bare(calendar=calendar)
    assert records(data, Closed) == []
    data["meta"] = {"reference_date": date(2026, 10, 9)}
    (closed,) = records(data, Closed)
    assert (closed.key, closed.step, closed.at.date()) == (
        "evaluation/1",
        "evaluation",
        date(2026, 9, 30),
    )


def test_bodies_keep_their_order_and_each_its_own_key() -> None:
    data = bare(decision_route=[{"body": "MT"}, {"body": "college"}, {"body": "MT"}])
    found = [(one.key, one.order) for one in records(data, DecisionStep)]
    assert found == [("MT", 0), ("college", 1), ("MT-2", 2)]


def test_an_answer_keeps_its_subject_its_day_and_where_it_came_from() -> None:
    data = asked({"q": "O2", "theme": "T1", "value": 2}, submitted_on=date(2026, 9, 20))
    (answer,) = records(data, Answer)
    assert answer.key == "evaluation-1/POL/O2/T1/1"
    assert (answer.value, answer.by, answer.source) == (2, "p-a", "file")
    assert answer.at == datetime(2026, 9, 20, 7, tzinfo=UTC)


@pytest.mark.parametrize(("value", "kept"), [("1", 1), (1, 1), ("geen_zicht_op", "geen_zicht_op")])
def test_a_point_on_a_scale_is_a_number_also_when_it_is_quoted(
    value: object, kept: object
) -> None:
    data = asked({"q": "O2", "theme": "T1", "value": value})
    (answer,) = [one for one in read(data, topics=EVALUATION).records if isinstance(one, Answer)]
    assert answer.value == kept


def test_small_forms_are_numbered_and_keep_their_fields() -> None:
    data = asked(
        {"q": "M2", "item": "T1.1", "title": "Een", "text": "a"},
        {"q": "M2", "item": "T1.1", "title": "Twee", "text": "b", "costs": 500},
    )
    one, two = records(data, Answer)
    assert (one.key, two.key) == ("evaluation-1/POL/M2//1", "evaluation-1/POL/M2//2")
    assert two.more == {"title": "Twee", "item": "T1.1", "costs": "500"}


def test_a_question_about_an_item_has_the_item_as_its_subject() -> None:
    (answer,) = records(asked({"q": "A4", "item": "T1.1", "value": 3}), Answer)
    assert answer.subject == "T1.1"
    assert answer.more == {}


def test_only_who_is_done_has_submitted() -> None:
    assert records(asked(status="partial"), Submission) == []
    half = asked(status="partial", submitted_on=date(2026, 9, 20))
    assert records(half, Submission) == []
    assert len(records(asked(status="complete"), Submission)) == 1
    assert len(records(asked(submitted_on=date(2026, 9, 20)), Submission)) == 1


def test_reminders_that_were_sent_are_kept_as_sent() -> None:
    (message,) = records(asked(reminders_sent=[date(2026, 9, 28)]), Message)
    assert (message.kind, message.request, message.to) == ("reminder", "evaluation-1", "p-a")
    assert message.sent_at == datetime(2026, 9, 28, 7, tzinfo=UTC)


def test_a_round_without_responses_asks_whoever_is_consulted() -> None:
    data = asked()
    data["evaluation_round"]["responses"] = []
    assert records(data, Round)[0].partners == ("POL",)


def test_a_check_knows_what_was_confirmed() -> None:
    check = {
        "round": 1,
        "window": {"start": date(2026, 11, 2), "end": date(2026, 11, 20)},
        "partners": [
            {"org": "POL", "confirmed": True},
            {"org": "OOV", "confirmed": False},
        ],
        "comments": [{"id": "B-1", "org": "POL", "subject": "M1", "text": "Klopt niet."}],
    }
    data = {**town(), "bilateral_checks": [check]}
    said = {one.key: one.commitment for one in records(data, BilateralCheck)}
    assert said == {"check-1/POL": "ja", "check-1/OOV": "geen_reactie"}
    assert [(one.key, one.step) for one in records(data, Round)] == [("check-1", "check")]
    (comment,) = records(data, Comment)
    assert (comment.round, comment.subject, comment.disposition) == ("check-1", "M1", "open")


def test_the_two_rounds_of_a_first_year_are_two_steps() -> None:
    data = town()
    data["plan"]["track"] = "first_year"
    window = {"start": date(2027, 1, 4), "end": date(2027, 1, 20)}
    partners = [{"org": "POL", "commitment": "ja_mits"}]
    data["bilateral_checks"] = [
        {"round": n, "window": window, "partners": partners} for n in (1, 2)
    ]
    assert [one.step for one in records(data, Round)] == ["check_1", "check_2"]
    assert {one.commitment for one in records(data, BilateralCheck)} == {"ja_mits"}


def test_a_session_has_points_and_outcomes() -> None:
    data = town()
    data["collective_session"] = {
        "discussion_points": [
            {"id": "D1", "subject": ["M1", "M2"], "kind": "gap", "question": "Wat nu?"}
        ],
        "outcomes": [{"point": "D1", "decision": "Doen.", "votes": {"voor": 3}}],
    }
    assert records(data, DiscussionPoint)[0].subjects == ("M1", "M2")
    assert records(data, Outcome)[0].votes == {"voor": 3}


def test_examples_of_outcomes_are_none_of_a_session_that_is_still_to_come() -> None:
    data = town()
    data["meta"] = {**data.get("meta", {}), "reference_date": date(2026, 11, 9)}
    data["collective_session"] = {
        "planned": {"date": date(2026, 11, 26)},
        "discussion_points": [{"id": "D1", "subject": "M1", "kind": "gap", "question": "Wat nu?"}],
        "example_outcomes": [{"point": "D1", "decision": "Doen."}],
    }
    assert not records(data, Outcome)
    data["meta"]["reference_date"] = date(2026, 11, 27)
    assert records(data, Outcome)[0].decision == "Doen."


def test_the_moment_of_loading_is_the_callers() -> None:
    at = datetime(2026, 11, 9, 8, tzinfo=UTC)
    assert Dossier(read(bare(), loaded_at=at).records).plan.loaded_at == at


def test_the_region_of_the_schools_and_own_days_off_are_read() -> None:
    data = bare()
    data["region"] = {"police_unit": "Eenheid Limburg", "school_holidays": "midden"}
    data["free_days"] = {
        "own": ["2026-12-24", date(2026, 5, 15)],
        "good_friday": True,
        "liberation_day": "never",
    }
    reading = read(data)
    free = Dossier(reading.records).plan.free_days
    assert free == FreeDays(
        own=(date(2026, 5, 15), date(2026, 12, 24)),
        good_friday=True,
        liberation_day="never",
        schools="midden",
    )
    assert reading.unknown == ()


def test_a_region_of_schools_that_is_none_is_refused() -> None:
    data = bare()
    data["region"] = {"school_holidays": "west"}
    with pytest.raises(PlanFileError, match="school_holidays"):
        read(data)
