"""The rooms of the house: who may import whom, and where no clock hangs."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("bot", "dialogs", "plan", "storage")

# pattern of a file -> what it may import besides the standard library; all that match add up
MAY: dict[str, tuple[str, ...]] = {
    "plan/*": ("plan", "msgspec", "holidays", "babel"),
    "plan/printers/*": ("docx",),
    "dialogs/*": ("dialogs", "plan"),
    "storage/*": ("storage", "plan.records", "tinydb", "msgspec"),
    "storage/postgres/*": ("psycopg",),
    "bot/*": (
        *ROOMS,
        *("aiohttp", "yarl", "yaml", "msgspec", "pydantic", "pydantic_settings", "tqdm"),
        *("jwt", "cryptography", "msal", "requests", "structlog", "prometheus_client"),
    ),
    "bot/channel*.py": ("botbuilder", "botframework", "msrest"),
}
# What makes an outcome depend on the moment, the machine or chance.
WORLD = (
    *("asyncio", "http", "os", "random", "secrets", "shutil", "socket", "subprocess"),
    *("tempfile", "threading", "time", "uuid"),
)
# pattern of a file -> what it must not import all the same
NEVER: dict[str, tuple[str, ...]] = {
    "plan/*": WORLD,
    "plan/*.py": ("plan.content",),
    "plan/records/*": ("plan.content",),
    "dialogs/*": WORLD,
}
CLOCK = {"now", "today", "utcnow"}


def matching(rules: dict[str, tuple[str, ...]], path: str) -> list[str]:
    """What the rules say of this file; `room/*.py` is about the room itself, not what is below."""
    deep = path.count("/")
    return [
        name
        for pattern, names in rules.items()
        if fnmatch(path, pattern) and (not pattern.endswith(".py") or pattern.count("/") == deep)
        for name in names
    ]


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of everything imported, also inside functions and TYPE_CHECKING."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            place = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{place}.{alias.name}") for alias in node.names)


def within(name: str, places: list[str]) -> bool:
    return any(name == place or name.startswith(place + ".") for place in places)


def strangers(path: str, source: str) -> list[str]:
    """What this file imports and may not."""
    may = [*matching(MAY, path), *sys.stdlib_module_names]
    never = matching(NEVER, path)
    return [
        f"{path}:{line} imports {name}"
        for line, name in imports(ast.parse(source))
        if not within(name, may) or within(name, never)
    ]


def clocks(path: str, source: str) -> list[str]:
    """Where this file reads the clock by `datetime.now()` and its kin."""
    return [
        f"{path}:{node.lineno} reads the clock"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCK
        and ast.unparse(node.value).split(".")[-1] in {"datetime", "date"}
    ]


def files(*rooms: str) -> Iterator[tuple[str, str]]:
    for room in rooms:
        for file in sorted((HOUSE / room).rglob("*.py")):
            yield file.relative_to(HOUSE).as_posix(), file.read_text(encoding="utf-8")


def test_every_room_imports_only_what_it_may() -> None:
    found = [line for path, source in files(*ROOMS) for line in strangers(path, source)]
    assert not found, "\n".join(found)


def test_plan_and_dialogs_read_no_clock() -> None:
    found = [line for path, source in files("plan", "dialogs") for line in clocks(path, source)]
    assert not found, "\n".join(found)


def test_the_sdk_lives_in_three_files_at_most() -> None:
    assert len(list((HOUSE / "bot").rglob("channel*.py"))) <= 3


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("plan/track.py", "from bot import heard"),
        ("plan/track.py", "from plan.content import tracks"),
        ("plan/track.py", "from plan import content"),
        ("plan/records/base.py", "import plan.content.topics"),
        ("plan/track.py", "import docx"),
        ("plan/track.py", "from time import time"),
        ("plan/track.py", "def late():\n    import tinydb"),
        ("dialogs/task.py", "from botbuilder.core import TurnContext"),
        ("dialogs/task.py", "from storage import open_store"),
        ("dialogs/task.py", "import msgspec"),
        ("dialogs/task.py", "from random import choice"),
        ("storage/tiny.py", "from plan.text import Text"),
        ("storage/tiny.py", "import plan"),
        ("storage/tiny.py", "import psycopg"),
        ("storage/tiny.py", "from dialogs.turn import Turn"),
        ("bot/turns.py", "from botbuilder.schema import Activity"),
        ("bot/page/channel.py", "import botframework.connector"),
        ("bot/turns.py", "import flask"),
        ("bot/turns.py", "from . import heard"),
    ],
)
def test_a_stranger_is_seen(path: str, source: str) -> None:
    assert strangers(path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("plan/document/chapters.py", "from plan.content import formats"),
        ("plan/printers/word.py", "from docx.shared import Pt"),
        ("plan/records/base.py", "import msgspec"),
        ("dialogs/task.py", "from datetime import datetime, time"),
        ("storage/tiny.py", "from plan.records import Plan"),
        ("storage/postgres/store.py", "import psycopg"),
        ("bot/channel.py", "from botbuilder.core import TurnContext"),
        ("bot/channel_files.py", "import botframework.connector"),
    ],
)
def test_a_guest_is_let_in(path: str, source: str) -> None:
    assert not strangers(path, source)


@pytest.mark.parametrize(
    "source", ["datetime.now(UTC)", "date.today()", "datetime.datetime.utcnow()"]
)
def test_a_clock_is_seen(source: str) -> None:
    assert clocks("dialogs/task.py", source)


def test_a_moment_that_was_passed_in_is_no_clock() -> None:
    assert not clocks("dialogs/task.py", "said.now + timedelta(days=1)")
