"""Sending the questionnaire: whom, until when, and what each will be asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dialogs.asked_for import chosen, silence_said
from dialogs.checking.requesting import OWN, askable, gets, moments_said, silence_inputs
from dialogs.request_words import WORDS
from dialogs.sending import send
from dialogs.sharing.linking import together_input
from dialogs.turn import Said, Turn
from dialogs.view import Button, Day, Element, Fold, Listing, Pick, View, Words, Write
from plan.calendar import TEN_WORKING_DAYS, is_working_day, local, working_day_after, working_days
from plan.content import counts
from plan.content.tracks import TRACKS
from plan.core import MEASURES_FIRST, core_questions
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.personal import suspects
from plan.records import Organisation
from plan.schools import outside_break, region_of
from plan.standing import closing, is_open, planned
from plan.text import Text, counted
from plan.track import Step

DIALOG = "request"


SILENCE = 200
"""Characters for what no reaction means."""


USUAL = 15
"""Working days for a request when the calendar says nothing: three weeks (domain 2.2)."""
LATER = timedelta(weeks=3)
"""So far it may go on to come after school holidays."""


def request_view(dossier: Dossier, said: Said, step: Step, wrong: Text | None = None) -> View:
    """All partners ticked and the deadline of the calendar filled in: one tap sends it."""
    partners = askable(dossier) if step.sort == "check" else dossier.consulted
    ticked = said.inputs.get("partners", ",".join(org.key for org in dossier.consulted))
    problem = (Words(text=wrong, tone="attention"),) if wrong else ()
    today = local(said.at).date()
    title, words, _ = WORDS[step.sort]
    return View(
        title=title,
        elements=(
            *problem,
            Words(text=words),
            Fold(
                title=Text(nl="Wat krijgt elke partner?", en="What does each partner get?"),
                elements=(Listing(lines=tuple(_load(dossier, org, step) for org in partners)),),
            ),
            _to_whom(dossier, step, partners, ticked),
            *together_input(dossier, said, step),
            Day(
                id="deadline",
                label=Text(nl="Antwoorden kan tot en met", en="Answers are welcome until"),
                value=said.inputs.get("deadline", deadline(dossier, step, today).isoformat()),
                earliest=(today + timedelta(days=1)).isoformat(),
                required=True,
            ),
            *_silence(said, step),
        ),
        buttons=(Button(verb="send", label=Text(nl="Versturen", en="Send"), primary=True),),
        dialog=DIALOG,
        about={"step": step.id},
    )


def _silence(said: Said, step: Step) -> tuple[Element, ...]:
    if step.sort == "check":
        return silence_inputs(said)
    written = Write(
        id="silence",
        label=Text(
            nl="Wat is er afgesproken als een partner niet reageert? (niet verplicht)",
            en="What has been agreed if a partner does not respond? (optional)",
        ),
        value=said.inputs.get("silence", ""),
        limit=SILENCE,
        lines=False,
    )
    return (written,)


def _to_whom(
    dossier: Dossier, step: Step, partners: Iterable[Organisation], ticked: str
) -> Element:
    """Which partners; everybody when the step is open again."""
    if dossier.round(step.id):
        again = Text(
            nl="Alle partners krijgen de vragen opnieuw. Hun vorige antwoord staat erbij.",
            en="All partners get the questions again, with their previous answers.",
        )
        return Words(text=again)
    return Pick(
        id="partners",
        label=Text(nl="Aan wie", en="To whom"),
        choices=tuple((org.key, Text.verbatim(org.name)) for org in partners),
        value=ticked,
        several=True,
        wide=True,
        required=True,
    )


def deadline(dossier: Dossier, step: Step, today: date) -> date:
    """The calendar's last day of the step while it leaves time, else three weeks from today.

    Not in the school holidays then, but after them.
    """
    days = planned(dossier, step.id)
    if days and working_days(today + timedelta(days=1), days.end) >= TEN_WORKING_DAYS:
        return days.end
    usual = working_day_after(today, USUAL, dossier.plan.free_days)
    free, region = dossier.plan.free_days, region_of(dossier.plan)
    return outside_break(usual, usual, usual + LATER, free=free, region=region)


def _load(dossier: Dossier, org: Organisation, step: Step) -> Text:
    if step.sort == "check":
        return gets(dossier, org, step)
    core = core_questions(dossier, "", org.key, step.topics)
    measures = min(len(dossier.measures_with(org.key)), MEASURES_FIRST)
    words = Text(
        nl="{org}: {core} en de stand van {measures} ({themes})",
        en="{org}: {core} and the state of {measures} ({themes})",
    )
    return words.fill(
        org=org.name,
        themes=counted(len(dossier.themes_with(org.key)), *counts.THEMES),
        measures=counted(measures, *counts.MEASURES),
        core=counted(len(core), *counts.CORE_QUESTIONS),
    )


def hear(dossier: Dossier, said: Said) -> Turn:
    """Send it, or say what is wrong and show the card again."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    step = TRACKS[dossier.plan.track].step(said.card.about["step"])
    over = _over(dossier, step)
    if over:
        return Turn(instead=View(title=over, elements=_sent(dossier, said, step)))
    wrong = _wrong(dossier, said, step)
    if wrong:
        return Turn(instead=request_view(dossier, said, step, wrong))
    return send(dossier, said, step)


