"""Verwerking: a remark gets an answer, the draft changes in the same act, the sender hears it."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeGuard

import pytest

from bot.cards import plain
from dialogs import say
from dialogs.view import Pick, View
from plan.changes import standing
from plan.content.tracks import FIRST_YEAR
from plan.records import Closed, Comment, Measure, Partnership, Theme, altered
from tests.dialogs.changed import change
from tests.dialogs.checks import (
    OWNER,
    all_right,
    at_checks,
    invited,
    owner_of,
    queue,
    remark,
    send,
    told,
)
from tests.dialogs.talk import CO, MIRA, RUUD, Talk, view_of, words


def with_remark() -> Talk:
    talk = at_checks()
    send(talk)
    remark(talk)
    return talk


def the(talk: Talk, key: str = "B-01") -> Comment:
    found = talk.dossier.get(Comment, key)
    assert found
    return found


def measure(talk: Talk, key: str = "M02") -> Measure:
    found = talk.dossier.get(Measure, key)
    assert found
    return found


def press(talk: Talk, view: View, verb: str, **inputs: str) -> View:
    """The same card again, or the next one."""
    turn = talk.press(CO, view, verb, inputs)
    return turn.instead if turn.instead and turn.instead.buttons else view_of(turn)


def test_the_card_shows_who_said_what_and_how_it_stands() -> None:
    talk = with_remark()
    said = plain(queue(talk), "nl")
    for one in ("“Vier avonden wordt twee”", "Politie, Ruud Tamminga", "M02 Camera"):
        assert one in said
    assert "Omschrijving: Elke avond op straat." in said


def test_taking_over_changes_the_draft_in_the_same_act_and_the_sender_hears_it() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "accept")
    proposed = {one.id: one.value for one in card.inputs()}["description/M02"]
    assert proposed == "Elke avond op straat.\nOp verzoek van Politie: Vier avonden wordt twee"
    assert measure(talk).description == "Elke avond op straat."
    turn = talk.press(CO, card, "accept_now", {"description/M02": "Twee avonden."})
    assert measure(talk).description == "Twee avonden."
    (made,) = standing(talk.dossier)
    assert (made.because, made.subject) == ("comment/B-01", "M02")
    done = the(talk)
    assert (done.disposition, done.reply) == ("accepted", "Aangepast in M02: omschrijving.")
    assert done.replied_at == talk.at
    assert "Politie hoort dit nu." in words(turn)
    (message,) = told(talk, "processed")
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    said = plain(reply.view, "nl")
    assert "M02: “Vier avonden wordt twee” Overgenomen. Aangepast in M02: omschrijving." in said


def test_a_change_that_cannot_be_is_not_told_to_be_no_change() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "accept")
    days = {"description/M02": "Elke avond op straat.", "start/M02": "2028-02-01"}
    said = words(talk.press(CO, card, "accept_now", days))
    assert "Het einde ligt voor het begin." in said
    assert "Er verandert zo niets" not in said


@pytest.mark.parametrize(
    ("verb", "disposition"),
    [("reject", "rejected"), ("park", "parked"), ("session", "to_session")],
)
def test_anything_else_needs_a_reason(verb: str, disposition: str) -> None:
    talk = with_remark()
    again = press(talk, queue(talk), verb)
    assert any(getattr(one, "error", None) for one in again.inputs())
    assert the(talk).disposition == "open"
    wrong = press(talk, again, verb, why="De familie Jansen wil dit niet")
    assert the(talk).disposition == "open"
    press(talk, wrong, verb, why="Past niet bij het doel.")
    assert (the(talk).disposition, the(talk).reply) == (disposition, "Past niet bij het doel.")
    assert measure(talk).description == "Elke avond op straat."


def test_a_remark_on_the_whole_plan_goes_to_the_session_under_the_measure_it_is_about() -> None:
    talk = at_checks()
    send(talk)
    talk.press(MIRA, invited(talk, MIRA), "all_right", {"K5": "De uren knellen"})
    press(talk, queue(talk), "session", why="Dit raakt iedereen.", subject="M02")
    assert (the(talk).disposition, the(talk).subject) == ("to_session", "M02")


def test_taking_over_in_part_says_what_not() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "partly")
    again = press(talk, card, "partly_now", **{"title/M02": "Camera, twee avonden"})
    assert the(talk).disposition == "open"
    assert measure(talk).title == "Camera"
    kept = {one.id: one.value for one in again.inputs()}
    assert kept["title/M02"] == "Camera, twee avonden"
    press(talk, again, "partly_now", why="De uren blijven.")
    assert the(talk).disposition == "accepted_partly"
    assert measure(talk).title == "Camera, twee avonden"


def test_taking_over_without_a_change_needs_a_word() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "accept")
    same = {"description/M02": "Elke avond op straat."}
    again = press(talk, card, "accept_now", **same)
    assert "Er verandert zo niets aan het concept." in plain(again, "nl")
    assert the(talk).disposition == "open"
    press(talk, again, "accept_now", why="Stond al in M01.", **same)
    assert the(talk).disposition == "accepted"
    assert not standing(talk.dossier)


def test_wrong_hours_and_days_are_named_and_nothing_is_kept() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "accept")
    given = {"hours:POL/M02": "veel", "start/M02": "2027-06-01", "end/M02": "2027-03-01"}
    again = press(talk, card, "accept_now", **given)
    wrong = {one.id for one in again.inputs() if one.error}
    assert wrong == {"hours:POL/M02", "end/M02"}
    assert not standing(talk.dossier)
    named = {"title/M02": "Praten met familie De Vries", "start/M02": "", "end/M02": ""}
    again = press(talk, again, "accept_now", **named, **{"hours:POL/M02": "1"})
    assert {one.id for one in again.inputs() if one.error} == {"title/M02"}
    good = {"hours:POL/M02": "1.250,5", "start/M02": "2027-03-01", "end/M02": "2027-06-01"}
    good["title/M02"] = "Camera"
    press(talk, again, "accept_now", **good)
    (claim,) = measure(talk).capacity
    assert claim.hours == 1250.5


def test_undoing_gives_the_draft_its_text_back_and_opens_the_remark() -> None:
    talk = with_remark()
    talk.press(MIRA, invited(talk, MIRA), "all_right", {"K4": "Een buurtteam"})
    following = press(talk, press(talk, queue(talk), "accept"), "accept_now")
    assert "undo" in {b.verb for b in following.buttons}
    turn = talk.press(CO, following, "undo", {})
    assert measure(talk).description == "Elke avond op straat."
    assert the(talk).disposition == "open"
    assert not standing(talk.dossier)
    assert view_of(turn).about["comment"] == "B-01"
    assert not any(say(talk.dossier, m, talk.at) for m in told(talk, "processed"))


def test_what_was_changed_again_since_is_not_undone() -> None:
    talk = with_remark()
    press(talk, press(talk, queue(talk), "accept"), "accept_now")
    now = measure(talk)
    change(talk, now, altered(now, description="Toch anders."))
    register = view_of(talk.say(CO, "opmerkingen"))
    done = press(talk, register, "look", remark="B-01")
    again = press(talk, done, "reopen")
    assert "met de hand" in plain(again, "nl")
    assert measure(talk).description == "Toch anders."
    assert the(talk).disposition == "accepted"


def test_another_answer_later_is_told_again() -> None:
    talk = with_remark()
    press(talk, queue(talk), "park", why="Later.")
    done = press(talk, view_of(talk.say(CO, "opmerkingen")), "look", remark="B-01")
    press(talk, press(talk, done, "reopen"), "reject", why="Toch niet.")
    messages = told(talk, "processed")
    assert len(messages) == 2
    replies = [say(talk.dossier, m, talk.at) for m in messages]
    assert replies[0] is None
    assert replies[1]
    assert replies[1].view
    assert "Niet overgenomen. Toch niet." in plain(replies[1].view, "nl")


def test_a_partner_hears_nothing_while_one_of_its_remarks_is_open() -> None:
    talk = at_checks()
    send(talk)
    given = {"K4": "Een buurtteam", "K5": "M02 botst"}
    talk.press(MIRA, invited(talk, MIRA), "all_right", given)
    press(talk, queue(talk), "park", why="Later.")
    assert not told(talk, "processed", MIRA)
    press(talk, queue(talk), "park", why="Ook later.")
    (message,) = told(talk, "processed", MIRA)
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    assert plain(reply.view, "nl").count("Geparkeerd.") == 2


def test_what_is_missing_becomes_a_measure_led_by_who_missed_it() -> None:
    talk = at_checks()
    send(talk)
    talk.press(MIRA, invited(talk, MIRA), "all_right", {"K4": "Een buurtteam"})
    card = press(talk, queue(talk), "accept")
    press(talk, card, "accept_now", **{"hours:WEL/new": "80"})
    added = measure(talk, "M03")
    assert (added.title, added.item, added.decision) == ("Een buurtteam", "T1.1", "new")
    assert added.lead
    assert (added.lead.org, added.lead.person) == ("WEL", MIRA)
    assert the(talk).reply == "Toegevoegd als M03."
    done = press(talk, view_of(talk.say(CO, "opmerkingen")), "look", remark="B-01")
    press(talk, done, "reopen")
    assert talk.dossier.get(Measure, "M03") is None


def test_who_refuses_is_taken_out_with_its_hours() -> None:
    talk = at_checks()
    send(talk)
    view = view_of(talk.press(RUUD, invited(talk), "save", {"K2/M01": "nee"}))
    talk.press(RUUD, view, "save", {"K2.text/M01": "Geen mensen"})
    press(talk, press(talk, queue(talk), "accept"), "accept_now")
    after = measure(talk, "M01")
    assert after.lead is None
    assert after.capacity == ()
    assert after.partners == (Partnership(org="WEL"),)


def test_two_partners_who_contradict_each_other_go_to_the_session_in_one_tap() -> None:
    talk = at_checks()
    send(talk)
    all_right(talk, MIRA)
    view = view_of(talk.press(RUUD, invited(talk), "save", {"K1/M01": "niet_haalbaar"}))
    talk.press(RUUD, view, "save", {"K1.text/M01": "Geen mensen", "K2/M01": "nee"})
    card = queue(talk)
    assert "Welzijn doet mee, maar volgens Politie kan het niet." in plain(card, "nl")
    turn = talk.press(CO, card, "both", {})
    assert "M01 gaat naar de sessie" in words(turn)
    assert the(talk).disposition == "to_session"
    assert told(talk, "processed")
    assert "spreken elkaar tegen" not in words(turn)


def test_two_partners_who_ask_for_different_changes_are_noticed() -> None:
    talk = with_remark()
    view = view_of(talk.press(MIRA, invited(talk, MIRA), "save", {"K1/M01": "aanpassen"}))
    talk.press(MIRA, view, "save", {"K1.text/M01": "Meer avonden"})
    again = view_of(talk.press(RUUD, view_of(talk.say(RUUD, "vragenlijst")), "core", {}))
    reason = view_of(talk.press(RUUD, again, "save", {"K1/M01": "aanpassen"}))
    talk.press(RUUD, reason, "save", {"K1.text/M01": "Minder avonden"})
    said = words(talk.say(CO, "status"))
    assert "Twee partners spreken elkaar tegen over M01" in said


def test_a_theme_owner_processes_the_own_theme_and_no_other() -> None:
    theme = at_checks().dossier.get(Theme, "T2")
    assert theme
    talk = at_checks("first_year", *owner_of(theme))
    send(talk)
    remark(talk)
    card = queue(talk, OWNER)
    turn = talk.press(OWNER, card, "park", {"why": "Later."})
    assert words(turn).startswith("Opgeslagen")
    assert the(talk).processed_by == OWNER
    talk.press(MIRA, invited(talk, MIRA), "all_right", {"K4": "Een buurtteam"})
    whole = queue(talk)
    assert "alleen de coördinator" in words(talk.press(OWNER, whole, "park", {"why": "Later."}))
    assert the(talk, "B-02").disposition == "open"


def test_a_partner_sees_its_own_remarks_and_may_process_none() -> None:
    talk = with_remark()
    card = queue(talk)
    assert "niet voor u" in words(talk.press(RUUD, card, "accept", {}))
    said = words(talk.say(RUUD, "opmerkingen"))
    assert "“Vier avonden wordt twee” Nog open." in said
    assert "Vier avonden" not in words(talk.say(MIRA, "opmerkingen"))


def test_an_old_card_changes_nothing_that_was_dealt_with() -> None:
    talk = with_remark()
    old = queue(talk)
    press(talk, old, "park", why="Later.")
    turn = talk.press(CO, old, "reject", {"why": "Nee."})
    assert the(talk).disposition == "parked"
    assert turn.instead
    assert "Geparkeerd" in plain(turn.instead, "nl")


def test_closing_with_an_open_remark_needs_a_reason_and_then_tells_what_there_is() -> None:
    talk = at_checks()
    send(talk)
    given = {"K4": "Een buurtteam", "K5": "M02 botst"}
    talk.press(MIRA, invited(talk, MIRA), "all_right", given)
    all_right(talk, RUUD)
    press(talk, queue(talk), "park", why="Later.")
    step = FIRST_YEAR.step("check_1")
    assert "Opmerkingen zonder antwoord (1)" in step.missing(talk.dossier)[0].nl
    card = view_of(talk.say(CO, "sluiten"))
    talk.press(CO, card, "override", {"why": "Tijd."})
    assert talk.dossier.all(Closed)[-1].step == "check_1"
    assert len(told(talk, "processed", MIRA)) == 1


def test_pressing_the_first_button_to_the_end_processes_everything() -> None:
    talk = with_remark()
    talk.press(MIRA, invited(talk, MIRA), "all_right", {"K4": "Een buurtteam", "K5": "Te druk"})
    view = view_of(talk.say(CO, "verder"))
    for _ in range(12):
        first = next(b for b in view.buttons if b.primary)
        needed = {one.id: "Zo afgesproken" for one in view.inputs() if one.required}
        turn = talk.press(CO, view, first.verb, needed)
        talk.at += timedelta(minutes=1)
        view = turn.instead if turn.instead and turn.instead.buttons else view_of(turn)
        if first.verb == "close":
            break
    assert talk.dossier.all(Closed)[-1].step == "check_1"
    assert all(c.disposition != "open" for c in talk.dossier.all(Comment))


def test_what_somebody_else_changed_meanwhile_is_not_written_over() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "accept")
    shown = talk.show(CO, card)
    before = measure(talk)
    changed = altered(before, funding="Rijk", description="Elke nacht.")
    change(talk, before, changed)
    given = {one.id: one.value for one in card.inputs()}
    turn = talk.press(CO, shown, "accept_now", given)
    assert "M02: er staat nu bij “Omschrijving”: Elke nacht." in words(turn)
    assert measure(talk) == changed
    assert turn.instead
    talk.press(CO, turn.instead, "accept_now", {"description/M02": "Twee nachten."})
    assert measure(talk) == altered(changed, description="Twee nachten.")


def test_a_remark_without_a_number_is_called_by_what_it_is_about() -> None:
    old = altered(the(with_remark()), key="amended/M02/POL/2026-11-03T09:00:00+00:00")
    talk = at_checks("first_year", old)
    send(talk)
    view = queue(talk)
    assert view.title.nl == "Opmerking M02 (nog 1)"
    turn = talk.press(CO, view, "reject", {"why": "Dit wil het MT zo."})
    assert "amended/" not in words(turn)
    (choices,) = [e.choices for e in view_of(talk.say(CO, "opmerkingen")).elements if _picks(e)]
    assert choices[0][1].nl.startswith("M02 POL: ")


def _picks(element: object) -> TypeGuard[Pick]:
    return isinstance(element, Pick)
