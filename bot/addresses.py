"""Where people, teams and group chats can be reached, and whether they have the app."""

from __future__ import annotations

from dataclasses import replace

from bot.clock import Clock
from bot.heard import Heard
from bot.plans import Change, Plans
from plan.dossier import Dossier
from plan.records import Address, altered


class Addresses:
    """They change with every activity: an older reference may no longer be valid."""

    def __init__(self, plans: Plans, clock: Clock) -> None:
        self._plans = plans
        self._clock = clock

    async def heard(self, heard: Heard, key: str) -> Heard | None:
        """Keeps the address it comes from under `key`; None for a coming that was told before.

        Teams tells of one install twice, perhaps to two processes: only the first says anything.
        """
        if not heard.address:
            return heard
        found: Heard | None = heard

        def put(shared: Dossier) -> Change:
            nonlocal found
            known = shared.get(Address, key)
            found = _came(heard, known)
            after = self._after(heard, known or Address(key=key, reference={}, at=now))
            return ([after] if after != known else []), []

        now = self._clock.now()
        await self._plans.share(put)
        return found

    def _after(self, heard: Heard, known: Address) -> Address:
        now = self._clock.now()
        if heard.kind == "left":
            # Nothing is sent there any more, so nobody needs to know where it was.
            gone = altered(known, reference={}, left_at=now, at=now)
            return known if known.left_at else gone
        after = altered(known, left_at=None, blocked="")
        if _elsewhere(heard, known):
            after = altered(after, reference=dict(heard.address), at=now)
        came = heard.kind in ("joined", "met") and not (known.joined_at and not known.left_at)
        return altered(after, joined_at=now) if came else after


def _came(heard: Heard, known: Address | None) -> Heard | None:
    if heard.kind not in ("joined", "met"):
        return heard
    if known is None or known.joined_at is None:
        return heard if known is None or not known.left_at else replace(heard, kind="returned")
    return replace(heard, kind="returned") if known.left_at else None


def _elsewhere(heard: Heard, known: Address) -> bool:
    """Who speaks in a channel differs every time; the channel does not."""
    leave_out = set() if heard.scope == "personal" else {"user", "conversation"}
    parts = heard.address.keys() - leave_out
    return any(known.reference.get(part) != heard.address[part] for part in parts)
