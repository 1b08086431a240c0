"""What is known about a point: summed up for everybody, by name for the coordinator alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dialogs.meeting.entries import topics_of
from dialogs.picturing import picture_words
from dialogs.questionnaire.elements import subject_title
from dialogs.view import Element, Facts, Fold, Heading, Listing, Words
from plan.aggregate import pictures
from plan.checks.active import hours
from plan.dossier import Dossier
from plan.labels import VERDICTS
from plan.notation import number
from plan.records import DiscussionPoint, Measure
from plan.sessions import remarks_of
from plan.text import Text, joined

MOST = 8
"""Lines of figures on one card."""


def picture(dossier: Dossier, point: DiscussionPoint) -> Iterator[Element]:
    """How it stands, and how partners see it together, from three answers on (decision 15)."""
    lines = tuple(_stands(dossier, key) for key in point.subjects if dossier.get(Measure, key))
    if lines:
        yield Listing(lines=lines)
    answers = tuple(a for a in dossier.latest_answers if a.subject in point.subjects)
    seen = [p for p in pictures(answers, topics_of(dossier)) if not p.small and p.counts]
    rows = tuple(
        (p.question.short + Text.verbatim(f" ({p.subject})"), picture_words(p)) for p in seen
    )
    if rows:
        yield Heading(text=Text(nl="Zo zien partners het", en="How partners see it"), level=3)
        yield Facts(rows=rows[:MOST])


def _stands(dossier: Dossier, key: str) -> Text:
    """On a line of its own: a whole title is too long for a row of two columns."""
    measure = dossier.get(Measure, key)
    assert measure is not None  # noqa: S101 - only of measures
    lead = measure.lead.org if measure.lead else None
    named = dossier.organisation_name(lead)
    who = Text.verbatim(named) if named else Text(nl="geen trekker", en="no lead")
    verdict = VERDICTS.get(measure.decision or "", Text(nl="nog geen besluit", en="no verdict"))
    parts = verdict + Text.verbatim(", ") + who
    asked = hours((measure,))
    if asked:
        words = Text(nl=", {n} uur", en=", {n} hours")
        parts += words.fill(n=Text(nl=number(asked, "nl"), en=number(asked, "en")))
    return joined([subject_title(dossier, key), parts], ": ")


def for_you_alone(dossier: Dossier, point: DiscussionPoint) -> Iterator[Fold]:
    """Who said what: answers of partners are read aloud by nobody (domain 2.7)."""
    lines = [
        Text.verbatim(f"{dossier.organisation_name(c.org)}: {c.text}")
        for c in remarks_of(dossier, point)
    ]
    advice = Counter(
        (answer.org, str(answer.value))
        for key in point.subjects
        for answer in dossier.answers_to("M1", key)
    )
    lines += [Text.verbatim(f"{dossier.organisation_name(o)}: {value}") for o, value in advice]
    if lines:
        title = Text(nl="Alleen voor jou: wie zei wat", en="For you alone: who said what")
        yield Fold(title=title, elements=(Listing(lines=tuple(lines[:MOST])),))


def options(point: DiscussionPoint) -> Iterator[Element]:
    words = OPTIONS.get(point.kind)
    if words:
        lead = Text(nl="Mogelijke keuzes: ", en="Possible choices: ")
        yield Words(text=lead + words, tone="subtle")


OPTIONS = {
    "difference_of_opinion": Text(
        nl="doorgaan, aanpassen, afschalen of stoppen.",
        en="go on, adjust, scale down or stop.",
    ),
    "capacity_conflict": Text(
        nl="minder uren, later beginnen, een ander neemt het over, of iets stopt.",
        en="fewer hours, a later start, somebody else takes it over, or something stops.",
    ),
    "missing_lead": Text(
        nl="iemand wordt trekker, het gaat samen met een andere maatregel, of het stopt.",
        en="somebody leads it, it joins another measure, or it stops.",
    ),
    "gap": Text(
        nl="een maatregel toevoegen, verplaatsen, of bewust niets doen.",
        en="add a measure, move one, or leave it on purpose.",
    ),
    "one_sided_mix": Text(
        nl="iets eerder in de keten, een andere doelgroep, of bewust zo laten.",
        en="something earlier in the chain, another target group, or leave it on purpose.",
    ),
    "priority_shift": Text(
        nl="zwaarder, gelijk, lichter of loslaten.", en="heavier, the same, lighter or let go."
    ),
    "new_development": Text(
        nl="nu iets doen, volgen, of niet.", en="act now, keep watching, or not."
    ),
}
