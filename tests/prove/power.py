"""Power loss: every state that a cut may leave has what was acknowledged, whole and in order."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path


from storage.errors import StoreError
from storage.tiny import TinyStore
from tests.prove.calls import Call, Calls
from tests.prove.cut import Platter, laid_out
from tests.prove.trial import Trial
from tests.prove.workload import look, small, work

STATES = 10_000
CHANGES = 120
ROUNDS = 8
"""Workloads, each recorded and cut everywhere."""


def prove(trial: Trial) -> None:
    """Record what the store does and cut the power after each call, in many ways."""
    states, rounds = trial.times(STATES), max(1, trial.times(ROUNDS))
    with trial.bar(states) as bar, small():
        for n in range(rounds):
            calls = recorded(trial, n)
            each = max(1, -(-states // rounds) // max(1, len(calls)))
            for place, state, told, kept in cuts(trial, calls, trial.scratch / f"{n}", each):
                trial.count("states")
                bar.update()
                _check(trial, place, state, told, kept)
            shutil.rmtree(trial.scratch / f"{n}")


def recorded(trial: Trial, n: int) -> list[Call]:
    """The calls of one store from its founding to its end, once reopened in between."""
    directory = trial.scratch / f"{n}"
    directory.mkdir()
    with Calls(directory) as calls:

        def say(what: str, plan: str, number: int) -> None:
            calls.remark(json.dumps([what, plan, number]))

        async def live() -> None:
            store = TinyStore(directory, parts=2)
            await work(store, CHANGES, trial.chance, say)
            await store.close()

        asyncio.run(live())
    assert not calls.unseen, calls.unseen
    return calls.made


def cuts(
    trial: Trial, calls: list[Call], root: Path, each: int
) -> Iterator[tuple[int, dict[str, bytes | None], dict[str, int], dict[str, int]]]:
    """After which call, what is on the disk, what was told and what was acknowledged."""
    platter = Platter(root)
    said: dict[str, dict[str, int]] = {"told": {}, "kept": {}}
    for place, call in enumerate(calls):
        if call.name == "remark":
            what, plan, number = json.loads(call.other)
            said[what][plan] = max(said[what].get(plan, 0), number)
            continue
        platter.make(call)
        for _ in range(each):
            yield place, platter.after(trial.chance), dict(said["told"]), dict(said["kept"])


def _check(
    trial: Trial,
    place: int,
    state: dict[str, bytes | None],
    told: dict[str, int],
    kept: dict[str, int],
) -> None:
    directory = trial.scratch / "state"
    shutil.rmtree(directory, ignore_errors=True)
    laid_out(state, directory)
    case = {"after call": place, "told": told, "kept": kept}
    try:
        wrong = asyncio.run(look(directory, told, kept))
    except (StoreError, OSError) as error:
        wrong = f"it cannot be read: {error!r}"
    if wrong:
        shutil.rmtree(directory, ignore_errors=True)
        laid_out(state, directory)
        trial.fail(wrong, case, directory)
