"""The coordinator: looks every working day, and does what the first button says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from bot.rehearsing.characters import PROMPT
from bot.rehearsing.chats import Shown
from bot.rehearsing.filling import Hand
from bot.rehearsing.hours import days_in, first_morning, next_morning
from bot.rehearsing.reading import Seen
from bot.rehearsing.somebody import Somebody, lowest
from plan.calendar import local

MOST = 300
"""Presses on one morning."""
PATIENCE = 20
"""Working days over its time before a step counts as stuck."""
CLOSE = "Stap sluiten"
DRAFT = "Concept in Word"
LEFT_ALONE = re.compile(
    r"^(Ongedaan|Terug|Heropen|Stap sluiten|Toch sluiten|Verwijder|Omhoog|Omlaag|Intrek|Annul"
    r"|Stop|Geen berichten|Concept in Word|Uitleggen|Alle |Later)"
)
"""Buttons that are only pressed when they come first."""


class StuckError(Exception):
    """The coordinator cannot go on; the sentence says where."""


@dataclass
class Coordinator:
    who: Somebody
    finished: bool = False
    late: int = 0
    """Working days that the step is over its time."""
    step: str = ""
    _tried: set[tuple[str, int]] = field(default_factory=set)
    _wrong: int = 0

    def heard(self, shown: Shown) -> datetime | None:
        """What comes by itself is read with the next look."""
        return None

    async def act(self) -> datetime | None:
        """One morning; when the next is."""
        resume = await self._morning()
        if self.finished:
            return None
        return resume or next_morning(self.who.stage.now, self.who.random)

    async def _morning(self) -> datetime | None:
        """Goes on until only waiting is left; until when, where the calendar says so."""
        for _ in range(MOST):
            shown = lowest(await self.who.say("verder"))
            card = shown.card if shown else None
            if shown is None or card is None:
                raise StuckError(f'Op "verder" komt niets om mee verder te gaan ({self.step}).')
            self._at(card)
            if self.finished:
                return None
            start, end = self._planned(card)
            today = local(self.who.stage.now).date()
            if start and today < start:
                return first_morning(start, self.who.random)
            number = self._choice(card, first=bool(end and today < end))
            if number is None:
                if not end or today <= end or not await self._close(shown, card):
                    return None
            else:
                await self._follow(shown, number)
        raise StuckError(f"Na {MOST} knoppen op een ochtend nog niet klaar: {self.step}.")

    def _at(self, card: Seen) -> None:
        found = re.search(r"Stap \d van \d: (.*)", card.text)
        step = found[1] if found else ""
        if step != self.step:
            self.step, self.late = step, 0
        if not step and "vastgesteld" in card.text:
            self.finished = True
        if card.buttons[0].title == DRAFT and not self.finished:
            raise StuckError(f"De stap {step} wordt nog niet gespeeld: er is geen eerste knop.")

    def _planned(self, card: Seen) -> tuple:  # type: ignore[type-arg]
        words = card.words
        at = words.index("Gepland") + 1 if "Gepland" in words else 0
        days = days_in(words[at], local(self.who.stage.now).date()) if at else []
        return (days[0], days[-1]) if len(days) == 2 else (None, None)

    def _choice(self, card: Seen, *, first: bool = True) -> int | None:
        """The first button, unless it did nothing before; then the next, where that is allowed."""
        for number, button in enumerate(card.buttons[:1] if first else card.buttons):
            if (card.looks, number) in self._tried:
                continue
            if number and LEFT_ALONE.match(button.title):
                continue
            return number
        return None

    async def _follow(self, shown: Shown | None, number: int | None) -> None:
        """From card to card, as long as there is something to press."""
        for _ in range(MOST):
            if shown is None or shown.card is None or number is None:
                return
            self._tried.add((shown.card.looks, number))
            came = await self.who.press(shown, number, self._hand(shown.card).fill(shown.card))
            for one in came:
                if one.offer and self.who.random.random() < 0.5:
                    await self.who.take(one)
            shown = lowest(came)
            number = self._choice(shown.card) if shown and shown.card else None
            self._wrong = self._wrong + 1 if shown and shown.card and shown.card.problems else 0
            if self._wrong > 4 and shown and shown.card:
                raise StuckError(
                    f"{self.step}: de kaart '{shown.card.title}' blijft zeggen: "
                    f"{' / '.join(shown.card.problems)}"
                )

    async def _close(self, shown: Shown, card: Seen) -> bool:
        """Close the step although something is missing; whether it worked."""
        self.late += 1
        if self.late > PATIENCE:
            raise StuckError(f"De stap {self.step} kan niet worden gesloten:\n{card.text}")
        number = next(n for n, b in enumerate(card.buttons) if b.title == CLOSE)
        came = await self.who.press(shown, number, {})
        asked = lowest(came)
        if asked is None or asked.card is None or asked.card.title == card.title:
            return False
        answer = await self.who.press(asked, 0, self._hand(asked.card).fill(asked.card))
        return any("Opgeslagen" in one.words for one in answer)

    def _hand(self, card: Seen) -> Hand:
        today = local(self.who.stage.now).date()
        return Hand(
            random=self.who.random, today=today, character=PROMPT, thorough=bool(card.problems)
        )
