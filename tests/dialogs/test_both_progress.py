"""Two people settle the progress of the same measure: nothing is lost, and the second chooses."""

from __future__ import annotations

from dialogs.turn import Turn
from dialogs.view import View
from plan.records import Card, Closed, Measure
from tests.dialogs.adopted import CO, running
from tests.dialogs.talk import Talk, filled, view_of, words


def shown() -> tuple[Talk, View, Card, Card]:
    talk = running()
    talk.press(CO, view_of(talk.say(CO, "voortgangsronde")), "send", {})
    view = view_of(talk.say(CO, "voortgang"))
    return talk, view, talk.show(CO, view), talk.show(CO, view)


def year(talk: Talk, key: str) -> tuple[str | None, str | None]:
    measure = talk.dossier.get(Measure, key)
    assert measure
    past = next((h for h in measure.history if h.year == 2027), None)
    return (past.light, past.note) if past else (None, None)


def left(turn: Turn) -> View:
    """The card of what two people settled."""
    views = [*(r.view for r in turn.replies), turn.instead]
    return next(v for v in views if v and "al is vastgesteld" in v.title.nl)


def bad(key: str, why: str) -> dict[str, str]:
    return {f"light/{key}": "rood", f"note/{key}": why}


def test_who_settles_after_another_sees_both_also_when_the_round_is_over() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", {**filled(view), **bad("M01", "Ziekte")})
    assert [c for c in talk.dossier.all(Closed) if c.step == "progress-1"]
    turn = talk.press(CO, second, "save", {**filled(view), **bad("M01", "Geen geld")})
    assert year(talk, "M01") == ("rood", "Ziekte")
    assert "Opgeslagen" not in words(turn)
    assert "Ziekte" in words(turn)
    card = left(turn)
    assert filled(card)["note/M01"] == "Geen geld"
    assert "note/M03" not in filled(card)
    turn = talk.press(CO, card, "save", {"note/M01": ""})
    assert "Schrijf bij oranje of rood op" in words(turn)
    assert year(talk, "M01") == ("rood", "Ziekte")
    turn = talk.press(CO, left(turn), "save", {"note/M01": "Geen geld"})
    assert year(talk, "M01") == ("rood", "Geen geld")
    assert "1 maatregel" in words(turn)
    assert len([c for c in talk.dossier.all(Closed) if c.step == "progress-1"]) == 1


def test_what_was_settled_meanwhile_is_not_counted_and_the_rest_is_kept() -> None:
    talk, view, first, second = shown()
    turn = talk.press(
        CO, first, "save", {**filled(view), **bad("M01", "Ziekte"), "light/M03": "rood"}
    )
    assert year(talk, "M03") == (None, None)
    mine = {**filled(view), **bad("M01", "Geen geld"), "light/M03": "groen"}
    turn = talk.press(CO, second, "save", mine)
    assert year(talk, "M03")[0] == "groen"
    assert year(talk, "M01") == ("rood", "Ziekte")
    assert filled(left(turn))["note/M01"] == "Geen geld"


def test_who_settled_the_same_hears_so() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", filled(view))
    turn = talk.press(CO, second, "save", filled(view))
    assert "intussen al zo vastgesteld" in words(turn)
    assert "Opgeslagen" not in words(turn)
