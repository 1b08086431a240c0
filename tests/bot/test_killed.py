"""What somebody saw confirmed is there after the process was killed on the spot."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientConnectionError, ClientSession
from aiohttp.test_utils import TestClient

from bot.plans import Plans
from plan.records import Answer, Message
from storage import open_store
from tests.bot.chat import Chat
from tests.bot.connector import Connector, Json

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample" / "veldermeer.yaml"


def a_free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def command(*words: str, store: Path | str = "") -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *words),
        cwd=ROOT,
        env=os.environ | ({"PLAN_STORE": str(store)} if store else {}),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )


@asynccontextmanager
async def serving(store: Path | str) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    port = a_free_port()
    process = await command("serve", "--dev", "--port", str(port), store=store)
    home = f"http://127.0.0.1:{port}"
    async with ClientSession() as session:
        for _ in range(300):
            try:
                async with session.get(f"{home}/healthz") as answer:
                    if answer.status == 200:
                        break
            except ClientConnectionError:
                await asyncio.sleep(0.05)
    yield home, process
    if process.returncode is None:
        process.send_signal(signal.SIGKILL)
    await process.wait()


class Window:
    """Just enough of a client to speak to another process."""

    def __init__(self, session: ClientSession, home: str, connector: Connector) -> None:
        self._session, self._home, self._connector = session, home, connector

    async def deliver(self, chat: Chat, body: Json) -> Json:
        async with self._session.post(f"{self._home}/api/messages", json=body) as answer:
            assert answer.status == 200, await answer.text()
            read = await answer.read()
            return dict(await answer.json()) if read else {}

    async def press(self, chat: Chat, number: int, having: str, **inputs: str) -> Json:
        """A button of the card that has these words in it."""
        card = await self.card_of(chat, having)
        data = card["actions"][number]["data"] | inputs
        action = {"type": "Action.Execute", "verb": "press", "data": data}
        body = chat.activity("invoke", name="adaptiveCard/action", value={"action": action})
        return await self.deliver(chat, body)

    async def card_of(self, chat: Chat, having: str) -> Json:
        for _ in range(200):
            for sent in reversed(self._connector.sent):
                mine = sent.conversation == chat.conversation
                if sent.card and mine and having in str(sent.card):
                    return sent.card
            await asyncio.sleep(0.05)
        raise AssertionError("no card came")


def chat_of(person: str, connector: Connector) -> Chat:
    nobody: TestClient = None  # type: ignore[assignment, type-arg]
    return Chat(
        client=nobody,
        connector=connector,
        person=person,
        name=person,
        tenant="dev",
        conversation=f"a:{person}",
    )


async def test_an_answer_that_was_confirmed_survives_a_kill(
    tmp_path: Path, connector: Connector
) -> None:
    store = tmp_path / "store"
    loading = await command("load", str(SAMPLE), "--from", "evaluation", "--store", str(store))
    assert await loading.wait() == 0
    sanne, riec = chat_of("p-sanne", connector), chat_of("p-riec", connector)
    async with ClientSession() as session:
        async with serving(store) as (home, process):
            window = Window(session, home, connector)
            await window.deliver(riec, riec.activity("message", text="hallo"))
            await window.deliver(sanne, sanne.activity("message", text="hallo"))
            await window.press(sanne, 0, "Vragenlijst versturen")
            asked = {"partners": "RIEC,POL", "deadline": "2026-10-05"}
            sent = await window.press(sanne, 0, "'id': 'deadline'", **asked)
            assert "Opgeslagen" in str(sent)
            confirmed = await window.press(riec, 1, "'id': 'R1'", R1="4", F2="3")
            assert "Opgeslagen" in str(confirmed)
            process.send_signal(signal.SIGKILL)
            await process.wait()
        before = len(connector.sent)
        async with serving(store) as (home, _):
            await asyncio.sleep(1.0)
            window = Window(session, home, connector)
            await window.deliver(riec, riec.activity("message", text="status"))
        again = [one for one in connector.sent[before:] if one.conversation != riec.conversation]
        assert again == []
    kept = open_store(str(store), reading=True)
    dossier = await Plans(kept).dossier("up-2027-demo")
    await kept.close()
    found = {(a.question, a.value) for a in dossier.all(Answer) if a.org == "RIEC"}
    assert {("R1", 4), ("F2", 3)} <= found
    assert all(m.sent_at for m in dossier.all(Message))
