"""What is meant by words of a title, in Dutch and in English, with small errors."""

from __future__ import annotations

import pytest

from plan.dossier import Dossier
from plan.finding import alike, asks_stopping, by_code, by_words, words_in
from tests.plan.tiny import dossier, item, measure, theme


def plan() -> Dossier:
    return dossier(
        theme("T1", title="Jeugd en veiligheid"),
        item("T1.1", title="Rustige pleinen"),
        measure("M1", title="Cameratoezicht op het plein"),
        measure("M2", title="Jongerenwerk op straat"),
        measure("M3", title="Café-overleg"),
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("m1", "M1"),
        ("stopten we met M2?", "M2"),
        ("T1.1", "T1.1"),
        ("t1", "T1"),
        ("M9", None),
        ("", None),
    ],
)
def test_a_code_names_a_measure_an_item_or_a_theme(asked: str, found: str | None) -> None:
    assert by_code(plan(), asked) == found


@pytest.mark.parametrize(
    ("asked", "best"),
    [
        ("stopten we met de camera", "M1"),
        ("cameratoezicht", "M1"),
        ("jongrenwerk", "M2"),
        ("het cafe overleg", "M3"),
        ("pleinen", "T1.1"),
    ],
)
def test_words_of_the_title_do_too_forgiving_errors(asked: str, best: str) -> None:
    assert best in {one.subject for one in by_words(plan(), asked) if one.score == 1}


@pytest.mark.parametrize("asked", ["", "we het dan", "zeppelins boven zee", "op"])
def test_words_that_say_nothing_find_nothing(asked: str) -> None:
    assert by_words(plan(), asked) == ()


def test_the_best_fit_comes_first() -> None:
    found = by_words(plan(), "camera straat plein")
    assert [one.subject for one in found][:1] == ["M1"]


def test_short_words_only_fit_themselves() -> None:
    assert not alike("cam", "camera")
    assert alike("boa", "boa")


def test_a_question_about_stopping_is_seen() -> None:
    assert asks_stopping("Waarom stopten we met …?")
    assert asks_stopping("why did it get dropped")
    assert not asks_stopping("waarom M11")
    assert words_in("Waarom zijn we gestopt met de camera's?") == ("camera",)
