"""Format and Column: the shape of a plan and of the tables in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from plan.blocks import Cell
from plan.text import Language, Text

if TYPE_CHECKING:
    from plan.dossier import Dossier
    from plan.records import Measure, Plan, PlanFormat

Shown = Literal["table", "annex", "summary", "internal"]
"""Costs per measure in the tables, per measure in an annex, in total alone, or not at all."""
_SAID = {"none": "internal", "hidden": "internal", "no": "internal", "nee": "internal"}


UPRIGHT = 7
"""Columns that fit on an upright page."""


class UnknownFormatError(ValueError):
    """A plan asks for a preset or a column that does not exist; `sentence` says which do."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.nl)
        self.sentence = sentence


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of the table of measures; `width` is relative."""

    id: str
    title: Text
    cell: Callable[[Dossier, Measure, Language], Cell]
    width: int = 10


@dataclass(frozen=True, kw_only=True)
class Format:
    """A preset (domain 4.3): which columns and chapters, and how the themes are set."""

    id: str
    title: Text
    meant_for: Text
    columns: tuple[Column, ...]
    landscape: bool = False
    """Whether the pages with tables of measures lie on their side."""
    chapters: tuple[str, ...] = ()
    """The ids of the chapters printed; empty means all but the pages per partner."""
    also: tuple[str, ...] = ()
    """Chapters printed besides, because the plan asks for them."""
    fixed: bool = False
    """Whether nothing the plan asks for is printed besides."""
    one_table: bool = False
    """One table per theme, instead of one per action item."""
    fields: tuple[tuple[str, Text], ...] = ()
    """Safety fields the themes are grouped by, in order; empty means no grouping."""
    local_part: bool = False
    """Whether local themes stand apart, after the shared part."""
    brief: bool = False
    """Without a cover and a contents page, chapters flowing on."""


def preset(id_: str, presets: Iterable[Format]) -> Format:
    """The preset of that id. Raises UnknownFormatError, naming the ones there are."""
    known = {form.id: form for form in presets}
    if id_ not in known:
        words = Text(
            nl="Het format '{id}' is er niet; wel: {known}.",
            en="There is no format '{id}'; there are: {known}.",
        )
        raise UnknownFormatError(words.fill(id=id_, known=", ".join(known)))
    return known[id_]


def form_of(plan: Plan, presets: Iterable[Format], columns: Iterable[Column]) -> Format:
    """The format of a plan: its preset, with the plan's own columns where it names some.

    Raises UnknownFormatError for a preset or a column that does not exist.
    """
    form = preset(plan.format.preset, presets)
    form = form if form.fixed else replace(form, also=_also(plan.format))
    return with_columns(form, plan.format.columns, columns) if plan.format.columns else form


def _also(form: PlanFormat) -> tuple[str, ...]:
    wanted = {
        "look_back": form.looks_back,
        "costs": costs_shown(form) == "annex",
        "partner_pages": form.partner_pages,
    }
    return tuple(chapter for chapter, asked in wanted.items() if asked)


def costs_shown(form: PlanFormat) -> Shown:
    """Where a plan shows its costs; a word that is not known shows them everywhere."""
    said = _SAID.get(form.budget_visible, form.budget_visible)
    return cast(Shown, said) if said in ("annex", "summary", "internal") else "table"


def with_columns(form: Format, ids: Iterable[str], columns: Iterable[Column]) -> Format:
    """A format with other columns. Raises UnknownFormatError for one that does not exist."""
    known = {column.id: column for column in columns}
    wanted = tuple(dict.fromkeys(ids))
    strange = [id_ for id_ in wanted if id_ not in known]
    if strange:
        words = Text(
            nl="De kolom '{id}' is er niet; wel: {known}.",
            en="There is no column '{id}'; there are: {known}.",
        )
        raise UnknownFormatError(words.fill(id=strange[0], known=", ".join(known)))
    return replace(
        form,
        columns=tuple(known[id_] for id_ in wanted),
        landscape=form.landscape or len(wanted) > UPRIGHT,
    )
