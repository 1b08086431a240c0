"""Who still has to hear of an adopted plan: the triangle, the council."""

from __future__ import annotations

from datetime import date

from dialogs.deciding.body import body_view
from dialogs.turn import Said
from dialogs.view import Button, View
from plan.bodies import opening, the
from plan.dates import on_day
from plan.dossier import Dossier
from plan.route import meets, waiting
from plan.text import Text

VERB = "body/"


def body_buttons(dossier: Dossier) -> tuple[Button, ...]:
    """One for each body, to record that it heard."""
    words = Text(nl="Vastleggen: {body}", en="Record: {body}")
    return tuple(
        Button(verb=VERB + body.key, label=words.fill(body=the(body))) for body in waiting(dossier)
    )


def has_met(dossier: Dossier, today: date) -> bool:
    """Whether the day of the first of them has come."""
    left = waiting(dossier)
    day = meets(dossier, left[0]) if left else None
    return day is not None and day <= today


def body_rows(dossier: Dossier) -> tuple[tuple[Text, Text], ...]:
    rows = []
    for body in waiting(dossier):
        day = meets(dossier, body)
        when = (
            Text(nl=", vergadert {day}", en=", meets {day}").fill(day=on_day(day)) if day else END
        )
        rows.append((opening(the(body)), Text(nl="nog niet vastgelegd", en="not recorded") + when))
    return tuple(rows)


END = Text(nl="", en="")


def heard_view(dossier: Dossier, said: Said) -> View | None:
    """The card of the body that was chosen; None when it heard in the meantime."""
    key = (said.verb or "").removeprefix(VERB)
    found = next((body for body in waiting(dossier) if body.key == key), None)
    return body_view(dossier, said, found) if found else None
