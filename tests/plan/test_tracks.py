"""The two tracks, held beside the text of CCV step 4."""

from __future__ import annotations

import re

import pytest

from plan.content.topics import EVALUATION
from plan.content.tracks import FIRST_YEAR, FOLLOW_UP, TRACKS
from plan.records import Record
from plan.track import Step, Track
from tests.plan.tiny import dossier

# The words of CCV step 4, with the part of our own title or purpose that stands for them.
CCV_FIRST_YEAR = (
    ("Bepalen format", "format", ("Bepalen format",)),
    (
        "Eerste uitwerking format aan de hand van verzameld materiaal in het kader van het IVP "
        "en de onderliggende veiligheidsanalyse",
        "draft",
        ("Eerste uitwerking", "IVP", "veiligheidsanalyse", "verzameld"),
    ),
    ("Bilaterale checks, verwerking", "check_1", ("Bilaterale checks", "verwerking")),
    (
        "Nogmaals bilaterale checks, verwerking",
        "check_2",
        ("Nogmaals bilaterale checks", "verwerking"),
    ),
    (
        "Collectieve sessie voor verdere verfijning, verwerking",
        "session",
        ("Collectieve sessie", "verfijnen", "verwerking"),
    ),
    (
        "Besluitvorming (MT, College, eventueel Driehoek)",
        "decision",
        ("Besluitvorming", "MT", "college", "driehoek"),
    ),
)
CCV_FOLLOW_UP = (
    (
        "Evaluatieve ronde langs partners (eventueel gezamenlijke sessie) voor check op de "
        "actualiteit",
        "evaluation",
        ("Evaluatieve ronde langs partners", "gezamenlijke sessie", "actueel"),
    ),
    ("Bepalen format", "format", ("Bepalen format",)),
    (
        "Eerste uitwerking format aan de hand van in stap 1 verzameld materiaal",
        "draft",
        ("Eerste uitwerking", "wat de partners zeiden"),
    ),
    ("Bilaterale checks, verwerking", "check", ("Bilaterale checks", "verwerking")),
    (
        "Collectieve sessie voor verdere verfijning, verwerking",
        "session",
        ("Collectieve sessie", "verfijnen", "verwerking"),
    ),
    ("Besluitvorming (MT, College)", "decision", ("Besluitvorming", "MT", "college")),
)
EVERY_STEP = [(track, step) for track in TRACKS.values() for step in track.steps]


@pytest.mark.parametrize(
    ("track", "ccv"), [(FIRST_YEAR, CCV_FIRST_YEAR), (FOLLOW_UP, CCV_FOLLOW_UP)]
)
def test_the_steps_are_those_of_the_ccv_in_its_order(
    track: Track, ccv: tuple[tuple[str, str, tuple[str, ...]], ...]
) -> None:
    assert [step.id for step in track.steps] == [id_ for _, id_, _ in ccv]
    for words, id_, ours in ccv:
        step = track.step(id_)
        said = f"{step.title.nl} {step.purpose.nl}".casefold()
        assert [part for part in ours if part.casefold() not in said] == [], words


def test_the_driehoek_is_for_the_first_year_only() -> None:
    assert "driehoek" in FIRST_YEAR.step("decision").purpose.nl
    assert "driehoek" not in FOLLOW_UP.step("decision").purpose.nl


@pytest.mark.parametrize(("track", "letter"), [(FIRST_YEAR, "J"), (FOLLOW_UP, "V")])
def test_codes_number_the_steps(track: Track, letter: str) -> None:
    assert [step.code for step in track.steps] == [f"{letter}{n}" for n in range(1, 7)]
    assert [track.number(step) for step in track.steps] == [1, 2, 3, 4, 5, 6]


def test_the_tracks_are_known_by_the_words_that_a_plan_keeps() -> None:
    assert set(TRACKS) == {"first_year", "follow_up"}
    assert all(track.id == id_ for id_, track in TRACKS.items())


@pytest.mark.parametrize(("track", "step"), EVERY_STEP)
def test_no_step_of_an_empty_plan_can_be_closed(track: Track, step: Step) -> None:
    missing = step.missing(dossier(track=track.id))
    assert missing
    for text in missing:
        assert text.nl != text.en
        assert re.search(r"\w", text.nl)


@pytest.mark.parametrize(("track", "step"), EVERY_STEP)
def test_gates_only_read(track: Track, step: Step) -> None:
    known = dossier(track=track.id)
    before: tuple[Record, ...] = known.records()
    assert step.missing(known) == step.missing(known)
    assert known.records() == before


def test_who_is_asked_something_has_questions_and_who_is_not_has_none() -> None:
    for _, step in EVERY_STEP:
        assert bool(step.topics) is (step.sort in ("consult", "check")), step.id


def test_the_evaluative_round_asks_the_seven_topics_of_the_ccv() -> None:
    assert FOLLOW_UP.step("evaluation").topics == EVALUATION
    assert not any(step.topics == EVALUATION for step in FIRST_YEAR.steps)
