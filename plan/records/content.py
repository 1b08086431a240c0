"""What a plan says: the IVP it hangs from, its themes, action items and measures (domain 4.1)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from plan.records.base import Part, Record

Category = Literal["priority", "other", "maintenance"]
Verdict = Literal["continue", "intensify", "adjust", "new", "scale_down", "stop"]


class GuidingPrinciple(Part, frozen=True, kw_only=True):
    id: str
    text: str


class MainLine(Part, frozen=True, kw_only=True):
    id: str
    text: str


class Ivp(Part, frozen=True, kw_only=True):
    """The four-year integraal veiligheidsplan; its themes are `IvpTheme` records."""

    title: str
    start: int | None = None
    end: int | None = None
    adopted_by: str | None = None
    adopted_on: date | None = None
    plan_cycle_years: int = 1
    guiding_principles: tuple[GuidingPrinciple, ...] = ()


class IvpTheme(Record, frozen=True, kw_only=True):
    title: str
    field: str | None = None
    category: Category = "other"
    scope: str = "local"
    goal: str | None = None
    main_lines: tuple[MainLine, ...] = ()


class IndicatorGoal(Part, frozen=True, kw_only=True):
    """An indicator of a theme with its baseline and target value."""

    text: str
    baseline: str | None = None
    target: str | None = None


class Theme(Record, frozen=True, kw_only=True):
    """A theme in this plan; what it does not say itself comes from the IVP theme of that key."""

    title: str
    order: int = 0
    field: str | None = None
    category: Category | None = None
    scope: str | None = None
    goal: str | None = None
    owner: str | None = None
    narrative: str | None = None
    look_back: str | None = None
    indicators: tuple[IndicatorGoal, ...] = ()
    cross_links: tuple[str, ...] = ()
    cross_links_note: str | None = None
    columns: tuple[str, ...] = ()
    """Own columns, where a theme departs from the format (C28)."""


class ActionItem(Record, frozen=True, kw_only=True):
    theme: str
    title: str
    order: int = 0
    ivp_line: str | None = None
    principles: tuple[str, ...] = ()
    desired_effect: str | None = None
    why_this_cluster: str | None = None
    item_owner: str | None = None
    gap_reason: str | None = None


class Lead(Part, frozen=True, kw_only=True):
    org: str | None = None
    person: str | None = None


class Partnership(Part, frozen=True, kw_only=True):
    org: str
    role: str | None = None
    """uitvoerder, meedenker or geïnformeerd."""


class Planning(Part, frozen=True, kw_only=True):
    start: date | None = None
    end: date | None = None
    cadence: str | None = None


class Milestone(Part, frozen=True, kw_only=True):
    text: str
    when: date | None = None


class Capacity(Part, frozen=True, kw_only=True):
    org: str
    hours: float


class YearOfHistory(Part, frozen=True, kw_only=True):
    year: int
    progress: str | None = None
    effect: str | None = None
    light: str | None = None
    note: str | None = None


class Measure(Record, frozen=True, kw_only=True):
    item: str
    title: str
    order: int = 0
    description: str | None = None
    decision: Verdict | None = None
    decision_reason: str | None = None
    lead: Lead | None = None
    partners: tuple[Partnership, ...] = ()
    planning: Planning = Planning()
    milestones: tuple[Milestone, ...] = ()
    capacity: tuple[Capacity, ...] = ()
    budget_eur: float | None = None
    funding: str | None = None
    result: str | None = None
    indicator: str | None = None
    chain_phase: str | None = None
    target: str | None = None
    reach: str | None = None
    instrument: str | None = None
    evidence: str | None = None
    evidence_note: str | None = None
    scope: str | None = None
    regional_lead: str | None = None
    source: str | None = None
    history: tuple[YearOfHistory, ...] = ()
    commitment: dict[str, str] = {}
    visibility: str = "public"
    depends_on: tuple[str, ...] = ()
    good_practices: tuple[str, ...] = ()
    """Examples from elsewhere that speak for it: a name or a reference."""
