"""Whether a joint evaluation session is worth it: when views diverge, or few have answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plan.aggregate import diverging
from plan.checks.active import theme_above
from plan.dossier import Dossier
from plan.question import Topic
from plan.records import Round
from plan.standing import asked, needed, response
from plan.text import Text

DISPUTED = 2
"""Themes on which views diverge, from which on a session is advised (domain 2.4, V1)."""
SHARE = 0.75


@dataclass(frozen=True, kw_only=True)
class Advice:
    """Themes to talk about, the most disputed first, and the reason."""

    themes: tuple[str, ...]
    why: Text


def advice(
    dossier: Dossier, round_: Round, topics: tuple[Topic, ...], today: date
) -> Advice | None:
    """None when there is no reason for one."""
    apart: dict[str, float] = {}
    for picture in diverging(dossier, topics):
        theme = theme_above(dossier, picture.subject)
        if theme:
            apart[theme] = max(picture.spread, apart.get(theme, 0))
    themes = tuple(sorted(apart, key=lambda key: -apart[key]))
    if len(themes) >= DISPUTED:
        return Advice(themes=themes, why=DIVERGING)
    partners = asked(dossier, round_)
    ready = sum(response(dossier, round_.key, org.key) == "complete" for org in partners)
    if today > round_.closes_on and ready < needed(len(partners), SHARE):
        return Advice(themes=themes, why=FEW_ANSWERED)
    return None


DIVERGING = Text(nl="want daar lopen de beelden uiteen.", en="because views diverge there.")
FEW_ANSWERED = Text(
    nl="want minder dan driekwart van de partners heeft geantwoord.",
    en="because fewer than three quarters of the partners have answered.",
)
