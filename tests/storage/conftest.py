"""The back ends that keep the same promises, and a store on each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import Store, open_store


@pytest.fixture(params=["tiny"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store; a back end is added by its name and its address."""
    return {"tiny": str(tmp_path / "store")}[request.param]


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = open_store(url)
    yield opened
    await opened.close()
