"""Explaining a finding: kept with its reason, and out of the list."""

from __future__ import annotations

from dialogs.drafting import mixing
from plan.checks import findings
from plan.records import Dismissal, Event
from tests.dialogs.talk import CO, RUUD, Talk, filled, view_of, words


def test_a_finding_is_explained_with_a_reason_and_leaves_the_list() -> None:
    talk = Talk()
    card = view_of(talk.say(CO, "mixcheck"))
    (first, *_) = [one for one in card.inputs() if one.id == "finding"]
    turn = talk.press(CO, card, "explain", {"finding": first.value, "why": "Zo afgesproken"})
    assert words(turn).startswith("Opgeslagen.")
    (kept,) = talk.dossier.all(Dismissal)
    assert (kept.key, kept.reason) == (first.value, "Zo afgesproken")
    explained = [f for f in findings(talk.dossier) if f.dismissed]
    assert [f"{f.check}/{f.subject}" for f in explained] == [first.value]
    assert [e.what for e in talk.dossier.all(Event)] == ["explained"]
    assert turn.instead
    left = [one.value for one in turn.instead.inputs() if one.id == "finding"]
    assert first.value not in left


def test_without_a_reason_or_with_a_residents_name_nothing_is_explained() -> None:
    for why in ("", "De familie Jansen wil dit zo"):
        talk = Talk()
        card = view_of(talk.say(CO, "mixcheck"))
        given = next(one.value for one in card.inputs() if one.id == "finding")
        talk.press(CO, card, "explain", {"finding": given, "why": why})
        assert talk.dossier.all(Dismissal) == ()


def test_a_partner_explains_nothing() -> None:
    talk = Talk()
    assert "alleen de coördinator" in words(talk.say(RUUD, "mixcheck"))


def reason(talk: Talk, key: str) -> str:
    found = talk.dossier.get(Dismissal, key)
    return found.reason if found else ""


def test_two_who_explain_the_same_finding_see_both_reasons() -> None:
    talk = Talk()
    view = view_of(talk.say(CO, "mixcheck"))
    key = filled(view)["finding"]
    first, second = talk.show(CO, view), talk.show(CO, view)
    talk.press(CO, first, "explain", {"finding": key, "why": "Zo afgesproken"})
    turn = talk.press(CO, second, "explain", {"finding": key, "why": "Geen geld"})
    assert reason(talk, key) == "Zo afgesproken"
    assert "Zo afgesproken" in words(turn)
    assert turn.instead
    assert filled(turn.instead) == {"why": "Geen geld"}
    empty = talk.press(CO, turn.instead, "explain", {"why": ""})
    assert empty.instead
    talk.press(CO, empty.instead, "explain", {"why": "Geen geld"})
    assert reason(talk, key) == "Geen geld"


def test_two_reasons_within_a_theme_are_both_seen_and_the_mix_comes_after() -> None:
    talk = Talk()
    ask = mixing.explaining_view(talk.dossier, talk.said(CO), "T1")
    assert ask
    key = filled(ask)["finding"]
    first, second = talk.show(CO, ask), talk.show(CO, ask)
    talk.press(CO, first, "save", {"finding": key, "why": "Zo afgesproken"})
    turn = talk.press(CO, second, "save", {"finding": key, "why": "Geen geld"})
    assert reason(talk, key) == "Zo afgesproken"
    assert "Zo afgesproken" in words(turn)
    assert turn.instead
    assert filled(turn.instead) == {"why": "Geen geld"}
    turn = talk.press(CO, turn.instead, "save", {})
    assert reason(talk, key) == "Geen geld"
    assert view_of(turn).about["stage"] == mixing.MIXING


def test_a_finding_that_was_solved_meanwhile_is_said_to_be() -> None:
    talk = Talk()
    card = talk.show(CO, view_of(talk.say(CO, "mixcheck")))
    turn = talk.press(CO, card, "explain", {"finding": "C01/T9.9", "why": "Geen geld"})
    assert "speelt intussen niet meer" in words(turn)
