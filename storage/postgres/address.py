"""Where a database is: how to connect to it, and how to speak of it without its password."""

from __future__ import annotations

import psycopg
from psycopg import AsyncConnection
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storage.errors import UnknownStoreError
from storage.postgres.patience import Connection, again, answered, lost

PATIENCE = 4.0

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
    """The address of a database. Raises UnknownStoreError when it does not read as one.

    `patience` is for how many seconds a server that is away is tried again.
    """

    def __init__(self, url: str, *, reading: bool = False, patience: float = PATIENCE) -> None:
        given = _read(url)
        self._given = make_conninfo("", **(_DEFAULTS | given))
        self._secrets = [str(given[name]) for name in ("password", "sslpassword") if name in given]
        host, base = given.get("host") or "deze computer", given.get("dbname")
        self.name = f"De database {base} op {host}" if base else f"De database op {host}"
        self.patience = patience
        self.answer = 2.5 * patience
        """Seconds after which a server that says nothing counts as gone."""
        limits = {"statement_timeout": 2 * patience, "lock_timeout": patience}
        settings = _SETTINGS | {name: f"{1000 * s:.0f}ms" for name, s in limits.items()}
        settings |= {"default_transaction_read_only": "on"} if reading else {}
        each = ", ".join(f"set_config('{name}', '{v}', false)" for name, v in settings.items())
        self._settings = f"SELECT {each}, {_SAFE}"

    async def connect(self) -> Connection:
        """A connection without an open transaction. Raises psycopg.Error and OSError."""
        connection = await AsyncConnection.connect(self._given, autocommit=True)
        try:
            with answered(connection, self.answer):
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

    def trouble(self, error: BaseException) -> str:
        """The sentence for a database that does not do what it is asked."""
        what = "is bezet" if again(error) else "weigert dit"
        what = "is niet te bereiken" if lost(error) else what
        return f"{self.name} {what} ({self.says(error).rstrip('.')})."


def _read(url: str) -> dict[str, str | int | None]:
    try:
        given = conninfo_to_dict(url)
        ports = str(given.get("port") or "").split(",")
        if all(port.isdigit() for port in ports if port):
            return given
    except psycopg.Error:
        pass
    # What the library says of it may contain the password.
    raise UnknownStoreError(
        "Dit adres van een database klopt niet. Het ziet er zo uit: "
        "postgresql://naam:wachtwoord@server/database."
    )
