"""The questionnaire goes out: the round, its invitations, and who could not be asked."""

from __future__ import annotations

from datetime import timedelta

from dialogs.asked_for import chosen, silence_said
from dialogs.calm import break_warning
from dialogs.checking.requesting import moments_said, silence_of
from dialogs.registering import registered
from dialogs.sharing.linking import linked, told_together
from dialogs.turn import Said, Turn
from dialogs.view import Element, View, Words
from plan.calendar import TEN_WORKING_DAYS, local, next_decent, working_days
from plan.content import counts
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.records import Message, Organisation, Record, Round
from plan.text import Text, counted
from plan.track import Step
from plan.withheld import held_back


def send(dossier: Dossier, said: Said, step: Step) -> Turn:
    before = dossier.round(step.id)
    number = (before.number if before else 0) + 1
    day = day_said(said.inputs["deadline"])
    assert day is not None  # noqa: S101 - checked just before
    partners = chosen(dossier, said, step)
    held = {org.key for org in partners if held_back(dossier, org.key)}
    reached = [org for org in partners if org.key not in held and dossier.people_of(org.key)]
    round_ = Round(
        key=f"{step.id}-{number}",
        step=step.id,
        number=number,
        opened_at=said.at,
        deadline=day,
        partners=tuple(org.key for org in partners),
        silence=_silence(dossier, said, step) or None,
        moments=moments_said(said) or None,
    )
    links = linked(dossier, said, step, round_, reached)
    along = {link.org for link in links if not link.leads}
    asked = [org for org in reached if org.key not in along]
    keep: list[Record] = [
        round_,
        *links,
        *(invitation(said, round_, org.key, dossier.people_of(org.key)[0].key) for org in asked),
    ]
    keep.append(registered(said, "opened_round", round_.key, after=", ".join(round_.partners)))
    lines = (
        *_told(dossier, said, round_, partners, reached, held),
        *told_together(dossier, links),
    )
    title = TITLES[step.sort == "check"].fill(year=dossier.plan.year)
    return Turn(keep=tuple(keep), instead=View(title=title, elements=lines))


TITLES = (
    Text(nl="Opgeslagen: de vragenlijst {year}", en="Saved: the questionnaire {year}"),
    Text(nl="Opgeslagen: de checks {year}", en="Saved: the checks {year}"),
)


def _silence(dossier: Dossier, said: Said, step: Step) -> str:
    written = silence_said(said)
    return silence_of(dossier, said, written) if step.sort == "check" else written


def invitation(said: Said, round_: Round, org: str, to: str) -> Message:
    """What asks a partner for its answers in a round; once per partner."""
    return Message(
        key=f"invitation/{round_.key}/{org}",
        to=to,
        org=org,
        kind="invitation",
        request=round_.key,
        due=next_decent(said.at),
        made_at=said.at,
    )


def _told(
    dossier: Dossier,
    said: Said,
    round_: Round,
    partners: tuple[Organisation, ...],
    reached: list[Organisation],
    held: set[str],
) -> tuple[Element, ...]:
    sent = Text(
        nl="De vragen gaan naar {n}; antwoorden kan tot en met {day}. Ik meld het als er nieuws "
        'is. Typ "status" om te zien hoe het ervoor staat.',
        en="The questions go to {n}; answers are welcome until {day}. I will tell you when there "
        'is news. Type "status" to see how it stands.',
    ).fill(n=counted(len(reached), *counts.PARTNERS), day=on_day(round_.closes_on))
    found: list[Element] = [Words(text=sent)]
    if next_decent(said.at) != said.at:
        later = Text(
            nl="Het is nu buiten werktijd: zij krijgen de vragen op {day} om 9.00 uur.",
            en="It is outside office hours now: they get the questions on {day} at 9:00.",
        )
        found.append(Words(text=later.fill(day=on_day(local(next_decent(said.at)).date()))))
    if (
        working_days(local(said.at).date() + timedelta(days=1), round_.closes_on)
        < TEN_WORKING_DAYS
    ):
        short = Text(
            nl="Let op: partners hebben minder dan tien werkdagen om te antwoorden.",
            en="Note: partners have fewer than ten working days to answer.",
        )
        found.append(Words(text=short, tone="warning"))
    found += break_warning(dossier, round_.closes_on)
    left = [org.name for org in partners if org not in reached and org.key not in held]
    if left:
        words = Text(nl="Geen contactpersoon bij: {names}.", en="No contact for: {names}.")
        found.append(Words(text=words.fill(names=", ".join(left)), tone="attention"))
    if held:
        words = Text(
            nl="Niet verstuurd, want een tekst lijkt herleidbaar tot een persoon: {names}.",
            en="Not sent, because a text looks traceable to a person: {names}.",
        )
        names = ", ".join(org.name for org in partners if org.key in held)
        found.append(Words(text=words.fill(names=names), tone="attention"))
    return tuple(found)
