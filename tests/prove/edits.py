"""Fifty people at ten measures, a third of them racing: nothing is lost, each loser is told."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

from plan.records import Change, Measure
from tests.bot.chat import Chat, Json
from tests.bot.connector import a_connector
from tests.bot.reading import button, inputs, untouched, words
from tests.bot.town import Town, a_town
from tests.prove.trial import Trial

ACTORS, EACH = 50, 200
RECORDS = ("M01", "M02", "M03", "M04", "M05", "M06", "M07", "M09", "M10", "M11")
RACING = 0.3
CHANGED = "Dit is intussen gewijzigd."


def prove(trial: Trial) -> None:
    """Every edit is a card that was opened, filled in and pressed."""
    asyncio.run(_prove(trial))


async def _prove(trial: Trial) -> None:
    wanted = trial.times(ACTORS * EACH)
    async with a_connector() as connector, a_town(trial.scratch, connector, step="draft") as town:
        editing = Editing(trial, town)
        await editing.begin()
        with trial.bar(wanted) as bar:
            while editing.number < wanted:
                before = editing.number
                await editing.once()
                bar.update(editing.number - before)
        await editing.compare()


@dataclass
class Editing:
    """`title` is what each measure should be called, `saved` how often it was changed."""

    trial: Trial
    town: Town
    title: dict[str, str] = field(default_factory=dict)
    saved: Counter[str] = field(default_factory=Counter)
    number: int = 0

    async def begin(self) -> None:
        dossier = await self.town.dossier()
        self.title = {one.key: one.title for one in dossier.measures if one.key in RECORDS}

    async def once(self) -> None:
        """One edit, or two of one measure that were begun before either was kept."""
        chance = self.trial.chance
        key = chance.choice(RECORDS)
        racing = chance.random() < RACING / (2 - RACING)
        actors = chance.sample(range(ACTORS), 2 if racing else 1)
        cards = [(n, await self._opened(n, key)) for n in actors]
        new = [f"Titel {self.number + place}" for place in range(len(cards))]
        told = await asyncio.gather(
            *(
                self._press(n, card, key, title)
                for (n, card), title in zip(cards, new, strict=True)
            )
        )
        self.number += len(cards)
        kept = [title for title, said in zip(new, told, strict=True) if "Opgeslagen" in said]
        lost = [said for said in told if CHANGED in said]
        if len(kept) != 1 or len(lost) != len(cards) - 1:
            self.trial.fail("not one winner, or a loser who was not told", {"told": told})
        if not all(kept[0] in said for said in lost):
            self.trial.fail("a loser does not see what is there now", {"told": lost})
        self.title[key] = kept[0]
        self.saved[key] += 1
        self.trial.count("edits", len(cards))
        self.trial.count("losers told", len(lost))

    async def compare(self) -> None:
        dossier = await self.town.dossier()
        for key, title in self.title.items():
            measure = dossier.get(Measure, key)
            changes = sum(change.subject == key for change in dossier.all(Change))
            if measure is None or measure.title != title or changes != self.saved[key]:
                found = {"measure": repr(measure), "title": title, "changes": changes}
                self.trial.fail("a lost update", {**found, "saved": self.saved[key]})

    def _chat(self, number: int) -> Chat:
        """The coordinator in one of many windows, each a conversation of its own."""
        return self.town.who("p-sanne").of("p-sanne", "Sanne", conversation=f"a:w{number}")

    async def _opened(self, number: int, key: str) -> Json:
        """The card that came back, and not what the assistant may happen to send meanwhile."""
        chat = self._chat(number)
        await chat.say(f"maatregel {key}")
        mine = (
            s for s in reversed(self.town.connector.sent) if s.conversation == chat.conversation
        )
        return next(s.card for s in mine if s.card and f"title/{key}" in inputs(s.card))

    async def _press(self, number: int, card: Json, key: str, title: str) -> str:
        filled = untouched(card) | {f"title/{key}": title}
        answer = await self._chat(number).press(card, button(card, "Opslaan"), **filled)
        value = answer["value"]
        return value if isinstance(value, str) else words(value)
