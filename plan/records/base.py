"""What every record has in common."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace as altered

__all__ = ["Part", "Record", "altered"]


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One kept document. `key` is unique among the records of its class in one plan.

    A new field gets a default, so that older documents still load; class names are
    stored, so renaming a class needs a migration.
    """

    key: str


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of a record that has no life of its own."""
