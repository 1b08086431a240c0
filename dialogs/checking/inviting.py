"""What a partner reads above the extract: the invitation, and each reminder."""

from __future__ import annotations

from dialogs.checking.parts import earlier, unanswered
from dialogs.questionnaire.elements import subject_title
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Element, Words
from plan.asking import leads
from plan.called_for import unreasoned
from plan.checking import own_parts, to_check
from plan.content import counts
from plan.core import open_core
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Person
from plan.text import Text, counted, joined

EXACT = 2
"""Up to this many open questions a reminder puts in so many words."""


def inviting(dossier: Dossier, sheet: Sheet, person: Person) -> tuple[Element, ...]:
    """The opening, and what was agreed about a talk and about silence."""
    asked = to_check(dossier, sheet.round.step, sheet.org)
    first = earlier(dossier, sheet)
    words = AGAIN if first else OPENING
    opening = words.fill(
        name=person.name,
        municipality=dossier.plan.municipality.name,
        year=dossier.plan.year,
        org=dossier.organisation_name(sheet.org),
        parts=_parts(dossier, sheet),
        news=_news(len(asked)) if first else "",
        minutes=counted(minutes_for(len(asked)), *counts.MINUTES),
        day=on_day(sheet.round.closes_on),
    )
    more = [Words(text=opening)]
    if sheet.round.moments:
        more.append(Words(text=MOMENTS.fill(when=sheet.round.moments)))
    if sheet.round.silence:
        more.append(Words(text=Text.verbatim(sheet.round.silence), tone="subtle"))
    return tuple(more)


def minutes_for(measures: int) -> int:
    """How long a check takes: reading included, about a minute for each measure."""
    return measures + 1


def _parts(dossier: Dossier, sheet: Sheet) -> Text:
    """`5 maatregelen, waarvan 2 als trekker`."""
    own = own_parts(dossier, sheet.org)
    leading = sum(leads(measure, sheet.org) for measure in own)
    words = Text(nl="{all}, waarvan {n} als trekker", en="{all}, of which {n} as lead")
    count = counted(len(own), *counts.MEASURES)
    return words.fill(all=count, n=leading) if leading else count


def _news(changed: int) -> Text:
    if not changed:
        return Text(nl="Voor u is er niets veranderd.", en="Nothing has changed for you.")
    words = Text(nl="We vragen uw reactie op {n}.", en="We ask for your response to {n}.")
    return words.fill(n=counted(changed, *counts.MEASURES))


OPENING = Text(
    nl="Beste {name}, {municipality} heeft een concept van het uitvoeringsplan {year}. Wilt u "
    "uiterlijk {day} meekijken naar de onderdelen van {org}: {parts}? U ziet alleen uw eigen "
    "onderdelen. Het kost ongeveer {minutes} en u kunt tussendoor stoppen.",
    en="Dear {name}, {municipality} has a draft of the {year} plan. Would you look at the parts "
    "of {org} by {day}: {parts}? You only see your own parts. It takes about {minutes} and you "
    "can stop in between.",
)
AGAIN = Text(
    nl="Beste {name}, {municipality} heeft de reacties op het uitvoeringsplan {year} verwerkt. "
    "{news} U staat met {org} bij {parts}; wat gelijk bleef, vragen we niet opnieuw. Wilt u "
    "uiterlijk {day} reageren? Het kost ongeveer {minutes}.",
    en="Dear {name}, {municipality} has processed the comments on the {year} plan. {news} With "
    "{org} you are in {parts}; what stayed the same is not asked again. Would you respond by "
    "{day}? It takes about {minutes}.",
)
MOMENTS = Text(
    nl='Liever bespreken? Dat kan op: {when}. Kies "Liever een gesprek".',
    en='Rather talk it over? You can on: {when}. Choose "I would rather talk".',
)


def nudge(dossier: Dossier, sheet: Sheet, wave: int) -> tuple[Text, Text]:
    """The title and the words of a reminder: it names what is still open."""
    left = left_words(dossier, sheet)
    words = NUDGES[min(wave, 3)].fill(left=left, day=on_day(sheet.round.closes_on))
    if wave >= len(NUDGES) and not dossier.answers_in(sheet.round.key, sheet.org):
        silence = sheet.round.silence
        words = joined([words, Text.verbatim(silence) if silence else WITHOUT])
    return Text(nl="Herinnering: uw bijdrage", en="Reminder: your contribution"), words


def left_words(dossier: Dossier, sheet: Sheet) -> Text:
    """The exact questions when they are few; else how many measures wait."""
    asks = (
        *open_core(dossier, sheet.round.key, sheet.org, sheet.topics),
        *unreasoned(dossier, sheet.round.key, sheet.org, sheet.topics),
    )
    asked = to_check(dossier, sheet.round.step, sheet.org)
    if 0 < len(asks) <= EXACT:
        lines = [_exact(dossier, ask.subject, ask.question.text) for ask in asks]
        return Text(nl="dit staat nog open. ", en="this is still open. ") + joined(lines, " ")
    waiting = unanswered(dossier, sheet, asked)
    if not waiting:
        return ONE_TAP
    words = Text(nl="nog {n} te bevestigen.", en="{n} still to confirm.")
    return words.fill(n=counted(len(waiting), *counts.MEASURES))


def _exact(dossier: Dossier, subject: str | None, question: Text) -> Text:
    quoted = Text(nl=f"“{question.nl}”", en=f"“{question.en}”")
    return joined([subject_title(dossier, subject), quoted], ": ") if subject else quoted


ONE_TAP = Text(nl="één tik is genoeg als u akkoord bent.", en="one tap will do if you agree.")
WITHOUT = Text(
    nl='Zonder antwoord vermelden we in het plan "geen reactie".',
    en='Without an answer the plan will say "no response".',
)
NUDGES = {
    1: Text(
        nl="Een herinnering: {left} Graag uiterlijk {day}.",
        en="A reminder: {left} Please respond by {day}.",
    ),
    2: Text(
        nl="De ronde sluit op {day}: {left}",
        en="The round closes on {day}: {left}",
    ),
    3: Text(
        nl="Dit is de laatste herinnering; de ronde sluit op {day}: {left} Liever even bellen? "
        'Kies "Liever een gesprek" en geef een dagdeel door.',
        en="This is the last reminder; the round closes on {day}: {left} Would you rather do it "
        'by phone? Choose "I would rather talk" and name a time of day.',
    ),
}
