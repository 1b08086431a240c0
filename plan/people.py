"""Who somebody is, whichever plan it stands in."""

from __future__ import annotations

from plan.records import Person

DEV_TENANT = "dev"


def identity(person: Person) -> str | None:
    """`tenant/object id`; without them the rehearsal tenant and the person's own key.

    Production never speaks with the tenant `dev`, so such a person cannot come in there.
    """
    if person.tenant and person.object_id:
        return f"{person.tenant}/{person.object_id}"
    return f"{DEV_TENANT}/{person.object_id or person.key}" if not person.tenant else None
