"""A reason for the register names nobody, and reopening makes a next version."""

from __future__ import annotations

import pytest

from dialogs.reason import wrong_with
from plan.standing import next_minor


def test_a_reason_is_asked_for() -> None:
    wrong = wrong_with("")
    assert wrong is not None
    assert wrong.nl == "Geef een reden."


def test_a_reason_about_a_resident_is_held_back_with_the_passage() -> None:
    wrong = wrong_with("De familie Jansen belde hierover.")
    assert wrong is not None
    assert "“familie Jansen”" in wrong.nl


def test_a_reason_about_the_work_is_fine() -> None:
    assert wrong_with("Het OM antwoordt pas in januari.") is None


def test_a_reason_of_a_page_is_too_long() -> None:
    assert wrong_with("a" * 601) is not None
    assert wrong_with("a" * 600) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [("0.1 concept", "0.2 concept"), ("0.9", "0.10"), ("1.0", "1.1"), ("concept", "concept")],
)
def test_a_step_that_opens_again_gives_a_next_version(before: str, after: str) -> None:
    assert next_minor(before) == after
