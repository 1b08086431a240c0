"""What somebody was not let do, in the logbook; counted each time, told of now and then."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

from bot import figures, logs
from bot.acts import origin_of
from bot.heard import Answered, Heard
from bot.plans import Plans
from bot.speaking import who_speaks
from dialogs import phrases
from plan.logbook import Act
from storage import StoreError

SAME: Final = timedelta(hours=1)
"""Within which the same refusal is not told of again, so that nobody fills the logbook."""
REMEMBERED: Final = 1000

log = logs.logger(__name__)


REASONS: Final = {
    words: reason
    for text, reason in ((phrases.NOT_YOURS, "foreign"), (phrases.STRANGER, "stranger"))
    for words in (text.nl, text.en)
}
"""What somebody hears who is not let in, or whose card it is not, and why that is."""


class Refusals:
    """Those that came to no turn; a turn tells of its own (`bot.acts`)."""

    def __init__(self, plans: Plans) -> None:
        self._plans = plans
        self._told: OrderedDict[tuple[str, ...], datetime] = OrderedDict()

    async def heard(self, heard: Heard, answered: Answered, now: datetime) -> str:
        """The reason when somebody was turned away, "" for everybody else."""
        for said in answered.then:
            if reason := REASONS.get(said.text):
                act = Act(
                    at=now,
                    action=heard.kind,
                    actor=who_speaks(heard),
                    origin=origin_of(heard),
                    result=reason,
                )
                await self.note("", act)
                return reason
        return ""

    async def note(self, plan: str, act: Act) -> None:
        """A line in the logbook of a plan, or of what plans share for somebody without one.

        The result of the act is the reason. It never raises: who is refused is refused all the
        same.
        """
        figures.refused(act.result)
        if self._is_told(plan, act):
            return
        refused = Act(
            at=act.at,
            action=act.action,
            actor=act.actor,
            origin=act.origin,
            result=f"refused:{act.result}",
            about=act.about,
        )
        try:
            await self._plans.note(plan, refused)
        except StoreError:
            log.exception("refusal not kept", reason=act.result)

    def _is_told(self, plan: str, act: Act) -> bool:
        what = (plan, act.action, act.actor, act.result)
        before = self._told.get(what)
        if before and abs(act.at - before) < SAME:
            return True
        self._told[what] = act.at
        self._told.move_to_end(what)
        if len(self._told) > REMEMBERED:
            self._told.popitem(last=False)
        return False
