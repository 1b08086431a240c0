"""Two people open a theme or take something out: nothing is lost, and the second chooses."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.drafting import lines, opening, principles, removing
from dialogs.view import View
from plan.records import (
    Card,
    Dismissal,
    IvpTheme,
    Measure,
    Theme,
    altered,
)
from tests.dialogs.changed import change
from tests.dialogs.drafted import JORIS, first_year, follow_up, now, owned, until
from tests.dialogs.talk import CO, Talk, filled, view_of, words

STORY = {"narrative": "Er is overlast op het plein.", "goal": "20 procent minder meldingen."}


def both(talk: Talk, view: View, second: str = CO) -> tuple[Card, Card]:
    return talk.show(CO, view), talk.show(second, view)


def test_what_was_pasted_as_a_theme_was_opened_stays_on_the_card() -> None:
    talk = first_year()
    view = until(talk, "opening")
    first, second = both(talk, view)
    talk.press(CO, first, "save", {**filled(view), **STORY})
    mine = {"narrative": "Het is druk", "goal": "Rust", "lines": "Aanwezig", "principles": "Dicht"}
    turn = talk.press(CO, second, "save", {**filled(view), **mine})
    said = words(turn)
    assert "overlast op het plein" in said
    assert "20 procent minder" in said
    card = now(turn)
    assert mine.items() <= filled(card).items()
    turn = talk.press(CO, card, "save", {})
    theme = talk.dossier.get(Theme, "T1")
    assert theme
    assert (theme.narrative, theme.goal) == ("Het is druk", "Rust")
    assert now(turn).about["text"] == "Dicht"


def read() -> tuple[Talk, Card, Card]:
    talk = owned(first_year())
    view = lines.proposal_view(talk.dossier, "T1", ("Aanwezig zijn", "Perspectief"))
    return talk, *both(talk, view, JORIS)


def main_lines(talk: Talk) -> list[str]:
    ivp = talk.dossier.get(IvpTheme, "T1")
    assert ivp
    return [f"{line.id} {line.text}" for line in ivp.main_lines]


def test_main_lines_of_the_second_can_come_beside_those_of_the_first() -> None:
    talk, first, second = read()
    talk.press(CO, first, "save", {"kept": "0"})
    turn = talk.press(JORIS, second, "save", {"kept": "0,1"})
    assert main_lines(talk) == ["T1-H1 Aanwezig zijn"]
    assert "Aanwezig zijn" in words(turn)
    card = now(turn)
    assert card.about["text"] == "Perspectief"
    talk.press(JORIS, card, "save", {})
    assert main_lines(talk) == ["T1-H1 Aanwezig zijn", "T1-H2 Perspectief"]


def test_the_same_main_lines_are_not_kept_twice() -> None:
    talk, first, second = read()
    talk.press(CO, first, "save", {"kept": "0,1"})
    turn = talk.press(JORIS, second, "save", {"kept": "1"})
    assert "staan er intussen al" in words(turn)
    assert len(main_lines(talk)) == 2


def test_principles_pasted_by_two_come_on_one_list_with_what_was_ticked_off() -> None:
    talk = first_year()
    view = principles.proposal_view(talk.dossier, "", ("Eerder", "Kop", "Dichtbij"))
    first, second = both(talk, view)
    talk.press(CO, first, "save", {"kept": "new0"})
    turn = talk.press(CO, second, "save", {"kept": "new0,new2"})
    assert len(talk.dossier.plan.ivp.guiding_principles) == 1
    assert "De lijst is intussen gewijzigd" in words(turn)
    talk.press(CO, now(turn), "save", {})
    assert [p.text for p in talk.dossier.plan.ivp.guiding_principles] == ["Eerder", "Dichtbij"]


NIGHT = IvpTheme(key="T2", title="Uitgaan", category="priority")


def absent() -> tuple[Talk, Card, Card]:
    talk = first_year(NIGHT)
    view = opening.view(talk.dossier, talk.said(CO), "T2")
    return talk, *both(talk, view)


def left_out(talk: Talk) -> str:
    found = talk.dossier.get(Dismissal, "C15/T2")
    return found.reason if found else ""


def test_two_reasons_to_leave_a_theme_out_are_both_seen() -> None:
    talk, first, second = absent()
    talk.press(CO, first, "leave", {"why": "Loopt via de regio"})
    turn = talk.press(CO, second, "leave", {"why": "Geen geld"})
    assert left_out(talk) == "Loopt via de regio"
    assert "Loopt via de regio" in words(turn)
    card = now(turn)
    assert filled(card)["why"] == "Geen geld"
    talk.press(CO, card, "leave", {})
    assert left_out(talk) == "Geen geld"


def test_a_theme_that_was_taken_in_is_not_left_out_without_a_word() -> None:
    talk, first, second = absent()
    talk.press(CO, first, "take", {"why": ""})
    turn = talk.press(CO, second, "leave", {"why": "Geen geld"})
    assert talk.dossier.get(Theme, "T2")
    assert "intussen opgenomen in het plan" in words(turn)
    assert "Geen geld" in words(turn)


def measure(talk: Talk) -> Measure:
    found = talk.dossier.get(Measure, "M01")
    assert found
    return found


def test_what_changed_after_the_question_is_told_before_it_is_taken_out() -> None:
    talk = owned(follow_up())
    view = removing.ask_view(talk.dossier, "measure", "T1", "M01")
    assert view
    first, second = both(talk, view, JORIS)
    change(talk, measure(talk), altered(measure(talk), title="Straatwerk op vrijdag"))
    turn = talk.press(JORIS, second, "gone", {})
    assert measure(talk)
    assert "Straatwerk → Straatwerk op vrijdag" in words(turn)
    talk.press(JORIS, now(turn), "gone", {})
    assert talk.dossier.get(Measure, "M01") is None
    assert "intussen al verwijderd" in words(talk.press(CO, first, "gone", {}))


def test_an_undo_that_came_too_late_says_what_was_changed_since() -> None:
    talk = owned(follow_up())
    change(talk, measure(talk), altered(measure(talk), title="Op straat"))
    card = talk.show(CO, view_of(talk.say(CO, "ongedaan maken")))
    turn_by = altered(measure(talk), title="Op het plein")
    made = changing(talk.said(JORIS), measure(talk), turn_by, because="draft")
    talk.dossier = talk.dossier.plus(made.keep)
    turn = talk.press(CO, card, "undo", {})
    assert measure(talk).title == "Op het plein"
    assert "Op straat → Op het plein" in words(turn)


def test_an_undo_of_an_older_card_shows_the_last_change_first() -> None:
    talk = follow_up()
    change(talk, measure(talk), altered(measure(talk), title="Op straat"))
    card = talk.show(CO, view_of(talk.say(CO, "ongedaan maken")))
    change(talk, measure(talk), altered(measure(talk), title="Op het plein"))
    turn = talk.press(CO, card, "undo", {})
    assert measure(talk).title == "Op het plein"
    assert "Er is nog niets teruggezet" in words(turn)
