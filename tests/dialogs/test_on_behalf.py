"""Interview mode: the coordinator fills in during a call, and the register says so."""

import pytest

from plan.records import Closed, Event, Submission
from tests.dialogs.talk import CO, ROUND, Talk, view_of, words


@pytest.mark.parametrize("named", ["Welzijn", "WEL", "welz", "de Welzijn"])
def test_a_partner_is_found_by_its_name_or_a_part_of_it(named: str) -> None:
    turn = Talk().say(CO, f"namens {named}")
    assert "Je vult dit in namens Welzijn; dat komt in het register te staan." in words(turn)


@pytest.mark.parametrize("named", ["namens", "namens niemand", "namens gemeente x"])
def test_an_unknown_partner_gets_the_names_there_are(named: str) -> None:
    said = words(Talk().say(CO, named))
    assert said.startswith('Voor wie? Typ "namens" en een partner uit de ronde: Politie')


def test_without_an_open_round_there_is_nobody_to_fill_in_for() -> None:
    talk = Talk()
    talk.dossier = talk.dossier.plus([Closed(key="evaluation/1", step="evaluation", at=talk.at)])
    said = words(talk.say(CO, "namens Welzijn"))
    assert said.startswith("Er loopt nu geen ronde")


def test_the_answers_are_the_partners_and_name_who_typed_them() -> None:
    talk = Talk()
    card = view_of(talk.say(CO, "namens Welzijn"))
    assert {button.verb for button in card.buttons} & {"later", "not_me"} == set()
    inputs = {"O2/T1": "2", "P1/T1": "houden", "S2/T1": "deels", "R1": "4", "F2": "3"}
    turn = talk.press(CO, card, "save_known", inputs)
    assert "De antwoorden van Welzijn zijn binnen" in words(turn)
    answers = talk.dossier.answers_in(ROUND, "WEL")
    assert {(a.by, a.asked_by) for a in answers} == {(None, CO)}
    assert {a.source for a in answers if a.question != "A1"} == {"on_behalf"}
    events = [e for e in talk.dossier.all(Event) if e.what == "answered"]
    assert {(e.who, e.on_behalf_of) for e in events} == {(CO, "WEL")}
    assert talk.dossier.get(Submission, f"{ROUND}/WEL")
    assert not talk.answers("POL")


def test_it_can_be_typed_too_until_the_coordinator_stops() -> None:
    talk = Talk()
    talk.say(CO, "namens Welzijn")
    talk.say(CO, "vraag voor vraag")
    talk.say(CO, "Meer vernieling")
    assert talk.answers("WEL") == {"O1/T1": "Meer vernieling"}
    talk.say(CO, "stop")
    assert "Stap 1 van 6" in words(talk.say(CO, "verder"))
    talk.say(CO, "Nog meer vernieling")
    assert talk.answers("WEL") == {"O1/T1": "Meer vernieling"}


def test_the_coordinator_answers_for_the_own_organisation_as_je() -> None:
    talk = Talk()
    said = words(talk.say(CO, "vragenlijst"))
    assert "Je antwoordt namens Gemeente." in said
