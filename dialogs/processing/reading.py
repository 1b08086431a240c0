"""From the fields on the card of a remark to what the plan says after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogs.filled import written
from dialogs.measures.reading import Reading, shown_on
from dialogs.processing.fields import NO, new_measure
from dialogs.turn import Said
from plan.codes import NEW, placed
from plan.dossier import Dossier
from plan.records import Comment, Measure, Partnership, altered
from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class Read:
    """A measure as it becomes, or what is wrong by the id of the input."""

    before: Measure | None = None
    after: Measure | None = None
    wrong: Mapping[str, Text] = field(default_factory=dict)


def read_measure(dossier: Dossier, said: Said, comment: Comment, measure: Measure) -> Read:
    """The measure with what was filled in; what is not on the card stays as it is."""
    reading = Reading(dossier, said, measure, shown_on(dossier, said, measure))
    after = reading.becomes()
    if reading.wrong:
        return Read(before=measure, after=measure, wrong=reading.wrong)
    led = measure.lead.org if measure.lead else None
    if led != (after.lead.org if after.lead else None):
        after = partnered(after, led)
    if written(said, f"stays/{measure.key}") == NO:
        after = without(after, comment.org)
    return Read(before=measure, after=after)


def read_new(dossier: Dossier, said: Said, comment: Comment) -> Read:
    """A new measure; nothing when no name was filled in."""
    if not written(said, f"title/{NEW}"):
        return Read()
    reading = Reading(dossier, said, new_measure(dossier, comment))
    after = reading.becomes()
    return Read(wrong=reading.wrong) if reading.wrong else Read(after=placed(dossier, after))


def without(measure: Measure, org: str) -> Measure:
    """The measure with a partner out of it, its lead and its hours included."""
    leaves = measure.lead is not None and measure.lead.org == org
    return altered(
        measure,
        lead=None if leaves else measure.lead,
        partners=tuple(one for one in measure.partners if one.org != org),
        capacity=tuple(one for one in measure.capacity if one.org != org),
    )


def partnered(measure: Measure, org: str | None) -> Measure:
    """The measure with an organisation as partner, unless it is in it."""
    if org is None or org in [one.org for one in measure.partners]:
        return measure
    return altered(measure, partners=(*measure.partners, Partnership(org=org)))
