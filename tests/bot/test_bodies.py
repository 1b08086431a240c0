"""Bodies: as much as anybody may send, in time, unfolded, and only once it was asked for."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot import received
from bot.limits import HANDLING
from bot.received import LARGEST
from tests.bot.chat import Chat
from tests.bot.conftest import Listener
from tests.bot.connector import Connector
from tests.bot.guarded import a_guarded_chat
from tests.bot.issuer import Issuer, an_issuer

MIB = 1024 * 1024
JSON = {"Content-Type": "application/json"}


@pytest_asyncio.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with an_issuer() as made:
        yield made


@pytest_asyncio.fixture
async def guarded(listener: Listener, connector: Connector, issuer: Issuer) -> AsyncIterator[Chat]:
    async with a_guarded_chat(listener, connector, issuer) as chat:
        yield chat


def headers(chat: Chat, **other: str) -> dict[str, str]:
    assert chat.issuer
    return JSON | chat.issuer.header(chat.connector.url + "/") | other


async def status(chat: Chat, body: Any, **other: str) -> int:
    posted = chat.client.post("/api/messages", data=body, headers=headers(chat, **other))
    async with posted as answer:
        return answer.status


def from_now() -> int:
    """Bytes that this process has, of which the most is counted from here on."""
    Path("/proc/self/clear_refs").write_text("5")
    return at_most()


def at_most() -> int:
    told = Path("/proc/self/status").read_text()
    return int(told.partition("VmHWM:")[2].split()[0]) * 1024


async def spaces(total: int) -> AsyncIterator[bytes]:
    for _ in range(total // 65_536):
        yield b" " * 65_536


async def test_too_much_is_refused_and_not_kept(guarded: Chat, listener: Listener) -> None:
    before = from_now()
    assert await status(guarded, b" " * (LARGEST + 1)) == 413
    for total in (MIB, 100 * MIB):
        try:
            assert await status(guarded, spaces(total)) == 413
        except (ConnectionError, OSError):  # Told, and hung up on while it still went on.
            assert total > MIB
    assert at_most() - before < 50 * MIB
    assert listener.heard == []


async def test_just_enough_is_heard(guarded: Chat, listener: Listener) -> None:
    body = json.dumps(guarded.activity("message", text="hallo")).encode()
    assert await status(guarded, body + b" " * (LARGEST - len(body))) == 200
    assert [heard.text for heard in listener.heard] == ["hallo"]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x"])
async def test_what_is_folded_is_refused(coding: str, guarded: Chat, listener: Listener) -> None:
    body = json.dumps(guarded.activity("message", text="hallo")).encode()
    folded = zlib.compress(body) if coding == "deflate" else gzip.compress(body)
    assert await status(guarded, folded, **{"Content-Encoding": coding}) == 415
    assert listener.heard == []
    assert await status(guarded, body, **{"Content-Encoding": "identity"}) == 200


@pytest.mark.parametrize("shown", [True, False])
async def test_a_bomb_does_not_unfold(shown: bool, guarded: Chat) -> None:
    bomb = gzip.compress(b" " * (200 * MIB), 9)
    assert len(bomb) < LARGEST
    before, began = from_now(), time.process_time()
    folded = {"Content-Encoding": "gzip"} | ({} if shown else {"Authorization": "Bearer a.b.c"})
    assert await status(guarded, bomb, **folded) == (415 if shown else 401)
    assert at_most() - before < 20 * MIB
    assert time.process_time() - began < 5
    assert HANDLING["auto_decompress"] is False


async def test_who_takes_too_long_is_not_waited_for(
    guarded: Chat, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received, "PATIENCE", 0.1)

    async def trickle() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield b" "
            await asyncio.sleep(0.02)

    assert await status(guarded, trickle()) == 408
    assert listener.heard == []


def test_nobody_is_waited_for_longer_than_ten_seconds() -> None:
    assert received.PATIENCE <= 10


async def test_half_a_body_is_refused(guarded: Chat, listener: Listener) -> None:
    async with line(guarded) as (reader, writer):
        writer.write(head(guarded, length=500) + b'{"type": "mess')
        writer.write_eof()
        assert b" 200 " not in await reader.read()
    assert listener.heard == []


@asynccontextmanager
async def line(
    chat: Chat,
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection(chat.client.host, chat.client.port)
    try:
        yield reader, writer
    finally:
        writer.close()


def head(chat: Chat, *, length: int, more: str = "", shown: str = "") -> bytes:
    shown = shown or headers(chat)["Authorization"]
    return (
        f"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Authorization: {shown}\r\nContent-Length: {length}\r\n{more}\r\n"
    ).encode()


async def test_a_body_is_asked_for_once_the_header_will_do(
    guarded: Chat, listener: Listener
) -> None:
    body = json.dumps(guarded.activity("message", text="hallo")).encode()
    asks = "Expect: 100-continue\r\n"
    async with asyncio.timeout(5), line(guarded) as (reader, writer):
        writer.write(head(guarded, length=len(body), more=asks))
        assert await reader.readline() == b"HTTP/1.1 100 Continue\r\n"
        assert await reader.readline() == b"\r\n"
        writer.write(body)
        assert await reader.readline() == b"HTTP/1.1 200 OK\r\n"
    async with asyncio.timeout(5), line(guarded) as (reader, writer):
        writer.write(head(guarded, length=len(body), more=asks, shown="Bearer a.b.c"))
        assert await reader.readline() == b"HTTP/1.1 401 Unauthorized\r\n"
    assert len(listener.heard) == 1


async def test_who_asks_for_something_else_first_is_refused(guarded: Chat) -> None:
    async with asyncio.timeout(5), line(guarded) as (reader, writer):
        writer.write(head(guarded, length=2, more="Expect: a miracle\r\n") + b"{}")
        assert await reader.readline() == b"HTTP/1.1 417 Expectation Failed\r\n"


async def test_a_body_that_nobody_reads_does_not_go_on_coming(guarded: Chat) -> None:
    """Whoever was refused may go on sending for a moment, and then the line is cut."""
    async with asyncio.timeout(10), line(guarded) as (reader, writer):
        writer.write(head(guarded, length=10_000_000, shown="Bearer a.b.c"))
        assert await reader.readline() == b"HTTP/1.1 401 Unauthorized\r\n"
        began = time.monotonic()
        try:
            while not reader.at_eof():
                writer.write(b" " * 1_000)
                await writer.drain()
                await reader.read(1_000) if reader._buffer else await asyncio.sleep(0.05)  # type: ignore[attr-defined]  # noqa: SLF001
        except ConnectionError:
            pass
        assert time.monotonic() - began < HANDLING["lingering_time"] + 2


@pytest.mark.parametrize("how", ["half a header", "half a body", "a body without an end"])
async def test_two_hundred_who_dawdle_keep_nobody_waiting(
    how: str, guarded: Chat, listener: Listener
) -> None:
    begun = {
        "half a header": b"POST /api/messages HTTP/1.1\r\nHost: x\r\nX-A: ",
        "half a body": head(guarded, length=10_000) + b'{"type": ',
        "a body without an end": head(guarded, length=LARGEST, shown="Bearer a.b.c"),
    }[how]
    slow = [
        await asyncio.open_connection(guarded.client.host, guarded.client.port) for _ in range(200)
    ]
    try:
        for _, writer in slow:
            writer.write(begun)
        took = []
        for number in range(20):
            for _, writer in slow[number::20]:
                writer.write(b" ")
            at = time.monotonic()
            assert (await guarded.say("hallo")).status == 200
            took.append(time.monotonic() - at)
        # Of patience: what a body that dawdles may take, nobody else ever waits for.
        assert max(took) < received.PATIENCE / 2
        assert len(listener.heard) == 20
    finally:
        for _, writer in slow:
            writer.close()


def test_a_connection_without_a_whole_header_ends() -> None:
    assert 0 < HANDLING["keepalive_timeout"] <= 120
