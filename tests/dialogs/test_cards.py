"""The questionnaire by card: what is kept, what comes next, and the receipt of it."""

import pytest

from dialogs.messages import say
from dialogs.questionnaire.core import core_view
from dialogs.questionnaire.sheet import Sheet, open_sheet
from dialogs.view import View
from plan.records import Closed, Event, Message, Proposal, Round, Submission
from tests.dialogs.talk import ASKED, MONDAY, RUUD, Talk, view_of, words

GOOD = {"O2/T1": "2", "O2/T2": "3", "P1/T1": "zwaarder", "S2/T1": "deels", "S2/T2": "volledig"}
CORE = {**GOOD, "R1": "4", "F2": "3"}


def sheet(talk: Talk, who: str = RUUD) -> Sheet:
    found = open_sheet(talk.dossier, talk.said(who).who)
    assert found
    return found


def core(talk: Talk) -> View:
    return core_view(talk.dossier, sheet(talk))


def test_the_invitation_holds_the_core_and_says_how_long_it_takes() -> None:
    talk = Talk()
    message = Message(
        key="i",
        to=RUUD,
        kind="invitation",
        request=ASKED.key,
        org="POL",
        due=MONDAY,
        made_at=MONDAY,
    )
    reply = say(talk.dossier, message, MONDAY)
    assert reply
    assert reply.view
    said = words(talk.press(RUUD, reply.view, "later", {}))
    assert "Tot donderdag 17 september stuur ik u geen herinnering" in said
    opening = reply.view.elements[0].text.nl  # type: ignore[union-attr]
    assert opening.startswith("Beste Ruud Tamminga, Gemeente Dorp maakt het uitvoeringsplan")
    assert "10 vragen, ongeveer 3 minuten werk" in opening
    assert "uiterlijk maandag 5 oktober" in opening


def test_later_on_a_half_filled_card_says_what_was_kept_and_goes_on() -> None:
    talk = Talk()
    turn = talk.press(RUUD, core(talk), "later", {"R1": "4"})
    assert talk.answers() == {"R1": 4}
    said = words(turn)
    assert said.startswith("Opgeslagen, 09.01 uur, nr. ")
    assert "4" in said.splitlines()[1]
    assert "Wat is ingevuld, is bewaard." in said
    assert 'Typ "verder" om verder te gaan.' in said


def test_later_on_an_untouched_card_keeps_nothing_and_begins_later() -> None:
    talk = Talk()
    said = words(talk.press(RUUD, core(talk), "later", {}))
    assert talk.answers() == {}
    assert "bewaard" not in said
    assert 'Typ "verder" om te beginnen.' in said


def test_one_tap_keeps_the_core_and_confirms_the_known_state() -> None:
    talk = Talk()
    turn = talk.press(RUUD, core(talk), "save_known", CORE)
    said = words(turn)
    assert said.startswith("Opgeslagen, 09.01 uur, nr. ")
    assert "Stand bevestigd: 2 maatregelen." in said
    assert "Bedankt, uw antwoorden zijn binnen" in said
    kept = talk.answers()
    assert kept["O2/T1"] == 2
    assert kept["A1/M02"] == "achter"
    assert talk.dossier.get(Submission, "evaluation-1/POL")


def test_the_state_confirmed_in_one_tap_is_kept_apart_from_an_answer_by_hand() -> None:
    talk = Talk()
    talk.press(RUUD, core(talk), "save_known", CORE)
    sources = {a.question: a.source for a in talk.dossier.answers_in(ASKED.key, "POL")}
    assert sources["A1"] == "confirmed"
    assert sources["O2"] == "card"


def test_walking_through_the_measures_confirms_what_is_left_as_it_was() -> None:
    talk = Talk()
    card = view_of(talk.press(RUUD, core(talk), "save", CORE))
    assert card.title.nl == "Uw maatregelen: Jeugd"
    card = view_of(talk.press(RUUD, card, "save", {"A1/M01": "afgerond"}))
    assert card.title.nl == "Uw maatregelen: Jeugd"
    assert {one.id for one in card.inputs()} == {"A1/M01", "A2/M01", "M1/M01"}
    assert "done" in {one.verb for one in card.buttons}
    card = view_of(talk.press(RUUD, card, "save", {"A2/M01": "5", "M1/M01": "doorgaan"}))
    assert [one.id for one in card.inputs()] == ["A3/M01"]
    card = view_of(talk.press(RUUD, card, "skip", {}))
    assert card.title.nl == "Uw maatregelen: Uitgaan"
    talk.press(RUUD, card, "save_known", {})
    sources = {a.subject: a.source for a in talk.dossier.answers_in(ASKED.key, "POL")}
    assert sources["M02"] == "confirmed"
    assert talk.dossier.get(Submission, "evaluation-1/POL")


def test_a_reason_that_an_answer_calls_for_comes_as_the_reply() -> None:
    talk = Talk()
    talk.press(RUUD, core(talk), "save_known", CORE)
    menu = view_of(talk.say(RUUD, "vragenlijst"))
    card = view_of(talk.press(RUUD, menu, "open", {"open": "measures:T1"}))
    card = view_of(talk.press(RUUD, card, "save", {"M1/M01": "minder"}))
    (reason,) = [one for one in card.inputs() if one.id == "M1.text/M01"]
    assert reason.required
    talk.press(RUUD, card, "save", {"M1.text/M01": "Te duur voor wat het oplevert"})
    answer = next(a for a in talk.dossier.answers_in(ASKED.key, "POL") if a.question == "M1")
    assert (answer.value, answer.text) == ("minder", "Te duur voor wat het oplevert")


