"""What is different from last year, in the coordinator's eyes: the verdicts with their reasons."""

from __future__ import annotations

from dialogs.drafting.parts import named
from dialogs.view import Element, Fold, Heading, Listing, View, Words
from plan.content import counts
from plan.dossier import Dossier
from plan.labels import VERDICTS
from plan.records import Measure, Theme
from plan.text import Text, counted
from plan.verdicts import follows

ORDER = ("new", "intensify", "adjust", "scale_down", "stop")
MOST = 12


def differences_view(dossier: Dossier) -> View:
    """New, heavier, adjusted, lighter and stopped; what goes on as it was is only counted."""
    title = Text(nl="Wat is anders dan vorig jaar", en="What is different from last year")
    if not follows(dossier):
        words = Text(
            nl="Dit is het eerste plan; er is geen vorig jaar om mee te vergelijken.",
            en="This is the first plan: there is no last year to compare with.",
        )
        return View(title=title, elements=(Words(text=words),))
    parts: list[Element | Fold] = []
    for verdict in ORDER:
        parts += _group(dossier, verdict)
    same = [m for m in dossier.measures if m.decision == "continue"]
    open_ = [m for m in dossier.measures if m.decision is None]
    going = Text(nl="Gaat door als vorig jaar: {n}.", en="Goes on as last year: {n}.")
    left = Text(nl="Nog zonder besluit: {n}.", en="Without a verdict: {n}.")
    parts.append(Words(text=going.fill(n=counted(len(same), *counts.MEASURES))))
    if open_:
        n = counted(len(open_), *counts.MEASURES)
        parts.append(Words(text=left.fill(n=n), tone="warning"))
    return View(title=title, elements=tuple(parts))


def _group(dossier: Dossier, verdict: str) -> list[Element | Fold]:
    found = [m for m in dossier.measures if m.decision == verdict]
    if not found:
        return []
    lines = tuple(_line(dossier, measure) for measure in found)
    head = Text(nl="{verdict} ({n})", en="{verdict} ({n})")
    heading = Heading(text=head.fill(verdict=VERDICTS[verdict], n=len(found)), level=3)
    rest = Text(nl="De andere", en="The others")
    more = (Fold(title=rest, elements=(Listing(lines=lines[MOST:]),)),) if lines[MOST:] else ()
    return [heading, Listing(lines=lines[:MOST]), *more]


def _line(dossier: Dossier, measure: Measure) -> Text:
    theme = dossier.get(Theme, dossier.theme_of(measure))
    why = f": {measure.decision_reason}" if measure.decision_reason else ""
    place = f" ({theme.title})" if theme else ""
    return named(measure) + Text.verbatim(f"{place}{why}")
