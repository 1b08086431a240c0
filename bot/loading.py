"""Putting a plan file into the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from bot.clock import SystemClock
from bot.planfile import read_file
from bot.plans import Plans
from plan.logbook import Act
from plan.reading import STRANGE_KEY, PlanFileError, is_plan_key, starting_at
from plan.records import Plan, Record
from plan.text import Text
from storage import Store

ALREADY = Text(
    nl="er is al een plan met sleutel '{key}'; kies met --plan een andere",
    en="there is already a plan with key '{key}'; choose another with --plan",
)


async def load(
    store: Store,
    file: Path,
    *,
    now: datetime,
    key: str | None = None,
    step: str | None = None,
    unknown: Callable[[str], None] = lambda _: None,
) -> str:
    """Keep the plan in `file`: `ready` and `keep` in one."""
    return await keep(store, ready(file, now=now, key=key, step=step, unknown=unknown))


def ready(
    file: Path,
    *,
    now: datetime,
    key: str | None = None,
    step: str | None = None,
    unknown: Callable[[str], None],
) -> tuple[Record, ...]:
    """The records to keep of the plan in `file`; no store is needed to find out that it is wrong.

    It gets `key`, its own by default. With `step`, as a starting state from that step on
    (decision 2). Each key of the file that is not known is passed to `unknown`.
    Raises PlanFileError.
    """
    if key is not None and not is_plan_key(key):
        raise PlanFileError(STRANGE_KEY.fill(key=key), "--plan")
    reading = read_file(file, loaded_at=None if step else now)
    records: tuple[Record, ...] = reading.records
    for path in reading.unknown:
        unknown(path)
    if step:
        plan = next(record for record in records if isinstance(record, Plan))
        records = starting_at(records, step, plan.track)
    return tuple(
        replace(record, key=key) if key and isinstance(record, Plan) else record
        for record in records
    )


async def keep(store: Store, records: tuple[Record, ...]) -> str:
    """Keep a plan and return its key.

    Raises PlanFileError when there is a plan with that key; then nothing was kept.
    """
    plan = next(record for record in records if isinstance(record, Plan))
    if plan.key in await store.plans():
        raise PlanFileError(ALREADY.fill(key=plan.key), "--plan")
    act = Act(at=SystemClock().now(), action="load", origin="command")
    return await Plans(store).seats.begin(records, act)
