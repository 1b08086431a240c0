"""What happens to a test that needs a tool this machine does not have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parent.parent
NEEDY = "def test_needs_a_browser(require):\n    assert require('chromium').exists()\n"


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A run of pytest on one test that needs a browser, with nothing on the PATH."""
    (folder / "conftest.py").write_bytes((HOUSE / "tests" / "conftest.py").read_bytes())
    (folder / "test_needy.py").write_text(NEEDY)
    known = {name: value for name, value in os.environ.items() if name != "REQUIRE_ALL"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", folder, folder],
        env=known | {"PATH": str(folder)} | environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_test_without_its_tool_is_left_out_by_name_and_count(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout
    assert "test_needy.py::test_needs_a_browser: no chromium" in done.stdout
    assert "1 tests left out: no chromium" in done.stdout


def test_a_test_without_its_tool_fails_when_everything_is_required(tmp_path: Path) -> None:
    done = run(tmp_path, REQUIRE_ALL="1")
    assert done.returncode == 1
    assert "this machine has no chromium" in done.stdout


def test_a_tool_is_found_on_the_path(tmp_path: Path) -> None:
    browser = tmp_path / "chromium"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    done = run(tmp_path, REQUIRE_ALL="1")
    assert "1 passed" in done.stdout
    assert "left out" not in done.stdout.lower()
