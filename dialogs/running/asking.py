"""A progress round goes out: to whoever leads a measure that runs, at most twice a year."""

from __future__ import annotations

from datetime import timedelta

from dialogs.post import message
from dialogs.registering import registered
from dialogs.running.common import NOT_RUNNING, runs
from dialogs.turn import Said, Turn
from dialogs.view import Button, Day, Element, Pick, Problem, View, Words
from plan.asking import led
from plan.calendar import is_working_day, local, working_day_after
from plan.content import counts
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.progress import (
    MOST,
    STEP,
    lead_person,
    leading,
    open_round,
    rounds_in,
    without_lead,
    year_of,
)
from plan.records import Message, Organisation, Round
from plan.text import Text, counted, joined
from plan.withheld import held_back

DIALOG = "running.asking"
USUAL = 10
"""Working days to answer: it is a short round."""


def round_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """Whom it goes to and until when, filled in: one tap sends it."""
    refused = _refused(dossier, said)
    if refused:
        return refused
    today = local(said.at).date()
    number = len(rounds_in(dossier, year_of(dossier, today))) + 1
    orgs = _asked(dossier)
    words = Text(
        nl="Ronde {n} van hoogstens {most} dit jaar. Elke trekker krijgt per maatregel drie "
        "korte vragen: de stand, een licht en een toelichting. Bij oranje en rood vraag ik naar "
        "oorzaak, gevolg en bijsturing. Je eigen maatregelen vul je zelf in bij het vaststellen.",
        en="Round {n} of at most {most} this year. Each lead gets three short questions per "
        "measure: its status, a light and a note. With orange and red I ask for cause, "
        "consequence and adjustment. Your own measures you fill in when you settle the progress.",
    )
    choices = tuple((org.key, _named(dossier, org)) for org in orgs)
    return View(
        title=Text(nl="Voortgangsronde versturen", en="Send the progress round"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            Words(text=words.fill(n=number, most=MOST)),
            *_nobody(dossier),
            Pick(
                id="leads",
                label=Text(nl="Aan welke trekkers", en="To which leads"),
                choices=choices,
                value=said.inputs.get("leads", ",".join(key for key, _ in choices)),
                several=True,
                wide=True,
            ),
            Day(
                id="deadline",
                label=Text(nl="Antwoorden kan tot en met", en="Answers are welcome until"),
                value=said.inputs.get("deadline", working_day_after(today, USUAL).isoformat()),
                earliest=(today + timedelta(days=1)).isoformat(),
                required=True,
            ),
        ),
        buttons=(Button(verb="send", label=Text(nl="Versturen", en="Send"), primary=True),),
        dialog=DIALOG,
    )


def _refused(dossier: Dossier, said: Said) -> View | None:
    """Why no round can go out now."""
    if not runs(dossier):
        return NOT_RUNNING
    if open_round(dossier):
        return View(title=UNDER_WAY)
    year = year_of(dossier, local(said.at).date())
    if len(rounds_in(dossier, year)) >= MOST:
        return View(title=ENOUGH.fill(year=year))
    return None if _asked(dossier) else View(title=NO_LEADS)


UNDER_WAY = Text(
    nl='Er loopt al een voortgangsronde. Typ "status" om te zien hoe het ervoor staat.',
    en='A progress round is under way already. Type "status" to see how it stands.',
)
ENOUGH = Text(
    nl="In {year} zijn er al twee voortgangsrondes geweest. Vaker vragen belast de trekkers te "
    'veel. Verandert er tussentijds iets aan een maatregel? Typ "wijziging".',
    en="There have been two progress rounds in {year} already. Asking more often burdens the "
    'leads too much. Does something about a measure change meanwhile? Type "amendment".',
)
NO_LEADS = Text(
    nl='Er is geen trekker om de vragen aan te sturen. Typ "wijziging" om bij een maatregel een '
    "trekker te kiezen.",
    en='There is no lead to send the questions to. Type "amendment" to choose one.',
)


