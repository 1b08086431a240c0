"""Power loss: every state that a cut may leave has what was acknowledged, whole and in order."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tinydb.storages import JSONStorage

from storage.errors import StoreError
from storage.tiny import TinyStore
from tests.prove.calls import Call, Calls
from tests.prove.cut import Platter, laid_out
from tests.prove.trial import Trial
from tests.prove.workload import expected, look, small, work

STATES = 10_000
CHANGES = 120
ROUNDS = 8
"""Workloads, each recorded and cut everywhere."""
AGAIN = 0.1
"""Of the states, so many lose power a second time, while the store is opened."""

GOING_ON = 0.3
"""In so many of them changes are made again, and looked at by yet another process."""

State = dict[str, bytes | None]
Reached = dict[str, int]
"""Per plan the number of a change."""


def prove(trial: Trial) -> None:
    """Record what the store does and cut the power after each call, in many ways."""
    calibrated(trial)
    states, rounds = trial.times(STATES), max(1, trial.times(ROUNDS))
    with trial.bar(states) as bar, small():
        for n in range(rounds):
            calls = recorded(trial, n)
            changing = sum(call.name != "remark" for call in calls)
            each = states / rounds / changing
            for place, state, told, kept in cuts(trial, calls, trial.scratch / f"{n}", each):
                trial.count("states")
                bar.update()
                _check(trial, place, state, told, kept)
            shutil.rmtree(trial.scratch / f"{n}")


class _Told:
    """The file that TinyDB's own storage has open, with what is done to it told to a list."""

    def __init__(self, handle: Any, calls: list[Call], path: str) -> None:
        self._handle, self._calls, self._path = handle, calls, path

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handle, name)

    def write(self, text: str) -> None:
        self._calls.append(Call("write", self._path, at=0, content=text.encode()))
        self._handle.write(text)

    def fileno(self) -> int:
        # It is asked for the number only to sync.
        self._calls.append(Call("sync", self._path))
        return int(self._handle.fileno())

    def truncate(self) -> None:
        self._calls.append(Call("cut", self._path, at=self._handle.tell()))
        self._handle.truncate()


def calibrated(trial: Trial) -> None:
    """The same cuts spoil what TinyDB writes in place, or this would prove nothing."""
    path = trial.scratch / "stock" / "stock.json"
    path.parent.mkdir()
    storage = JSONStorage(str(path))
    calls = [Call("create", str(path)), Call("sync", str(path.parent))]
    storage._handle = _Told(storage._handle, calls, str(path))  # noqa: SLF001
    for number in range(1, 60):
        storage.write({"Fact": {key: {"text": t} for key, t in expected("a", number).items()}})
    storage.close()
    platter, unreadable, wrong = Platter(path.parent), 0, 0
    for call in calls:
        platter.make(call)
        content = platter.after(trial.chance).get(path.name)
        try:
            facts = json.loads(content)["Fact"] if content else {}
        except ValueError:
            unreadable += 1
            continue
        found = {key: body["text"] for key, body in facts.items()}
        wrong += found != expected("a", int(found.get("change", "0")))
    trial.count(f"of {len(calls)} states unreadable with TinyDB's own storage", unreadable)
    if not unreadable:
        trial.fail("no cut spoilt what was written in place", {"wrong": wrong})


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
    trial: Trial, calls: list[Call], root: Path, each: float
) -> Iterator[tuple[int, State, Reached, Reached]]:
    """After which call, what is on the disk, what was told and what was acknowledged."""
    platter = Platter(root)
    said: dict[str, dict[str, int]] = {"told": {}, "kept": {}}
    for place, call in enumerate(calls):
        if call.name == "remark":
            what, plan, number = json.loads(call.other)
            said[what][plan] = max(said[what].get(plan, 0), number)
            continue
        platter.make(call)
        for _ in range(int(each + trial.chance.random())):
            yield place, platter.after(trial.chance), dict(said["told"]), dict(said["kept"])


def _check(trial: Trial, place: int, state: State, told: Reached, kept: Reached) -> None:
    case = {"after call": place, "told": told, "kept": kept}
    wrong = _wrong(trial, state, told, kept)
    if not wrong and trial.chance.random() < AGAIN:
        state = _cut_again(trial, state)
        case["and again"] = "while it was being opened"
        wrong = _wrong(trial, state, told, kept)
        trial.count("states of which cut again while opening")
    if wrong:
        trial.fail(wrong, case, _laid(trial, state))


def _laid(trial: Trial, state: State) -> Path:
    directory = trial.scratch / "state"
    shutil.rmtree(directory, ignore_errors=True)
    laid_out(state, directory)
    return directory


def _wrong(trial: Trial, state: State, told: Reached, kept: Reached) -> str:
    try:
        on = trial.chance.random() < GOING_ON
        return asyncio.run(look(_laid(trial, state), dict(told), dict(kept), on=on))
    except (StoreError, OSError) as error:
        return f"it cannot be read: {error!r}"


def _cut_again(trial: Trial, state: State) -> State:
    """What a second cut leaves, while the next process comes up."""
    directory = _laid(trial, state)
    platter = Platter.of(directory)
    with Calls(directory) as calls:

        async def up() -> None:
            await TinyStore(directory).close()

        asyncio.run(up())
    assert not calls.unseen, calls.unseen
    for call in calls.made[: trial.chance.randint(0, len(calls.made))]:
        platter.make(call)
    return platter.after(trial.chance)
