"""Two people say something of the same action item: nothing is lost, and the second chooses."""

from __future__ import annotations

from dialogs.drafting import editing_item, gathering
from dialogs.turn import Turn
from dialogs.view import View
from plan.records import ActionItem, Card, IvpTheme, MainLine, Measure, altered
from tests.dialogs.drafted import JORIS, follow_up, now, owned
from tests.dialogs.talk import CO, Talk, filled, words

EMPTY = ActionItem(key="T1.2", theme="T1", title="Weerbare jeugd")


def shown() -> tuple[Talk, View, Card, Card]:
    """The card of an item without measures, with the coordinator and with the theme owner."""
    talk = owned(follow_up(EMPTY))
    view = gathering.view(talk.dossier, talk.said(JORIS), "T1")
    return talk, view, talk.show(CO, view), talk.show(JORIS, view)


def item(talk: Talk) -> ActionItem:
    found = talk.dossier.get(ActionItem, "T1.2")
    assert found
    return found


def first_line(turn: Turn) -> str:
    return words(turn).partition("\n")[0]


def test_the_effect_of_the_first_is_shown_to_the_second_and_the_measures_are_kept() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", {**filled(view), "effect/T1.2": "Minder schooluitval"})
    mine = {**filled(view), "effect/T1.2": "Sterke jongeren", "own/T1.2": "Trainingen op school"}
    turn = talk.press(JORIS, second, "save", mine)
    assert item(talk).desired_effect == "Minder schooluitval"
    assert "Trainingen op school" in {m.title for m in talk.dossier.all(Measure)}
    assert "1 maatregel" in first_line(turn)
    assert "Minder schooluitval" in words(turn)
    card = now(turn)
    assert filled(card)["effect/T1.2"] == "Sterke jongeren"
    assert not filled(card)["own/T1.2"]
    talk.press(JORIS, card, "save", {})
    assert item(talk).desired_effect == "Sterke jongeren"


def test_a_reason_for_staying_empty_is_not_cleared_by_an_older_card() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", {**filled(view), "gap/T1.2": "Loopt via de regio"})
    turn = talk.press(JORIS, second, "save", {**filled(view), "effect/T1.2": "Sterke jongeren"})
    assert "staat nu bij" not in words(turn)
    assert item(talk).gap_reason == "Loopt via de regio"
    assert item(talk).desired_effect == "Sterke jongeren"


def test_two_reasons_for_staying_empty_are_both_seen() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", {**filled(view), "gap/T1.2": "Loopt via de regio"})
    turn = talk.press(JORIS, second, "save", {**filled(view), "gap/T1.2": "Geen geld"})
    assert item(talk).gap_reason == "Loopt via de regio"
    assert "Loopt via de regio" in words(turn)
    assert "Opgeslagen" not in words(turn)
    talk.press(JORIS, now(turn), "save", {})
    assert item(talk).gap_reason == "Geen geld"


def opened() -> tuple[Talk, View, Card, Card]:
    talk = owned(follow_up(EMPTY))
    view = editing_item.view(talk.dossier, talk.said(JORIS), item(talk))
    return talk, view, talk.show(CO, view), talk.show(JORIS, view)


def test_a_reason_typed_while_a_measure_came_under_the_item_stays_on_the_card() -> None:
    talk, view, first, second = opened()
    talk.press(CO, first, "save", {**filled(view), "title": "Weerbare jongeren"})
    talk.dossier = talk.dossier.plus([Measure(key="M09", item="T1.2", title="Les")])
    mine = {**filled(view), "title": "Sterke jeugd", "gap": "Loopt via de regio"}
    turn = talk.press(JORIS, second, "save", mine)
    assert item(talk).title == "Weerbare jongeren"
    assert "Er staat nu bij “Actiepunt”: Weerbare jongeren" in words(turn)
    card = now(turn)
    assert (filled(card)["title"], filled(card)["gap"]) == ("Sterke jeugd", "Loopt via de regio")
    talk.press(JORIS, card, "save", {})
    assert (item(talk).title, item(talk).gap_reason) == ("Sterke jeugd", "Loopt via de regio")


def test_a_main_line_that_came_second_is_told_and_one_can_be_chosen() -> None:
    talk, view, first, second = opened()
    talk.press(CO, first, "save", {**filled(view), "new_line": "Aanwezig zijn"})
    turn = talk.press(JORIS, second, "save", {**filled(view), "new_line": "Perspectief bieden"})
    assert "Jij schreef: Perspectief bieden" in words(turn)
    assert "line" in filled(now(turn))


def test_main_lines_of_the_theme_alone_are_told_too() -> None:
    talk, view, _, second = opened()
    ivp = talk.dossier.get(IvpTheme, "T1")
    assert ivp
    line = MainLine(id="T1-H1", text="Aanwezig zijn")
    talk.dossier = talk.dossier.plus([altered(ivp, main_lines=(line,))])
    turn = talk.press(JORIS, second, "save", {**filled(view), "new_line": "Perspectief bieden"})
    assert "Jij schreef: Perspectief bieden" in words(turn)


def test_what_was_typed_about_something_that_is_gone_is_shown() -> None:
    talk, view, _, second = opened()
    talk.dossier = talk.dossier.plus((), [item(talk)])
    turn = talk.press(JORIS, second, "save", {**filled(view), "effect": "Sterke jongeren"})
    said = words(turn)
    assert "Niet meer in het plan: T1.2" in said
    assert "Sterke jongeren" in said
    assert not turn.keep
