"""A passage that looks traceable to a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suspect:
    """`text[start:end]` looks like the kind, one of `plan.personal.KINDS`."""

    kind: str
    start: int
    end: int
