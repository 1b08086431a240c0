"""Where a database is: how to connect to it, and how to speak of it without its password."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import AsyncConnection
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storage.errors import UnknownStoreError

Connection = AsyncConnection[tuple[object, ...]]

ANSWER = 10.0
"""Seconds after which a server that says nothing counts as gone."""

_DEFAULTS = {
    "application_name": "uitvoeringsplan",
    "connect_timeout": "3",
    # A machine that vanishes without a word is noticed on both sides.
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
_SETTINGS = {
    "statement_timeout": "8s",
    "lock_timeout": "4s",
    "idle_in_transaction_session_timeout": "30s",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "client_min_messages": "error",
}
# Never weaker than `on`; a server that waits for more (remote_apply) goes on doing so.
_SAFE = """set_config('synchronous_commit', CASE current_setting('synchronous_commit')
    WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false)"""


class Address:
    """The address of a database. Raises UnknownStoreError when it does not read as one."""

    def __init__(self, url: str, *, reading: bool = False) -> None:
        try:
            given = conninfo_to_dict(url)
        except psycopg.Error:
            # What the library says of it may contain the password.
            raise UnknownStoreError(
                "Dit adres van een database klopt niet; het is zoals "
                "postgresql://naam:wachtwoord@server/database."
            ) from None
        self._given = make_conninfo(**(_DEFAULTS | given))
        self._secrets = [str(given[name]) for name in ("password", "sslpassword") if name in given]
        host, base = given.get("host") or "deze computer", given.get("dbname")
        self.name = f"De database {base} op {host}" if base else f"De database op {host}"
        settings = _SETTINGS | ({"default_transaction_read_only": "on"} if reading else {})
        each = ", ".join(f"set_config('{name}', '{v}', false)" for name, v in settings.items())
        self._settings = f"SELECT {each}, {_SAFE}"

    async def connect(self) -> Connection:
        """A connection without an open transaction. Raises psycopg.Error and OSError."""
        connection = await AsyncConnection.connect(self._given, autocommit=True)
        try:
            with answered(connection):
                await connection.execute(self._settings)
        except BaseException:
            await connection.close()
            raise
        return connection

    def says(self, error: BaseException) -> str:
        """What the server or the network said, in one line without the password."""
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        said = lines[0] if lines else type(error).__name__
        for secret in self._secrets:
            said = said.replace(secret, "***")
        return said

    def away(self, error: BaseException) -> str:
        """The sentence for a database that does not answer."""
        return f"{self.name} is niet te bereiken ({self.says(error).rstrip('.')})."

    def refused(self, error: BaseException) -> str:
        """The sentence for what the database would not do."""
        return f"{self.name} weigert dit ({self.says(error).rstrip('.')})."


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
def answered(connection: Connection, seconds: float = ANSWER) -> Iterator[None]:
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
