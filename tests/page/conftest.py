"""A browser on the trial page, with the stub bot behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, Page, async_playwright

from tests.conftest import Require
from tests.trial_stub import StubBot, trial_app

FLAGS = [
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@dataclass
class Visit:
    """One window on the page, and what went wrong in it."""

    page: Page
    bot: StubBot
    app: web.Application
    home: str
    wrong: list[str] = field(default_factory=list)

    async def open(self, *people: str) -> None:
        """The page with the chats of these people next to each other, welcomed by the bot."""
        await self.page.goto(f"{self.home}?chats={','.join(people)}" if people else self.home)
        for person in people:
            # On a narrow screen only one of them is in view.
            await self.chat(person).get_by_text("Welkom").wait_for(state="attached")

    def chat(self, person: str) -> Locator:
        return self.page.locator(f'.chat[data-person="{person}"]')

    def row(self, person: str) -> Locator:
        return self.page.locator(f'.person[data-person="{person}"]')

    async def say(self, person: str, words: str) -> None:
        area = self.chat(person).locator(".composer textarea")
        await area.fill(words)
        await area.press("Enter")

    async def card(self, person: str, word: str = "kaart") -> Locator:
        """The card that comes after this word."""
        await self.say(person, word)
        card = self.chat(person).locator("form.card").last
        await card.wait_for()
        return card

    def watch(self) -> None:
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(f"{said.type}: {said.text}"))
        self.page.on("request", lambda asked: self._asked(asked.url))

    def _asked(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "about:")):
            self.wrong.append(f"asked for {url}")


async def fill_in(card: Locator, score: str, why: str) -> None:
    """Everything the stub's card requires."""
    await card.get_by_label(score, exact=True).check()
    await card.get_by_label("Waarom?").fill(why)
    await card.get_by_label("Wanneer?").fill("2026-12-01")


Visiting = Callable[..., Awaitable[Visit]]


@pytest_asyncio.fixture
async def visiting(require: Require) -> AsyncIterator[Visiting]:
    """`await visiting(width, height, dark=…)` opens a window; all share one bot.

    A window that asked for something elsewhere, or that said anything in its console, fails the
    test, unless the test emptied `wrong` itself.
    """
    bot, visits = StubBot(), list[Visit]()
    app = trial_app(bot)
    async with TestServer(app) as server, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=require("chromium"), args=FLAGS)

        async def visit(width: int = 1280, height: int = 800, *, dark: bool = False) -> Visit:
            context = await browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                locale="nl-NL",
            )
            context.set_default_timeout(5_000)
            made = Visit(await context.new_page(), bot, app, str(server.make_url("/")))
            made.watch()
            visits.append(made)
            return made

        yield visit
        await browser.close()
    assert not [wrong for visit in visits for wrong in visit.wrong]
