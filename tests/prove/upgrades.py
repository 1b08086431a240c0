"""Bringing an older store up to date, killed and cut off over and over: all is there at last."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from storage.errors import StoreError
from storage.tiny import TinyStore
from tests.prove import old
from tests.prove.calls import Calls
from tests.prove.cut import Platter, laid_out
from tests.prove.trial import Trial
from tests.prove.victim import killed, opening

KILLS = 300
CUTS = 1_000
DOCUMENTS = 20_000
PLANS = tuple(f"plan {n}" for n in range(20))
LIVES = 10
"""Kills of one upgrade at most, before it may finish."""


def prove(trial: Trial) -> None:
    """Kills of the whole process, then cuts of the power after each call of a small one."""
    count = max(5, trial.times(DOCUMENTS) // len(PLANS))
    template = trial.scratch / "older"
    old.make(template, PLANS, count)
    with trial.bar(trial.times(KILLS)) as bar:
        done = 0
        while done < trial.times(KILLS):
            directory = trial.scratch / "upgraded"
            shutil.rmtree(directory, ignore_errors=True)
            shutil.copytree(template, directory)
            for _ in range(trial.chance.randint(1, LIVES)):
                after = trial.chance.random() * (0.01 + 0.9 * trial.scale)
                killed(opening, directory, 0, 0, after=after)
                done += 1
                bar.update()
                trial.count("kills")
                _untouched(trial, template, directory)
            for _ in range(2):
                if wrong := asyncio.run(old.compared(directory, PLANS, count)):
                    trial.fail(wrong, {"kills": done}, directory)
            trial.count("upgrades finished")
        _cut(trial)


def _untouched(trial: Trial, template: Path, directory: Path) -> None:
    """The old files are as they were, in their place or (when all is whole) aside."""
    for before in template.rglob("records.jsonl"):
        name = before.relative_to(template)
        places = [directory / name, directory / "schema-1" / name]
        if not any(
            place.exists() and place.read_bytes() == before.read_bytes() for place in places
        ):
            trial.fail(f"{name} is no longer as it was", {}, directory)


def _cut(trial: Trial) -> None:
    template, directory = trial.scratch / "small", trial.scratch / "cut"
    old.make(template, PLANS[:3], 5)
    shutil.copytree(template, directory)
    platter = Platter.of(directory)
    with Calls(directory) as calls:

        async def up() -> None:
            await TinyStore(directory).close()

        asyncio.run(up())
    assert not calls.unseen, calls.unseen
    each = trial.times(CUTS) / len(calls.made)
    for place, call in enumerate(calls.made):
        platter.make(call)
        for _ in range(int(each + trial.chance.random())):
            state = platter.after(trial.chance)
            _look(trial, place, state)
            trial.count("states after a power cut")


def _look(trial: Trial, place: int, state: dict[str, bytes | None]) -> None:
    directory = trial.scratch / "state"
    shutil.rmtree(directory, ignore_errors=True)
    laid_out(state, directory)
    try:
        wrong = asyncio.run(old.compared(directory, PLANS[:3], 5))
    except (StoreError, OSError, ValueError) as error:
        wrong = repr(error)
    if wrong:
        shutil.rmtree(directory)
        laid_out(state, directory)
        trial.fail(wrong, {"after call": place}, directory)
