"""Results, conclusions, closing, overriding, reopening and status, for the coordinator."""

from datetime import UTC, datetime, timedelta

import pytest

from dialogs.messages import say
from plan.delivery import LEFT
from plan.records import (
    Answer,
    Closed,
    Concluded,
    Confirmed,
    Event,
    Message,
    Record,
    Round,
    Submission,
    Wish,
    altered,
)
from tests.dialogs.talk import ASKED, CO, MONDAY, ROUND, RUUD, Talk, filled, view_of, words


def answer(org: str, question: str, value: int | str, subject: str | None = None) -> Answer:
    key = f"{ROUND}/{org}/{question}/{subject or ''}/1"
    text = value if question == "O1" else None
    return Answer(
        key=key,
        round=ROUND,
        org=org,
        question=question,
        subject=subject,
        at=MONDAY,
        value=None if text else value,
        text=str(text) if text else None,
    )


def answered() -> Talk:
    talk = Talk()
    talk.dossier = talk.dossier.plus(
        [
            answer("POL", "O2", 1, "T1"),
            answer("WEL", "O2", 4, "T1"),
            answer("POL", "A1", "achter", "M01"),
            answer("POL", "A2", 2, "M01"),
            answer("POL", "O1", "Vernieling bij de school", "T1"),
            Submission(key=f"{ROUND}/POL", round=ROUND, org="POL", at=MONDAY),
        ]
    )
    return talk


def test_results_say_who_is_ready_and_where_views_diverge() -> None:
    said = words(answered().say(CO, "resultaten"))
    assert "Partners klaar: 1/2" in said
    assert "Veiligheidsontwikkelingen: 3 antwoorden, bij 1 lopen de beelden uiteen" in said
    assert "Voortgang en effect van de gekozen aanpak: 2 antwoorden" in said
    assert "Nieuwe prioriteiten: 0 antwoorden" in said


def test_a_topic_is_read_in_the_partners_words_with_median_and_spread() -> None:
    talk = answered()
    card = view_of(talk.say(CO, "resultaten"))
    turn = talk.press(CO, card, "topic", {"topic": "developments"})
    said = words(turn)
    assert "mediaan 2,5, spreiding 3 (2 antwoorden) – beelden lopen uiteen" in said
    assert "Politie · T1: Vernieling bij de school" in said
    assert turn.instead
    assert words(talk.press(CO, turn.instead, "back", {})).startswith("Resultaten")


def test_once_enough_have_answered_the_first_button_is_to_settle() -> None:
    talk = answered()
    assert view_of(talk.say(CO, "verder")).buttons[0].verb == "results"
    both = Submission(key=f"{ROUND}/WEL", round=ROUND, org="WEL", at=MONDAY)
    talk.dossier = talk.dossier.plus([both])
    first = view_of(talk.say(CO, "verder")).buttons[0]
    assert (first.verb, first.primary) == ("conclude", True)


def test_after_the_deadline_a_silent_lead_holds_up_nothing_and_is_called_at_the_end() -> None:
    talk = answered()
    talk.at = datetime(2026, 10, 5, 18, tzinfo=UTC)
    assert view_of(talk.say(CO, "verder")).buttons[0].verb == "results"
    talk.at += timedelta(days=1)
    first = view_of(talk.say(CO, "verder")).buttons[0]
    assert (first.verb, first.primary) == ("conclude", True)
    settled = [
        Concluded(key=m.key, progress="op_schema", effect="zichtbaar", at=talk.at)
        for m in talk.dossier.measures
    ]
    note = Confirmed(key="evaluation_note", by=CO, at=talk.at)
    talk.dossier = talk.dossier.plus((*settled, note))
    assert view_of(talk.say(CO, "verder")).buttons[0].verb == "partners"


@pytest.mark.parametrize("word", ["sluiten", "mixcheck"])
def test_a_card_that_does_nothing_without_a_reason_marks_it_as_required(word: str) -> None:
    card = view_of(Talk().say(CO, word))
    assert {one.id: one.required for one in card.inputs()}["why"]