def test_a_proposal_becomes_a_proposal_and_one_more_may_follow() -> None:
    talk = Talk()
    card = view_of(talk.press(RUUD, core(talk), "save_known", {**CORE, "M2": "Meer licht"}))
    card = view_of(talk.press(RUUD, card, "another", {"M2.title": "Licht", "M2.item": "T1.1"}))
    talk.press(RUUD, card, "save", {"M2#2": "Een hek"})
    titles = {p.title for p in talk.dossier.all(Proposal)}
    assert titles == {"Licht", "Een hek"}


@pytest.mark.parametrize("verb", ["save", "save_known"])
def test_an_empty_card_gets_no_receipt_of_answers(verb: str) -> None:
    talk = Talk()
    turn = talk.press(RUUD, core(talk), verb, {})
    if verb == "save":
        assert not turn.keep
        assert "Opgeslagen" not in words(turn)
        assert words(turn).startswith("Hier is niets ingevuld")
    assert "O2/T1" not in talk.answers()


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        ({"O2/T1": "6"}, "geen van de antwoorden"),
        ({"O2/T1": "2; drop"}, "geen van de antwoorden"),
        ({"O1/T1": "x" * 10_000}, "er passen er hoogstens 600"),
    ],
)
def test_a_wrong_value_is_named_and_everything_typed_stays(
    inputs: dict[str, str], wrong: str
) -> None:
    talk = Talk()
    turn = talk.press(RUUD, core(talk), "save", {**inputs, "R1": "4", "M2": "Meer licht"})
    assert turn.instead
    (bad,) = [one for one in turn.instead.inputs() if one.error]
    assert wrong in (bad.error.nl if bad.error else "")
    again = {one.id: one.value for one in turn.instead.inputs()}
    assert again[bad.id] == inputs[bad.id]
    assert again["M2"] == "Meer licht"
    assert talk.answers() == {"R1": 4, "M2": "Meer licht"}
    talk.press(RUUD, turn.instead, "save", {bad.id: ""})
    assert talk.answers() == {"R1": 4, "M2": "Meer licht"}


def test_leaving_a_card_half_way_keeps_what_was_filled_in() -> None:
    talk = Talk()
    turn = talk.press(RUUD, core(talk), "typing", {"R1": "4"})
    assert talk.answers() == {"R1": 4}
    assert words(turn).startswith("Opgeslagen, 09.01 uur, nr. ")
    assert talk.table().asked == "O1/T1"


def test_every_answer_can_be_changed_until_the_round_closes() -> None:
    talk = Talk()
    talk.press(RUUD, core(talk), "save_known", CORE)
    menu = view_of(talk.say(RUUD, "vragenlijst"))
    card = view_of(talk.press(RUUD, menu, "open", {"open": "topic:developments"}))
    assert {one.id: one.value for one in card.inputs()}["O2/T1"] == "2"
    talk.press(RUUD, card, "save", {"O2/T1": "geen_zicht_op"})
    assert talk.answers()["O2/T1"] == "geen_zicht_op"
    events = [e for e in talk.dossier.all(Event) if e.what == "changed_answer"]
    assert [(e.before, e.after) for e in events] == [("2", "geen_zicht_op")]


def test_after_closing_a_card_keeps_nothing_and_stays_with_what_was_typed() -> None:
    talk = Talk()
    card = core(talk)
    talk.dossier = talk.dossier.plus([Closed(key="evaluation/1", step="evaluation", at=talk.at)])
    turn = talk.press(RUUD, card, "save", CORE)
    assert not turn.keep
    assert turn.instead is None
    assert "ronde is gesloten" in words(turn)


def test_a_card_of_an_earlier_round_is_followed_by_the_card_of_this_one() -> None:
    talk = Talk()
    old = core(talk)
    later = Round(
        key="evaluation-2",
        step="evaluation",
        number=2,
        opened_at=talk.at,
        deadline=ASKED.deadline,
        partners=("POL",),
    )
    talk.dossier = talk.dossier.plus([later])
    turn = talk.press(RUUD, old, "save", CORE)
    assert not turn.keep
    assert "eerdere ronde" in words(turn)
    assert view_of(turn).about["round"] == "evaluation-2"


def test_what_was_answered_last_time_stands_beside_the_question() -> None:
    talk = Talk()
    talk.press(RUUD, core(talk), "save_known", CORE)
    later = Round(
        key="evaluation-2",
        step="evaluation",
        number=2,
        opened_at=talk.at,
        deadline=ASKED.deadline,
        partners=("POL",),
    )
    talk.dossier = talk.dossier.plus([later])
    assert "Vorige keer: Zwaarder" in words(talk.say(RUUD, "verder"))


def test_topic_five_shows_the_partners_own_agreements() -> None:
    talk = Talk()
    menu = view_of(talk.say(RUUD, "vragenlijst"))
    turn = talk.press(RUUD, menu, "open", {"open": "topic:cooperation"})
    assert "M01: Rooster rond op 1 maart" in words(turn)


def test_every_card_with_a_text_says_that_no_residents_are_named() -> None:
    talk = Talk()
    menu = view_of(talk.say(RUUD, "vragenlijst"))
    for topic in ("developments", "priorities", "measures", "cooperation", "steering", "format"):
        turn = talk.press(RUUD, menu, "open", {"open": f"topic:{topic}"})
        assert "Noem geen namen of adressen van inwoners" in words(turn), topic
