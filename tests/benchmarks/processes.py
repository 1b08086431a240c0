"""Servers to be measured, each a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

HOUSE = Path(__file__).parents[2]
OURS = Path(sys.executable)
THEIRS = HOUSE / ".venv-bench" / "bin" / "python"
"""Where the packages of others stand beside ours; made by `scripts/setup.sh bench`."""
IDLE = 0.1
"""Seconds of CPU in a second that are as good as none."""
_TICKS = os.sysconf("SC_CLK_TCK")


class Process:
    """`python -m tests.benchmarks.NAME … PORT`, from its start to its end.

    login: where it gets and checks tokens (`tests.benchmarks.tokens`); without it nobody does.
    paced: whether it sends no faster than Teams takes.
    """

    def __init__(
        self, name: str, *given: str, python: Path = OURS, login: str = "", paced: bool = False
    ) -> None:

        self.name = name
        self.port = free_port()
        command = [str(python), "-m", f"tests.benchmarks.{name}", *given, str(self.port)]
        self.begun = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            cwd=HOUSE,
            env={**os.environ, "LOGIN": login, "PACED": "1" if paced else ""},
            # The packages of others warn at every turn.
            stderr=subprocess.DEVNULL if python == THEIRS else None,
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def listening(self, patience: float = 30.0) -> None:
        """Returns when it can be spoken to."""
        end = time.monotonic() + patience
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
                return
            await asyncio.sleep(0.05)
        raise RuntimeError(f"{self.name} does not listen")

    async def settled(self, patience: float = 300.0) -> None:
        """Returns when it has nothing more to do by itself, such as looking at all its plans."""
        end, used = time.monotonic() + patience, self.cpu()
        while time.monotonic() < end:
            await asyncio.sleep(1.0)
            before, used = used, self.cpu()
            if used - before < IDLE:
                return
        raise RuntimeError(f"{self.name} stays busy")

    def cpu(self) -> float:
        """Seconds of CPU that it used so far, all its threads together."""
        stat = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / _TICKS

    def memory(self) -> float:
        """What it holds of its own, in MiB, without the processes it started."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def end(self) -> None:
        self._process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.kill()
        self._process.wait()


@contextlib.asynccontextmanager
async def running(*processes: Process) -> AsyncIterator[None]:
    """Until the end of the block; then all of them are ended."""
    try:
        for one in processes:
            await one.listening()
        yield
    finally:
        for one in processes:
            one.end()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
