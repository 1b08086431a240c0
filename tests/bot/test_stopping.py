"""Told to stop, the process finishes what it is in; told twice, it ends where it is."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession

from bot.app import CHANNEL
from bot.heard import Answered, Heard
from bot.plans import Plans
from bot.stopping import LATE, Stopping
from plan.records import Answer, Message
from storage import open_store
from tests.bot.acting import Actor
from tests.bot.chat import Chat
from tests.bot.conftest import Listener
from tests.bot.connector import Connector
from tests.bot.test_killed import ROOT, SAMPLE, chat_of, command, serving
from tests.bot.town import a_town


async def loaded(place: Path) -> Path:
    loading = await command("load", str(SAMPLE), "--from", "evaluation", "--store", str(place))
    assert await loading.wait() == 0
    return place


async def until(connector: Connector, sent: int) -> None:
    for _ in range(400):
        if len(connector.sent) >= sent:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("nothing was sent")


async def post(session: ClientSession, home: str, chat: Chat, text: str) -> int:
    body = chat.activity("message", text=text)
    async with session.post(f"{home}/api/messages", json=body) as answer:
        return answer.status


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_what_was_under_way_is_answered_and_nobody_else_comes_in(
    tmp_path: Path, connector: Connector, number: signal.Signals
) -> None:
    store = await loaded(tmp_path / "store")
    async with ClientSession() as session, serving(store) as (home, process):
        connector.slow = 1.0
        talking = asyncio.create_task(post(session, home, chat_of("p-sanne", connector), "hallo"))
        await asyncio.sleep(0.5)
        process.send_signal(number)
        await asyncio.sleep(0.3)
        with pytest.raises(ClientConnectionError):
            await post(session, home, chat_of("p-pol", connector), "hallo")
        assert await talking == 200
        assert await process.wait() == 0
    assert connector.sent
    assert {one.conversation for one in connector.sent} == {"a:p-sanne"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_second_signal_ends_it_on_the_spot_and_the_store_opens_again(
    tmp_path: Path, connector: Connector, number: signal.Signals
) -> None:
    store = await loaded(tmp_path / "store")
    async with ClientSession() as session:
        async with serving(store) as (home, process):
            connector.slow = 6.0
            talking = asyncio.create_task(
                post(session, home, chat_of("p-sanne", connector), "hallo")
            )
            await asyncio.sleep(0.5)
            process.send_signal(signal.SIGTERM)
            await asyncio.sleep(0.2)
            process.send_signal(number)
            assert await process.wait() == 128 + number
            assert not connector.sent
            with pytest.raises(ClientConnectionError):
                await talking
        connector.slow = 0.0
        async with serving(store) as (home, process):
            assert await post(session, home, chat_of("p-sanne", connector), "status") == 200
            await until(connector, 1)


async def test_what_is_on_its_way_is_marked_and_goes_out_once_over_a_stop_and_a_start(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector, posting=True) as town:
        sanne = Actor(town, "p-sanne")
        await sanne.say("hallo")
        await sanne.press("Vragenlijst versturen")
        connector.slow = 1.0
        began = len(connector.sent)
        await sanne.press("Versturen", deadline="2026-10-05")
        for _ in range(200):
            if connector.created:
                break
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)  # Half-way the first of them.
    invited = [m for m in await _messages(tmp_path / "store") if m.kind == "invitation"]
    sent = [m for m in invited if m.sent_at]
    assert 0 < len(sent) <= len(invited)
    connector.slow = 0.0
    async with a_town(tmp_path / "store", connector) as town:
        await town.post()
        assert all(m.sent_at for m in await _messages(tmp_path / "store"))
    # Each once: the one that was on its way was not cut off, and not sent again.
    summaries = [one.activity.get("summary") for one in connector.sent[began:]]
    assert summaries.count("Vragen over het uitvoeringsplan") == len(invited)


async def _messages(place: Path) -> tuple[Message, ...]:
    reader = open_store(str(place), reading=True)
    try:
        plans = Plans(reader)
        (key,) = await plans.keys()
        dossier = await plans.dossier(key)
        assert not dossier.all(Answer)
        return dossier.all(Message)
    finally:
        await reader.close()


async def test_whoever_waits_for_a_turn_that_cannot_finish_is_told(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    async def slowly(_: Heard) -> Answered:
        await asyncio.sleep(60)
        return Answered()

    listener.says = slowly
    posting = asyncio.create_task(chat.deliver(chat.activity("message", text="hallo")))
    for _ in range(400):
        if listener.heard:
            break
        await asyncio.sleep(0.01)
    await chat.client.app[CHANNEL].close(0.05)
    assert (await posting).status == 200
    (said,) = connector.words()
    assert "is misschien niet verwerkt" in said


HANGING = """
import asyncio, sys
from bot import stopping
stopping.LONGEST = float(sys.argv[1])
async def main():
    stopping.when_signalled(asyncio.Event())
    print("hangs", flush=True)
    while True:
        pass
asyncio.run(main())
"""
"""A process of which the loop never gets on."""


@pytest.mark.parametrize(
    ("longest", "signals", "code"),
    [(0.3, [signal.SIGTERM], LATE), (600.0, [signal.SIGTERM, signal.SIGINT], 130)],
)
async def test_a_loop_that_hangs_is_ended_in_time_and_by_a_second_signal_at_once(
    longest: float, signals: list[signal.Signals], code: int
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HANGING, str(longest), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        assert await process.stdout.readline() == b"hangs\n"
        for number in signals:
            process.send_signal(number)
            await asyncio.sleep(0.1)
        async with asyncio.timeout(30):  # It would hang for ever.
            assert await process.wait() == code
    finally:
        if process.returncode is None:
            process.kill()


def test_the_time_there_is_counts_from_the_first_signal_on() -> None:
    told = list[str]()
    stopping = Stopping(lambda: told.append("stopping"))
    assert stopping.left(10.0) == 10.0
    stopping.begin()
    stopping.begin()
    assert told == ["stopping"]
    assert stopping.left(10.0) < 10.0
    assert stopping.left(0.0) == 0.0
