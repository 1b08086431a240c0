"""The coordinator's work in a step of bilateral checks: send, process, settle what is left."""

from __future__ import annotations

from dialogs.checking.conditions import conditions_view
from dialogs.checking.held_talk import held_view
from dialogs.checking.news import standing_lines
from dialogs.checking.silent import silent_view
from dialogs.partners import partners_view
from dialogs.processing.queue import queue_view
from dialogs.request import request_view
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, View
from dialogs.work import Work
from plan.calendar import local
from plan.contradictions import contradictions
from plan.dossier import Dossier
from plan.promises import open_conditions
from plan.reactions import unheard
from plan.records import Round
from plan.remarks import open_remarks
from plan.standing import is_open
from plan.text import Text
from plan.track import Step


def _open_round(dossier: Dossier, step: Step) -> Round | None:
    round_ = dossier.round(step.id)
    return round_ if round_ and is_open(dossier, round_) else None


def _buttons(dossier: Dossier, said: Said, step: Step) -> tuple[Button, ...]:
    """The first to press: a remark before a silence, a silence before a condition.

    A silence is one from the last day on.
    """
    round_ = _open_round(dossier, step)
    if round_ is None:
        send = Text(nl="Checks versturen", en="Send the checks")
        return (Button(verb="request", label=send, primary=True),)
    remarks = len(open_remarks(dossier)) or len(contradictions(dossier))
    waits = local(said.at).date() < round_.closes_on  # Until then there is nothing to do.
    silent = 0 if waits else len(unheard(dossier, round_))
    left = _conditions(dossier, step, round_)
    found: list[tuple[str, Text]] = []
    if remarks:
        label = Text(nl="Opmerkingen verwerken ({n})", en="Process the remarks ({n})")
        found.append(("process", label.fill(n=remarks)))
    if silent:
        label = Text(nl="Zonder reactie ({n})", en="No response ({n})")
        found.append(("silent", label.fill(n=silent)))
    if left:
        label = Text(nl="Open voorwaarden ({n})", en="Open conditions ({n})")
        found.append(("conditions", label.fill(n=left)))
    found.append(("partners", Text(nl="Partners", en="Partners")))
    if not left:
        found.append(("held", Text(nl="Gesprek vastleggen", en="Record a conversation")))
    return tuple(
        Button(verb=verb, label=label, primary=not place)
        for place, (verb, label) in enumerate(found)
    )


def _conditions(dossier: Dossier, step: Step, round_: Round) -> int:
    """Only after the second round: the first leaves them to it."""
    return len(open_conditions(dossier, round_)) if step.id == "check_2" else 0


def _lines(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    round_ = _open_round(dossier, step)
    return standing_lines(dossier, said, round_) if round_ else ()


def _hear(dossier: Dossier, said: Said, step: Step) -> Turn:
    return Turn(replies=(Reply(view=_shown(dossier, said, step)),))


def _shown(dossier: Dossier, said: Said, step: Step) -> View:
    round_ = _open_round(dossier, step)
    if round_ is None:
        return request_view(dossier, said, step)
    match said.verb:
        case "process":
            return queue_view(dossier, said)
        case "silent":
            return silent_view(dossier, said, round_)
        case "conditions":
            return conditions_view(dossier, round_)
        case "held":
            return held_view(dossier, said, round_)
        case _:
            return partners_view(dossier, said)


WORK = Work(buttons=_buttons, hear=_hear, lines=_lines)
