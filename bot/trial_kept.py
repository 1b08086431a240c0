"""The chats of the trial page in a file, so that a restart shows them again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from aiohttp import web

from bot import logs
from bot.trial_transcript import Message, Transcripts

KEPT = 100
"""Messages of one person in the file; the older ones are there until the server stops."""
PAUSE = 0.3
"""Seconds at least between one writing and the next."""

log = logs.logger(__name__)


class _File(msgspec.Struct):
    run: str
    messages: list[Message]


@dataclass(frozen=True)
class Kept:
    """Reads the file at the start and writes it a moment after every change.

    Best effort: what cannot be read or written is told in the log, and the trial goes on.
    """

    path: Path
    transcripts: Transcripts

    def read(self) -> None:
        try:
            file = msgspec.json.decode(self.path.read_bytes(), type=_File)
        except FileNotFoundError:
            return
        except (OSError, msgspec.DecodeError) as error:
            log.warning("chats not shown", exc_info=error)
            with suppress(OSError):  # kept for whoever wants to look, and not written over
                self.path.replace(self._beside("unreadable"))
            return
        self.transcripts.restore(file.run, file.messages)

    async def kept(self, _app: web.Application) -> AsyncIterator[None]:
        """For as long as the server runs, and once more when it stops."""
        task = asyncio.create_task(self._forever())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        self._write()

    async def _forever(self) -> None:
        while True:
            await self.transcripts.changed.wait()
            self._write()
            await asyncio.sleep(PAUSE)

    def _write(self) -> None:
        """Beside its place and then moved, so that the file is always a whole one."""
        if not self.transcripts.changed.is_set():
            return
        self.transcripts.changed.clear()
        file = _File(self.transcripts.run, list(self.transcripts.newest(KEPT)))
        beside = self._beside("new")
        try:
            beside.write_bytes(msgspec.json.encode(file))
            beside.replace(self.path)
        except OSError as error:
            log.warning("chats not kept", exc_info=error)

    def _beside(self, what: str) -> Path:
        return self.path.with_name(f"{self.path.name}.{what}")
