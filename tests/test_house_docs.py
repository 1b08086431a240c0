"""The papers of the house: the files, functions, targets and settings that they name are there."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_house import HOUSE, ROOMS

PAPERS = ("README.md", "CONTRIBUTING.md", "docs/*.md", "docs/decisions/*.md")
PLACES = (
    *ROOMS,
    "deploy",
    "docs",
    "playground",
    "requirements",
    "sample",
    "scripts",
    "teams",
    "tests",
)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATH = re.compile(rf"(?:{'|'.join(PLACES)})/[\w./*-]*")
BARE = re.compile(r"[\w*-]+\.(?:csv|md|py|sh|toml|yaml|yml)")
DOTTED = re.compile(rf"(?:{'|'.join(ROOMS)})(?:\.\w+)+")
TARGET = re.compile(r"\bmake ([a-z][a-z-]*)")
SETTING = re.compile(r"\bPLAN_[A-Z_]+\b")
TO_FILL_IN = ("NNNN", "FILE.")
"""Stands in a name that is an example."""


def missing(paper: str, text: str) -> list[str]:
    """What a paper names and the house does not have."""
    spans = SPAN.findall(text)
    found = [
        link for link in LINK.findall(text) if not (HOUSE / paper).parent.joinpath(link).exists()
    ]
    found += [span for span in spans if not _is_there(span)]
    found += [
        f"make {name}" for span in spans for name in TARGET.findall(span) if name not in TARGETS
    ]
    return [f"{paper}: {one}" for one in (*found, *sorted(set(SETTING.findall(text)) - SETTINGS))]


def _is_there(span: str) -> bool:
    if any(example in span for example in TO_FILL_IN):
        return True
    if PATH.fullmatch(span):
        return any(HOUSE.glob(span.rstrip("/") + ("" if "." in span else "*")))
    if BARE.fullmatch(span):
        return any(True for place in (".", *PLACES) for _ in _below(place, span))
    return not DOTTED.fullmatch(span) or span.endswith(".nl") or _resolves(span)


def _below(place: str, name: str) -> Iterator[Path]:
    return (HOUSE / place).glob(name) if place == "." else (HOUSE / place).rglob(name)


def _resolves(dotted: str) -> bool:
    """Whether it is a module, or something in one."""
    names = dotted.split(".")
    for size in range(len(names), 0, -1):
        try:
            found: object = importlib.import_module(".".join(names[:size]))
        except ModuleNotFoundError:
            continue
        for name in names[size:]:
            found = getattr(found, name, None)
        return found is not None
    return False


def _text(*patterns: str) -> str:
    files = (file for pattern in patterns for file in sorted(HOUSE.glob(pattern)))
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())


TARGETS = set(re.findall(r"^([a-z][a-z-]*):", _text("Makefile"), re.MULTILINE))
SETTINGS = set(SETTING.findall(_text("bot/**/*.py", "compose.yaml", "deploy/**/*", "Makefile")))


@pytest.mark.parametrize(
    "paper",
    [
        file.relative_to(HOUSE).as_posix()
        for pattern in PAPERS
        for file in sorted(HOUSE.glob(pattern))
    ],
)
def test_what_a_paper_names_is_there(paper: str) -> None:
    found = missing(paper, (HOUSE / paper).read_text(encoding="utf-8"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "named",
    [
        "`bot/gone.py`",
        "`plan/gone/`",
        "`tests/gone*.py`",
        "`gone.py`",
        "`plan.gone`",
        "`plan.rights.gone`",
        "`make gone`",
        "`PLAN_GONE=1`",
        "[a paper](gone.md)",
    ],
)
def test_what_is_not_there_is_seen(named: str) -> None:
    assert missing("docs/running.md", f"See {named}.")


@pytest.mark.parametrize(
    "named",
    [
        "`bot/channel*.py`",
        "`plan/sight/`",
        "`docs/decisions/0010`",
        "`hears.py`",
        "`plan.rights.speaks_for`",
        "`make prove ONLY=sends`",
        "`PLAN_STORE`",
        "`plan.gemeente.nl`",
        "[upkeep](upkeep.md#erasing)",
        "[Teams](https://example.org/gone.md)",
    ],
)
def test_what_is_there_is_let_in(named: str) -> None:
    assert not missing("docs/running.md", f"See {named}.")
