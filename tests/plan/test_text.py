"""A text in both languages: filled, counted and put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.text import Text, counted, headed, joined

DAY = Text(nl="vóór {day}", en="before {day}")
THEME, THEMES = Text(nl="thema", en="theme"), Text(nl="thema's", en="themes")


def test_each_language_has_its_own_words() -> None:
    assert DAY.within("nl") == "vóór {day}"
    assert DAY.within("en") == "before {day}"


def test_a_value_in_two_languages_fills_each_with_its_own() -> None:
    friday = Text(nl="vrijdag", en="Friday")
    assert DAY.fill(day=friday) == Text(nl="vóór vrijdag", en="before Friday")


def test_a_number_fills_a_field_as_it_is_written() -> None:
    assert DAY.fill(day=7) == Text(nl="vóór 7", en="before 7")


def test_a_number_of_four_digits_is_written_as_each_language_writes_it() -> None:
    most = Text(nl="ten hoogste {n} tekens", en="at most {n} characters")
    assert most.fill(n=5000) == Text(nl="ten hoogste 5.000 tekens", en="at most 5,000 characters")
    assert DAY.fill(day=2.5) == Text(nl="vóór 2,5", en="before 2.5")
    assert counted(12_345, THEME, THEMES) == Text(nl="12.345 thema's", en="12,345 themes")


def test_a_year_is_no_number() -> None:
    plan = Text(nl="plan {year}", en="{year} plan")
    assert plan.fill(year=2027) == Text(nl="plan 2027", en="2027 plan")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Werkt het format?", "Werkt het format? ja"),
        ("Zij zei: “wat nu?”", "Zij zei: “wat nu?” ja"),
        ("Pas op!", "Pas op! ja"),
        ("Dit is gedaan.", "Dit is gedaan. ja"),
        ("Jansen B.V.", "Jansen B.V.: ja"),
        ("Thema's e.d.", "Thema's e.d.: ja"),
        ("Jeugd", "Jeugd: ja"),
        ("", ": ja"),
    ],
)
def test_no_colon_comes_after_the_end_of_a_sentence(title: str, line: str) -> None:
    both, said = Text(nl="{title}: {said}", en="{title}: {said}"), Text.verbatim("ja")
    assert both.fill(title=title, said="ja").nl == line
    assert joined([Text.verbatim(title), said], ": ").en == line
    assert headed(title, "ja") == line


def test_what_follows_a_sentence_begins_one() -> None:
    now = Text(nl="{label}: er staat nu iets", en="{label}: there is something")
    assert now.fill(label="Waarom?").nl == "Waarom? Er staat nu iets"
    assert now.fill(label="Waarom").nl == "Waarom: er staat nu iets"


def test_nothing_ends_twice() -> None:
    why = Text(nl="Reden: {why}. Meer {why}", en="{name}.docx")
    assert why.fill(why="te duur.", name="x.").nl == "Reden: te duur. Meer te duur."
    assert why.fill(why="te duur", name="x.") == Text(
        nl="Reden: te duur. Meer te duur", en="x..docx"
    )


@given(st.text())
def test_what_somebody_wrote_is_never_filled_in_again(words: str) -> None:
    both = Text(nl="{a}{b}", en="{a}{b}")
    assert both.fill(a=words, b="{a}").nl == words + "{a}"


def test_a_field_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError, match="day"):
        DAY.fill(days=3)


def test_somebodys_own_words_are_the_same_in_both_languages() -> None:
    assert Text.verbatim("Pas op {hier}") == Text(nl="Pas op {hier}", en="Pas op {hier}")


def test_the_fields_of_each_language_are_told_apart() -> None:
    uneven = Text(nl="{a} {b} {B}", en="{a}")
    assert uneven.fields() == (frozenset("ab"), frozenset("a"))


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 thema's"), (1, "1 thema"), (2, "2 thema's"), (21, "21 thema's")]
)
def test_only_one_takes_the_word_for_one(count: int, words: str) -> None:
    assert counted(count, THEME, THEMES).nl == words


def test_texts_follow_one_another_with_a_separator() -> None:
    assert joined([THEME, THEMES], ", ") == Text(nl="thema, thema's", en="theme, themes")
    assert joined([]) == Text(nl="", en="")
    assert Text(nl="themathema's", en="themethemes") == THEME + THEMES
