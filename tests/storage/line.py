"""A line to a server that breaks where a test wants it to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

Cut = Literal["", "before", "after", "late"]


class Line:
    """Passes on what is said, until the next COMMIT: cut before it arrives or after it was heard.

    With `late` it is cut before, and arrives all the same after somebody asked what became of it.
    """

    def __init__(self, server: int) -> None:
        self._server = server
        self._tasks: set[asyncio.Task[None]] = set()
        self.cut: Cut = ""
        self.broke = asyncio.Event()
        self._asked = asyncio.Event()
        self.port = 0

    async def pass_on(self, client: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        server, there = await asyncio.open_connection("127.0.0.1", self._server)
        answers = asyncio.create_task(self._answers(server, back))
        self._tasks.add(answers)
        try:
            while said := await client.read(1 << 20):
                if self.cut and b"INSERT INTO documents" in said:
                    await self._break(said, there, back, answers)
                    return
                there.write(said)
                await there.drain()
                if b"RETURNING kept" in said:
                    self._asked.set()
        except ConnectionError:
            pass
        finally:
            back.close()
            there.close()

    async def _break(
        self,
        said: bytes,
        there: asyncio.StreamWriter,
        back: asyncio.StreamWriter,
        answers: asyncio.Task[None],
    ) -> None:
        how, self.cut = self.cut, ""
        self.broke.set()
        answers.cancel()
        if how == "late":
            back.close()
            await self._asked.wait()
            await asyncio.sleep(0.2)
        if how != "before":
            there.write(said)
            await there.drain()
            await asyncio.sleep(0.2)

    async def _answers(self, server: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while said := await server.read(1 << 20):
            back.write(said)
        back.close()

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@asynccontextmanager
async def line_to(port: int) -> AsyncIterator[Line]:
    line = Line(port)
    listening = await asyncio.start_server(line.pass_on, "127.0.0.1", 0)
    line.port = listening.sockets[0].getsockname()[1]
    try:
        yield line
    finally:
        listening.close()
        await line.close()
