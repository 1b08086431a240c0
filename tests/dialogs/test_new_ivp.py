"""A new IVP that begins out of a plan of the old one: nothing is carried over unseen."""

from __future__ import annotations

import pytest

from bot.cards import plain
from dialogs.drafting.course import begin
from dialogs.drafting.difference import differences_view
from plan.gates import old_measures_judged
from plan.records import Closed, altered
from plan.verdicts import unjudged
from tests.dialogs.drafted import stage
from tests.dialogs.talk import CO, Talk, view_of
from tests.dialogs.test_two_years import begun, reported


@pytest.fixture
def talk() -> Talk:
    """The plan of 2028, the first under its IVP, out of that of 2027; its format is chosen."""
    here = begun(reported(), {"ivp_start": "2028"})
    closed = Closed(key="format/1", step="format", at=here.at, by=CO)
    here.dossier = here.dossier.plus((closed,))
    assert here.dossier.plan.track == "first_year"
    return here


def test_the_draft_waits_for_a_verdict_on_each_old_measure(talk: Talk) -> None:
    assert "Nog zonder besluit: 4 van de 4" in plain(view_of(talk.say(CO, "verder")), "nl")
    judged = [altered(m, decision="continue") for m in talk.dossier.measures]
    assert not old_measures_judged(talk.dossier.plus(judged))


def test_the_cards_ask_it_theme_by_theme_and_say_on_what_it_rests(talk: Talk) -> None:
    view = begin(talk.dossier, talk.said(CO), "T1")
    for _ in range(10):
        if stage(view) == "judging":
            break
        view = view_of(talk.press(CO, view, "later", {}))
    assert {one.id for one in view.inputs()} == {"verdict/M01", "verdict/M03"}
    assert "wat er van het vorige plan bekend is" in plain(view, "nl")
    talk.press(CO, view, "save", {})
    assert {m.key for m in unjudged(talk.dossier)} == {"M04", "M05"}


def test_what_is_different_from_the_last_plan_can_be_seen(talk: Talk) -> None:
    shown = plain(differences_view(talk.dossier), "nl")
    assert "Nog zonder besluit: 4 maatregelen" in shown


def test_one_that_ran_before_needs_a_verdict_without_a_plan_before_it_too(talk: Talk) -> None:
    alone = talk.dossier.plus((altered(talk.dossier.plan, previous=None),))
    assert [m.key for m in unjudged(alone)] == ["M01", "M03"]
    fresh = [altered(m, history=()) for m in alone.measures]
    assert unjudged(alone.plus(fresh)) == ()
