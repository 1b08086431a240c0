"""How much is done for a guess: each function of the program that is entered, counted.

No clock comes into it, so a busy machine changes nothing of it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = str(Path(__file__).parents[2])
PARTS = tuple(f"{ROOT}/{name}/" for name in ("bot", "dialogs", "plan", "storage"))

Toil = Counter[str]
Doing = Callable[[], Awaitable[Any]]


async def toil(doing: Doing) -> Toil:
    """By its place: how often each function was entered, and each one that it called beside us."""
    found: Toil = Counter()

    def seen(frame: FrameType, event: str, called: Any) -> None:
        code = frame.f_code
        if event.endswith("call") and code.co_filename.startswith(PARTS):
            name = called.__name__ if event == "c_call" else ""
            found[f"{code.co_filename.removeprefix(ROOT)} {code.co_name} {name}".strip()] += 1

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        await doing()
    finally:
        sys.setprofile(before)
    return found


async def other_toil(one: Doing, other: Doing) -> Toil:
    """What is done more often for the one than for the other, or less often.

    By turns and the other way round: what grows with each guess weighs on both.
    """
    first, second = await toil(one), await toil(other)
    second += await toil(other)
    first += await toil(one)
    return (first - second) + (second - first)
