"""Fills in a card the way a person of some character does, from what can be seen on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bot.rehearsing.characters import (
    LINK,
    OBJECTIONS,
    PLACE,
    REASONS,
    SENTENCES,
    TITLES,
    Character,
)
from bot.rehearsing.reading import Field, Seen
from plan.calendar import on_or_after

SHORT = 120
"""Up to so many characters a title is asked, not a story."""
OPPOSED = re.compile(r"aanpassen|niet haalbaar|stop|minder|anders|nee\b|oneens|tegen", re.I)
AGREED = re.compile(r"^(ja\b|klopt|akkoord|voor\b|doorgaan|op schema|overnemen|overgenomen)", re.I)


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Who fills in: the character, chance, today, and whether everything is filled in."""

    random: Random
    today: date
    character: Character
    thorough: bool = False
    talkative: bool = True
    """Whether something is written where nothing has to be."""

    def fill(self, card: Seen) -> dict[str, str]:
        """What goes along with a press: what was filled in already, and what this person adds."""
        somewhere = bool(card.problems) and not any(field.wrong for field in card.fields)
        return {f.id: self._filled(f, wrong=f.wrong or somewhere) for f in card.fields}

    def changed(self, card: Seen) -> dict[str, str]:
        """The same with one choice made differently."""
        filled = self.fill(card)
        choices = [f for f in card.fields if f.kind == "one" and len(f.options) > 1]
        if choices:
            other = self.random.choice(choices)
            values = [value for value, _ in other.options if value != filled[other.id]]
            filled[other.id] = self.random.choice(values)
        return filled

    def _filled(self, field: Field, *, wrong: bool) -> str:
        if field.kind in ("one", "several"):
            return self._chosen(field)
        if field.kind == "date":
            return field.value or (self._day(field) if field.required or self.thorough else "")
        if field.value and not wrong:
            return field.value
        if wrong and field.example and not field.required:
            return ""
        thorough = self.thorough and not field.example
        if not (field.required or thorough or wrong or self._feels_like(field)):
            return ""
        return self._written(field)

    def _feels_like(self, field: Field) -> bool:
        plain = field.limit > SHORT and not field.example
        return self.talkative and plain and self.random.random() < 0.4

    def _chosen(self, field: Field) -> str:
        contrary = self.character.contradicts and self.random.random() < 0.6
        if field.value and not contrary:
            return field.value
        values = [value for value, _ in field.options]
        if not values:
            return ""
        if field.kind == "several":
            if field.value:
                return field.value
            count = min(len(values), self.random.randint(2, 3))
            return ",".join(self.random.sample(values, count))
        fitting = OPPOSED if contrary else AGREED
        liked = [value for value, words in field.options if fitting.search(words)]
        if liked and self.random.random() < 0.8:
            return self.random.choice(liked)
        return self.random.choice(values)

    def _day(self, field: Field) -> str:
        soonest = self.today + timedelta(days=21)
        least = date.fromisoformat(field.earliest) if field.earliest else soonest
        return on_or_after(max(least, soonest)).isoformat()

    def _written(self, field: Field) -> str:
        label = field.label.casefold()
        if field.example:
            return field.example
        if re.search(r"uren|aantal|euro|hoeveel|minuten", label):
            return str(self.random.choice((20, 40, 80)))
        if re.search(r"\blink\b", label):
            return LINK
        if re.search(r"\bplaats\b", label):
            return PLACE
        if "reden" in label or "waarom" in label:
            return self._of(REASONS, field)
        if field.limit <= SHORT:
            return self._of(TITLES, field)
        return self._of(OBJECTIONS if self.character.contradicts else SENTENCES, field)

    def _of(self, choices: tuple[str, ...], field: Field) -> str:
        return self.random.choice(choices)[: field.limit]
