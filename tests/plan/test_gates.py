"""What each step needs before it can close: held back without it, let through with it."""

from __future__ import annotations

from datetime import date

import pytest

from plan import gates
from plan.dossier import Dossier
from plan.records import (
    BilateralCheck,
    CollectiveSession,
    Concluded,
    Confirmed,
    DecisionStep,
    DiscussionPoint,
    Lead,
    Outcome,
    PlanFormat,
    Planning,
    Proposal,
    Record,
    altered,
)
from plan.track import Gate
from tests.plan.tiny import (
    OPENED,
    answer,
    dossier,
    item,
    ivp_theme,
    measure,
    organisation,
    past,
    ready,
    remark,
    round_,
    theme,
)

WHOLE = measure("M1", "POL", planning=Planning(start=date(2027, 1, 1)))


def missing(gate: Gate, *records: Record, **plan: object) -> str:
    """What a gate says is missing, in Dutch; "" when nothing."""
    return " ".join(text.nl for text in gate(dossier(*records, **plan)))


def check(org: str, commitment: str, round_key: str = "check-1") -> BilateralCheck:
    return BilateralCheck(
        key=f"{round_key}/{org}", round=round_key, org=org, commitment=commitment
    )


def body(name: str, order: int, decision: str | None = None, role: str | None = None) -> Record:
    return DecisionStep(key=name, body=name, order=order, decision=decision, role=role)


def both(dossier_: Dossier, gate: Gate) -> tuple[str, str]:
    (text,) = gate(dossier_)
    return text.nl, text.en


# The evaluative round


def test_nothing_is_enough_before_the_questionnaire_was_sent() -> None:
    assert "nog niet verstuurd" in missing(gates.enough_response)


@pytest.mark.parametrize(("there", "enough"), [(0, False), (2, False), (3, True), (4, True)])
def test_three_of_four_partners_are_enough(there: int, enough: bool) -> None:
    partners = ("A", "B", "C", "D")
    found = missing(
        gates.enough_response, round_(*partners), *(ready(org) for org in partners[:there])
    )
    assert (found == "") is enough
    assert enough or f"{there} van de 4" in found


def test_a_round_of_nobody_is_never_enough() -> None:
    assert missing(gates.enough_response, round_()) != ""


def test_a_partner_that_has_only_begun_does_not_count() -> None:
    assert missing(gates.enough_response, round_("A"), answer("A", "R1", 3)) != ""


def test_a_consulted_lead_of_a_priority_must_have_answered() -> None:
    here = (
        theme(),
        ivp_theme(),
        item(),
        measure("M1", "POL", "WLZ"),
        measure("M2", "OOV"),
        organisation("POL"),
        organisation("WLZ"),
        organisation("OOV", consulted=False),
        round_("POL", "WLZ"),
    )
    assert missing(gates.priority_leads_answered, *here).endswith(": Organisatie POL.")
    assert missing(gates.priority_leads_answered, *here, ready("POL")) == ""


def test_the_lead_of_another_theme_is_not_waited_for() -> None:
    other = (theme(), ivp_theme(category="other"), item(), measure("M1", "POL"))
    assert missing(gates.priority_leads_answered, *other, organisation("POL"), round_("POL")) == ""


@pytest.mark.parametrize(
    ("progress", "effect", "done"),
    [("achter", "beperkt", True), ("achter", None, False), (None, "beperkt", False)],
)
def test_every_measure_needs_a_concluded_progress_and_effect(
    progress: str | None, effect: str | None, done: bool
) -> None:
    concluded = Concluded(key="M1", progress=progress, effect=effect, at=OPENED)
    assert (missing(gates.measures_concluded, measure("M1"), concluded) == "") is done


def test_the_note_needs_a_confirmation() -> None:
    note = Confirmed(key="evaluation_note", at=OPENED)
    assert missing(gates.note_confirmed) != ""
    assert missing(gates.note_confirmed, note) == ""
    assert missing(gates.note_confirmed, altered(note, key="session_report")) != ""


# Format and draft


def test_the_format_needs_to_be_frozen() -> None:
    assert missing(gates.format_frozen) != ""
    assert missing(gates.format_frozen, format=PlanFormat(locked_at=OPENED)) == ""


