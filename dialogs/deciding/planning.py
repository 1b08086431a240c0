"""The route on one card: when each body meets, which optional ones are asked, and a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogs.clashing import SEALS, both_texts, kept_and_left
from dialogs.deciding.adding import added_body, another, in_place
from dialogs.deciding.route_now import clashing, only, renewed, sealed
from dialogs.deciding.words import CHOICE, NO, YES
from dialogs.filled import fault
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Day, Element, Facts, Fold, Heading, Pick, View, Words
from plan.answering import clean
from plan.bodies import opening, the
from plan.dates import day_said, on_day
from plan.dossier import Dossier
from plan.records import DecisionStep, altered
from plan.route import (
    adopting,
    done,
    meets,
    optional,
    papers_due,
    route,
)
from plan.standing import only_heard
from plan.text import Text

DIALOG = "deciding"


def route_view(dossier: Dossier, said: Said, wrong: Mapping[str, Text] | None = None) -> View:
    """Days and submission deadlines of every body, suggested where nobody set them."""
    given = renewed(dossier, said) if said.verb == "plan_route" else {}
    faults = wrong or {}
    elements: list[Element | Fold] = [Words(text=LEAD, tone="subtle")]
    for body in route(dossier):
        elements += _body(dossier, body, given, faults)
    elements.append(another(given, faults))
    last = adopting(dossier)
    if last:
        words = Text(nl="{body} stelt het plan vast.", en="{body} adopts the plan.")
        elements.insert(1, Words(text=words.fill(body=opening(the(last)))))
    return View(
        title=Text(nl="Besluitroute", en="Decision route"),
        elements=tuple(elements),
        buttons=(Button(verb="plan_route", label=Text(nl="Opslaan", en="Save"), primary=True),),
        dialog=DIALOG,
        about={SEALS: sealed(dossier)},
    )


LEAD = Text(
    nl="Ik herinner je tien, drie en één werkdag voordat stukken binnen moeten zijn.",
    en="I remind you ten, three and one working day before papers are due.",
)


def _body(
    dossier: Dossier, body: DecisionStep, given: Mapping[str, str], wrong: Mapping[str, Text]
) -> tuple[Element, ...]:
    heading = Heading(text=opening(the(body)), level=3)
    if done(body):
        decided = body.decided_on or body.day
        settled = Text(nl="Besloten", en="Decided")
        when = on_day(decided) if decided else Text(nl="ja", en="yes")
        return (heading, Facts(rows=((settled, when),)))
    meeting, due = meets(dossier, body), papers_due(dossier, body)
    choice = Pick(
        id=f"on/{body.key}",
        label=Text(
            nl="Gaat het plan dit jaar langs {body}?", en="Does the plan go to {body} this year?"
        ).fill(body=the(body)),
        choices=CHOICE,
        value=given.get(f"on/{body.key}", NO if body.skipped else YES),
        wide=True,
    )
    day = Day(
        id=f"day/{body.key}",
        label=Text(nl="Vergadert op", en="Meets on"),
        value=given.get(f"day/{body.key}", meeting.isoformat() if meeting else ""),
        error=wrong.get(f"day/{body.key}"),
    )
    deadline = Day(
        id=f"due/{body.key}",
        label=Text(nl="Stukken inleveren uiterlijk", en="Papers due by"),
        value=given.get(f"due/{body.key}", due.isoformat() if due else ""),
        error=wrong.get(f"due/{body.key}"),
    )
    return (heading, *((choice,) if optional(dossier, body) else ()), day, deadline)


def keep_route(dossier: Dossier, said: Said) -> Turn:
    """The bodies as filled in; one that somebody else changed meanwhile is asked again."""
    others = clashing(dossier, said)
    said = replace(said, inputs=renewed(dossier, said))
    wrong = _wrong(dossier, said)
    if wrong:
        return Turn(instead=_again(dossier, said, others, wrong))
    bodies = [
        body if body.key in others else _planned(dossier, said, body) for body in route(dossier)
    ]
    added = added_body(dossier, said)
    if added:
        bodies = in_place(bodies, added, said.inputs.get("new_last") == YES)
    turn = _kept(dossier, said, bodies)
    if not others:
        return turn + Turn(instead=_receipt(bodies), onward=True)
    card = _again(dossier.plus(turn.keep), replace(said, inputs=only(said, others)), others)
    free = [body for body in bodies if body.key not in others]
    return kept_and_left(turn, _receipt(free), card)


def _again(
    dossier: Dossier, said: Said, others: set[str], wrong: Mapping[str, Text] | None = None
) -> View:
    """The card with what was filled in; for those others changed with what is there now."""
    mine = route_view(dossier, said, wrong)
    if not others:
        return mine
    return both_texts(route_view(dossier, replace(said, inputs={})), mine, of=others)


def _kept(dossier: Dossier, said: Said, bodies: list[DecisionStep]) -> Turn:
    """What changed; a usual route is kept from then on."""
    known = dossier.all(DecisionStep)
    keep = tuple(body for body in bodies if body not in known)
    if not keep:
        return Turn()
    days = "; ".join(f"{b.body} {b.day or '–'}" for b in bodies if not b.skipped)
    return Turn(keep=(*keep, registered(said, "planned_route", "decision", after=days)))


def _receipt(bodies: list[DecisionStep]) -> View:
    rows = tuple((opening(the(b)), _told(b)) for b in bodies)
    title = Text(nl="Opgeslagen: de route", en="Saved: the route")
    return View(title=title, elements=(Facts(rows=rows),))


def _told(body: DecisionStep) -> Text:
    if body.skipped:
        return Text(nl="dit jaar niet", en="not this year")
    return on_day(body.day) if body.day else Text(nl="nog geen datum", en="no date yet")


def _planned(dossier: Dossier, said: Said, body: DecisionStep) -> DecisionStep:
    if done(body):
        return body
    given = said.inputs
    day = day_said(given.get(f"day/{body.key}", "")) or body.day
    due = day_said(given.get(f"due/{body.key}", ""))
    suggested = papers_due(dossier, altered(body, day=meets(dossier, body), deadline=None))
    off = given.get(f"on/{body.key}") == NO if optional(dossier, body) else body.skipped
    return altered(
        body,
        day=None if off else day,
        deadline=due if due != suggested else body.deadline,
        skipped=off,
    )


def _wrong(dossier: Dossier, said: Said) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for body in route(dossier):
        day = day_said(said.inputs.get(f"day/{body.key}", ""))
        due = day_said(said.inputs.get(f"due/{body.key}", ""))
        if day and due and due > day and said.inputs.get(f"on/{body.key}") != NO:
            found[f"due/{body.key}"] = Text(
                nl="De stukken moeten er vóór de vergadering zijn.",
                en="The papers must be in before the meeting.",
            )
    name = clean(said.inputs.get("new_body", ""))
    trouble = fault(name, 60)
    if trouble:
        found["new_body"] = trouble
    if name.casefold() in {body.body.casefold() for body in route(dossier)}:
        found["new_body"] = Text(
            nl="Dit orgaan staat al op de route.", en="This body is on the route already."
        )
    turned_off = [b for b in route(dossier) if said.inputs.get(f"on/{b.key}") == NO]
    left = [b for b in route(dossier) if b not in turned_off and not only_heard(b)]
    if not left:
        first = next(iter(turned_off), None)
        found[f"day/{first.key}" if first else "new_body"] = Text(
            nl="Ten minste één orgaan moet het plan vaststellen.",
            en="At least one body must adopt the plan.",
        )
    return found
