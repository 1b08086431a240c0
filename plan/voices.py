"""For whom somebody speaks: the own organisation, and whoever is away and named a stand-in."""

from __future__ import annotations

from datetime import date

from plan.dossier import Dossier
from plan.records import Person, Wish


def stands_in_for(
    dossier: Dossier, person: Person, asked_on: date | None = None
) -> tuple[Person, ...]:
    """Who named somebody as stand-in, at once or by way of another.

    What was asked on a day within the period may be finished after it.
    """
    found: dict[str, Person] = {}
    names = [person.key]
    while names:
        name = names.pop()
        for wish in dossier.all(Wish):
            until = wish.stand_in_until
            over = asked_on is not None and until is not None and asked_on > until
            named = dossier.get(Person, wish.key) if wish.stand_in == name and not over else None
            if named and named.key not in found and named.key != person.key:
                found[named.key] = named
                names.append(named.key)
    return tuple(found.values())


def speaks_for(dossier: Dossier, person: Person, org: str, asked_on: date | None = None) -> bool:
    """Whether somebody may answer for an organisation: the own one, or that of who is away."""
    return org in voices(dossier, person, asked_on)


def voices(dossier: Dossier, person: Person, asked_on: date | None = None) -> tuple[str, ...]:
    """Every organisation that somebody may answer for, the own one first."""
    away = stands_in_for(dossier, person, asked_on)
    return tuple(dict.fromkeys(one.org for one in (person, *away) if one.org))


def acts_as(dossier: Dossier, person: Person, whom: str | None, asked_on: date) -> bool:
    """Whether somebody is the one who was asked, or stands in for them."""
    away = stands_in_for(dossier, person, asked_on)
    return whom in (person.key, *(one.key for one in away))
