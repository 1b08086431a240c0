"""The evaluative round: sending it, following it, and settling what came out."""

from __future__ import annotations

from dataclasses import replace

from dialogs.catching_up import VERB, catch_up, catch_up_button, catch_up_line
from dialogs.conclude import conclude_view
from dialogs.partners import partners_view
from dialogs.request import request_view
from dialogs.results import results_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Bar, Button, Element, View, Words
from dialogs.work import Work
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.gates import (
    enough_response,
    measures_concluded,
    note_confirmed,
    priority_leads_answered,
)
from plan.records import Round
from plan.standing import asked, is_open, response
from plan.text import Text
from plan.track import Step


def _lines(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    round_ = dossier.round(step.id)
    asked_ = responses(dossier, round_, said) if round_ and is_open(dossier, round_) else ()
    return (*catch_up_line(dossier, said), *asked_)


def responses(dossier: Dossier, round_: Round, said: Said) -> tuple[Element, ...]:
    partners = asked(dossier, round_)
    ready = sum(response(dossier, round_.key, org.key) == "complete" for org in partners)
    silent = [o.name for o in partners if response(dossier, round_.key, o.key) != "complete"]
    label = Text(nl="Partners klaar", en="Partners ready")
    found: list[Element] = [Bar(label=label, done=ready, total=len(partners))]
    found.append(Words(text=_closes(round_, said), tone="subtle"))
    if silent:
        waiting = Text(nl="Nog niet klaar: {names}", en="Not ready yet: {names}")
        found.append(Words(text=waiting.fill(names=", ".join(silent))))
    return tuple(found)


def _closes(round_: Round, said: Said) -> Text:
    if local(said.at).date() > round_.closes_on:
        over = Text(nl="De termijn was {day}.", en="The deadline was {day}.")
        return over.fill(day=on_day(round_.closes_on))
    words = Text(nl="Antwoorden kan tot en met {day}.", en="Answers are welcome until {day}.")
    return words.fill(day=on_day(round_.closes_on))


def _buttons(dossier: Dossier, said: Said, step: Step) -> tuple[Button, ...]:
    """What last year's plan brings goes before all else, so that it is asked and settled."""
    first, *rest = (*catch_up_button(dossier, said), *_of_the_round(dossier, said, step))
    return (replace(first, primary=True), *(replace(one, primary=False) for one in rest))


def _of_the_round(dossier: Dossier, said: Said, step: Step) -> tuple[Button, ...]:
    """Sending; then following how it goes; and once enough answered or it is over, settling it.

    Whoever is still missed after that is called.
    """
    round_ = dossier.round(step.id)
    if round_ is None or not is_open(dossier, round_):
        send = Text(nl="Vragenlijst versturen", en="Send the questionnaire")
        return (Button(verb="request", label=send),)
    results = Button(verb="results", label=Text(nl="Resultaten", en="Results"))
    partners = Button(verb="partners", label=Text(nl="Partners", en="Partners"))
    settle = Button(
        verb="conclude",
        label=Text(nl="Voortgang en effect vaststellen", en="Settle progress and effect"),
    )
    enough = not (enough_response(dossier) or priority_leads_answered(dossier))
    over = local(said.at).date() > round_.closes_on
    first = settle if enough or over else results
    if not enough and not (measures_concluded(dossier) or note_confirmed(dossier)):
        first = partners
    rest = [button for button in (results, partners, settle) if button is not first]
    return (first, *rest)


def _hear(dossier: Dossier, said: Said, step: Step) -> Turn:
    if said.verb == VERB:
        return catch_up(dossier, said)
    return Turn(replies=(Reply(view=_shown(dossier, said, step)),))


def _shown(dossier: Dossier, said: Said, step: Step) -> View:
    match said.verb:
        case "results":
            return results_view(dossier, said)
        case "partners":
            return partners_view(dossier, said)
        case "conclude":
            return conclude_view(dossier)
        case _:
            return request_view(dossier, said, step)


WORK = Work(buttons=_buttons, hear=_hear, lines=_lines)