def test_every_priority_of_the_ivp_needs_an_item() -> None:
    assert missing(gates.priorities_have_items, ivp_theme()).endswith(": Thema T1.")
    assert missing(gates.priorities_have_items, ivp_theme(), item()) == ""
    assert missing(gates.priorities_have_items, ivp_theme(category="other")) == ""


def test_every_item_needs_a_measure_or_a_reason_why_there_is_none() -> None:
    assert missing(gates.items_have_measures, item()).endswith(": Actiepunt T1.1.")
    assert missing(gates.items_have_measures, item(), measure("M1")) == ""
    assert missing(gates.items_have_measures, item(gap_reason="Volgt in 2028.")) == ""


@pytest.mark.parametrize(("whole", "enough"), [(0, False), (3, False), (4, True), (5, True)])
def test_four_of_five_measures_need_a_lead_and_a_period(whole: int, enough: bool) -> None:
    planned = [altered(WHOLE, key=f"P{n}") for n in range(whole)]
    bare = [measure(f"B{n}") for n in range(5 - whole)]
    assert (missing(gates.measures_planned, *planned, *bare) == "") is enough


def test_a_plan_without_measures_is_not_planned() -> None:
    assert missing(gates.measures_planned) == "Er staat nog geen maatregel in het plan."


def test_a_lead_is_an_organisation_and_a_person_and_a_rhythm_is_a_period() -> None:
    assert gates.has_lead_and_period(WHOLE)
    assert gates.has_lead_and_period(altered(WHOLE, planning=Planning(cadence="maandelijks")))
    assert not gates.has_lead_and_period(altered(WHOLE, planning=Planning()))
    assert not gates.has_lead_and_period(altered(WHOLE, lead=Lead(org="POL")))
    assert not gates.has_lead_and_period(altered(WHOLE, lead=None))


def test_a_plan_without_measures_is_no_draft() -> None:
    assert missing(gates.there_are_measures) != ""
    assert missing(gates.there_are_measures, measure("M1")) == ""


@pytest.mark.parametrize("history", [(), (past(2026, "op_schema"),)])
def test_every_measure_needs_a_verdict_also_one_that_was_new_last_year(
    history: tuple[object, ...],
) -> None:
    old = measure("M1", history=history)
    assert missing(gates.old_measures_judged, old) != ""
    assert missing(gates.old_measures_judged, altered(old, decision="continue")) == ""


def test_every_proposal_needs_an_answer() -> None:
    proposal = Proposal(key="P1", title="Meer licht")
    assert missing(gates.proposals_answered, proposal).endswith(": “Meer licht”.")
    assert missing(gates.proposals_answered, altered(proposal, status="parked")) == ""


def test_a_new_measure_needs_a_lead_a_period_and_a_rationale() -> None:
    new = altered(WHOLE, decision="new", evidence="praktijk")
    lacking = [
        altered(new, evidence="onbekend"),
        altered(new, evidence=None),
        altered(new, lead=None),
        altered(new, planning=Planning()),
    ]
    assert missing(gates.new_measures_complete, new) == ""
    assert (
        missing(gates.new_measures_complete, altered(new, evidence=None, evidence_note="Breda"))
        == ""
    )
    for one in lacking:
        assert missing(gates.new_measures_complete, one).endswith(": M1.")
        assert missing(gates.new_measures_complete, altered(one, decision="continue")) == ""


def test_what_looks_like_personal_data_must_go() -> None:
    suspect = altered(WHOLE, description="Bel 06-12345678 voor de familie Jansen.")
    assert missing(gates.no_personal_data, item(), suspect) != ""
    assert missing(gates.no_personal_data, item(), WHOLE) == ""


# Checks, session and decision


def test_a_check_that_was_not_sent_is_not_done() -> None:
    gate = gates.partners_checked("check")
    assert "nog niet verstuurd" in missing(gate)
    assert "nog niet verstuurd" in missing(gate, round_(step="check"))
    assert "nog niet verstuurd" in missing(gate, round_("POL", step="check_1"))


