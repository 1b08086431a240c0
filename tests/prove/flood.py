"""Ten thousand things of one person: few are heard, and other people go on as before.

Others are timed before it, meanwhile and after it, so that a machine that is busy with something
else is so in two of the three as well.
"""

from __future__ import annotations

import asyncio
import time

from bot.allowance import AT_ONCE, PER_MINUTE, TOO_FAST, Allowance
from bot.app import CHANNEL
from tests.bot.chat import Chat
from tests.bot.conftest import Listener
from tests.bot.connector import a_connector
from tests.bot.guarded import a_guarded_chat
from tests.bot.issuer import HOUR, an_issuer
from tests.prove.trial import Trial

WHOLE = 10_000
SIDE_BY_SIDE = 8
"""Things of the one that are under way at any moment."""
PEOPLE = 12
EACH = 5


def prove(trial: Trial) -> None:
    asyncio.run(_prove(trial))


async def _prove(trial: Trial) -> None:
    listener = Listener()
    async with (
        a_connector() as connector,
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer, allowance=Allowance()) as one,
    ):
        shown = issuer.header(connector.url + "/", exp=int(time.time()) + HOUR)
        before = await _p95([one.of(f"before-{n}", "Piet") for n in range(PEOPLE)], shown)
        began = time.monotonic()
        share = trial.times(WHOLE) // SIDE_BY_SIDE
        flood = [asyncio.create_task(_flood(one, share, shown)) for _ in range(SIDE_BY_SIDE)]
        busy = await _p95([one.of(f"busy-{n}", "Piet") for n in range(PEOPLE)], shown)
        await asyncio.gather(*flood)
        seconds = time.monotonic() - began
        after = await _p95([one.of(f"after-{n}", "Piet") for n in range(PEOPLE)], shown)
        await one.client.app[CHANNEL].settled()
    quiet = max(before, after)
    heard = [said.object_id for said in listener.heard]
    told = connector.words().count(TOO_FAST.nl)
    trial.count("things of one person", share * SIDE_BY_SIDE)
    trial.count("of them heard", heard.count(one.person))
    trial.count("µs at p95 for others before and after", round(quiet * 1e6))
    trial.count("µs at p95 for others meanwhile", round(busy * 1e6))
    case = {"heard": heard.count(one.person), "told": told, "quiet": quiet, "busy": busy}
    if heard.count(one.person) > AT_ONCE + 1 + seconds * PER_MINUTE / 60:
        trial.fail("too much was heard of one person", case)
    if not 1 <= told <= 1 + seconds / 15:
        trial.fail("told too often, or not at all", case)
    if len([who for who in heard if who != one.person]) != 3 * PEOPLE * EACH:
        trial.fail("somebody else was not heard", case)
    if busy > 5 * (SIDE_BY_SIDE + 1) * quiet:
        trial.fail("the others had to wait", case)


async def _flood(one: Chat, times: int, shown: dict[str, str]) -> None:
    for _ in range(times):
        await one.deliver(one.activity("message", text="x"), **shown)


async def _p95(people: list[Chat], shown: dict[str, str]) -> float:
    """Seconds that an answer takes these people, but for one in twenty."""
    took = []
    for _ in range(EACH):
        for who in people:
            began = time.monotonic()
            answer = await who.deliver(who.activity("message", text="hallo"), **shown)
            assert answer.status == 200
            took.append(time.monotonic() - began)
    return sorted(took)[len(took) * 95 // 100]
