"""Files that are spoilt: all of it is found, nearly everything is back, nothing is made up."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB

from plan.records import Fact
from storage.checking import checked
from storage.errors import StoreError
from storage.journal import SCHEMA
from storage.tiny import TinyStore
from tests.prove.trial import Trial
from tests.prove.workload import small

CASES = 1_000
BACK = 0.999
PLANS = tuple(f"plan {n}" for n in range(8))
FACTS = 150
PAGE = 4096
Kept = dict[str, dict[str, str]]


def text(plan: str, n: int) -> str:
    return f"{plan} {n} é " * (1 + n * 7 % 23)


def flipped(path: Path, others: list[Path], chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def cut_off(path: Path, others: list[Path], chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def zeroed(path: Path, others: list[Path], chance: random.Random) -> None:
    """A page of the disk."""
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content)) // PAGE * PAGE
    content[at : at + PAGE] = bytes(len(content[at : at + PAGE]))
    path.write_bytes(content)


def deleted(path: Path, others: list[Path], chance: random.Random) -> None:
    path.unlink()


def swapped(path: Path, others: list[Path], chance: random.Random) -> None:
    other = chance.choice(others)
    mine, its = path.read_bytes(), other.read_bytes()
    path.write_bytes(its)
    other.write_bytes(mine)


KINDS: tuple[Callable[[Path, list[Path], random.Random], None], ...] = (
    flipped, flipped, flipped, flipped, zeroed, zeroed, cut_off, deleted, swapped,
)  # fmt: skip
"""A bit turns over more often than a file goes."""


def prove(trial: Trial) -> None:
    """Spoil one thing of a store, look it through, open it, and compare."""
    closed, killed = trial.scratch / "closed", trial.scratch / "killed"
    with small(longest=60_000, journal=40_000):
        asyncio.run(_made(closed, killed))
        for directory in (closed, killed):
            assert not list(checked(directory)), list(checked(directory))
        calibrated(trial)
        with trial.bar(trial.times(CASES)) as bar:
            for _ in range(trial.times(CASES)):
                case = _spoilt(trial, trial.chance.choice((closed, killed)))
                asyncio.run(_compared(trial, case))
                bar.update()
    lost = trial.counts.get("records lost, flipped", 0)
    back = 1 - lost / (len(PLANS) * FACTS * max(1, trial.counts.get("flipped", 0)))
    if back < BACK:
        trial.fail(f"only {back:.3%} of the records are back after a bit turned over", {})


async def _made(closed: Path, killed: Path) -> None:
    store = TinyStore(closed, parts=5)
    for n in range(FACTS):
        await asyncio.gather(
            *(store.plan(plan).put(Fact(key=f"f{n}", text=text(plan, n))) for plan in PLANS)
        )
        if n == FACTS * 9 // 10:
            await asyncio.sleep(0.01)
    shutil.copytree(closed, killed)
    await store.close()


def _spoilt(trial: Trial, template: Path) -> dict[str, object]:
    directory = trial.scratch / "spoilt"
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(template, directory)
    files = [path for path in sorted(directory.rglob("*")) if path.is_file()]
    files = [path for path in files if path.name != "lock" and path.stat().st_size]
    path, kind = trial.chance.choice(files), trial.chance.choice(KINDS)
    before = path.read_bytes()
    kind(path, [other for other in files if other != path], trial.chance)
    changed = not path.exists() or path.read_bytes() != before
    trial.count(kind.__name__, changed)
    return {"template": template.name, "kind": kind.__name__, "changed": changed,
            "file": str(path.relative_to(directory))}  # fmt: skip


async def _compared(trial: Trial, case: dict[str, object]) -> None:
    directory, before = trial.scratch / "spoilt", trial.scratch / "as it was"
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(directory, before)
    told = list(checked(directory))
    try:
        store = TinyStore(directory)
    except StoreError as error:
        told.append(str(error))
        # As the sentence asks; nothing else may have been touched.
        (directory / "schema").write_text(f"{SCHEMA}\n")
        store = TinyStore(directory)
    try:
        back, loud = await _back(store)
        at_load = [*store.damage(), *loud]
    finally:
        await store.close()
    right = sum(text(plan, n) == back[plan].get(f"f{n}") for plan in PLANS for n in range(FACTS))
    trial.count("records kept", len(PLANS) * FACTS)
    trial.count("records back", right)
    lost = len(PLANS) * FACTS - right
    trial.count(f"records lost, {case['kind']}", lost)
    trial.count("told when opened", bool(at_load))
    wrong = [
        key for plan, facts in back.items() for key, had in facts.items()
        if had != text(plan, int(key[1:]))
    ]  # fmt: skip
    case |= {"told": told[:5], "at load": at_load[:5], "back": right}
    if wrong:
        trial.fail(f"silently wrong: {wrong[:5]}", case, before)
    if right < len(PLANS) * FACTS and not at_load:
        trial.fail("records are gone and nobody is told", case, before)
    # What a stop leaves of the log and behind the mark is not known to anybody, and not needed.
    if case["changed"] and not told and not at_load and case["template"] == "closed":
        trial.fail("not found", case, before)


async def _back(store: TinyStore) -> tuple[Kept, list[str]]:
    found: Kept = {}
    loud = []
    for plan in PLANS:
        try:
            facts = await store.plan(plan).find(Fact)
        except StoreError as error:
            facts = []
            loud.append(str(error))
        found[plan] = {fact.key: fact.text for fact in facts}
    return found, loud


def calibrated(trial: Trial) -> None:
    """Bits that turn over in a file of TinyDB's own: most of them nobody is told of."""
    path = trial.scratch / "stock.json"
    with TinyDB(path) as database:
        database.table("Fact").insert_multiple(
            {"key": f"f{n}", "text": text("stock", n)} for n in range(20)
        )
    whole, silent = path.read_bytes(), 0
    for _ in range(100):
        path.write_bytes(whole)
        flipped(path, [], trial.chance)
        try:
            with TinyDB(path) as database:
                found = {each["key"]: each["text"] for each in database.table("Fact").all()}
            silent += found != {f"f{n}": text("stock", n) for n in range(20)}
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    if not silent:
        trial.fail("no bit that turned over went unseen in a file without checksums", {})
    trial.count("of 100 flipped bits silently wrong with TinyDB's own storage", silent)
