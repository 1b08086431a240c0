"""Whatever goes out passes here: in its turn, and never before the channel wants it."""

from __future__ import annotations

import asyncio
import math
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from bot import figures
from bot.clock import Clock, SystemClock
from bot.connector import SendError
from bot.pacing import Pacing, monotonic
from bot.policy import Policy, outcome, pause, seconds_asked

T = TypeVar("T")

PATIENCE = 9.0
"""Seconds that all waiting in one turn may take: the channel gives up on a turn after fifteen."""
BACKOFF = (2.0, 3.0)
"""Seconds between two tries of a reply, where the channel names none."""


class Sender:
    """One for the whole process, so that it sees all that goes out."""

    def __init__(
        self,
        pacing: Pacing | None = None,
        policy: Policy = Policy(),  # noqa: B008
        clock: Clock | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pacing = pacing or Pacing()
        self._policy = policy
        self._clock = clock or SystemClock()
        self._sleep = sleep

    async def once(
        self,
        conversation: str,
        sending: Callable[[], Awaitable[T]],
        patience: float = math.inf,
    ) -> T:
        """One try. Raises SendError; what the channel asked for holds for all that follows."""
        async with self._pacing.turn(conversation, patience):
            try:
                answer = await sending()
            except SendError as error:
                figures.sent(outcome(error))
                asked = seconds_asked(error.retry_after, self._clock.now())
                if asked and outcome(error) == "again":
                    self._pacing.hold(conversation, asked)
                raise
            figures.sent("sent")
            return answer

    def turn(self) -> Replies:
        """For the replies of one turn."""
        policy = replace(self._policy, backoff=BACKOFF)
        return Replies(self, policy, self._clock, self._sleep)


class Replies:
    """Tries what surely did not arrive again, for as long as somebody in a chat waits."""

    def __init__(
        self,
        sender: Sender,
        policy: Policy,
        clock: Clock,
        sleep: Callable[[float], Awaitable[None]],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._sender = sender
        self._policy = policy
        self._clock = clock
        self._sleep = sleep
        self._seconds = seconds
        self._left = PATIENCE

    async def send(self, conversation: str, sending: Callable[[], Awaitable[T]]) -> T:
        """Raises SendError when it did not arrive, or when nobody knows whether it did."""
        tries = 0
        while True:
            tries += 1
            before = self._seconds()
            try:
                return await self._sender.once(conversation, sending, max(self._left, 0.0))
            except SendError as error:
                self._left -= self._seconds() - before
                now, chance = self._clock.now(), random.random()  # noqa: S311 - no secret
                wait = pause(tries, error, now, self._policy, chance)
                over = wait > self._left or tries >= self._policy.tries or error.code == "Busy"
                if outcome(error) != "again" or over:
                    raise
                self._left -= wait
                await self._sleep(wait)
