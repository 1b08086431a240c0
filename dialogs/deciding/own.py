"""What the decision asks of somebody who does not coordinate."""

from __future__ import annotations

from dialogs.deciding.body import body_view
from dialogs.deciding.consent import consent_view
from dialogs.deciding.passed import may_answer
from dialogs.turn import Said
from dialogs.view import View
from plan.amending import answer_by, unanswered
from plan.bodies import the
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import DecisionStep, Person
from plan.rights import is_coordinator
from plan.route import before, meets, own_bodies, waiting
from plan.standing import current_step
from plan.text import Text


def own_view(dossier: Dossier, said: Said) -> View | None:
    """The question about a change, or the card of the own body when that is next."""
    asked = [consent_view(dossier, org) for org in _asked(dossier, said.who)]
    body = _own_turn(dossier, said.who)
    if asked:
        return asked[0]
    return body_view(dossier, said, body) if body else None


def _asked(dossier: Dossier, person: Person) -> tuple[str, ...]:
    """For whom somebody has still to say whether a change is all right, the own one first."""
    open_ = [one.org for one in unanswered(dossier) if may_answer(dossier, person, one)]
    return tuple(sorted(dict.fromkeys(open_), key=lambda org: org != person.org))


def _own_turn(dossier: Dossier, person: Person) -> DecisionStep | None:
    step = current_step(dossier, TRACKS[dossier.plan.track])
    if step is None or step.sort != "decide" or is_coordinator(dossier, person):
        return None
    own = {body.key for body in own_bodies(dossier, person)}
    mine = (b for b in waiting(dossier) if b.key in own and not before(dossier, b))
    return next(mine, None)


def own_lines(dossier: Dossier, person: Person) -> list[Text]:
    """The same for the list of what waits."""
    lines: list[Text] = []
    body = _own_turn(dossier, person)
    orgs = () if is_coordinator(dossier, person) else _asked(dossier, person)
    for org in orgs:
        open_ = unanswered(dossier, org)
        words = Text(
            nl="Kunt u leven met de wijziging van {what}? Uiterlijk {day}.",
            en="Can you live with the change to {what}? By {day}.",
        )
        codes = ", ".join(consent.subject for consent in open_)
        lines.append(words.fill(what=codes, day=on_day(answer_by(open_[0].asked_at))))
    if body:
        words = Text(nl="Besluit van {body} vastleggen.", en="Record the decision of {body}.")
        day = meets(dossier, body)
        when = Text(nl=" Vergadering: {day}.", en=" Meeting: {day}.")
        lines.append(words.fill(body=the(body)) + (when.fill(day=on_day(day)) if day else EMPTY))
    return lines


EMPTY = Text(nl="", en="")
