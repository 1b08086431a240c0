"""What the answers of all partners say together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.aggregate import (
    APART,
    FEW,
    Picture,
    concluded_effect,
    concluded_progress,
    diverging,
    pictures,
    spread,
)
from plan.dossier import Dossier
from plan.records import Record
from tests.plan.tiny import answer, choice, dossier, free, question, round_, scale, topic

SCALE = question("O2", scale(), per="theme")
CHOICE = question("S2", choice("volledig", "deels"), per="theme")
WORDS = question("O1", free(), per="theme")
TOPICS = (topic(WORDS, SCALE), topic(CHOICE))
POINTS = st.lists(st.integers(1, 5), max_size=12).map(tuple)


def test_a_question_that_two_rounds_ask_is_pictured_once() -> None:
    known = said(1, 2, 3)
    assert len(pictures(known.latest_answers, (*TOPICS, *TOPICS))) == 1


def said(*values: object, code: str = "O2", **more: object) -> Dossier:
    """Each value from another partner, all about the same theme."""
    given_ = [answer(f"P{n}", code, v, "T1", **more) for n, v in enumerate(values)]  # type: ignore[arg-type]
    return dossier(round_(), *given_)


def picture(known: Dossier) -> Picture:
    (found,) = pictures(known.latest_answers, TOPICS)
    return found


@pytest.mark.parametrize(
    ("numbers", "apart"),
    [
        ((), 0),
        ((4,), 0),
        ((1, 5), 4),
        ((2, 2, 2, 4), 2),
        ((1, 1, 1, 1, 5), 0),
        ((1, 2, 3, 4, 5), 2),
        ((1, 1, 3, 5, 5), 4),
        ((2, 2, 3, 4, 4, 5), 1.75),
    ],
)
def test_from_five_on_the_spread_is_between_the_quartiles_before_that_the_range(
    numbers: tuple[int, ...], apart: float
) -> None:
    assert spread(numbers) == apart


@given(POINTS, st.randoms())
def test_the_order_of_the_answers_says_nothing(numbers: tuple[int, ...], chance: object) -> None:
    shuffled = list(numbers)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert spread(tuple(shuffled)) == spread(numbers)


@given(POINTS)
def test_the_spread_is_never_more_than_the_range_and_the_middle_lies_within(
    numbers: tuple[int, ...],
) -> None:
    known = Picture(question=SCALE, subject="T1", answers=(), numbers=numbers)
    if not numbers:
        assert known.middle is None
        assert spread(numbers) == 0
        return
    assert known.middle is not None
    assert min(numbers) <= known.middle <= max(numbers)
    assert 0 <= spread(numbers) <= max(numbers) - min(numbers)


@pytest.mark.parametrize("word", ["geen_zicht_op", "te_vroeg"])
def test_having_no_view_of_it_or_finding_it_too_early_is_no_number(word: str) -> None:
    found = picture(said(1, 5, word, word))
    assert found.numbers == (1, 5)
    assert found.middle == 3
    assert found.counts == {"1": 1, "5": 1, word: 2}


def test_without_a_number_there_is_no_middle_and_nothing_diverges() -> None:
    found = picture(said("geen_zicht_op", "geen_zicht_op"))
    assert found.middle is None
    assert not found.diverges


def test_what_was_confirmed_in_one_tap_is_counted_but_is_no_number() -> None:
    by_hand = [answer(f"P{n}", "O2", 1, "T1") for n in range(2)]
    confirmed = [answer(f"C{n}", "O2", 5, "T1", source="confirmed") for n in range(3)]
    found = picture(dossier(round_(), *by_hand, *confirmed))
    assert found.numbers == (1, 1)
    assert found.middle == 1
    assert found.counts == {"1": 2, "5": 3}


@pytest.mark.parametrize(("values", "apart"), [((2, 4), True), ((2, 3), False), ((3, 1), True)])
def test_from_two_points_on_the_views_diverge(values: tuple[int, ...], apart: bool) -> None:
    assert picture(said(*values)).diverges is apart
    assert bool(diverging(said(*values), TOPICS)) is apart
    assert APART == 2


def test_five_of_whom_one_differs_do_not_diverge() -> None:
    assert picture(said(1, 1, 1, 5)).diverges
    assert not picture(said(1, 1, 1, 1, 5)).diverges


def test_choices_have_counts_and_no_numbers() -> None:
    found = picture(said("deels", "deels", "volledig", code="S2"))
    assert found.counts == {"deels": 2, "volledig": 1}
    assert (found.numbers, found.middle, found.diverges) == ((), None, False)


def test_under_three_answers_the_picture_is_small() -> None:
    assert picture(said(1, 2)).small
    assert not picture(said(1, 2, 3)).small
    assert picture(said("deels", "deels", code="S2")).small
    assert FEW == 3


def test_those_without_a_view_do_not_hide_the_two_who_have_one() -> None:
    assert picture(said(1, 5, "geen_zicht_op", "geen_zicht_op")).small


def test_there_is_a_picture_per_question_and_subject_in_the_order_of_the_topics() -> None:
    known = dossier(
        round_(),
        answer("P1", "S2", "deels", "T1"),
        answer("P1", "O2", 2, "T2"),
        answer("P1", "O2", 2, "T1"),
        answer("P2", "O2", 4, "T1"),
        answer("P1", "O1", subject="T1", text="Meer licht."),
        answer("P1", "X9", "ja"),
    )
    found = pictures(known.latest_answers, TOPICS)
    assert [(p.question.id, p.subject, len(p.answers)) for p in found] == [
        ("O1", "T1", 1),
        ("O2", "T2", 1),
        ("O2", "T1", 2),
        ("S2", "T1", 1),
    ]
    assert found[0].counts == {}


def test_a_later_round_takes_the_place_of_what_was_said_before() -> None:
    known = said(1, 1, 1).plus(
        [round_(number=2), answer("P0", "O2", 5, "T1", round="evaluation-2")]
    )
    assert sorted(picture(known).numbers) == [1, 1, 5]


@pytest.mark.parametrize(
    ("values", "most"),
    [
        ((), None),
        (("op_schema", "op_schema", "achter"), "op_schema"),
        (("op_schema", "achter"), "achter"),
        (("afgerond", "niet_gestart", "achter"), "niet_gestart"),
        (("niet_betrokken", "niet_betrokken", "op_schema"), "op_schema"),
        (("niet_betrokken",), None),
    ],
)
def test_the_progress_most_name_is_proposed_and_at_a_tie_the_one_furthest_behind(
    values: tuple[str, ...], most: str | None
) -> None:
    given_ = [answer(f"P{n}", "A1", v, "M1") for n, v in enumerate(values)]
    assert concluded_progress(dossier(round_(), *given_), "M1") == most


@pytest.mark.parametrize(
    ("values", "effect"),
    [
        ((), None),
        (("te_vroeg", "geen_zicht_op"), None),
        ((1,), "uitgebleven"),
        ((2, 2), "uitgebleven"),
        ((2, 3), "beperkt"),
        ((3, "geen_zicht_op"), "beperkt"),
        ((3, 4), "zichtbaar"),
        ((5, 5, 1), "zichtbaar"),
    ],
)
def test_the_effect_follows_the_median_of_what_partners_notice(
    values: tuple[object, ...], effect: str | None
) -> None:
    given_: list[Record] = [answer(f"P{n}", "A2", v, "M1") for n, v in enumerate(values)]  # type: ignore[arg-type]
    assert concluded_effect(dossier(round_(), *given_), "M1") == effect


def test_what_was_said_of_another_measure_concludes_nothing() -> None:
    known = dossier(round_(), answer("P1", "A1", "achter", "M2"), answer("P1", "A2", 1, "M2"))
    assert concluded_progress(known, "M1") is None
    assert concluded_effect(known, "M1") is None
