"""Another coordinator: who can be, and what the old one leaves."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Message, Person, Record, Table, Wish, altered
from plan.reminders.post import is_waiting

PERSONAL = ("agreement_due", "outcome_check")
"""Messages to somebody as owner of an agreement, whatever the role."""


def successors(dossier: Dossier) -> tuple[Person, ...]:
    """Everybody else who can come in where the coordinator comes in, colleagues first."""
    now = dossier.coordinator
    if now is None:
        return ()
    known = bool(now.tenant and now.object_id)
    found = [
        person
        for person in dossier.all(Person)
        if person.key != now.key and (not known or (person.tenant and person.object_id))
    ]
    return tuple(sorted(found, key=lambda person: (person.org != now.org, person.name)))


def left_to(dossier: Dossier, to: Person) -> tuple[Message, ...]:
    """What was not sent yet to the coordinator, as it goes to the next one."""
    return tuple(
        altered(message, to=to.key)
        for message in dossier.all(Message)
        if message.to == dossier.plan.coordinator
        and is_waiting(message)
        and message.kind not in PERSONAL
    )


def ready_for(dossier: Dossier, to: Person) -> tuple[Record, ...]:
    """A coordinator has no stand-in and hears everything."""
    wish = dossier.get(Wish, to.key)
    if wish is None:
        return ()
    return (altered(wish, stand_in=None, stand_in_until=None, stopped=False, snoozed_until=None),)


def on_the_table(dossier: Dossier) -> tuple[Record, ...]:
    """What the coordinator was doing on behalf of a partner: that is over."""
    table = dossier.get(Table, dossier.plan.coordinator)
    return (altered(table, org=None, asked=None, typing=""),) if table else ()
