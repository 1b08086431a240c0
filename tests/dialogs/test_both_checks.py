"""Two people put down the same of a check: the second is told what is there, nothing is lost."""

from __future__ import annotations

from datetime import date

from dialogs.turn import Turn
from dialogs.view import View
from plan.records import BilateralCheck, Card, Comment, Message
from tests.dialogs.checks import all_right, at_checks, invited, send
from tests.dialogs.talk import CO, MIRA, RUUD, Talk, filled, view_of, words
from tests.dialogs.test_second_check import second as again
from tests.dialogs.test_silence import AFTER, silent, silent_again

ROUND = "check_1-1"


def check(talk: Talk, org: str) -> BilateralCheck:
    found = talk.dossier.get(BilateralCheck, f"{ROUND}/{org}")
    assert found
    return found


def unanswered() -> tuple[Talk, Card, Card]:
    """After the deadline nobody of WEL reacted; the card lies with two coordinators."""
    talk = at_checks()
    send(talk, meaning="unchanged")
    all_right(talk, RUUD)
    talk.at = AFTER
    view = silent(talk)
    return talk, talk.show(CO, view), talk.show(CO, view)


def test_silence_that_was_put_down_already_is_told_and_not_put_down_otherwise() -> None:
    talk, first, second = unanswered()
    talk.press(CO, first, "tacit", {"orgs": "WEL"})
    turn = talk.press(CO, second, "escalated", {"orgs": "WEL"})
    assert check(talk, "WEL").silent
    assert check(talk, "WEL").escalated_at is None
    said = words(turn)
    assert "Intussen al vastgelegd" in said
    assert "Welzijn: stilzwijgend" in said
    assert "Opgeslagen" not in said


def test_a_partner_who_reacted_meanwhile_is_named_and_not_put_down() -> None:
    talk, first, _ = unanswered()
    all_right(talk, MIRA)
    turn = talk.press(CO, first, "tacit", {"orgs": "WEL"})
    assert not check(talk, "WEL").silent
    assert "Welzijn: heeft gereageerd" in words(turn)


def test_what_somebody_else_put_down_since_is_not_undone_unseen() -> None:
    talk, first, _ = unanswered()
    talk.press(CO, first, "tacit", {"orgs": "WEL"})
    view = silent_again(talk)
    old = talk.show(CO, view)
    talk.press(CO, view, "withdraw", {})
    talk.press(CO, silent_again(talk), "escalated", {"orgs": "WEL"})
    turn = talk.press(CO, old, "withdraw", {})
    assert check(talk, "WEL").escalated_at
    assert "nog niets teruggedraaid" in words(turn)
    assert turn.instead
    talk.press(CO, turn.instead, "withdraw", {})
    assert check(talk, "WEL").escalated_at is None


def test_a_condition_that_went_to_the_session_is_not_said_to_be_sent_again() -> None:
    talk = again()
    talk.press(RUUD, invited(talk), "save", {"K2/M02": "intern_akkoord_nodig"})
    status = view_of(talk.say(CO, "verder"))
    view = view_of(talk.press(CO, status, "conditions", {}))
    first, other = talk.show(CO, view), talk.show(CO, view)
    talk.press(CO, first, "to_session", filled(view))
    before = talk.dossier.all(Comment)
    turn = talk.press(CO, other, "to_session", filled(view))
    assert talk.dossier.all(Comment) == before
    assert "Er is niets vastgelegd" in words(turn)
    assert "Politie: ging intussen al naar de sessie" in words(turn)


def test_a_request_sent_by_another_shows_it_and_the_own_words() -> None:
    talk = at_checks()
    view = view_of(talk.press(CO, view_of(talk.say(CO, "status")), "request", {}))
    first, second = talk.show(CO, view), talk.show(CO, view)
    talk.press(CO, first, "send", {**filled(view), "meaning": "unchanged"})
    sent = len(talk.dossier.all(Message))
    own = {"meaning": "own", "silence": "Dan bellen we", "moments": "dinsdag 10.00 uur"}
    turn = talk.press(CO, second, "send", {**filled(view), **own})
    assert len(talk.dossier.all(Message)) == sent
    said = words(turn)
    assert "al verstuurd" in said
    assert "ongewijzigd mee" in said
    assert "Dan bellen we" in said
    assert "dinsdag 10.00 uur" in said


def talked() -> tuple[Talk, View, Card, Card]:
    talk = at_checks()
    send(talk)
    view = view_of(talk.press(CO, view_of(talk.say(CO, "status")), "held", {}))
    return talk, view, talk.show(CO, view), talk.show(CO, view)


def bid(form: str, day: str) -> dict[str, str]:
    return {"org": "POL", "form": form, "held": day}


def test_two_talks_with_the_same_partner_are_both_seen() -> None:
    talk, _, first, second = talked()
    talk.press(CO, first, "record", bid("telefoon", "2026-11-01"))
    turn = talk.press(CO, second, "record", bid("bezoek", "2026-11-02"))
    assert check(talk, "POL").held_on == date(2026, 11, 1)
    said = words(turn)
    assert "“Hoe”: Telefoon" in said
    assert "“Wanneer”: zondag 1 november" in said
    card = shown(turn)
    assert filled(card) == bid("bezoek", "2026-11-02")
    talk.press(CO, card, "record", {})
    assert (check(talk, "POL").held_on, check(talk, "POL").form) == (date(2026, 11, 2), "bezoek")


def shown(turn: Turn) -> View:
    assert turn.instead
    return turn.instead


def test_a_talk_with_another_partner_asks_nothing() -> None:
    talk, _, first, second = talked()
    talk.press(CO, first, "record", bid("telefoon", "2026-11-01"))
    talk.press(CO, second, "record", {**bid("bezoek", "2026-11-02"), "org": "WEL"})
    assert check(talk, "WEL").form == "bezoek"
