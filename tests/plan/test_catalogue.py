"""The catalogue of themes is whole, and what a plan takes from it is an effective mix."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from plan.content.shape import CatalogueTheme, ExampleItem, ExampleMeasure
from plan.content.themes import BY_CODE, FIELDS, THEMES
from plan.text import Text

CODES = {
    "woonomgeving": ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"),
    "bedrijvigheid": ("2.1", "2.2", "2.3", "2.4", "2.5", "2.6"),
    "jeugd": ("3.1", "3.2", "3.3", "3.4", "3.5"),
    "fysiek": ("4.1", "4.2", "4.3", "4.4", "4.5"),
    "integriteit": ("5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7"),
}
ADDED = {"1.5", "1.6", "1.7", "2.6", "3.5", "4.5", "5.6", "5.7"}
VALUES = {
    "chain_phase": {"proactie", "preventie", "preparatie", "repressie", "nazorg"},
    "target": {"dader", "slachtoffer", "situatie", "randvoorwaarde"},
    "reach": {"algemeen", "risicogroep", "betrokkenen"},
    "instrument": {
        "voorlichting",
        "toezicht",
        "bestuurlijk",
        "strafrechtelijk",
        "zorg",
        "fysiek",
        "samenwerking",
        "financieel",
    },
}
PEOPLE_AND_PLACES = {"dader", "slachtoffer", "situatie"}
VAGUE_NL = re.compile(
    r"blijven inzetten|aandacht voor|stimuler|waar nodig|zo nodig|indien nodig|oppakken|opgepakt"
    r"|inzetten op bewustwording",
    re.IGNORECASE,
)
VAGUE_EN = re.compile(
    r"continue to|attention to|focus on|encourag|stimulat|where necessary|where needed"
    r"|if necessary|take up|pick up",
    re.IGNORECASE,
)

# Two spaces, a space before a mark, or a word torn at its hyphen ("gebieds- of" is none).
BROKEN = re.compile(r"  | [,.:;?]|\w- (?!en |of |and |or )")

every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.code)


def measures(theme: CatalogueTheme) -> list[ExampleMeasure]:
    return [measure for item in theme.items for measure in item.measures]


def titles() -> Iterator[Text]:
    """The title of every item and measure, those a plan takes over."""
    for theme in THEMES:
        for item in theme.items:
            yield item.title
            yield from (measure.title for measure in item.measures)


def texts(theme: CatalogueTheme) -> Iterator[Text]:
    yield theme.title
    yield theme.subtopics
    for item in theme.items:
        yield item.title
        yield item.desired_effect
        yield from (measure.title for measure in item.measures)


def test_the_five_fields_are_there_in_order() -> None:
    assert [field.id for field in FIELDS] == list(CODES)
    assert [field.number for field in FIELDS] == [1, 2, 3, 4, 5]


def test_every_theme_of_the_catalogue_is_there_in_the_order_of_its_code() -> None:
    assert [theme.code for theme in THEMES] == [code for codes in CODES.values() for code in codes]


def test_a_theme_is_found_by_its_code() -> None:
    assert list(BY_CODE) == [theme.code for theme in THEMES]
    assert all(BY_CODE[theme.code] is theme for theme in THEMES)


@every_theme
def test_a_theme_belongs_to_the_field_of_its_code(theme: CatalogueTheme) -> None:
    assert theme.code in CODES[theme.field]


def test_what_no_source_names_is_marked_as_added() -> None:
    assert {theme.code for theme in THEMES if theme.added} == ADDED


@every_theme
def test_a_theme_has_three_to_five_items_and_five_to_eight_measures(theme: CatalogueTheme) -> None:
    assert 3 <= len(theme.items) <= 5
    assert 5 <= len(measures(theme)) <= 8
    assert all(item.measures for item in theme.items)


@every_theme
def test_a_measure_is_classified_with_known_values(theme: CatalogueTheme) -> None:
    strange = [
        (measure.title.nl, name)
        for measure in measures(theme)
        for name, known in VALUES.items()
        if getattr(measure, name) not in known
    ]
    assert strange == []


@every_theme
def test_every_text_is_there_in_both_languages(theme: CatalogueTheme) -> None:
    for text in texts(theme):
        assert text.nl.strip() == text.nl != ""
        assert text.en.strip() == text.en != ""
        assert not BROKEN.search(text.nl + " | " + text.en)
        assert text.fields() == (frozenset(), frozenset())


@every_theme
def test_an_effect_is_a_sentence_and_a_title_is_none(theme: CatalogueTheme) -> None:
    for item in theme.items:
        assert item.desired_effect.nl.endswith(".")
        assert item.desired_effect.en.endswith(".")
        assert not any(
            words.endswith(".")
            for title in (item.title, *(measure.title for measure in item.measures))
            for words in (title.nl, title.en)
        )


def test_a_title_has_at_most_120_characters_in_either_language() -> None:
    assert [title for title in titles() if max(len(title.nl), len(title.en)) > 120] == []


def test_no_title_occurs_twice() -> None:
    for language in ("nl", "en"):
        counted = Counter(getattr(title, language).casefold() for title in titles())
        assert [words for words, times in counted.items() if times > 1] == []


@every_theme
def test_no_wording_is_vague(theme: CatalogueTheme) -> None:
    assert [text.nl for text in texts(theme) if VAGUE_NL.search(text.nl)] == []
    assert [text.en for text in texts(theme) if VAGUE_EN.search(text.en)] == []


@every_theme
def test_a_theme_begins_before_the_harm_and_ends_after_it(theme: CatalogueTheme) -> None:
    phases = {measure.chain_phase for measure in measures(theme)}
    assert phases & {"proactie", "preventie"}
    assert "nazorg" in phases


@every_theme
def test_a_theme_looks_at_more_than_one_of_offender_victim_and_situation(
    theme: CatalogueTheme,
) -> None:
    assert len({measure.target for measure in measures(theme)} & PEOPLE_AND_PLACES) >= 2


@every_theme
def test_no_item_consists_of_repression_alone(theme: CatalogueTheme) -> None:
    assert [item.title.nl for item in theme.items if only_repression(item)] == []


@every_theme
def test_no_two_measures_under_an_item_do_the_same(theme: CatalogueTheme) -> None:
    """The same phase, target and instrument is what check C20 would call an overlap."""
    for item in theme.items:
        kinds = [(m.chain_phase, m.target, m.instrument) for m in item.measures]
        assert len(set(kinds)) == len(kinds), item.title.nl


def only_repression(item: ExampleItem) -> bool:
    return len(item.measures) >= 2 and {m.chain_phase for m in item.measures} == {"repressie"}