@pytest.mark.parametrize(
    ("commitment", "said"),
    [
        ("ja", True),
        ("ja_mits", True),
        ("intern_akkoord_nodig", True),
        ("nee", True),
        ("geen_reactie", False),
    ],
)
def test_every_partner_of_a_check_said_something(commitment: str, said: bool) -> None:
    asked = (round_("POL", step="check"), organisation("POL"))
    gate = gates.partners_checked("check")
    assert missing(gate, *asked).endswith(": Organisatie POL.")
    assert (missing(gate, *asked, check("POL", commitment)) == "") is said


def test_what_was_said_in_an_earlier_round_does_not_count_in_this_one() -> None:
    asked = (round_("POL", step="check"), round_("POL", step="check", number=2))
    assert missing(gates.partners_checked("check"), *asked, check("POL", "ja")) != ""


@pytest.mark.parametrize(
    ("disposition", "reply", "done"),
    [
        ("accepted", "Staat erin.", True),
        ("parked", "Volgt in april.", True),
        ("open", "Wij kijken ernaar.", False),
        ("rejected", None, False),
    ],
)
def test_every_remark_needs_a_disposition_and_its_sender_a_reply(
    disposition: str, reply: str | None, done: bool
) -> None:
    given = remark("B-01", disposition=disposition, reply=reply)
    gate = gates.remarks_processed("check")
    assert (missing(gate, round_("POL", step="check"), given) == "") is done


def test_a_remark_of_an_earlier_round_is_not_forgotten() -> None:
    rounds = (round_("POL", step="check"), round_("POL", step="check", number=2))
    assert missing(gates.remarks_processed("check"), *rounds, remark("B-01")).endswith(": B-01.")


def test_a_remark_of_another_step_waits_for_its_own_gate() -> None:
    rounds = (round_("POL", step="check_1"), round_("POL", step="check_2"))
    given = remark("B-01", round="check_1-1")
    assert missing(gates.remarks_processed("check_1"), *rounds, given) != ""
    assert missing(gates.remarks_processed("check_2"), *rounds, given) == ""


@pytest.mark.parametrize("commitment", ["ja_mits", "intern_akkoord_nodig"])
def test_after_the_second_check_no_condition_is_left_unless_it_goes_to_the_session(
    commitment: str,
) -> None:
    here = (round_("POL", step="check_2"), check("POL", commitment, "check_2-1"))
    assert missing(gates.conditions_settled, *here) != ""
    to_session = remark("B-01", round="check_2-1", disposition="to_session")
    assert missing(gates.conditions_settled, *here, to_session) == ""
    assert missing(gates.conditions_settled, here[0], check("POL", "ja", "check_2-1")) == ""


def test_every_discussion_point_of_the_session_needs_an_outcome() -> None:
    session = CollectiveSession(key="session")
    point = DiscussionPoint(key="D1", subjects=("M1",), kind="gap", question="Wie doet het?")
    outcome = Outcome(key="D1", point="D1", decision="De gemeente.")
    assert "niet gepland" in missing(gates.points_settled)
    assert "Wie doet het?" in missing(gates.points_settled, session, point)
    assert missing(gates.points_settled, session, point, outcome) == ""
    assert missing(gates.points_settled, session) == ""


def test_the_report_of_the_session_needs_to_be_sent() -> None:
    assert missing(gates.report_sent) != ""
    assert missing(gates.report_sent, Confirmed(key="session_report", at=OPENED)) == ""


def test_every_body_that_decides_needs_to_agree() -> None:
    assert "nog niet vastgelegd wie" in missing(gates.bodies_decided)
    assert missing(gates.bodies_decided, body("college", 2), body("MT", 1)).endswith(
        ": MT, college."
    )
    agreed = (body("MT", 1, "akkoord"), body("college", 2, "akkoord met wijziging"))
    assert missing(gates.bodies_decided, *agreed) == ""
    held = (body("MT", 1, "aangehouden"), body("college", 2, "akkoord"))
    assert missing(gates.bodies_decided, *held).endswith(": MT.")


@pytest.mark.parametrize("order", [0, 9])
def test_who_only_hears_of_it_is_not_waited_for_before_or_after(order: int) -> None:
    triangle = body("driehoek", order, role="ter bespreking, niet ter vaststelling")
    assert missing(gates.bodies_decided, body("college", 2, "akkoord"), triangle) == ""


def test_what_is_missing_is_said_in_both_languages() -> None:
    nl, en = both(dossier(), gates.report_sent)
    assert nl != en
