"""What people got of late from other plans than the one at hand."""

from __future__ import annotations

from datetime import datetime

from bot.plans import Plans
from plan.calendar import local
from plan.dossier import Dossier
from plan.people import desk_of, identity
from plan.records import Desk, Message, Person
from plan.reminders import heard_at, receiver, unsent

Elsewhere = dict[str, tuple[datetime, ...]]


async def elsewhere(plans: Plans, dossier: Dossier, now: datetime) -> Elsewhere:
    """By the key of each person who is owed something here: when other plans wrote to them."""
    shared, today = await plans.shared(), local(now).date()
    found: Elsewhere = {}
    for message in unsent(dossier.all(Message), now):
        to = receiver(dossier, message, today)
        if to and to.key not in found:
            desk = desk_of(shared, identity(to))
            found[to.key] = await _others(plans, dossier, to, desk, now) if desk else ()
    return {key: moments for key, moments in found.items() if moments}


async def _others(
    plans: Plans, dossier: Dossier, to: Person, desk: Desk, now: datetime
) -> tuple[datetime, ...]:
    others = [(key, who) for key, who in desk.plans.items() if key != dossier.plan.key]
    heard = [heard_at(await plans.dossier(key), who, now) for key, who in others]
    return tuple(at for moments in heard for at in moments)
