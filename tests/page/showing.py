"""The trial page on a store that stands at some step, and what should hold of every card on it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, Page, async_playwright, expect

from bot.deployment import TRYING
from bot.loading import keep
from bot.planfile import read_file
from bot.serving import assistant
from bot.trying import opening_clock
from plan.reading import starting_at
from plan.records import Record
from storage import open_store
from tests.page.conftest import FLAGS

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
SANNE = "p-sanne"
TALLEST = 820
"""Pixels of a card on a picture."""
OVERFLOWS = """() => [document.documentElement, ...document.querySelectorAll('form.card')]
    .filter(one => one.scrollWidth > one.clientWidth + 1)
    .map(one => one.textContent.slice(0, 60))"""


@dataclass
class Showing:
    page: Page
    pictures: Path | None
    wrong: list[str] = field(default_factory=list)

    def chat(self, person: str) -> Locator:
        return self.page.locator(f'.chat[data-person="{person}"]')

    async def say(self, person: str, words: str) -> None:
        composer = self.chat(person).locator(".composer textarea")
        await composer.fill(words)
        await composer.press("Enter")

    async def press(self, words: str, person: str = SANNE) -> None:
        """The last button that says exactly this; something else may have arrived meanwhile."""
        cards = self.chat(person).locator("form.card")
        await cards.get_by_role("button", name=words, exact=True).last.click()

    async def shows(self, name: str, *words: str, person: str = SANNE) -> Locator:
        """The newest card with the first of these words has them all, and fits."""
        card = self.chat(person).locator("form.card", has_text=words[0]).last
        for each in words:
            await expect(card).to_contain_text(each)
        await card.scroll_into_view_if_needed()
        await expect(card).to_be_visible()
        assert await self.page.evaluate(OVERFLOWS) == []
        assert self.wrong == []
        if self.pictures:
            await self._taken(card, name)
        return card

    async def _taken(self, card: Locator, name: str) -> None:
        await card.evaluate("card => card.scrollIntoView({block: 'start'})")
        box = await card.bounding_box()
        assert box
        clip = {**box, "height": min(box["height"], TALLEST)}
        assert self.pictures
        await self.page.screenshot(path=self.pictures / f"steps-{name}.png", clip=clip)  # type: ignore[arg-type]


def sample(step: str) -> tuple[Record, ...]:
    return starting_at(read_file(SAMPLE).records, step, "follow_up")


@asynccontextmanager
async def showing(
    directory: Path, chromium: Path, records: Iterable[Record], *people: str
) -> AsyncIterator[Showing]:
    """The page with the chats of the coordinator and these people."""
    store = open_store(str(directory / "store"))
    await keep(store, tuple(records))
    app = assistant(store, TRYING, clock=await opening_clock(store))
    taken = os.environ.get("PICTURES")
    async with TestServer(app) as server, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        context = await browser.new_context(
            viewport={"width": 1440, "height": 1150}, locale="nl-NL", color_scheme="light"
        )
        context.set_default_timeout(10_000)
        page = await context.new_page()
        made = Showing(page, Path(taken) if taken else None)
        page.on("pageerror", lambda error: made.wrong.append(str(error)))
        page.on("console", lambda said: made.wrong.append(said.text))
        await page.goto(f"{server.make_url('/')}?chats={','.join((SANNE, *people))}")
        await made.chat(SANNE).get_by_text("Welkom").wait_for(state="attached")
        yield made
        await browser.close()
    await store.close()
