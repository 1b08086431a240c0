"""The back ends that keep the same promises, and a store on each."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from storage import Store, open_store
from tests.conftest import Require
from tests.storage.server import Server, serving

_SCHEMAS = itertools.count(1)


@pytest.fixture(scope="session")
def server(require: Require) -> Iterator[Server]:
    """A PostgreSQL server for all tests of this run."""
    with serving(require("postgresql").resolve().parent) as made:
        yield made


@pytest.fixture
def database(server: Server) -> str:
    """The address of an empty schema."""
    schema = f"test_{next(_SCHEMAS)}"
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    return server.url(schema)


@pytest.fixture(params=["tiny", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store; a back end is added by its name and its address."""
    addresses: dict[str, Callable[[], str]] = {
        "tiny": lambda: str(tmp_path / "store"),
        "postgres": lambda: str(request.getfixturevalue("database")),
    }
    return addresses[request.param]()


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = open_store(url)
    yield opened
    await opened.close()
