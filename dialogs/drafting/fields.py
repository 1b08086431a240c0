"""The inputs for what a measure says, each with an id `field/M11`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs.drafting import people
from dialogs.drafting.parts import TITLE_LIMIT
from dialogs.drafting.values import CHOICES, LABELS, given_hours, practices_known
from dialogs.faults import Wrong
from dialogs.turn import Said
from dialogs.view import Day, Input, Pick, Write
from plan.dossier import Dossier
from plan.records import Measure
from plan.rights import is_coordinator, own_themes
from plan.text import Text

LIMITS: Mapping[str, int] = {
    "title": TITLE_LIMIT,
    "description": 600,
    "decision_reason": 600,
    "cadence": 80,
    "result": 300,
    "indicator": 300,
    "hours": 600,
    "budget": 20,
    "funding": 120,
    "evidence_note": 400,
    "practices": 600,
}
"""The free texts, and how long they may be."""
SHORT = ("title", "cadence", "budget", "funding")
DAYS = ("start", "end")
LABEL = 80


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the inputs of a card are made from."""

    dossier: Dossier
    said: Said
    wrong: Wrong
    required: tuple[str, ...] = ()

    def inputs(self, measure: Measure, *names: str) -> tuple[Input, ...]:
        """The named inputs of a measure, with what was typed or what is known."""
        return tuple(self._input(measure, name) for name in names)

    def _input(self, measure: Measure, name: str) -> Input:
        id_ = f"{name}/{measure.key}"
        value = self.said.inputs.get(id_, current(self.dossier, measure, name))
        error, label, must = self.wrong.get(id_), LABELS[name], name in self.required
        if name in DAYS:
            return Day(id=id_, label=label, value=value, error=error)
        if name in LIMITS:
            return Write(
                id=id_,
                label=label,
                value=value,
                limit=LIMITS[name],
                lines=name not in SHORT,
                required=must,
                error=error,
            )
        return Pick(
            id=id_,
            label=label,
            choices=choices(self.dossier, self.said, measure, name),
            value=value,
            several=name in ("partners", "known"),
            error=error,
        )


def choices(dossier: Dossier, said: Said, measure: Measure, name: str) -> people.Choices:
    """What can be chosen for a field."""
    match name:
        case "lead":
            return people.people_choices(dossier)
        case "partners" | "regional_lead":
            return people.org_choices(dossier)
        case "period":
            return people.period_choices(dossier.plan)
        case "known":
            return tuple((key, _cut(text)) for key, text in practices_known(dossier))
        case "item":
            mine = {theme.key for theme in own_themes(dossier, said.who)}
            every = is_coordinator(dossier, said.who)
            items = [i for i in dossier.items if every or i.theme in mine]
            return tuple((i.key, Text.verbatim(f"{i.key} {i.title}")) for i in items)
        case _:
            return CHOICES[name]


def _cut(text: Text) -> Text:
    """Enough to recognise it by."""
    return text if len(text.nl) <= LABEL else Text.verbatim(text.nl[: LABEL - 1] + "…")


def current(dossier: Dossier, measure: Measure, name: str) -> str:
    """What is known for a field, as it stands on the wire."""
    if name in _CURRENT:
        return _CURRENT[name](measure)
    if name == "lead":
        return people.lead_value(measure.lead) or people.proposed_lead(dossier, measure)
    if name == "hours":
        return given_hours(dossier, measure)
    return str(getattr(measure, name, None) or "")


_CURRENT: dict[str, Callable[[Measure], str]] = {
    "partners": lambda m: ",".join(p.org for p in m.partners),
    "start": lambda m: m.planning.start.isoformat() if m.planning.start else "",
    "end": lambda m: m.planning.end.isoformat() if m.planning.end else "",
    "cadence": lambda m: m.planning.cadence or "",
    "budget": lambda m: f"{m.budget_eur:.0f}" if m.budget_eur else "",
    "practices": lambda m: "\n".join(m.good_practices),
}