def test_before_anything_was_asked_results_say_so() -> None:
    talk = Talk()
    talk.dossier = talk.dossier.plus((), [ASKED])
    assert "Er is nog niets gevraagd." in words(talk.say(CO, "resultaten"))


def test_conclusions_are_filled_in_from_the_answers_else_from_last_year() -> None:
    talk = answered()
    card = view_of(talk.say(CO, "maatregelen"))
    known = {one.id: one.value for one in card.inputs()}
    assert known == {
        "progress/M01": "achter",
        "effect/M01": "uitgebleven",
        "progress/M02": "achter",
        "effect/M02": "beperkt",
    }
    turn = talk.press(CO, card, "save", {"progress/M02": "gestopt"})
    assert words(turn).startswith("Opgeslagen, 09.02 uur: 2 maatregelen")
    kept = {c.key: (c.progress, c.effect) for c in talk.dossier.all(Concluded)}
    assert kept == {"M01": ("achter", "uitgebleven"), "M02": ("gestopt", "beperkt")}


def concluded(talk: Talk, key: str = "M01") -> str | None:
    found = talk.dossier.get(Concluded, key)
    assert found
    return found.progress


def test_of_two_conclusions_the_second_sees_both_and_chooses() -> None:
    talk = answered()
    old = view_of(talk.say(CO, "maatregelen"))
    talk.press(CO, view_of(talk.say(CO, "maatregelen")), "save", {"progress/M01": "afgerond"})
    turn = talk.press(CO, old, "save", {"progress/M01": "niet_gestart"})
    assert concluded(talk) == "afgerond"
    assert "M01: er staat nu bij “Voortgang”: Afgerond" in words(turn)
    assert "Opgeslagen" not in words(turn)
    assert turn.instead
    assert filled(turn.instead)["progress/M01"] == "niet_gestart"
    assert "progress/M02" not in filled(turn.instead)
    turn = talk.press(CO, turn.instead, "save", {})
    assert concluded(talk) == "niet_gestart"
    assert words(turn).startswith("Opgeslagen, 09.05 uur: 1 maatregel")
    assert view_of(turn).title.nl == "De evaluatienotitie"


def test_who_concludes_the_same_hears_so_and_only_the_rest_is_counted() -> None:
    talk = answered()
    old = view_of(talk.say(CO, "maatregelen"))
    talk.press(CO, old, "save", {})
    assert "intussen al zo vastgesteld" in words(talk.press(CO, old, "save", {}))
    other = talk.dossier.get(Concluded, "M02")
    assert other
    talk.dossier = talk.dossier.plus((), [other])
    turn = talk.press(CO, old, "save", {"progress/M01": "afgerond"})
    assert words(turn).startswith("Opgeslagen, 09.04 uur: 1 maatregel")
    assert "“Voortgang”" in words(turn)
    assert concluded(talk) == "achter"


def test_a_value_that_is_no_option_leaves_what_was_proposed() -> None:
    talk = answered()
    card = view_of(talk.say(CO, "maatregelen"))
    talk.press(CO, card, "save", {"progress/M01": "py/object", "effect/M01": "6"})
    concluded = talk.dossier.get(Concluded, "M01")
    assert concluded
    assert (concluded.progress, concluded.effect) == ("achter", "uitgebleven")


def test_the_note_is_confirmed_after_the_last_conclusion() -> None:
    talk = answered()
    card = view_of(talk.press(CO, view_of(talk.say(CO, "maatregelen")), "all", {}))
    assert card.title.nl == "De evaluatienotitie"
    (reply,) = talk.press(CO, card, "note", {}).replies
    assert reply.paper
    assert reply.paper.part == "evaluation"
    turn = talk.press(CO, card, "confirm", {})
    assert words(turn).startswith("Opgeslagen.")
    assert "Stap 1 van" in words(turn)
    assert talk.dossier.get(Confirmed, "evaluation_note")
    assert "Alles is vastgesteld." in words(talk.say(CO, "maatregelen"))


