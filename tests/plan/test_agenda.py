"""What a session should talk about, and in which order."""

from __future__ import annotations

from plan.agenda import MOST, agreed_measures, candidates, fresh, proposed
from plan.dossier import Dossier
from plan.records import (
    Capacity,
    DiscussionPoint,
    Measure,
    Organisation,
    Planning,
    Proposal,
    altered,
)
from plan.records import Theme as ThemeRecord
from tests.plan.tiny import (
    answer,
    choice,
    dossier,
    item,
    ivp_theme,
    measure,
    organisation,
    question,
    remark,
    round_,
    scale,
    theme,
    topic,
)

O2 = question("O2", scale(), per="theme")
M1 = question("M1", choice("doorgaan", "stoppen"), per="measure")
TOPICS = (topic(O2, M1),)
PLAN = (theme(), ivp_theme(), item())


def kinds(here: Dossier) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.subjects) for one in candidates(here, TOPICS)]


def whole(key: str, lead: str | None = "POL", **more: object) -> Measure:
    """A measure with which nothing is wrong."""
    return measure(
        key,
        lead,
        chain_phase="preventie",
        target="dader",
        result="Klaar.",
        indicator="Aantal",
        **more,
    )


def test_a_remark_for_the_session_is_a_point_and_one_that_was_answered_is_not() -> None:
    here = (*PLAN, whole("M1"), organisation("POL"))
    sent = remark("B1", subject="M1", disposition="to_session")
    assert ("difference_of_opinion", ("M1",)) in kinds(dossier(*here, sent))
    done = remark("B1", subject="M1", disposition="accepted")
    assert ("difference_of_opinion", ("M1",)) not in kinds(dossier(*here, done))


def test_a_remark_about_the_plan_as_a_whole_is_a_point_once_it_was_sent_to_the_session() -> None:
    here = (*PLAN, whole("M1"), organisation("POL"))
    sent = remark("B1", disposition="to_session")
    (found,) = [c for c in candidates(dossier(*here, sent), TOPICS) if c.subjects == ("B1",)]
    assert found.question.nl == "Hoe gaan we verder met “Dit klopt niet”?"
    assert ("difference_of_opinion", ("B1",)) not in kinds(dossier(*here, remark("B1")))


def test_of_a_long_remark_a_question_has_the_beginning() -> None:
    long = altered(remark("B1", disposition="to_session"), text="Er is meer nodig. " * 20)
    (found,) = [c for c in candidates(dossier(*PLAN, long), TOPICS) if c.subjects == ("B1",)]
    assert found.question.nl.endswith("…”?")
    assert len(found.question.nl) < 160


def test_two_partners_who_both_have_something_to_say_are_a_point_and_one_is_not() -> None:
    here = (*PLAN, whole("M1"), organisation("POL"), organisation("WLZ"))
    first, second = remark("B1", "POL", subject="M1"), remark("B2", "WLZ", subject="M1")
    assert ("difference_of_opinion", ("M1",)) not in kinds(dossier(*here, first))
    assert ("difference_of_opinion", ("M1",)) in kinds(dossier(*here, first, second))


def test_a_title_stands_between_quotation_marks_in_a_question() -> None:
    sent = remark("B1", subject="M1", disposition="to_session")
    about = remark("B2", subject="T1.1", disposition="to_session")
    here = dossier(*PLAN, whole("M1"), sent, about)
    asked = {one.subjects: one.question.nl for one in candidates(here, TOPICS)}
    assert asked["T1.1",] == f"Hoe gaan we verder met “{here.title('T1.1')}”?"
    assert asked["M1",] == f"Hoe gaan we verder met “{here.title('M1')}”?"


def test_views_that_diverge_are_a_point_and_nobody_is_named_in_it() -> None:
    here = (*PLAN, whole("M1"), round_("POL", "WLZ"), organisation("POL"), organisation("WLZ"))
    apart = (answer("POL", "O2", 1, "T1"), answer("WLZ", "O2", 5, "T1"))
    (found,) = [c for c in candidates(dossier(*here, *apart), TOPICS) if c.subjects == ("T1",)]
    assert found.kind == "difference_of_opinion"
    assert "POL" not in found.question.nl + found.why.nl
    near = (answer("POL", "O2", 3, "T1"), answer("WLZ", "O2", 4, "T1"))
    assert ("difference_of_opinion", ("T1",)) not in kinds(dossier(*here, *near))


def test_opposite_advice_on_a_measure_is_a_point_without_figures_under_three_answers() -> None:
    here = (*PLAN, whole("M1"), round_("POL", "WLZ", "OM"))
    two = (answer("POL", "M1", "doorgaan", "M1"), answer("WLZ", "M1", "stoppen", "M1"))
    (found,) = [c for c in candidates(dossier(*here, *two), TOPICS) if c.subjects == ("M1",)]
    assert "1" not in found.why.nl
    three = (*two, answer("OM", "M1", "stoppen", "M1"))
    (found,) = [c for c in candidates(dossier(*here, *three), TOPICS) if c.subjects == ("M1",)]
    assert "1 keer doorgaan, 2 keer" in found.why.nl


