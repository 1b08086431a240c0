"""The words of a plan file are those the rest of the house uses."""

from __future__ import annotations

import pytest

from plan.content import answers
from plan.content.tracks import FIRST_YEAR, FOLLOW_UP
from plan.labels import SCOPES
from plan.question import Option
from plan.reading import values
from plan.track import Track


@pytest.mark.parametrize("track", [FIRST_YEAR, FOLLOW_UP])
def test_a_calendar_names_the_steps_of_its_track(track: Track) -> None:
    ids = {step.code: step.id for step in track.steps}
    assert tuple(ids.values()) == values.STEPS[track.id]  # type: ignore[index]
    assert ids.items() <= values.steps_by_name(track.id).items()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "words"),
    [(answers.EFFECT, values.EFFECTS), (answers.PROGRESS, (*values.PROGRESS, "niet_betrokken"))],
)
def test_a_history_uses_the_words_of_the_questions(
    options: tuple[Option, ...], words: tuple[str, ...]
) -> None:
    assert {option.id for option in options} == set(words)


def test_a_scale_is_one_that_the_plan_can_name() -> None:
    assert set(values.SCOPES) == set(SCOPES)
