"""One mapping of a plan file, read key by key with its path at hand."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import TypeVar

from plan.notation import number
from plan.reading.notes import Notes
from plan.reading.quoting import NO_CODE, QUOTE, UNQUOTED, has_unseen, shown
from plan.text import Text, readable

C = TypeVar("C", bound=str)

_ID = re.compile(r"[^/\s]{1,64}")
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_MOST = 10_000_000
"""No hours, euros, words or inhabitants of a municipality come near it."""
_LONGEST_TITLE = 300


class Entry:
    """Gives the values under the keys; what is not of the right kind is noted, and None.

    A key that is asked for counts as known; the others are told as unknown at the end.
    """

    def __init__(self, data: object, where: str, notes: Notes) -> None:
        self.where = where
        self.notes = notes
        self._seen: set[object] = set()
        self._parts: dict[str, Entry] = {}
        self._data: dict[object, object] = {}
        if isinstance(data, dict):
            self._data = data
        elif data is not None:
            notes.wrong(where, "hier horen sleutels met waarden", "keys with values belong here")
        notes.watch(self._unknown)

    def __bool__(self) -> bool:
        return bool(self._data)

    def at(self, key: object) -> str:
        return f"{self.where}.{key}" if self.where else str(key)

    def wrong(self, key: str, nl: str, en: str) -> None:
        self.notes.wrong(self.at(key), nl, en)

    def known(self, *keys: str) -> None:
        """These keys belong to the schema, though nothing is kept of them."""
        self._seen.update(keys)

    def raw(self, key: str) -> object:
        self._seen.add(key)
        return self._data.get(key)

    # Single values

    def text(self, key: str) -> str | None:
        value = self.raw(key)
        if value is None or isinstance(value, str):
            return readable(value or "").strip() or None
        hint = Text(nl="", en="")
        if not isinstance(value, list | dict):
            hint = QUOTE.fill(value=shown(value))
        self.wrong(key, "hier hoort tekst" + hint.nl, "text belongs here" + hint.en)
        return None

    def needed(self, key: str) -> str:
        """A text that has to be there; "" when it is not."""
        before = len(self.notes.problems)
        value = self.text(key)
        if value is None and len(self.notes.problems) == before:
            self.wrong(key, "dit ontbreekt", "this is missing")
        return value or ""

    def title(self, key: str = "title") -> str:
        """A needed text of at most 300 characters."""
        value = self.needed(key)
        if len(value) > _LONGEST_TITLE:
            self.wrong(
                key,
                f"{number(len(value), 'nl')} tekens; hoogstens {_LONGEST_TITLE} passen",
                f"{number(len(value), 'en')} characters; at most {_LONGEST_TITLE} fit",
            )
        return value

    def label(self, key: str) -> str | None:
        """A text that may be written as a number."""
        value = self.raw(key)
        return str(value) if _is_number(value) else self.text(key)

    def year(self, key: str) -> int | None:
        value = self.whole(key)
        if value is None or _FIRST_YEAR <= value <= _LAST_YEAR:
            return value
        self._out_of_range(key, value)
        return None

    def whole(self, key: str) -> int | None:
        """A number without decimals, zero or more."""
        value = self.number(key)
        if value is None or value == int(value):
            return None if value is None else int(value)
        self.wrong(key, "hier hoort een heel getal", "a whole number belongs here")
        return None

    def number(self, key: str) -> float | None:
        """A number from zero to ten million."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            if 0 <= value <= _MOST:
                return value
            self._out_of_range(key, value)
            return None
        self.wrong(key, "hier hoort een getal", "a number belongs here")
        return None

    def truth(self, key: str) -> bool | None:
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(key, "hier hoort true of false", "true or false belongs here")
        return None

    def day(self, key: str) -> date | None:
        return self.day_of(key, self.raw(key))

    def day_of(self, key: str, value: object) -> date | None:
        """The day that `value` is; `key` is where it stands."""
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong(
                key,
                f"{shown(value)} is geen datum; schrijf 2027-03-31",
                f"{shown(value)} is not a date; write 2027-03-31",
            )
            return None

    def choice(self, key: str, allowed: tuple[C, ...]) -> C | None:
        value = self.raw(key)
        word = value.strip() if isinstance(value, str) else value
        for option in allowed:
            if word == option:
                return option
        if value is not None:
            self._not_one_of(key, value, allowed)
        return None

    # Ids and references

    def id(self, kind: str, key: str = "id") -> str:
        """The id of this entry, "" when it has none that can be used."""
        value = self._as_id(key, self.raw(key))
        if value:
            self.notes.introduce(kind, value, self.where)
        return value or ""

    def ref(self, key: str, kind: str) -> str | None:
        value = self.raw(key)
        return None if value is None else self.referred(kind, key, value)

    def refs(self, key: str, kind: str) -> tuple[str, ...]:
        """Several ids; one alone need not be a list. The same id twice counts once."""
        value = self.raw(key)
        alone = value is not None and not isinstance(value, list)
        values = [(key, value)] if alone else self.listed(key)
        found = [self.referred(kind, part, one) for part, one in values]
        return tuple(dict.fromkeys(one for one in found if one))

    def referred(self, kind: str, key: str, value: object) -> str | None:
        """The id that `value` is, looked up when the whole file was read."""
        known = self._as_id(key, value)
        if known:
            self.notes.refer(kind, known, self.at(key))
        return known

    # Parts

    def entry(self, key: str) -> Entry:
        """The mapping under a key, an empty one when it is not there."""
        if key not in self._parts:
            self._parts[key] = Entry(self.raw(key), self.at(key), self.notes)
        return self._parts[key]

    def entries(self, key: str) -> list[Entry]:
        return [Entry(value, self.at(part), self.notes) for part, value in self.listed(key)]

    def listed(self, key: str) -> list[tuple[str, object]]:
        """The values of a list, each with its own key, such as `partners[2]`."""
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, "hier hoort een lijst", "a list belongs here")
            return []
        return [(f"{key}[{n}]", one) for n, one in enumerate(value)]

    def texts(self, key: str, allowed: Collection[str] = ()) -> tuple[str, ...]:
        """A list of texts, where any are `allowed` only those."""
        found = []
        for part, value in self.listed(key):
            if not isinstance(value, str):
                self.wrong(part, "hier hoort tekst", "text belongs here")
            elif allowed and value not in allowed:
                self._not_one_of(part, value, allowed)
            else:
                found.append(readable(value))
        return tuple(found)

    def keys(self) -> tuple[str, ...]:
        """All keys, for a mapping whose keys are the file's own."""
        self._seen.update(self._data)
        return tuple(str(key) for key in self._data)

    # Inside

    def _as_id(self, key: str, value: object) -> str | None:
        if value is None:
            self.wrong(key, "dit ontbreekt", "this is missing")
            return None
        written = isinstance(value, str | int) and not isinstance(value, bool)
        if written and _ID.fullmatch(str(value)) and not has_unseen(str(value)):
            return str(value)
        why = NO_CODE if written or isinstance(value, list | dict) else UNQUOTED
        said = why.fill(value=shown(value))
        self.wrong(key, said.nl, said.en)
        return None

    def _not_one_of(self, key: str, value: object, allowed: Collection[str]) -> None:
        options = ", ".join(allowed)
        self.wrong(
            key,
            f"{shown(value)} kan hier niet; kies uit: {options}",
            f"{shown(value)} is not possible here; choose from: {options}",
        )

    def _out_of_range(self, key: str, value: object) -> None:
        self.wrong(key, f"{shown(value)} kan hier niet", f"{shown(value)} is not possible here")

    def _unknown(self) -> list[str]:
        return [self.at(key) for key in self._data if key not in self._seen]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
