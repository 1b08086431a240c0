"""Reads one measure with everything that hangs from it."""

from __future__ import annotations

from plan.classifying import EVIDENCE, INSTRUMENTS, PHASES, REACHES, TARGETS
from plan.reading import values
from plan.reading.days import ends_before_it_starts
from plan.reading.entry import Entry
from plan.records import (
    Capacity,
    Lead,
    Measure,
    Milestone,
    Partnership,
    Planning,
    YearOfHistory,
)


def measure(entry: Entry, item: str, order: int) -> Measure:
    return Measure(
        key=entry.id("measure"),
        item=item,
        title=entry.title(),
        order=order,
        description=entry.text("description"),
        decision=entry.choice("decision", values.VERDICTS),
        decision_reason=entry.text("decision_reason"),
        lead=_lead(entry.entry("lead")),
        partners=_partners(entry),
        planning=_planning(entry.entry("planning")),
        milestones=_milestones(entry),
        capacity=_capacity(entry),
        budget_eur=entry.number("budget_eur"),
        funding=entry.text("funding"),
        result=entry.text("result"),
        indicator=entry.text("indicator"),
        chain_phase=entry.choice("chain_phase", PHASES),
        target=entry.choice("target", TARGETS),
        reach=entry.choice("reach", REACHES),
        instrument=entry.choice("instrument", INSTRUMENTS),
        evidence=entry.choice("evidence", EVIDENCE),
        evidence_note=entry.text("evidence_note"),
        scope=entry.choice("scope", values.SCOPES),
        regional_lead=entry.ref("regional_lead", "organisation"),
        source=entry.label("source"),
        history=_history(entry),
        commitment=_commitment(entry.entry("commitment")),
        visibility=entry.choice("visibility", values.VISIBILITIES) or "public",
        depends_on=entry.refs("depends_on", "measure"),
    )


def _lead(entry: Entry) -> Lead | None:
    if not entry:
        return None
    return Lead(org=entry.ref("org", "organisation"), person=entry.ref("person", "person"))


def _partners(entry: Entry) -> tuple[Partnership, ...]:
    """Partners are ids, or `{org, role}` where a role is known; each organisation once."""
    found: dict[str, Partnership] = {}
    for key, value in entry.listed("partners"):
        role = None
        if isinstance(value, dict):
            part = Entry(value, entry.at(key), entry.notes)
            org, role = part.ref("org", "organisation"), part.text("role")
        else:
            org = entry.referred("organisation", key, value)
        if org:
            found.setdefault(org, Partnership(org=org, role=role))
    return tuple(found.values())


def _planning(entry: Entry) -> Planning:
    start, end = entry.day("start"), entry.day("end")
    ends_before_it_starts(entry, start, end)
    return Planning(start=start, end=end, cadence=entry.text("cadence"))


def _milestones(entry: Entry) -> tuple[Milestone, ...]:
    return tuple(
        Milestone(text=part.needed("text"), when=part.day("when"))
        for part in entry.entries("milestones")
    )


def _capacity(entry: Entry) -> tuple[Capacity, ...]:
    """Hours per organisation; a line without hours says nothing and is left out."""
    found = []
    for part in entry.entries("capacity"):
        org, hours = part.ref("org", "organisation"), part.number("hours")
        if org is None and part.raw("org") is None:
            part.wrong("org", "dit ontbreekt", "this is missing")
        if org and hours is not None:
            found.append(Capacity(org=org, hours=hours))
    return tuple(found)


def _history(entry: Entry) -> tuple[YearOfHistory, ...]:
    found = []
    for part in entry.entries("history"):
        year = part.year("year")
        if part.raw("year") is None:
            part.wrong("year", "dit ontbreekt", "this is missing")
        found.append(
            YearOfHistory(
                year=year or 0,
                progress=part.choice("progress", values.PROGRESS),
                effect=part.choice("effect", values.EFFECTS),
                light=part.choice("light", values.LIGHTS),
                note=part.text("note"),
            )
        )
    return tuple(found)


def _commitment(entry: Entry) -> dict[str, str]:
    found = {}
    for org in entry.keys():  # noqa: SIM118 - an entry is no dict
        entry.notes.refer("organisation", org, entry.at(org))
        found[org] = entry.choice(org, values.COMMITMENTS) or "geen_reactie"
    return found
