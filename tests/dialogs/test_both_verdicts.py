"""Two people give a verdict on the same measure: nothing is lost, and the second chooses."""

from __future__ import annotations

from dialogs.drafting import judging, reconsidering
from dialogs.turn import Turn
from dialogs.view import View
from plan.records import Card, Measure, altered
from tests.dialogs.changed import change
from tests.dialogs.drafted import JORIS, follow_up, now, owned, stage
from tests.dialogs.talk import CO, Talk, filled, words

M03 = Measure(key="M03", item="T1.1", title="Huisbezoek")


def measure(talk: Talk, key: str = "M01") -> Measure:
    found = talk.dossier.get(Measure, key)
    assert found
    return found


def shown(talk: Talk) -> View:
    return judging.view(owned(talk).dossier, talk.said(JORIS), "T1")


def both(talk: Talk) -> tuple[View, Card, Card]:
    """The same card, with the coordinator and with the theme owner."""
    view = shown(talk)
    return view, talk.show(CO, view), talk.show(JORIS, view)


def judged(talk: Talk, decision: str, why: str = "", key: str = "M01") -> None:
    before = measure(talk, key)
    change(talk, before, altered(before, decision=decision, decision_reason=why or None))


def test_the_second_to_judge_reads_the_verdict_that_stands_and_chooses() -> None:
    talk = follow_up()
    view, first, second = both(talk)
    talk.press(CO, first, "save", filled(view))
    turn = talk.press(JORIS, second, "save", {"verdict/M01": "intensify"})
    assert measure(talk).decision == "continue"
    assert "Besluit”: Doorgaan" in words(turn)
    card = now(turn)
    assert filled(card)["verdict/M01"] == "intensify"
    talk.press(JORIS, card, "save", {"reason/M01": "De vraag groeit"})
    assert (measure(talk).decision, measure(talk).decision_reason) == (
        "intensify",
        "De vraag groeit",
    )


def test_leaving_it_keeps_the_verdict_of_the_first() -> None:
    talk = follow_up()
    view, first, second = both(talk)
    talk.press(CO, first, "save", filled(view))
    card = now(talk.press(JORIS, second, "save", {"verdict/M01": "intensify"}))
    talk.press(JORIS, card, "later", {})
    assert measure(talk).decision == "continue"


def test_who_decided_the_same_is_not_asked_again() -> None:
    talk = follow_up()
    view, first, second = both(talk)
    talk.press(CO, first, "save", filled(view))
    turn = talk.press(JORIS, second, "save", filled(view))
    assert "Niets gewijzigd" in words(turn)
    assert "besloot intussen hetzelfde" in words(turn)
    assert "Opgeslagen" not in words(turn)


def test_what_nobody_else_judged_is_kept_beside_it_and_counted_alone() -> None:
    talk = follow_up(M03)
    view, _, second = both(talk)
    judged(talk, "continue")
    turn = talk.press(JORIS, second, "save", {**filled(view), "verdict/M01": "intensify"})
    assert measure(talk, "M03").decision == "continue"
    assert "1 maatregel" in first_line(turn)
    assert stage(now(turn)) == "judged_twice"
    assert "verdict/M03" not in filled(now(turn))


def first_line(turn: Turn) -> str:
    return words(turn).partition("\n")[0]


def reasons(talk: Talk) -> Card:
    """Reasons are asked for two measures that stop."""
    view = shown(talk)
    stops = {"verdict/M01": "stop", "verdict/M03": "stop"}
    return talk.show(JORIS, now(talk.press(JORIS, view, "save", stops)))


def test_a_reason_is_not_said_to_be_kept_where_another_judged_meanwhile() -> None:
    talk = follow_up(M03)
    card = reasons(talk)
    judged(talk, "intensify", "De raad wil meer")
    turn = talk.press(
        JORIS, card, "save", {"reason/M01": "Het werkt niet", "reason/M03": "Te duur"}
    )
    assert (measure(talk).decision, measure(talk, "M03").decision) == ("intensify", "stop")
    assert "1 maatregel" in first_line(turn)
    said = words(turn)
    assert "Waarom?”: De raad wil meer" in said
    assert filled(now(turn)) == {"verdict/M01": "stop", "reason/M01": "Het werkt niet"}
    talk.press(JORIS, now(turn), "save", {})
    assert measure(talk).decision_reason == "Het werkt niet"


def test_two_reasons_for_the_same_verdict_are_both_seen() -> None:
    talk = follow_up(M03)
    card = reasons(talk)
    judged(talk, "stop", "Geen geld")
    turn = talk.press(JORIS, card, "save", {"reason/M01": "Geen vraag", "reason/M03": "Te duur"})
    assert "Geen geld" in words(turn)
    assert filled(now(turn))["reason/M01"] == "Geen vraag"


def test_a_verdict_reconsidered_by_two_shows_both_reasons() -> None:
    talk = follow_up()
    judged(talk, "stop", "Geen geld")
    view = reconsidered(talk)
    first, second = talk.show(CO, view), talk.show(JORIS, view)
    talk.press(CO, first, "save", {"verdict/M01": "stop", "reason/M01": "Er komt een ander"})
    turn = talk.press(JORIS, second, "save", {"verdict/M01": "adjust", "reason/M01": "Kleiner"})
    assert measure(talk).decision_reason == "Er komt een ander"
    assert "Waarom?”: Er komt een ander" in words(turn)
    card = now(turn)
    assert filled(card) == {"verdict/M01": "adjust", "reason/M01": "Kleiner"}
    talk.press(JORIS, card, "save", {})
    assert (measure(talk).decision, measure(talk).decision_reason) == ("adjust", "Kleiner")


def reconsidered(talk: Talk) -> View:
    owned(talk)
    return reconsidering.view(talk.dossier, talk.said(JORIS), measure(talk))
