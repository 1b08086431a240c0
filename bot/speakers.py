"""Those who speak: who they are, in which plans, in which language, and where to reach them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot import logs
from bot.addresses import Addresses
from bot.again import again
from bot.clock import Clock
from bot.heard import Heard
from bot.plans import Change, Plans
from bot.speaking import Speaker, language_of, who_speaks
from dialogs import Turn
from plan.dossier import Dossier
from plan.people import desk_of
from plan.records import Address, Desk, Person, Wish, altered
from plan.sight import seen_by
from plan.text import Language
from storage import NotKeptError

log = logs.logger(__name__)


class Speakers:
    """`may_start` says whether somebody without a plan may begin one, by tenant/object id."""

    def __init__(self, plans: Plans, clock: Clock, may_start: Callable[[str], bool]) -> None:
        self._plans = plans
        self._clock = clock
        self._may_start = may_start
        self._addresses = Addresses(plans, clock)

    async def language(self, heard: Heard) -> Language:
        """As the speaker chose, else of the plan in hand, else as Teams is set."""
        desk = await self.desk(heard)
        plan = await self._plans.dossier(desk.current or "") if desk else Dossier()
        known = plan.plan.language if plan else language_of(heard.locale)
        return (desk.language if desk else None) or known

    async def remember(self, heard: Heard) -> Heard | None:
        """Where this person can be reached, from every personal activity.

        None for an install that was told of before, however long ago; `returned` for one after
        the app was taken away.
        """
        if not heard.address:
            return heard
        known = (await self._plans.shared()).get(Address, who_speaks(heard))
        if known and known.left_at and heard.kind != "left":
            # First, so that a stop in between is mended by what comes next.
            await self.leaves(heard, None)
        found = await self._addresses.heard(heard, who_speaks(heard))
        if found and found.kind == "left":
            await self.leaves(found, self._clock.now())
        return found

    async def leaves(self, heard: Heard, at: datetime | None) -> None:
        """In every plan of this person: since when nothing arrives in Teams; None when it does."""
        desk = await self.desk(heard)
        for plan, person in (desk.plans if desk else {}).items():
            await again(partial(self._leaves, plan, person, at))

    async def _leaves(self, plan: str, person: str, at: datetime | None) -> None:
        async with self._plans.alone(plan) as held:
            wish = held.dossier.get(Wish, person) or Wish(key=person)
            if bool(wish.left_at) != bool(at) and held.dossier.get(Person, person):
                await held.keep([altered(wish, left_at=at)])

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
        return desk_of(await self._plans.shared(), who_speaks(heard))

    async def elsewhere(self, speaker: Speaker, plan: str) -> tuple[tuple[Dossier, Person], ...]:
        found = []
        for key, person in speaker.desk.plans.items():
            dossier = await self._plans.dossier(key)
            who = dossier.get(Person, person)
            if key != plan and who:
                found.append((seen_by(dossier, who), who))
        return tuple(found)

    async def put_on_desk(self, heard: Heard, speaker: Speaker, turn: Turn) -> None:
        """The language and the plan in hand belong to the person, not to a plan."""
        if not (turn.language or turn.current):
            return

        def put(shared: Dossier) -> Change:
            desk = desk_of(shared, who_speaks(heard)) or speaker.desk
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