def test_closing_with_something_missing_is_refused_and_says_what() -> None:
    talk = answered()
    turn = talk.say(CO, "sluiten")
    assert "Klaar: 1 van de 2 partners; nodig: 2 (75 procent)." in words(turn)
    assert not talk.dossier.all(Closed)


@pytest.mark.parametrize("why", ["", "   "])
def test_an_override_needs_a_reason(why: str) -> None:
    talk = answered()
    card = view_of(talk.say(CO, "sluiten"))
    turn = talk.press(CO, card, "override", {"why": why})
    assert "Geef een reden." in words(turn)
    assert turn.instead
    assert not turn.keep


def test_an_override_and_its_reason_are_in_the_register_and_so_is_reopening() -> None:
    talk = answered()
    turn = talk.press(CO, view_of(talk.say(CO, "sluiten")), "override", {"why": "Te weinig tijd"})
    assert words(turn).startswith("Opgeslagen. Gesloten: Evaluatieve ronde langs partners.")
    assert "Stap 2 van 6: Bepalen format" in words(turn)
    card = view_of(talk.say(CO, "heropenen"))
    turn = talk.press(CO, card, "reopen", {"why": "Toch nog een partner"})
    assert words(turn).startswith("Opgeslagen. De stap is weer open")
    assert "versie 0.2" in words(turn)
    lines = [(e.what, e.after) for e in talk.dossier.all(Event)]
    assert lines == [("overrode", "Te weinig tijd"), ("reopened", "Toch nog een partner")]
    (closed,) = talk.dossier.all(Closed)
    assert (closed.why, closed.reopened_why) == ("Te weinig tijd", "Toch nog een partner")


def test_a_step_that_was_reopened_by_another_shows_both_reasons() -> None:
    talk = answered()
    talk.press(CO, view_of(talk.say(CO, "sluiten")), "override", {"why": "Te weinig tijd"})
    view = view_of(talk.say(CO, "heropenen"))
    first, second = talk.show(CO, view), talk.show(CO, view)
    talk.press(CO, first, "reopen", {"step": "evaluation", "why": "Toch nog een partner"})
    turn = talk.press(CO, second, "reopen", {"step": "evaluation", "why": "Een fout"})
    said = words(turn)
    assert "intussen al heropend" in said
    assert "Toch nog een partner" in said
    assert "Jouw reden, niet bewaard: Een fout" in said
    assert talk.dossier.plan.version.startswith("0.2")


def test_a_reopened_step_asks_anew_in_a_round_of_its_own() -> None:
    talk = answered()
    talk.press(CO, view_of(talk.say(CO, "sluiten")), "override", {"why": "Te weinig tijd"})
    card = view_of(talk.say(CO, "heropenen"))
    turn = talk.press(CO, card, "reopen", {"why": "Toch nog een partner"})
    card = view_of(talk.press(CO, view_of(turn), "request", {}))
    talk.press(CO, card, "send", {"deadline": "2026-10-05"})
    first, second = talk.dossier.all(Round)
    assert (first.key, second.key) == ("evaluation-1", "evaluation-2")
    assert second.partners == tuple(org.key for org in talk.dossier.consulted)
    assert "Vorige keer: 1 – veel slechter" in words(talk.say(RUUD, "verder"))
    assert talk.dossier.answers_in(ROUND, "POL")


def test_an_old_card_does_not_close_a_later_step() -> None:
    talk = answered()
    card = view_of(talk.say(CO, "sluiten"))
    talk.press(CO, card, "override", {"why": "Te weinig tijd"})
    turn = talk.press(CO, card, "override", {"why": "Nog een keer"})
    assert len(talk.dossier.all(Closed)) == 1
    assert "Stap 2 van 6" in words(turn)


