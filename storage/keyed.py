"""TinyDB with one table per record class, the key of a record as its document id, and the change
of a table as what is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from plan.records import Entry
from storage.codec import Body, Contents

LINES = Entry.__name__


class _Live(Storage):
    """The documents in memory; the journal has every change before it comes here."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    def read(self) -> Contents:
        return self.contents

    def write(self, data: Contents) -> None:
        self.contents = data


class _ChangedTable(Table):
    """Changes the documents it is about; TinyDB's own would copy and hand over all of them.

    A body is replaced, never changed, so who has one may go on reading it.
    """

    # Finding a document by its id costs nothing, however many there are; TinyDB's own numbers
    # would need an index beside it.
    document_id_class = str  # type: ignore[assignment]

    def _update_table(self, updater: Callable[[dict[Any, Mapping[str, Any]]], None]) -> None:
        updater(self._storage.contents.setdefault(self.name, {}))  # type: ignore[attr-defined]
        self.clear_cache()

    def keep(self, bodies: Mapping[str, Body]) -> None:
        """One that is there already keeps its place in the order."""
        self._update_table(lambda table: table.update(bodies))

    def leave_out(self, keys: Iterable[str]) -> None:
        """Keys that are not there are passed over."""

        def leave(table: dict[Any, Mapping[str, Any]]) -> None:
            for key in keys:
                table.pop(key, None)

        self._update_table(leave)


class KeyedDB(TinyDB):
    """The state of a part, in memory. `contents` are its own from then on."""

    table_class = _ChangedTable

    def __init__(self, contents: Contents) -> None:
        super().__init__(contents, storage=_Live)

    def contents(self) -> Contents:
        """Each table copied, the bodies shared: they never change."""
        live: Contents = self.storage.read() or {}
        return {name: dict(table) for name, table in live.items() if table}

    def count(self) -> int:
        """Without the lines of the logbook: nobody looks through those, and they only grow."""
        live: Contents = self.storage.read() or {}
        return sum(len(table) for name, table in live.items() if name != LINES)

    def known(self) -> Contents:
        """As `contents`, of the logbook its last line alone."""
        live = self.contents()
        if lines := live.pop(LINES, None):
            last = next(reversed(lines))
            live[LINES] = {last: lines[last]}
        return live

    def lacking(self, contents: Contents) -> int:
        """How many of these documents are not there yet."""
        live: Contents = self.storage.read() or {}
        return sum(
            key not in live.get(name, ())
            for name, table in contents.items()
            if name != LINES
            for key in table
        )

    def find(
        self, name: str, matches: Callable[[Mapping[str, Any]], bool], key: str | None = None
    ) -> list[Body]:
        """The documents of a table that match, or only the one with this key if it does."""
        table = self.table(name)
        if key is None:
            return [document for document in table if matches(document)]
        found = table.get(doc_id=key)  # type: ignore[call-overload]
        return [found] if found is not None and matches(found) else []

    def change(self, kept: Contents, dropped: Mapping[str, Iterable[str]]) -> None:
        """Keep and then leave out."""
        for name, bodies in kept.items():
            self.table(name).keep(bodies)  # type: ignore[attr-defined]
        for name, keys in dropped.items():
            self.table(name).leave_out(keys)  # type: ignore[attr-defined]
