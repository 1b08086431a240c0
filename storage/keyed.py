"""TinyDB with one table per record class and the key of a record as its document id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import Any

from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from storage.codec import Body, Contents


class _KeyedTable(Table):
    # Finding a document by its id costs nothing, however many there are; TinyDB's own numbers
    # would need an index beside it.
    document_id_class = str  # type: ignore[assignment]


class KeyedDB(TinyDB):
    """One state of a part, in memory."""

    table_class = _KeyedTable

    def __init__(self, contents: Contents) -> None:
        super().__init__(storage=MemoryStorage)
        self.storage.write(contents)

    def contents(self) -> Contents:
        return self.storage.read() or {}

    def copy(self) -> KeyedDB:
        """The same state, to change without touching this one.

        TinyDB changes documents in place but not what is in them, so they are copied one deep.
        """
        return KeyedDB(
            {
                name: {key: dict(body) for key, body in table.items()}
                for name, table in self.contents().items()
            }
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

    def keep(self, name: str, bodies: Mapping[str, Body]) -> None:
        """Put documents in a table; one that is there already keeps its place in the order."""

        def become(document: MutableMapping[str, Any]) -> None:
            body = bodies[document["key"]]
            document.clear()
            document.update(body)

        table = self.table(name)
        known = set(table.update(become, doc_ids=bodies))  # type: ignore[arg-type]
        fresh = (key for key in bodies if key not in known)  # type: ignore[comparison-overlap]
        table.insert_multiple(Document(bodies[key], key) for key in fresh)  # type: ignore[arg-type]

    def leave_out(self, name: str, keys: Iterable[str]) -> None:
        """Take documents out of a table; keys that are not there are passed over."""
        each = dict.fromkeys(keys)  # TinyDB stumbles over a key that comes twice.
        self.table(name).remove(doc_ids=each)  # type: ignore[arg-type]
