"""The safety picture in brief: what was seen, with its source."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import Block, Cell, Group, Paragraph, Row, Table
from plan.document.draft import Draft
from plan.records import Fact


def safety_picture(draft: Draft) -> Iterator[Block]:
    facts, say = draft.dossier.all(Fact), draft.say
    if not facts:
        yield draft.gap("Nog geen cijfers en waarnemingen.", "No figures and observations yet.")
        return
    rows: list[Row] = []
    about = list(dict.fromkeys(fact.theme for fact in facts))
    for theme in about:
        rows.append(Group(text=draft.dossier.title(theme) or say("Algemeen", "General")))
        rows += [_fact(draft, fact) for fact in facts if fact.theme == theme]
    yield Paragraph(text=say("Wat we zien, met de bron erbij.", "What we see, with its source."))
    yield Table(
        caption=say("Veiligheidsbeeld per thema", "Safety picture per theme"),
        head=(say("Wat we zien", "What we see"), say("Bron", "Source"), say("Beeld", "Picture")),
        rows=tuple(rows),
        widths=(62, 24, 14),
    )


def _fact(draft: Draft, fact: Fact) -> Row:
    source: Cell = fact.source or draft.gap("Nog geen bron", "No source yet")
    return fact.text, source, draft.called(labels.TRENDS, fact.trend) or "–"