def _over(dossier: Dossier, step: Step) -> Text | None:
    """Why there is nothing left to send."""
    round_ = dossier.round(step.id)
    if closing(dossier, step.id):
        return Text(
            nl='Deze stap is gesloten; er is niets verstuurd. Typ "status" voor de huidige stap.',
            en='This step is closed; nothing was sent. Type "status" for the current step.',
        )
    if round_ and is_open(dossier, round_):
        return Text(
            nl='{what} is al verstuurd. Typ "partners" om te zien wie klaar is.',
            en='{what} has been sent already. Type "partners" to see who is ready.',
        ).fill(what=WORDS[step.sort][2])
    return None


def _sent(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    """What went out, and the own words that did not."""
    round_ = dossier.round(step.id)
    lines = []
    if round_:
        lines.append(UNTIL.fill(day=on_day(round_.closes_on)))
        lines += [AGREED.fill(words=round_.silence)] if round_.silence else []
    words = (silence_said(said), moments_said(said))
    own = Text(nl="Jouw tekst, niet verstuurd: {words}", en="Your text, not sent: {words}")
    lines += [own.fill(words=text) for text in words if text]
    return (Listing(lines=tuple(lines)),) if lines else ()


UNTIL = Text(nl="Antwoorden kan tot en met {day}.", en="Answers are welcome until {day}.")
AGREED = Text(
    nl="Als een partner niet reageert: {words}", en="If a partner does not respond: {words}"
)


def _wrong(dossier: Dossier, said: Said, step: Step) -> Text | None:
    if not chosen(dossier, said, step):
        return Text(nl="Kies ten minste één partner.", en="Choose at least one partner.")
    day = day_said(said.inputs.get("deadline", ""))
    if day is None or day <= local(said.at).date():
        return Text(nl="Kies een dag na vandaag.", en="Choose a day after today.")
    if not is_working_day(day, dossier.plan.free_days):
        return Text(
            nl="Die dag is geen werkdag. Kies een andere.",
            en="That is not a working day. Choose another.",
        )
    silence = f"{silence_said(said)}\n{moments_said(said)}".strip()
    if said.inputs.get("meaning") == OWN and not silence_said(said):
        return Text(
            nl="Schrijf in eigen woorden wat het betekent als een partner niet reageert.",
            en="Write in your own words what it means if a partner does not respond.",
        )
    if max(len(silence_said(said)), len(moments_said(said))) > SILENCE:
        words = Text(
            nl="Maak de afspraak voor als een partner niet reageert korter: hoogstens {n} tekens.",
            en="Shorten what has been agreed if a partner does not respond: at most {n} "
            "characters.",
        )
        return words.fill(n=SILENCE)
    if suspects(silence):
        return Text(
            nl="De afspraak voor als een partner niet reageert lijkt herleidbaar tot een "
            "persoon. Partners lezen die tekst ook. Schrijf de afspraak zonder naam, adres of "
            "nummer.",
            en="What has been agreed if a partner does not respond looks traceable to a person. "
            "Partners read it too. Write it without a name, address or number.",
        )
    return None
