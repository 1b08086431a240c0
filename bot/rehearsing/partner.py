"""A partner, or whoever else is asked something: answers what arrives, each in an own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsing.characters import ASIDES, Character
from bot.rehearsing.chats import Shown
from bot.rehearsing.filling import Hand
from bot.rehearsing.hours import days_later, soon
from bot.rehearsing.somebody import Somebody, Usable, lowest
from plan.calendar import local

AGAIN = 3
"""So often a card is filled in, each time differently, that comes back as it was."""
MOST = 40
"""Presses in one sitting; nobody has more patience."""
THANKS = ("Bedankt", "Dank")


@dataclass
class Partner:
    """`asked` are the messages since the last answer."""

    who: Somebody
    character: Character
    asked: list[str] = field(default_factory=list)
    reconsidering: bool = False
    _tried: Counter[str] = field(default_factory=Counter)

    def heard(self, shown: Shown) -> datetime | None:
        """A message came by itself; when it will be dealt with, if it ever is."""
        if shown.card is None or not shown.card.buttons:
            return None
        self.asked.append(shown.id)
        if not self.character.patience or len(self.asked) < self.character.patience:
            return None
        return soon(self.who.stage.now, self.who.random)

    async def act(self) -> datetime | None:
        """Answers, or comes back to what was answered; when there will be more."""
        now = self.who.stage.now
        if self.asked:
            asked, self.asked = self.asked, []
            for message in reversed(asked):
                await self._answer(message)
            self.reconsidering = self.character.reconsiders
        elif self.reconsidering:
            self.reconsidering = False
            await self._reconsider()
        return days_later(now, 2, self.who.random) if self.reconsidering else None

    async def _answer(self, message: str) -> None:
        """Goes on from one message until it says thanks, or nothing new."""
        on = lowest(one for one in self.who.chat if one.id == message)
        for _ in range(MOST):
            if on and self.character.wanders and self.who.random.random() < 0.4:
                await self.who.say(self.who.random.choice(ASIDES))
                on = lowest(await self.who.say("verder")) or on
            if on is None or self._tried[on.card.looks] >= (AGAIN if on.card.fields else 1):
                return
            hand, again = self._hand(), self._tried[on.card.looks]
            self._tried[on.card.looks] += 1
            filled = hand.changed(on.card) if again else hand.fill(on.card)
            came = await self.who.press(on, 0, filled)
            on = None if thanked(came) else lowest(came)

    async def _reconsider(self) -> None:
        """Opens the own answers once more and changes one."""
        on: Usable | None = lowest(await self.who.say("verder"))
        for _ in range(2):
            if on:
                came = await self.who.press(on, 0, self._hand().changed(on.card))
                on = lowest(came)

    def _hand(self) -> Hand:
        today = local(self.who.stage.now).date()
        return Hand(random=self.who.random, today=today, character=self.character)


def thanked(came: Iterable[Shown]) -> bool:
    return any(word in one.words for one in came for word in THANKS)
