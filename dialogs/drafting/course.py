"""The loop of a theme, stage by stage; where it stands follows from what the plan says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.drafting import (
    adjusting,
    bringing,
    gathering,
    items,
    judging,
    leading,
    led_twice,
    mixing,
    opening,
    proposing,
    reconsidering,
)
from dialogs.turn import Said
from dialogs.view import View
from plan.dossier import Dossier
from plan.drafting import unfinished, waiting
from plan.records import IvpTheme, Person, Theme
from plan.rights import Of, can, is_coordinator


@dataclass(frozen=True, kw_only=True)
class Stage:
    """`repeats` when one card may not be enough: it comes back while something is left."""

    id: str
    due: Callable[[Dossier, str], bool]
    view: Callable[[Dossier, Said, str], View]
    repeats: bool = False


def _lacks_theme(dossier: Dossier, theme: str) -> bool:
    return dossier.get(Theme, theme) is None and dossier.get(IvpTheme, theme) is not None


STAGES = (
    Stage(id=opening.ABSENT, due=_lacks_theme, view=opening.view),
    Stage(id=opening.OPENING, due=opening.is_due, view=opening.view),
    Stage(id=judging.JUDGING, due=judging.is_due, view=judging.view, repeats=True),
    Stage(id=adjusting.ADJUSTING, due=adjusting.is_due, view=adjusting.view, repeats=True),
    Stage(id=proposing.PROPOSALS, due=proposing.is_due, view=proposing.view, repeats=True),
    Stage(id=items.ITEMS, due=items.is_due, view=items.view, repeats=True),
    Stage(id=gathering.GATHERING, due=gathering.is_due, view=gathering.view, repeats=True),
    Stage(id=leading.LEADING, due=leading.is_due, view=leading.view, repeats=True),
    Stage(id=bringing.BRINGING, due=bringing.is_due, view=bringing.view),
    Stage(id=mixing.MIXING, due=lambda dossier, theme: True, view=mixing.view),
)
BELONGS = {
    "lines": opening.OPENING,
    "principles": opening.OPENING,
    judging.REASONS: judging.JUDGING,
    reconsidering.TWICE: judging.JUDGING,
    led_twice.LED_TWICE: leading.LEADING,
    "suggesting": gathering.GATHERING,
}
"""Cards in between, and the stage they are part of."""


def begin(dossier: Dossier, said: Said, theme: str) -> View:
    """The first card of a theme that has something to ask; the mix when nothing has."""
    return following(dossier, said, theme, "") or mixing.view(dossier, said, theme)


def following(
    dossier: Dossier, said: Said, theme: str, stage: str, *, kept: bool = False
) -> View | None:
    """The next card of the loop after a stage; the same again when it repeats and was used."""
    if theme == proposing.NOWHERE:
        more = kept and proposing.is_due(dossier, theme)
        return proposing.view(dossier, said, theme) if more else None
    if dossier.get(Theme, theme) is None and not (stage == "" and _lacks_theme(dossier, theme)):
        return None
    ids = [one.id for one in STAGES]
    here = BELONGS.get(stage, stage)
    at = ids.index(here) if here in ids else -1
    again = at >= 0 and kept and STAGES[at].repeats
    left = STAGES[at if again else at + 1 :]
    return next((one.view(dossier, said, theme) for one in left if one.due(dossier, theme)), None)


def next_view(dossier: Dossier, said: Said) -> View | None:
    """What to draft now: proposals that hang nowhere, then theme after theme."""
    theme = next_theme(dossier, said.who)
    if is_coordinator(dossier, said.who) and proposing.is_due(dossier, proposing.NOWHERE):
        return proposing.view(dossier, said, proposing.NOWHERE)
    return begin(dossier, said, theme) if theme else None


def next_theme(dossier: Dossier, person: Person) -> str | None:
    """The first theme that waits; else one said to be ready in which something is missing."""
    open_ = waiting(dossier, person)
    lacking = [key for key in unfinished(dossier) if can(dossier, person, "draft", Of(theme=key))]
    return next(iter((*open_, *lacking)), None)
