"""Where somebody can be reached, and what the channel says of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from bot.again import again
from bot.plans import Plans
from plan.delivery import LEFT, NO_ADDRESS
from plan.dossier import Dossier
from plan.people import desk_of, identity
from plan.records import Address, Person, Record, Team, altered
from plan.text import Language

ANYWHERE: Final = "https://smba.trafficmanager.net/teams/"
"""The service that knows where everybody is, for when the one we knew is not theirs."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a message goes; without an address, why it does not."""

    to: Person | Team
    address: Mapping[str, str]
    language: Language
    why_not: str = ""

    @property
    def known(self) -> bool:
        """Whether it is a conversation that was there, with one person."""
        return isinstance(self.to, Person) and bool(self.address.get("conversation"))


class Reaching:
    def __init__(self, plans: Plans) -> None:
        self._plans = plans

    async def place(self, dossier: Dossier, to: Person | Team) -> Place:
        """Where this person or channel is now, unless it must be left in peace."""
        if isinstance(to, Team):
            language = dossier.plan.language
            return Place(to=to, address=to.reference, language=language, why_not=to.blocked)
        shared = await self._plans.shared()
        key = identity(to)
        desk, known = desk_of(shared, key), shared.get(Address, key)
        language = (desk.language if desk else None) or dossier.plan.language
        address = known.reference if known else _by_way_of_another(shared, key)
        why_not = _why_not(known) if known else "" if address else NO_ADDRESS
        return Place(to=to, address=address, language=language, why_not=why_not)

    async def block(self, place: Place, code: str) -> None:
        """From now on nothing goes there; a channel is blocked in the plan (`closed`)."""
        if isinstance(place.to, Team):
            return
        key = identity(place.to)

        def blocked(shared: Dossier) -> tuple[list[Record], list[Record]]:
            known = shared.get(Address, key)
            return ([altered(known, blocked=code)] if known else []), []

        await self._plans.share(blocked)

    async def moved(self, place: Place) -> None:
        """The person was found at this address, which is another than was known."""
        key = identity(place.to) if isinstance(place.to, Person) else None

        def after(shared: Dossier) -> tuple[list[Record], list[Record]]:
            known = shared.get(Address, key)
            return ([altered(known, reference=dict(place.address))] if known else []), []

        await self._plans.share(after)

    async def other_service(self, place: Place) -> str:
        """Another service than the one that does not know this tenant; "" when there is none."""
        used, tenant = place.address.get("service_url", ""), place.address.get("tenant", "")
        near = sorted((await self._plans.shared()).all(Address), key=lambda a: a.at, reverse=True)
        found = [a.reference.get("service_url", "") for a in near if _is_of(a, tenant)]
        found += [ANYWHERE] if used.startswith("https:") else []  # Else it is one of our own.
        return next((url for url in found if url and url != used), "")


def closed(dossier: Dossier, place: Place, code: str) -> tuple[Record, ...]:
    """The channel as it is by now, with nothing more going there; none when it is gone."""
    team = dossier.get(Team, place.to.key) if isinstance(place.to, Team) else None
    return (altered(team, blocked=code),) if team else ()


def _why_not(known: Address) -> str:
    return LEFT if known.left_at else known.blocked


def _is_of(address: Address, tenant: str) -> bool:
    return address.key.startswith(f"{tenant}/") and bool(address.reference)


def _by_way_of_another(shared: Dossier, key: str | None) -> dict[str, str]:
    """A new conversation with somebody who never wrote, where others of the tenant did.

    Nothing when nobody of that tenant ever wrote: it is tried again when somebody has.
    """
    tenant, _, user = (key or "").partition("/")
    near = [a for a in shared.all(Address) if tenant and _is_of(a, tenant) and not a.left_at]
    if not near:
        return {}
    latest = max(near, key=lambda address: address.at).reference
    return {**latest, "user": user, "conversation": "", "tenant": tenant}


async def reopened(plans: Plans, keys: Iterable[str], conversation: str) -> None:
    """Somebody spoke in a channel, so it may be written to again."""
    channel = conversation.partition(";")[0]
    for plan in keys:
        team = (await plans.dossier(plan)).get(Team, channel)
        if team and team.blocked:
            await again(partial(_reopened, plans, plan, channel))


async def _reopened(plans: Plans, plan: str, channel: str) -> None:
    async with plans.alone(plan) as held:
        team = held.dossier.get(Team, channel)
        if team:
            await held.keep([altered(team, blocked="")])
