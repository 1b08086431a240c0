"""A channel that delivers everything more than once, and presses late and under another id too."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient

from bot.app import CHANNEL
from bot.clock import MovedClock
from bot.serving import assistant
from tests.bot.chat import Chat, Json
from tests.bot.town import Town

MOST = 4
LATE = 3
"""A press that comes again does so after at most so many other things."""
_DELIVER, _MOVE = Chat.deliver, Town.move


@dataclass
class Repeating:
    """What goes over the wire, and how often. `chance` None delivers everything once."""

    chance: random.Random | None
    ticks: int = 0
    delivered: int = 0
    late: list[tuple[int, Chat, Json]] = field(default_factory=list)

    async def deliver(self, speaking: Chat, body: object, **headers: str) -> ClientResponse:
        """All that comes of it is there when this returns."""
        self.ticks += 1
        times = self.chance.randint(1, MOST) if self.chance else 1
        at_once = (_DELIVER(speaking, body, **headers) for _ in range(times))
        answers = await asyncio.gather(*at_once)
        self.delivered += times
        await speaking.client.app[CHANNEL].settled()
        await self.catch_up(speaking.client)
        if self.chance and isinstance(body, dict) and _is_press(body):
            self.late.append((self.chance.randrange(LATE), speaking, _anew(body)))
        return await _told(answers)

    async def catch_up(self, client: TestClient[Any, Any], *, all_of_it: bool = False) -> None:
        """What was to come late, as far as its turn has come."""
        waiting, self.late = self.late, []
        for left, who, body in waiting:
            if left and not all_of_it:
                self.late.append((left - 1, who, body))
                continue
            await _DELIVER(_through(who, client), body)
            self.delivered += 1
            await client.app[CHANNEL].settled()


def _is_press(body: Json) -> bool:
    return bool(body.get("value")) and body.get("name") != "fileConsent/invoke"


def _anew(body: Json) -> Json:
    return {**body, "id": f"{body['id']}-again", "timestamp": "2026-11-23T09:00:30.123Z"}


def _through(who: Chat, client: TestClient[Any, Any]) -> Chat:
    """The same person, after the process was started anew too."""
    return Chat(
        client=client,
        connector=who.connector,
        person=who.person,
        name=who.name,
        tenant=who.tenant,
        kind=who.kind,
        conversation=who.conversation,
    )


async def _told(answers: list[ClientResponse]) -> ClientResponse:
    """The answer with a card in it where there is one: that of whichever was first."""
    for answer in answers:
        if answer.status == 200 and "AdaptiveCard" in await answer.text():
            return answer
    return answers[0]


@contextmanager
def repeating(chance: random.Random | None) -> Iterator[Repeating]:
    """For as long as this lasts. Numbers and time begin anew, so that two runs are the same."""
    wire = Repeating(chance)

    async def deliver(speaking: Chat, body: object, **headers: str) -> ClientResponse:
        return await wire.deliver(speaking, body, **headers)

    async def move(there: Town, moment: str) -> None:
        await wire.catch_up(there.client, all_of_it=True)
        await _MOVE(there, moment)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.bot.chat._numbers", count(1))
        patch.setattr("tests.bot.town._numbers", count(1))
        patch.setattr("tests.bot.town.assistant", partial(assistant, alone=False))
        patch.setattr(MovedClock.__init__, "__defaults__", (lambda: float(wire.ticks),))
        patch.setattr(Chat, "deliver", deliver)
        patch.setattr(Town, "move", move)
        yield wire
