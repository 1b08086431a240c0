"""A record as JSON and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from plan.records import RECORDS, Record
from storage.errors import NotKeptError

R = TypeVar("R", bound=Record)

Body = dict[str, Any]
"""A record as JSON has it, without the fields that have their default."""

Contents = dict[str, dict[str, Body]]
"""Class name -> key -> body; both in the order in which they were first kept."""

_KINDS: dict[str, type[Record]] = {kind.__name__: kind for kind in RECORDS}


def encode(record: Record) -> Body:
    """The body of a record.

    Raises NotKeptError when it would not read back as the same record (a value of another type
    than its field, a NaN, half a character): such a body would spoil the plan it is kept in.
    """
    kind = type(record)
    name = f"{kind.__name__} {record.key!r}"
    if _KINDS.get(kind.__name__) is not kind:
        raise NotKeptError(f"{name} kan niet worden bewaard: dit soort gegeven is hier onbekend.")
    try:
        body: Body = msgspec.json.decode(msgspec.json.encode(record))
        same = msgspec.convert(body, kind) == record
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise NotKeptError(f"{name} kan niet worden bewaard: {error}.") from error
    if not same:
        raise NotKeptError(f"{name} kan niet worden bewaard: het zou anders worden teruggelezen.")
    return body


def decode(kind: type[R], body: Body) -> R:
    """The record of a body; unknown fields are left out, absent ones get their default.

    Nothing in it is shared with the body. Raises msgspec.ValidationError.
    """
    return msgspec.convert(body, kind)


def kinds(kind: type[R]) -> tuple[type[R], ...]:
    """The classes that a class stands for: all of them for `Record`, else itself."""
    found = tuple(known for known in RECORDS if kind in (known, Record))
    if not found:
        raise TypeError(f"{kind.__name__} is not among the records")
    return found  # type: ignore[return-value]


def matching(kind: type[Record], equals: Mapping[str, str]) -> Callable[[Mapping[str, Any]], bool]:
    """Whether a body has these values, a field left out of it counting as its default."""
    defaults = {field.name: field.default for field in msgspec.structs.fields(kind)}
    for name in equals.keys() - defaults.keys():
        raise TypeError(f"{kind.__name__} has no field {name!r}")
    return lambda body: all(
        body.get(name, defaults[name]) == value for name, value in equals.items()
    )
