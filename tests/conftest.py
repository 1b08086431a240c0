"""Tools that a machine may lack: the tests that need them are left out loudly, or fail."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

# tool -> the names its command goes by
TOOLS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "git": ("git",),
    "libreoffice": ("soffice", "libreoffice"),
    "node": ("node",),
    "pdftoppm": ("pdftoppm",),
    "postgresql": ("initdb",),
}
# Debian keeps the commands of a server apart, per version.
APART = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
OWN = Path(__file__).parent.parent / ".venv" / "bin"
LEFT_OUT = "left out for want of "

Require = Callable[[str], Path]


def command(tool: str) -> Path | None:
    """Where the machine has it. Raises KeyError for a tool that TOOLS does not know."""
    places = os.pathsep.join((os.environ.get("PATH", ""), str(OWN), *map(str, APART)))
    found = (shutil.which(name, path=places) for name in TOOLS[tool])
    return next((Path(path) for path in found if path), None)


@pytest.fixture(scope="session")
def require() -> Require:
    """`require("chromium")` is the path of that command.

    Where the machine has none, the test is left out and named at the end of the run, or fails
    when REQUIRE_ALL=1. Raises KeyError for a tool that TOOLS does not know.
    """

    def path_of(tool: str) -> Path:
        if found := command(tool):
            return found
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(f"REQUIRE_ALL=1 and this machine has no {tool}", pytrace=False)
        pytest.skip(LEFT_OUT + tool)

    return path_of


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name every test that was left out, and count them per tool."""
    left_out: list[tuple[str, str]] = []
    for report in terminalreporter.getreports("skipped"):
        _, _, reason = report.longrepr if isinstance(report.longrepr, tuple) else ("", 0, "")
        if LEFT_OUT in reason:
            left_out.append((report.nodeid, reason.partition(LEFT_OUT)[2]))
    if not left_out:
        return
    terminalreporter.section("LEFT OUT", sep="!", red=True, bold=True)
    for name, tool in left_out:
        terminalreporter.write_line(f"{name}: no {tool}", red=True)
    for tool, count in Counter(tool for _, tool in left_out).items():
        terminalreporter.write_line(f"{count} tests left out: no {tool}", red=True, bold=True)
    terminalreporter.write_line("REQUIRE_ALL=1 makes these fail.", red=True)
