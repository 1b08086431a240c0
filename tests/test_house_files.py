"""The files of the house: they name no machine, and what is locked is locked by hash alone."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Require

HOUSE = Path(__file__).parent.parent
# Written so that the patterns do not match themselves.
MACHINE = re.compile(r"(?<![\w.:~*$}/])[/](?:root|home|work|farm|opt|mnt|Users)/[\w.-]")
REGISTRY = re.compile(r"py[p]i\.org|pythonhost[e]d|npm[j]s\.(?:com|org)|deb[i]an\.org")
SETTING = re.compile(r"-{2}(?:extra-)?index-url|-{2}find-links|-{2}trusted-host")
PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\$", re.MULTILINE)
LOCKED = re.compile(
    r"[a-z0-9-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?|    #( {1,3}\S.*)?"
)
LOCKS = ("run.txt", "dev.txt", "node.txt")


def betrayals(path: str, text: str) -> list[str]:
    """The lines of a file that name somebody's machine or a registry."""
    return [
        f"{path}:{number} {line.strip()}"
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE.search(line) or REGISTRY.search(line) or SETTING.search(line)
    ]


def loose(lock: str) -> list[str]:
    """The lines of a lock file that are no pin, hash or remark."""
    return [line for line in lock.splitlines() if not LOCKED.fullmatch(line)]


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((HOUSE / "requirements" / name).read_text(encoding="utf-8")))


def tracked(git: Path) -> Iterator[tuple[str, str]]:
    listed = subprocess.run(
        [git, "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        file = HOUSE / name
        if file.is_file() and b"\0" not in (content := file.read_bytes()):
            yield name, content.decode("utf-8")


def test_no_file_names_a_machine_or_a_registry(require: Require) -> None:
    found = [line for path, text in tracked(require("git")) for line in betrayals(path, text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_holds_pins_and_hashes_only(name: str) -> None:
    assert not loose((HOUSE / "requirements" / name).read_text(encoding="utf-8"))
    assert pins(name)


def test_the_npm_lock_file_holds_no_addresses_of_packages() -> None:
    packages = json.loads((HOUSE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert "integrity" in packages["node_modules/adaptivecards"]
    assert not [name for name, package in packages.items() if "resolved" in package]


def test_what_runs_and_what_is_tested_have_the_same_versions() -> None:
    run, dev = pins("run.txt"), pins("dev.txt")
    assert {name: dev.get(name) for name in run} == run


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = (*project["dependencies"], *project["optional-dependencies"]["dev"])
    names = {re.split(r"[\[=<>]", line)[0].lower() for line in wanted}
    assert not names - set(pins("dev.txt"))


def test_retries_are_those_of_urllib3_2() -> None:
    assert int(pins("run.txt")["urllib3"].split(".")[0]) >= 2


@pytest.mark.parametrize(
    "line",
    [
        "# made in /" + "home/somebody/project",
        "open('/" + "root/plan.json')",
        "https://files.python" + "hosted.org/packages/x.whl",
        "-" + "-index-url something",
        "-" + "-find-links wheels",
    ],
)
def test_a_betrayal_is_seen(line: str) -> None:
    assert betrayals("notes.md", line)


@pytest.mark.parametrize(
    "line", ["~/home/x", "<w:work/>", "http://127.0.0.1:3978/work/list", "$HOME/opt/x", "/healthz"]
)
def test_an_honest_line_is_let_in(line: str) -> None:
    assert not betrayals("notes.md", line)


@pytest.mark.parametrize("line", ["six==1.17.0", "six>=1", "six @ file.whl", "-e ."])
def test_a_loose_line_of_a_lock_file_is_seen(line: str) -> None:
    assert loose(line)