def _asked(dossier: Dossier) -> tuple[Organisation, ...]:
    """The leads, but for those the coordinator speaks for."""
    own = dossier.plan.coordinator
    found = ((org, lead_person(dossier, org.key)) for org in leading(dossier))
    return tuple(org for org, person in found if person is None or person.key != own)


def _named(dossier: Dossier, org: Organisation) -> Text:
    """`Politie – Ruud Tamminga, 4 maatregelen`."""
    person = lead_person(dossier, org.key)
    nobody = Text(nl="nog geen contactpersoon", en="no contact yet")
    words = Text(nl="{org} – {person}, {n}", en="{org} – {person}, {n}")
    return words.fill(
        org=org.name,
        person=person.name if person else nobody,
        n=counted(len(led(dossier, org.key)), *counts.MEASURES),
    )


def _nobody(dossier: Dossier) -> tuple[Element, ...]:
    found = ", ".join(measure.key for measure in without_lead(dossier))
    words = Text(nl="Zonder trekker: {codes}.", en="Without a lead: {codes}.")
    return (Words(text=words.fill(codes=found), tone="warning"),) if found else ()


def hear(dossier: Dossier, said: Said) -> Turn:
    """Send it, or say what is wrong and show the card again."""
    refused = _refused(dossier, said)
    if refused:
        return Turn(instead=refused)
    wanted = set(said.inputs.get("leads", "").split(","))
    orgs = tuple(org for org in _asked(dossier) if org.key in wanted)
    day, today = day_said(said.inputs.get("deadline", "")), local(said.at).date()
    if not orgs:
        wrong = Text(nl="Kies ten minste één trekker.", en="Choose at least one lead.")
        return Turn(instead=round_view(dossier, said, wrong))
    if day is None or day <= today or not is_working_day(day, dossier.plan.free_days):
        wrong = Text(nl="Kies een werkdag na vandaag.", en="Choose a working day after today.")
        return Turn(instead=round_view(dossier, said, wrong))
    number = sum(r.step == STEP for r in dossier.all(Round)) + 1
    round_ = Round(
        key=f"{STEP}-{number}",
        step=STEP,
        number=number,
        opened_at=said.at,
        deadline=day,
        partners=tuple(org.key for org in orgs),
    )
    return _sent(dossier, said, round_, orgs)


def _sent(dossier: Dossier, said: Said, round_: Round, orgs: tuple[Organisation, ...]) -> Turn:
    posted = tuple(m for org in orgs for m in _invitation(dossier, said, round_, org))
    reached = {m.org for m in posted}
    left = [org.name for org in orgs if org.key not in reached]
    words = Text(
        nl="De vragen gaan naar {n}; antwoorden kan tot en met {day}.",
        en="The questions go to {n}; answers are welcome until {day}.",
    ).fill(n=counted(len(posted), *counts.LEADS), day=on_day(round_.closes_on))
    missed = Text(
        nl="Niet verstuurd, want er is geen contactpersoon of een tekst lijkt herleidbaar tot "
        "een persoon: {names}.",
        en="Not sent, for want of a contact or because a text looks traceable to a person: "
        "{names}.",
    ).fill(names=", ".join(left))
    return Turn(
        keep=(
            round_,
            *posted,
            registered(said, "opened_round", round_.key, after=", ".join(round_.partners)),
        ),
        instead=View(
            title=Text(nl="Opgeslagen: de voortgangsronde", en="Saved: the progress round"),
            elements=(Words(text=joined([words, missed]) if left else words),),
        ),
    )


def _invitation(
    dossier: Dossier, said: Said, round_: Round, org: Organisation
) -> tuple[Message, ...]:
    """To whoever leads most; nothing goes out while a text looks like personal data."""
    person = lead_person(dossier, org.key)
    if person is None or held_back(dossier, org.key):
        return ()
    about = f"{round_.key}/{org.key}"
    return (message(said, "invitation", person.key, about, org=org.key, request=round_.key),)
