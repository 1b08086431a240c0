"""One process per store: a lock on a file, held for life."""

from __future__ import annotations

import fcntl
import os
import socket
from pathlib import Path

from storage.errors import StoreInUseError, UnknownStoreError

MOUNTS = Path("/proc/self/mountinfo")
NETWORKS = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre"),
    *("beegfs", "9p", "davfs", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone"),
}
"""Where a lock or a sync may mean nothing: another machine can have the same directory open."""


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
    try:
        os.ftruncate(number, 0)
        os.write(number, f"proces {os.getpid()} op {socket.gethostname()}\n".encode())
    except OSError:
        os.close(number)
        raise
    return number


def refuse_network(directory: Path, mounts: Path = MOUNTS) -> None:
    """Raises UnknownStoreError for a directory on a network; where that cannot be seen it passes.

    mounts: what is mounted where, as Linux lists it.
    """
    place = directory.resolve()
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    deepest, kind = -1, ""
    for line in lines:
        before, _, after = line.partition(" - ")
        point = Path(before.split(" ")[4].replace("\\040", " "))
        if (point == place or point in place.parents) and len(point.parts) >= deepest:
            deepest, kind = len(point.parts), after.split(" ")[0]
    if kind in NETWORKS:
        raise UnknownStoreError(
            f"{directory} staat op een netwerkschijf ({kind}); kies een map op een eigen schijf, "
            "of gebruik PostgreSQL."
        )
