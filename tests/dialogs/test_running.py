"""The running plan: what to do now, progress rounds, and closing it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.cards import plain
from dialogs import say, summary
from dialogs.turn import Turn
from dialogs.view import View
from plan.dossier import Dossier
from plan.records import (
    Closed,
    Confirmed,
    DecisionStep,
    Measure,
    Message,
    Person,
    Plan,
    Record,
    Round,
    Submission,
    altered,
)
from plan.reminders import due, next_moment
from plan.standing import status
from tests.dialogs.adopted import APRIL, CO, MIRA, RUUD, adopted, running
from tests.dialogs.talk import Talk, view_of, words


def asked(talk: Talk) -> dict[str, View]:
    """The round as it goes out: the card each lead gets."""
    card = view_of(talk.press(CO, view_of(talk.say(CO, "verder")), "round", {}))
    talk.press(CO, card, "send", {})
    (*_, round_) = talk.dossier.all(Round)
    return {m.to: card_of(talk, m) for m in talk.dossier.messages_about(round_.key)}


def card_of(talk: Talk, message: Message) -> View:
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    return reply.view


def primary(view: View) -> str:
    (first, *_) = view.buttons
    assert first.primary
    return first.verb


def light(talk: Talk, measure: str) -> tuple[str | None, str | None, str | None]:
    found = talk.dossier.get(Measure, measure)
    assert found
    year = next((h for h in found.history if h.year == 2027), None)
    return (year.light, year.progress, year.note) if year else (None, None, None)


def test_who_only_hears_of_the_plan_is_recorded_from_its_card_once_it_is_adopted() -> None:
    talk = running()
    card = view_of(talk.say(CO, "verder"))
    assert "De raad: nog niet vastgelegd" in plain(card, "nl")
    body = view_of(talk.press(CO, card, "body/raad", {}))
    day = {"decided_on": talk.at.date().isoformat()}
    after = talk.press(CO, body, "record", {"decision": "ter kennisname aangenomen", **day})
    assert "Opgeslagen: besluit van de raad" in words(after)
    card = view_of(talk.say(CO, "verder"))
    assert "body/raad" not in [button.verb for button in card.buttons]
    assert "De raad" not in plain(card, "nl")


def test_once_its_day_has_come_that_comes_first_when_nothing_else_does() -> None:
    raad = adopted().get(DecisionStep, "raad")
    assert raad
    for days, first in ((0, "body/raad"), (1, "paper")):
        talk = running(at=APRIL - timedelta(days=60))
        there = altered(raad, day=talk.at.date() + timedelta(days=days))
        talk.dossier = talk.dossier.plus((there,))
        assert primary(view_of(talk.say(CO, "verder"))) == first


@pytest.mark.parametrize(
    ("day", "verb", "said"),
    [
        ((2027, 1, 11), "paper", "kan vanaf donderdag 1 april"),
        ((2027, 4, 6), "round", "tijd voor een voortgangsronde"),
        ((2027, 9, 8), "next_year", "tijd voor het plan van volgend jaar"),
    ],
)
def test_the_first_button_is_what_the_calendar_asks_for(
    day: tuple[int, int, int], verb: str, said: str
) -> None:
    talk = running(at=datetime(*day, 9, 0, tzinfo=UTC))
    turn = talk.say(CO, "verder")
    assert said in words(turn)
    assert "lopend, vastgesteld" in words(turn)
    assert primary(view_of(turn)) == verb


def test_a_round_goes_to_who_leads_what_runs_and_not_to_the_coordinator() -> None:
    talk = running()
    turn = talk.say(CO, "voortgangsronde")
    assert "Ronde 1 van hoogstens 2 dit jaar" in words(turn)
    assert "Zonder trekker: M05" in words(turn)
    cards = asked(talk)
    assert set(cards) == {RUUD, MIRA}
    assert "M01 Straatwerk" in plain(cards[RUUD], "nl")
    assert "M02" not in plain(cards[RUUD], "nl")
    assert "M03" not in plain(cards[RUUD], "nl")
    assert "binnen tijd, geld en kwaliteit" in plain(cards[RUUD], "nl")


def test_three_inputs_per_measure_and_one_tap_when_all_is_well() -> None:
    talk = running()
    card = asked(talk)[MIRA]
    assert [one.id for one in card.inputs()] == ["G1/M03", "G2/M03", "G3/M03"]
    turn = talk.press(MIRA, card, "all_green", {})
    assert "Opgeslagen" in words(turn)
    assert "Stand bevestigd: 1 maatregel" in words(turn)
    assert "Bedankt, de voortgang is binnen" in words(turn)
    given = talk.dossier.answers_in("progress-1", "WEL")
    assert {(a.question, a.value, a.source) for a in given} == {
        ("G1", "op_schema", "confirmed"),
        ("G2", "groen", "confirmed"),
    }


def test_one_tap_leaves_what_was_filled_in_by_hand() -> None:
    talk = running()
    card = asked(talk)[MIRA]
    talk.press(MIRA, card, "all_green", {"G1/M03": "afgerond"})
    given = {a.question: (a.value, a.source) for a in talk.dossier.answers_in("progress-1", "WEL")}
    assert given == {"G1": ("afgerond", "card"), "G2": ("groen", "confirmed")}


@pytest.mark.parametrize("value", ["oranje", "rood"])
def test_a_light_that_is_not_green_asks_cause_consequence_and_adjustment(value: str) -> None:
    talk = running()
    turn = talk.press(RUUD, asked(talk)[RUUD], "save", {"G1/M01": "achter", "G2/M01": value})
    follow_up = view_of(turn)
    assert [one.id for one in follow_up.inputs()] == ["G4/M01", "G5/M01", "G6/M01"]
    assert "skip" not in {button.verb for button in follow_up.buttons}
    turn = talk.press(RUUD, follow_up, "save", {"G4/M01": "Te weinig mensen"})
    assert [one.id for one in view_of(turn).inputs()] == ["G5/M01", "G6/M01"]
    assert not talk.dossier.all(Submission)
    turn = talk.press(
        RUUD, view_of(turn), "save", {"G5/M01": "Een avond minder", "G6/M01": "Inhuur in mei"}
    )
    assert "Bedankt" in words(turn)


def test_green_asks_nothing_more() -> None:
    talk = running()
    turn = talk.press(RUUD, asked(talk)[RUUD], "save", {"G1/M01": "op_schema", "G2/M01": "groen"})
    assert "Bedankt" in words(turn)
    assert talk.dossier.get(Submission, "progress-1/POL")


def test_the_same_by_typing() -> None:
    talk = running()
    asked(talk)
    assert "Vraag 1 van 2" in words(talk.say(RUUD, "vraag voor vraag"))
    talk.say(RUUD, "achter")
    assert "Waardoor" in words(talk.say(RUUD, "rood"))
    assert "gevolg" in words(talk.say(RUUD, "Waarom dit zo loopt weten we niet."))
    talk.say(RUUD, "Minder avonden")
    assert "Bedankt" in words(talk.say(RUUD, "Overleg in mei"))


def test_suspected_personal_data_is_held_back() -> None:
    talk = running()
    given = {"G1/M01": "op_schema", "G2/M01": "groen", "G3/M01": "Bel 06-12345678"}
    turn = talk.press(RUUD, asked(talk)[RUUD], "save", given)
    assert "lijkt herleidbaar tot een persoon" in words(turn)
    assert all(a.question != "G3" for a in talk.dossier.answers_in("progress-1", "POL"))


def settled(talk: Talk, verb: str = "save", inputs: dict[str, str] | None = None) -> Turn:
    card = view_of(talk.say(CO, "voortgang"))
    return talk.press(CO, card, verb, inputs or {})


def answered() -> Talk:
    talk = running()
    cards = asked(talk)
    talk.press(MIRA, cards[MIRA], "all_green", {})
    turn = talk.press(RUUD, cards[RUUD], "save", {"G1/M01": "achter", "G2/M01": "oranje"})
    given = {"G4/M01": "Ziekte", "G5/M01": "Een avond minder", "G6/M01": "Inhuur"}
    talk.press(RUUD, view_of(turn), "save", given)
    return talk


def test_the_coordinator_settles_what_was_reported_and_the_year_is_kept() -> None:
    talk = answered()
    turn = talk.say(CO, "verder")
    assert primary(view_of(turn)) == "settle"
    card = view_of(talk.press(CO, view_of(turn), "settle", {}))
    said = plain(card, "nl")
    assert "In één tik bevestigd door Welzijn" in said
    assert "Opgegeven door Politie" in said
    assert "Je eigen maatregel" in said
    turn = talk.press(CO, card, "save", {"light/M04": "groen", "progress/M04": "op_schema"})
    assert "Opgeslagen. De voortgang is vastgesteld." in words(turn)
    note = "Oorzaak: Ziekte\nGevolg: Een avond minder\nBijsturing: Inhuur"
    assert light(talk, "M01") == ("oranje", "achter", note)
    assert light(talk, "M03") == ("groen", "op_schema", None)
    assert light(talk, "M04") == ("groen", "op_schema", None)
    assert light(talk, "M05") == (None, None, None)
    assert "1 oranje" in words(talk.say(CO, "status"))


def test_orange_without_a_word_is_not_settled_and_what_was_typed_stays() -> None:
    talk = answered()
    turn = settled(talk, inputs={"note/M01": "", "light/M04": "rood", "progress/M04": "achter"})
    assert "Schrijf bij oranje of rood op" in words(turn)
    assert light(talk, "M01") == (None, None, None)
    assert light(talk, "M03") == ("groen", "op_schema", None)
    assert turn.instead
    ids = {one.id: one.value for one in turn.instead.inputs()}
    assert ids["light/M04"] == "rood"
    assert "light/M03" not in ids


def test_a_note_about_a_person_is_not_settled() -> None:
    talk = answered()
    assert "herleidbaar" in words(settled(talk, inputs={"note/M03": "Bel 06-12345678"}))
    assert light(talk, "M03") == (None, None, None)


def test_after_settling_the_round_is_over_and_the_leads_hear_it() -> None:
    talk = running()
    cards = asked(talk)
    talk.press(MIRA, cards[MIRA], "all_green", {})
    settled(talk, "all")
    told = [m for m in talk.dossier.all(Message) if m.kind == "progress_told"]
    assert [m.to for m in told] == [MIRA]
    assert "M03 Buurtvaders in de wijk: groen, op schema" in plain(card_of(talk, told[0]), "nl")
    assert summary(told[0]).nl == "Voortgang vastgesteld"
    assert "Deze ronde is gesloten" in words(talk.press(RUUD, cards[RUUD], "all_green", {}))
    assert not talk.dossier.answers_in("progress-1", "POL")
    assert due(talk.dossier, talk.at + timedelta(days=9)) == ()


def test_who_is_silent_is_reminded_and_who_answered_is_not() -> None:
    talk = running()
    cards = asked(talk)
    talk.press(MIRA, cards[MIRA], "all_green", {})
    sent = [altered(m, sent_at=talk.at) for m in talk.dossier.all(Message)]
    talk.dossier = talk.dossier.plus(sent)
    talk.at = APRIL + timedelta(days=7)
    (reminder,) = (m for m in due(talk.dossier, talk.at) if m.kind == "reminder")
    assert reminder.to == RUUD
    assert "M01 Straatwerk" in plain(card_of(talk, reminder), "nl")
    (news,) = (m for m in due(talk.dossier, talk.at) if m.kind == "digest")
    assert "Partners klaar: 1/2" in plain(card_of(talk, news), "nl")


def test_a_third_round_in_a_year_is_refused_with_a_sentence() -> None:
    talk = running()
    for _ in range(2):
        asked(talk)
        settled(talk, "all")
        talk.at += timedelta(days=75)
    turn = talk.say(CO, "voortgangsronde")
    assert "In 2027 zijn er al twee voortgangsrondes geweest." in words(turn)
    assert [r.key for r in talk.dossier.all(Round)][-2:] == ["progress-1", "progress-2"]


def test_an_old_card_sends_no_second_round() -> None:
    talk = running()
    card = view_of(talk.say(CO, "voortgangsronde"))
    talk.press(CO, card, "send", {})
    assert "Er loopt al een voortgangsronde" in words(talk.press(CO, card, "send", {}))
    assert len([r for r in talk.dossier.all(Round) if r.step == "progress"]) == 1


def test_the_second_round_shows_what_was_said_in_the_first() -> None:
    talk = answered()
    settled(talk, "all")
    talk.at += timedelta(days=75)
    assert "Vorige keer: Oranje" in plain(asked(talk)[RUUD], "nl")


@pytest.mark.parametrize("inputs", [{"leads": ""}, {"deadline": "2027-04-05"}, {"deadline": "x"}])
def test_a_round_without_leads_or_with_a_strange_day_is_not_sent(inputs: dict[str, str]) -> None:
    talk = running()
    turn = talk.press(CO, view_of(talk.say(CO, "voortgangsronde")), "send", inputs)
    assert "Kies" in words(turn)
    assert not [r for r in talk.dossier.all(Round) if r.step == "progress"]


def test_a_plan_that_is_not_adopted_has_no_rounds_yet() -> None:
    talk = Talk()
    for word in ("voortgangsronde", "wijziging", "volgend jaar", "afsluiten"):
        assert "zodra het plan is vastgesteld" in words(talk.say(CO, word)), word


def next_plan(*records: Record) -> tuple[tuple[Dossier, Person], ...]:
    """The plan of the year after, adopted."""
    later = adopted(*records, key="dorp-2028", year=2028, previous="dorp-2027")
    person = later.get(Person, CO)
    assert person
    return ((later, person),)


def test_a_plan_is_closed_in_one_tap_once_the_next_was_adopted() -> None:
    talk = running()
    talk.elsewhere = next_plan()
    assert primary(view_of(talk.say(CO, "verder"))) == "finish"
    card = view_of(talk.say(CO, "afsluiten"))
    assert not card.inputs()
    talk.press(CO, card, "close", {})
    assert talk.dossier.get(Confirmed, "closed")
    assert status(talk.dossier) == "afgesloten"
    assert "In dit plan wordt niets meer gevraagd" in words(talk.say(CO, "verder"))
    assert "zodra het plan is vastgesteld" in words(talk.say(CO, "voortgangsronde"))


def test_closing_it_earlier_takes_a_reason() -> None:
    talk = running()
    card = view_of(talk.say(CO, "afsluiten"))
    assert "Geef een reden" in words(talk.press(CO, card, "close", {}))
    assert not talk.dossier.get(Confirmed, "closed")
    talk.press(CO, card, "close", {"why": "De gemeente gaat op in een andere."})
    assert talk.dossier.get(Confirmed, "closed")


def test_nothing_is_asked_in_a_closed_plan() -> None:
    talk = running()
    cards = asked(talk)
    talk.press(MIRA, cards[MIRA], "all_green", {})
    talk.dossier = talk.dossier.plus([Confirmed(key="closed", by=CO, at=talk.at)])
    assert "gesloten" in words(talk.press(RUUD, cards[RUUD], "all_green", {}))
    assert due(talk.dossier, APRIL + timedelta(days=9)) == ()


def test_a_partner_cannot_use_the_cards_of_the_coordinator() -> None:
    talk = running()
    card = talk.show(RUUD, view_of(talk.say(CO, "voortgangsronde")))
    assert "Dat kan alleen de coördinator" in words(talk.press(RUUD, card, "send", {}))


def test_a_reopened_step_comes_before_the_running_plan() -> None:
    talk = running()
    closed = talk.dossier.get(Closed, "decision/1")
    assert closed
    again = altered(closed, reopened_at=talk.at, reopened_by=CO, reopened_why="Fout")
    talk.dossier = talk.dossier.plus([again])
    assert "Stap 6 van 6" in words(talk.say(CO, "verder"))
    assert isinstance(talk.dossier.plan, Plan)


def test_what_waits_for_the_coordinator_is_to_settle_the_round() -> None:
    talk = answered()
    assert "Voortgang vaststellen: nog 4 maatregelen." in words(talk.say(CO, "openstaand"))


def test_the_coordinator_hears_once_when_it_is_time_for_a_round_and_for_the_next_plan() -> None:
    talk = running()
    first = [m for m in due(talk.dossier, APRIL) if m.to == CO]
    assert [m.kind for m in first] == ["round_due"]
    reply = say(talk.dossier, first[0], APRIL)
    assert reply
    assert "tijd voor een voortgangsronde" in str(reply.text)
    told = talk.dossier.plus(first)
    assert not [m for m in due(told, APRIL + timedelta(days=7)) if m.kind == "round_due"]
    autumn = datetime(2027, 9, 15, 9, 0, tzinfo=UTC)
    (later,) = [m for m in due(told, autumn) if m.kind.endswith("_due") and m.to == CO]
    assert later.kind == "next_year_due"
    reply = say(told, later, autumn)
    assert reply
    assert "het plan voor 2028 kan beginnen" in str(reply.text)


def test_nobody_is_told_of_a_round_that_was_begun_or_before_it_makes_sense() -> None:
    talk = running()
    early = [m for m in due(talk.dossier, APRIL - timedelta(days=14)) if m.kind == "round_due"]
    assert not early
    (made,) = [m for m in due(talk.dossier, APRIL) if m.kind == "round_due"]
    asked(talk)
    assert not [m for m in due(talk.dossier, APRIL) if m.kind == "round_due"]
    assert say(talk.dossier, made, APRIL) is None


def test_the_moment_of_the_next_round_is_known_so_that_nobody_has_to_open_the_chat() -> None:
    talk = running(at=datetime(2027, 2, 1, 9, 0, tzinfo=UTC))
    at = next_moment(talk.dossier, talk.at)
    assert at
    assert at.date().isoformat() == "2027-04-01"
