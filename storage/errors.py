"""What can go wrong with a store, each said in one sentence."""

from __future__ import annotations

import errno

NEWER = "{} is geschreven door een nieuwere versie van dit programma."
_WORDS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de ruimte op de schijf is op",
    errno.EFBIG: "het bestand mag niet groter worden",
    errno.EROFS: "de schijf is alleen om te lezen",
    errno.EIO: "de schijf geeft een fout",
    errno.EACCES: "dit programma heeft daar geen rechten",
    errno.ENOENT: "bestand of map bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EEXIST: "daar staat al iets anders",
    errno.EPERM: "dit programma heeft daar geen rechten",
}


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


def why(error: BaseException) -> str:
    """What went wrong, for the end of a sentence: without a full stop."""
    if isinstance(error, OSError) and error.errno is not None:
        return _WORDS.get(error.errno) or error.strerror or type(error).__name__
    return str(error).rstrip(".") or type(error).__name__
