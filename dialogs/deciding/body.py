"""The card of one body: when it meets, what is still open for it, and what it decided."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.deciding.papers import papers_of
from dialogs.deciding.words import DECISIONS, HELD, choices_of, state_of
from dialogs.reason import LONGEST
from dialogs.turn import Said
from dialogs.view import (
    Button,
    Day,
    Element,
    Facts,
    Heading,
    Listing,
    Pick,
    View,
    Words,
    Write,
)
from plan.bodies import opening, the
from plan.calendar import local
from plan.dates import on_day
from plan.deciding import still_open
from plan.dossier import Dossier
from plan.records import DecisionStep
from plan.rights import is_coordinator
from plan.route import before, done, meets, papers_due
from plan.text import Text

DIALOG = "deciding"
RECORD = Text(nl="Besluit vastleggen", en="Record the decision")


def body_view(
    dossier: Dossier,
    said: Said,
    body: DecisionStep,
    wrong: Mapping[str, Text] | None = None,
) -> View:
    """Everything for one meeting on one card; `wrong` by the id of the input it is about."""
    coordinates = is_coordinator(dossier, said.who)
    route = Button(
        verb="route", label=Text(nl="Datum en route", en="Date and route"), checks=False
    )
    return View(
        title=opening(the(body)),
        elements=(
            Facts(rows=_when(dossier, body)),
            *_open(dossier, body),
            *_inputs(dossier, said, body, wrong or {}),
        ),
        buttons=(
            Button(verb="record", label=RECORD, primary=True),
            *papers_of(body),
            *((route,) if coordinates else ()),
        ),
        dialog=DIALOG,
        about={"body": body.key, "stamp": stamp(body)},
    )


def stamp(body: DecisionStep) -> str:
    """What a card saw of a body: another value means that it moved on."""
    return f"{body.decision or ''}/{body.at.isoformat() if body.at else ''}"


def _when(dossier: Dossier, body: DecisionStep) -> tuple[tuple[Text, Text], ...]:
    day, due = meets(dossier, body), papers_due(dossier, body)
    none = Text(nl="nog geen datum", en="no date yet")
    guess = Text(nl="{day} (voorstel)", en="{day} (suggested)")
    rows = [
        (
            Text(nl="Vergadert op", en="Meets on"),
            (on_day(day) if body.day else guess.fill(day=on_day(day))) if day else none,
        ),
        (
            Text(nl="Stukken inleveren uiterlijk", en="Papers due by"),
            (on_day(due) if body.deadline else guess.fill(day=on_day(due))) if due else none,
        ),
    ]
    if body.role:
        rows.append((Text(nl="Rol", en="Role"), Text.verbatim(body.role)))
    if body.decision:
        rows.append((Text(nl="Tot nu toe", en="So far"), state_of(body)))
    return tuple(rows)


def _open(dossier: Dossier, body: DecisionStep) -> tuple[Element, ...]:
    lines = still_open(dossier, body)
    if not lines:
        words = Text(nl="Er staat niets meer open.", en="Nothing is open any more.")
        return (Words(text=words, tone="good"),)
    title = Text(nl="Dit staat nog open voor {body}", en="Still open for {body}")
    return (Heading(text=title.fill(body=the(body)), level=3), Listing(lines=lines))


def _inputs(
    dossier: Dossier, said: Said, body: DecisionStep, wrong: Mapping[str, Text]
) -> tuple[Element, ...]:
    given = said.inputs if said.verb == "record" else _to_mend(body)
    decided = choices_of(body) == DECISIONS
    asks = Text(nl="Wat besloot {body}?", en="What did {body} decide?")
    heard = Text(nl="Wat deed {body}?", en="What did {body} do?")
    return (
        *_overruling(dossier, body, given, wrong),
        Pick(
            id="decision",
            label=(asks if decided else heard).fill(body=the(body)),
            choices=choices_of(body),
            value=given.get("decision", ""),
            wide=True,
            required=True,
            error=wrong.get("decision"),
        ),
        Day(
            id="decided_on",
            label=Text(nl="Op welke dag?", en="On which day?"),
            value=given.get("decided_on", _usual_day(said, body)),
            required=True,
            error=wrong.get("decided_on"),
        ),
        Write(
            id="reference",
            label=Text(nl="Zaaknummer of kenmerk", en="Case number or reference"),
            value=given.get("reference", ""),
            lines=False,
            limit=100,
            error=wrong.get("reference"),
        ),
        Write(
            id="text",
            label=Text(
                nl="Tekst van het besluit. Bij een wijziging: wat moet er anders?",
                en="Text of the decision. With a change: what must be different?",
            )
            if decided
            else Text(nl="Wat kwam eruit? (niet verplicht)", en="What came of it? (optional)"),
            value=given.get("text", ""),
            limit=1200,
            error=wrong.get("text"),
        ),
        Day(
            id="next_day",
            label=Text(
                nl="Bij aanhouden: wanneer komt het terug?",
                en="If held over: when does it come back?",
            ),
            value=given.get("next_day", ""),
            error=wrong.get("next_day"),
        ),
    )


def _to_mend(body: DecisionStep) -> dict[str, str]:
    """What was recorded, without the days; a body that held it over begins anew."""
    if not done(body):
        return {}
    return {k: v for k, v in recorded(body).items() if k not in ("decided_on", "next_day")}


def recorded(body: DecisionStep) -> dict[str, str]:
    """What was recorded of it, as it stands on the card."""
    later = body.day if body.decision == HELD else None
    return {
        "decision": body.decision or "",
        "decided_on": body.decided_on.isoformat() if body.decided_on else "",
        "reference": body.reference or "",
        "text": body.text or "",
        "next_day": later.isoformat() if later else "",
    }


def _usual_day(said: Said, body: DecisionStep) -> str:
    """The day it met when that is past, else today."""
    today = local(said.at).date()
    day = (body.decided_on if done(body) else None) or body.day
    return (day if day and day <= today else today).isoformat()


def _overruling(
    dossier: Dossier, body: DecisionStep, given: Mapping[str, str], wrong: Mapping[str, Text]
) -> tuple[Element, ...]:
    """Before its turn a decision needs the reason why."""
    earlier = before(dossier, body)
    if not earlier:
        return ()
    label = Text(
        nl="Nog geen besluit van: {names}. Waarom gaat {body} eerst? De reden komt in het "
        "register.",
        en="No decision yet from: {names}. Why does {body} go first? The reason goes into the "
        "register.",
    )
    names = ", ".join(one.body for one in earlier)
    return (
        Write(
            id="why",
            label=label.fill(names=names, body=the(body)),
            value=given.get("why", ""),
            limit=LONGEST,
            required=True,
            error=wrong.get("why"),
        ),
    )
