"""Back-ups made at any moment under load: each one, restored, is a state that was confirmed."""

from __future__ import annotations

import asyncio
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.restoring import checked, parts
from storage import Store, StoreError, open_store
from storage.backup import BackupError, Writing, read_manifest
from storage.filling import fill
from tests.prove.load import Load
from tests.prove.stops import database
from tests.prove.trial import Trial
from tests.prove.victim import CONTEXT
from tests.prove.workload import small

RESTORES = 100
IN_POSTGRES = 10
"""So many of them; the others are of an embedded store."""
LONGEST = 0.05
"""Seconds between two back-ups, at most."""


def prove(trial: Trial) -> None:
    """In threads beside the one that writes, and in processes of their own."""
    in_postgres = trial.times(IN_POSTGRES)
    with small():
        url = str(trial.scratch / "store")
        asyncio.run(_proved(trial, url, max(1, trial.times(RESTORES) - in_postgres)))
    with database() as server:
        asyncio.run(_proved(trial, server.url("prove"), in_postgres))


async def _proved(trial: Trial, url: str, times: int) -> None:
    stores = (open_store(url),) if "://" not in url else (open_store(url), open_store(url))
    load = Load(stores, trial.chance)
    try:
        with trial.bar(times) as bar:
            async with load.under_way():
                for _ in range(times):
                    if not await load.goes_on():
                        trial.fail("it does not go on", {"acknowledged": load.acknowledged})
                    await asyncio.sleep(trial.chance.random() * LONGEST)
                    await _one(trial, url, load)
                    bar.update()
        if wrong := await load.compared(stores[0], exactly=True):
            trial.fail(wrong, {"store": url.partition(":")[0]})
    finally:
        for store in stores:
            await store.close()
    trial.count("changes acknowledged meanwhile", load.acknowledged)


async def _one(trial: Trial, url: str, load: Load) -> None:
    """Anything between what was acknowledged before it began and what was told when it ended."""
    made, back = trial.scratch / "made", trial.scratch / "back"
    for place in (made, back):
        shutil.rmtree(place, ignore_errors=True)
    apart = trial.chance.random() < 0.5
    case: dict[str, object] = {"store": url.partition(":")[0], "apart": apart}
    before = load.reached()
    began = time.monotonic()
    try:
        await asyncio.to_thread(apart_backed_up if apart else backed_up, url, made)
        after = load.reached()
        store = open_store(str(back))
        try:
            await restored(made, store)
            wrong = await load.seen(store, before.kept, after.told)
        finally:
            await store.close()
    except (StoreError, OSError) as error:
        wrong = repr(error)
    if wrong:
        trial.fail(wrong, case | {"before": before, "took": time.monotonic() - began}, made)
    trial.count(
        f"back-ups restored, of {'an embedded store' if '://' not in url else 'PostgreSQL'}"
    )


def apart_backed_up(url: str, directory: Path) -> None:
    process = CONTEXT.Process(target=backed_up, args=(url, directory), daemon=True)
    process.start()
    process.join()
    if process.exitcode:
        raise BackupError("Het proces dat de back-up maakt, houdt ermee op.")


def backed_up(url: str, directory: Path) -> None:
    """As `backup` does it, beside whoever writes."""
    asyncio.run(_backed_up(url, directory))


async def _backed_up(url: str, directory: Path) -> None:
    store = open_store(url, reading=True)
    writing = Writing(directory)
    async for key, contents in store.everything():
        writing.add(key, contents)
    writing.finish(store=url, made_at=datetime.now(UTC))
    if damage := store.damage():
        raise BackupError("; ".join(damage))
    await store.close()


async def restored(directory: Path, store: Store) -> None:
    """As `restore` does it."""

    def step(_: int, __: str) -> None:
        """Nobody looks."""

    manifest = read_manifest(directory)
    found = checked(directory, manifest, step)
    keys = tuple(kept.key for kept in manifest.files if kept.key is not None)
    await fill(
        store,
        parts(directory, found),
        keys=keys,
        by="restore",
        source="",
        at=datetime.now(UTC),
        step=step,
    )
