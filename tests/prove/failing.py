"""A disk that fails: whichever call it is, nothing refused is kept and nothing kept is lost."""

from __future__ import annotations

import asyncio
import errno
import shutil
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plan.records import Fact
from storage import NotKeptError, StoreError, open_store
from storage.codec import encode
from storage.tiny import TinyStore
from tests.prove import old
from tests.prove.calls import Calls, Fault
from tests.prove.trial import Trial
from tests.prove.workload import expected, facts, look, small

KINDS = {
    "EIO": (errno.EIO, False),
    "ENOSPC": (errno.ENOSPC, False),
    "EFBIG": (errno.EFBIG, False),
    "EINTR": (errno.EINTR, False),
    "short": (errno.ENOSPC, True),
}
PLANS = ("a", "b")


@dataclass
class Run:
    """A store on a disk that may fail, with what it was told and what it acknowledged."""

    store: TinyStore
    last: int = 0
    kept: dict[str, int] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    """Where everything was dropped, and that was refused."""
    either: dict[str, int] = field(default_factory=dict)
    """What became of a refused rewrite is this, or what was acknowledged before."""

    async def change(self, *plans: str) -> None:
        """All at once; one that is refused must never be seen."""
        await asyncio.gather(*(self._change(plan) for plan in plans))

    async def _change(self, plan: str) -> None:
        self.last += 1
        number = self.last
        self.told.add(plan)
        keep, drop = facts(plan, number)
        try:
            await self.store.plan(plan).put(*keep, drop=drop)
        except NotKeptError:
            return
        self.kept[plan] = number
        self.either.pop(plan, None)

    async def rest(self) -> None:
        """Until nothing is under way."""
        for plan in self.told:
            await self.store.plan(plan).settled()
        await asyncio.sleep(0.002)

    def reached(self, *, lost: bool) -> tuple[dict[str, int], dict[str, int]]:
        """The highest and the lowest change that each plan may be at."""
        unsure = self.doubtful if lost else set()
        kept = {plan: 0 if plan in unsure else self.kept.get(plan, 0) for plan in self.told}
        return (dict.fromkeys(kept, self.last) if lost else kept | self.either), kept

    def now(self, plan: str, found: dict[str, str]) -> dict[str, str]:
        """What must be in a plan, of which this is found."""
        if found.get("change") == str(self.either.get(plan)):
            self.kept[plan] = self.either.pop(plan)
        return expected(plan, self.kept.get(plan, 0))


async def put(run: Run) -> None:
    await run.change("a")


async def dropping(run: Run) -> None:
    """Nothing is left of a plan, and then it has something again."""
    try:
        await run.store.plan("a").drop(Fact)
        run.kept["a"] = 0
    except NotKeptError:
        run.doubtful.add("a")


async def several(run: Run) -> None:
    await run.change("a", "b", "a", "new", "a")


async def founding(run: Run) -> None:
    await run.change("new")
    await run.change("new")


async def rotation(run: Run) -> None:
    """The log is full several times."""
    for _ in range(10):
        await run.change("a", "b")


async def snapshot(run: Run) -> None:
    for _ in range(10):
        await run.change("a")
        await run.store.plan("a").settled()


async def leaving(run: Run) -> None:
    """Each plan leaves memory and comes back."""
    for plan in ("a", "b", "new", "a", "b", "a"):
        await run.change(plan)
        await asyncio.sleep(0)


async def rewriting(run: Run) -> None:
    """A plan is something else altogether, one that was and one that was not there."""
    for plan in ("a", "new"):
        run.last += 1
        run.told.add(plan)
        run.either[plan] = run.last
        texts = expected(plan, run.last)
        facts = {key: encode(Fact(key=key, text=text)) for key, text in texts.items()}
        try:
            await run.store.rewrite(plan, {"Fact": facts})
        except NotKeptError:
            continue
        run.kept[plan] = run.either.pop(plan)


async def closing(run: Run) -> None:
    await run.change("a", "b")
    await run.store.close()


SCRIPTS = (put, dropping, several, founding, rotation, snapshot, leaving, rewriting, closing)


