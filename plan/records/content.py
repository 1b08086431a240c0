"""What a plan says: the IVP it hangs from, its themes, action items and measures (domain 4.1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from plan.records.base import Part, Record
from plan.text import Language

Track = Literal["first_year", "follow_up"]
Category = Literal["priority", "other", "maintenance"]
Verdict = Literal["continue", "intensify", "adjust", "new", "scale_down", "stop"]


class Municipality(Part, frozen=True, kw_only=True):
    id: str
    name: str
    inhabitants: int | None = None
    character: str | None = None
    centres: tuple[str, ...] = ()


class Region(Part, frozen=True, kw_only=True):
    police_unit: str | None = None
    police_district: str | None = None
    base_team: str | None = None
    municipalities: tuple[str, ...] = ()
    shared_ivp: bool = False
    note: str | None = None


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


FreeBy = Literal["lustrum", "every_year", "never"]


class FreeDays(Part, frozen=True, kw_only=True):
    """The days on which this municipality does not work, besides the public holidays."""

    good_friday: bool = False
    """No day off by the collective agreement of municipalities."""
    liberation_day: FreeBy = "lustrum"
    own: tuple[date, ...] = ()
    schools: Literal["noord", "midden", "zuid"] | None = None
    """Whose school holidays count; without it they follow from the region, if they can."""


class PlanFormat(Part, frozen=True, kw_only=True):
    """The shape of the plan: a preset of `plan.content.formats` and what differs from it."""

    preset: str = "themablad"
    columns: tuple[str, ...] = ()
    narrative_words: int = 120
    looks_back: bool = True
    capacity_visible: bool = True
    budget_visible: str = "summary"
    locked_at: datetime | None = None
    partner_pages: bool = False
    """Whether the document ends with a page per partner."""
    reason: str | None = None
    """Why it differs from last year, or was changed after it was frozen."""


class Planned(Part, frozen=True, kw_only=True):
    """One step in the calendar; both days are in it."""

    step: str
    start: date
    end: date
    name: str | None = None


class Plan(Record, frozen=True, kw_only=True):
    title: str
    year: int
    track: Track
    municipality: Municipality
    ivp: Ivp
    region: Region | None = None
    ivp_year_number: int | None = None
    duration_years: int = 1
    functions: tuple[str, ...] = ()
    format: PlanFormat = PlanFormat()
    version: str = "0.1 concept"
    reference_date: date | None = None
    calendar: tuple[Planned, ...] = ()
    coordinator: str | None = None
    portfolio_holder: str | None = None
    together_with: tuple[str, ...] = ()
    decision_makers: tuple[str, ...] = ()
    """People who see the draft and the findings and record their own body's decision."""
    readers: tuple[str, ...] = ()
    """People who may read the adopted version and the register, and nothing else."""
    previous: str | None = None
    begun_by: str | None = None
    """The card it was begun with: pressing it again begins no second plan."""
    language: Language = "nl"
    free_days: FreeDays = FreeDays()
    messages_per_week: int = 2
    """So many a partner gets at most of all that can wait (product 6)."""
    loaded_at: datetime | None = None
    """Whatever was due before this moment counts as handled (decision 1)."""

    @property
    def full_title(self) -> str:
        """The title with the municipality, where several plans stand side by side."""
        name = self.municipality.name
        return self.title if name in self.title else f"{self.title}, {name}"


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


class Organisation(Record, frozen=True, kw_only=True):
    name: str
    kind: str = "external"
    consulted: bool = False
    capacity_hours: float | None = None


class Person(Record, frozen=True, kw_only=True):
    name: str
    role: str | None = None
    org: str | None = None
    email: str | None = None
    phone: str | None = None
    tenant: str | None = None
    object_id: str | None = None
    """Who may speak as this person; without them only the rehearsal tenant `dev` knows it."""


class Meeting(Record, frozen=True, kw_only=True):
    name: str
    frequency: str | None = None


class Fact(Record, frozen=True, kw_only=True):
    """One finding of the safety analysis."""

    text: str
    theme: str | None = None
    source: str | None = None
    trend: str | None = None


class Material(Record, frozen=True, kw_only=True):
    """Something gathered to draw on; pasted text can be about one theme."""

    title: str
    kind: str | None = None
    theme: str | None = None
    text: str | None = None
