"""What a connection may ask of the server before anything is read from it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from aiohttp.http import HttpProcessingError

KEEP_ALIVE: Final = 75.0
"""Seconds that a connection may be open without a whole header; more than proxies usually wait."""
LINGERING: Final = 2.0
"""Seconds that a body which nobody reads may go on coming."""

HANDLING: Final[Mapping[str, Any]] = {
    "keepalive_timeout": KEEP_ALIVE,
    "lingering_time": LINGERING,
    # A small body may unfold to a very large one; what is folded is refused (`bot.received`).
    "auto_decompress": False,
}


def brace() -> None:
    """No memory with secrets on disk when the process dies, and room for many connections."""
    with suppress(ImportError):  # Not every system has it.
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def quieten() -> None:
    """Has the server not log what strangers send: it would quote their headers, tokens and all."""
    logging.getLogger("aiohttp.server").addFilter(_of_ours)


def _of_ours(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))
