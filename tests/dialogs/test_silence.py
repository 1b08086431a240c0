"""A partner that stays silent: called, escalated or tacit as agreed, and never shown as agreed."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.cards import plain
from dialogs import say
from dialogs.view import View
from plan import gates
from plan.checks import by_code
from plan.reactions import reaction
from plan.records import BilateralCheck, Event, Person, Round, altered
from plan.reminders import due
from tests.dialogs.checks import all_right, at_checks, invited, send, told
from tests.dialogs.talk import CO, MIRA, RUUD, Talk, view_of, words

LAST_DAY = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
AFTER = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ROUND = "check_1-1"


def silent(talk: Talk) -> View:
    """The card about who has not reacted, from the status card."""
    return view_of(talk.press(CO, view_of(talk.say(CO, "status")), "silent", {}))


def sent(**inputs: str) -> Talk:
    talk = at_checks()
    send(talk, **inputs)
    all_right(talk, RUUD)
    return talk


def test_what_silence_means_is_chosen_and_said_in_the_request() -> None:
    talk = sent(meaning="unchanged")
    (round_,) = talk.dossier.all(Round)
    assert round_.silence
    assert "ongewijzigd mee" in round_.silence
    assert "vrijdag 20 november" in round_.silence
    assert round_.silence in plain(invited(talk, MIRA), "nl")


def test_nothing_is_agreed_unless_it_is_chosen() -> None:
    (round_,) = sent().dossier.all(Round)
    assert round_.silence is None


def test_words_without_the_choice_that_goes_with_them_agree_nothing() -> None:
    (round_,) = sent(meaning="none", silence="Dan gaan wij ervan uit dat het klopt.").dossier.all(
        Round
    )
    assert round_.silence is None


def test_an_old_card_puts_nothing_down_when_there_is_time_again() -> None:
    talk = sent(meaning="unchanged")
    talk.at = AFTER
    card = silent(talk)
    (round_,) = talk.dossier.all(Round)
    talk.dossier = talk.dossier.plus([altered(round_, extended_to=date(2026, 12, 4))])
    talk.press(CO, card, "tacit", {})
    assert talk.dossier.get(BilateralCheck, f"{ROUND}/WEL") is None


def test_own_words_have_to_be_written() -> None:
    talk = at_checks()
    view = view_of(talk.press(CO, view_of(talk.say(CO, "status")), "request", {}))
    turn = talk.press(CO, view, "send", {"meaning": "own"})
    assert "eigen woorden" in words(turn)
    assert not talk.dossier.all(Round)


def test_silence_is_offered_first_only_from_the_last_day_on() -> None:
    talk = sent()
    buttons = view_of(talk.say(CO, "status")).buttons
    assert [b.verb for b in buttons if b.primary] == ["partners"]
    assert "silent" not in [b.verb for b in buttons]
    talk.at = LAST_DAY
    assert view_of(talk.say(CO, "status")).buttons[0].verb == "silent"


def test_on_the_last_day_it_only_says_whom_to_call() -> None:
    talk = sent()
    talk.at = LAST_DAY
    card = silent(talk)
    said = plain(card, "nl")
    assert "Welzijn: Mira Chen" in said
    assert card.buttons == ()


def test_agreed_silence_is_put_down_as_tacit_and_not_as_agreement() -> None:
    talk = sent(meaning="unchanged")
    talk.at = AFTER
    card = silent(talk)
    assert next(b.verb for b in card.buttons if b.primary) == "tacit"
    turn = talk.press(CO, card, "tacit", {})
    assert "Stilzwijgend: Welzijn." in words(turn)
    check = talk.dossier.get(BilateralCheck, f"{ROUND}/WEL")
    assert check
    assert (check.commitment, check.silent) == ("geen_reactie", True)
    assert reaction(talk.dossier, ROUND, "WEL") == "stilzwijgend"
    assert gates.partners_checked("check_1")(talk.dossier) == ()
    assert "WEL" in by_code(talk.dossier)["C10"]
    assert any(e.what == "tacit" for e in talk.dossier.all(Event))


def test_it_can_be_taken_back_and_a_reaction_after_all_counts() -> None:
    talk = sent(meaning="unchanged")
    talk.at = AFTER
    talk.press(CO, silent(talk), "tacit", {})
    all_right(talk, MIRA)
    check = talk.dossier.get(BilateralCheck, f"{ROUND}/WEL")
    assert check
    assert (check.commitment, check.silent) == ("ja", False)
    talk = sent(meaning="unchanged")
    talk.at = AFTER
    card = silent(talk)
    talk.press(CO, card, "tacit", {})
    withdrawing = silent_again(talk)
    talk.press(CO, withdrawing, "withdraw", {})
    assert reaction(talk.dossier, ROUND, "WEL") == "geen_reactie"


def silent_again(talk: Talk) -> View:
    from dialogs.checking.silent import silent_view

    (round_,) = talk.dossier.all(Round)
    return silent_view(talk.dossier, talk.said(CO), round_)


def test_without_an_agreement_the_manager_is_told_and_the_text_is_ready() -> None:
    talk = sent()
    talk.at = AFTER
    card = silent(talk)
    assert "tacit" not in {b.verb for b in card.buttons}
    assert "Geachte leidinggevende van Welzijn" in plain(card, "nl")
    talk.press(CO, card, "escalated", {})
    assert reaction(talk.dossier, ROUND, "WEL") == "leidinggevende"
    assert gates.partners_checked("check_1")(talk.dossier) == ()


def test_the_manager_of_who_said_something_is_not_told_there_was_nothing() -> None:
    talk = sent()
    talk.press(MIRA, invited(talk, MIRA), "save", {"K2/M01": "ja_mits"})
    talk.at = AFTER
    card = silent(talk)
    assert "nog geen volledige reactie" in plain(card, "nl")
    assert "geen reactie," not in words(talk.press(CO, card, "escalated", {}))


def test_the_coordinator_hears_after_the_deadline_and_gets_the_text_days_later() -> None:
    talk = sent()
    mira = talk.dossier.get(Person, MIRA)
    assert mira
    talk.dossier = talk.dossier.plus([altered(mira, phone="0612345678")])
    first = {m.kind: m for m in due(talk.dossier, AFTER) if m.to == CO}
    assert "ended" in first
    assert "escalation" not in first
    reply = say(talk.dossier, first["ended"], AFTER)
    assert reply
    assert reply.view
    assert "Bel even" in plain(reply.view, "nl")
    assert "0612345678" in plain(reply.view, "nl")
    later = {m.kind: m for m in due(talk.dossier, LATER) if m.to == CO}
    reply = say(talk.dossier, later["escalation"], LATER)
    assert reply
    assert reply.view
    assert "Geachte leidinggevende" in plain(reply.view, "nl")
    assert not told(talk, "escalation", MIRA)


def test_no_text_is_put_ready_when_everybody_reacted() -> None:
    talk = sent()
    all_right(talk, MIRA)
    assert "escalation" not in {m.kind for m in due(talk.dossier, LATER)}


def test_nobody_is_told_to_phone_without_a_number() -> None:
    talk = sent()
    (ended,) = (m for m in due(talk.dossier, AFTER) if m.kind == "ended")
    talk.at = AFTER
    for view in (silent_again(talk), (reply := say(talk.dossier, ended, AFTER)) and reply.view):
        assert view
        assert "Neem contact op" in plain(view, "nl")
        assert "Bel even" not in plain(view, "nl")
