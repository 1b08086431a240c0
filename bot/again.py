"""Doing once more what somebody else was just ahead of."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage import OvertakenError

T = TypeVar("T")

TRIES = 6
WAIT = 0.01
"""Seconds at most before the second try; twice as long before each next one."""


async def again(work: Callable[[], Awaitable[T]]) -> T:
    """What `work` comes to, on what is known then. Raises OvertakenError when it never is."""
    for n in range(TRIES - 1):
        try:
            return await work()
        except OvertakenError:
            # Who was beaten to it waits a little, and not as long as the others.
            await asyncio.sleep(random.uniform(0, WAIT * 2**n))  # noqa: S311 - no secret
    return await work()
