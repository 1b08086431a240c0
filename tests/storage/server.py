"""A PostgreSQL server of the tests' own: another user, a free port, a directory that goes."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "geheim"  # noqa: S105


class Server:
    """A cluster on this machine; it can be stopped the hard way and started again."""

    def __init__(self, binaries: Path, directory: Path) -> None:
        self._binaries = binaries
        self._directory = directory
        self._user = _unprivileged()
        self.port = _free_port()
        self.log = directory / "log"

    def url(self, schema: str = "", **others: str) -> str:
        """The address of a schema, or of another host, user, password or database."""
        user = others.get("user", "bot")
        user += f":{others['password']}" if "password" in others else ""
        base = f"postgresql://{user}@127.0.0.1:{self.port}/{others.get('base', 'bot')}"
        return f"{base}?options=-csearch_path%3D{schema}" if schema else base

    def make(self) -> None:
        if self._user:
            shutil.chown(self._directory, self._user)
        secret = self._directory / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        how = ("--auth=scram-sha-256", "-E", "UTF8", "--no-locale", "-U", "bot", "-N")
        self._run("initdb", "-D", str(self._data), f"--pwfile={secret}", *how)
        with (self._data / "postgresql.conf").open("a") as settings:
            settings.write(_SETTINGS.format(port=self.port, directory=self._directory))
        self.start()
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "bot", "bot")

    def start(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-l", str(self.log), "-w", "start")

    def stop(self, mode: str = "immediate") -> None:
        """As a power cut would (`immediate`): nothing is written any more."""
        self._run("pg_ctl", "-D", str(self._data), "-m", mode, "-w", "stop")

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """It is there and says nothing."""
        head = int((self._data / "postmaster.pid").read_text().split()[0])
        tasks = Path(f"/proc/{head}/task/{head}/children")
        everyone = [head, *map(int, tasks.read_text().split())]
        for each in everyone:
            os.kill(each, signal.SIGSTOP)
        try:
            yield
        finally:
            for each in everyone:
                os.kill(each, signal.SIGCONT)

    @property
    def _data(self) -> Path:
        return self._directory / "data"

    def _run(self, command: str, *given: str) -> None:
        done = subprocess.run(
            [self._binaries / command, *given],
            cwd=self._directory,
            env={"PATH": os.environ["PATH"], "PGPASSWORD": PASSWORD, "LC_ALL": "C"},
            user=self._user,
            group=pwd.getpwnam(self._user).pw_gid if self._user else None,
            extra_groups=[] if self._user else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            log = self.log.read_text() if self.log.exists() else ""
            raise RuntimeError(f"{command}: {done.stderr}{log}")


_SETTINGS = """
port = {port}
listen_addresses = '127.0.0.1'
unix_socket_directories = '{directory}'
max_connections = 60
shared_buffers = 32MB
lc_messages = 'C'
"""


def _unprivileged() -> str | None:
    """Whom to be where we are root: the server refuses to run as root."""
    if os.getuid():
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(binaries: Path) -> Iterator[Server]:
    """A server for as long as this lasts, with its password in the environment."""
    os.environ["PGPASSWORD"] = PASSWORD
    directory = Path(tempfile.mkdtemp(prefix="pg"))
    server = Server(binaries, directory)
    try:
        server.make()
        yield server
    finally:
        server.stop()
        shutil.rmtree(directory, ignore_errors=True)
