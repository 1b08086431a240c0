"""Somebody who presses one button after another, with just enough of a client for it."""

from __future__ import annotations

import asyncio
from itertools import count

from aiohttp import ClientSession
from aiohttp.test_utils import TestClient

from tests.bot.chat import Chat
from tests.bot.connector import Connector, Json
from tests.bot.reading import button, untouched, words

_numbers = count(1)


class Cardholder:
    """The coordinator in a chat of its own name, who adds contacts."""

    def __init__(self, session: ClientSession, home: str, connector: Connector, name: str) -> None:
        self.name = name
        self._session, self._home, self._connector = session, home, connector
        nobody: TestClient = None  # type: ignore[assignment, type-arg]
        self._chat = Chat(
            client=nobody,
            connector=connector,
            person="p-sanne",
            name="Sanne",
            tenant="dev",
            conversation=f"a:{name}",
        )
        self._card: Json = {}

    async def open(self) -> None:
        """Asks for the card that contacts are added with."""
        await self._deliver(self._chat.activity("message", text="contact"))
        await self.next_card()

    async def add(self, name: str) -> bool:
        """Whether somebody of this name was seen to be added."""
        number = button(self._card, "Opslaan en nog een")
        filled = untouched(self._card) | {"name": name, "org": "POL"}
        data = self._card["actions"][number]["data"] | filled
        action = {"type": "Action.Execute", "verb": "press", "data": data}
        body = self._chat.activity("invoke", name="adaptiveCard/action", value={"action": action})
        answer = await self._deliver(body)
        return f"Opgeslagen: {name}," in str(answer)

    async def next_card(self) -> None:
        """Waits for the card that comes after the receipt; raises TimeoutError."""
        for _ in range(4_000):
            fresh = self._newest()
            if fresh and fresh != self._card:
                self._card = fresh
                return
            await asyncio.sleep(0.005)
        mine = [one for one in self._connector.sent if one.conversation == f"a:{self.name}"]
        told = [one.text or words(one.card)[:80] for one in mine]
        raise TimeoutError(f"no card came to {self.name}: {told}")

    def _newest(self) -> Json:
        mine = (s for s in reversed(self._connector.sent) if s.conversation == f"a:{self.name}")
        return next((one.card for one in mine if one.card), {})

    async def _deliver(self, body: Json) -> Json:
        async with self._session.post(f"{self._home}/api/messages", json=body) as answer:
            read = await answer.read()
            return dict(await answer.json()) if read and answer.status == 200 else {}
