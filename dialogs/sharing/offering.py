"""A partner that is ready for one municipality goes on for the other: one tap, then the rest."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.questionnaire.core import core_view
from dialogs.questionnaire.course import finished, next_view
from dialogs.questionnaire.elements import IN_GENERAL, shown, subject_title
from dialogs.questionnaire.more import complete_view
from dialogs.questionnaire.parts import CARD, receipt
from dialogs.questionnaire.sheet import Sheet, sheet_of
from dialogs.questionnaire.submitting import number
from dialogs.registering import registered
from dialogs.sharing.naming import LEFT, named
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Facts, View, Words
from plan.calendar import local
from plan.dates import at_time, on_day
from plan.dossier import Dossier
from plan.question import Ask
from plan.records import Answer, Offered, Round, Sharing, altered
from plan.sharing import sharings
from plan.standing import is_open, response
from plan.text import Text, joined

ROWS = 12
"""How many answers the card repeats."""


def offered(dossier: Dossier, sheet: Sheet) -> tuple[Offered, ...]:
    """What this partner told another municipality and was not yet asked to confirm here."""
    return tuple(
        offer
        for offer in dossier.all(Offered)
        if (offer.round, offer.org) == (sheet.round.key, sheet.org)
        and dossier.get(Answer, offer.key) is None
    )


def offer_view(dossier: Dossier, sheet: Sheet, opening: Iterable[Element] = ()) -> View:
    """The answers as they were given elsewhere, and whether they hold here too."""
    offers = offered(dossier, sheet)
    here, there = dossier.plan.municipality.name, offers[0].municipality
    words = Text(
        nl="Deze antwoorden gaf u voor {there} ({day}). Kloppen ze ook voor {here}?",
        en="You gave these answers for {there} ({day}). Are they right for {here} as well?",
    ).fill(there=there, here=here, day=on_day(local(max(o.at for o in offers)).date()))
    more = Text(nl="En nog {n}.", en="And {n} more.").fill(n=len(offers) - ROWS)
    yes = Text(nl="Ja, klopt ook voor {here}", en="Yes, also right for {here}").fill(here=here)
    return View(
        title=Text(nl="Ook voor {here}", en="For {here} too").fill(here=here),
        elements=(
            *opening,
            Words(text=words),
            Facts(rows=tuple(_rows(dossier, sheet, offers[:ROWS]))),
            *((Words(text=more),) if len(offers) > ROWS else ()),
        ),
        buttons=(
            Button(verb="take_over", label=yes, primary=True),
            Button(
                verb="own_words", label=Text(nl="Nee, zelf invullen", en="No, I will fill it in")
            ),
        ),
        dialog=CARD,
        about={**sheet.about, "kind": "offer", "until": max(o.at for o in offers).isoformat()},
    )


def _rows(
    dossier: Dossier, sheet: Sheet, offers: Iterable[Offered]
) -> Iterable[tuple[Text, Text]]:
    questions = {q.id: q for topic in sheet.whole for q in topic.questions}
    for offer in offers:
        ask = Ask(question=questions[offer.question], subject=offer.subject, number=offer.number)
        about = subject_title(dossier, offer.subject) if offer.subject else IN_GENERAL
        yield joined([about, ask.question.short], ": "), shown(ask, _answer(offer))


def _answer(offer: Offered, **more: object) -> Answer:
    return altered(
        Answer(
            key=offer.key,
            round=offer.round,
            org=offer.org,
            question=offer.question,
            subject=offer.subject,
            number=offer.number,
            value=offer.value,
            text=offer.text,
            more=offer.more,
            at=offer.at,
            source="shared",
            shared_from=offer.plan,
        ),
        **more,
    )


def take_over(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    """The answers hold here too, those that were on the card; then what is left."""
    until = said.card.about.get("until", "") if said.card else ""
    offers = [o for o in offered(dossier, sheet) if o.at.isoformat() <= until]
    by = {"asked_by" if sheet.on_behalf else "by": said.who.key}
    answers = [_answer(offer, at=said.at, **by) for offer in offers]
    told = registered(said, "took_over", f"{sheet.round.key}/{sheet.org}", after=str(len(answers)))
    known = dossier.plus(answers, offers)
    done = finished(known, sheet, said.at)
    rows = list(_rows(dossier, sheet, offers[:ROWS]))
    return Turn(
        keep=(*answers, told, *done) if answers else (),
        drop=tuple(offers),
        instead=receipt(at_time(said.at), number(said), [(None, rows)]),
        replies=(Reply(view=next_view(known, sheet) or complete_view(known, sheet)),),
    )


def own_words(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    """Nothing is taken over, now or later: each municipality gets its own answers."""
    words = Text(
        nl="Goed, voor {here} vult u het zelf in.", en="Fine, for {here} you fill it in yourself."
    )
    view = next_view(dossier, sheet) or core_view(dossier, sheet)
    others = {offer.plan for offer in offered(dossier, sheet)}
    shared = sharings(dossier, sheet.round.key, sheet.org)
    return Turn(
        keep=tuple(altered(s, apart=True) for s in shared if s.plan in others),
        drop=offered(dossier, sheet),
        instead=View(title=words.fill(here=dossier.plan.municipality.name)),
        replies=(Reply(view=view),),
    )


def go_on(dossier: Dossier, said: Said) -> Turn:
    """What is left to ask for this municipality, after the other one."""
    sheet = _sheet(dossier, said)
    if sheet is None:
        return Turn()
    if response(dossier, sheet.round.key, sheet.org) == "complete":
        words = Text(
            nl="Uw antwoorden staan ook in het plan van {here}. Daar bent u klaar.",
            en="Your answers are in the plan of {here} too. You are done there.",
        )
        return Turn(replies=(Reply(text=words.fill(here=dossier.plan.municipality.name)),))
    if offered(dossier, sheet):
        return Turn(replies=(Reply(view=offer_view(dossier, sheet)),))
    left = next_view(dossier, sheet) or core_view(dossier, sheet)
    return Turn(replies=(Reply(view=named(dossier, left, LEFT)),))


def _sheet(dossier: Dossier, said: Said) -> Sheet | None:
    """The sheet of a request that is shared, as this person may fill it in."""
    for shared in dossier.all(Sharing):
        round_ = dossier.get(Round, shared.round)
        if round_ is None or not is_open(dossier, round_):
            continue
        if found := sheet_of(dossier, round_, said.who, shared.org):
            return found
    return None


def elsewhere_view(dossier: Dossier, sheet: Sheet, others: Iterable[Sharing]) -> View:
    """A reminder where the partner is ready here: the other municipality still waits."""
    others = tuple(others)
    names = ", ".join(other.municipality for other in others)
    words = Text(
        nl="Uw antwoorden voor {here} zijn binnen. Voor {there} staan nog vragen open.",
        en="Your answers for {here} are in. There are questions left for {there}.",
    )
    button = Text(nl="Naar de vragen", en="To the questions")
    return View(
        title=Text(nl="Nog open voor {there}", en="Still open for {there}").fill(there=names),
        elements=(Words(text=words.fill(here=dossier.plan.municipality.name, there=names)),),
        buttons=(Button(verb="elsewhere", label=button, primary=True),),
        dialog=CARD,
        about={**sheet.about, "kind": "elsewhere", "plan": others[0].plan},
    )


def elsewhere(dossier: Dossier, sheet: Sheet, said: Said) -> Turn:
    """On to the questions of the other plan, for who is known there."""
    plan = said.card.about.get("plan") if said.card else None
    if any(other.plan.key == plan for other, _ in said.elsewhere):
        return Turn(goes_on=plan)
    words = Text(
        nl="Die vragen liggen bij uw collega die deze gemeente als contactpersoon kent.",
        en="Those questions are with the colleague whom that municipality knows as its contact.",
    )
    return Turn(replies=(Reply(text=words),))
