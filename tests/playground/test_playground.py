"""The assistant in Microsoft's own page; by hand, with `make test-playground`."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Page, async_playwright, expect

from tests.conftest import Require
from tests.page.conftest import FLAGS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "playground"
PICTURES = ROOT / "docs" / "pictures"
COMMAND = FOLDER / "node_modules" / ".bin" / "agentsplayground"
PATIENCE = 20_000


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def _running(*command: str, folder: Path, port: int) -> AsyncIterator[Process]:
    """The process, from when it listens until the end of the test."""
    # Where the Playground opens a browser of its own, this one opens nothing.
    quiet = {**os.environ, "BROWSER": "true"}
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=quiet)
    try:
        async with asyncio.timeout(PATIENCE / 1000):
            while not _listens(port):
                assert process.returncode is None, f"{command[0]} stopped: {process.returncode}"
                await asyncio.sleep(0.1)
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0


@pytest_asyncio.fixture
async def page(require: Require, tmp_path: Path) -> AsyncIterator[Page]:
    """The Playground on the sample municipality, as its coordinator."""
    python, store = sys.executable, str(tmp_path / "store")
    loading = await asyncio.create_subprocess_exec(
        *(python, "-m", "bot", "load", "sample/veldermeer.yaml", "--from", "evaluation"),
        *("--store", store),
        cwd=ROOT,
    )
    assert await loading.wait() == 0
    ours, theirs = _free_port(), _free_port()
    serving = (python, "-m", "bot", "serve", "--dev", "--store", store, "--port", str(ours))
    showing = (
        *(str(require("node")), str(COMMAND), "start", "-c", "msteams", "--disable-telemetry"),
        *("-e", f"http://127.0.0.1:{ours}/api/messages", "-p", str(theirs)),
    )
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(_running(*serving, folder=ROOT, port=ours))
        await stack.enter_async_context(_running(*showing, folder=FOLDER, port=theirs))
        playwright = await stack.enter_async_context(async_playwright())
        browser = await playwright.chromium.launch(executable_path=require("chromium"), args=FLAGS)
        context = await browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        await page.goto(f"http://localhost:{theirs}/", wait_until="domcontentloaded")
        yield page
        await browser.close()


async def test_in_a_personal_chat_the_questionnaire_is_sent_with_its_card(page: Page) -> None:
    await _write(page, "hallo")
    await page.keyboard.press("Enter")
    # Opening the chat already got a welcome with this card.
    await page.get_by_role("button", name="Vragenlijst versturen").last.click()
    await page.get_by_role("button", name="Versturen", exact=True).last.click()
    saved = page.get_by_text("Opgeslagen: de vragenlijst 2027")
    await expect(saved).to_be_visible()
    await _picture(page, "playground-personal.png")


async def test_in_a_channel_a_mention_is_told_where_to_go(page: Page) -> None:
    channel = page.locator("button", has_text="Uitvoeringsplan")
    await channel.filter(has_text="Veiligheid Veldermeer").click()
    await page.get_by_role("button", name="Post", exact=True).wait_for()
    await _write(page, "@")
    await page.get_by_role("menuitem", name="Uitvoeringsplan").click()
    await page.keyboard.type(" status")
    await page.get_by_role("button", name="Post", exact=True).click()
    await expect(page.get_by_text("Open een chat met mij").first).to_be_visible()
    await expect(page.get_by_text("Stappen gesloten")).to_have_count(0)
    await _picture(page, "playground-channel.png")


async def _write(page: Page, words: str) -> None:
    await page.locator("[data-lexical-editor=true]").last.click()
    await page.keyboard.type(words)


async def _picture(page: Page, name: str) -> None:
    await page.screenshot(path=PICTURES / name)
