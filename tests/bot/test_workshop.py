"""Documents are made in another process: the same ones, and nobody waits for them."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.papers import in_a_thread
from bot.workshop import Workshop, WorkshopError
from plan.dossier import Dossier
from plan.records import ActionItem, Ivp, Measure, Municipality, Person, Plan, Theme

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
MEASURES = 200


def a_plan() -> Dossier:
    plan = Plan(
        key="p",
        title="Plan 2027",
        year=2027,
        track="first_year",
        municipality=Municipality(id="0001", name="Veldermeer"),
        reference_date=date(2027, 3, 1),
        ivp=Ivp(title="IVP", start=2027, end=2030),
        coordinator="p-sanne",
    )
    measures = (
        Measure(key=f"M{n}", item="I1", title=f"Maatregel {n} in de wijk", order=n)
        for n in range(MEASURES)
    )
    others = (
        Person(key="p-sanne", name="Sanne de Boer"),
        Theme(key="T1", title="Veilige woonomgeving"),
        ActionItem(key="I1", theme="T1", title="Minder inbraken"),
    )
    return Dossier((plan, *others, *measures))


@pytest_asyncio.fixture
async def workshop() -> AsyncIterator[Workshop]:
    made = Workshop()
    yield made
    await made.close()


async def delay(beside: Awaitable[object]) -> float:
    """How late the loop was in the slowest of a hundred times, in milliseconds."""
    work, late = asyncio.ensure_future(beside), list[float]()
    while not work.done():
        before = time.perf_counter()
        await asyncio.sleep(0.002)
        late.append(time.perf_counter() - before - 0.002)
    await work
    return sorted(late)[int(len(late) * 0.99)] * 1000


async def test_it_makes_what_a_thread_makes(workshop: Workshop) -> None:
    asked = (a_plan(), "plan", "docx", "nl", NOON)
    assert await workshop.make(*asked) == await in_a_thread(*asked)  # type: ignore[arg-type]


async def test_the_loop_is_as_quick_as_when_nothing_is_made(workshop: Workshop) -> None:
    plan = a_plan()
    await workshop.make(plan, "plan", "docx", "nl", NOON)

    async def ten() -> None:
        for _ in range(10):
            await workshop.make(plan, "plan", "docx", "nl", NOON)

    idle = await delay(asyncio.sleep(1))
    assert await delay(ten()) <= idle + 10


async def test_what_cannot_be_made_is_told_and_the_next_can(workshop: Workshop) -> None:
    with pytest.raises(WorkshopError, match="UnknownPartError"):
        await workshop.make(a_plan(), "geen", "docx", "nl", NOON)
    assert (await workshop.make(a_plan(), "plan", "html", "nl", NOON))[1]


async def test_one_that_was_given_up_does_not_spoil_the_next(workshop: Workshop) -> None:
    asked = (a_plan(), "plan", "html", "nl", NOON)
    first = await workshop.make(*asked)  # type: ignore[arg-type]
    given_up = asyncio.create_task(workshop.make(a_plan(), "plan", "docx", "nl", NOON))
    await asyncio.sleep(0.01)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    assert await workshop.make(*asked) == first  # type: ignore[arg-type]


async def test_a_process_that_was_killed_is_started_again(workshop: Workshop) -> None:
    others = children(os.getpid())  # Those of tests before this one may still be ending.
    await workshop.make(a_plan(), "plan", "html", "nl", NOON)
    (found,) = set(children(os.getpid())) - set(others)
    os.kill(found, signal.SIGKILL)
    assert (await workshop.make(a_plan(), "plan", "html", "nl", NOON))[1]


def test_nothing_is_left_behind_when_the_assistant_is_killed() -> None:
    words = (
        "import asyncio\n"
        "from tests.bot.test_workshop import NOON, Workshop, a_plan\n"
        "async def main():\n"
        "    workshop = Workshop()\n"
        "    await workshop.make(a_plan(), 'plan', 'html', 'nl', NOON)\n"
        "    print('made', flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", words], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"made\n"
        (found,) = children(process.pid)
        process.kill()
    for _ in range(100):
        if not alive(found):
            return
        time.sleep(0.05)
    raise AssertionError("the process is still there")


def children(of: int) -> list[int]:
    tasks = Path(f"/proc/{of}/task").glob("*/children")
    return [int(one) for task in tasks for one in task.read_text().split()]


def alive(process: int) -> bool:
    """Not counting one that ended and that nobody has asked about yet."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False
