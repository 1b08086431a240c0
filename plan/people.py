"""Who somebody is, whichever plan it stands in."""

from __future__ import annotations

from collections.abc import Mapping

from plan.dossier import Dossier
from plan.once import once
from plan.records import Desk, Person

DEV_TENANT = "dev"


def identity(person: Person) -> str | None:
    """`tenant/object id` in small letters; without them the rehearsal tenant and the own key.

    Entra makes no difference between small letters and capitals, and whoever types an id may.
    Production never speaks with the tenant `dev`, so such a person cannot come in there.
    """
    if person.tenant and person.object_id:
        return f"{person.tenant}/{person.object_id}".lower()
    known = f"{DEV_TENANT}/{person.object_id or person.key}".lower()
    return known if not person.tenant else None


def desk_of(shared: Dossier, who: str | None) -> Desk | None:
    """The desk of an identity; one that was kept before has the id as it was typed."""
    return shared.get(Desk, who) or _in_capitals(shared).get(who or "")


@once(Desk)
def _in_capitals(shared: Dossier) -> Mapping[str, Desk]:
    return {small: one for one in shared.all(Desk) if (small := one.key.lower()) != one.key}
