"""A process killed at any moment leaves the last acknowledged change, or the one under way."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plan.records import Fact
from storage import open_store
from tests.storage.victim import expected

VICTIM = Path(__file__).with_name("victim.py")
KILLS = int(os.environ.get("KILLS", "40"))
SEED = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(1, 2**31)
LONGEST = 0.08
"""Seconds between the first change and the kill, at most."""


def killed(which: str, directory: Path, begin: int, *, after: float) -> tuple[int, int]:
    """Let a process change things for a while and kill it: the last change told and the last
    one acknowledged."""
    with subprocess.Popen(
        [sys.executable, VICTIM, which, directory, str(begin)],
        stdout=subprocess.PIPE,
        cwd=VICTIM.parents[2],
        env=os.environ | {"PYTHONPATH": str(VICTIM.parents[2])},
        text=True,
    ) as victim:
        assert victim.stdout
        lines = [victim.stdout.readline()]
        time.sleep(after)
        victim.kill()
        lines += victim.stdout.readlines()
    acknowledged = [int(line.split()[0]) for line in lines if line.endswith("ok\n")]
    return int(lines[-1].split()[0]), acknowledged[-1] if acknowledged else begin - 1


async def kept_by_us(directory: Path) -> dict[str, str]:
    """What the next process finds; taking the lock shows that the dead one let go."""
    store = open_store(str(directory))
    try:
        return {fact.key: fact.text for fact in await store.plan("a").find(Fact)}
    finally:
        await store.close()


def kept_by_stock(directory: Path) -> dict[str, str]:
    content = (directory / "stock.json").read_text()
    return {key: body["text"] for key, body in json.loads(content)["Fact"].items()}


@pytest.fixture
def chance(capsys: pytest.CaptureFixture[str]) -> random.Random:
    with capsys.disabled():
        sys.stdout.write(f" [SEED={SEED} KILLS={KILLS}] ")
    return random.Random(SEED)  # noqa: S311


async def test_nothing_acknowledged_is_lost_by_a_kill(
    tmp_path: Path, chance: random.Random
) -> None:
    last = 0
    for _ in range(KILLS):
        told, acknowledged = killed("ours", tmp_path, last + 1, after=chance.random() * LONGEST)
        kept = await kept_by_us(tmp_path)
        last = int(kept.get("change", "0"))
        assert acknowledged <= last <= told
        assert kept == (expected(last) if last else {})
    assert last >= KILLS


def test_the_same_kills_find_what_is_wrong_with_writing_in_place(
    tmp_path: Path, chance: random.Random
) -> None:
    (tmp_path / "stock.json").write_text(json.dumps({"Fact": {"change": {"text": "0"}}}))
    last = 0
    for _ in range(100):
        told, _ = killed("stock", tmp_path, last + 1, after=chance.random() * LONGEST)
        try:
            kept = kept_by_stock(tmp_path)
        except ValueError:
            return
        last = int(kept["change"])
        assert last in (told - 1, told)
    pytest.fail("100 kills of a process that writes in place spoilt nothing")
