"""One proof being made: its chance, its size, its progress, and what is kept of a failure."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tqdm import tqdm

KEPT = Path("data/prove")
"""Where the cases that failed are kept for looking at."""
SHARE = 0.05
"""Of the whole proof, so much runs with the tests."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, where syncing costs nothing
SLOWLY = random.SystemRandom()


def fresh_seed() -> int:
    return int(os.environ.get("SEED", "0")) or SLOWLY.randrange(1, 2**31)


class LeftOutError(Exception):
    """This machine lacks what a proof needs; the text names it."""


@dataclass
class Trial:
    """What a proof works with; `say` what it did."""

    name: str
    seed: int
    scale: float = 1.0
    scratch: Path = field(default_factory=Path)
    counts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = random.Random(f"{self.name} {self.seed}")  # noqa: S311

    def times(self, whole: int) -> int:
        """How often at this scale."""
        return max(1, round(whole * self.scale))

    def count(self, what: str, times: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + times

    def bar(self, total: int) -> tqdm[Any]:
        return tqdm(total=total, desc=self.name, disable=not sys.stderr.isatty(), leave=False)

    def fail(self, why: str, case: Mapping[str, object], directory: Path | None = None) -> None:
        """Keep the case and raise AssertionError with what is needed to see it again."""
        place = KEPT / f"{self.name}-{self.seed}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        told = {"why": why, "seed": self.seed, "scale": self.scale, **case}
        (place / "case.json").write_text(json.dumps(told, indent=1, default=repr))
        if directory and directory.exists():
            shutil.copytree(directory, place / "store")
        raise AssertionError(
            f"{why}\n{dict(case)}\nThe case is in {place}; again with "
            f"python -m tests.prove --only {self.name} --seed {self.seed} --scale {self.scale}"
        )


@contextmanager
def begun(name: str, seed: int, scale: float) -> Iterator[Trial]:
    """A trial with a scratch directory in memory where there is one."""
    where = MEMORY if os.access(MEMORY, os.W_OK) else None
    scratch = Path(tempfile.mkdtemp(prefix=f"prove-{name}-", dir=where))
    try:
        yield Trial(name, seed, scale, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
