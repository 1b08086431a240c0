"""What was filled in on the card of a part, as the part it becomes."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.deciding.checking import LONG, SHORT, amount, day_of, wrong_words
from dialogs.deciding.fields import TEXTS, Subject, figure
from plan.answering import clean
from plan.dossier import Dossier
from plan.records import (
    Capacity,
    Lead,
    Measure,
    Partnership,
    Planning,
    altered,
)
from plan.text import Text


def wrong_in(record: Subject, given: Mapping[str, str]) -> dict[str, Text]:
    """What is wrong with the inputs, by the input it is about."""
    found: dict[str, Text | None] = {
        name: wrong_words(words, LONG if name in _several(record) else SHORT)
        for name, words in _texts(record, given).items()
    }
    if not clean(given.get("title", "")):
        found["title"] = Text(nl="Vul een titel in.", en="Fill in a title.")
    start, end = day_of(given.get("start", "")), day_of(given.get("end", ""))
    if start and end and end < start:
        found["end"] = Text(nl="Het einde ligt voor het begin.", en="The end is before the start.")
    for name, words in given.items():
        counted = name.startswith("hours/") or name == "budget_eur"
        if counted and clean(words) and amount(words) is None:
            found[name] = Text(nl="Vul een getal in.", en="Fill in a number.")
    return {name: words for name, words in found.items() if words}


def as_filled(dossier: Dossier, record: Subject, given: Mapping[str, str]) -> Subject:
    """The part as it becomes; an input that is not there leaves its field alone."""
    texts = {name: words or None for name, words in _texts(record, given).items()}
    changed: Subject = altered(record, **texts)
    return _measure(dossier, changed, given) if isinstance(changed, Measure) else changed


def _texts(record: Subject, given: Mapping[str, str]) -> dict[str, str]:
    """The texts that were changed: what stood there already is nobody's doing now."""
    typed = {name: clean(given[name]) for name, _, _ in TEXTS[type(record)] if name in given}
    return {n: words for n, words in typed.items() if words != clean(getattr(record, n) or "")}


def _several(record: Subject) -> set[str]:
    return {name for name, _, lines in TEXTS[type(record)] if lines}


def _measure(dossier: Dossier, measure: Measure, given: Mapping[str, str]) -> Measure:
    """Only what differs is set, so that the change names nothing else."""
    plan = measure.planning
    filled = {
        "decision": given.get("decision") or measure.decision,
        "lead": _lead(dossier, measure, given.get("lead", "")),
        "partners": _partners(measure, given),
        "planning": Planning(
            start=day_of(given["start"]) if "start" in given else plan.start,
            end=day_of(given["end"]) if "end" in given else plan.end,
            cadence=plan.cadence,
        ),
        "capacity": _capacity(measure, given),
        "budget_eur": _budget(measure, given),
    }
    return altered(measure, **{n: v for n, v in filled.items() if v != getattr(measure, n)})


def _lead(dossier: Dossier, measure: Measure, org: str) -> Lead | None:
    """Another organisation brings its own contact."""
    if not org or (measure.lead and measure.lead.org == org):
        return measure.lead
    person = next(iter(dossier.people_of(org)), None)
    return Lead(org=org, person=person.key if person else None)


def _partners(measure: Measure, given: Mapping[str, str]) -> tuple[Partnership, ...]:
    if "partners" not in given:
        return measure.partners
    known = {partner.org: partner for partner in measure.partners}
    orgs = [org for org in given["partners"].split(",") if org and org != given.get("lead")]
    kept = [org for org in known if org in orgs]
    rest = [org for org in orgs if org not in known]
    return tuple(known.get(org) or Partnership(org=org) for org in (*kept, *rest))


def _capacity(measure: Measure, given: Mapping[str, str]) -> tuple[Capacity, ...]:
    """The hours as typed; an empty one is taken out, one that was not shown stays."""
    hours = {claim.org: claim.hours for claim in measure.capacity}
    for name, words in given.items():
        kind, _, org = name.partition("/")
        if kind == "hours" and clean(words) != figure(hours.get(org)):
            typed = amount(words)
            hours.pop(org, None)
            hours |= {org: typed} if typed is not None else {}
    return tuple(Capacity(org=org, hours=value) for org, value in hours.items())


def _budget(measure: Measure, given: Mapping[str, str]) -> float | None:
    words = clean(given.get("budget_eur", figure(measure.budget_eur)))
    return measure.budget_eur if words == figure(measure.budget_eur) else amount(words)
