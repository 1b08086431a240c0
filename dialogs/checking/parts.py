"""What the cards of a check share: buttons, and a measure as the extract shows it."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Button, Element, Heading, Listing, Words
from plan.asking import answered, leads
from plan.calendar import local
from plan.changes import as_it_was
from plan.checking import changed_since, first_round, since
from plan.dates import on_day
from plan.differences import Difference, differences, extract_lines
from plan.dossier import Dossier
from plan.reactions import reacted
from plan.records import Measure, Round
from plan.text import Text, joined

AT_ONCE = 10
"""Measures on one card."""
CHARACTERS = 6000
"""Of the measures on one card together: a card that is too large does not arrive."""
ALL_RIGHT = Button(
    verb="all_right",
    primary=True,
    label=Text(nl="Alles klopt, wij doen mee", en="All correct, we take part"),
)
AGREED = Button(
    verb="agree",
    primary=True,
    label=Text(nl="Akkoord, geen nieuwe punten", en="Agreed, no new points"),
)
TALK = Button(verb="talk", label=Text(nl="Liever een gesprek", en="I would rather talk"))
LOOK = Button(verb="core", label=Text(nl="Bekijken of wijzigen", en="View or change"))
CORRECT, PROMISED = "klopt", "ja"
"""What is filled in beforehand, and kept apart as confirmed when it is left as it stands."""


def measure_elements(dossier: Dossier, sheet: Sheet, measure: Measure) -> tuple[Element, ...]:
    """A measure as it stands in the draft: all of it, or what changed since the last round."""
    role = LEADING if leads(measure, sheet.org) else TAKING_PART
    heading = Heading(text=Text.verbatim(f"{measure.key} {measure.title}"), level=3)
    whole = Words(text=in_short(dossier, measure, sheet.org))
    first = earlier(dossier, sheet)
    if first is None:
        return (heading, Words(text=role, tone="subtle"), whole)
    moment = since(dossier, first, sheet.org)
    if measure.key not in changed_since(dossier, moment, sheet.org):
        return (heading, Words(text=STILL_OPEN, tone="subtle"), whole)
    before = as_it_was(dossier, Measure, measure.key, moment)
    changed = differences(dossier, before, measure, sheet.org)
    if not changed:
        return (heading, Words(text=NEW, tone="subtle"), whole)
    return (heading, Listing(lines=tuple(_was_and_is(one) for one in changed)))


def in_short(dossier: Dossier, measure: Measure, org: str) -> Text:
    """All of a measure in one paragraph: ten of them must fit on a card."""
    rows = extract_lines(dossier, measure, org)
    return joined([joined([label, said], ": ") for label, said in rows], " · ")


def _was_and_is(one: Difference) -> Text:
    words = Text(nl="{label}: was “{was}”, is nu “{now}”", en="{label}: was “{was}”, now “{now}”")
    return words.fill(label=one.label, was=one.was, now=one.now)


def earlier(dossier: Dossier, sheet: Sheet) -> Round | None:
    """The round after which this partner is only shown what changed; None when it sees all."""
    first = first_round(dossier, sheet.round.step)
    return first if first and reacted(dossier, first.key, sheet.org) else None


def since_words(dossier: Dossier, sheet: Sheet, first: Round) -> Text:
    words = Text(nl="Dit is sinds {day} veranderd.", en="This has changed since {day}.")
    return words.fill(day=on_day(local(since(dossier, first, sheet.org)).date()))


def in_pages(dossier: Dossier, org: str, measures: Iterable[Measure]) -> list[list[Measure]]:
    """The measures by card: ten at most, fewer where their texts are long."""
    pages: list[list[Measure]] = []
    left = 0
    for measure in measures:
        length = len(in_short(dossier, measure, org).nl)
        if not pages or len(pages[-1]) == AT_ONCE or length > left:
            pages.append([])
            left = CHARACTERS
        pages[-1].append(measure)
        left -= length
    return pages


def unanswered(dossier: Dossier, sheet: Sheet, measures: Iterable[Measure]) -> list[Measure]:
    """Of which the text or the promise is still to be confirmed."""
    known = answered(dossier, sheet.round.key, sheet.org)
    return [m for m in measures if f"K1/{m.key}" not in known or f"K2/{m.key}" not in known]


LEADING = Text(nl="U bent trekker.", en="You lead this.")
TAKING_PART = Text(nl="U werkt hieraan mee.", en="You take part in this.")
STILL_OPEN = Text(
    nl="De tekst is niet veranderd. Hier stond nog iets open.",
    en="The text has not changed. Something was still open here.",
)
NEW = Text(nl="Dit is nieuw voor u.", en="This is new to you.")
