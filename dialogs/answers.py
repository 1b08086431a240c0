"""The answer to a question about the plan, in a sentence or two."""

from __future__ import annotations

from datetime import date
from typing import Literal

from plan import labels
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.notation import period, short_day
from plan.records import DecisionStep, Measure
from plan.standing import agreed, deciding_bodies
from plan.text import Text, joined
from plan.tracing import verdict_amended

Sort = Literal["why", "when", "who"]


def headline(dossier: Dossier, subject: str, sort: Sort) -> tuple[Text, ...]:
    """What was asked of a measure; nothing for an item or a theme, whose facts say it."""
    measure = dossier.get(Measure, subject)
    if measure is None:
        return ()
    if sort == "when":
        return _when(measure)
    return _who(dossier, measure) if sort == "who" else _why(dossier, measure)


def _why(dossier: Dossier, measure: Measure) -> tuple[Text, ...]:
    """The verdict with its reason, and who decided on it and when."""
    year = dossier.plan.year
    if measure.decision is None:
        none = Text(
            nl="In het plan voor {year} is hierover nog niets besloten.",
            en="Nothing has been decided on this in the plan for {year} yet.",
        )
        return (none.fill(year=year),)
    words = Text(nl="Besluit in het plan voor {year}: {v}.", en="Verdict in the {year} plan: {v}.")
    found = [words.fill(year=year, v=_lower(labels.VERDICTS[measure.decision]))]
    if measure.decision_reason:
        found.append(Text.verbatim(measure.decision_reason))
    by = _amended(dossier, measure) or _decided(dossier)
    return (*found, by) if by else tuple(found)


def _amended(dossier: Dossier, measure: Measure) -> Text | None:
    """Who changed the verdict after the plan was adopted, and when."""
    made = verdict_amended(dossier, measure.key)
    if made is None:
        return None
    day = local(made.at).date()
    words = Text(
        nl="Dat is een wijziging van het vastgestelde plan{day}, door {name}.",
        en="That is an amendment of the adopted plan{day}, by {name}.",
    )
    return words.fill(day=_day(day), name=dossier.person_name(made.by))


def _lower(text: Text) -> Text:
    return Text(nl=text.nl.lower(), en=text.en.lower())


def _decided(dossier: Dossier) -> Text | None:
    """The last body that agreed to the plan, with the day and the reference."""
    body = next((b for b in reversed(deciding_bodies(dossier)) if agreed(b)), None)
    if body is None:
        return None
    words = Text(nl="Vastgesteld door {body}{day}{ref}.", en="Adopted by {body}{day}{ref}.")
    return words.fill(body=body.body, day=_on(body), ref=_reference(body))


def _on(body: DecisionStep) -> Text:
    day = body.decided_on or body.day
    return _day(day) if day else Text.verbatim("")


def _day(day: date) -> Text:
    return Text(nl=f" op {short_day(day, 'nl')}", en=f" on {short_day(day, 'en')}")


def _reference(body: DecisionStep) -> str:
    return f" ({body.reference})" if body.reference else ""


def _when(measure: Measure) -> tuple[Text, ...]:
    if measure.visibility == "internal":
        return (Text(nl="De planning is intern.", en="The planning is internal."),)
    plan = measure.planning
    nl, en = period(plan.start, plan.end, "nl"), period(plan.start, plan.end, "en")
    none = Text(nl="Er is nog geen planning.", en="There is no planning yet.")
    words = Text(nl="Planning: {period}.", en="Planning: {period}.")
    cadence = Text.verbatim(plan.cadence or "")
    written = joined([p for p in (Text(nl=nl, en=en), cadence) if p.nl], ", ")
    lines = [words.fill(period=written) if written.nl else none]
    if measure.decision == "stop":
        lines.insert(0, Text(nl="Deze maatregel is gestopt.", en="This measure was stopped."))
    for one in measure.milestones:
        day = joined([on_day(one.when), Text.verbatim(str(one.when.year))]) if one.when else None
        lines.append(joined([day, Text.verbatim(one.text)], ": ") if day else _text(one.text))
    return tuple(lines)


def _text(words: str) -> Text:
    return Text.verbatim(words)


def _who(dossier: Dossier, measure: Measure) -> tuple[Text, ...]:
    """The lead with its person, and who takes part as what."""
    lead = measure.lead
    if lead is None or not (lead.org or lead.person):
        first = Text(nl="Nog geen trekker.", en="No lead yet.")
    else:
        who = (dossier.organisation_name(lead.org), dossier.person_name(lead.person))
        words = Text(nl="Trekker: {who}.", en="Lead: {who}.")
        first = words.fill(who=", ".join(filter(None, who)))
    partners = ", ".join(dossier.organisation_name(p.org) for p in measure.partners)
    with_ = Text(nl="Met: {partners}.", en="With: {partners}.").fill(partners=partners)
    return (first, with_) if partners else (first,)
