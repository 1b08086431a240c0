"""Agreements from a session: who owns them, when they are due and whether they were kept."""

from __future__ import annotations

from datetime import date

from plan.dossier import Dossier
from plan.records import Consent, Outcome, Person


def agreements(dossier: Dossier) -> tuple[Outcome, ...]:
    """The outcomes that somebody owns, the first one due first."""
    owned = (outcome for outcome in dossier.all(Outcome) if outcome.owner)
    return tuple(sorted(owned, key=lambda one: (one.due or date.max, one.key)))


def agreements_of(dossier: Dossier, person: Person) -> tuple[Outcome, ...]:
    return tuple(one for one in agreements(dossier) if one.owner == person.key)


def still_open(dossier: Dossier, person: Person) -> tuple[Outcome, ...]:
    return tuple(one for one in agreements_of(dossier, person) if not one.done_at)


def consent_key(dossier: Dossier, outcome: Outcome) -> str:
    """Under which its owner says whether it was put down well."""
    owner = dossier.get(Person, outcome.owner)
    return f"outcome/{outcome.point}/{(owner and owner.org) or outcome.owner or ''}"


def consent_of(dossier: Dossier, outcome: Outcome) -> Consent | None:
    return dossier.get(Consent, consent_key(dossier, outcome))
