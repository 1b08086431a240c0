"""A partner checks its own parts: one tap when all is right, a reason where it is not."""

from __future__ import annotations

import json

import pytest

from bot.cards import MOST_BUTTONS, card, plain
from dialogs import say
from dialogs.checking.extract import extract_view
from dialogs.questionnaire.sheet import open_sheet
from plan.records import (
    Answer,
    BilateralCheck,
    Comment,
    Event,
    Measure,
    Message,
    Proposal,
    Round,
    Submission,
    altered,
)
from tests.dialogs.checks import all_right, at_checks, invited, remark, send, told
from tests.dialogs.talk import CO, ELS, MIRA, RUUD, Talk, view_of, words

ROUND = "check_1-1"


def check(talk: Talk, org: str = "POL", round_: str = ROUND) -> BilateralCheck:
    found = talk.dossier.get(BilateralCheck, f"{round_}/{org}")
    assert found
    return found


def test_the_invitation_is_the_extract_with_own_leads_and_the_answers_filled_in() -> None:
    talk = at_checks()
    send(talk, moments="dinsdag 10.00 uur")
    card = invited(talk, MIRA)
    said = words(talk.press(MIRA, card, "later", {}))
    assert "stuur ik u geen herinnering" in said
    filled = {one.id: one.value for one in card.inputs()}
    assert filled["K1/M01"] == "klopt"
    assert filled["K2/M01"] == "ja"
    assert "K1/M02" not in filled
    assert filled["K3"] == "Mira Chen"
    opening = card.elements[0].text.nl  # type: ignore[union-attr]
    assert "1 maatregel" in opening
    assert "uiterlijk vrijdag 20 november" in opening
    assert "dinsdag 10.00 uur" in card.elements[1].text.nl  # type: ignore[union-attr]


def test_one_tap_confirms_all_and_is_kept_apart_from_given_by_hand() -> None:
    talk = at_checks()
    send(talk)
    turn = talk.press(RUUD, invited(talk), "all_right", {})
    assert words(turn).startswith("Opgeslagen, 09.")
    assert "Klopt, en wij doen mee: 2 maatregelen." in words(turn)
    assert "Uw bijdrage aan het plan, zoals u die opgaf" in words(turn)
    assert "M01 Straatwerk: Ja, 100 uur" in words(turn)
    answers = talk.dossier.answers_in(ROUND, "POL")
    assert {a.source for a in answers} == {"confirmed"}
    assert len(answers) == 4
    assert talk.dossier.get(Submission, f"{ROUND}/POL")
    assert check(talk).commitment == "ja"
    measure = talk.dossier.get(Measure, "M01")
    assert measure
    assert measure.commitment == {"POL": "ja"}
    assert not talk.dossier.all(Comment)


def test_a_change_asks_only_for_its_reason_and_becomes_a_remark() -> None:
    talk = at_checks()
    send(talk)
    turn = talk.press(RUUD, invited(talk), "save", {"K1/M02": "aanpassen", "K2/M01": "ja_mits"})
    card = view_of(turn)
    assert "wij doen mee" not in words(turn)
    assert {one.id for one in card.inputs()} == {"K1/M02", "K1.text/M02", "K2/M01", "K2.text/M01"}
    assert "wij doen mee" not in words(turn), "of neither measure was all as it stood"
    assert check(talk).commitment == "geen_reactie"
    given = {"K1.text/M02": "Twee camera's", "K2.text/M01": "als er dekking is"}
    talk.press(RUUD, card, "save", given)
    made = {(c.subject, c.kind, c.text) for c in talk.dossier.all(Comment)}
    assert made == {
        ("M01", "condition", "als er dekking is"),
        ("M02", "change", "Twee camera's"),
    }
    assert {c.key for c in talk.dossier.all(Comment)} == {"B-01", "B-02"}
    assert check(talk).commitment == "ja_mits"
    by_hand = {a.question + str(a.subject) for a in talk.dossier.all(Answer) if a.source == "card"}
    assert by_hand == {"K1M02", "K2M01"}


def test_what_is_not_feasible_is_not_taken_for_promised_and_needs_one_reason() -> None:
    talk = at_checks()
    send(talk)
    card = view_of(talk.press(RUUD, invited(talk), "save", {"K1/M02": "niet_haalbaar"}))
    assert {"K1.text/M02", "K2/M02"} <= {one.id for one in card.inputs()}
    again = talk.press(RUUD, view_of(talk.say(RUUD, "vragenlijst")), "core", {})
    assert "K2/M02" in {one.id for one in view_of(again).inputs()}
    sheet = open_sheet(talk.dossier, talk.said(RUUD).who)
    assert sheet
    whole = {one.id: one.value for one in extract_view(talk.dossier, sheet).inputs()}
    assert whole["K2/M02"] == ""
    turn = talk.press(RUUD, card, "save", {"K1.text/M02": "Te duur", "K2/M02": "nee"})
    assert "Bedankt, uw reactie is binnen" in words(turn)
    assert "M02 Camera: Nee\n" in words(turn)
    assert check(talk).commitment == "nee"
    (made,) = talk.dossier.all(Comment)
    assert (made.kind, made.text) == ("not_feasible", "Te duur")


