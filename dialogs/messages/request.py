"""What a request says when it goes out: the invitation, what was handed on, the reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dialogs.checking.inviting import nudge
from dialogs.post import Kind
from dialogs.questionnaire.core import core_view, invitation
from dialogs.questionnaire.course import next_view, to_go
from dialogs.questionnaire.menu import topic_view
from dialogs.questionnaire.parts import CARD, MENU, NOT_ME, about, minutes
from dialogs.questionnaire.sheet import Sheet, sheet_of, with_colleagues
from dialogs.sharing.naming import BOTH, named
from dialogs.sharing.offering import elsewhere_view, offer_view, offered
from dialogs.turn import Reply
from dialogs.view import View, Words
from plan.calendar import local
from plan.content import counts
from plan.core import open_core
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Handover, Message, Person, Round
from plan.reminders import last_day
from plan.sharing import sharings, waiting
from plan.standing import is_open, is_settled
from plan.text import Text, counted, joined


def _sheet(dossier: Dossier, message: Message, person: Person) -> Sheet | None:
    """The sheet it is about; None when nobody needs to be asked any more."""
    round_ = dossier.get(Round, message.request)
    if round_ is None or message.org is None or is_settled(dossier, round_, message.org):
        return None
    return sheet_of(dossier, round_, person, message.org)


def _invitation(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    sheet = _sheet(dossier, message, person)
    return invited(dossier, sheet, person, now) if sheet else None


def invited(dossier: Dossier, sheet: Sheet, person: Person, now: datetime) -> Reply:
    """The questions with their opening: who asks, about what, and until when."""
    if offered(dossier, sheet):
        return Reply(view=offer_view(dossier, sheet, _greeting(dossier, sheet, person)))
    return Reply(view=named(dossier, invitation(dossier, sheet, person, now), BOTH, 1))


def _greeting(dossier: Dossier, sheet: Sheet, person: Person) -> tuple[Words, ...]:
    """The opening to a partner that already answered another municipality."""
    words = Text(
        nl="Beste {name}, ook {municipality} maakt het uitvoeringsplan voor {year}. Wat u elders "
        "al zei, hoeft u niet nog eens in te vullen. Graag uiterlijk {day}.",
        en="Dear {name}, {municipality} too is making the plan for {year}. You need not fill in "
        "again what you said elsewhere. Please answer by {day}.",
    )
    plan = dossier.plan
    filled = words.fill(
        name=person.name,
        municipality=plan.municipality.name,
        year=plan.year,
        day=on_day(sheet.round.closes_on),
    )
    return (Words(text=filled),)


def _handed(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    sheet = _sheet(dossier, message, person)
    if sheet is None:
        return None
    topic = sheet.topic(message.text)
    if topic and sheet.sort == "check":
        view = core_view(dossier, sheet, intro=(_intro(dossier, sheet, message),))
        return Reply(view=view)
    if topic:
        view = topic_view(dossier, sheet, topic.id)
        intro = (_intro(dossier, sheet, message), *view.elements)
        return Reply(view=replace(view, elements=intro))
    return Reply(view=invitation(dossier, sheet, person, now))


def _intro(dossier: Dossier, sheet: Sheet, message: Message) -> Words:
    handed = dossier.get(Handover, f"{sheet.round.key}/{sheet.org}/{message.text}")
    words = Text(
        nl="{giver} vraagt u om de vragen over dit onderwerp te beantwoorden, voor het "
        "uitvoeringsplan {year} van {municipality}. U kunt tussendoor stoppen. Graag uiterlijk "
        "{day}.",
        en="{giver} asks you to answer the questions on this topic, for the {year} plan of "
        "{municipality}. You can stop in between. Please answer by {day}.",
    )
    return Words(
        text=words.fill(
            giver=dossier.person_name(handed.by if handed else None),
            year=dossier.plan.year,
            municipality=dossier.plan.municipality.name,
            day=on_day(sheet.round.closes_on),
        )
    )


def _reminder(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """The open questions themselves, with how many are left; the third offers a call."""
    sheet = _sheet(dossier, message, person)
    if sheet is None:
        return _elsewhere(dossier, message, person)
    if local(now).date() > sheet.round.closes_on:
        return None
    if offered(dossier, sheet):
        return Reply(view=offer_view(dossier, sheet))
    colleagues = with_colleagues(dossier, sheet)
    if colleagues and not open_core(dossier, sheet.round.key, sheet.org, sheet.topics):
        return Reply(view=_waits_for(dossier, sheet, colleagues))
    view = named(dossier, next_view(dossier, sheet) or core_view(dossier, sheet), BOTH)
    wave = _wave(dossier, message, sheet.round, now)
    if sheet.sort == "check":
        return _nudged(view, *nudge(dossier, sheet, wave))
    left = to_go(dossier, sheet)
    words = NUDGES[min(wave, LAST)].fill(
        n=counted(left, *counts.QUESTIONS),
        minutes=counted(minutes(left), *counts.MINUTES),
        day=on_day(sheet.round.closes_on),
    )
    if wave >= LAST and not dossier.answers_in(sheet.round.key, sheet.org):
        words = joined([words, WITHOUT])
    title = Text(nl="Nog {n}", en="{n} left").fill(n=counted(left, *counts.QUESTIONS))
    return _nudged(view, title, words)


def _nudged(view: View, title: Text, words: Text) -> Reply:
    """The card itself, with the reminder above it; "not for me" where there is room for it."""
    buttons = tuple(b for b in view.buttons if b.verb != "done")
    if len(buttons) > ROOM:
        buttons = tuple(button for button in buttons if button != NOT_ME)
    elements = (Words(text=words), *view.elements)
    return Reply(view=replace(view, title=title, elements=elements, buttons=buttons))


def _elsewhere(dossier: Dossier, message: Message, person: Person) -> Reply | None:
    """The partner is ready here; another municipality in the same request still waits."""
    round_ = dossier.get(Round, message.request)
    if round_ is None or message.org is None or not is_open(dossier, round_):
        return None
    others = waiting(sharings(dossier, round_.key, message.org))
    sheet = sheet_of(dossier, round_, person, message.org)
    return Reply(view=elsewhere_view(dossier, sheet, others)) if others and sheet else None


def _waits_for(dossier: Dossier, sheet: Sheet, colleagues: tuple[str, ...]) -> View:
    """The own part is in; what was handed on is not."""
    words = Text(
        nl="Uw eigen antwoorden zijn binnen. Nog niet klaar: {names}. Wilt u hen eraan "
        "herinneren? De ronde sluit op {day}.",
        en="Your own answers are in. Not ready yet: {names}. Would you remind them? The round "
        "closes on {day}.",
    )
    return View(
        title=Text(
            nl="Een deel ligt nog bij een collega", en="Part of it is still with a colleague"
        ),
        elements=(
            Words(text=words.fill(names=", ".join(colleagues), day=on_day(sheet.round.closes_on))),
        ),
        buttons=(MENU,),
        dialog=CARD,
        about=about(sheet, "complete", ()),
    )


def _wave(dossier: Dossier, message: Message, round_: Round, now: datetime) -> int:
    """Which reminder it is; on the last working day it is the last, however many came before."""
    if local(now).date() >= last_day(round_, dossier.plan.free_days):
        return LAST
    number = message.key.rpartition("/")[2]
    return int(number) if number.isdigit() else 1


ROOM = 5
"""Buttons of a card that stay in sight, besides the way to fewer messages."""
LAST = 3
WITHOUT = Text(
    nl="Zonder antwoord vermelden we dat er geen reactie was.",
    en="Without an answer we will note that there was no response.",
)
NUDGES = {
    1: Text(
        nl="Een herinnering: nog {n} te gaan, ongeveer {minutes} werk. Graag uiterlijk {day}.",
        en="A reminder: {n} to go, about {minutes} of work. Please answer by {day}.",
    ),
    2: Text(
        nl="De ronde sluit op {day}. Nog {n} te gaan, ongeveer {minutes} werk.",
        en="The round closes on {day}. {n} to go, about {minutes} of work.",
    ),
    3: Text(
        nl="Dit is de laatste herinnering. De ronde sluit op {day}. Liever even bellen? Laat het "
        "de coördinator weten; samen is het ongeveer {minutes} werk ({n}).",
        en="This is the last reminder. The round closes on {day}. Would you rather do it by "
        "phone? Let the coordinator know; together it is about {minutes} of work ({n}).",
    ),
}


MESSAGES = {
    "invitation": Kind(
        say=_invitation,
        summary=Text(nl="Vragen over het uitvoeringsplan", en="Questions about the safety plan"),
    ),
    "handed": Kind(
        say=_handed,
        summary=Text(nl="Vragen aan u doorgegeven", en="Questions passed on to you"),
    ),
    "reminder": Kind(
        say=_reminder,
        summary=Text(nl="Herinnering: vragen staan open", en="Reminder: questions are open"),
    ),
}
