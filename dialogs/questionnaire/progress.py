"""A progress round for a lead: the own measures on a card, three questions each."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.questionnaire.elements import question_elements, shown
from dialogs.questionnaire.parts import (
    CARD,
    DONE,
    NOT_ME,
    SAVE,
    TYPING,
    about,
    known_state,
    named,
    who,
)
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Button, Element, Facts, Fold, Heading, Pick, View, Words
from plan.asking import answered, led
from plan.content import counts
from plan.content.answers import LIGHT, LIGHTS_MEAN
from plan.core import open_core
from plan.dates import on_day
from plan.dossier import Dossier
from plan.progress import STEP
from plan.question import Ask
from plan.records import Measure, Person
from plan.text import Text, counted, joined

AT_ONCE = 10
"""Measures on one card."""
ALL_GREEN = Button(
    verb="all_green", label=Text(nl="Alles groen, op schema", en="All green, on schedule")
)


def is_progress(sheet: Sheet) -> bool:
    return sheet.round.step == STEP


def open_measures(dossier: Dossier, sheet: Sheet) -> list[Measure]:
    """The own measures whose status or light is not known yet."""
    left = open_core(dossier, sheet.round.key, sheet.org, sheet.topics)
    waiting = {ask.subject for ask in left}
    return [measure for measure in led(dossier, sheet.org) if measure.key in waiting]


def progress_view(
    dossier: Dossier,
    sheet: Sheet,
    measures: Iterable[Measure] | None = None,
    intro: tuple[Element, ...] = (),
) -> View:
    """Ten measures at most: what is open, or the ones that are looked at again."""
    open_ = open_measures(dossier, sheet)
    own = list(open_ or led(dossier, sheet.org)) if measures is None else list(measures)
    page = own[:AT_ONCE]
    elements: list[Element | Fold] = []
    asks: list[Ask] = []
    for measure in page:
        found = _asks(dossier, sheet, measure)
        elements.append(Heading(text=named(measure), level=3))
        elements.append(Words(text=_known(dossier, sheet, measure), tone="subtle"))
        elements += _bare(question_elements(dossier, sheet, found[:2]))
        title = Text(nl="Toelichting bij {key}", en="Note on {key}").fill(key=measure.key)
        elements.append(
            Fold(title=title, elements=_bare(question_elements(dossier, sheet, found[2:])))
        )
        asks += found
    started = bool(dossier.answers_in(sheet.round.key, sheet.org))
    more = Text(nl="Voortgang van uw maatregelen: {n}", en="Progress of your measures: {n}")
    return View(
        title=more.fill(n=counted(len(page), *counts.MEASURES)),
        elements=(*intro, *who(dossier, sheet), lights_mean(), *elements),
        buttons=(
            SAVE,
            *((ALL_GREEN,) if any(m in open_ for m in page) else ()),
            TYPING,
            *((DONE,) if started and open_ else ()),
            *(() if sheet.on_behalf or started else (NOT_ME,)),
        ),
        dialog=CARD,
        about={
            **about(sheet, "progress", asks),
            "measures": ",".join(measure.key for measure in page),
        },
    )


def lights_mean() -> Fold:
    """What green, orange and red stand for."""
    rows = tuple((option.text, LIGHTS_MEAN[option.id]) for option in LIGHT)
    title = Text(
        nl="Wat betekenen groen, oranje en rood?", en="What do green, orange and red mean?"
    )
    return Fold(title=title, elements=(Facts(rows=rows),))


def _asks(dossier: Dossier, sheet: Sheet, measure: Measure) -> list[Ask]:
    """Status, light and note; and what was said of a light that is not green."""
    known = answered(dossier, sheet.round.key, sheet.org)
    own = [ask for ask in sheet.asks(dossier) if ask.subject == measure.key]
    return [ask for ask in own if ask.question.when is None or ask.key in known]


def _known(dossier: Dossier, sheet: Sheet, measure: Measure) -> Text:
    """The last known state, and who leads it where that is a colleague."""
    state = known_state(dossier, measure)
    person = measure.lead.person if measure.lead else None
    if person is None or person == sheet.by.key:
        return state
    lead = Text(nl="Trekker: {name}", en="Lead: {name}").fill(name=dossier.person_name(person))
    return joined([lead, state], " · ")


def _bare(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Without the headings: the measure is named already."""
    return tuple(e for e in elements if not isinstance(e, Heading))


