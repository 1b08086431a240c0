"""Documents are made in a process of their own, so that nobody's turn waits for one.

`python -m bot.workshop` is that process. It reads jobs and writes what came of them, and ends
when the one that started it closes the pipe or is no longer there.
"""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from asyncio.subprocess import PIPE, Process
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from bot import logs
from bot.printing import offered
from bot.sieve import places
from plan.dossier import Dossier
from plan.records import RECORDS, Record
from plan.text import Language

PATIENCE = 120.0
"""Seconds after which a document is given up."""
_LENGTH = 8
_HOUSE = Path(__file__).parents[1]


log = logs.logger(__name__)


class WorkshopError(Exception):
    """A document could not be made; the text says where in the making."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be made, out of which records by the name of their class."""

    records: dict[str, msgspec.Raw]
    part: str
    kind: str
    language: Language
    now: datetime


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A file, or what went wrong."""

    name: str = ""
    content: bytes = b""
    wrong: str = ""
    error: str = ""
    place: str = ""
    """Of what went wrong, as the log may have it."""


class Workshop:
    """One document at a time; the process is started for the first, and again when it died."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._one = asyncio.Lock()

    async def make(
        self, dossier: Dossier, part: str, kind: str, language: Language, now: datetime
    ) -> tuple[str, bytes]:
        """Name and bytes of a part of a plan, of a kind. Raises WorkshopError."""
        job = _encoded(dossier, part, kind, language, now)
        async with self._one:
            try:
                async with asyncio.timeout(PATIENCE):
                    made = await self._asked(job) or await self._asked(job)
            except TimeoutError:
                raise WorkshopError(f"{part} took longer than {PATIENCE} s") from None
        if made and made.wrong:
            log.warning("document not made", error=made.error, place=made.place)
        if made is None or made.wrong:
            raise WorkshopError(made.wrong if made else "the process died, twice")
        return made.name, made.content

    async def close(self) -> None:
        if self._process:
            await _end(self._process)

    async def _asked(self, job: bytes) -> Made | None:
        """None when the process is no longer there."""
        process = self._process or await _started()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        # Whatever interrupts this leaves half an answer in the pipe: then another process is due.
        self._process = None
        try:
            process.stdin.write(len(job).to_bytes(_LENGTH) + job)
            await process.stdin.drain()
            length = int.from_bytes(await process.stdout.readexactly(_LENGTH))
            answer = await process.stdout.readexactly(length)
        except (ConnectionError, asyncio.IncompleteReadError):
            await _end(process)
            return None
        except BaseException:
            await _end(process)
            raise
        self._process = process
        return msgspec.msgpack.decode(answer, type=Made)


async def _started() -> Process:
    # In a session of its own: what is typed in our terminal is not meant for it.
    command = (sys.executable, "-m", __name__)
    return await asyncio.create_subprocess_exec(
        *command, cwd=_HOUSE, stdin=PIPE, stdout=PIPE, start_new_session=True
    )


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()


def _encoded(dossier: Dossier, part: str, kind: str, language: Language, now: datetime) -> bytes:
    sorts = {sort: dossier.all(sort) for sort in RECORDS}
    records = {
        sort.__name__: msgspec.Raw(msgspec.msgpack.encode(every))
        for sort, every in sorts.items()
        if every
    }
    job = Job(records=records, part=part, kind=kind, language=language, now=now)
    return msgspec.msgpack.encode(job)


def _made(job: Job) -> Made:
    try:
        records: list[Record] = []
        for sort in RECORDS:
            if raw := job.records.get(sort.__name__):
                records += msgspec.msgpack.decode(raw, type=list[sort])  # type: ignore[valid-type]
        name, content = offered(Dossier(records), job.part, job.kind, job.language, job.now)
    except Exception as error:
        place = " < ".join(places(error.__traceback__))
        return Made(wrong=traceback.format_exc(), error=type(error).__name__, place=place)
    return Made(name=name, content=content)


def work(jobs: BinaryIO, out: BinaryIO) -> None:
    """Until there are no more jobs, or nobody to hear what came of one."""
    while length := jobs.read(_LENGTH):
        job = msgspec.msgpack.decode(jobs.read(int.from_bytes(length)), type=Job)
        answer = msgspec.msgpack.encode(_made(job))
        out.write(len(answer).to_bytes(_LENGTH) + answer)
        out.flush()


if __name__ == "__main__":
    logs.configure()
    os.nice(19)  # Who waits for an answer goes before who waits for a document.
    # What anything prints must not get between the answers.
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        work(sys.stdin.buffer, pipe)
    except BrokenPipeError:
        os._exit(0)
