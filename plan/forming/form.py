"""The demands on the form: the same, compact, not tables only, concrete."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plan.dossier import Dossier
from plan.forming.lack import Lack, in_theme
from plan.forming.length import too_long, words_in
from plan.records import Measure
from plan.text import Text

LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 600
"""Characters of a measure (domain 4.1)."""
NAMED = 3
"""Measures named per theme; of more only the number."""


def same_shape(dossier: Dossier) -> Iterator[Lack]:
    """The columns of the plan, and with every theme a goal."""
    for theme in dossier.themes:
        if theme.columns and theme.columns != dossier.plan.format.columns:
            yield in_theme(theme.key, "heeft eigen kolommen", "has columns of its own")
        if not dossier.goal(theme.key):
            yield in_theme(theme.key, "nog geen doel", "no goal yet")


def compact(dossier: Dossier) -> Iterator[Lack]:
    asked = dossier.plan.format.narrative_words
    for theme in dossier.themes:
        if too_long(dossier.plan, theme):
            n = words_in(theme)
            yield in_theme(
                theme.key,
                f"de tekst heeft {n} woorden in plaats van {asked}",
                f"the text has {n} words instead of {asked}",
            )
        long = [m for m in _going(dossier, theme.key) if _is_long(m)]
        if long:
            yield Lack(theme=theme.key, text=_named(long, TOO_LONG))


def not_tables_only(dossier: Dossier) -> Iterator[Lack]:
    """With every theme a text, with every action item what it should bring about."""
    for theme in dossier.themes:
        if not (theme.narrative or "").strip():
            yield in_theme(theme.key, "nog geen tekst", "no text yet")
        bare = [i.key for i in dossier.items_of(theme.key) if not i.desired_effect]
        if bare:
            keys = ", ".join(bare)
            yield in_theme(
                theme.key,
                f"nog geen beoogd effect bij {keys}",
                f"no intended effect yet for {keys}",
            )


def concrete(dossier: Dossier) -> Iterator[Lack]:
    """With every measure who, when, and what it yields."""
    for theme in dossier.themes:
        for words, lacks in LACKING.items():
            found = [m for m in _going(dossier, theme.key) if lacks(m)]
            if found:
                yield Lack(theme=theme.key, text=_named(found, words))


def _going(dossier: Dossier, theme: str) -> list[Measure]:
    return [m for m in dossier.measures_of(theme) if m.decision != "stop"]


def _is_long(measure: Measure) -> bool:
    return (
        len(measure.title) > LONGEST_TITLE or len(measure.description or "") > LONGEST_DESCRIPTION
    )


def _named(measures: list[Measure], words: Text) -> Text:
    keys = ", ".join(m.key for m in measures[:NAMED])
    more = len(measures) - NAMED
    rest = (
        Text(nl=" en nog {n}", en=" and {n} more").fill(n=more) if more > 0 else Text.verbatim("")
    )
    return words.fill(keys=keys) + rest


TOO_LONG = Text(nl="te lang beschreven: {keys}", en="description too long: {keys}")
LACKING: dict[Text, Callable[[Measure], bool]] = {
    Text(nl="zonder trekker: {keys}", en="without a lead: {keys}"): lambda m: (
        not (m.lead and m.lead.org)
    ),
    Text(nl="zonder planning: {keys}", en="without a period: {keys}"): lambda m: (
        not (m.planning.start or m.planning.end or m.planning.cadence)
    ),
    Text(nl="zonder resultaat: {keys}", en="without a result: {keys}"): lambda m: not m.result,
}
