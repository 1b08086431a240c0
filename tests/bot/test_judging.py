"""Each rule of a rehearsal is seen to fail on a made-up list, and to hold on a good one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.rehearsing.judging import Ended, Told, troubles

MONDAY = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)
ASKED = Told(
    at=MONDAY,
    to="p-ruud",
    route="personal",
    kind="invitation",
    text="Wilt u meekijken?",
    plan="dorp-2027",
    org="POL",
    request="evaluation-1",
)
DONE = Ended(
    key="dorp-2027",
    status="vastgesteld",
    answered={("evaluation-1", "POL"): MONDAY + timedelta(days=2)},
)
DIGEST = Told(at=MONDAY, to="p-co", route="personal", kind="digest", text="Nieuws")


def days(count: int, **rest: object) -> Told:
    return replace(ASKED, at=MONDAY + timedelta(days=count), kind="reminder", **rest)  # type: ignore[arg-type]


def test_nothing_is_wrong_with_an_invitation_and_a_reminder_before_the_answer() -> None:
    assert troubles([ASKED, days(1), DIGEST], [DONE]) == []


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ([replace(ASKED, at=MONDAY - timedelta(hours=1, minutes=1))], "Buiten kantooruren"),
        ([replace(ASKED, at=MONDAY + timedelta(hours=9))], "Buiten kantooruren"),
        ([replace(ASKED, at=MONDAY - timedelta(days=1))], "Buiten kantooruren"),
        ([replace(DIGEST, at=datetime(2026, 12, 25, 9, tzinfo=UTC))], "Buiten kantooruren"),
        ([ASKED, *[days(1)] * 4], "5 berichten aan POL over verzoek evaluation-1"),
        ([ASKED, days(3)], "Gevraagd wat al was beantwoord: 2026-09-17 09.00 p-ruud reminder"),
        ([DIGEST, replace(DIGEST, at=MONDAY + timedelta(hours=3))], "2 overzichten aan p-co"),
        ([DIGEST, replace(DIGEST, kind="ended")], "2 overzichten aan p-co"),
    ],
)
def test_a_message_that_should_not_have_gone_is_named(told: list[Told], wrong: str) -> None:
    found = troubles(told, [DONE])
    assert len(found) == 1
    assert wrong in found[0]


def test_another_plan_or_partner_has_its_own_four_messages() -> None:
    others = [replace(m, org="OM") for m in (ASKED, days(1), days(1), days(1))]
    elsewhere = [replace(m, plan="stad-2027") for m in (ASKED, days(1))]
    assert troubles([ASKED, days(1), days(1), days(1), *others, *elsewhere], [DONE]) == []


@pytest.mark.parametrize(
    ("ended", "wrong"),
    [
        (replace(DONE, status="concept"), "is niet vastgesteld (concept)"),
        (replace(DONE, open_steps=("session",)), "Nog open in dorp-2027: session"),
        (replace(DONE, open_remarks=2), "Opmerkingen zonder verwerking in dorp-2027: 2"),
    ],
)
def test_a_plan_that_is_not_finished_is_named(ended: Ended, wrong: str) -> None:
    (found,) = troubles([], [ended])
    assert wrong in found
