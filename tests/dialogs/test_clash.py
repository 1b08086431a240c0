"""Two contacts of one organisation, and old cards: nothing newer is overwritten unseen."""

from bot.cards import plain
from dialogs.questionnaire.core import core_view
from dialogs.questionnaire.sheet import open_sheet
from dialogs.view import View
from plan.records import Card
from tests.dialogs.talk import ELS, RUUD, Talk, filled, view_of, words


def core(talk: Talk, who: str) -> View:
    sheet = open_sheet(talk.dossier, talk.said(who).who)
    assert sheet
    return core_view(talk.dossier, sheet)


def sent(talk: Talk, who: str) -> tuple[Card, dict[str, str]]:
    """A card as it lies with somebody, and what is on it."""
    view = core(talk, who)
    return talk.show(who, view), filled(view)


def test_the_second_sees_both_answers_and_chooses() -> None:
    talk = Talk()
    (ruud, on_ruud), (els, on_els) = sent(talk, RUUD), sent(talk, ELS)
    talk.press(RUUD, ruud, "save", {**on_ruud, "R1": "4", "O1/T1": "Vernieling"})
    turn = talk.press(ELS, els, "save", {**on_els, "R1": "2", "F2": "5"})
    assert talk.answers() == {"R1": 4, "O1/T1": "Vernieling", "F2": 5}
    said = words(turn)
    assert "Twee antwoorden op dezelfde vraag" in said
    assert turn.instead
    assert "Hieronder vraag ik welk antwoord geldt." in plain(turn.instead, "nl")
    choice = view_of(turn).inputs()[0]
    labels = {value: label.nl for value, label in choice.choices}  # type: ignore[union-attr]
    assert labels == {"2": "Uw antwoord: 2", "4": "Ruud Tamminga: 4"}
    talk.press(ELS, view_of(turn), "save", {"R1": "2"})
    assert talk.answers()["R1"] == 2


def test_a_card_of_which_nothing_could_be_kept_says_that_the_choice_comes_below() -> None:
    talk = Talk()
    (ruud, on_ruud), (els, on_els) = sent(talk, RUUD), sent(talk, ELS)
    talk.press(RUUD, ruud, "save", {**on_ruud, "R1": "4"})
    turn = talk.press(ELS, els, "save", {**on_els, "R1": "2"})
    assert turn.instead
    assert plain(turn.instead, "nl").splitlines() == [
        "Nog niet opgeslagen",
        "Er is intussen een ander antwoord gegeven. Hieronder vraag ik welk antwoord geldt.",
    ]


def test_keeping_the_other_answer_changes_nothing() -> None:
    talk = Talk()
    (ruud, on_ruud), (els, on_els) = sent(talk, RUUD), sent(talk, ELS)
    talk.press(RUUD, ruud, "save", {**on_ruud, "R1": "4"})
    turn = talk.press(ELS, els, "save", {**on_els, "R1": "2"})
    turn = talk.press(ELS, view_of(turn), "save", {})
    assert talk.answers() == {"R1": 4}
    assert "Opgeslagen" not in words(turn).partition("\n")[0]


def test_an_old_card_does_not_empty_what_was_answered_since() -> None:
    talk = Talk()
    old, on_old = sent(talk, RUUD)
    talk.press(RUUD, core(talk, RUUD), "save_known", {"R1": "4", "O2/T1": "2"})
    turn = talk.press(RUUD, old, "save", on_old)
    assert talk.answers()["R1"] == 4
    assert talk.answers()["O2/T1"] == 2
    assert words(turn).startswith("Hier is niets ingevuld")


def test_an_old_card_with_an_old_value_asks_before_it_overwrites() -> None:
    talk = Talk()
    talk.press(RUUD, core(talk, RUUD), "save", {"R1": "1"})
    old, on_old = sent(talk, RUUD)
    assert on_old["R1"] == "1"
    talk.press(RUUD, core(talk, RUUD), "save", {"R1": "5"})
    turn = talk.press(RUUD, old, "save", on_old)
    assert talk.answers()["R1"] == 5
    assert "Twee antwoorden op dezelfde vraag" in words(turn)
    # Both are of the same person, who is not somebody else.
    labels = dict(view_of(turn).inputs()[0].choices)  # type: ignore[union-attr]
    assert {value: label.nl for value, label in labels.items()} == {
        "1": "Nu ingevuld: 1 – nee",
        "5": "Al opgeslagen: 5 – altijd",
    }


def test_a_card_that_came_back_with_an_error_still_knows_what_it_had_seen() -> None:
    talk = Talk()
    els, on_els = sent(talk, ELS)
    talk.press(RUUD, core(talk, RUUD), "save", {"R1": "4"})
    turn = talk.press(ELS, els, "save", {**on_els, "R1": "2", "F2": "99"})
    assert turn.instead
    turn = talk.press(ELS, turn.instead, "save", {"R1": "2", "F2": "3"})
    assert talk.answers()["R1"] == 4
    assert talk.answers()["F2"] == 3
    assert "Twee antwoorden op dezelfde vraag" in words(turn)


def test_every_field_of_a_form_that_differs_is_shown() -> None:
    talk = Talk()
    first = view_of(talk.press(RUUD, core(talk, RUUD), "save_known", {"M2": "Meer licht"}))
    els = talk.show(ELS, first)
    talk.press(RUUD, first, "save", {"M2.title": "Licht", "M2.costs": "veel"})
    on_els = {**filled(first), "M2.title": "Lampen", "M2.costs": "weinig"}
    turn = talk.press(ELS, els, "save", on_els)
    assert {one.id for one in view_of(turn).inputs()} == {"M2.title", "M2.costs"}


def test_a_field_that_was_left_empty_may_be_added() -> None:
    talk = Talk()
    first = view_of(talk.press(RUUD, core(talk, RUUD), "save_known", {"M2": "Meer licht"}))
    els = talk.show(ELS, first)
    talk.press(RUUD, first, "save", {"M2.title": "Licht"})
    turn = talk.press(ELS, els, "save", {**filled(first), "M2.costs": "weinig"})
    assert "Twee antwoorden" not in words(turn)
    (answer,) = [a for a in talk.dossier.answers_in("evaluation-1", "POL") if a.question == "M2"]
    assert answer.more == {"title": "Licht", "costs": "weinig"}


def test_a_text_that_was_held_back_does_not_replace_a_later_one() -> None:
    talk = Talk()
    (ruud, on_ruud), (els, on_els) = sent(talk, RUUD), sent(talk, ELS)
    talk.press(RUUD, ruud, "save", {**on_ruud, "O1/T1": "Vernieling"})
    held = view_of(talk.press(ELS, els, "save", {**on_els, "O1/T1": "Bel 06-12345678"}))
    turn = talk.press(ELS, held, "save", {"O1/T1": "Bel de wijkagent"})
    assert talk.answers()["O1/T1"] == "Vernieling"
    assert "Twee antwoorden op dezelfde vraag" in words(turn)
