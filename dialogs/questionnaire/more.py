"""What comes after the core: follow-ups, the other themes, and the thanks."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.checking.contribution import agreed_view
from dialogs.questionnaire.elements import question_elements
from dialogs.questionnaire.parts import CARD, MENU, SAVE, TYPING, about, who
from dialogs.questionnaire.progress import complete_progress, is_progress
from dialogs.questionnaire.sheet import Sheet, with_colleagues
from dialogs.view import Button, View, Words
from plan.answering import deeper_fields
from plan.asking import answered, themes_by_weight
from plan.called_for import unreasoned
from plan.core import THEMES_FIRST
from plan.dates import on_day
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Handover
from plan.text import Text, counted


def others_view(dossier: Dossier, sheet: Sheet) -> View:
    """The core questions about the themes that did not come first."""
    later = other_themes(dossier, sheet)
    asks = [a for a in sheet.asks(dossier) if a.question.core and a.subject in later]
    return View(
        title=Text(nl="Uw andere thema's", en="Your other themes"),
        elements=(*who(dossier, sheet), *question_elements(dossier, sheet, asks, folded=True)),
        buttons=(SAVE, MENU, TYPING),
        dialog=CARD,
        about=about(sheet, "others", asks),
    )


def other_themes(dossier: Dossier, sheet: Sheet) -> tuple[str, ...]:
    """The own themes beyond the first two that nothing was said about yet."""
    said = {answer.subject for answer in dossier.answers_in(sheet.round.key, sheet.org)}
    later = themes_by_weight(dossier, sheet.org)[THEMES_FIRST:]
    return tuple(theme for theme in later if theme not in said)


def follow_up_view(dossier: Dossier, sheet: Sheet, asks: Iterable[Ask]) -> View:
    """One card with only what the answers just given call for (decision 16)."""
    asks = list(asks)
    known = answered(dossier, sheet.round.key, sheet.org)
    blank = {
        field.id: ""
        for ask in asks
        if (answer := known.get(ask.key))
        for field in deeper_fields(ask, dossier, sheet.org, answer.value)
    }
    more = Button(
        verb="another", label=Text(nl="Opslaan en nog een voorstel", en="Save and one more")
    )
    silent = unreasoned(dossier, sheet.round.key, sheet.org, sheet.topics)
    needed = {ask.key for ask in silent} & {ask.key for ask in asks}
    proposes = any(ask.question.id == "M2" for ask in asks)
    return View(
        title=Text(nl="Nog één ding", en="One more thing"),
        elements=question_elements(dossier, sheet, asks, typed=blank),
        buttons=(
            SAVE,
            *((more,) if proposes else ()),
            *(() if needed else (SKIP,)),
        ),
        dialog=CARD,
        about=about(sheet, "follow_up", asks),
    )


SKIP = Button(verb="skip", label=Text(nl="Overslaan", en="Skip"), checks=False)


def complete_view(dossier: Dossier, sheet: Sheet) -> View:
    """Thanks, until when it can be changed, and the offer of two more minutes."""
    if is_progress(sheet):
        return complete_progress(dossier, sheet)
    if sheet.sort == "check":
        return agreed_view(dossier, sheet)
    if sheet.on_behalf:
        return _complete_on_behalf(dossier, sheet)
    colleagues = with_colleagues(dossier, sheet)
    waiting = Text(nl="Nog niet klaar: {names}.", en="Not ready yet: {names}.")
    return View(
        title=Text(nl="Bedankt, uw antwoorden zijn binnen", en="Thank you, your answers are in"),
        elements=(
            *((Words(text=waiting.fill(names=", ".join(colleagues))),) if colleagues else ()),
            Words(
                text=Text(
                    nl='U kunt alles nog wijzigen tot en met {day}. Typ dan "vragenlijst". Wat er '
                    "met uw antwoorden gebeurt, hoort u van ons.",
                    en='You can change everything until {day}. To do so, type "questionnaire". We '
                    "will let you know what is done with your answers.",
                ).fill(day=on_day(sheet.round.closes_on))
            ),
            Words(
                text=Text(
                    nl="Heeft u nog twee minuten? Per onderwerp zijn er nog een paar vragen.",
                    en="Do you have two more minutes? There are a few more questions on each "
                    "topic.",
                )
            ),
        ),
        buttons=(*_others(dossier, sheet), MENU),
        dialog=CARD,
        about=about(sheet, "complete", ()),
    )


def _complete_on_behalf(dossier: Dossier, sheet: Sheet) -> View:
    title = Text(nl="De antwoorden van {org} zijn binnen", en="The answers of {org} are in")
    words = Text(
        nl='Typ "stop" als het gesprek klaar is. Volgende partner? Typ "namens" en de naam.',
        en='Type "stop" when the call is over. Another partner? Type "for" and the name.',
    )
    return View(
        title=title.fill(org=dossier.organisation_name(sheet.org)),
        elements=(Words(text=words),),
        buttons=(*_others(dossier, sheet), MENU),
        dialog=CARD,
        about=about(sheet, "complete", ()),
    )


def handed_view(dossier: Dossier, sheet: Sheet) -> View:
    """Thanks to a colleague for the one topic; more is allowed."""
    words = Text(
        nl="De andere vragen namens {org} liggen bij {names}. U mag ook meer vragen beantwoorden.",
        en="The other questions on behalf of {org} are with {names}. You may answer more as well.",
    )
    givers = (
        dossier.person_name(h.by)
        for h in dossier.all(Handover)
        if (h.round, h.org, h.to) == (sheet.round.key, sheet.org, sheet.by.key)
    )
    names = ", ".join(dict.fromkeys(givers))
    return View(
        title=Text(nl="Bedankt, dit onderwerp is binnen", en="Thank you, this topic is in"),
        elements=(Words(text=words.fill(org=dossier.organisation_name(sheet.org), names=names)),),
        buttons=(MENU,),
        dialog=CARD,
        about=about(sheet, "complete", ()),
    )


def _others(dossier: Dossier, sheet: Sheet) -> tuple[Button, ...]:
    later = other_themes(dossier, sheet)
    words = Text(nl="Ook over {themes}", en="About {themes} too")
    count = counted(len(later), Text(nl="ander thema", en="other theme"), OTHERS)
    return (Button(verb="others", label=words.fill(themes=count)),) if later else ()


OTHERS = Text(nl="andere thema's", en="other themes")