def test_what_is_missing_and_what_troubles_become_remarks_of_their_own() -> None:
    talk = at_checks()
    send(talk)
    given = {"K4": "Het buurtpreventieteam", "K5": "M02 botst met onze dienst", "K3": "Jan Smit"}
    talk.press(MIRA, invited(talk, MIRA), "all_right", given)
    made = {(c.kind, c.subject, c.org) for c in talk.dossier.all(Comment)}
    assert made == {("missing", None, "WEL"), ("trouble", "M02", "WEL")}
    (contact,) = told(talk, "new_contact", CO)
    assert contact.text == "Jan Smit"


@pytest.mark.parametrize("nothing", ["geen", "Nee.", "n.v.t."])
def test_no_remark_is_made_of_a_word_that_says_there_is_none(nothing: str) -> None:
    talk = at_checks()
    send(talk)
    talk.press(MIRA, invited(talk, MIRA), "all_right", {"K4": nothing})
    assert not talk.dossier.all(Comment)


def test_an_answer_can_be_changed_and_takes_its_open_remark_along() -> None:
    talk = at_checks()
    send(talk)
    made = remark(talk)
    assert made.text == "Vier avonden wordt twee"
    card = view_of(talk.press(RUUD, view_of(talk.say(RUUD, "vragenlijst")), "core", {}))
    talk.press(RUUD, card, "save", {"K1/M02": "klopt"})
    assert not talk.dossier.all(Comment)


def test_a_text_about_a_resident_is_held_back_and_no_remark_is_made() -> None:
    talk = at_checks()
    send(talk)
    turn = talk.press(MIRA, invited(talk, MIRA), "all_right", {"K4": "Help de familie De Vries"})
    assert "herleidbaar" in words(turn)
    assert not talk.dossier.all(Comment)


def test_it_can_be_typed_with_all_right_in_two_words() -> None:
    talk = at_checks()
    send(talk)
    said = words(talk.say(RUUD, "vraag voor vraag"))
    assert "Elke avond op straat." in said
    assert "Klopt de tekst" in said
    assert "Levert uw organisatie" in words(talk.say(RUUD, "klopt"))
    turn = talk.say(RUUD, "alles klopt")
    assert talk.dossier.get(Submission, f"{ROUND}/POL") or "aanspreekpunt" in words(turn)
    assert {a.value for a in talk.dossier.answers_in(ROUND, "POL")} == {"klopt", "ja"}


def test_a_colleague_can_do_it_and_later_is_no_answer() -> None:
    talk = at_checks()
    send(talk)
    whom = view_of(talk.press(RUUD, invited(talk), "not_me", {}))
    talk.press(RUUD, whom, "hand_over", {"to": ELS})
    (handed,) = told(talk, "handed", ELS)
    assert handed.request == ROUND
    assert not talk.dossier.answers_in(ROUND, "POL")


def test_a_talk_is_asked_for_and_the_coordinator_fills_in_on_behalf() -> None:
    talk = at_checks()
    send(talk)
    card = view_of(talk.press(RUUD, invited(talk), "talk", {}))
    assert words(talk.press(RUUD, card, "want_talk", {"when": ""})).startswith("Liever een")
    turn = talk.press(RUUD, card, "want_talk", {"form": "bezoek", "when": "dinsdagochtend"})
    assert words(turn).startswith("Opgeslagen.")
    (wanted,) = told(talk, "talk", CO)
    assert wanted.text == "Bezoek (drie kwartier): dinsdagochtend"
    held = view_of(talk.press(CO, view_of(talk.say(CO, "status")), "held", {}))
    later = talk.press(CO, held, "record", {"org": "POL", "held": "2026-11-03"})
    assert "tot en met vandaag" in words(later)
    turn = talk.press(CO, held, "record", {"org": "POL", "form": "bezoek", "held": "2026-11-02"})
    talk.press(CO, view_of(turn), "all_right", {})
    assert (check(talk).form, check(talk).commitment) == ("bezoek", "ja")
    assert {a.asked_by for a in talk.dossier.answers_in(ROUND, "POL")} == {CO}
    assert any(e.what == "held_talk" for e in talk.dossier.all(Event))


