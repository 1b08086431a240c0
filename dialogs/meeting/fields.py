"""The fields of a measure, item or theme that an outcome can change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dialogs.meeting.parts import day_of, given, people
from dialogs.turn import Said
from dialogs.view import Day, Element, Pick, Write
from plan.answering import clean
from plan.dossier import Dossier
from plan.labels import CATEGORIES, VERDICTS
from plan.records import ActionItem, Lead, Measure, Milestone, Person, Planning, Theme, altered
from plan.text import Text

NOBODY = ("", Text(nl="Nog niemand", en="Nobody yet"))
TEXT = 300


def as_filled(measure: Measure) -> dict[str, str]:
    """What the fields of a measure show."""
    lead, planning = measure.lead or Lead(), measure.planning
    return {
        "decision": measure.decision or "",
        "lead": lead.person or (f"@{lead.org}" if lead.org else ""),
        "start": planning.start.isoformat() if planning.start else "",
        "end": planning.end.isoformat() if planning.end else "",
        "budget": f"{measure.budget_eur:g}" if measure.budget_eur else "",
        "funding": measure.funding or "",
        "milestone": "",
        "milestone_day": "",
    }


def measure_inputs(dossier: Dossier, said: Said, measure: Measure) -> Iterator[Element]:
    """Every field with what is known; what stays as it is changes nothing."""
    known = {
        field: given(said, f"{field}/{measure.key}", value)
        for field, value in as_filled(measure).items()
    }
    yield Pick(
        id=f"decision/{measure.key}",
        label=Text(nl="Besluit", en="Verdict"),
        choices=(("", Text(nl="nog geen", en="none yet")), *VERDICTS.items()),
        value=known["decision"],
    )
    yield Pick(
        id=f"lead/{measure.key}",
        label=Text(nl="Trekker", en="Lead"),
        choices=_leads(dossier, measure),
        value=known["lead"],
    )
    for field, label in DAYS.items():
        first = measure.planning.start.isoformat() if measure.planning.start else None
        yield Day(
            id=f"{field}/{measure.key}",
            label=label,
            value=known[field],
            earliest=first if field == "end" else None,
        )
    for field, label in LINES.items():
        yield Write(
            id=f"{field}/{measure.key}",
            label=label,
            value=known[field],
            limit=TEXT,
            lines=False,
        )
    yield Day(
        id=f"milestone_day/{measure.key}",
        label=Text(nl="Mijlpaal uiterlijk op", en="Milestone by"),
        value=known["milestone_day"],
    )


DAYS = {"start": Text(nl="Begin", en="Start"), "end": Text(nl="Einde", en="End")}
LINES = {
    "budget": Text(nl="Kosten in euro's", en="Costs in euros"),
    "funding": Text(nl="Dekking", en="Funding"),
    "milestone": Text(nl="Nieuwe mijlpaal", en="New milestone"),
}


def _leads(dossier: Dossier, measure: Measure) -> tuple[tuple[str, Text], ...]:
    """Everybody; and the organisation itself where it has named no person yet."""
    lead = measure.lead
    if lead is None or lead.person or not lead.org:
        return (NOBODY, *people(dossier, lead.person if lead else None))
    own = (f"@{lead.org}", Text.verbatim(dossier.organisation_name(lead.org)))
    return (NOBODY, own, *people(dossier))


def touched(said: Said, shown: Measure) -> dict[str, str]:
    """The fields of a measure that were filled in differently from what the card showed."""
    before = as_filled(shown)
    filled = {
        field: clean(said.inputs[f"{field}/{shown.key}"])
        for field in before
        if f"{field}/{shown.key}" in said.inputs
    }
    return {field: value for field, value in filled.items() if value != before[field]}


def with_fields(dossier: Dossier, measure: Measure, filled: dict[str, str], why: str) -> Measure:
    """The measure with these fields; the outcome is the reason of a new verdict."""
    after = measure
    for field, value in filled.items():
        match field:
            case "decision":
                after = altered(after, decision=value or None, decision_reason=why)
            case "lead":
                after = altered(after, lead=lead_of(dossier, value))
            case "start" | "end":
                after = altered(after, planning=_planning(after.planning, field, value))
            case "budget":
                after = altered(after, budget_eur=amount(value))
            case "funding":
                after = altered(after, funding=value or None)
            case "milestone":
                made = Milestone(text=value, when=day_of(filled.get("milestone_day", "")))
                after = altered(after, milestones=(*after.milestones, made))
    return after


def _planning(planning: Planning, field: str, value: str) -> Planning:
    day = day_of(value)
    return altered(planning, start=day) if field == "start" else altered(planning, end=day)


def lead_of(dossier: Dossier, chosen: str) -> Lead | None:
    if chosen.startswith("@"):
        return Lead(org=chosen[1:])
    person = dossier.get(Person, chosen)
    return Lead(org=person.org, person=person.key) if person else None


def amount(words: str) -> float | None:
    """`8.000`, `€ 8000` or `8000,50`; None when it is no amount, or nothing."""
    plain = words.replace("€", "").replace(" ", "").replace(".", "").replace(",", ".")
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if 0 <= found < 1e9 else None


def wrong_fields(dossier: Dossier, measure: Measure, filled: dict[str, str]) -> Text | None:
    """What is wrong with the fields of one measure."""
    start, end = _period(measure, filled)
    if start and end and end < start:
        return Text(
            nl="{m}: het einde ligt voor het begin.", en="{m}: the end is before the start."
        )
    if filled.get("budget") and amount(filled["budget"]) is None:
        return Text(
            nl="{m}: schrijf de kosten als een bedrag, zoals 8.000.",
            en="{m}: write the costs as an amount, such as 8.000.",
        )
    if filled.get("milestone_day") and not filled.get("milestone"):
        return Text(nl="{m}: welke mijlpaal is dat?", en="{m}: which milestone is that?")
    if filled.get("decision", "continue") not in ("", *VERDICTS):
        return Text(nl="{m}: kies een besluit.", en="{m}: choose a verdict.")
    return None


def _period(measure: Measure, filled: dict[str, str]) -> tuple[date | None, date | None]:
    before = as_filled(measure)
    return (
        day_of(filled.get("start", before["start"])),
        day_of(filled.get("end", before["end"])),
    )


def item_inputs(dossier: Dossier, said: Said, item: ActionItem) -> Iterator[Element]:
    """For an item with a gap: a measure that was agreed on, or why there is none."""
    yield Write(
        id=f"new/{item.key}",
        label=Text(nl="Nieuwe maatregel", en="New measure"),
        value=given(said, f"new/{item.key}"),
        limit=TEXT,
        lines=False,
    )
    yield Pick(
        id=f"new_lead/{item.key}",
        label=Text(nl="Trekker van de nieuwe maatregel", en="Lead of the new measure"),
        choices=(NOBODY, *people(dossier)),
        value=given(said, f"new_lead/{item.key}"),
    )
    yield Day(
        id=f"new_start/{item.key}",
        label=Text(nl="Begin", en="Start"),
        value=given(said, f"new_start/{item.key}"),
    )
    if not dossier.measures_under(item.key):
        yield Write(
            id=f"gap/{item.key}",
            label=Text(
                nl="Of: waarom er bewust niets komt", en="Or: why there is deliberately nothing"
            ),
            value=given(said, f"gap/{item.key}", item.gap_reason or ""),
            limit=TEXT,
        )


def theme_inputs(dossier: Dossier, said: Said, theme: Theme) -> Iterator[Element]:
    yield Pick(
        id=f"category/{theme.key}",
        label=Text(nl="Gewicht van dit thema", en="Weight of this theme"),
        choices=tuple(CATEGORIES.items()),
        value=given(said, f"category/{theme.key}", dossier.category(theme.key)),
    )
