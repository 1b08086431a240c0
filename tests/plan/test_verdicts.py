"""The verdict that the evaluation suggests, and when going on needs a reason."""

from __future__ import annotations

import pytest

from plan.records import Concluded, Planning
from plan.verdicts import needs_reason, suggested
from tests.plan import tiny


def of(
    *advice: str, effects: tuple[str, ...] = (), progress: str | None = None
) -> tuple[str, str]:
    """The suggestion after this advice; `effects` of the last years, the latest last."""
    years = range(2027 - len(effects), 2027)
    history = tuple(tiny.past(y, progress, e) for y, e in zip(years, effects, strict=True))
    if progress and not effects:
        history = (tiny.past(2026, progress),)
    measure = tiny.measure("M01", "POL", history=history)
    answers = [tiny.answer(f"ORG{n}", "M1", value, "M01") for n, value in enumerate(advice)]
    known = tiny.dossier(tiny.theme(), tiny.item(), measure, tiny.round_("POL"), *answers)
    verdict, why = suggested(known, measure)
    return verdict, why.nl


@pytest.mark.parametrize(
    ("advice", "verdict"),
    [
        (("stoppen", "stoppen", "doorgaan"), "stop"),
        (("minder", "minder"), "scale_down"),
        (("versterken", "versterken", "doorgaan"), "intensify"),
        (("doorgaan",), "continue"),
        (("stoppen",), "adjust"),
        (("stoppen", "doorgaan"), "adjust"),
        (("doorgaan", "doorgaan", "doorgaan", "anders", "minder"), "adjust"),
    ],
)
def test_what_most_partners_advise_is_suggested(advice: tuple[str, ...], verdict: str) -> None:
    assert of(*advice)[0] == verdict


def test_a_suggestion_says_what_it_rests_on() -> None:
    assert (
        of("stoppen", "stoppen", "doorgaan")[1]
        == "2 van de 3 partners adviseren: stoppen, 1: doorgaan"
    )
    assert of()[1] == "er is niets over bekend"
    assert of(effects=("uitgebleven", "uitgebleven"))[1] == "twee jaar zonder effect"


def test_without_advice_progress_and_effect_count() -> None:
    assert of(effects=("uitgebleven", "uitgebleven"))[0] == "stop"
    assert of(effects=("zichtbaar", "uitgebleven"))[0] == "adjust"
    assert of(progress="niet_gestart")[0] == "adjust"
    assert of(progress="afgerond")[0] == "stop"
    assert of(progress="op_schema", effects=("zichtbaar",))[0] == "continue"


def test_what_is_finished_but_comes_back_every_month_goes_on() -> None:
    monthly = tiny.measure(
        "M01", history=(tiny.past(2026, "afgerond"),), planning=Planning(cadence="maandelijks")
    )
    assert suggested(tiny.dossier(tiny.item(), monthly), monthly)[0] == "continue"


def test_two_years_in_vain_are_not_continued_on_advice_alone() -> None:
    assert of("doorgaan", effects=("uitgebleven", "uitgebleven"))[0] == "adjust"


def test_what_the_coordinator_concluded_counts_as_last_year() -> None:
    measure = tiny.measure("M01", history=(tiny.past(2025, effect="uitgebleven"),))
    concluded = Concluded(key="M01", effect="uitgebleven", at=tiny.OPENED)
    known = tiny.dossier(tiny.item(), measure, concluded)
    assert suggested(known, measure)[0] == "stop"
    assert needs_reason(known, measure, "continue")


@pytest.mark.parametrize(
    ("verdict", "needed"),
    [
        ("stop", True),
        ("scale_down", True),
        ("adjust", False),
        ("intensify", False),
        ("continue", False),
    ],
)
def test_stopping_and_scaling_down_always_need_a_reason(verdict: str, needed: bool) -> None:
    measure = tiny.measure("M01")
    assert needs_reason(tiny.dossier(tiny.item(), measure), measure, verdict) is needed


def test_going_on_against_two_partners_needs_a_reason_and_against_one_does_not() -> None:
    measure = tiny.measure("M01")
    for count, needed in ((1, False), (2, True)):
        against = [tiny.answer(f"ORG{n}", "M1", "anders", "M01") for n in range(count)]
        known = tiny.dossier(tiny.item(), measure, tiny.round_("POL"), *against)
        assert needs_reason(known, measure, "continue") is needed