def test_partners_who_advise_the_same_are_no_point() -> None:
    here = (*PLAN, whole("M1"), round_("POL", "WLZ"))
    same = (answer("POL", "M1", "doorgaan", "M1"), answer("WLZ", "M1", "doorgaan", "M1"))
    assert ("difference_of_opinion", ("M1",)) not in kinds(dossier(*here, *same))


def test_disagreement_comes_before_hours_hours_before_leads_and_leads_before_gaps() -> None:
    here = dossier(
        *PLAN,
        item("T1.2"),
        whole("M1", capacity=(Capacity(org="POL", hours=20),)),
        whole("M2", None),
        whole("M3"),
        Organisation(key="POL", name="Politie", capacity_hours=10),
        remark("B1", subject="M3", disposition="to_session"),
    )
    wanted = ["difference_of_opinion", "capacity_conflict", "missing_lead", "gap"]
    assert [kind for kind, _ in kinds(here) if kind in wanted] == wanted
    assert dict(kinds(here))["capacity_conflict"] == ("M1",)


def test_a_parked_proposal_is_offered_but_not_put_on_the_agenda() -> None:
    here = dossier(*PLAN, Proposal(key="P1", title="Iets nieuws", status="parked"))
    found = candidates(here, TOPICS)
    assert "P1" in [subject for one in found for subject in one.subjects]
    assert "P1" not in [subject for one in proposed(found) for subject in one.subjects]


def test_at_most_six_and_no_kind_crowds_out_the_others() -> None:
    measures = [whole(f"M{n}") for n in range(1, 9)]
    remarks = [remark(f"B{n}", subject=f"M{n}", disposition="to_session") for n in range(1, 9)]
    here = dossier(*PLAN, item("T1.2"), *measures, *remarks, organisation("POL"))
    found = proposed(candidates(here, TOPICS))
    assert len(found) == MOST
    assert {"difference_of_opinion", "gap"} <= {one.kind for one in found}
    assert found[0].kind == "difference_of_opinion"


def test_the_agenda_follows_the_answers() -> None:
    here = (*PLAN, theme("T2", order=1), whole("M1"), round_("POL", "WLZ"))
    for apart, other in (("T1", "T2"), ("T2", "T1")):
        given = (
            answer("POL", "O2", 1, apart),
            answer("WLZ", "O2", 5, apart),
            answer("POL", "O2", 3, other),
            answer("WLZ", "O2", 3, other),
        )
        said = [s for one in candidates(dossier(*here, *given), TOPICS) for s in one.subjects]
        assert apart in said
        assert ("difference_of_opinion", (other,)) not in kinds(dossier(*here, *given))


def test_what_stands_on_the_agenda_is_not_proposed_again() -> None:
    sent = remark("B1", subject="M1", disposition="to_session")
    point = DiscussionPoint(key="D1", subjects=("M1",), kind="gap", question="Hoe verder?")
    here = dossier(*PLAN, whole("M1"), sent, point)
    assert not [one for one in fresh(here, TOPICS) if "M1" in one.subjects]


def test_agreed_is_what_nobody_has_anything_against() -> None:
    here = dossier(
        ThemeRecord(key="T1", title="Thema", order=1),
        item(ivp_line="a"),
        *(whole(key, planning=Planning(cadence="jaarlijks")) for key in ("M1", "M2", "M3")),
        whole("M4", None),
        remark("B1", subject="M2"),
    )
    point = DiscussionPoint(key="D1", subjects=("M3",), kind="gap", question="Hoe verder?")
    assert [one.key for one in agreed_measures(here, (point,))] == ["M1"]
    under = DiscussionPoint(key="D2", subjects=("T1.1",), kind="gap", question="Hoe verder?")
    assert agreed_measures(here, (under,)) == ()


def test_many_measures_without_a_lead_are_one_question_that_can_be_read_out() -> None:
    keys = [f"M{n}" for n in range(1, 12)]
    long = [whole(key, None, title=f"{key} " + "voorlichting " * 8) for key in keys]
    found = next(c for c in candidates(dossier(*PLAN, *long), TOPICS) if c.kind == "missing_lead")
    assert found.question.nl == "Wie wordt trekker van deze 11 maatregelen?"
    assert all(key in found.why.nl for key in keys)
    (one,) = [c for c in candidates(dossier(*PLAN, long[0]), TOPICS) if c.kind == "missing_lead"]
    assert one.question.nl == f"Wie wordt trekker van “{long[0].title}”?"
