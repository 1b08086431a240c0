"""Reads who and what a plan works with: organisations, people, meetings, facts and materials."""

from __future__ import annotations

from plan.reading import values
from plan.reading.entry import Entry
from plan.records import Fact, Material, Meeting, Organisation, Person, Record


def parties(file: Entry) -> list[Record]:
    analysis = file.entry("safety_analysis")
    analysis.known("title")
    return [
        *(_organisation(entry) for entry in file.entries("organisations")),
        *(_person(entry) for entry in file.entries("people")),
        *(_meeting(entry) for entry in file.entries("meetings")),
        *(_fact(entry) for entry in analysis.entries("facts")),
        *(_material(entry) for entry in file.entries("materials")),
    ]


def _organisation(entry: Entry) -> Organisation:
    key = entry.id("organisation")
    return Organisation(
        key=key,
        name=entry.text("name") or key,
        kind=entry.choice("kind", values.KINDS_OF_ORGANISATION) or "external",
        consulted=bool(entry.truth("consulted")),
        capacity_hours=entry.number("capacity_hours"),
    )


def _person(entry: Entry) -> Person:
    key = entry.id("person")
    return Person(
        key=key,
        name=entry.text("name") or key,
        role=entry.text("role"),
        org=entry.ref("org", "organisation"),
        email=entry.text("email"),
        phone=entry.text("phone"),
        tenant=entry.text("tenant"),
        object_id=entry.text("object_id"),
    )


def _meeting(entry: Entry) -> Meeting:
    return Meeting(
        key=entry.id("meeting"), name=entry.needed("name"), frequency=entry.text("frequency")
    )


def _fact(entry: Entry) -> Fact:
    return Fact(
        key=entry.id("fact"),
        text=entry.needed("text"),
        theme=entry.ref("theme", "theme"),
        source=entry.text("source"),
        trend=entry.text("trend"),
    )


def _material(entry: Entry) -> Material:
    return Material(key=entry.id("material"), title=entry.title(), kind=entry.text("kind"))
