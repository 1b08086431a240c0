"""A browser on the trial page, with the stub bot behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

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
class House:
    """The server; started again it has the same address and the same file of chats."""

    bot: StubBot
    kept: Path
    server: TestServer | None = None
    port: int | None = None

    @property
    def home(self) -> str:
        assert self.server
        return str(self.server.make_url("/"))

    @property
    def app(self) -> web.Application:
        assert self.server
        return self.server.app

    async def start(self) -> None:
        self.server = TestServer(trial_app(self.bot, self.kept), port=self.port)
        await self.server.start_server()
        self.port = self.server.port

    async def stop(self) -> None:
        assert self.server
        await self.server.close()


@dataclass
class Visit:
    """One window on the page, and what went wrong in it."""

    page: Page
    bot: StubBot
    house: House
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

    async def lose(self) -> None:
        """The server stops, and the page has seen it."""
        await self.house.stop()
        await self.page.locator("#lost").wait_for()

    async def find(self) -> None:
        """The server starts again, and the page has seen it. What the console said is forgiven."""
        await self.house.start()
        await self.page.locator("#lost").wait_for(state="hidden")
        self.wrong.clear()

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
async def visiting(require: Require, tmp_path: Path) -> AsyncIterator[Visiting]:
    """`await visiting(width, height, dark=…)` opens a window; all share one bot.

    A window that asked for something elsewhere, or that said anything in its console, fails the
    test, unless the test emptied `wrong` itself.
    """
    bot, visits = StubBot(), list[Visit]()
    house = House(bot, tmp_path / "trial.json")
    await house.start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=require("chromium"), args=FLAGS)

        async def visit(width: int = 1280, height: int = 800, *, dark: bool = False) -> Visit:
            context = await browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
                locale="nl-NL",
            )
            context.set_default_timeout(5_000)
            made = Visit(await context.new_page(), bot, house, house.home)
            made.watch()
            visits.append(made)
            return made

        yield visit
        await browser.close()
    await house.stop()
    assert not [wrong for visit in visits for wrong in visit.wrong]