def test_status_says_where_the_plan_stands_and_what_is_missing() -> None:
    said = words(answered().say(CO, "status"))
    for part in (
        "Stap 1 van 6: Evaluatieve ronde langs partners",
        "Partners klaar: 1/2",
        "Nog niet klaar: Welzijn",
        "Antwoorden kan tot en met maandag 5 oktober.",
        "Voortgang en effect nog niet vastgesteld: 2 van de 2 maatregelen.",
        "De evaluatienotitie heb je nog niet bevestigd.",
    ):
        assert part in said


def test_partners_say_who_answers_and_how_far_each_is() -> None:
    said = words(answered().say(CO, "partners"))
    assert "Politie: klaar · Ruud Tamminga, Els Bakker" in said
    assert "Welzijn: begonnen · Mira Chen" in said


def test_a_partner_hears_only_its_own_part_of_the_plan() -> None:
    talk = answered()
    (reply,) = talk.say(RUUD, "concept").replies
    assert reply.paper
    assert reply.paper.part == "partner:POL"


def test_when_the_deadline_has_passed_the_coordinator_hears_whom_to_call() -> None:
    talk = answered()
    message = Message(
        key=f"ended/{ROUND}/2026-10-05", to=CO, kind="ended", due=MONDAY, made_at=MONDAY
    )
    reply = say(talk.dossier, message, MONDAY + timedelta(days=23))
    assert reply
    assert reply.view
    turn = talk.press(CO, reply.view, "status", {})
    assert "Stap 1 van 6" in words(turn)
    assert reply.view.title.nl.startswith("De termijn is voorbij. Klaar: 1 van de 2 partners")


def test_the_first_step_says_what_setup_lacks_and_a_later_step_does_not() -> None:
    talk = Talk()
    said = words(talk.say(CO, "status"))
    assert "Thema zonder themahouder: Jeugd, Uitgaan" in said
    talk.dossier = talk.dossier.plus([Closed(key="evaluation/1", step="evaluation", at=MONDAY)])
    assert "zonder themahouder" not in words(talk.say(CO, "status"))


def test_questions_that_were_only_just_written_are_not_called_undelivered() -> None:
    talk = Talk()
    message = Message(
        key=f"invitation/{ROUND}/{RUUD}",
        to=RUUD,
        kind="invitation",
        request=ROUND,
        org="POL",
        due=MONDAY,
        made_at=MONDAY,
    )
    talk.dossier = talk.dossier.plus([message])
    said = words(talk.say(CO, "partners"))
    assert "Politie: nog niet begonnen, de vragen zijn onderweg · Ruud Tamminga" in said
    talk.dossier = talk.dossier.plus([altered(message, tries=1, code="503 ServiceUnavailable")])
    assert "niet bezorgd: ik probeer het nog" in words(talk.say(CO, "partners"))


def test_who_was_reached_after_all_is_no_longer_called_undelivered() -> None:
    lost = Message(
        key=f"invitation/{ROUND}/POL",
        to=RUUD,
        kind="invitation",
        request=ROUND,
        org="POL",
        due=MONDAY,
        made_at=MONDAY,
        failed=LEFT,
        ended_at=MONDAY,
    )
    later = altered(
        lost,
        key=f"reminder/{ROUND}/POL/1",
        kind="reminder",
        due=MONDAY + timedelta(days=7),
        failed=None,
        ended_at=None,
    )
    gone = Wish(key=RUUD, left_at=MONDAY)
    arrived = altered(later, sent_at=later.due)

    def says_so(*more: Record) -> set[bool]:
        talk = Talk()
        talk.dossier = talk.dossier.plus(more)
        partners, status = words(talk.say(CO, "partners")), words(talk.say(CO, "status"))
        return {"niet bezorgd: heeft de app verwijderd" in partners, "Niet bezorgd: 1" in status}

    assert says_so(lost, gone) == {True}
    assert says_so(lost) == {False}
    assert says_so(lost, gone, arrived) == {False}
    assert says_so(altered(lost, failed="503"), arrived) == {False}
    assert says_so(lost, gone, altered(arrived, org="WEL")) == {True}
