"""Every call on files that the store makes: seen, kept in a list, and made to fail on request."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
SYNCS = ("fsync", "fdatasync")
CHANGING = (
    "open",
    "pwrite",
    "write",
    "ftruncate",
    "rename",
    "replace",
    "mkdir",
    "unlink",
    "rmdir",
)
OTHERS = ("truncate", "link", "symlink", "remove", "pwritev", "writev", "sendfile")
"""The store does not use these; when it begins to, they are named as unseen."""
_AUDITED = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.truncate", "os.link"}


@dataclass(frozen=True)
class Call:
    """What was done: `name` says which of the fields count."""

    name: str
    path: str = ""
    other: str = ""
    """Where it is renamed to; or what was said, of a remark."""
    at: int = 0
    content: bytes = b""


class Fault:
    """From the n-th call on, once or for good."""

    def __init__(self, nth: int, number: int, *, lasting: bool, short: bool = False) -> None:
        self.nth, self.number, self.lasting, self.short = nth, number, lasting, short
        self.seen = 0
        self.hit = ""
        """The first call that failed."""

    def strikes(self) -> bool:
        self.seen += 1
        return self.seen >= self.nth if self.lasting else self.seen == self.nth


class Calls:
    """While entered, `os` goes through here for everything under `root`."""

    _current: Calls | None = None
    _hooked = False

    def __init__(self, root: Path, *, also_syncs: bool = True) -> None:
        self.root = str(root.resolve())
        self.made: list[Call] = []
        self.unseen: list[str] = []
        self.fault: Fault | None = None
        self.fragile = CHANGING + (SYNCS if also_syncs else ())
        """The calls that a fault can strike."""
        self._paths: dict[int, str] = {}
        self._real: dict[str, Callable[..., Any]] = {}
        self._lock = threading.RLock()
        self._inside = threading.local()

    def __enter__(self) -> Calls:
        for name in (*CHANGING, *SYNCS, *OTHERS, "close"):
            self._real[name] = getattr(os, name)
            setattr(os, name, self._seen(name))
        Calls._current = self
        if not Calls._hooked:
            sys.addaudithook(_audit)
            Calls._hooked = True
        return self

    def __exit__(self, *_: object) -> None:
        Calls._current = None
        for name, real in self._real.items():
            setattr(os, name, real)

    def remark(self, words: str) -> None:
        """Something to know when, among the calls."""
        with self._lock:
            self.made.append(Call("remark", other=words))

    def unshimmed(self, what: str, path: object) -> None:
        if getattr(self._inside, "depth", 0):
            return
        if self._under(str(path)):
            self.unseen.append(f"{what} {path}")

    def _under(self, path: str) -> bool:
        return f"{os.path.abspath(path)}/".startswith(f"{self.root}/")  # noqa: PTH100

    def _seen(self, name: str) -> Callable[..., Any]:
        real = self._real[name]

        def call(*args: Any, **keywords: Any) -> Any:
            path = self._path(args[0], keywords.get("dir_fd") or keywords.get("src_dir_fd"))
            if path is None or not self._under(path):
                return real(*args, **keywords)
            with self._lock:
                if name == "close":
                    self._paths.pop(args[0], None)
                    return real(*args, **keywords)
                return self._made(name, path, args, keywords)

        return call

    def _path(self, first: Any, directory: int | None) -> str | None:
        if isinstance(first, int):
            return self._paths.get(first)
        path = os.fsdecode(first)
        if directory is not None and directory in self._paths:
            return f"{self._paths[directory]}/{path}"
        return str(path)

    def _made(self, name: str, path: str, args: Any, keywords: Any) -> Any:
        real = self._real[name]
        if name in OTHERS:
            self.unseen.append(f"{name} {path}")
        writes = name != "open" or bool(args[1] & WRITING)
        fault = self.fault
        if fault and writes and name in self.fragile and fault.strikes():
            fault.hit = fault.hit or f"{name} {Path(path).name}"
            if name == "pwrite" and fault.short:
                args = (args[0], args[1][: len(args[1]) // 2], *args[2:])
                if not fault.lasting and args[1]:
                    # A short write is no error; what comes after it may be.
                    return self._done(name, path, args, keywords, real)
                if args[1]:
                    self._done(name, path, args, keywords, real)
            raise OSError(fault.number, os.strerror(fault.number))
        return self._done(name, path, args, keywords, real)

    def _done(
        self, name: str, path: str, args: Any, keywords: Any, real: Callable[..., Any]
    ) -> Any:
        self._inside.depth = 1
        try:
            new = name == "open" and not Path(path).exists()
            result = real(*args, **keywords)
        finally:
            self._inside.depth = 0
        if name == "open":
            self._paths[result] = path
            self._note_open(path, args[1], new=new)
        elif name == "pwrite":
            self.made.append(Call("write", path, at=args[2], content=bytes(args[1])[:result]))
        elif name == "write":
            self.made.append(Call("append", path, content=bytes(args[1])[:result]))
        elif name == "ftruncate":
            self.made.append(Call("cut", path, at=args[1]))
        elif name in ("rename", "replace"):
            self.made.append(Call("rename", path, os.fsdecode(args[1])))
        else:
            self.made.append(Call("sync" if name in SYNCS else name, path))
        return result

    def _note_open(self, path: str, flags: int, *, new: bool) -> None:
        if new:
            self.made.append(Call("create", path))
        elif flags & os.O_TRUNC:
            self.made.append(Call("cut", path, at=0))


def _audit(event: str, args: tuple[Any, ...]) -> None:
    """Python tells of every file that is opened and every name that is changed."""
    calls = Calls._current  # noqa: SLF001
    if calls is None or not args:
        return
    if event == "open" and isinstance(args[2], int) and args[2] & WRITING:
        calls.unshimmed("open", args[0])
    elif event in _AUDITED and not (event in ("os.remove", "os.rmdir") and args[-1] != -1):
        calls.unshimmed(event, args[0])
