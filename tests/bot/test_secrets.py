"""The secret of the app, and the tokens that strangers show, are nowhere to be read."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession

from bot.commandline import main
from tests.bot.issuer import Issuer
from tests.bot.test_killed import a_free_port
from tests.bot.test_settings import HOUSE, ID, OURS, names

SECRET = "canary~Secret-8Q~1234567890.abcdefghijkl"  # noqa: S105
TOLD = "canary-of-a-stranger"


@dataclass
class Served:
    """A process as it stands on the internet, and everything it ever said."""

    port: int
    process: asyncio.subprocess.Process
    said: list[bytes] = field(default_factory=list)
    answers: list[bytes] = field(default_factory=list)


@asynccontextmanager
async def served(place: Path, settings: dict[str, str]) -> AsyncIterator[Served]:
    port = a_free_port()
    kept = {name: value for name, value in os.environ.items() if name not in names()}
    told = {"MicrosoftAppId": ID, "MicrosoftAppTenantId": OURS, "PLAN_PORT": str(port)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve", "--store", "store"),
        cwd=place,
        env=kept | told | {"PYTHONPATH": str(HOUSE), "PYTHONUNBUFFERED": "1"} | settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    made = Served(port, process)
    try:
        yield made
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        out, _ = await process.communicate()
        made.said.append(out)


async def ask(served_: Served) -> set[int]:
    """Requests of strangers, each with a token that is to be forgotten."""
    url = f"http://127.0.0.1:{served_.port}"
    good = Issuer(app=ID).token("https://smba.trafficmanager.net/emea/")
    shown = ("Bearer " + TOLD, f"Bearer {TOLD}.b.c", "Bearer " + TOLD * 900, "Bearer " + good)
    statuses = set()
    async with ClientSession() as session:
        for _ in range(400):
            try:
                async with session.get(f"{url}/healthz") as answer:
                    if answer.status == 200:
                        break
            except ClientConnectionError:
                await asyncio.sleep(0.05)
        for one in shown:
            posted = session.post(
                f"{url}/api/messages?{TOLD}=1", json={"text": TOLD}, headers={"Authorization": one}
            )
            async with posted as answer:
                statuses.add(answer.status)
                served_.answers.append(await answer.read() + str(answer.headers).encode())
    return statuses


def of_process(number: int, name: str) -> bytes:
    return Path(f"/proc/{number}/{name}").read_bytes()


def written(place: Path) -> list[bytes]:
    return [path.read_bytes() for path in place.rglob("*") if path.is_file()]


@pytest.mark.parametrize("way", ["environment", "file"])
async def test_nothing_that_comes_out_holds_a_secret(way: str, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text(SECRET)
    file.chmod(0o600)
    settings = {"MicrosoftAppPassword_FILE": str(file)}
    if way == "environment":
        settings = {"MicrosoftAppPassword": SECRET}
    async with served(tmp_path, settings) as running:
        # Where the keys of the channel cannot be had, nobody can say whether a token is good.
        assert await ask(running) <= {400, 401, 503}
        listed = of_process(running.process.pid, "cmdline")
        limits = of_process(running.process.pid, "limits").decode()
    file.unlink()
    assert running.process.returncode == 0
    store, kept = str(tmp_path / "store"), str(tmp_path / "kept")
    assert await asyncio.to_thread(main, ["backup", kept, "--store", store]) == 0
    found = written(tmp_path)
    assert found
    whole = b"".join([*found, *running.said, listed])
    assert SECRET.encode() not in whole + b"".join(running.answers)
    assert TOLD.encode() not in whole
    assert re.search(r"Max core file size\s+0\s+0", limits)
