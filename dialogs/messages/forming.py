"""What the coordinator hears when the format waits for a choice."""

from __future__ import annotations

from datetime import datetime

from dialogs.forming.asking import usual_wishes
from dialogs.forming.described import title_of
from dialogs.forming.trying import consent_of, trying_view
from dialogs.forming.written import DIALOG
from dialogs.post import Kind
from dialogs.turn import Reply
from dialogs.view import Button, Listing, View, Words
from plan.dossier import Dossier
from plan.forming.advice import advised, reasons
from plan.records import Message, Person, Plan, altered
from plan.reminders.choice import waited_since
from plan.text import Text


def _no_format(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """It names what is proposed, so that one look is enough."""
    if waited_since(dossier) is None:
        return None
    plan = _proposed(dossier.plan)
    words = Text(
        nl="Het format is nog niet gekozen. Mijn voorstel: {title}.",
        en="The format has not been chosen yet. My proposal: {title}.",
    )
    return Reply(
        view=View(
            title=Text(nl="Welk format kiezen we?", en="Which format do we choose?"),
            elements=(
                Words(text=words.fill(title=title_of(plan))),
                Listing(lines=reasons(plan)),
            ),
            buttons=(
                Button(
                    verb="show", label=Text(nl="Format kiezen", en="Choose a format"), primary=True
                ),
            ),
            dialog=DIALOG,
        )
    )


def _proposed(plan: Plan) -> Plan:
    """What there is to keep, or in a first year without answers what suits it by default."""
    if plan.track == "follow_up" or plan.functions:
        return plan
    return altered(plan, format=advised(usual_wishes(plan)))


def _try_format(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """Needless once the form is fixed, or somebody of the organisation answered."""
    asked = consent_of(dossier, message)
    if asked is None or asked.answer or dossier.plan.format.locked_at:
        return None
    return Reply(view=trying_view(dossier, asked))


MESSAGES = {
    "try_format": Kind(
        say=_try_format,
        summary=Text(nl="Een voorbeeld van het plan", en="A preview of the safety plan"),
    ),
    "no_format": Kind(
        say=_no_format,
        summary=Text(nl="Het format wacht op een keuze", en="The format is waiting for a choice"),
    ),
}
