"""Counting what somebody's hands did, and telling it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.loading import keep
from plan.records import Record
from storage import open_store
from tests.bot.acting import Actor


async def kept(directory: Path, records: tuple[Record, ...]) -> None:
    store = open_store(str(directory))
    try:
        await keep(store, records)
    finally:
        await store.close()


@contextmanager
def counted(actor: Actor, table: dict[str, int], name: str) -> Iterator[None]:
    """What the actor does in here is written down under this name."""
    before = actor.actions
    yield
    table[name] = actor.actions - before


def printed(capsys: pytest.CaptureFixture[str], table: dict[str, int]) -> None:
    with capsys.disabled():
        print(f"\nactions: {', '.join(f'{k} {n}' for k, n in table.items())}")  # noqa: T201
