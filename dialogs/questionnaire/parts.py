"""What the cards of the questionnaire share: buttons, who answers, receipts."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs import phrases
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Button, Element, Facts, View, Words
from plan.content.answers import EFFECT, PROGRESS
from plan.dossier import Dossier
from plan.question import Ask, Option, label_of
from plan.records import Measure
from plan.rights import is_coordinator
from plan.text import Text

CARD = "questionnaire.card"


SAVE = Button(verb="save", label=phrases.SAVE, primary=True)


TYPING = Button(verb="typing", label=Text(nl="Liever vraag voor vraag", en="Rather one by one"))


NOT_ME = Button(verb="not_me", label=Text(nl="Dit is niet voor mij", en="This is not for me"))


LATER = Button(verb="later", label=phrases.LATER)


MENU = Button(verb="menu", label=Text(nl="Alle onderwerpen", en="All topics"))


DONE = Button(verb="done", label=Text(nl="Zo is het goed, klaar", en="Fine like this, done"))


def receipt(
    time: Text, number: str, groups: Iterable[tuple[Text | None, list[tuple[Text, Text]]]]
) -> View:
    """What was kept, by what it is about; it takes the place of the card that was sent in."""
    elements: list[Element] = []
    for title, rows in groups:
        if title:
            elements.append(Words(text=title, strong=True))
        elements.append(Facts(rows=tuple(rows)))
    return View(title=phrases.SAVED.fill(time=time, number=number), elements=tuple(elements))


def who(dossier: Dossier, sheet: Sheet) -> tuple[Element, ...]:
    """For whom the answers count, and that no residents are named."""
    name = dossier.organisation_name(sheet.org)
    words = phrases.FOR_ORGANISATION
    if is_coordinator(dossier, sheet.by):
        words = phrases.ON_BEHALF if sheet.on_behalf else phrases.FOR_OWN
    return (
        Words(text=words.fill(org=name), tone="subtle"),
        Words(text=phrases.NO_RESIDENTS, tone="subtle"),
    )


def minutes(asks: int) -> int:
    """How long that many questions take: about twenty seconds each, never under a minute."""
    return max(1, round(asks / 3))


def about(sheet: Sheet, kind: str, asks: Iterable[Ask]) -> dict[str, str]:
    return {**sheet.about, "kind": kind, "asks": ",".join(ask.key for ask in asks)}


def not_measure(ask: Ask) -> bool:
    return ask.question.per != "measure"


def named(measure: Measure) -> Text:
    return Text.verbatim(f"{measure.key} {measure.title}")


def known_state(dossier: Dossier, measure: Measure) -> Text:
    past = [h for h in measure.history if h.year < dossier.plan.year]
    if not past:
        return Text(nl="Nog geen stand bekend", en="No state known yet")
    last = max(past, key=lambda h: h.year)
    words = Text(
        nl="{year}: {progress}, effect {effect}", en="{year}: {progress}, effect {effect}"
    )
    return words.fill(
        year=last.year,
        progress=_option(PROGRESS, last.progress),
        effect=_option(EFFECT, last.effect),
    )


def _option(options: Iterable[Option], value: str | None) -> Text:
    found = label_of(options, value) if value else Text(nl="onbekend", en="unknown")
    return Text(nl=found.nl.lower(), en=found.en.lower())
