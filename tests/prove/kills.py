"""kill -9 at any moment: nothing acknowledged is lost, nothing spoilt, nothing made up."""

from __future__ import annotations

import asyncio
import json
import shutil

from storage.errors import StoreError
from tests.prove.trial import Trial
from tests.prove.victim import changing, killed, opening, stock
from tests.prove.workload import look

KILLS = 2_000
LONGEST = 0.08
"""Seconds between the first change and the kill, at most."""
LIVES = 60
"""Kills of one and the same store."""


def prove(trial: Trial) -> None:
    """Kill processes that change several plans at once; look after most, but not after all."""
    calibrated(trial)
    told: dict[str, int] = {}
    kept: dict[str, int] = {}
    number = 0
    directory = trial.scratch / "killed"
    with trial.bar(trial.times(KILLS)) as bar:
        for n in range(trial.times(KILLS)):
            if n % LIVES == 0:
                shutil.rmtree(directory, ignore_errors=True)
                directory.mkdir()
                told, kept, number = {}, {}, 0
            early = trial.chance.random() < 0.2
            said = killed(
                trial.chance.choice((changing, changing, changing, opening)),
                directory,
                number,
                trial.chance.randrange(2**31),
                after=trial.chance.random() * LONGEST,
                at_once=early,
            )
            for what, plan, change in said:
                if what in ("told", "kept"):
                    reached = told if what == "told" else kept
                    reached[plan] = max(reached.get(plan, 0), change)
                    number = max(number, change)
            trial.count("kills")
            trial.count("changes acknowledged", sum(what == "kept" for what, *_ in said))
            if trial.chance.random() < 0.6:
                _look(trial, n, told, kept)
            bar.update()


def _look(trial: Trial, n: int, told: dict[str, int], kept: dict[str, int]) -> None:
    directory = trial.scratch / "killed"
    before = trial.scratch / "before"
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(directory, before)
    case = {"kill": n, "told": dict(told), "kept": dict(kept)}
    try:
        wrong = asyncio.run(look(directory, told, kept, on=False))
    except (StoreError, OSError) as error:
        wrong = repr(error)
    if wrong:
        trial.fail(wrong, case, before)


def calibrated(trial: Trial) -> None:
    """The same kills spoil what TinyDB writes in place, or this would prove nothing."""
    directory = trial.scratch / "stock"
    directory.mkdir()
    for n in range(400):
        killed(stock, directory, n * 100_000, n, after=trial.chance.random() * LONGEST)
        try:
            json.loads((directory / "stock.json").read_text() or "{}")
        except ValueError:
            trial.count("kills until TinyDB's own storage was spoilt", n + 1)
            return
    trial.fail("400 kills of a process that writes in place spoilt nothing", {})
