"""What erasure does with the fields of a record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from plan.records.base import Part


class Treatment(Enum):
    KEEP = auto()
    """Says nothing of a person, and nothing that an organisation contributed."""
    PLAN = auto()
    """Words that stay, of the plan or of somebody else: only a name in them goes."""
    WORDS = auto()
    """Words about what was said: a name goes, and a literal quotation of what is erased."""
    SAID = auto()
    """What a line of the register tells was said: gone when the line is about what is erased."""
    PERSON = auto()
    """Who did it: the pseudonym instead."""
    DUTY = auto()
    """Who is to do it, or was asked along: nobody instead."""
    ORG = auto()
    """The organisation, where the register names it: the pseudonym instead."""
    JOINT = auto()
    """Organisations together: without the erased one."""
    PATH = auto()
    """Keys with strokes or commas between them: the pseudonym for each that is erased."""
    BY_ORG = auto()
    """What each organisation said, by its key: that of an erased one goes."""
    CHANGED = auto()
    """JSON of the fields of another record: each by its own treatment."""
    EDITION = auto()
    """JSON of whole records: erased like the plan itself."""
    SHARED = auto()
    """Only in the shared part, which is treated by itself (`shared.py`)."""


@dataclass(frozen=True)
class Rule:
    """What becomes of a class of records."""

    fields: dict[str, Treatment | type[Part]]
    of_person: tuple[str, ...] = ()
    """The record goes when one of these is the erased person."""
    of_org: tuple[str, ...] = ()
    """The record goes when one of these is the erased organisation, and nobody else with it."""


def rule(
    *,
    of_person: str = "",
    of_org: str = "",
    within: dict[str, type[Part]] | None = None,
    **fields: str,
) -> Rule:
    """A rule from the names of fields by treatment."""
    each: dict[str, Treatment | type[Part]] = dict(within or {})
    for treatment, names in fields.items():
        each |= dict.fromkeys(names.split(), Treatment[treatment.upper()])
    return Rule(each, tuple(of_person.split()), tuple(of_org.split()))
