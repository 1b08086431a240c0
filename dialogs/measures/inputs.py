"""The inputs for what a measure says, each with an id `field/M11`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dialogs.filled import TITLE_LIMIT, Wrong
from dialogs.measures import people
from dialogs.measures.values import CHOICES, VERDICTS, figure, given_hours, practices_known
from dialogs.measures.wording import HOURS_OF, LABELS
from dialogs.turn import Said
from dialogs.view import Day, Input, Pick, Write
from plan.checking import own_hours
from plan.dossier import Dossier, involved
from plan.labels import VERDICTS as EVERY_VERDICT
from plan.records import Measure
from plan.rights import is_coordinator, own_themes
from plan.text import Text

LIMITS: Mapping[str, int] = {
    "title": TITLE_LIMIT,
    "description": 1200,
    "decision_reason": 600,
    "cadence": 80,
    "result": 600,
    "indicator": 300,
    "milestone": 300,
    "hours": 600,
    "budget": 20,
    "funding": 300,
    "evidence_note": 400,
    "practices": 600,
}
"""The free texts, and how long they may be."""
HOURS = "hours:"
"""Before an organisation: the hours of that one alone."""
SHORT = ("title", "cadence", "milestone", "budget", "funding")
DAYS = ("start", "end", "milestone_day")
LABEL = 80


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the inputs of a card are made from."""

    dossier: Dossier
    said: Said
    wrong: Wrong
    required: tuple[str, ...] = ()
    crowded: bool = False
    """Whether many measures stand on the card, so that not all people can be listed at each."""

    def inputs(self, measure: Measure, *names: str, **proposed: str) -> tuple[Input, ...]:
        """The named inputs of a measure: what was typed, else proposed, else what is known."""
        return tuple(self._input(measure, name, proposed.get(name)) for name in names)

    def _input(self, measure: Measure, name: str, proposed: str | None) -> Input:
        id_ = f"{name}/{measure.key}"
        known = current(self.dossier, measure, name)
        value = self.said.inputs.get(id_, known if proposed is None else proposed)
        error, must = self.wrong.get(id_), name in self.required
        label = label_of(self.dossier, name)
        if name in DAYS:
            return Day(id=id_, label=label, value=value, error=error)
        if limit_of(name):
            return Write(
                id=id_,
                label=label,
                value=value,
                limit=max(limit_of(name), len(known)),
                lines=name not in SHORT and not name.startswith(HOURS),
                required=must,
                error=error,
            )
        return Pick(
            id=id_,
            label=label,
            choices=choices(self.dossier, self.said, measure, name, few=self.crowded),
            value=value,
            several=name in ("partners", "known"),
            error=error,
        )


def hours_inputs(measure: Measure) -> tuple[str, ...]:
    """The names of the inputs for the hours of everybody in it, one by one."""
    orgs = (*involved(measure), *(claim.org for claim in measure.capacity))
    return tuple(f"{HOURS}{org}" for org in dict.fromkeys(orgs))


def texts_of(key: str) -> dict[str, Text]:
    """The free texts of a measure: the id of each input, and what it is called."""
    return {f"{name}/{key}": LABELS[name] for name in LIMITS if name in LABELS}


def limit_of(name: str) -> int:
    """How long a text may be; 0 for what is no text."""
    return 12 if name.startswith(HOURS) else LIMITS.get(name, 0)


def label_of(dossier: Dossier, name: str) -> Text:
    if name.startswith(HOURS):
        return HOURS_OF.fill(org=dossier.organisation_name(name.removeprefix(HOURS)))
    return LABELS[name]


def choices(
    dossier: Dossier, said: Said, measure: Measure, name: str, *, few: bool = False
) -> people.Choices:
    """What can be chosen for a field."""
    match name:
        case "lead":
            return people.lead_choices(dossier, measure, few=few)
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
        case "decision":
            return tuple(EVERY_VERDICT.items()) if measure.decision == "new" else VERDICTS
        case _:
            return CHOICES[name]


def _cut(text: Text) -> Text:
    """Enough to recognise it by."""
    return text if len(text.nl) <= LABEL else Text.verbatim(text.nl[: LABEL - 1] + "…")


def current(dossier: Dossier, measure: Measure, name: str) -> str:
    """What is known for a field, as it stands on the wire."""
    if name in _CURRENT:
        return _CURRENT[name](measure)
    if name == "hours":
        return given_hours(dossier, measure)
    if name.startswith(HOURS):
        return figure(own_hours(measure, name.removeprefix(HOURS)) or None)
    return str(getattr(measure, name, None) or "")


_CURRENT: dict[str, Callable[[Measure], str]] = {
    "lead": lambda m: people.lead_value(m.lead),
    "partners": lambda m: ",".join(p.org for p in m.partners),
    "start": lambda m: m.planning.start.isoformat() if m.planning.start else "",
    "end": lambda m: m.planning.end.isoformat() if m.planning.end else "",
    "cadence": lambda m: m.planning.cadence or "",
    "budget": lambda m: figure(m.budget_eur),
    "practices": lambda m: "\n".join(m.good_practices),
}
