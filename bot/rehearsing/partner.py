"""A partner, or whoever else is asked something: answers what arrives, each in an own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from bot.rehearsing.characters import ASIDES, Character
from bot.rehearsing.chats import Shown
from bot.rehearsing.filling import Hand
from bot.rehearsing.habits import OPENS, PAPERS, held_at, pressable
from bot.rehearsing.hours import days_later, soon
from bot.rehearsing.reading import Seen
from bot.rehearsing.somebody import Somebody, Usable, lowest
from plan.calendar import local

AGAIN = 3
"""So often a card is filled in, each time differently, that comes back as it was."""
BUSY = 0.7
"""How often a document is left for later."""
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
    later: dict[str, datetime] = field(default_factory=dict)
    """Messages about a meeting that is still to come, and when it is."""

    def heard(self, shown: Shown) -> datetime | None:
        """A message came by itself; when it will be dealt with, if it ever is."""
        if shown.card is None or not any(map(partial(pressable, shown.card), _all(shown.card))):
            return None
        self.asked.append(shown.id)
        if not self.character.patience or len(self.asked) < self.character.patience:
            return None
        return soon(self.who.stage.now, self.who.random)

    async def act(self) -> datetime | None:
        """Answers, or comes back to what was answered; when there will be more."""
        now = self.who.stage.now
        held = [message for message, at in self.later.items() if at <= now]
        if self.asked or held:
            asked, self.asked = [*held, *self.asked], []
            for message in reversed(asked):
                self.later.pop(message, None)
                await self._answer(message)
            self.reconsidering = self.character.reconsiders
        elif self.reconsidering:
            self.reconsidering = False
            await self._reconsider()
        again = days_later(now, 2, self.who.random) if self.reconsidering else None
        return min((at for at in (again, *self.later.values()) if at), default=None)

    async def _answer(self, message: str) -> None:
        """Goes on from one message until it says thanks, or nothing new."""
        tried, opened = Counter[str](), set[str]()
        on = lowest(one for one in self.who.chat if one.id == message)
        for _ in range(MOST):
            if on and self.character.wanders and self.who.random.random() < 0.4:
                await self.who.say(self.who.random.choice(ASIDES))
                on = lowest(await self.who.say("verder")) or on
            if on is None or tried[on.card.looks] >= (AGAIN if on.card.fields else 1):
                return
            number = self._number(on, message, opened)
            if number is None:
                return
            opened.add(on.card.buttons[number].title)
            hand, again = self._hand(), tried[on.card.looks]
            tried[on.card.looks] += 1
            filled = hand.changed(on.card) if again else hand.fill(on.card)
            came = await self.who.press(on, number, filled)
            on = None if thanked(came) else lowest(came)

    def _number(self, on: Usable, message: str, opened: Collection[str]) -> int | None:
        """The first button; where that is left alone, what else came with the message."""
        held = held_at(on.card, 0, self.who.stage.now)
        if held:
            self.later[message] = held
        elif pressable(on.card, 0) and not self._leaves(on.card.buttons[0].title):
            return 0
        titles = [button.title for button in on.card.buttons]
        return next((n for n, t in enumerate(titles) if OPENS.match(t) and t not in opened), None)

    def _leaves(self, title: str) -> bool:
        return bool(PAPERS.search(title)) and self.who.random.random() < BUSY

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


def _all(card: Seen) -> range:
    return range(len(card.buttons))


def thanked(came: Iterable[Shown]) -> bool:
    return any(word in one.words for one in came for word in THANKS)
