"""The first draft of a follow-up year: a verdict for every old measure, an answer to proposals."""

from __future__ import annotations

from bot.cards import plain
from plan.records import (
    Capacity,
    Concluded,
    Confirmed,
    Lead,
    Measure,
    Partnership,
    Proposal,
    altered,
)
from tests.dialogs.drafted import (
    JORIS,
    advice,
    follow_up,
    in_vain,
    now,
    owned,
    primary,
    proposal,
    stage,
    until,
)
from tests.dialogs.talk import CO, MONDAY, Talk, view_of, words


def measure(talk: Talk, key: str) -> Measure:
    found = talk.dossier.get(Measure, key)
    assert found
    return found


def given(talk: Talk, key: str) -> Proposal:
    found = talk.dossier.get(Proposal, key)
    assert found
    return found


def test_a_verdict_is_filled_in_beforehand_and_kept_only_by_a_tap() -> None:
    talk = follow_up()
    view = until(talk, "judging")
    (pick,) = view.inputs()
    assert (pick.id, pick.value) == ("verdict/M01", "continue")
    assert "effect zichtbaar" in plain(view, "nl")
    assert measure(talk, "M01").decision is None
    talk.press(CO, view, "save", {})
    assert measure(talk, "M01").decision == "continue"
    assert "– → Doorgaan" in words(talk.say(CO, "ongedaan maken"))


def test_stopping_asks_its_reason_and_says_what_it_rests_on() -> None:
    talk = follow_up(advice("POL", "stoppen"), advice("WEL", "stoppen"))
    view = until(talk, "judging")
    assert "2 van de 2 partners adviseren: stoppen" in plain(view, "nl")
    reasons = now(talk.press(CO, view, "save", {}))
    assert stage(reasons) == "reasons"
    assert measure(talk, "M01").decision is None
    empty = now(talk.press(CO, reasons, "save", {"reason/M01": " "}))
    assert any(one.error for one in empty.inputs())
    talk.press(CO, reasons, "save", {})
    assert measure(talk, "M01").decision == "stop"
    assert "2 van de 2 partners" in (measure(talk, "M01").decision_reason or "")


def test_going_on_against_two_partners_or_after_two_years_in_vain_needs_an_own_reason() -> None:
    against = follow_up(advice("POL", "stoppen"), advice("WEL", "minder"))
    vain = follow_up(Concluded(key="M01", effect="uitgebleven", at=MONDAY))
    before = altered(measure(vain, "M01"), history=in_vain(2025))
    vain.dossier = vain.dossier.plus([before])
    for talk in (against, vain):
        view = until(talk, "judging")
        reasons = now(talk.press(CO, view, "save", {"verdict/M01": "continue"}))
        assert stage(reasons) == "reasons"
        assert [(one.id, one.value) for one in reasons.inputs()] == [("reason/M01", "")]
        talk.press(CO, reasons, "save", {"reason/M01": "De raad wil dit houden"})
        assert measure(talk, "M01").decision == "continue"


def test_leaving_the_reasons_for_later_keeps_no_verdict() -> None:
    talk = follow_up()
    view = until(talk, "judging")
    reasons = now(talk.press(CO, view, "save", {"verdict/M01": "stop"}))
    talk.press(CO, reasons, "later", {})
    assert measure(talk, "M01").decision is None


def test_a_measure_judged_meanwhile_is_not_judged_again_by_an_old_card() -> None:
    talk = follow_up()
    card = talk.show(CO, until(talk, "judging"))
    talk.dossier = talk.dossier.plus([altered(measure(talk, "M01"), decision="intensify")])
    talk.press(CO, card, "save", {"verdict/M01": "continue"})
    assert measure(talk, "M01").decision == "intensify"


def test_adjust_leads_to_what_becomes_different() -> None:
    talk = follow_up()
    view = until(talk, "judging")
    card = now(talk.press(CO, view, "save", {"verdict/M01": "adjust"}))
    assert stage(card) == "adjusting"
    done = {"title/M01": "Straatwerk op vrijdag", "start/M01": "2027-02-01"}
    talk.press(CO, card, "save", done)
    assert measure(talk, "M01").title == "Straatwerk op vrijdag"
    assert str(measure(talk, "M01").planning.start) == "2027-02-01"


def test_a_proposal_that_is_taken_over_is_a_measure_at_once_and_undone_with_it() -> None:
    talk = follow_up(proposal("P1", "Werkcoach voor jongeren", text="Twee dagen per week"))
    view = until(talk, "proposals")
    talk.press(CO, view, "save", {"status/P1": "adopted"})
    made = measure(talk, "M03")
    assert (made.decision, made.source, made.item) == ("new", "proposal/P1", "T1.1")
    assert (given(talk, "P1").status, given(talk, "P1").becomes) == ("adopted", "M03")
    talk.press(CO, view_of(talk.say(CO, "ongedaan maken")), "undo", {})
    assert talk.dossier.get(Measure, "M03") is None
    assert given(talk, "P1").status == "open"


def test_who_proposed_a_measure_is_suggested_to_lead_it() -> None:
    talk = follow_up(proposal("P1", "Werkcoach voor jongeren"))
    view = until(talk, "leading", filled={"status/P1": "adopted"})
    while "lead/M03" not in {one.id for one in view.inputs()}:
        view = now(talk.press(CO, view, "save", {}))
    assert [one.value for one in view.inputs() if one.id == "lead/M03"] == ["p-mira"]