def test_in_a_later_year_the_extract_begins_with_what_was_done_with_the_answers() -> None:
    proposal = Proposal(
        key="P-01", title="Buurtteam", by=("POL",), status="rejected", reason="Geen geld."
    )
    before = Round(
        key="evaluation-1",
        step="evaluation",
        opened_at=at_checks().at,
        deadline=at_checks().at.date(),
        partners=("POL",),
    )
    advice = Answer(
        key="evaluation-1/POL/M1/M02/1",
        round="evaluation-1",
        org="POL",
        question="M1",
        subject="M02",
        value="stoppen",
        at=before.opened_at,
    )
    talk = at_checks("follow_up", proposal, before, advice)
    measure = talk.dossier.get(Measure, "M02")
    assert measure
    talk.dossier = talk.dossier.plus([altered(measure, decision="continue")])
    send(talk)

    said = plain(invited(talk), "nl")
    assert "Uw voorstel “Buurtteam”: Niet overgenomen. Geen geld." in said
    assert "uw advies was stoppen, ons besluit is doorgaan" in said
    assert said.index("Buurtteam") < said.index("M01 Straatwerk")


def test_a_measure_that_stops_is_told_and_not_asked() -> None:
    talk = at_checks()
    measure = talk.dossier.get(Measure, "M02")
    assert measure
    talk.dossier = talk.dossier.plus([altered(measure, decision="stop")])
    send(talk)
    card = invited(talk)
    assert "K1/M02" not in {one.id for one in card.inputs()}
    talk.press(RUUD, card, "all_right", {})
    assert check(talk).commitment == "ja"


def test_more_than_ten_measures_come_ten_at_a_time() -> None:
    talk = at_checks()
    first = talk.dossier.get(Measure, "M02")
    assert first
    more = [altered(first, key=f"M{n}", title=f"Maatregel {n}") for n in range(10, 22)]
    talk.dossier = talk.dossier.plus(more)
    send(talk)
    card = invited(talk)
    assert sum(one.id.startswith("K1/") for one in card.inputs()) == 10
    assert "K4" not in {one.id for one in card.inputs()}
    second = view_of(talk.press(RUUD, card, "all_right", {}))
    assert not talk.dossier.get(Submission, f"{ROUND}/POL")
    assert sum(one.id.startswith("K1/") for one in second.inputs()) == 4
    assert "K4" in {one.id for one in second.inputs()}
    talk.press(RUUD, second, "all_right", {})
    assert check(talk).commitment == "ja"


def test_the_reminder_names_the_two_questions_that_are_open() -> None:

    talk = at_checks()
    send(talk)
    talk.press(RUUD, invited(talk), "save", {"K1/M02": "aanpassen"})
    message = Message(
        key=f"reminder/{ROUND}/POL/2",
        to=RUUD,
        org="POL",
        kind="reminder",
        request=ROUND,
        due=talk.at,
        made_at=talk.at,
    )
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    said = plain(reply.view, "nl")
    assert "dit staat nog open. M02 Camera: “Klopt de tekst" in said
    assert "?." not in said
    assert "K1.text/M02" in {one.id for one in reply.view.inputs()}


def test_a_reminder_of_a_full_check_keeps_all_its_buttons_in_sight() -> None:
    talk = at_checks()
    send(talk)
    message = Message(
        key=f"reminder/{ROUND}/POL/1",
        to=RUUD,
        org="POL",
        kind="reminder",
        request=ROUND,
        due=talk.at,
        made_at=talk.at,
    )
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    assert [b.verb for b in reply.view.buttons][-2:] == ["talk", "fewer_messages"]
    assert len(reply.view.buttons) == MOST_BUTTONS


def test_all_partners_in_one_tap_each_leave_nothing_missing() -> None:
    talk = at_checks()
    send(talk)
    all_right(talk)
    card = view_of(talk.say(CO, "verder"))
    assert [b.verb for b in card.buttons if b.primary] == ["close"]


def test_long_texts_make_fewer_measures_on_a_card_so_that_it_arrives() -> None:
    talk = at_checks()
    first = talk.dossier.get(Measure, "M02")
    assert first
    long = altered(first, description="Een lange omschrijving. " * 25, result="Minder. " * 40)
    more = [altered(long, key=f"M{n}", title=f"Maatregel {n}") for n in range(10, 22)]
    talk.dossier = talk.dossier.plus(more)
    send(talk)
    view = invited(talk)
    assert len(json.dumps(card(view, "nl", "x" * 12)).encode()) < 25_000
    assert 3 < sum(one.id.startswith("K1/") for one in view.inputs()) < 10


def test_what_was_done_is_held_back_where_it_names_a_resident() -> None:
    reason = "Familie De Vries wil dit niet."
    bad = Proposal(key="P-01", title="Buurtteam", by=("POL",), status="rejected", reason=reason)
    talk = at_checks("follow_up", bad)
    send(talk)
    said = plain(invited(talk), "nl")
    assert "De Vries" not in said
    assert "Dit punt houden we nog even achter." in said
