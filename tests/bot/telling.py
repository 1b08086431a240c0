"""A story over HTTP in which the process stops and starts at any moment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from plan.dossier import Dossier
from plan.records import Closed, Event, Message
from plan.standing import next_minor
from tests.bot.acting import Actor
from tests.bot.connector import Connector, Json
from tests.bot.reading import button, inputs, spoken, untouched, words
from tests.bot.town import Town, a_town

CONSENT = "application/vnd.microsoft.teams.card.file.consent"


@dataclass
class Reader:
    """Somebody who presses what is in front of them: also a card that came in place of another."""

    story: Story
    person: str
    _replaced: Json | None = None
    _sent: int = 0

    @property
    def card(self) -> Json:
        """What came in place of the last card, until something newer came in."""
        newer = any(one.card for one in self.story.town.sent_to(self.person)[self._sent :])
        shown = None if newer else self._replaced
        return shown or self.story.town.last_card(self.person)

    @property
    def fields(self) -> Json:
        """The inputs of the card in front by their id."""
        return inputs(self.card)

    @property
    def titles(self) -> list[str]:
        return [str(one["title"]) for one in self.card.get("actions", ())]

    async def say(self, text: str) -> str:
        self._replaced = None
        return await Actor(self.story.town, self.person).say(text)

    async def press(self, title: str, **filled: str) -> str:
        """A button with everything that is on its card; what takes its place and follows."""
        town, card = self.story.town, self.card
        town.read(self.person)
        assert filled.keys() <= inputs(card).keys(), list(inputs(card))
        sent = untouched(card) | filled
        answer = (await town.who(self.person).press(card, button(card, title), **sent))["value"]
        came = town.read(self.person)
        shown = isinstance(answer, dict) and not any(one.card for one in came)
        self._replaced = answer if shown and answer.get("actions") else None
        self._sent = len(town.sent_to(self.person))
        return f"{answer if isinstance(answer, str) else words(answer)}\n{spoken(came)}"


@dataclass
class Story:
    """The assistant on one directory; `restart` is the process started anew."""

    directory: Path
    connector: Connector
    town: Town
    stack: AsyncExitStack
    file: Path | None = None
    people: dict[str, Reader] = field(default_factory=dict)

    def who(self, person: str) -> Reader:
        return self.people.setdefault(person, Reader(story=self, person=person))

    async def restart(self) -> None:
        key = self.town.key
        await self.stack.aclose()
        made = a_town(self.directory, self.connector, file=self.file)
        self.town = await self.stack.enter_async_context(made)
        self.town.key = key

    async def on(self, moment: str) -> None:
        """The clock, and everything that is due then."""
        await self.town.move(moment)
        await self.town.post()

    async def plan(self) -> Dossier:
        return await self.town.dossier()

    async def events(self, what: str) -> list[Event]:
        """What the register says of this kind of act."""
        return [event for event in (await self.plan()).all(Event) if event.what == what]


@asynccontextmanager
async def a_story(
    directory: Path, connector: Connector, *, file: Path | None = None
) -> AsyncIterator[Story]:
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(a_town(directory, connector, file=file))
        yield Story(directory=directory, connector=connector, town=town, stack=stack, file=file)


async def overrides(story: Story, somebody: Reader, step: str, *missing: str) -> None:
    """The gate names what is missing and asks why; with a reason it opens."""
    why = f"Het MT wil verder met wat er is ({step})"
    before = await closings(story, step)
    said = await somebody.say("sluiten")
    for part in missing:
        assert part in said, said
    assert "Geef een reden." in await somebody.press("Toch sluiten", why="")
    assert await closings(story, step) == before
    await story.restart()
    assert "Opgeslagen" in await somebody.press("Toch sluiten", why=why)
    assert (await closings(story, step))[-1].why == why
    event = (await story.events("overrode"))[-1]
    assert (event.who, event.subject, event.after) == (somebody.person, step, why)


async def reopens(story: Story, somebody: Reader, step: str) -> None:
    """The step is open again, with the reason, and the draft a version further."""
    before = (await story.plan()).plan.version
    await somebody.say("heropenen")
    assert "weer open" in await somebody.press("Heropenen", why="Toch eerst afmaken")
    assert (await closings(story, step))[-1].reopened_why == "Toch eerst afmaken"
    assert (await story.plan()).plan.version == next_minor(before)


async def closes(story: Story, somebody: Reader, step: str) -> None:
    """Nothing is missing any more: the step closes without a reason, also after a restart."""
    await story.restart()
    assert "Opgeslagen. Gesloten" in await somebody.press("Stap sluiten")
    last = (await closings(story, step))[-1]
    assert (last.why, last.reopened_at) == (None, None)


async def closings(story: Story, step: str) -> list[Closed]:
    """Every time this step was closed, in order."""
    return [closed for closed in (await story.plan()).all(Closed) if closed.step == step]


async def told(story: Story, kind: str) -> set[str]:
    """To whom a message of this kind went out."""
    return {m.to for m in (await story.plan()).all(Message) if m.kind == kind and m.sent_at}


async def accepts_file(story: Story, somebody: Reader) -> str:
    """The file that was offered last is accepted; what is said about that."""
    town = story.town
    offers = [found for one in town.sent_to(somebody.person) if (found := one.attached(CONSENT))]
    town.read(somebody.person)
    await town.who(somebody.person).answer_file(offers[-1]["acceptContext"], accept=True)
    return "\n".join(one.text for one in town.read(somebody.person))
