"""How a round of checks stands: the coordinator's news of the day, and the lines of the step."""

from __future__ import annotations

from dialogs.processing.words import DIALOG as PROCESSING
from dialogs.turn import Said
from dialogs.view import Bar, Button, Element, Listing, View, Words
from plan import labels
from plan.calendar import local
from plan.content.tracks import TRACKS
from plan.contradictions import contradictions
from plan.dates import on_day
from plan.dossier import Dossier
from plan.notation import number
from plan.reactions import check_of, reacted
from plan.records import Round
from plan.remarks import open_remarks
from plan.shifts import hours_shift
from plan.standing import asked, current_step
from plan.text import Text


def standing_lines(dossier: Dossier, said: Said, round_: Round) -> tuple[Element, ...]:
    """Who reacted and how, what waits, and with whom to talk once more."""
    partners = asked(dossier, round_)
    ready = [org for org in partners if reacted(dossier, round_.key, org.key)]
    silent = ", ".join(org.name for org in partners if org not in ready)
    over = local(said.at).date() > round_.closes_on
    words = DEADLINE_WAS if over else UNTIL
    found: list[Element] = [
        Bar(
            label=Text(nl="Partners klaar", en="Partners ready"),
            done=len(ready),
            total=len(partners),
        ),
        Words(text=words.fill(day=on_day(round_.closes_on)), tone="subtle"),
    ]
    if silent:
        waiting = Text(nl="Nog niet klaar: {names}", en="Not ready yet: {names}")
        found.append(Words(text=waiting.fill(names=silent)))
    lines = (*_said(dossier, round_), *_apart(dossier), *_shifts(dossier, round_))
    return (*found, *((Listing(lines=lines),) if lines else ()))


def _said(dossier: Dossier, round_: Round) -> tuple[Text, ...]:
    """Whoever did not simply say yes."""
    found = []
    for org in round_.partners:
        check = check_of(dossier, round_.key, org)
        if check and check.commitment not in ("ja", "geen_reactie"):
            label = labels.COMMITMENTS[check.commitment]
            name = Text.verbatim(f"{dossier.organisation_name(org)}: ")
            found.append(name + label)
    return tuple(found)


def _apart(dossier: Dossier) -> tuple[Text, ...]:
    words = Text(
        nl="Twee partners spreken elkaar tegen over {key}: {why}.",
        en="Two partners contradict each other about {key}: {why}.",
    )
    return tuple(words.fill(key=c.measure, why=c.why) for c in contradictions(dossier)[:5])


def _shifts(dossier: Dossier, round_: Round) -> tuple[Text, ...]:
    """Hours that changed by more than a fifth ask for a second contact (domain 2.4, V4)."""
    words = Text(
        nl="De uren van {org} gaan van {before} naar {now}. Neem nog eens contact op.",
        en="The hours of {org} go from {before} to {now}. Contact them once more.",
    )
    found = []
    for org in round_.partners:
        shift = hours_shift(dossier, org)
        if shift:
            before, now = (Text(nl=number(one, "nl"), en=number(one, "en")) for one in shift)
            name = dossier.organisation_name(org)
            found.append(words.fill(org=name, before=before, now=now))
    return tuple(found)


def news_view(dossier: Dossier, said: Said) -> View:
    """Who became ready, and the remarks at one press."""
    step = current_step(dossier, TRACKS[dossier.plan.track])
    round_ = dossier.round(step.id) if step else None
    left = len(open_remarks(dossier))
    process = Text(nl="Opmerkingen verwerken ({n})", en="Process the remarks ({n})")
    button = Button(verb="next", label=process.fill(n=left), primary=True)
    return View(
        title=Text(nl="Nieuws over de checks", en="News about the checks"),
        elements=standing_lines(dossier, said, round_) if round_ else (),
        buttons=(button,) if left else (),
        dialog=PROCESSING,
    )


UNTIL = Text(nl="Reageren kan tot en met {day}.", en="They can respond until {day}.")
DEADLINE_WAS = Text(nl="De termijn was {day}.", en="The deadline was {day}.")
