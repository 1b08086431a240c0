"""The themes: goal and narrative first, then their action items (domain 4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import (
    Block,
    Box,
    Bullets,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from plan.bodies import place_name
from plan.document.draft import Draft
from plan.document.items import item_block, one_table
from plan.document.mix import mix
from plan.document.summary import stopped
from plan.linking import linked
from plan.records import Theme


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
            f"Dit deel gaat over {place_name(plan.municipality.name)}, die het zelf vaststelt.",
            f"This part is about {plan.municipality.name}, which adopts it itself.",
        )
    )
    yield from _themes(draft, local)
    others = [name for name in plan.together_with if name != plan.municipality.name]
    if others:
        yield Paragraph(
            text=draft.say(
                f"Het lokale deel van {draft.listed(others)} staat in hun eigen plan.",
                f"The local part of {draft.listed(others)} is in their own plan.",
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
        yield from theme_block(draft, theme, level + 1)


def theme_block(draft: Draft, theme: Theme, level: int) -> Iterator[Block]:
    goal = draft.dossier.goal(theme.key)
    yield (
        Box(title=draft.say("Doel", "Goal"), text=goal)
        if goal
        else draft.gap("Nog geen doel.", "No goal yet.")
    )
    yield (
        Paragraph(text=theme.narrative)
        if theme.narrative
        else draft.gap("Nog geen tekst bij dit thema.", "No text for this theme yet.")
    )
    yield from _links(draft, theme)
    yield from _indicators(draft, theme)
    items = draft.dossier.items_of(theme.key)
    if not items:
        yield draft.gap("Nog geen actiepunten.", "No action items yet.")
    elif draft.form.one_table:
        yield from one_table(draft, theme, items)
    else:
        for item in items:
            yield from item_block(draft, item, level)
    if draft.dossier.category(theme.key) == "priority" and not draft.form.one_table:
        yield from mix(draft, theme, level)
    yield from _stops(draft, theme)


def _links(draft: Draft, theme: Theme) -> Iterator[Block]:
    """The themes it touches, and what was agreed about that."""
    titles = [one.title for one in linked(draft.dossier, theme)]
    if titles:
        named = draft.say("Dwarsverbanden: ", "Cross-links: ") + "; ".join(titles) + "."
        note = (theme.cross_links_note or "").split("\n")
        yield Paragraph(text=" ".join((named, *note)).strip())


def _indicators(draft: Draft, theme: Theme) -> Iterator[Block]:
    if theme.indicators:
        say = draft.say
        yield Table(
            caption=say(f"Indicatoren: {theme.title}", f"Indicators: {theme.title}"),
            head=(say("Indicator", "Indicator"), say("Nu", "Now"), say("Streefwaarde", "Target")),
            rows=tuple((i.text, i.baseline or "–", i.target or "–") for i in theme.indicators),
            widths=(60, 20, 20),
        )


def _stops(draft: Draft, theme: Theme) -> Iterator[Block]:
    """The last line of a theme; it says that nothing stops only when all was decided."""
    measures = draft.dossier.measures_of(theme.key)
    less = [m for m in measures if m.decision in ("stop", "scale_down")]
    if less:
        yield Paragraph(text=draft.say("Hier stoppen we mee", "What we stop"), strong=True)
        yield Bullets(lines=tuple(stopped(draft, measure) for measure in less))
    elif all(m.decision for m in measures) and not draft.form.one_table:
        yield Paragraph(
            text=draft.say(
                "Binnen dit thema stopt niets.",
                "Nothing stops within this theme.",
            )
        )
