"""Two people on the page, with the real assistant: a questionnaire sent, answered and compiled."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, Page, async_playwright, expect

from bot.deployment import TRYING
from bot.loading import load
from bot.plans import Plans
from bot.serving import assistant
from bot.trying import opening_clock
from plan.records import Answer, Submission
from storage import Store, open_store
from tests.conftest import Require
from tests.page.conftest import FLAGS

NAMES = "card => [...new Set([...card.querySelectorAll('[type=radio]')].map(r => r.name))]"
"""The questions of a card that have their options beside each other."""
SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"


@dataclass
class Town:
    page: Page
    store: Store
    pictures: Path

    def chat(self, person: str) -> Locator:
        return self.page.locator(f'.chat[data-person="{person}"]')

    async def press(self, person: str, words: str) -> None:
        """The last button with these words in somebody's chat."""
        await self.chat(person).locator(".ac-pushButton", has_text=words).last.click()

    async def shot(self, name: str) -> None:
        await self.page.screenshot(path=self.pictures / f"{name}.png")


@asynccontextmanager
async def a_town(directory: Path, chromium: Path) -> AsyncIterator[Town]:
    store = open_store(str(directory / "store"))
    await load(store, SAMPLE, now=datetime(2026, 9, 14, tzinfo=UTC), step="evaluation")
    app = assistant(store, TRYING, clock=await opening_clock(store))
    pictures = Path(os.environ.get("PICTURES") or directory)
    async with TestServer(app) as server, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        context = await browser.new_context(
            viewport={"width": 1440, "height": 1000}, locale="nl-NL", color_scheme="light"
        )
        context.set_default_timeout(10_000)
        page = await context.new_page()
        await page.goto(f"{server.make_url('/')}?chats=p-sanne,p-ggd")
        yield Town(page, store, pictures)
        await browser.close()
    await store.close()


async def test_two_people_go_through_a_questionnaire(tmp_path: Path, require: Require) -> None:
    async with a_town(tmp_path, require("chromium")) as town:
        await town.press("p-sanne", "Vragenlijst versturen")
        await town.chat("p-sanne").get_by_text("Aan wie", exact=True).wait_for()
        await town.shot("coordinator")
        await town.press("p-sanne", "Versturen")
        await expect(town.chat("p-sanne")).to_contain_text("naar 10 partners")

        partner = town.chat("p-ggd")
        await expect(partner).to_contain_text("Beste Iris Blom")
        for name in await partner.locator("form.card").last.evaluate(NAMES):
            await partner.locator(f'input[name="{name}"]').nth(1).check()
        await partner.locator("textarea").first.fill("Meer mensen komen terug na een opname.")
        await town.shot("partner")
        await town.press("p-ggd", "Opslaan, de stand van de maatregelen klopt")
        await expect(partner).to_contain_text("Opgeslagen")
        await expect(partner).to_contain_text("Bedankt, uw antwoorden zijn binnen")
        await town.shot("receipt")

        composer = town.chat("p-sanne").locator(".composer textarea")
        await composer.fill("resultaten")
        await composer.press("Enter")
        await expect(town.chat("p-sanne")).to_contain_text("Partners klaar: 1 van 10")
        await town.shot("results")
        clock = town.page.get_by_role("button", name="Naar het volgende")
        await clock.click()  # The coordinator's news, at nine the next morning.
        await expect(clock).to_contain_text("28 sep")
        await clock.click()
        await expect(town.page.locator('.person[data-person="p-pol"]')).to_contain_text("Nog 12")
        await expect(town.page.get_by_text("De klok kon niet")).to_have_count(0)
        dossier = await Plans(town.store).dossier("up-2027-demo")
        assert [done.org for done in dossier.all(Submission)] == ["GGD"]
        assert len([a for a in dossier.all(Answer) if a.org == "GGD"]) >= 8
