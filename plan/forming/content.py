"""The demands on the content: the IVP, the cycle, items before measures, shared beside local."""

from __future__ import annotations

from collections.abc import Iterator

from plan.content.formats import REGIONAL, SCOPE
from plan.dossier import Dossier
from plan.forming.advice import columns_of
from plan.forming.lack import Lack, in_theme
from plan.records import DecisionStep, IvpTheme, Theme
from plan.text import Text

LOCAL = "local"


def headlines(dossier: Dossier) -> Iterator[Lack]:
    """Every theme of the IVP, with its goal and main lines."""
    if not dossier.all(IvpTheme):
        nl = "Er staat nog geen thema van het IVP in het plan"
        en = "No theme of the IVP is in the plan yet"
        yield Lack(text=Text(nl=nl, en=en))
    for theme in dossier.all(IvpTheme):
        if not theme.main_lines:
            yield in_theme(
                theme.key, "nog geen hoofdlijnen van het IVP", "no main lines of the IVP yet"
            )
        if theme.category == "priority" and not dossier.get(Theme, theme.key):
            yield in_theme(theme.key, "staat nog niet in het plan", "is not in the plan yet")


def policy_cycle(dossier: Dossier) -> Iterator[Lack]:
    plan = dossier.plan
    if not (plan.ivp.start and plan.ivp.end):
        nl, en = "De looptijd van het IVP is niet bekend", "The term of the IVP is not known"
        yield Lack(text=Text(nl=nl, en=en))
    if not dossier.all(DecisionStep):
        nl, en = "De besluitroute is niet bekend", "The decision route is not known"
        yield Lack(text=Text(nl=nl, en=en))


def priorities(dossier: Dossier) -> Iterator[Lack]:
    return _worked_out(dossier, priority=True)


def others(dossier: Dossier) -> Iterator[Lack]:
    return _worked_out(dossier, priority=False)


def _worked_out(dossier: Dossier, *, priority: bool) -> Iterator[Lack]:
    """Items that hang from the IVP, and measures under every item."""
    for theme in dossier.themes:
        if (dossier.category(theme.key) == "priority") is not priority:
            continue
        items = dossier.items_of(theme.key)
        if not items:
            yield in_theme(theme.key, "nog geen actiepunten", "no action items yet")
        loose = ", ".join(item.key for item in items if not item.ivp_line)
        if loose:
            yield in_theme(
                theme.key,
                f"nog niet gekoppeld aan een hoofdlijn: {loose}",
                f"not linked to a main line yet: {loose}",
            )
        bare = [i for i in items if not dossier.measures_under(i.key) and not i.gap_reason]
        if bare:
            keys = ", ".join(item.key for item in bare)
            yield in_theme(theme.key, f"nog geen maatregel bij {keys}", f"no measure yet: {keys}")


def levels(dossier: Dossier) -> Iterator[Lack]:
    """With several municipalities: every theme says whose it is, and the format shows it."""
    form = dossier.plan.format
    if form.preset != REGIONAL.id and SCOPE.id not in columns_of(dossier.plan):
        yield Lack(
            text=Text(
                nl="Het format laat niet zien wat bovenlokaal is en wat lokaal",
                en="The format does not show what is supra-local and what is local",
            )
        )
    for theme in dossier.themes:
        yield from _level(dossier, theme)


def _level(dossier: Dossier, theme: Theme) -> Iterator[Lack]:
    """One regional lead for a supra-local theme, and for a measure that is so by itself."""
    going = [m for m in dossier.measures_of(theme.key) if m.decision != "stop"]
    if not theme.scope and dossier.get(IvpTheme, theme.key) is None:
        yield in_theme(theme.key, "nog geen schaal", "no scale yet")
    if dossier.scope(theme.key) != LOCAL and not any(m.regional_lead for m in going):
        yield in_theme(
            theme.key,
            "bovenlokaal, nog zonder regionale trekker",
            "supra-local, no regional lead yet",
        )
    bare = [m.key for m in going if m.scope not in (None, LOCAL) and not m.regional_lead]
    if bare:
        keys = ", ".join(bare)
        yield in_theme(
            theme.key,
            f"bovenlokale maatregel zonder regionale trekker: {keys}",
            f"supra-local measure without a regional lead: {keys}",
        )
