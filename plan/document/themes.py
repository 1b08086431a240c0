"""The themes: goal and effect first, then the tables of measures (domain 4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import (
    Block,
    Box,
    Bullets,
    Cell,
    Gap,
    Grid,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from plan.document.draft import Draft
from plan.document.summary import stopped
from plan.records import ActionItem, IvpTheme, Measure, Theme


def priorities(draft: Draft) -> Iterator[Block]:
    """The priority themes; grouped by field when the format says so, shared ones only if apart."""
    if draft.form.fields:
        return
    themes = _shared(draft, draft.priorities)
    if not themes:
        yield draft.gap("Nog geen prioriteiten.", "No priorities yet.")
    yield from _themes(draft, themes)


def other_themes(draft: Draft) -> Iterator[Block]:
    if not draft.form.fields:
        yield from _themes(draft, _shared(draft, draft.other_themes))


def by_field(draft: Draft) -> Iterator[Block]:
    """All themes per safety field, priorities first, numbered through."""
    fields = {id_: title.within(draft.language) for id_, title in draft.form.fields}
    if not fields:
        return
    found: dict[str, list[Theme]] = {name: [] for name in fields.values()}
    rest = draft.say("Zonder veiligheidsveld", "Without a safety field")
    for theme in (*draft.priorities, *draft.other_themes):
        name = fields.get(draft.dossier.field(theme.key) or "", rest)
        found.setdefault(name, []).append(theme)
    used = [(name, tuple(themes)) for name, themes in found.items() if themes]
    for place, (name, themes) in enumerate(used, start=1):
        if place > 1:
            yield PageBreak(landscape=draft.form.landscape)
        yield Heading(text=draft.numbered(name, place), level=2)
        yield from _themes(draft, themes, level=3)


def local_part(draft: Draft) -> Iterator[Block]:
    """The local themes of this municipality, and where those of the others stand."""
    if not draft.form.local_part:
        return
    plan = draft.dossier.plan
    local = tuple(t for t in draft.dossier.themes if draft.dossier.scope(t.key) == "local")
    yield Paragraph(
        text=draft.say(
            f"Dit deel is van {plan.municipality.name}, die het zelf vaststelt.",
            f"This part is of {plan.municipality.name}, which adopts it itself.",
        )
    )
    yield from _themes(draft, local)
    others = [name for name in plan.together_with if name != plan.municipality.name]
    if others:
        yield Paragraph(
            text=draft.say(
                f"Het lokale deel van {draft.listed(others)} staat in het plan van die gemeenten.",
                f"The local part of {draft.listed(others)} is in the plans of those councils.",
            )
        )


def _shared(draft: Draft, themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
    if not draft.form.local_part:
        return themes
    return tuple(theme for theme in themes if draft.dossier.scope(theme.key) != "local")


def _themes(draft: Draft, themes: tuple[Theme, ...], level: int = 2) -> Iterator[Block]:
    for place, theme in enumerate(themes, start=1):
        if place > 1 and not draft.form.landscape:
            yield PageBreak()
        title = draft.numbered(theme.title, place) if level == 2 else theme.title
        yield Heading(text=title, level=level)
        yield from _theme(draft, theme, level + 1)


def _theme(draft: Draft, theme: Theme, level: int) -> Iterator[Block]:
    goal = draft.dossier.goal(theme.key)
    yield (
        Box(title=draft.say("Doel", "Goal"), text=goal)
        if goal
        else draft.gap("Nog geen doel.", "No goal yet.")
    )
    yield (
        Paragraph(text=theme.narrative)
        if theme.narrative
        else draft.gap("Nog geen tekst bij dit thema.", "No text with this theme yet.")
    )
    yield from _indicators(draft, theme)
    items = draft.dossier.items_of(theme.key)
    if not items:
        yield draft.gap("Nog geen actiepunten.", "No action items yet.")
    elif draft.form.one_table:
        yield from _one_table(draft, theme, items)
    else:
        for item in items:
            yield from _item(draft, item, level)
    if draft.dossier.category(theme.key) == "priority" and not draft.form.one_table:
        yield from mix(draft, theme, level)
    yield from _stops(draft, theme)


def _indicators(draft: Draft, theme: Theme) -> Iterator[Block]:
    if theme.indicators:
        say = draft.say
        yield Table(
            caption=say(f"Indicatoren: {theme.title}", f"Indicators: {theme.title}"),
            head=(say("Indicator", "Indicator"), say("Nu", "Now"), say("Streefwaarde", "Target")),
            rows=tuple((i.text, i.baseline or "–", i.target or "–") for i in theme.indicators),
            widths=(60, 20, 20),
        )


def _item(draft: Draft, item: ActionItem, level: int) -> Iterator[Block]:
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
                f"Hier staan met opzet geen maatregelen: {item.gap_reason}",
                f"There are no measures here on purpose: {item.gap_reason}",
            )
        )
    return draft.gap(
        f"Nog geen maatregel bij {item.key} {item.title}.",
        f"No measure yet under {item.key} {item.title}.",
    )


def _one_table(draft: Draft, theme: Theme, items: tuple[ActionItem, ...]) -> Iterator[Block]:
    missing = draft.say("nog geen beoogd effect", "no intended effect yet")
    yield Bullets(lines=tuple(f"{i.key} {i.title}: {i.desired_effect or missing}" for i in items))
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


def mix(draft: Draft, theme: Theme, level: int) -> Iterator[Block]:
    """The chain x target grid of a theme, with counts and never a total (domain 6)."""
    counts: dict[tuple[str | None, str | None], int] = {}
    for measure in draft.dossier.measures_of(theme.key):
        if measure.decision != "stop":
            where = (measure.chain_phase, measure.target)
            counts[where] = counts.get(where, 0) + 1
    if counts:
        yield Heading(text=draft.say("De mix van maatregelen", "The mix of measures"), level=level)
        yield Grid(
            caption=draft.say(
                f"Waar de maatregelen op gericht zijn: {theme.title}",
                f"What the measures aim at: {theme.title}",
            ),
            corner=draft.say("Schakel in de keten", "Link in the chain"),
            columns=tuple(name.within(draft.language) for name in labels.TARGETS.values()),
            rows=tuple(
                (
                    name.within(draft.language),
                    tuple(counts.get((phase, target), 0) for target in labels.TARGETS),
                )
                for phase, name in labels.CHAIN_PHASES.items()
            ),
        )


def _stops(draft: Draft, theme: Theme) -> Iterator[Block]:
    less = [
        m for m in draft.dossier.measures_of(theme.key) if m.decision in ("stop", "scale_down")
    ]
    if less:
        yield Paragraph(text=draft.say("Hier stoppen we mee", "What we stop"), strong=True)
        yield Bullets(lines=tuple(stopped(draft, measure) for measure in less))
    elif not draft.form.one_table:
        yield Paragraph(
            text=draft.say(
                "Hier stoppen we mee: binnen dit thema stopt niets.",
                "What we stop: nothing within this theme.",
            )
        )
