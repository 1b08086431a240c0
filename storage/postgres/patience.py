"""How long a server is waited for that is away, busy or silent."""

from __future__ import annotations

import asyncio
import os
import random
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import AsyncConnection

Connection = AsyncConnection[tuple[object, ...]]

_LOST = ("08", "57P0", "25006", "53300")
_AGAIN = ("40001", "40P01", "55P03")


def lost(error: BaseException) -> bool:
    """Whether another connection may do what this one could not."""
    if not isinstance(error, psycopg.Error):
        return isinstance(error, OSError)
    if error.sqlstate is None:
        return isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError))
    return error.sqlstate.startswith(_LOST)


def again(error: BaseException) -> bool:
    """Whether the same may be done a moment later."""
    return lost(error) or getattr(error, "sqlstate", None) in _AGAIN


@contextmanager
def answered(connection: Connection, seconds: float) -> Iterator[None]:
    """Hang up on a server that takes longer: what waits for it then fails as when it is gone."""
    alarm = asyncio.get_running_loop().call_later(seconds, _hang_up, connection)
    try:
        yield
    finally:
        alarm.cancel()


def _hang_up(connection: Connection) -> None:
    if not connection.closed:
        with socket.socket(fileno=os.dup(connection.pgconn.socket)) as line:
            line.shutdown(socket.SHUT_RDWR)


class Pause:
    """Waits longer each time, until the patience is over."""

    def __init__(self, patience: float) -> None:
        self._until = asyncio.get_running_loop().time() + patience
        self._next = 0.05

    async def over(self) -> bool:
        """Whether there is no patience left; waits where there is."""
        wait = self._next * random.uniform(0.7, 1.3)  # noqa: S311
        if asyncio.get_running_loop().time() + wait > self._until:
            return True
        self._next = min(self._next * 2, 1.0)
        await asyncio.sleep(wait)
        return False
