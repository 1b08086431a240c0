"""What a partner checks, what it promised, and whose hours changed much."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plan import gates
from plan.changes import change
from plan.checking import gone, own_parts, to_check
from plan.promises import commitment, weakest
from plan.reactions import reaction
from plan.records import BilateralCheck, Capacity, Dismissal, Measure, Record, altered
from plan.shifts import hours_shift
from plan.standing import response
from plan.withheld import held_back
from tests.plan.tiny import (
    OPENED,
    answer,
    dossier,
    item,
    measure,
    organisation,
    past,
    ready,
    remark,
    round_,
    theme,
)

FIRST = round_("POL", step="check_1")
PLACE: tuple[Record, ...] = (theme(), item(), organisation("POL"), organisation("WEL"))


def promise(value: str, subject: str = "M1", round_key: str = "check_1-1") -> Record:
    return answer("POL", "K2", value, subject, round=round_key)


def changed(before: Measure, after: Measure | None, days: int = 1) -> Record:
    at = OPENED + timedelta(days=days)
    return change(before, after, because="draft", by="ans", at=at)


@pytest.mark.parametrize(
    ("said", "least"),
    [
        (("ja", "ja_mits"), "ja_mits"),
        (("ja_mits", "intern_akkoord_nodig"), "intern_akkoord_nodig"),
        (("ja", "nee", "ja_mits"), "nee"),
        (("ja",), "ja"),
        ((), "geen_reactie"),
    ],
)
def test_the_least_that_was_promised_counts(said: tuple[str, ...], least: str) -> None:
    assert weakest(said) == least


def test_nothing_is_promised_before_the_partner_is_ready() -> None:
    here = (*PLACE, FIRST, measure("M1", "POL"), promise("ja"))
    assert commitment(dossier(*here), FIRST, "POL") == "geen_reactie"
    assert commitment(dossier(*here, ready("POL", OPENED, "check_1-1")), FIRST, "POL") == "ja"


def test_the_leads_come_first_and_what_stops_is_not_checked() -> None:
    here = dossier(
        *PLACE,
        measure("M1", "WEL", "POL"),
        measure("M2", "POL"),
        measure("M3", "POL", decision="stop"),
    )
    assert [m.key for m in own_parts(here, "POL")] == ["M2", "M1"]


def second(*more: Record) -> list[str]:
    """What POL is asked in the second round after it handed in the first on its first day."""
    done = ready("POL", OPENED, "check_1-1")
    here = dossier(*PLACE, FIRST, done, round_("POL", step="check_2"), *more)
    return [m.key for m in to_check(here, "check_2", "POL")]


def test_the_second_round_asks_what_changed_for_this_partner_alone() -> None:
    old, new = measure("M1", "POL"), measure("M1", "POL", title="Anders")
    assert second(old, promise("ja")) == []
    assert second(new, promise("ja"), changed(old, new)) == ["M1"]
    other = measure("M1", "POL", capacity=(Capacity(org="WEL", hours=9),))
    assert second(other, promise("ja"), changed(old, other)) == []
    own = measure("M1", "POL", capacity=(Capacity(org="POL", hours=9),))
    assert second(own, promise("ja"), changed(old, own)) == ["M1"]


def test_what_changed_before_the_partner_answered_is_no_news() -> None:
    old, new = measure("M1", "POL"), measure("M1", "POL", title="Anders")
    assert second(new, promise("ja"), changed(old, new, days=-1)) == []


@pytest.mark.parametrize("said", ["ja_mits", "intern_akkoord_nodig", "nee"])
def test_the_second_round_asks_what_was_left_open(said: str) -> None:
    assert second(measure("M1", "POL"), promise(said)) == ["M1"]


def test_a_file_without_answers_per_measure_goes_by_what_the_partner_said_of_all() -> None:
    for said, asked in (("ja", []), ("ja_mits", ["M1"]), ("geen_reactie", ["M1"])):
        check = BilateralCheck(key="check_1-1/POL", round="check_1-1", org="POL", commitment=said)
        here = dossier(*PLACE, FIRST, check, round_("POL", step="check_2"), measure("M1", "POL"))
        assert [m.key for m in to_check(here, "check_2", "POL")] == asked


def test_a_second_round_that_is_opened_anew_asks_everything() -> None:
    again = round_("POL", step="check_2", number=2)
    assert second(measure("M1", "POL"), promise("ja"), again) == ["M1"]


def test_a_partner_that_fell_out_of_a_measure_can_be_told() -> None:
    old, new = measure("M1", "WEL", "POL"), measure("M1", "WEL")
    done = ready("POL", OPENED, "check_1-1")
    here = dossier(*PLACE, FIRST, done, round_("POL", step="check_2"), new, changed(old, new))
    assert [m.key for m in gone(here, "check_2", "POL")] == ["M1"]


@pytest.mark.parametrize(("now", "tells"), [(121, True), (120, False), (79, True), (80, False)])
def test_more_than_a_fifth_of_the_hours_asks_for_a_second_contact(now: float, tells: bool) -> None:
    old = measure("M1", "POL", history=(past(2026),), capacity=(Capacity(org="POL", hours=100),))
    new = altered(old, capacity=(Capacity(org="POL", hours=now),))
    here = dossier(*PLACE, new, changed(old, new)) if now != 100 else dossier(*PLACE, old)
    assert (hours_shift(here, "POL") == (100, now)) is tells


def test_hours_of_a_measure_that_stops_are_no_longer_given() -> None:
    old = measure(
        "M1",
        "POL",
        history=(past(2026),),
        capacity=(Capacity(org="POL", hours=100),),
        decision="stop",
    )
    assert hours_shift(dossier(*PLACE, old), "POL") == (100, 0)


def test_silence_is_named_apart_from_agreement() -> None:
    def said(**more: object) -> str:
        check = BilateralCheck(key="check_1-1/POL", round="check_1-1", org="POL", **more)  # type: ignore[arg-type]
        return reaction(dossier(FIRST, check), "check_1-1", "POL")

    assert said(commitment="ja") == "ja"
    assert said(silent=True) == "stilzwijgend"
    assert said(escalated_at=OPENED) == "leidinggevende"
    assert said() == "geen_reactie"


def test_who_confirmed_in_a_file_is_not_asked_again() -> None:
    check = BilateralCheck(key="check_1-1/POL", round="check_1-1", org="POL", commitment="ja")
    assert response(dossier(FIRST, check), "check_1-1", "POL") == "complete"
    silent = altered(check, commitment="geen_reactie")
    assert response(dossier(FIRST, silent), "check_1-1", "POL") == "none"


def test_a_condition_that_was_met_leaves_nothing_open() -> None:
    check = BilateralCheck(key="check_2-1/POL", round="check_2-1", org="POL", commitment="ja_mits")
    here = (*PLACE, round_("POL", step="check_2"), check, measure("M1", "POL"))
    said = promise("ja_mits", round_key="check_2-1")
    met = remark("B-01", round="check_2-1", subject="M1", kind="condition", disposition="accepted")
    assert gates.conditions_settled(dossier(*here, said))
    assert not gates.conditions_settled(dossier(*here, said, met))
    parked = altered(met, disposition="parked")
    assert gates.conditions_settled(dossier(*here, said, parked))


def test_a_suspect_text_anywhere_on_the_extract_holds_it_back_unless_it_was_explained() -> None:
    bad = measure("M1", "POL", description="Gesprek met familie De Vries")
    assert held_back(dossier(*PLACE, bad), "POL")
    why = Dismissal(key="C26/M1", check="C26", subject="M1", reason="Straat", by="ans", at=OPENED)
    assert not held_back(dossier(*PLACE, bad, why), "POL")


def test_what_a_partner_saw_when_it_answered_late_is_no_news() -> None:
    old, new = measure("M1", "POL"), measure("M1", "POL", title="Anders")
    late = ready("POL", OPENED + timedelta(days=2), "check_1-1")
    here = dossier(
        *PLACE, FIRST, late, round_("POL", step="check_2"), new, promise("ja"), changed(old, new)
    )
    assert to_check(here, "check_2", "POL") == ()


def test_what_was_said_of_all_in_a_file_stays_for_what_is_not_asked_again() -> None:
    said = "intern_akkoord_nodig"
    check = BilateralCheck(key="check_1-1/POL", round="check_1-1", org="POL", commitment=said)
    now = round_("POL", step="check_2")
    done = ready("POL", OPENED, "check_2-1")
    agreed = measure("M1", "POL", commitment={"POL": "ja"})
    here = dossier(*PLACE, FIRST, check, now, agreed, done)
    assert to_check(here, "check_2", "POL") == ()
    assert commitment(here, now, "POL") == said
