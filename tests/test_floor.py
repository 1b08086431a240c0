"""No package below the floor that its known weak spots set: `requirements/floor.txt`."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
LINE = re.compile(r"^([A-Za-z0-9_.-]+)>=([0-9.]+)$")


def floor() -> dict[str, str]:
    lines = (HOUSE / "requirements" / "floor.txt").read_text(encoding="utf-8").splitlines()
    found = [LINE.fullmatch(line) for line in lines if line and not line.startswith("#")]
    assert all(found)
    return {one[1]: one[2] for one in found if one}


def parts(number: str) -> tuple[int, ...]:
    """The numbers of a version; what comes after them (`rc1`) makes it older."""
    numbers = re.match(r"[0-9]+(?:\.[0-9]+)*", number)
    assert numbers
    whole = [int(part) for part in numbers[0].split(".")]
    before = -1 if re.search(r"(?:a|b|rc|dev)[0-9]*", number[numbers.end() :]) else 0
    return (*whole, *([0] * (4 - len(whole))), before)


def is_below(number: str, least: str) -> bool:
    return parts(number) < parts(least)


@pytest.mark.parametrize("name", floor())
def test_what_is_installed_is_not_below_the_floor(name: str) -> None:
    assert not is_below(version(name), floor()[name])


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt", "postgres.txt"])
def test_what_is_locked_is_not_below_the_floor(lock: str) -> None:
    text = (HOUSE / "requirements" / lock).read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^ \\]+)", text, re.MULTILINE))
    named = {name.lower(): least for name, least in floor().items()}
    assert set(named) <= set(locked)
    assert [n for n, least in named.items() if is_below(locked[n], least)] == []


@pytest.mark.parametrize(
    ("number", "least"),
    [("1.26.20", "2"), ("3.14.2", "3.14.3"), ("3.9.3", "3.14.3"), ("2.15.0rc1", "2.15")],
)
def test_a_version_below_the_floor_is_seen(number: str, least: str) -> None:
    assert is_below(number, least)
    assert not is_below(least, least)
    assert not is_below(least, number)


def test_whatever_faces_the_internet_has_a_floor() -> None:
    assert {"aiohttp", "PyJWT", "cryptography", "urllib3", "requests", "msal"} <= set(floor())
