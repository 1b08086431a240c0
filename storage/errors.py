"""What can go wrong with a store, each said in one sentence."""

from __future__ import annotations


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
