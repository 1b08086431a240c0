"""What a theme's first draft still needs, and how far the draft is (domain 2.3 J2, 2.4 V3)."""

from __future__ import annotations

from plan import verdicts
from plan.changes import changes_of
from plan.checks.active import active, theme_above
from plan.dossier import Dossier
from plan.gates.draft import has_lead_and_period
from plan.records import (
    ActionItem,
    Confirmed,
    Dismissal,
    IvpTheme,
    MainLine,
    Measure,
    Person,
    Proposal,
    Theme,
)
from plan.rights import is_coordinator, own_themes


def is_done(dossier: Dossier, theme: str) -> bool:
    """Whether somebody said that the first draft of this theme is ready."""
    return dossier.get(Confirmed, f"draft/{theme}") is not None


def absent(dossier: Dossier) -> tuple[IvpTheme, ...]:
    """Themes of the IVP that the plan lacks, and nobody said why; maintenance may be absent."""
    return tuple(
        theme
        for theme in dossier.all(IvpTheme)
        if theme.category != "maintenance"
        and not dossier.get(Theme, theme.key)
        and not dossier.get(Dismissal, f"C15/{theme.key}")
    )


def progress(dossier: Dossier) -> tuple[int, int]:
    """How many themes are ready, of how many."""
    done = sum(is_done(dossier, theme.key) for theme in dossier.themes)
    return done, len(dossier.themes) + len(absent(dossier))


def waiting(dossier: Dossier, person: Person) -> tuple[str, ...]:
    """The themes still to be drafted by somebody, in the order to take them up.

    The coordinator does those of other owners last, and those the plan lacks after all others.
    """
    own = {theme.key for theme in own_themes(dossier, person)}
    open_ = [theme for theme in dossier.themes if not is_done(dossier, theme.key)]
    if not is_coordinator(dossier, person):
        return tuple(theme.key for theme in open_ if theme.key in own)
    others = [
        t for t in open_ if t.owner and t.owner not in (person.key, dossier.plan.coordinator)
    ]
    mine = [theme for theme in open_ if theme not in others]
    return tuple(theme.key for theme in (*mine, *others, *absent(dossier)))


def unfinished(dossier: Dossier) -> tuple[str, ...]:
    """The themes said to be ready in which something is missing that keeps the step open."""
    return tuple(theme.key for theme in dossier.themes if _lacks(dossier, theme.key))


def _lacks(dossier: Dossier, theme: str) -> bool:
    return bool(
        unjudged(dossier, theme)
        or open_proposals(dossier, theme)
        or not dossier.items_of(theme)
        or bare_items(dossier, theme)
        or unplanned(dossier, theme)
        or (dossier.plan.track == "follow_up" and unproven(dossier, theme))
    )


def unjudged(dossier: Dossier, theme: str) -> tuple[Measure, ...]:
    """The measures of last year without a verdict."""
    here = dossier.measures_of(theme)
    return tuple(measure for measure in verdicts.unjudged(dossier) if measure in here)


def unadjusted(dossier: Dossier, theme: str) -> tuple[Measure, ...]:
    """The measures with the verdict Adjust of which nothing was changed since."""
    found = []
    for measure in dossier.measures_of(theme):
        made = [c.because for c in changes_of(dossier, measure.key)]
        if measure.decision == "adjust" and made and made[-1] == "verdict":
            found.append(measure)
    return tuple(found)


def uncovered(dossier: Dossier, theme: str) -> tuple[MainLine, ...]:
    """The main lines of the IVP that no action item of the theme hangs from."""
    ivp = dossier.get(IvpTheme, theme)
    used = {item.ivp_line for item in dossier.items_of(theme)}
    return tuple(line for line in (ivp.main_lines if ivp else ()) if line.id not in used)


def bare_items(dossier: Dossier, theme: str) -> tuple[ActionItem, ...]:
    """The items without a measure that are not empty on purpose."""
    return tuple(
        item
        for item in dossier.items_of(theme)
        if not dossier.measures_under(item.key) and not item.gap_reason
    )


def unplanned(dossier: Dossier, theme: str) -> tuple[Measure, ...]:
    """The measures that go on without a lead or a period."""
    return tuple(m for m in active(dossier.measures_of(theme)) if not has_lead_and_period(m))


def unproven(dossier: Dossier, theme: str) -> tuple[Measure, ...]:
    """The new measures of which nobody said why they would work (C16)."""
    return tuple(
        m
        for m in dossier.measures_of(theme)
        if m.decision == "new" and m.evidence in (None, "onbekend") and not m.evidence_note
    )


def unclear(dossier: Dossier, theme: str) -> tuple[Measure, ...]:
    """The measures whose result, indicator, kind or rationale is missing."""
    lacking = unproven(dossier, theme)
    return tuple(
        m
        for m in active(dossier.measures_of(theme))
        if not (m.result and m.indicator and m.chain_phase and m.target) or m in lacking
    )


def open_proposals(dossier: Dossier, theme: str | None) -> tuple[Proposal, ...]:
    """The proposals without an answer in a theme; None for those that hang nowhere yet."""
    return tuple(
        proposal
        for proposal in dossier.all(Proposal)
        if proposal.status == "open" and theme_above(dossier, proposal.item) == theme
    )
