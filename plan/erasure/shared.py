"""The shared part without people who were erased, or without plans that are gone."""

from __future__ import annotations

from collections.abc import Set

from plan.erasure.whom import Bodies

Seat = tuple[str, str]
"""A plan, and somebody's key in it."""
OWN = ("Desk", "Address", "Alias")
"""What the shared part has of a person, under tenant/object id."""


def without(shared: Bodies, seats: Set[Seat], identities: Set[str] = frozenset()) -> Bodies:
    """Without these seats, and without whoever has none left.

    identities: who were erased everywhere, by tenant/object id, also when they had no seat.
    """
    left = {name: dict(records) for name, records in shared.items()}
    erased = {who.lower() for who in identities}
    gone = {key for name in OWN for key in shared.get(name, {}) if key.lower() in erased}
    for key, desk in shared.get("Desk", {}).items():
        plans = desk.get("plans", {})
        stay = {plan: person for plan, person in plans.items() if (plan, person) not in seats}
        if stay == plans or key in gone:
            continue
        if not stay:
            gone.add(key)
            continue
        after = {**desk, "plans": stay}
        if after.get("current") not in stay:
            after["current"] = next(iter(stay))
        left["Desk"][key] = after
    for name in OWN:
        left[name] = {key: body for key, body in left.get(name, {}).items() if key not in gone}
    return left
