"""What can go wrong with a store, each said in one sentence."""

from __future__ import annotations

import errno


class StoreError(Exception):
    """Any trouble with a store; its text is one sentence for the person who runs the program."""


class NotKeptError(StoreError):
    """A change was not kept: what was kept before it still stands, in memory and on disk."""


class OvertakenError(NotKeptError):
    """A change was not kept: what it rests on was changed by somebody else meanwhile."""


class DamagedError(StoreError):
    """Something in the store cannot be read; the text names the file. Nothing was changed."""


class StoreInUseError(StoreError):
    """Another process has this store open for writing."""


class UnknownStoreError(StoreError):
    """An address that leads to no store, or to one that cannot be opened here."""


class NewerStoreError(UnknownStoreError):
    """The store was written by a newer version of this program."""


_REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de toegestane ruimte op de schijf is op",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.EACCES: "daar is geen recht toe",
    errno.EPERM: "daar is geen recht toe",
    errno.EIO: "de schijf geeft een fout",
    errno.ENOTDIR: "dat is geen map",
    errno.EEXIST: "dat is geen map",
}


def reason(error: BaseException | None) -> str:
    """Why, for in a sentence; what the system says where we have no words for it."""
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno, error.strerror or str(error))
    return str(error)
