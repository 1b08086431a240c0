"""The plan itself: whose it is, for when, in which shape and on which days."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from plan.records.base import Part, Record
from plan.records.content import Ivp
from plan.text import Language

Track = Literal["first_year", "follow_up"]


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
