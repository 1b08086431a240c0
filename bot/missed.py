"""Somebody who may not have got an answer is told so, as soon as anything arrives there again."""

from __future__ import annotations

from collections.abc import Callable

from bot import logs
from bot.again import again
from bot.clock import Clock
from bot.heard import Heard
from bot.plans import Plans
from bot.speaking import who_speaks
from plan.people import desk_of
from plan.records import Message
from plan.reminders import AWAITED, is_waiting

log = logs.logger(__name__)


class Missed:
    """Only for whoever sits in a plan; wake: called with the plan that owes the word."""

    def __init__(self, plans: Plans, clock: Clock, wake: Callable[[str], None]) -> None:
        self._plans = plans
        self._clock = clock
        self._wake = wake

    async def __call__(self, heard: Heard) -> None:
        """Never raises: the turn itself is over."""
        try:
            desk = desk_of(await self._plans.shared(), who_speaks(heard))
            plan = (desk.current or next(iter(desk.plans), "")) if desk else ""
            if desk and plan in desk.plans and heard.scope == "personal":
                await again(lambda: self._keep(plan, desk.plans[plan], heard))
                self._wake(plan)
        except Exception:
            log.exception("missed answer not kept")

    async def _keep(self, plan: str, person: str, heard: Heard) -> None:
        """One such word at a time is enough."""
        now = self._clock.now()
        async with self._plans.alone(plan) as held:
            owed = (m for m in held.dossier.all(Message) if m.kind in AWAITED and is_waiting(m))
            if any(message.to == person for message in owed):
                return
            key = f"missed/{now.isoformat()}/{person}"
            missed = Message(key=key, to=person, kind="missed", due=now, made_at=now)
            await held.keep([missed])
