"""Two processes on one PostgreSQL, of which one is killed on the spot."""

from __future__ import annotations

import signal
from collections import Counter

from aiohttp import ClientSession

from bot.plans import Plans
from plan.records import Answer, Message
from storage import open_store
from tests.bot.connector import Connector
from tests.bot.test_killed import SAMPLE, Window, chat_of, command, serving
from tests.storage.conftest import database, server

__all__ = ["database", "server"]


async def test_when_one_of_two_is_killed_the_other_goes_on_where_it_was(
    database: str, connector: Connector
) -> None:
    loading = await command("load", str(SAMPLE), "--from", "evaluation", "--store", database)
    assert await loading.wait() == 0
    sanne, riec, pol = (chat_of(p, connector) for p in ("p-sanne", "p-riec", "p-pol"))
    async with (
        ClientSession() as session,
        serving(database) as (home, process),
        serving(database) as (other_home, _),
    ):
        one, other = (Window(session, place, connector) for place in (home, other_home))
        for window, chat in ((other, riec), (one, pol), (one, sanne)):
            await window.deliver(chat, chat.activity("message", text="hallo"))
        await other.press(sanne, 0, "Vragenlijst versturen")
        asked = {"partners": "RIEC,POL", "deadline": "2026-10-05"}
        assert "Opgeslagen" in str(await one.press(sanne, 0, "'id': 'deadline'", **asked))
        confirmed = await one.press(riec, 1, "'id': 'R1'", R1="4", F2="3")
        assert "Opgeslagen" in str(confirmed)
        process.send_signal(signal.SIGKILL)
        await process.wait()
        assert "Opgeslagen" in str(await other.press(pol, 1, "'id': 'R1'", R1="2", F2="2"))
    store = open_store(database)
    dossier = await Plans(store).dossier("up-2027-demo")
    await store.close()
    found = Counter((a.org, a.question, a.value) for a in dossier.all(Answer))
    for answer in (("RIEC", "R1", 4), ("RIEC", "F2", 3), ("POL", "R1", 2), ("POL", "F2", 2)):
        assert found[answer] == 1
    sent = Counter(m.to for m in dossier.all(Message) if m.sent_at and m.kind == "invitation")
    invited = Counter(
        one.conversation for one in connector.sent if "'id': 'R1'" in str(one.activity)
    )
    assert set(sent.values()) == {1}
    assert set(invited.values()) == {1}
