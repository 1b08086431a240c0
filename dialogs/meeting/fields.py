"""The fields of a measure, item or theme that an outcome can change."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.filled import TITLE_LIMIT
from dialogs.measures.inputs import Sheet
from dialogs.measures.people import people_choices
from dialogs.meeting.parts import given
from dialogs.view import Day, Element, Pick, Write
from plan.labels import CATEGORIES
from plan.records import ActionItem, Theme
from plan.text import Text

NOBODY = ("", Text(nl="Nog niemand", en="Nobody yet"))
GAP = 300
MEASURE = (
    *("title", "description"),
    *("decision", "lead", "start", "end", "budget", "funding", "result"),
    *("milestone", "milestone_day"),
)
"""What an outcome can change of a measure."""


def item_inputs(sheet: Sheet, item: ActionItem) -> Iterator[Element]:
    """For an item with a gap: a measure that was agreed on, or why there is none."""
    dossier, said = sheet.dossier, sheet.said
    yield Write(
        id=f"new/{item.key}",
        label=Text(nl="Nieuwe maatregel", en="New measure"),
        value=given(said, f"new/{item.key}"),
        limit=TITLE_LIMIT,
        lines=False,
        error=sheet.wrong.get(f"new/{item.key}"),
    )
    yield Pick(
        id=f"new_lead/{item.key}",
        label=Text(nl="Trekker van de nieuwe maatregel", en="Lead of the new measure"),
        choices=(NOBODY, *people_choices(dossier, few=sheet.crowded)),
        value=given(said, f"new_lead/{item.key}"),
    )
    yield Day(
        id=f"new_start/{item.key}",
        label=Text(nl="Begin", en="Start"),
        value=given(said, f"new_start/{item.key}"),
    )
    if not dossier.measures_under(item.key):
        yield Write(
            id=f"gap/{item.key}",
            label=Text(
                nl="Of: waarom er bewust niets komt", en="Or: why there is deliberately nothing"
            ),
            value=given(said, f"gap/{item.key}", item.gap_reason or ""),
            limit=GAP,
            error=sheet.wrong.get(f"gap/{item.key}"),
        )


def theme_inputs(sheet: Sheet, theme: Theme) -> Iterator[Element]:
    yield Pick(
        id=f"category/{theme.key}",
        label=Text(nl="Gewicht van dit thema", en="Weight of this theme"),
        choices=tuple(CATEGORIES.items()),
        value=given(sheet.said, f"category/{theme.key}", sheet.dossier.category(theme.key)),
    )
