"""From the fields on the card of a remark to what the plan says after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogs.processing.fields import DESCRIPTION, NEW, NO, TITLE
from plan.answering import TOO_LONG, clean
from plan.dossier import Dossier
from plan.personal import suspects
from plan.records import (
    ActionItem,
    Capacity,
    Comment,
    Lead,
    Measure,
    Milestone,
    Organisation,
    Partnership,
    Planning,
    altered,
)
from plan.text import Text

PERSONAL = Text(
    nl="Dit lijkt herleidbaar tot een persoon. Schrijf het zonder naam, adres of nummer.",
    en="This looks traceable to a person. Write it without a name, address or number.",
)
NO_NUMBER = Text(
    nl="Vul een aantal uren in, zoals 120.", en="Give a number of hours, such as 120."
)
NO_TITLE = Text(nl="Geef de maatregel een naam.", en="Give the measure a name.")
BACKWARDS = Text(nl="Het eind ligt voor het begin.", en="The end is before the start.")
LIMITS = {"title": TITLE, "description": DESCRIPTION, "milestone": 200}


@dataclass(frozen=True, kw_only=True)
class Read:
    """A measure as it becomes, or what is wrong by the id of the input."""

    before: Measure | None = None
    after: Measure | None = None
    wrong: Mapping[str, Text] = field(default_factory=dict)


def read_measure(
    dossier: Dossier, comment: Comment, measure: Measure, given: Mapping[str, str]
) -> Read:
    """The measure with what was filled in; what is not on the card stays as it is."""
    key = measure.key
    said = {name: clean(given.get(f"{name}/{key}", "")) for name in _NAMES}
    wrong = _wrong(said, key)
    if not said["title"] and f"title/{key}" in given:
        wrong[f"title/{key}"] = NO_TITLE
    if wrong or f"title/{key}" not in given:
        return Read(before=measure, after=measure, wrong=wrong)
    after = altered(
        measure,
        title=said["title"],
        description=said["description"] or None,
        lead=_lead(dossier, measure, said["lead"]),
        planning=altered_period(measure.planning, _day(said["start"]), _day(said["end"])),
        capacity=_capacity(measure.capacity, comment.org, _number(said["hours"])),
        milestones=(*measure.milestones, *_milestone(said)),
    )
    led = measure.lead.org if measure.lead else None
    if led != (after.lead.org if after.lead else None):
        after = partnered(after, led)
    if said["stays"] == NO:
        after = without(after, comment.org)
    return Read(before=measure, after=after)


_NAMES = (
    *("title", "description", "lead", "start", "end", "hours"),
    *("milestone", "milestone_day", "stays"),
)


def read_new(dossier: Dossier, comment: Comment, given: Mapping[str, str]) -> Read:
    """A new measure; nothing when no name was filled in."""
    said = {n: clean(given.get(f"{n}/{NEW}", "")) for n in ("title", "description", "hours")}
    wrong = _wrong({**dict.fromkeys(_NAMES, ""), **said}, NEW)
    item = dossier.get(ActionItem, given.get(f"item/{NEW}"))
    if wrong or not said["title"] or item is None:
        return Read(wrong=wrong)
    under = dossier.measures_under(item.key)
    return Read(
        after=Measure(
            key=free_key(dossier),
            item=item.key,
            title=said["title"],
            order=max((m.order for m in under), default=0) + 1,
            description=said["description"] or None,
            decision="new",
            lead=Lead(org=comment.org, person=_contact(dossier, comment)),
            capacity=_capacity((), comment.org, _number(said["hours"])),
            source=f"comment/{comment.key}",
        )
    )


def _contact(dossier: Dossier, comment: Comment) -> str | None:
    """Whoever wrote it speaks for the partner; else its first contact."""
    people = [person.key for person in dossier.people_of(comment.org)]
    return comment.by if comment.by in people else next(iter(people), None)


def free_key(dossier: Dossier) -> str:
    """`M35` after `M34`."""
    keys = [m.key for m in dossier.measures]
    numbers = [int(key[1:]) for key in keys if key[:1] == "M" and key[1:].isdecimal()]
    number = max(numbers, default=0) + 1
    while f"M{number:02d}" in keys:
        number += 1
    return f"M{number:02d}"


def without(measure: Measure, org: str) -> Measure:
    """The measure with a partner out of it, its lead and its hours included."""
    leaves = measure.lead is not None and measure.lead.org == org
    return altered(
        measure,
        lead=None if leaves else measure.lead,
        partners=tuple(one for one in measure.partners if one.org != org),
        capacity=tuple(one for one in measure.capacity if one.org != org),
    )


def _wrong(said: Mapping[str, str], key: str) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    for name, limit in LIMITS.items():
        if len(said[name]) > limit:
            wrong[f"{name}/{key}"] = TOO_LONG.fill(length=len(said[name]), limit=limit)
        elif suspects(said[name]):
            wrong[f"{name}/{key}"] = PERSONAL
    if said["hours"] and _number(said["hours"]) is None:
        wrong[f"hours/{key}"] = NO_NUMBER
    start, end = _day(said["start"]), _day(said["end"])
    if start and end and end < start:
        wrong[f"end/{key}"] = BACKWARDS
    return wrong


def _lead(dossier: Dossier, measure: Measure, org: str) -> Lead | None:
    """Another organisation leads without a person yet; the one that led stays a partner."""
    now = measure.lead.org if measure.lead else None
    if org == (now or NO):
        return measure.lead
    return Lead(org=org) if dossier.get(Organisation, org) else None


def altered_period(planning: Planning, start: date | None, end: date | None) -> Planning:
    return altered(planning, start=start, end=end)


def _capacity(now: tuple[Capacity, ...], org: str, hours: float | None) -> tuple[Capacity, ...]:
    if hours == sum(claim.hours for claim in now if claim.org == org):
        return now
    rest = tuple(claim for claim in now if claim.org != org)
    return (*rest, Capacity(org=org, hours=hours)) if hours else rest


def _milestone(said: Mapping[str, str]) -> tuple[Milestone, ...]:
    words = said["milestone"]
    return (Milestone(text=words, when=_day(said["milestone_day"])),) if words else ()


def _number(words: str) -> float | None:
    """`1.600` and `2,5` as they are written in Dutch; None when it is no number."""
    plain = words.replace(".", "").replace(",", ".").replace(" ", "")
    try:
        number = float(plain or "0")
    except ValueError:
        return None
    return number if 0 <= number < 1_000_000 else None


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def partnered(measure: Measure, org: str | None) -> Measure:
    """The measure with an organisation as partner, unless it is in it."""
    if org is None or org in [one.org for one in measure.partners]:
        return measure
    return altered(measure, partners=(*measure.partners, Partnership(org=org)))
