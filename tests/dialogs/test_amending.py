"""Changing an adopted plan: with a reason, a version, and word to the partners."""

from __future__ import annotations

import pytest

from bot.cards import plain
from dialogs import Turn, say, summary
from dialogs.view import View
from plan.changes import changes_of
from plan.editions import read
from plan.records import Capacity, Edition, Event, Lead, Measure, Message
from plan.standing import status
from tests.dialogs.adopted import CO, ELS, MIRA, RUUD, running
from tests.dialogs.talk import Talk, filled, view_of, words

WHY = {"why": "De subsidie liep af."}


def card(talk: Talk, measure: str) -> View:
    return view_of(talk.say(CO, f"wijziging {measure}"))


def measure(talk: Talk, key: str) -> Measure:
    found = talk.dossier.get(Measure, key)
    assert found
    return found


def faults(turn: Turn) -> str:
    """What is wrong, at the inputs or above them."""
    assert turn.instead
    at = [one.error.nl for one in turn.instead.inputs() if one.error]
    return "\n".join((*at, words(turn)))


def told(talk: Talk) -> dict[str, str]:
    found = {}
    for message in talk.dossier.all(Message):
        reply = say(talk.dossier, message, talk.at)
        assert reply
        assert reply.view
        found[message.to] = plain(reply.view, "nl")
        assert summary(message).nl == "Het uitvoeringsplan is gewijzigd"
    return found


def test_a_change_makes_a_version_with_what_the_plan_then_says() -> None:
    talk = running()
    turn = talk.press(CO, card(talk, "m03"), "amend", {"end/M03": "2027-06-30", **WHY})
    assert "Opgeslagen. Het plan is nu versie 1.1." in words(turn)
    assert "gewijzigd" in words(turn)
    assert (talk.dossier.plan.version, status(talk.dossier)) == ("1.1", "gewijzigd")
    edition = talk.dossier.get(Edition, "1.1")
    assert edition
    assert edition.why == "M03: De subsidie liep af."
    assert read(edition).get(Measure, "M03") == measure(talk, "M03")
    (made,) = changes_of(talk.dossier, "M03")
    assert made.because == "amendment"
    talk.press(CO, card(talk, "m03"), "amend", {"title/M03": "Buurtvaders", **WHY})
    assert talk.dossier.plan.version == "1.2"


def test_its_partners_hear_what_changed_and_why() -> None:
    talk = running()
    talk.press(CO, card(talk, "M03"), "amend", {"end/M03": "2027-06-30", **WHY})
    heard = told(talk)
    assert set(heard) == {MIRA, RUUD}
    assert "Planning: mrt – sep 2027 → mrt – jun 2027" in heard[MIRA]
    assert "Reden: De subsidie liep af." in heard[MIRA]
    assert "Versie 1.1" in heard[MIRA]


def test_another_lead_is_an_organisation_with_a_person() -> None:
    talk = running()
    talk.press(CO, card(talk, "M03"), "amend", {"lead/M03": ELS, **WHY})
    assert measure(talk, "M03").lead == Lead(org="POL", person=ELS)
    assert measure(talk, "M03").partners == ()
    assert set(told(talk)) == {ELS, MIRA}


def test_hours_money_and_partners_can_be_shifted() -> None:
    talk = running()
    view = card(talk, "M03")
    assert {"hours/M03", "budget/M03", "funding/M03", "partners/M03"} <= {
        one.id for one in view.inputs()
    }
    given = {"hours/M03": "Politie: 40", "budget/M03": "2.000", "partners/M03": "POL"}
    talk.press(CO, view, "amend", {**given, **WHY})
    found = measure(talk, "M03")
    assert found.capacity == (Capacity(org="POL", hours=40),)
    assert found.budget_eur == 2000
    assert [partner.org for partner in found.partners] == ["POL"]


def test_hours_that_are_no_number_are_asked_again() -> None:
    talk = running()
    turn = talk.press(CO, card(talk, "M03"), "amend", {"hours/M03": "veel", **WHY})
    assert "Dit begrijp ik niet" in faults(turn)
    assert talk.dossier.plan.version == "1.0"


def test_a_measure_that_stops_stays_in_the_plan_with_its_reason() -> None:
    talk = running()
    talk.press(CO, card(talk, "M03"), "amend", {"goes_on": "stop", **WHY})
    found = measure(talk, "M03")
    assert (found.decision, found.decision_reason) == ("stop", "De subsidie liep af.")
    assert "M03" not in words(talk.say(CO, "wijziging"))


