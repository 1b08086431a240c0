"""Who and what a plan speaks of: organisations, people, meetings, and what was gathered."""

from __future__ import annotations

from plan.records.base import Record


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
