"""A part of the plan as inputs, and what was filled in as the part it becomes."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.deciding.checking import LONG, SHORT
from dialogs.view import Day, Element, Fold, Pick, Write
from plan.dossier import Dossier, involved
from plan.labels import VERDICTS
from plan.notation import number
from plan.records import (
    ActionItem,
    Measure,
    Organisation,
    Theme,
)
from plan.text import Text

Subject = Theme | ActionItem | Measure
TEXTS: dict[type, tuple[tuple[str, Text, bool], ...]] = {
    Theme: (
        ("title", Text(nl="Thema", en="Theme"), False),
        ("goal", Text(nl="Doel", en="Goal"), True),
        ("narrative", Text(nl="Tekst bij het thema", en="Text of the theme"), True),
    ),
    ActionItem: (
        ("title", Text(nl="Actiepunt", en="Action item"), False),
        ("desired_effect", Text(nl="Beoogd effect", en="Intended effect"), True),
    ),
    Measure: (
        ("title", Text(nl="Maatregel", en="Measure"), False),
        ("description", Text(nl="Omschrijving", en="Description"), True),
        ("result", Text(nl="Resultaat", en="Result"), True),
        ("funding", Text(nl="Dekking", en="Cover"), False),
    ),
}
"""The texts of a part that can be changed here; whether they take several lines."""


def subject_of(dossier: Dossier, key: str) -> Subject | None:
    found = (dossier.get(Measure, key), dossier.get(ActionItem, key), dossier.get(Theme, key))
    return next((one for one in found if one), None)


def inputs_of(
    dossier: Dossier, record: Subject, given: Mapping[str, str], wrong: Mapping[str, Text]
) -> tuple[Element | Fold, ...]:
    texts = tuple(
        Write(
            id=name,
            label=label,
            value=given.get(name, getattr(record, name) or ""),
            lines=lines,
            limit=LONG if lines else SHORT,
            required=name == "title",
            error=wrong.get(name),
        )
        for name, label, lines in TEXTS[type(record)]
    )
    if not isinstance(record, Measure):
        return texts
    return (
        *texts,
        *_who_and_when(dossier, record, given, wrong),
        _means(dossier, record, given, wrong),
    )


def _who_and_when(
    dossier: Dossier, measure: Measure, given: Mapping[str, str], wrong: Mapping[str, Text]
) -> tuple[Element, ...]:
    orgs = tuple((org.key, Text.verbatim(org.name)) for org in dossier.all(Organisation))
    lead = measure.lead.org if measure.lead and measure.lead.org else ""
    start, end = measure.planning.start, measure.planning.end
    return (
        Pick(
            id="decision",
            label=Text(nl="Besluit over de maatregel", en="Verdict on the measure"),
            choices=tuple(VERDICTS.items()),
            value=given.get("decision", measure.decision or ""),
        ),
        Pick(
            id="lead",
            label=Text(nl="Trekker", en="Lead"),
            choices=orgs,
            value=given.get("lead", lead),
        ),
        Pick(
            id="partners",
            label=Text(nl="Partners", en="Partners"),
            choices=orgs,
            value=given.get("partners", ",".join(p.org for p in measure.partners)),
            several=True,
        ),
        Day(
            id="start",
            label=Text(nl="Begin", en="Start"),
            value=given.get("start", start.isoformat() if start else ""),
        ),
        Day(
            id="end",
            label=Text(nl="Einde", en="End"),
            value=given.get("end", end.isoformat() if end else ""),
            error=wrong.get("end"),
        ),
    )


def _means(
    dossier: Dossier, measure: Measure, given: Mapping[str, str], wrong: Mapping[str, Text]
) -> Fold:
    hours = {claim.org: claim.hours for claim in measure.capacity}
    rows = tuple(
        Write(
            id=f"hours/{org}",
            label=Text(nl="Uren van {org}", en="Hours of {org}").fill(
                org=dossier.organisation_name(org)
            ),
            value=given.get(f"hours/{org}", figure(hours.get(org))),
            lines=False,
            limit=12,
            error=wrong.get(f"hours/{org}"),
        )
        for org in dict.fromkeys((*involved(measure), *hours))
    )
    budget = Write(
        id="budget_eur",
        label=Text(nl="Kosten in euro's", en="Costs in euros"),
        value=given.get("budget_eur", figure(measure.budget_eur)),
        lines=False,
        limit=15,
        error=wrong.get("budget_eur"),
    )
    return Fold(title=Text(nl="Uren en geld", en="Hours and money"), elements=(*rows, budget))


def figure(value: float | None) -> str:
    return "" if value is None else number(value, "nl")
