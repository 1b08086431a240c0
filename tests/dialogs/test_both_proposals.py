"""Two people answer the same proposal: nothing is lost, and the second chooses or is told."""

from __future__ import annotations

from dialogs.drafting import proposing
from dialogs.turn import Turn
from dialogs.view import View
from plan.records import Card, Measure, Proposal
from tests.dialogs.drafted import JORIS, follow_up, now, owned, proposal, stage
from tests.dialogs.talk import CO, Talk, filled, words


def shown() -> tuple[Talk, View, Card, Card]:
    """Two proposals, with the coordinator and with the theme owner."""
    made = (proposal("P1", "Werkcoach"), proposal("P2", "Meer licht", "POL"))
    talk = owned(follow_up(*made))
    view = proposing.view(talk.dossier, talk.said(JORIS), "T1")
    return talk, view, talk.show(CO, view), talk.show(JORIS, view)


def given(talk: Talk, key: str) -> tuple[str, str | None]:
    found = talk.dossier.get(Proposal, key)
    assert found
    return found.status, found.reason


def first_line(turn: Turn) -> str:
    return words(turn).partition("\n")[0]


def no(key: str, why: str, status: str = "rejected") -> dict[str, str]:
    return {f"status/{key}": status, f"reason/{key}": why}


def test_the_second_answer_is_put_beside_the_first_and_the_rest_is_kept() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", {**no("P1", "Geen geld"), "item/P1": "T1.1"} | later(view))
    assert given(talk, "P1") == ("rejected", "Geen geld")
    mine = {**filled(view), **later(view), **no("P1", "Volgend jaar", "parked")}
    turn = talk.press(JORIS, second, "save", mine)
    assert given(talk, "P1") == ("rejected", "Geen geld")
    said = words(turn)
    assert "P1: er staat nu bij “Wat doen we ermee?”" in said
    assert "Geen geld" in said
    card = now(turn)
    assert filled(card)["reason/P1"] == "Volgend jaar"
    assert "status/P2" not in filled(card)
    talk.press(JORIS, card, "save", {})
    assert given(talk, "P1") == ("parked", "Volgend jaar")


def later(view: View) -> dict[str, str]:
    return {"status/P2": "parked", "reason/P2": "Later", "item/P2": "T1.1"}


def test_a_proposal_that_became_a_measure_stays_one_and_the_own_answer_is_shown() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", filled(view) | later(view))
    turn = talk.press(
        JORIS, second, "save", {**filled(view), **later(view), **no("P1", "Geen geld")}
    )
    assert given(talk, "P1")[0] == "adopted"
    assert len([m for m in talk.dossier.all(Measure) if m.source == "proposal/P1"]) == 1
    said = words(turn)
    assert "“Werkcoach” staat nu in het plan als M03" in said
    assert "Geen geld" in said
    assert "Opgeslagen" not in said


def test_only_the_answers_that_were_kept_are_counted() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", {**filled(view), **later(view), **no("P1", "Geen geld")})
    talk.dossier = talk.dossier.plus([proposal("P2", "Meer licht", "POL")])
    turn = talk.press(JORIS, second, "save", {**filled(view), **no("P1", "Te klein")})
    assert given(talk, "P2")[0] == "adopted"
    assert "1 voorstel" in first_line(turn)
    assert stage(now(turn)) == "proposals"


def test_the_next_card_comes_also_where_only_something_was_told() -> None:
    talk, view, first, second = shown()
    talk.press(CO, first, "save", filled(view))
    talk.dossier = talk.dossier.plus([proposal("P2", "Meer licht", "POL")])
    turn = talk.press(JORIS, second, "save", {**filled(view), **no("P1", "Geen geld")})
    assert "1 voorstel" in first_line(turn)
    assert "“Werkcoach” staat nu in het plan" in words(turn)
    assert now(turn).buttons
