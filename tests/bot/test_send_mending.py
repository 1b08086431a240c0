"""An address that is wrong is mended before the message goes once more, if the store lets it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import pytest

from bot.connector import SendError
from bot.heard import Outgoing
from bot.known import Held
from bot.outbox import Outbox
from bot.papers import Papers
from bot.plans import Plans
from bot.showing import Showing
from plan.delivery import state
from plan.dossier import Dossier
from plan.records import Message
from storage import DamagedError, NotKeptError, open_store
from tests.faults.post import ASKS, TELLS, a_plan, addresses, owed, plain_kinds
from tests.faults.virtual import START, VirtualClock, run

ELSEWHERE = "https://smba.example/"


class Troubled(Plans):
    """Nothing can be read or kept for so many times."""

    trouble = 0

    @asynccontextmanager
    async def alone(self, key: str) -> AsyncIterator[Held]:
        if self._has_trouble():
            raise NotKeptError("De schijf is vol.")
        async with super().alone(key) as held:
            yield held

    async def shared(self) -> Dossier:
        if self._has_trouble():
            raise DamagedError("Dit is niet te lezen.")
        return await super().shared()

    def _has_trouble(self) -> bool:
        self.trouble -= 1
        return self.trouble >= 0


class Line:
    """Refuses what does not go to the right place, and then the store has trouble once."""

    halted = ""

    def __init__(self, plans: Troubled, refusal: SendError, right: str) -> None:
        self._plans, self._refusal, self._right = plans, refusal, right
        self.sent: list[str] = []

    async def send(self, address: Mapping[str, str], outgoing: Outgoing) -> str:
        if self._right not in address.values():
            self._plans.trouble = not self.sent
            self.sent.append("")
            raise self._refusal
        self.sent.append("arrived")
        return "m1"

    async def open(self, address: Mapping[str, str]) -> str:
        return "a:new"


@pytest.mark.parametrize("kind", [ASKS, TELLS])
@pytest.mark.parametrize(
    ("refusal", "right"),
    [
        (SendError(404, "ConversationNotFound"), "a:new"),
        (SendError(403, "InvalidBotApiHost"), ELSEWHERE),
    ],
)
def test_a_store_that_fails_while_an_address_is_mended_leaves_the_message_owed(
    tmp_path: Path, kind: str, refusal: SendError, right: str
) -> None:
    async def once() -> None:
        clock, store = VirtualClock(), open_store(str(tmp_path))
        plans, number = Troubled(store), count(1)
        line = Line(plans, refusal, right)
        ids = lambda: f"card{next(number):08d}"  # noqa: E731
        outbox = Outbox(plans, Showing(ids, Papers(plans, ids)), clock, line)
        records = a_plan("a", 3, 0, START)
        near = addresses(records[:-1], ELSEWHERE, START)
        await store.shared.put(*near, *addresses(records[-1:], "https://old.example/", START))
        await store.plan("a").put(*records, owed(1, "a-p2", kind, clock.now()))
        try:
            await outbox.run(clock.now())
            (message,) = await store.plan("a").find(Message)
            assert (state(message), message.tries, line.sent) == ("due", 0, [""])
            await asyncio.sleep(61)
            await outbox.run(clock.now())
            (message,) = await store.plan("a").find(Message)
            assert (state(message), line.sent) == ("sent", ["", "", "arrived"])
        finally:
            await outbox.close()
            await store.close()

    with plain_kinds():
        run(once())
