"""What two municipalities have in common, and which of them speaks to a partner."""

from __future__ import annotations

from datetime import date

import pytest

from plan.dossier import Dossier
from plan.limit import may_tell
from plan.question import Kind
from plan.records import (
    Lead,
    Measure,
    Message,
    Municipality,
    Plan,
    Planning,
    Record,
    Region,
    Sharing,
    Theme,
    altered,
)
from plan.reminders import due, waves
from plan.sharing import counterpart, is_shared, same_subjects, sisters, speaks, told_since
from tests.plan import tiny
from tests.plan.tiny import MONDAY, OPENED, at, item, organisation, person, plan

ASKED = tiny.round_("POL")


def of(name: str, *named: str, **more: object) -> Plan:
    place = Municipality(id=name.lower(), name=f"Gemeente {name}")
    return altered(plan(municipality=place, together_with=named), **more)


def test_sisters_name_each_other_whatever_the_spelling() -> None:
    assert sisters(of("Oost", "west"), of("West", "Gemeente  Oost"))
    region = Region(municipalities=("Oost", "West"))
    assert sisters(of("Oost", region=region), of("West", region=region))


def test_who_is_not_named_back_or_makes_another_year_is_no_sister() -> None:
    assert not sisters(of("Oost", "West"), of("West"))
    assert not sisters(of("Oost", "West"), of("West", "Oost", year=2028))
    assert not sisters(of("Oost", "Oost"), of("Oost", "Oost"))


def test_a_partner_is_the_same_when_the_same_person_answers_for_it() -> None:
    here = Dossier((plan(), organisation("POL"), person("ruud", "POL")))
    there = Dossier((plan(), organisation("PT"), person("ruud", "PT")))
    elsewhere = Dossier((plan(), organisation("POL"), person("ruud", "POL", tenant="t")))
    assert counterpart(here, "POL", there) == "PT"
    assert counterpart(here, "POL", elsewhere) is None


def _content(prefix: str, scope: str = "base_team", **more: object) -> tuple[Record, ...]:
    return (
        Theme(key=f"{prefix}T", title="Ondermijning", scope=scope),
        item(f"{prefix}T.1", theme=f"{prefix}T", title="Signalen"),
        altered(
            Measure(key=f"{prefix}1", item=f"{prefix}T.1", title="Bibob-toets"),
            **more,
        ),
        Measure(key=f"{prefix}2", item=f"{prefix}T.1", title=f"Eigen {prefix}"),
    )


def test_subjects_of_supra_local_themes_are_the_same_by_what_they_are_called() -> None:
    here, there = Dossier((plan(), *_content("A"))), Dossier((plan(), *_content("B")))
    same = same_subjects(here, there, word_for_word=False)
    assert same == {"AT": "BT", "AT.1": "BT.1", "A1": "B1"}


def test_a_local_theme_of_the_same_name_is_another_theme() -> None:
    here, there = Dossier((plan(), *_content("A"))), Dossier((plan(), *_content("B", "local")))
    assert not same_subjects(here, there, word_for_word=False)
    assert not same_subjects(there, here, word_for_word=False)


def test_agreement_counts_elsewhere_only_for_the_same_words() -> None:
    here = Dossier((plan(), *_content("A", planning=Planning(start=date(2027, 1, 1)))))
    there = Dossier((plan(), *_content("B", planning=Planning(start=date(2027, 5, 1)))))
    assert "A1" in same_subjects(here, there, word_for_word=False)
    assert "A1" not in same_subjects(here, there, word_for_word=True)
    led = Dossier((plan(), *_content("B", lead=Lead(org="POL"))))
    assert "A1" not in same_subjects(Dossier((plan(), *_content("A"))), led, word_for_word=True)


@pytest.mark.parametrize(
    ("kind", "per", "check", "shared"),
    [
        ("choice", "plan", False, True),
        ("choice", "plan", True, False),
        ("form", "plan", False, False),
        ("choice", "meeting", False, False),
    ],
)
def test_what_concerns_one_plan_stays_in_it(
    kind: str, per: str, *, check: bool, shared: bool
) -> None:
    kinds: dict[str, Kind] = {"choice": tiny.choice("ja", "nee"), "form": tiny.form()}
    question = tiny.question("Q1", kind=kinds[kind], per=per)
    assert is_shared(question, None, {}, check=check) is shared


def test_a_question_about_something_counts_where_that_is_the_same() -> None:
    question = tiny.question("Q1", kind=tiny.choice("ja", "nee"), per="measure")
    assert is_shared(question, "A1", {"A1": "B1"}, check=True)
    assert not is_shared(question, "A2", {"A1": "B1"}, check=False)


def _sharing(**more: object) -> Sharing:
    made = Sharing(
        key="evaluation-1/POL/west-2027",
        round="evaluation-1",
        org="POL",
        plan="west-2027",
        municipality="Gemeente West",
        with_round="evaluation-1",
        with_org="POL",
        leads=False,
    )
    return altered(made, **more)


def _asked(*records: Record) -> Dossier:
    invited = tiny.invitation("POL", "ruud", sent_at=OPENED)
    people = (organisation("POL"), person("ruud", "POL"), person("ans"))
    return Dossier((plan(), *people, ASKED, invited, *records))


def test_only_the_plan_that_leads_reminds() -> None:
    wave = waves(ASKED)[0]
    leads, follows = _asked(_sharing(leads=True)), _asked(_sharing(leads=False))
    assert [m.kind for m in due(leads, wave)] == ["reminder"]
    assert not due(follows, wave)


def test_when_the_other_has_closed_its_round_this_one_takes_over() -> None:
    shared = _sharing(leads=False, open_there=False, sent_there=2)
    assert speaks(_asked(shared), ASKED, "POL")
    most = altered(shared, sent_there=3)
    assert may_tell(_asked(shared), ASKED.key, "POL", "pol-1")
    assert not may_tell(_asked(most), ASKED.key, "POL", "pol-1")


def test_a_partner_that_wants_to_answer_apart_is_reminded_by_each() -> None:
    assert speaks(_asked(_sharing(apart=True)), ASKED, "POL")


def test_a_partner_is_told_by_the_first_message_that_can_name_both() -> None:
    assert told_since(_asked(), _sharing()) == OPENED
    dossier = _asked()
    assert told_since(dossier, _sharing(told_after=1)) is None
    reminder = altered(
        dossier.all(Message)[0], key="reminder/evaluation-1/POL/1", sent_at=at(MONDAY, 15)
    )
    assert told_since(dossier.plus([reminder]), _sharing(told_after=1)) == at(MONDAY, 15)