def test_a_new_measure_gets_the_next_code_and_a_lead() -> None:
    talk = running()
    given = {"title": "Lessen op school", "item": "T1.1", "start": "2027-05-01"}
    new = {**{f"{name}/new": value for name, value in given.items()}, **WHY}
    turn = talk.press(CO, card(talk, "nieuw"), "amend", new)
    assert "Wie trekt de nieuwe maatregel?" in faults(turn)
    talk.press(CO, card(talk, "nieuw"), "amend", {**new, "lead/new": MIRA})
    found = measure(talk, "M06")
    assert (found.title, found.item, found.decision) == ("Lessen op school", "T1.1", "new")
    assert found.lead == Lead(org="WEL", person=MIRA)
    assert set(told(talk)) == {MIRA}


@pytest.mark.parametrize(
    ("route", "noted"),
    [
        ("none", "geen besluit nodig"),
        ("inform", "college ter kennisname"),
        ("decide", "besluit van college nodig"),
    ],
)
def test_the_register_says_whether_a_body_hears_of_it(route: str, noted: str) -> None:
    talk = running()
    given = {"title/M03": "Buurtouders", "route": route, **WHY}
    turn = talk.press(CO, card(talk, "M03"), "amend", given)
    assert noted in words(turn)
    (event,) = (e for e in talk.dossier.all(Event) if e.what == "amended")
    assert event.after == f"1.1: De subsidie liep af. ({noted})"


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        ({"title/M03": "", **WHY}, "Schrijf wat we doen."),
        ({"title/M03": "Anders"}, "Geef een reden."),
        ({"title/M03": "Anders", "why": "Bel 06-12345678"}, "herleidbaar tot een persoon"),
        ({"result/M03": "Bel 06-12345678", **WHY}, "herleidbaar tot een persoon"),
        ({"title/M03": "x" * 121, **WHY}, "121 tekens"),
        ({"start/M03": "morgen", **WHY}, "Dit is geen datum."),
        (
            {"start/M03": "2027-08-01", "end/M03": "2027-07-01", **WHY},
            "Het einde ligt voor het begin",
        ),
        (WHY, "Er is niets veranderd"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_what_was_typed(
    inputs: dict[str, str], wrong: str
) -> None:
    talk = running()
    turn = talk.press(CO, card(talk, "M03"), "amend", inputs)
    assert wrong in faults(turn)
    assert talk.dossier.plan.version == "1.0"
    assert turn.instead
    shown = {one.id: one.value for one in turn.instead.inputs()}
    assert shown | inputs == shown


def test_of_two_changes_of_a_measure_the_second_sees_both_texts_and_chooses() -> None:
    talk = running()
    old = talk.show(CO, card(talk, "M03"))
    first = {"title/M03": "Buurtouders", "budget/M03": "500", **WHY}
    talk.press(CO, card(talk, "M03"), "amend", first)
    mine = {**filled(card(talk, "M03")), "title/M03": "Iets anders", "why": "De wijk vraagt het"}
    turn = talk.press(CO, old, "amend", {**mine, "budget/M03": ""})
    assert measure(talk, "M03").title == "Buurtouders"
    assert talk.dossier.plan.version == "1.1"
    assert "intussen gewijzigd" in words(turn)
    assert "Buurtouders" in words(turn)
    assert turn.instead
    shown = filled(turn.instead)
    assert shown["title/M03"] == "Iets anders"
    assert shown["why"] == "De wijk vraagt het"
    assert shown["budget/M03"] == "500"
    talk.press(CO, turn.instead, "amend", {})
    assert (measure(talk, "M03").title, measure(talk, "M03").budget_eur) == ("Iets anders", 500)
    assert talk.dossier.plan.version == "1.2"


def test_the_button_asks_first_which_measure() -> None:
    talk = running()
    which = view_of(talk.press(CO, view_of(talk.say(CO, "verder")), "amend", {}))
    turn = talk.press(CO, which, "choose", {"measure": "M03"})
    assert turn.instead
    assert turn.instead.title.nl == "Wijziging van M03"
    turn = talk.press(CO, turn.instead, "amend", {"title/M03": "Buurtouders", **WHY})
    assert measure(talk, "M03").title == "Buurtouders"


def test_an_internal_planning_is_not_told() -> None:
    talk = running(
        Measure(
            key="M07",
            item="T1.1",
            title="Controles",
            visibility="internal",
            lead=Lead(org="POL", person=RUUD),
        )
    )
    talk.press(CO, card(talk, "M07"), "amend", {"start/M07": "2027-06-30", **WHY})
    assert "2027" not in told(talk)[RUUD].partition("gewijzigd: M07")[2].partition("Reden")[0]


def test_the_coordinator_is_not_told_what_it_did_itself() -> None:
    talk = running()
    talk.press(CO, card(talk, "M04"), "amend", {"title/M04": "Overleg", **WHY})
    assert told(talk) == {}