def progress_overview(dossier: Dossier, sheet: Sheet) -> View:
    """What was answered, measure by measure, and which to change."""
    own = led(dossier, sheet.org)
    if len(own) <= AT_ONCE:
        return progress_view(dossier, sheet, own)
    choices = tuple((f"led:{n}", _span(own[n : n + AT_ONCE])) for n in range(0, len(own), AT_ONCE))
    return View(
        title=Text(nl="Voortgang van uw maatregelen", en="Progress of your measures"),
        elements=(
            *who(dossier, sheet),
            Facts(rows=tuple((named(m), _answer(dossier, sheet, m)) for m in own)),
            Pick(
                id="open",
                label=Text(nl="Welke openen?", en="Which do you want to open?"),
                choices=choices,
                value=choices[0][0],
            ),
        ),
        buttons=(
            Button(verb="open", label=Text(nl="Openen", en="Open"), primary=True),
            TYPING,
            *(() if sheet.on_behalf else (NOT_ME,)),
        ),
        dialog=CARD,
        about=about(sheet, "menu", ()),
    )


def _span(measures: tuple[Measure, ...]) -> Text:
    words = Text(nl="{first} tot en met {last}", en="{first} to {last}")
    return words.fill(first=measures[0].key, last=measures[-1].key)


def _answer(dossier: Dossier, sheet: Sheet, measure: Measure) -> Text:
    known = answered(dossier, sheet.round.key, sheet.org)
    found = [
        shown(ask, known[ask.key])
        for ask in _asks(dossier, sheet, measure)[:2]
        if ask.key in known
    ]
    return joined(found, ", ") if found else Text(nl="nog open", en="still open")


def opened_at(dossier: Dossier, sheet: Sheet, start: str) -> View:
    """The ten measures from a place in the list."""
    first = int(start) if start.isdecimal() else 0
    return progress_view(dossier, sheet, led(dossier, sheet.org)[first : first + AT_ONCE])


def progress_invitation(dossier: Dossier, sheet: Sheet, person: Person) -> View:
    """The opening to a lead, with the questions in it."""
    words = Text(
        nl="Beste {name}, het uitvoeringsplan {year} van {municipality} loopt. Hoe staan de "
        "maatregelen ervoor die u trekt? Per maatregel: de stand, een licht en zo nodig een "
        "toelichting. Het gaat om {measures}. Loopt alles goed, dan is één tik genoeg. Graag "
        "uiterlijk {day}.",
        en="Dear {name}, the {year} plan of {municipality} is running. How are the measures that "
        "you lead? For each measure: its status, a light and a note where needed. It is about "
        "{measures}. If all goes well, one tap is enough. Please answer by {day}.",
    ).fill(
        name=person.name,
        year=dossier.plan.year,
        municipality=dossier.plan.municipality.name,
        measures=counted(len(led(dossier, sheet.org)), *counts.MEASURES),
        day=on_day(sheet.round.closes_on),
    )
    return progress_view(dossier, sheet, intro=(Words(text=words),))


def complete_progress(dossier: Dossier, sheet: Sheet) -> View:
    """Thanks, until when it can be changed, and what happens with it."""
    title = Text(nl="Bedankt, de voortgang is binnen", en="Thank you, the progress is in")
    if sheet.on_behalf:
        title = Text(nl="De voortgang van {org} is binnen", en="The progress of {org} is in")
    words = Text(
        nl='Wijzigen kan tot en met {day}. Typ dan "vragenlijst". De stand gaat naar het '
        "veiligheidsoverleg; u hoort wat er is vastgesteld.",
        en='You can change it until {day}. To do so, type "questionnaire". The status goes to '
        "the safety meeting; you will hear what was settled.",
    )
    return View(
        title=title.fill(org=dossier.organisation_name(sheet.org)),
        elements=(Words(text=words.fill(day=on_day(sheet.round.closes_on))),),
    )
