"""Measures with the verdict Adjust: what becomes different about them."""

from __future__ import annotations

from dialogs.drafting.parts import named, stage_view
from dialogs.drafting.together import keep_listed, remembered
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures import people
from dialogs.measures.inputs import Sheet
from dialogs.turn import Said, Turn
from dialogs.view import Element, Fold, Heading, View, Words
from plan.dossier import Dossier
from plan.drafting import unadjusted
from plan.text import Text
from plan.verdicts import suggested

ADJUSTING = "adjusting"
AT_ONCE = 4
MORE = ("partners", "cadence", "result", "indicator", "description")


def is_due(dossier: Dossier, theme: str) -> bool:
    return bool(unadjusted(dossier, theme))


def view(
    dossier: Dossier,
    said: Said,
    theme: str,
    wrong: Wrong = NONE_WRONG,
    only: tuple[str, ...] = (),
) -> View:
    """Text, lead and period in sight, with what the evaluation said."""
    found = unadjusted(dossier, theme)
    shown = [m for m in dossier.measures_of(theme) if m.key in only]
    shown = shown or list(found[: people.at_once(dossier, AT_ONCE)])
    sheet = Sheet(dossier=dossier, said=said, wrong=wrong)
    more = Text(nl="Meer over {m}", en="More about {m}")
    parts: list[Element | Fold] = []
    for measure in shown:
        parts.append(Heading(text=named(measure), level=3))
        parts.append(Words(text=suggested(dossier, measure)[1], tone="subtle"))
        parts += sheet.inputs(
            measure, "title", "lead", "start", "end", lead=people.likely_lead(dossier, measure)
        )
        folded = sheet.inputs(measure, *MORE)
        parts.append(Fold(title=more.fill(m=measure.key), elements=folded))
    title = Text(nl="Wat passen we aan? {theme}", en="What do we adjust? {theme}")
    return stage_view(
        ADJUSTING,
        theme,
        title.fill(theme=dossier.title(theme)),
        tuple(parts),
        **remembered(shown),
    )


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Keep what changed of these measures, beside what somebody else changed of them."""
    return keep_listed(dossier, said, theme, view)
