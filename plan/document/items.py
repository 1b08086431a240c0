"""The action items of a theme: the effect first, then the table of measures."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import (
    Block,
    Box,
    Bullets,
    Cell,
    Gap,
    Group,
    Heading,
    Paragraph,
    Row,
    Table,
)
from plan.document.draft import Draft
from plan.records import ActionItem, IvpTheme, Measure, Theme
from plan.text import headed


def item_block(draft: Draft, item: ActionItem, level: int) -> Iterator[Block]:
    yield Heading(text=f"{item.key} {item.title}", level=level)
    yield (
        Box(title=draft.say("Beoogd effect", "Intended effect"), text=item.desired_effect)
        if item.desired_effect
        else draft.gap("Nog geen beoogd effect.", "No intended effect yet.")
    )
    yield _tie(draft, item)
    measures = draft.dossier.measures_under(item.key)
    if measures:
        caption = draft.say(f"Maatregelen bij {item.key}", f"Measures under {item.key}")
        yield _table(draft, caption, tuple(_row(draft, m) for m in measures))
    else:
        yield _no_measures(draft, item)


def _tie(draft: Draft, item: ActionItem) -> Paragraph | Gap:
    """Which main line of the IVP an item hangs from, with the principles it touches."""
    ivp = draft.dossier.get(IvpTheme, item.theme)
    line = next((x.text for x in ivp.main_lines if x.id == item.ivp_line), None) if ivp else None
    if not (line or item.ivp_line):
        return draft.gap("Nog geen hoofdlijn van het IVP.", "No main line of the IVP yet.")
    said = draft.say("Hoofdlijn IVP: ", "Main line of the IVP: ") + (line or item.ivp_line or "")
    if item.principles:
        touched = draft.listed(item.principles)
        said += draft.say(f" Uitgangspunten: {touched}.", f" Principles: {touched}.")
    return Paragraph(text=said)


def _no_measures(draft: Draft, item: ActionItem) -> Gap | Paragraph:
    if item.gap_reason:
        return Paragraph(
            text=draft.say(
                f"Hier staan bewust geen maatregelen: {item.gap_reason}",
                f"There are deliberately no measures here: {item.gap_reason}",
            )
        )
    return draft.gap(
        f"Nog geen maatregel bij {item.key} {item.title}.",
        f"No measure yet under {item.key} {item.title}.",
    )


def one_table(draft: Draft, theme: Theme, items: tuple[ActionItem, ...]) -> Iterator[Block]:
    missing = draft.say("nog geen beoogd effect", "no intended effect yet")
    yield Bullets(
        lines=tuple(headed(f"{i.key} {i.title}", i.desired_effect or missing) for i in items)
    )
    rows: list[Row] = []
    for item in items:
        rows.append(Group(text=f"{item.key} {item.title}"))
        measures = draft.dossier.measures_under(item.key)
        rows += [_row(draft, measure) for measure in measures]
        if not measures:
            said: Cell = (
                _no_measures(draft, item).text
                if item.gap_reason
                else draft.gap("Nog geen maatregel", "No measure yet")
            )
            rows.append(tuple([said if n == 1 else "" for n in range(len(draft.form.columns))]))
    caption = draft.say(f"Maatregelen: {theme.title}", f"Measures: {theme.title}")
    yield _table(draft, caption, tuple(rows))


def _table(draft: Draft, caption: str, rows: tuple[Row, ...]) -> Table:
    columns = draft.form.columns
    return Table(
        caption=caption,
        head=tuple(column.title.within(draft.language) for column in columns),
        rows=rows,
        widths=tuple(column.width for column in columns),
    )


def _row(draft: Draft, measure: Measure) -> Row:
    return tuple(c.cell(draft.dossier, measure, draft.language) for c in draft.form.columns)
