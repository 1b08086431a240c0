"""Explaining a finding: kept with its reason, and out of the list."""

from __future__ import annotations

from plan.checks import findings
from plan.records import Dismissal, Event
from tests.dialogs.talk import CO, RUUD, Talk, view_of, words


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
