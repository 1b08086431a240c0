"""One process per store: a lock on a file, held for life."""

from __future__ import annotations

import fcntl
import os
import socket
from pathlib import Path

from storage.errors import StoreInUseError


def hold(path: Path) -> int:
    """Take the lock and give its file descriptor; closing that lets go, and so does dying.

    The file says who holds it, for people; it stays when the lock is let go, because removing it
    would let two processes each lock a file of that name. Raises StoreInUseError, or OSError where
    files cannot be locked.
    """
    number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(number, 200).decode(errors="replace").strip() or "een ander proces"
        os.close(number)
        raise StoreInUseError(f"De opslag {path.parent} is in gebruik door {holder}.") from error
    except OSError:
        os.close(number)
        raise
    os.ftruncate(number, 0)
    os.write(number, f"proces {os.getpid()} op {socket.gethostname()}\n".encode())
    return number
