"""Two people fill in several measures on one card: nothing is lost, and the second chooses."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.drafting import adjusting, bringing, editing_measure, leading
from dialogs.turn import Turn
from dialogs.view import View
from plan.records import Card, Measure, Partnership, altered
from tests.dialogs.changed import change
from tests.dialogs.drafted import JORIS, follow_up, now, owned, stage
from tests.dialogs.talk import CO, MIRA, RUUD, Talk, filled, words

M03 = Measure(key="M03", item="T1.1", title="Huisbezoek")

TITLE = "“Wat doen we? (werkwoord, wat en hoeveel)”"


def measure(talk: Talk, key: str = "M01") -> Measure:
    found = talk.dossier.get(Measure, key)
    assert found
    return found


def first_line(turn: Turn) -> str:
    return words(turn).partition("\n")[0]


def adjusted() -> tuple[Talk, View]:
    """Two measures that are adjusted, on one card."""
    talk = owned(follow_up(M03))
    for key in ("M01", "M03"):
        before = measure(talk, key)
        after = altered(before, decision="adjust", decision_reason="Het kan beter")
        judged(talk, before, after)
    return talk, adjusting.view(talk.dossier, talk.said(JORIS), "T1")


def judged(talk: Talk, before: Measure, after: Measure) -> None:

    turn = changing(talk.said(CO), before, after, because="verdict")
    talk.dossier = talk.dossier.plus(turn.keep)


def brought() -> tuple[Talk, View]:
    talk = owned(follow_up(M03))
    return talk, bringing.view(talk.dossier, talk.said(JORIS), "T1")


def both(talk: Talk, view: View) -> tuple[Card, Card]:
    return talk.show(CO, view), talk.show(JORIS, view)


def test_what_two_adjust_differently_comes_back_with_both_texts() -> None:
    talk, view = adjusted()
    first, second = both(talk, view)
    talk.press(CO, first, "save", {**filled(view), "title/M01": "Straatwerk op vrijdag"})
    mine = {**filled(view), "title/M01": "Straatwerk in de week", "title/M03": "Bezoek thuis"}
    turn = talk.press(JORIS, second, "save", mine)
    assert measure(talk).title == "Straatwerk op vrijdag"
    assert measure(talk, "M03").title == "Bezoek thuis"
    assert "1 maatregel" in first_line(turn)
    assert (
        "M01: er staat nu bij “Wat doen we? (werkwoord, wat en hoeveel)”: Straatwerk op vrijdag"
        in words(turn)
    )
    card = now(turn)
    assert filled(card)["title/M01"] == "Straatwerk in de week"
    assert "title/M03" not in filled(card)
    talk.press(JORIS, card, "save", {})
    assert measure(talk).title == "Straatwerk in de week"


def test_what_two_adjust_beside_each_other_is_kept_both_without_a_question() -> None:
    talk, view = adjusted()
    first, second = both(talk, view)
    talk.press(CO, first, "save", {**filled(view), "title/M01": "Straatwerk op vrijdag"})
    turn = talk.press(JORIS, second, "save", {**filled(view), "description/M01": "Met twee"})
    assert (measure(talk).title, measure(talk).description) == (
        "Straatwerk op vrijdag",
        "Met twee",
    )
    assert "staat nu bij" not in words(turn)


def test_a_fault_on_the_card_does_not_hide_that_another_changed_it() -> None:
    talk, view = adjusted()
    first, second = both(talk, view)
    talk.press(CO, first, "save", {**filled(view), "title/M01": "Straatwerk op vrijdag"})
    mine = {**filled(view), "title/M01": "Straatwerk in de week", "title/M03": ""}
    turn = talk.press(JORIS, second, "save", mine)
    assert (
        "M01: er staat nu bij “Wat doen we? (werkwoord, wat en hoeveel)”: Straatwerk op vrijdag"
        in words(turn)
    )
    card = now(turn)
    assert filled(card)["title/M01"] == "Straatwerk in de week"
    talk.press(JORIS, card, "save", {"title/M03": "Bezoek"})
    assert measure(talk).title == "Straatwerk in de week"


def test_of_what_a_measure_brings_the_second_sees_both_and_only_the_kept_is_counted() -> None:
    talk, view = brought()
    first, second = both(talk, view)
    full = {"result/M01": "Minder meldingen", "indicator/M01": "Meldingen"}
    talk.press(CO, first, "save", {**filled(view), **full})
    mine = {**filled(view), "result/M01": "Rust op straat", "result/M03": "Meer contact"}
    turn = talk.press(JORIS, second, "save", mine)
    assert (measure(talk).result, measure(talk, "M03").result) == (
        "Minder meldingen",
        "Meer contact",
    )
    assert "1 maatregel" in first_line(turn)
    assert "Minder meldingen" in words(turn)
    card = now(turn)
    assert stage(card) == "bringing"
    assert filled(card)["result/M01"] == "Rust op straat"
    talk.press(JORIS, card, "save", {})
    assert (measure(talk).result, measure(talk).indicator) == ("Rust op straat", "Meldingen")


def test_a_measure_opened_by_two_keeps_what_the_second_did_not_touch() -> None:
    talk = owned(follow_up())
    view = editing_measure.view(talk.dossier, talk.said(JORIS), measure(talk))
    first, second = both(talk, view)
    kept = {"title/M01": "Straatwerk op vrijdag", "result/M01": "Rust"}
    talk.press(CO, first, "save", {**filled(view), **kept})
    turn = talk.press(JORIS, second, "save", {**filled(view), "title/M01": "Op straat"})
    assert measure(talk).title == "Straatwerk op vrijdag"
    assert (
        "Er staat nu bij “Wat doen we? (werkwoord, wat en hoeveel)”: Straatwerk op vrijdag"
        in words(turn)
    )
    card = now(turn)
    assert (filled(card)["title/M01"], filled(card)["result/M01"]) == ("Op straat", "Rust")
    talk.press(JORIS, card, "save", {})
    assert (measure(talk).title, measure(talk).result) == ("Op straat", "Rust")


def test_a_measure_that_changed_by_itself_in_the_plan_asks_nothing_of_who_left_it_alone() -> None:
    talk, view = adjusted()
    _, second = both(talk, view)
    change(talk, measure(talk), altered(measure(talk), title="Straatwerk op vrijdag"))
    turn = talk.press(JORIS, second, "save", {**filled(view), "title/M03": "Bezoek thuis"})
    assert measure(talk).title == "Straatwerk op vrijdag"
    assert "staat nu bij" not in words(turn)


BARE = Measure(key="M03", item="T1.1", title="Huisbezoek", decision="new")
PATROL = Measure(key="M04", item="T1.1", title="Rondes", decision="new")


def led() -> tuple[Talk, View]:
    talk = owned(follow_up(BARE, PATROL))
    return talk, leading.view(talk.dossier, talk.said(JORIS), "T1")


def test_who_gives_a_lead_after_another_did_sees_both_and_chooses() -> None:
    talk, view = led()
    first, second = both(talk, view)
    talk.press(CO, first, "save", {**filled(view), "lead/M03": MIRA, "period/M03": "q1"})
    plan = measure(talk, "M03")
    chosen = {"lead/M03": RUUD, "period/M03": "q2", "lead/M04": RUUD, "period/M04": "q3"}
    turn = talk.press(JORIS, second, "save", {**filled(view), **chosen})
    assert measure(talk, "M03") == plan
    said = words(turn)
    assert "M03: er staat nu bij “Trekker”: Mira Chen, Welzijn" in said
    assert "1 januari" in said
    card = now(turn)
    assert filled(card)["lead/M03"] == RUUD
    assert filled(card)["start/M03"] == "2027-04-01"
    talk.press(JORIS, card, "save", {})
    after = measure(talk, "M03")
    assert after.lead
    assert (after.lead.person, str(after.planning.start)) == (RUUD, "2027-04-01")


def test_a_lead_given_meanwhile_stays_where_the_second_says_the_same() -> None:
    talk, view = led()
    first, second = both(talk, view)
    chosen = {**filled(view), "lead/M03": MIRA, "period/M03": "q1"}
    talk.press(CO, first, "save", chosen)
    turn = talk.press(JORIS, second, "save", chosen)
    assert "staat nu bij" not in words(turn)
    assert "Opgeslagen" not in first_line(turn)


def test_the_partners_of_an_older_card_do_not_replace_those_of_another() -> None:
    talk, view = led()
    _, second = both(talk, view)
    before = measure(talk, "M03")
    change(talk, before, altered(before, partners=(Partnership(org="WEL"),)))
    chosen = {**filled(view), "lead/M03": RUUD, "period/M03": "q1"}
    turn = talk.press(JORIS, second, "save", chosen)
    assert "staat nu bij" not in words(turn)
    assert [one.org for one in measure(talk, "M03").partners] == ["WEL"]
    assert measure(talk, "M03").lead


def test_what_was_typed_about_measures_that_are_gone_is_shown() -> None:
    talk, view = adjusted()
    _, second = both(talk, view)
    talk.dossier = talk.dossier.plus((), [measure(talk), measure(talk, "M03")])
    turn = talk.press(JORIS, second, "save", {**filled(view), "title/M01": "Op straat"})
    assert "Niet meer in het plan: M01, M03" in words(turn)
    assert "Op straat" in words(turn)


def test_what_was_typed_about_one_measure_that_is_gone_is_shown() -> None:
    talk = owned(follow_up())
    view = editing_measure.view(talk.dossier, talk.said(JORIS), measure(talk))
    _, second = both(talk, view)
    talk.dossier = talk.dossier.plus((), [measure(talk)])
    turn = talk.press(JORIS, second, "save", {**filled(view), "result/M01": "Rust"})
    assert "Niet meer in het plan: M01" in words(turn)
    assert "Rust" in words(turn)


def test_a_card_that_was_opened_from_the_mix_leads_back_to_it_after_the_choice() -> None:
    talk, view = brought()
    mixed = replace(view, about={**view.about, "back": "mix"})
    _, second = both(talk, mixed)
    change(talk, measure(talk), altered(measure(talk), result="Minder meldingen"))
    mine = {**filled(view), "result/M01": "Rust", "result/M03": "Contact"}
    turn = talk.press(JORIS, second, "save", mine)
    turn = talk.press(JORIS, now(turn), "save", {})
    assert measure(talk).result == "Rust"
    assert stage(now(turn)) == "mixing"