def test_not_taking_over_a_proposal_needs_a_reason() -> None:
    for status in ("rejected", "parked", "adopted_partly"):
        talk = follow_up(proposal("P1", "Werkcoach"))
        view = until(talk, "proposals")
        turn = talk.press(CO, view, "save", {"status/P1": status})
        assert given(talk, "P1").status == "open"
        again = now(turn)
        talk.press(CO, again, "save", {"status/P1": status, "reason/P1": "Geen budget"})
        assert (given(talk, "P1").status, given(talk, "P1").reason) == (status, "Geen budget")


def test_proposals_that_are_alike_become_one_of_all_partners() -> None:
    talk = follow_up(
        proposal("P1", "Werkcoach voor jongeren"),
        proposal("P2", "Een werkcoach voor de jongeren", "POL"),
        proposal("P3", "Betere verlichting op het plein", "POL"),
    )
    view = until(talk, "proposals")
    left = now(talk.press(CO, view, "join", {}))
    assert given(talk, "P1").by == ("WEL", "POL")
    assert talk.dossier.get(Proposal, "P2") is None
    assert {one.id for one in left.inputs() if one.id.startswith("status/")} == {
        "status/P1",
        "status/P3",
    }


def test_a_proposal_that_hangs_nowhere_comes_first_and_can_get_a_place() -> None:
    talk = follow_up(Proposal(key="P1", title="Digitale bhv", by=("POL",)))
    view = view_of(talk.say(CO, "verder"))
    card = now(talk.press(CO, view, "themes", {}))
    assert card.about == {**card.about, "theme": "", "stage": "proposals"}
    talk.press(CO, card, "save", {"status/P1": "adopted", "item/P1": "T2.1"})
    assert given(talk, "P1").becomes == "M03"
    assert measure(talk, "M03").item == "T2.1"


def test_a_verdict_can_be_reconsidered_with_its_reason() -> None:
    talk = follow_up(advice("POL", "stoppen"), advice("WEL", "stoppen"))
    talk.dossier = talk.dossier.plus([altered(measure(talk, "M01"), decision="continue")])
    view = until(talk, "mixing")
    button = next((b for b in view.buttons if "Besluit" in b.label.nl), None)
    assert button
    card = now(talk.press(CO, view, button.verb, {}))
    back = now(talk.press(CO, card, "save", {"verdict/M01": "stop", "reason/M01": "Werkt niet"}))
    assert stage(back) == "mixing"
    assert measure(talk, "M01").decision == "stop"


def test_two_measures_that_are_alike_become_one_and_the_other_stops_in_sight() -> None:
    talk = follow_up()
    kind = {"chain_phase": "preventie", "target": "dader", "instrument": "zorg"}
    first = altered(measure(talk, "M01"), decision="continue", **kind)
    twin = altered(first, key="M09", title="Veldwerk", partners=(Partnership(org="GEM"),))
    talk.dossier = talk.dossier.plus([first, twin])
    talk.press(CO, view_of(talk.say(CO, "maatregel M01")), "merge", {})
    assert [p.org for p in measure(talk, "M01").partners] == ["WEL", "GEM"]
    assert measure(talk, "M09").decision == "stop"
    assert measure(talk, "M09").decision_reason == "Samengevoegd met M01."


def test_what_is_different_from_last_year_is_told_with_reasons() -> None:
    talk = follow_up()
    stopped = altered(measure(talk, "M01"), decision="stop", decision_reason="Werkt niet")
    talk.dossier = talk.dossier.plus([stopped])
    said = words(talk.say(CO, "verschil"))
    assert "Stoppen (1)" in said
    assert "Werkt niet" in said
    assert "zonder besluit: 1 maatregel" in said


def test_pressing_what_is_primary_gets_every_theme_ready() -> None:
    talk = follow_up(proposal("P1", "Werkcoach voor jongeren"))
    view = view_of(talk.say(CO, "verder"))
    for _ in range(30):
        if primary(view) == "close":
            break
        needed = {one.id: "Omdat" for one in view.inputs() if getattr(one, "required", False)}
        chosen = {one.id: one.value or needed[one.id] for one in view.inputs() if one.id in needed}
        view = now(talk.press(CO, view, primary(view), chosen))
    assert {one.key for one in talk.dossier.all(Confirmed)} == {"draft/T1", "draft/T2"}
    assert all(m.decision for m in talk.dossier.measures)
    assert given(talk, "P1").status == "adopted"


def test_the_coordinator_takes_the_themes_of_others_last() -> None:
    talk = owned(follow_up(), "T1", JORIS)
    view = view_of(talk.say(CO, "verder"))
    assert "Verder met Uitgaan" in view.buttons[0].label.nl
    assert "Joris Haan" in words(talk.say(CO, "status"))
    assert "Thema Jeugd uitwerken" in words(talk.say(JORIS, "openstaand"))


def test_saving_a_card_untouched_changes_nothing() -> None:
    talk = follow_up()
    odd = altered(
        measure(talk, "M01"),
        budget_eur=18000.5,
        capacity=(Capacity(org="ELDERS", hours=12.5),),
        lead=Lead(org="WEL", person="p-ruud"),
    )
    talk.dossier = talk.dossier.plus([odd])
    view = view_of(talk.say(CO, "maatregel M01"))
    assert "Niets gewijzigd" in words(talk.press(CO, view, "save", {}))
    assert measure(talk, "M01") == odd
