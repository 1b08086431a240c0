"""Two who answer one remark: the second sees what the first did, and loses no words."""

from __future__ import annotations

from dialogs.processing.queue import contradiction_view
from dialogs.turn import Turn
from dialogs.view import View
from plan.contradictions import contradictions
from plan.records import altered
from tests.dialogs.changed import change
from tests.dialogs.checks import all_right, at_checks, invited, queue, remark, send
from tests.dialogs.talk import CO, MIRA, RUUD, filled, view_of, words
from tests.dialogs.test_processing import measure, press, the, with_remark


def again(turn: Turn) -> View:
    """The card that came back, with nothing kept."""
    assert not turn.keep, words(turn)
    assert turn.instead
    assert turn.instead.buttons
    return turn.instead


def test_a_reason_for_a_remark_that_has_an_answer_is_shown_beside_that_answer() -> None:
    talk = with_remark()
    mine = theirs = queue(talk)
    talk.press(CO, theirs, "reject", {"why": "Past niet bij het doel."})
    turn = talk.press(CO, mine, "park", {"why": "Volgend jaar misschien."})
    said = words(turn)
    again(turn)
    assert "er is niets veranderd" in said
    assert "Past niet bij het doel." in said
    assert "Volgend jaar misschien." in said
    assert the(talk).disposition == "rejected"


def test_texts_for_the_draft_are_shown_when_the_remark_has_an_answer() -> None:
    talk = with_remark()
    mine = theirs = press(talk, queue(talk), "accept")
    talk.press(CO, theirs, "accept_now", {"description/M02": "Twee avonden."})
    given = {"description/M02": "Drie avonden.", "why": "In overleg."}
    turn = talk.press(CO, mine, "accept_now", given)
    said = words(turn)
    again(turn)
    assert "er staat nu “Twee avonden.”, ingevuld was “Drie avonden.”" in said
    assert "In overleg." in said
    assert measure(talk).description == "Twee avonden."


def test_a_new_measure_for_a_remark_that_has_an_answer_is_shown() -> None:
    talk = at_checks()
    send(talk)
    remark(talk, measure="M02")
    comment = altered(the(talk), kind="missing", subject=None)
    talk.dossier = talk.dossier.plus((comment,))
    mine = theirs = press(talk, queue(talk), "accept")
    talk.press(CO, queue(talk), "reject", {"why": "Bestaat al."})
    assert theirs
    turn = talk.press(CO, mine, "accept_now", {"title/new": "Buurtvaders"})
    assert "Buurtvaders" in words(turn)
    assert "Bestaat al." in words(turn)


def test_a_measure_that_both_changed_shows_both_texts_and_the_choice_is_kept() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "accept")
    shown, given = talk.show(CO, card), filled(card)
    before = measure(talk)
    change(talk, before, altered(before, funding="Rijk", description="Elke nacht."))
    turn = talk.press(CO, shown, "accept_now", given | {"description/M02": "Twee avonden."})
    assert "M02: er staat nu bij “Omschrijving”: Elke nacht." in words(turn)
    assert filled(again(turn))["description/M02"] == "Twee avonden."
    assert measure(talk).description == "Elke nacht."
    talk.press(CO, again(turn), "accept_now", {})
    assert (measure(talk).description, measure(talk).funding) == ("Twee avonden.", "Rijk")
    assert the(talk).disposition == "accepted"


def test_a_card_that_comes_back_for_another_reason_does_not_undo_a_change() -> None:
    talk = with_remark()
    card = press(talk, queue(talk), "accept")
    shown, given = talk.show(CO, card), filled(card)
    before = measure(talk)
    change(talk, before, altered(before, title="Licht"))
    talk.at = talk.at.replace(minute=55)
    turn = talk.press(CO, shown, "accept_now", given | {"start/M02": "ooit"})
    assert filled(again(turn))["title/M02"] == "Licht"
    talk.press(CO, again(turn), "accept_now", {"start/M02": "2027-02-01"})
    assert measure(talk).title == "Licht"


def test_an_older_card_does_not_undo_an_answer_that_came_later() -> None:
    talk = with_remark()
    talk.press(CO, queue(talk), "reject", {"why": "Past niet bij het doel."})
    register = view_of(talk.say(CO, "opmerkingen"))
    looked = again(talk.press(CO, register, "look", {"remark": "B-01"}))
    other = altered(the(talk), disposition="parked", reply="Volgend jaar.", processed_by=MIRA)
    talk.dossier = talk.dossier.plus((other,))
    turn = talk.press(CO, looked, "reopen", {})
    assert "Volgend jaar." in words(turn)
    assert the(talk).disposition == "parked"
    talk.press(CO, again(turn), "reopen", {})
    assert the(talk).disposition == "open"


def test_a_contradiction_that_was_put_aside_is_not_said_to_go_to_the_session() -> None:
    talk = at_checks()
    send(talk)
    all_right(talk, MIRA)
    view = view_of(talk.press(RUUD, invited(talk), "save", {"K1/M01": "niet_haalbaar"}))
    talk.press(RUUD, view, "save", {"K1.text/M01": "Geen mensen", "K2/M01": "nee"})
    talk.press(CO, queue(talk), "park", {"why": "Later."})
    (found,) = contradictions(talk.dossier)
    mine = theirs = contradiction_view(found)
    talk.press(CO, theirs, "aside", {})
    turn = talk.press(CO, mine, "both", {})
    assert not turn.keep
    assert "Hierover is intussen al besloten" in words(turn)
