"""What a check is, what it hits, and what is told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from plan import notation
from plan.dossier import Dossier
from plan.text import Text

Severity = Literal["hard", "B", "W", "I"]
"""hard: nothing is sent that contains it; B: blocks the next step unless overridden with a
reason; W: a warning; I: a hint."""

SEVERITIES: tuple[Severity, ...] = ("hard", "B", "W", "I")
"""The gravest first."""

Subjects = str | tuple[str, str]
"""The code of what a finding is about, or of the two that are alike."""


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """From where on a check speaks; the defaults are those of domain 6."""

    repression_from: int = 2
    """Measures under an item before "only repression" says something."""
    years_without_effect: int = 2
    organisation_share: float = 0.4
    """Part of all measures above which an organisation leads too many."""
    person_share: float = 0.3
    vague: tuple[str, ...] = (
        "blijven inzetten op",
        "aandacht voor",
        "stimuleren",
        "waar nodig",
        "oppakken",
    )
    priority_share: float = 0.5
    """Part of the hours of the largest other theme that a priority gets at least."""
    piling: int = 3
    milestones_from: int = 6
    peak_share: float = 0.5
    advisers: int = 2
    worse_at: float = 2
    """The median of O2 at which the picture is worse."""
    worse_answers: int = 2


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing a check found; `fields` fill its message.

    `message` and `severity` replace those of the check where a check knows two cases.
    """

    subjects: Subjects
    theme: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict)
    message: Text | None = None
    severity: Severity | None = None


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check on the effective mix. `message` has fields, `why` and `action` have none."""

    id: str
    severity: Severity
    title: Text
    message: Text
    why: Text
    action: Text
    find: Callable[[Dossier, Thresholds], Iterable[Hit]]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a check says of this plan. `theme` is the theme it falls under, if one."""

    check: str
    severity: Severity
    subjects: Subjects
    theme: str | None
    message: Text
    why: Text
    action: Text
    dismissed: str | None = None
    """The reason with which it was explained."""

    @property
    def subject(self) -> str:
        """Its subjects as one word, as a Dismissal keeps them: `M27+M28` for a pair."""
        return self.subjects if isinstance(self.subjects, str) else "+".join(self.subjects)


def quantity(number: float) -> Text:
    """A whole number as each language writes it: 3.320 and 3,320."""
    return Text(nl=notation.number(round(number), "nl"), en=notation.number(round(number), "en"))


def measures_counted(number: int) -> Text:
    if number == 1:
        return Text(nl="1 maatregel", en="1 measure")
    return Text(nl=f"{number} maatregelen", en=f"{number} measures")
