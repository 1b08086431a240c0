"""Two who work on one format: what the other chose stands beside what was filled in."""

from __future__ import annotations

from dialogs.forming.readers import ask_view
from dialogs.forming.trying import trying_view
from dialogs.turn import Turn
from dialogs.view import View
from plan.records import Consent, Message
from tests.dialogs.talk import CO, ELS, MIRA, RUUD, Talk, filled, view_of, words
from tests.dialogs.test_forming import begun, form_of, later, proposed, said


def again(turn: Turn) -> View:
    """The card that came back, with nothing kept."""
    assert not turn.keep, words(turn)
    assert turn.instead
    assert turn.instead.buttons
    return turn.instead


def adjusting(talk: Talk) -> View:
    return again(talk.press(CO, view_of(talk.say(CO, "format")), "change", {}))


def test_a_format_that_both_changed_shows_both_and_the_choice_is_kept() -> None:
    talk = Talk(dossier=begun())
    proposed(talk)
    mine, theirs = adjusting(talk), adjusting(talk)
    talk.press(CO, theirs, "adjust", {"words": "60", "pages": "ja"})
    turn = talk.press(CO, mine, "adjust", {"words": "90"})
    assert "Er staat nu bij “Aantal woorden per thema”: 60" in words(turn)
    assert filled(again(turn))["words"] == "90"
    assert form_of(talk).narrative_words == 60
    talk.press(CO, again(turn), "adjust", {})
    assert (form_of(talk).narrative_words, form_of(talk).partner_pages) == (90, True)


def test_a_preview_that_cannot_be_made_does_not_hide_that_the_format_changed() -> None:
    talk = Talk(dossier=begun())
    fixing = proposed(talk)
    talk.press(CO, fixing, "fix", {})
    mine, theirs = adjusting(talk), adjusting(talk)
    talk.press(CO, theirs, "adjust", {"words": "60", "why": "Korter."})
    turn = talk.press(CO, mine, "preview", {"words": "veel", "why": "Langer."})
    assert "Er staat nu bij “Aantal woorden per thema”: 60" in words(turn)
    assert filled(again(turn))["why"] == "Langer."


def test_other_answers_stay_on_the_card_when_the_format_was_proposed_meanwhile() -> None:
    talk = Talk(dossier=begun())
    mine, theirs = (view_of(talk.say(CO, "format")) for _ in range(2))
    talk.press(CO, theirs, "propose", {"means": "intern"})
    turn = talk.press(CO, mine, "propose", {"words": "150"})
    assert "Er staat nu bij “Waar wil je uren en kosten?”" in words(turn)
    assert filled(again(turn))["words"] == "150"


def test_answers_to_a_format_that_was_fixed_meanwhile_are_shown() -> None:
    talk = Talk(dossier=begun())
    mine = view_of(talk.say(CO, "format"))
    talk.press(CO, proposed(talk), "fix", {})
    turn = talk.press(CO, mine, "propose", {"means": "intern"})
    assert not turn.keep
    assert "Waar wil je uren en kosten? Er staat nu “" in words(turn)


def test_changes_that_were_ticked_are_shown_when_the_format_was_kept_meanwhile() -> None:
    talk = later(said("F2", "POL", 2))
    mine, theirs = (view_of(talk.say(CO, "format")) for _ in range(2))
    ticked = filled(mine)["changes"]
    assert ticked
    talk.press(CO, theirs, "keep", {"changes": ""})
    turn = talk.press(CO, mine, "keep", {})
    assert not turn.keep
    assert "Dit was hier ingevuld en is niet bewaard:" in words(turn)


def reader(talk: Talk) -> View:
    return ask_view(talk.dossier, talk.said(CO))


def sent(talk: Talk) -> int:
    return len([m for m in talk.dossier.all(Message) if m.kind == "try_format"])


def test_a_preview_is_sent_once_by_two_cards_and_the_answers_to_it_stay() -> None:
    talk = Talk(dossier=begun())
    proposed(talk)
    mine, theirs = reader(talk), reader(talk)
    talk.press(CO, theirs, "send", {"readers": RUUD})
    turn = talk.press(CO, mine, "send", {"readers": MIRA})
    assert "Het voorbeeld is intussen al verstuurd" in words(turn)
    assert filled(again(turn))["readers"] == MIRA
    assert sent(talk) == 1
    talk.press(CO, again(turn), "send", {})
    assert sent(talk) == 2


def test_of_two_colleagues_who_try_a_format_the_second_sees_both_answers() -> None:
    talk = Talk(dossier=begun())
    proposed(talk)
    talk.press(CO, reader(talk), "send", {"readers": RUUD})
    (asked,) = talk.dossier.all(Consent)
    mine = theirs = trying_view(talk.dossier, asked)
    talk.press(RUUD, theirs, "answer", {"found": "ja", "remark": "Duidelijk."})
    turn = talk.press(ELS, mine, "answer", {"found": "nee", "remark": "Te klein."})
    assert "”: Duidelijk." in words(turn)
    assert filled(again(turn)) == {"found": "nee", "remark": "Te klein."}
    talk.press(ELS, again(turn), "answer", {})
    assert [(one.answer, one.remark) for one in talk.dossier.all(Consent)] == [
        ("nee", "Te klein.")
    ]
