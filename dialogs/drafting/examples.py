"""Examples to tick: from the catalogue of themes and from the material that was gathered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogs.filled import TITLE_LIMIT
from plan.answering import clean, plain
from plan.classifying import Kind, kind_of
from plan.content.shape import CatalogueTheme, ExampleItem, SafetyField
from plan.content.themes import FIELDS, THEMES
from plan.dossier import Dossier
from plan.personal import suspects
from plan.records import ActionItem, Material
from plan.similar import shared
from plan.text import Language, Text

FITS = 0.5
MOST = 6
SHORTEST_LINE = 12


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A measure that could be taken up."""

    id: str
    title: str
    kind: Kind
    source: str
    description: str | None = None


def theme_like(dossier: Dossier, theme: str) -> CatalogueTheme | None:
    """The theme of the catalogue that this one is about: by its title, else within its field."""
    title, field = dossier.title(theme), dossier.field(theme)
    said = plain(title)
    exact = [t for t in THEMES if said in (plain(t.title.nl), plain(t.title.en))]
    scored = [
        (_likeness(title, t) + (0.1 if t.field == field else 0), t) for t in THEMES if t.items
    ]
    best = max(scored, key=lambda one: one[0], default=(0.0, None))
    return exact[0] if exact else best[1] if best[0] >= FITS else None


def field_like(dossier: Dossier, theme: str) -> SafetyField | None:
    """The safety field that a theme is as wide as, by its title; the own field where it can be."""
    title = dossier.title(theme)
    found = [f for f in FIELDS if 1.0 in (shared(title, f.title.nl), shared(title, f.title.en))]
    own = [field for field in found if field.id == dossier.field(theme)]
    return own[0] if own else found[0] if len(found) == 1 else None


def themes_like(dossier: Dossier, theme: str, code: str = "") -> tuple[CatalogueTheme, ...]:
    """Those of the code that was chosen, of a theme or a field; else those that look alike."""
    chosen = tuple(t for t in THEMES if t.items and code in (t.code, t.field))
    said = plain(dossier.title(theme))
    exact = any(said in (plain(t.title.nl), plain(t.title.en)) for t in THEMES)
    field = None if exact else field_like(dossier, theme)
    if field and not chosen:
        return tuple(t for t in THEMES if t.items and t.field == field.id)
    one = theme_like(dossier, theme)
    return chosen or ((one,) if one else ())


def _likeness(title: str, theme: CatalogueTheme) -> float:
    return max(shared(title, theme.title.nl), shared(title, theme.title.en))


def code_of(found: tuple[CatalogueTheme, ...]) -> str:
    """With which it is chosen again: the code of a theme, or the field of several."""
    if len(found) > 1:
        return found[0].field
    return found[0].code if found else ""


def example_items(found: Iterable[CatalogueTheme], taken: set[str]) -> dict[str, ExampleItem]:
    """The items of themes of the catalogue that are not in the plan yet, by an id.

    Of several themes the first of each comes first.
    """
    numbered = [(n, theme.code, item) for theme in found for n, item in enumerate(theme.items)]
    every = {f"{code}/{n}": item for n, code, item in sorted(numbered, key=lambda one: one[0])}
    return {
        id_: item
        for id_, item in every.items()
        if not taken & {plain(item.title.nl), plain(item.title.en)}
    }


def candidates(dossier: Dossier, item: ActionItem, language: Language) -> tuple[Candidate, ...]:
    """What could fall under an item: its own examples first, then those of its theme."""
    taken = {plain(measure.title) for measure in dossier.measures_of(item.theme)}
    found = [*_of_item(item, language), *_of_theme(dossier, item.theme, language)]
    free: dict[str, Candidate] = {}
    for one in found:
        if plain(one.title) not in taken:
            free.setdefault(one.title, one)
    return (*_gathered(dossier, item.theme, taken), *tuple(free.values())[:MOST])


def suggestions(dossier: Dossier, item: ActionItem, language: Language) -> tuple[Candidate, ...]:
    """Every candidate, also beyond what fits on the usual card."""
    taken = {plain(measure.title) for measure in dossier.measures_of(item.theme)}
    every = (*_of_item(item, language), *_of_theme(dossier, item.theme, language))
    return tuple(one for one in every if plain(one.title) not in taken)


def _of_item(item: ActionItem, language: Language) -> Iterator[Candidate]:
    """The measures of the example that the item was taken from."""
    said = plain(item.title)
    for theme in THEMES:
        for n, example in enumerate(theme.items):
            if said in (plain(example.title.nl), plain(example.title.en)):
                yield from _measures(example, f"{theme.code}/{n}", language)


def _of_theme(dossier: Dossier, theme: str, language: Language) -> Iterator[Candidate]:
    """Those of the catalogue's theme, but not of items that are in the plan themselves."""
    found = themes_like(dossier, theme)
    there = {plain(item.title) for item in dossier.items_of(theme)}
    for id_, example in example_items(found, there).items():
        yield from _measures(example, id_, language)


def _measures(example: ExampleItem, id_: str, language: Language) -> Iterator[Candidate]:
    for n, one in enumerate(example.measures):
        yield Candidate(
            id=f"{id_}/{n}",
            title=one.title.within(language)[:TITLE_LIMIT],
            kind=Kind(
                chain_phase=one.chain_phase,
                target=one.target,
                reach=one.reach,
                instrument=one.instrument,
            ),
            source="catalogue",
        )


def _gathered(dossier: Dossier, theme: str, taken: set[str]) -> Iterator[Candidate]:
    """The lines of the material about the theme; what looks personal is no candidate."""
    found = [m for m in dossier.all(Material) if m.text and m.theme in (None, theme)]
    for material in found:
        for n, line in enumerate(clean(material.text or "").splitlines()[:MOST]):
            words = line.strip(" \t-–•*·")
            title = _cut(words)
            if len(words) >= SHORTEST_LINE and plain(title) not in taken and not suspects(words):
                yield Candidate(
                    id=f"material:{slugged(material.key)}/{n}",
                    title=title,
                    kind=kind_of(words),
                    source=f"material/{material.key}",
                    description=words if words != title else None,
                )


def slugged(key: str) -> str:
    """A key without the comma that would part two ticks."""
    return key.replace(",", ";")


def _cut(words: str) -> str:
    """A title of at most its limit, cut between words."""
    if len(words) <= TITLE_LIMIT:
        return words
    return words[: TITLE_LIMIT - 1].rpartition(" ")[0] + "…"


def as_choice(one: Candidate) -> tuple[str, Text]:
    material = Text(nl=" (uit materiaal)", en=" (from material)")
    more = material if one.source.startswith("material") else Text.verbatim("")
    return one.id, Text.verbatim(one.title) + more