def prove(trial: Trial) -> None:
    """Every script, with its first call failing, then its second, and so on."""
    template, killed, older = (trial.scratch / name for name in ("closed", "killed", "older"))
    with small(longest=4_000, journal=3_000):
        start = asyncio.run(_made(template, killed))
        old.make(older, PLANS, documents=5)
        for script in SCRIPTS:
            _each(trial, script.__name__, template, _scripted(script, start))
        _each(trial, "opening", killed, _opened(lambda one: look(one, start, start)))
        _each(trial, "upgrade", older, _opened(lambda one: old.compared(one, PLANS, 5)))


Attempt = Callable[[Path, Fault, Path], Coroutine[None, None, str]]


def _each(trial: Trial, name: str, template: Path, attempt: Attempt) -> None:
    with trial.bar(len(KINDS) * 2) as bar:
        for kind, lasting in ((kind, lasting) for kind in KINDS for lasting in (False, True)):
            if trial.chance.random() > 8 * trial.scale:
                continue
            for nth in _numbers(trial):
                number, short = KINDS[kind]
                fault = Fault(nth, number, lasting=lasting, short=short)
                directory, crashed = trial.scratch / "run", trial.scratch / "crashed"
                for place in (directory, crashed):
                    shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(template, directory)
                wrong = asyncio.run(attempt(directory, fault, crashed))
                trial.count("runs")
                if wrong:
                    case = {"script": name, "kind": kind, "nth": nth, "lasting": lasting,
                            "hit": fault.hit}  # fmt: skip
                    trial.fail(wrong, case, directory)
                if not fault.hit:
                    break
                trial.count("calls that failed")
            bar.update()


def _numbers(trial: Trial) -> Iterator[int]:
    """1, 2, … or at a small scale some of them."""
    nth = 1
    while True:
        yield nth
        nth += 1
        while trial.chance.random() > trial.scale:
            nth += 1


async def _made(template: Path, killed: Path) -> dict[str, int]:
    run = Run(TinyStore(template))
    for _ in range(3):
        await run.change(*PLANS)
    shutil.copytree(template, killed)
    await run.store.close()
    return run.kept


def _scripted(script: Callable[[Run], Awaitable[None]], start: dict[str, int]) -> Attempt:
    async def attempt(directory: Path, fault: Fault, crashed: Path) -> str:
        parts = 1 if script is leaving else 8
        with Calls(directory) as calls:
            run = Run(TinyStore(directory, parts=parts), 10, dict(start), set(PLANS))
            ends = asyncio.create_task(run.store.lost())
            for plan in PLANS:
                await run.store.plan(plan).find(Fact)
            calls.fault = fault
            await script(run)
            await run.rest()
            shutil.copytree(directory, crashed)
            told, kept = run.reached(lost=ends.done())
            calls.fault = None
            wrong = "" if ends.done() or script is closing else await _recovered(run, directory)
            await run.store.close()
            ends.cancel()
        wrong = wrong or (calls.unseen and f"unseen: {calls.unseen}") or ""
        if wrong:
            return wrong
        if wrong := await look(crashed, told, kept):
            return f"after a crash: {wrong}"
        return await look(directory, *run.reached(lost=ends.done() and not ends.cancelled()))

    return attempt


async def _recovered(run: Run, directory: Path) -> str:
    """What is wrong with a store whose disk does what it should again."""
    reader = open_store(str(directory), reading=True)
    for plan in run.told:
        for where in (run.store, reader):
            found = {fact.key: fact.text for fact in await where.plan(plan).find(Fact)}
            if found != run.now(plan, found):
                return f"{type(where).__name__} has another {plan} than was acknowledged"
    if trouble := await run.store.health():
        return f"the disk is well again, and yet: {trouble}"
    before = dict(run.kept)
    await run.change(*run.told)
    if any(run.kept.get(plan) == before.get(plan) for plan in run.told):
        return "it does not go on when the disk does"
    return ""


def _opened(right: Callable[[Path], Awaitable[str]]) -> Attempt:
    """A store is opened on a disk that fails; `right` says what is wrong with it afterwards."""

    async def attempt(directory: Path, fault: Fault, crashed: Path) -> str:
        with Calls(directory) as calls:
            calls.fault = fault
            try:
                store = TinyStore(directory)
                await store.close()
            except (StoreError, OSError):
                pass
            shutil.copytree(directory, crashed)
        if calls.unseen:
            return f"unseen: {calls.unseen}"
        return await right(crashed) or await right(directory)

    return attempt
