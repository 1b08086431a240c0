"""What each measure brings, how that is seen, and why it would work."""

from __future__ import annotations

from dialogs.drafting.parts import listed, named, stage_view
from dialogs.drafting.together import keep, remembered
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures.inputs import Sheet
from dialogs.measures.values import practices_known
from dialogs.turn import Said, Turn
from dialogs.view import Element, Fold, Heading, View, Words
from plan.dossier import Dossier
from plan.drafting import unclear, unproven
from plan.records import Measure
from plan.text import Text

BRINGING = "bringing"
AT_ONCE, WITH_EXAMPLES = 6, 4
MORE = ("chain_phase", "target", "hours", "budget", "funding")
OPTIONAL = Text(
    nl="Wat je nog niet weet, mag leeg blijven; de mixcheck noemt het later weer.",
    en="What you do not know yet may stay empty; the mix check will name it again.",
)


def is_due(dossier: Dossier, theme: str) -> bool:
    return bool(unclear(dossier, theme))


def left(dossier: Dossier, theme: str, past: tuple[str, ...]) -> tuple[Measure, ...]:
    """Those that this walk has not shown yet."""
    return tuple(m for m in unclear(dossier, theme) if m.key not in past)


def view(
    dossier: Dossier,
    said: Said,
    theme: str,
    wrong: Wrong = NONE_WRONG,
    past: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> View:
    found = left(dossier, theme, past)
    most = WITH_EXAMPLES if practices_known(dossier) else AT_ONCE
    shown = tuple(m for m in dossier.measures_of(theme) if m.key in only) or found[:most]
    lacking = unproven(dossier, theme)
    parts: list[Element | Fold] = []
    for measure in shown:
        parts += _part(dossier, said, measure, wrong, rationale=measure in lacking)
    title = Text(nl="Wat levert het op? {theme}", en="What will it deliver? {theme}")
    return stage_view(
        BRINGING,
        theme,
        title.fill(theme=dossier.title(theme)),
        (Words(text=OPTIONAL, tone="subtle"), *parts),
        **remembered(shown),
        past=",".join((*past, *(measure.key for measure in shown))),
    )


def _part(
    dossier: Dossier, said: Said, measure: Measure, wrong: Wrong, *, rationale: bool
) -> list[Element | Fold]:
    """Result and indicator in sight; a rationale too where a new measure has none yet."""
    must = ("evidence_note",) if dossier.plan.track == "follow_up" else ()
    sheet = Sheet(dossier=dossier, said=said, wrong=wrong, required=must)
    known = ("known",) if practices_known(dossier) else ()
    why = ("evidence_note", "evidence", *known, "practices")
    in_sight = ("result", "indicator", *(why[:1] if rationale else ()))
    kept = [name for name in (*why, *MORE) if name not in in_sight]
    fold = Text(nl="Meer over {m}", en="More about {m}")
    return [
        Heading(text=named(measure), level=3),
        *sheet.inputs(measure, *in_sight),
        Fold(title=fold.fill(m=measure.key), elements=sheet.inputs(measure, *kept)),
    ]


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Keep what was said of these measures, beside what somebody else changed of them."""
    keys = listed(said, "measures")
    past = tuple(key for key in listed(said, "past") if key not in keys)
    shown = (measure for measure in dossier.measures_of(theme) if measure.key in keys)
    return keep(
        dossier, said, shown, lambda by, wrong, only: view(dossier, by, theme, wrong, past, only)
    )
