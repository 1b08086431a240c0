"""The coordinator: looks every working day, and does what the first button says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.rehearsing.characters import PROMPT
from bot.rehearsing.chats import Shown
from bot.rehearsing.filling import Hand
from bot.rehearsing.habits import held_at, pressable
from bot.rehearsing.hours import days_in, first_morning, next_morning
from bot.rehearsing.reading import Seen
from bot.rehearsing.somebody import Somebody, Usable, lowest, saved
from plan.calendar import local

MOST = 300
"""Presses on one morning."""
PATIENCE = 20
"""Working days over its time before a step counts as stuck."""
WRONGS = 4
"""So often a card may say that something is wrong before it counts as a dead end."""
LAST_LOOKS = 10
"""Mornings with nothing to do after the last plan was adopted."""
NEXT_YEAR = "Volgend jaar"
"""First on the card of a running plan when it is time to begin the next."""
AFTERWARDS = "na vaststelling"
CLOSE = "Stap sluiten"
CLOSING = (CLOSE, "Toch sluiten")
DRAFT = "Concept in Word"
AGAIN = 3
"""So often a card is filled in, each time differently, that comes back as it was."""


class StuckError(Exception):
    """The coordinator cannot go on; the sentence says where."""


@dataclass
class Coordinator:
    """`late` counts the working days that the step is over its time."""

    who: Somebody
    more: int = 0
    """Plans still to be begun, each out of the one before."""
    step: str = ""
    late: int = 0
    idle: int = 0
    asked: list[str] = field(default_factory=list)
    """Messages with something to press, since the last look."""
    begun: list[datetime] = field(default_factory=list)
    """When each next plan was begun."""
    _tried: Counter[tuple[str, int]] = field(default_factory=Counter)

    def heard(self, shown: Shown) -> datetime | None:
        """What comes by itself is read with the next look, and dealt with when it asks."""
        if shown.card and shown.card.buttons:
            self.asked.append(shown.id)
        return None

    async def act(self) -> datetime | None:
        """One morning; when the next is."""
        resume = await self._morning()
        if self.finished:
            return None
        return resume or next_morning(self.who.stage.now, self.who.random)

    async def _morning(self) -> datetime | None:
        """Goes on until only waiting is left; until when, where the calendar says so."""
        asked, self.asked = self.asked, []
        for message in asked:
            on = lowest(one for one in self.who.chat if one.id == message)
            await self._follow(on, self._choice(on.card) if on else None)
        for _ in range(MOST):
            on = lowest(await self.who.say("verder"))
            if on is None:
                raise StuckError(
                    f'{self.step}: op "verder" komt geen kaart om mee verder te gaan.'
                )
            self._at(on.card)
            start, end = planned(on.card, self._today)
            if start and self._today < start:
                return first_morning(start, self.who.random)
            held = held_at(on.card, 0, self.who.stage.now)
            if held:
                return held if local(held).date() == self._today else None
            if not (await self._worked(on, end) or await self._next_year(on)):
                self.idle += not self.step
                return None
        raise StuckError(f"{self.step}: na {MOST} knoppen op een ochtend is er nog meer te doen.")

    def _at(self, card: Seen) -> None:
        found = re.search(r"Stap \d+ van \d+: (.*)", card.text)
        step = found[1] if found else ""
        if step != self.step:
            self.step, self.late = step, 0
            self._tried.clear()
        self.who.stage.scene = step or AFTERWARDS
        if step and card.buttons[0].title == DRAFT:
            raise StuckError(f"De stap '{step}' wordt niet gespeeld: er is geen eerste knop.")

    async def _worked(self, on: Usable, end: date | None) -> bool:
        """Did something: the first button; when the time is nearly over others; then closed it."""
        if on.card.buttons[0].title == NEXT_YEAR:
            return False
        first = not self.step or (end is not None and self._today < end)
        number = self._choice(on.card, first=first)
        if number is not None:
            await self._follow(on, number)
            return True
        return end is not None and self._today > end and await self._close(on)

    def _choice(self, card: Seen, *, first: bool = True) -> int | None:
        """The first button, unless it did nothing before; then the next that may be tried."""
        most = AGAIN if card.fields else 1
        for number in range(1 if first else len(card.buttons)):
            if pressable(card, number) and self._tried[card.looks, number] < most:
                return number
        return None

    async def _follow(self, on: Usable | None, number: int | None) -> bool:
        """From card to card, as long as there is something to press; whether it was kept."""
        wrong, kept = 0, False
        while on is not None and number is not None:
            again, hand = self._tried[on.card.looks, number], self._hand(on.card)
            self._tried[on.card.looks, number] += 1
            filled = hand.changed(on.card) if again else hand.fill(on.card)
            came = await self.who.press(on, number, filled)
            await self._take(came)
            if on.card.buttons[number].title in CLOSING:
                return saved(came)  # Refused while the plan was held over: another day.
            kept = kept or saved(came)
            on = lowest(came)
            number = self._choice(on.card) if on else None
            if on and number is not None and held_at(on.card, number, self.who.stage.now):
                return kept
            wrong = wrong + 1 if on and on.card.problems else 0
            if on and wrong > WRONGS:
                what = " / ".join(on.card.problems)
                raise StuckError(f"{self.step}: de kaart '{on.card.title}' blijft zeggen: {what}")
        return kept

    async def _take(self, came: list[Shown]) -> None:
        for one in came:
            if one.offer and self.who.random.random() < 0.5:
                await self.who.take(one)

    async def _close(self, on: Usable) -> bool:
        """Close the step although something is missing; whether it worked."""
        self.late += 1
        if self.late > PATIENCE:
            raise StuckError(f"De stap '{self.step}' kan niet worden gesloten:\n{on.card.text}")
        number = next(n for n, b in enumerate(on.card.buttons) if b.title == CLOSE)
        asked = lowest(await self.who.press(on, number, {}))
        if asked is None or asked.card.looks == on.card.looks:
            return False
        return await self._follow(asked, 0)

    async def _next_year(self, on: Usable) -> bool:
        """Begins the next plan out of this one, when the card says that its time has come."""
        if not self.more or on.card.buttons[0].title != NEXT_YEAR:
            return False
        await self._follow(on, 0)
        self.more, self.idle = self.more - 1, 0
        self.begun.append(self.who.stage.now)
        return True

    @property
    def finished(self) -> bool:
        """The last plan was adopted, and what came after it has come."""
        return not self.more and self.idle > LAST_LOOKS

    @property
    def _today(self) -> date:
        return local(self.who.stage.now).date()

    def _hand(self, card: Seen) -> Hand:
        return Hand(
            random=self.who.random,
            today=self._today,
            character=PROMPT,
            thorough=bool(card.problems),
            talkative=False,
        )


def planned(card: Seen, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of the step, as the card says."""
    at = card.words.index("Gepland") + 1 if "Gepland" in card.words else len(card.words)
    days = days_in(" ".join(card.words[at : at + 1]), today)
    return (days[0], days[-1]) if len(days) == 2 else (None, None)
