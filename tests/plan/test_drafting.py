"""Codes that are used once, proposals that are alike, kinds by words, what a theme lacks."""

from __future__ import annotations

import pytest

from plan.changes import change
from plan.classifying import kind_of
from plan.codes import next_item, next_measure, next_theme
from plan.drafting import absent, open_proposals, unfinished, waiting
from plan.gates import mix_checked, priorities_have_items
from plan.records import Confirmed, Dismissal, Planning, Proposal
from plan.similar import alike
from tests.plan import tiny


def test_a_code_that_was_ever_used_is_not_used_again() -> None:
    gone = change(tiny.measure("M09"), None, because="draft", by="ans", at=tiny.OPENED)
    dropped = change(tiny.item("T1.4"), None, because="draft", by="ans", at=tiny.OPENED)
    last_year = tiny.answer("POL", "M1", "stoppen", "M11")
    known = tiny.dossier(tiny.theme(), tiny.item(), tiny.measure("M03"), gone, dropped)
    assert next_measure(known) == "M10"
    assert next_measure(known.plus([last_year])) == "M12"
    assert next_item(known, "T1") == "T1.5"
    assert next_theme(known) == "T2"


def test_the_items_of_theme_ten_are_not_those_of_theme_one() -> None:
    known = tiny.dossier(tiny.item("T1.2"), tiny.item("T10.7"))
    assert next_item(known, "T1") == "T1.3"


def proposed(key: str, title: str, item: str | None = "T1.1") -> Proposal:
    return Proposal(key=key, title=title, item=item)


def test_proposals_are_alike_when_they_share_half_of_their_words() -> None:
    coach = proposed("P1", "Werkcoach voor jongeren")
    other = proposed("P2", "Een werkcoach voor de jongere")
    light = proposed("P3", "Betere verlichting op het plein")
    assert alike((coach, light, other)) == ((coach, other),)


def test_proposals_that_share_one_word_of_three_or_a_small_one_are_left_apart() -> None:
    coach = proposed("P1", "Werkcoach voor jongeren zonder opleiding")
    assert alike((coach, proposed("P2", "Camera voor jongeren rond winkels"))) == ()
    assert alike((coach, proposed("P3", "Meer geld voor boa's"))) == ()


def test_proposals_under_other_items_or_of_one_word_are_left_apart() -> None:
    coach = proposed("P1", "Werkcoach voor jongeren")
    elsewhere = proposed("P2", "Werkcoach voor jongeren", "T2.1")
    assert alike((coach, elsewhere)) == ()
    assert alike((proposed("P1", "Toezicht"), proposed("P2", "Toezicht op straat"))) == ()


@pytest.mark.parametrize(
    ("title", "phase", "target", "instrument"),
    [
        ("Cameratoezicht op het plein", "preventie", "situatie", "toezicht"),
        ("Nazorg voor slachtoffers van inbraak", "nazorg", "slachtoffer", "zorg"),
        ("Drugspanden sluiten", "repressie", "situatie", "bestuurlijk"),
        ("Iets heel anders", None, None, None),
    ],
)
def test_a_title_says_what_kind_of_measure_it_is(
    title: str, phase: str | None, target: str | None, instrument: str | None
) -> None:
    kind = kind_of(title)
    assert (kind.chain_phase, kind.target, kind.instrument) == (phase, target, instrument)


def test_a_priority_left_out_with_a_reason_asks_for_nothing_more() -> None:
    known = tiny.dossier(tiny.ivp_theme())
    assert [theme.key for theme in absent(known)] == ["T1"]
    assert priorities_have_items(known)
    left = Dismissal(
        key="C15/T1", check="C15", subject="T1", reason="Regio", by="ans", at=tiny.OPENED
    )
    assert absent(known.plus([left])) == ()
    assert priorities_have_items(known.plus([left])) == ()


def test_a_follow_up_draft_asks_that_each_mix_was_looked_at() -> None:
    known = tiny.dossier(tiny.theme(), tiny.theme("T2"))
    assert "Thema T1, Thema T2" in mix_checked(known)[0].nl
    done = [Confirmed(key=f"draft/{key}", at=tiny.OPENED) for key in ("T1", "T2")]
    assert mix_checked(known.plus(done)) == ()


def test_a_ready_theme_in_which_something_is_missing_is_unfinished() -> None:
    done = Confirmed(key="draft/T1", at=tiny.OPENED)
    known = tiny.dossier(tiny.theme(), tiny.item(), done, tiny.person("ans"))
    assert waiting(known, tiny.person("ans")) == ()
    assert unfinished(known) == ("T1",)
    ready = tiny.measure(
        "M01", "POL", decision="continue", planning=Planning(cadence="maandelijks")
    )
    assert unfinished(known.plus([ready])) == ()


def test_an_owner_waits_for_the_own_themes_and_the_coordinator_for_all() -> None:
    known = tiny.dossier(tiny.theme("T1", order=1, owner="joris"), tiny.theme("T2", order=2))
    assert waiting(known, tiny.person("joris")) == ("T1",)
    assert waiting(known, tiny.person("ans")) == ("T2", "T1")


def test_a_proposal_belongs_to_the_theme_of_its_item_or_to_none() -> None:
    placed, loose = proposed("P1", "Een"), proposed("P2", "Twee", None)
    known = tiny.dossier(tiny.theme(), tiny.item(), placed, loose)
    assert open_proposals(known, "T1") == (placed,)
    assert open_proposals(known, None) == (loose,)
