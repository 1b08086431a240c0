"""A body that is added to the route."""

from __future__ import annotations

from collections.abc import Mapping

from dialogs.deciding.words import CHOICE, NO, YES
from dialogs.turn import Said
from dialogs.view import Day, Fold, Pick, Write
from plan.answering import clean
from plan.dates import day_said
from plan.dossier import Dossier
from plan.records import DecisionStep, altered
from plan.route import (
    DISCUSSED,
    NOTED,
    route,
)
from plan.standing import only_heard
from plan.text import Text, slug

ROLES = (
    ("", Text(nl="beslist mee", en="decides too")),
    (DISCUSSED, Text(nl="ter bespreking", en="for discussion")),
    (NOTED, Text(nl="ter kennisname", en="for information")),
)


def another(given: Mapping[str, str], wrong: Mapping[str, Text]) -> Fold:
    return Fold(
        title=Text(nl="Een orgaan toevoegen", en="Add a body"),
        elements=(
            Write(
                id="new_body",
                label=Text(
                    nl="Welk orgaan? Bijvoorbeeld een regionaal overleg of een commissie.",
                    en="Which body? For instance a regional meeting or a committee.",
                ),
                value=given.get("new_body", ""),
                lines=False,
                limit=60,
                error=wrong.get("new_body"),
            ),
            Pick(
                id="new_role",
                label=Text(
                    nl="Wat is de rol van dit orgaan?", en="What is the role of this body?"
                ),
                choices=tuple((key or "decides", words) for key, words in ROLES),
                value=given.get("new_role", DISCUSSED),
            ),
            Day(
                id="new_day",
                label=Text(nl="Vergadert op", en="Meets on"),
                value=given.get("new_day", ""),
                error=wrong.get("new_day"),
            ),
            Pick(
                id="new_last",
                label=Text(
                    nl="Stelt dit orgaan het plan vast?", en="Does this body adopt the plan?"
                ),
                choices=CHOICE,
                value=given.get("new_last", NO),
            ),
        ),
    )


def added_body(dossier: Dossier, said: Said) -> DecisionStep | None:
    name = clean(said.inputs.get("new_body", ""))
    if not name:
        return None
    taken = {body.key for body in route(dossier)}
    base = slug(name) or "orgaan"
    key = next(k for n in range(1, 99) if (k := base if n == 1 else f"{base}-{n}") not in taken)
    role = said.inputs.get("new_role", DISCUSSED)
    adopts = said.inputs.get("new_last") == YES
    return DecisionStep(
        key=key,
        body=name,
        day=day_said(said.inputs.get("new_day", "")),
        role=role if role in (DISCUSSED, NOTED) and not adopts else None,
    )


def in_place(bodies: list[DecisionStep], new: DecisionStep, last: bool) -> list[DecisionStep]:
    """A new body that decides comes before the one that adopts, unless it adopts itself."""
    deciding = [n for n, body in enumerate(bodies) if not body.skipped and not only_heard(body)]
    place = deciding[-1] + last if deciding and not only_heard(new) else len(bodies)
    row = [*bodies[:place], new, *bodies[place:]]
    return [altered(body, order=n) for n, body in enumerate(row)]
