"""What the decision asks for now, and the buttons of the step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogs.deciding.altering import alter_view
from dialogs.deciding.answers import answers_view
from dialogs.deciding.asking import ask_view
from dialogs.deciding.body import body_view
from dialogs.deciding.naming import name_view
from dialogs.deciding.objecting import objection_view
from dialogs.deciding.overview import now_due
from dialogs.deciding.words import state_of
from dialogs.turn import Said
from dialogs.view import Button, Element, Facts, View
from plan import amending
from plan.bodies import opening, the
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import DecisionStep
from plan.route import meets, on_route, waiting
from plan.standing import only_heard
from plan.text import Text


def next_view(dossier: Dossier, said: Said) -> View | None:
    """What to do now: the card that takes the decision one step on."""
    changed = amending.to_name(dossier)
    if changed:
        return name_view(dossier, said, changed)
    for body, subject in amending.to_work_in(dossier):
        view = alter_view(dossier, said, body, subject)
        if view:
            return view
    if amending.to_ask(dossier):
        return ask_view(dossier, said)
    if amending.objections(dossier):
        return objection_view(dossier, said)
    return _body_or_answers(dossier, said)


def _body_or_answers(dossier: Dossier, said: Said) -> View | None:
    """Who decides goes before the wait for partners, who only hears of it comes after."""
    left = waiting(dossier)
    if left and not only_heard(left[0]):
        return body_view(dossier, said, left[0])
    if amending.unanswered(dossier):
        return answers_view(dossier, said)
    return body_view(dossier, said, left[0]) if left else None


def _label(dossier: Dossier) -> Text | None:
    """What the button for it says; None when there is nothing left to do."""
    if amending.to_name(dossier) or amending.to_work_in(dossier):
        return Text(nl="Wijzigingen verwerken", en="Make the changes")
    if amending.to_ask(dossier):
        return Text(nl="Reactie van partners vragen", en="Ask partners to respond")
    if amending.objections(dossier):
        return Text(nl="Bezwaar beantwoorden", en="Answer an objection")
    found = _bodies(dossier)
    if found:
        return found[0]
    return ANSWERS if amending.unanswered(dossier) else None


def _bodies(dossier: Dossier) -> tuple[Text, ...]:
    """What it says for the body that is next, unless partners go before it."""
    left = waiting(dossier)
    if not left or (only_heard(left[0]) and amending.unanswered(dossier)):
        return ()
    return (Text(nl="Besluit van {body}", en="Decision of {body}").fill(body=the(left[0])),)


ANSWERS = Text(nl="Reacties van partners", en="Responses of partners")


PAPERS = Button(verb="papers", label=Text(nl="Stukken", en="Papers"))


ROUTE = Button(verb="route", label=Text(nl="Data en route", en="Dates and route"))


def buttons(dossier: Dossier, said: Said) -> tuple[Button, ...]:
    """The first is what to do now: a decision is recorded from the day of the meeting on."""
    label = _label(dossier)
    go = (Button(verb="go", label=label),) if label else ()
    asked = label is not ANSWERS and bool(amending.asked(dossier))
    answers = (Button(verb="answers", label=ANSWERS),) if asked else ()
    before = _before(dossier, local(said.at).date()) if label in _bodies(dossier) else None
    every = (*go, PAPERS, ROUTE, *answers)
    if not go:
        return every
    first = before or go[0]
    return (replace(first, primary=True), *(one for one in every if one is not first))


def _before(dossier: Dossier, today: date) -> Button | None:
    """What comes before the meeting of the body that is next: its days, then its papers."""
    if not dossier.all(DecisionStep):
        return ROUTE
    day = meets(dossier, waiting(dossier)[0])
    return PAPERS if day and today < day else None


def lines(dossier: Dossier) -> tuple[Element, ...]:
    """Every body of this year and how far it is, and when whoever is next wants its papers."""
    rows = tuple((opening(the(body)), state_of(body)) for body in on_route(dossier))
    return (Facts(rows=rows), *now_due(dossier))
