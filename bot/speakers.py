"""Those who speak: who they are, in which plans, in which language, and where to reach them."""

from __future__ import annotations

from collections.abc import Callable

from bot import logs
from bot.clock import Clock
from bot.heard import Heard
from bot.installs import TOGETHER
from bot.plans import Change, Plans
from bot.speaking import Speaker, language_of, who_speaks
from dialogs import Turn
from plan.dossier import Dossier
from plan.records import Address, Desk, Person, altered
from plan.text import Language
from storage import NotKeptError

log = logs.logger(__name__)


class Speakers:
    """`may_start` says whether somebody without a plan may begin one, by tenant/object id."""

    def __init__(self, plans: Plans, clock: Clock, may_start: Callable[[str], bool]) -> None:
        self._plans = plans
        self._clock = clock
        self._may_start = may_start

    async def language(self, heard: Heard) -> Language:
        """As the speaker chose, else of the plan in hand, else as Teams is set."""
        desk = await self.desk(heard)
        plan = await self._plans.dossier(desk.current or "") if desk else Dossier()
        known = plan.plan.language if plan else language_of(heard.locale)
        return (desk.language if desk else None) or known

    async def remember(self, heard: Heard) -> bool:
        """Where this person can be reached, from every personal activity.

        False for an install that another process was told of just now.
        """
        if not heard.address:
            return True
        known = await self._address(heard)
        if heard.kind == "joined" and known and self._just_joined(known):
            return False
        if self._address_after(heard, known) != known:
            await self._plans.share(lambda shared: self._addressed(heard, shared))
        return True

    def _addressed(self, heard: Heard, shared: Dossier) -> Change:
        known = shared.get(Address, who_speaks(heard))
        after = self._address_after(heard, known)
        return [after] if after != known else [], []

    def _address_after(self, heard: Heard, known: Address | None) -> Address:
        """Whoever removed the app gets nothing, also not by way of somebody else's address.

        Who says anything may be written to again.
        """
        reference, now = dict(heard.address), self._clock.now()
        blank = Address(key=who_speaks(heard), reference={}, at=now)
        if heard.kind == "left":
            return known if known and known.left_at else altered(blank, left_at=now)
        after = altered(known or blank, left_at=None, blocked="")
        if after.reference != reference:
            after = altered(after, reference=reference, at=now)
        return altered(after, joined_at=now) if heard.kind == "joined" else after

    def _just_joined(self, known: Address) -> bool:
        if known.joined_at is None:
            return False
        return abs((self._clock.now() - known.joined_at).total_seconds()) < TOGETHER

    async def _address(self, heard: Heard) -> Address | None:
        return (await self._plans.shared()).get(Address, who_speaks(heard))

    async def speaker(self, heard: Heard) -> Speaker | None:
        desk = await self.desk(heard)
        if desk is None or not desk.plans:
            if not self._may_start(who_speaks(heard)):
                return None
            desk = desk or Desk(key=who_speaks(heard))
        plan = desk.current if desk.current in desk.plans else next(iter(desk.plans), "")
        return Speaker(desk=desk, plan=plan or "", language=desk.language)

    async def known(self, heard: Heard) -> Speaker | None:
        """The same for a public place, where nobody starts anything: who has a plan already."""
        desk = await self.desk(heard)
        return await self.speaker(heard) if desk and desk.plans else None

    async def desk(self, heard: Heard) -> Desk | None:
        return (await self._plans.shared()).get(Desk, who_speaks(heard))

    async def elsewhere(self, speaker: Speaker, plan: str) -> tuple[tuple[Dossier, Person], ...]:
        found = []
        for key, person in speaker.desk.plans.items():
            dossier = await self._plans.dossier(key)
            who = dossier.get(Person, person)
            if key != plan and who:
                found.append((dossier, who))
        return tuple(found)

    async def put_on_desk(self, heard: Heard, speaker: Speaker, turn: Turn) -> None:
        """The language and the plan in hand belong to the person, not to a plan."""
        if not (turn.language or turn.current):
            return

        def put(shared: Dossier) -> Change:
            desk = shared.get(Desk, who_speaks(heard)) or speaker.desk
            after = altered(
                desk,
                language=turn.language or desk.language,
                current=turn.current or desk.current,
            )
            return [after] if after != desk else [], []

        try:
            await self._plans.share(put)
        except NotKeptError:  # The turn itself was kept; only the choice of plan was not.
            log.exception("desk not kept")
