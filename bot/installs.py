"""Remembers installs for a while, because Teams tells of each one twice."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.heard import Heard

TOGETHER = 60.0
"""Seconds within which two messages about one conversation are about one install."""


class Installs:
    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._last: dict[str, tuple[str, float]] = {}

    def repeats(self, heard: Heard) -> bool:
        """Whether this `joined` or `left` was just heard for the same conversation."""
        if heard.kind not in {"joined", "left"}:
            return False
        now = self._seconds()
        self._last = {k: seen for k, seen in self._last.items() if now - seen[1] < TOGETHER}
        kind, _ = self._last.get(heard.conversation, ("", now))
        self._last[heard.conversation] = (heard.kind, now)
        return kind == heard.kind
