"""The shapes of the lists in this folder that no mechanism owns."""

from __future__ import annotations

from dataclasses import dataclass

from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class SafetyField:
    """One of the five fixed veiligheidsvelden."""

    id: str
    number: int
    title: Text


@dataclass(frozen=True, kw_only=True)
class ExampleMeasure:
    """A measure to start from; the values are those of the data file (domain 1.6)."""

    title: Text
    chain_phase: str
    target: str
    reach: str
    instrument: str


@dataclass(frozen=True, kw_only=True)
class ExampleItem:
    title: Text
    desired_effect: Text
    measures: tuple[ExampleMeasure, ...]


@dataclass(frozen=True, kw_only=True)
class CatalogueTheme:
    """A theme of the catalogue (domain 5); `added` marks what no source names."""

    code: str
    field: str
    title: Text
    subtopics: Text
    added: bool = False
    items: tuple[ExampleItem, ...] = ()
