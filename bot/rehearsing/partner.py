"""A partner, or whoever else is asked something: answers what arrives, each in an own way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsing.characters import ASIDES, Character
from bot.rehearsing.chats import Shown
from bot.rehearsing.filling import Hand
from bot.rehearsing.hours import days_later, soon
from bot.rehearsing.somebody import Somebody, lowest
from plan.calendar import local

MOST = 40
"""Presses in one sitting; nobody has more patience."""
THANKS = ("Bedankt", "Dank")


@dataclass
class Partner:
    """`asked` counts the messages since the last answer."""

    who: Somebody
    character: Character
    asked: int = 0
    reconsidering: bool = False
    _tried: set[tuple[str, int]] = field(default_factory=set)

    def heard(self, shown: Shown) -> datetime | None:
        """A message came by itself; when it will be dealt with, if it ever is."""
        if shown.card is None or not shown.card.buttons:
            return None
        self.asked += 1
        if not self.character.patience or self.asked < self.character.patience:
            return None
        return soon(self.who.stage.now, self.who.random)

    async def act(self) -> datetime | None:
        """Answers, or comes back to what was answered; when there will be more."""
        now = self.who.stage.now
        if self.reconsidering:
            self.reconsidering = False
            await self._reconsider()
            return None
        if not self.asked:
            return None
        self.asked = 0
        await self._answer()
        if self.character.reconsiders:
            self.reconsidering = True
            return days_later(now, 2, self.who.random)
        return None

    async def _answer(self) -> None:
        shown = self.who.top()
        for _ in range(MOST):
            if shown is None or shown.card is None:
                return
            if self.character.wanders and self.who.random.random() < 0.4:
                await self.who.say(self.who.random.choice(ASIDES))
                shown = lowest(await self.who.say("verder")) or shown
            number = self._choice(shown)
            if number is None:
                return
            came = await self.who.press(shown, number, self._hand().fill(_seen(shown)))
            shown = None if _thanked(came) else lowest(came)

    async def _reconsider(self) -> None:
        """Opens the own answers once more and changes one."""
        shown = lowest(await self.who.say("verder"))
        for _ in range(2):
            if shown is None:
                return
            came = await self.who.press(shown, 0, self._hand().changed(_seen(shown)))
            shown = lowest(came)

    def _choice(self, shown: Shown) -> int | None:
        """The first button, unless it did nothing before; sometimes the second."""
        card = _seen(shown)
        wanted = [n for n in range(len(card.buttons)) if (card.looks, n) not in self._tried][:1]
        if wanted:
            self._tried.add((card.looks, wanted[0]))
        return wanted[0] if wanted else None

    def _hand(self) -> Hand:
        today = local(self.who.stage.now).date()
        return Hand(random=self.who.random, today=today, character=self.character)


def _seen(shown: Shown):  # type: ignore[no-untyped-def]
    return shown.card


def _thanked(came: list[Shown]) -> bool:
    return any(word in one.words for one in came for word in THANKS)
