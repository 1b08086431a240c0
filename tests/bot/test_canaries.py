"""Forty canaries, of each class of personal data and secrets, and none of them in the log.

They are typed, filled in, called by, sent along, refused and thrown about; then everything that
leaves the process beside the chats is searched: the log at its most talkative, the figures, what
goes to stderr, and the logbook.
"""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
from pathlib import Path
from urllib.parse import quote

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot import figures, logs
from bot.app import create_app
from bot.channel import Channel
from bot.credentials import Credentials
from bot.heard import Answered, Heard, Outgoing
from plan.records import Entry, Person, altered
from tests.bot.acting import Actor, core_answers, sent_round
from tests.bot.chat import Chat
from tests.bot.conftest import Listener, alone
from tests.bot.connector import Connector
from tests.bot.reading import untouched
from tests.bot.test_logs import written
from tests.bot.test_presses import data_of
from tests.bot.town import Town, a_town

__all__ = ["written"]

CANARIES: dict[str, tuple[str, ...]] = {
    "name": ("Kanarina Vogelaar", "Piet Pestvogel", "Fam. Zwaluwstaart", "Sijsje Goudhaan"),
    "e-mail": ("k.vogelaar@kanarie.example", "piet@pestvogel.example", "sijs+1@goud.example"),
    "phone": ("06-48151623", "+31 6 42108154", "0612349876", "020-7654321"),
    "bsn": ("111222333", "123456782", "1112.22.333"),
    "plate": ("KN-471-V", "99-ZWL-1", "G-001-GH"),
    "iban": ("NL91ABNA0417164300", "NL20INGB0001234567"),
    "address": ("Kwartelstraat 47", "Reigerlaan 11b"),
    "birth": ("12-03-1987", "1 april 1999"),
    "token": (
        "eyJhbGciOiJSUzI1NiJ9.a2FuYXJpZQ.c2lnbmF0dXJl",
        "tok-5f4dcc3b5aa765d61d8327de",
        "sess-aa11bb22cc33",
    ),
    "secret": ("Geh3im!Kanarie~1", "pw-kolibrie-77"),
    "answer": (
        "De parkeergarage is onveilig volgens kolibrie",
        "Wij willen meer uilentoezicht",
        "Te weinig kwikstaartbudget",
        "Nooit overleg met de ooievaar",
    ),
    "query": ("zoek=nachtegaal", "sig=roodborst4711", "code=winterkoning"),
    "object": ("0badf00d-kanarie-oid", "29:1kanarieteamsid"),
    "conversation": ("a:1kanarieconversatie", "19:kwikstaart@thread.tacv2"),
    "error": ("Kanariefout in de driver",),
}
ALL = [one for some in CANARIES.values() for one in some]


def found_in(text: str) -> list[str]:
    """Canaries in it, however they are written."""
    low = text.lower()
    ways = (str, quote, json.dumps)
    return [one for one in ALL if any(way(one).strip('"').lower() in low for way in ways)]


def test_there_are_forty_of_them() -> None:
    assert len(ALL) == len(set(ALL)) == 40


@pytest.mark.parametrize("canary", ALL)
def test_the_search_finds_one_that_is_there(canary: str) -> None:
    stream = io.StringIO()
    plain = logging.Logger("plain")
    plain.addHandler(logging.StreamHandler(stream))
    try:
        raise ValueError(canary)  # noqa: TRY301
    except ValueError:
        plain.exception("turn")
    assert found_in(stream.getvalue()) == [canary]


async def test_none_of_them_gets_out(
    tmp_path: Path,
    connector: Connector,
    written: io.StringIO,
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        await _renamed(town)
        await sent_round(town)
        await _spoken(town)
        await _filled_in(town)
        await _forged(town)
        await _failing(town)
        entries = str(await town.store.plan(town.key).find(Entry))
        entries += str(await town.store.shared.find(Entry))
    await _exceptions(connector)
    await _refused(connector)
    _libraries()
    told = written.getvalue()
    assert len(told.splitlines()) > 150
    assert '"error"' in told
    assert '"outcome": "failed"' in told
    said = {"log": told, "logbook": entries, "figures": figures.written().decode()}
    out, err = capfd.readouterr()
    said |= {"stdout": out, "stderr": err}
    assert {place: found_in(text) for place, text in said.items()} == {place: [] for place in said}


async def _renamed(town: Town) -> None:
    """The people of the sample are called by canaries."""
    part = town.store.plan(town.key)
    for n, person in enumerate(await part.find(Person)):
        names, mails, phones = (CANARIES[kind] for kind in ("name", "e-mail", "phone"))
        called = altered(
            person,
            name=names[n % len(names)],
            email=mails[n % len(mails)],
            phone=phones[n % len(phones)],
        )
        await part.put(called)


async def _spoken(town: Town) -> None:
    """Each of them typed, by a partner and by the coordinator, where it is asked and where not."""
    partner, leads = Actor(town, "p-pol"), Actor(town, "p-sanne")
    await partner.say("vraag voor vraag")
    for canary in ALL:
        await partner.say(canary)
    for command in ("status", "concept", "resultaten", "contact", "help"):
        await leads.say(command)
        await leads.say(f"{command} {ALL[0]}")


async def _filled_in(town: Town) -> None:
    actor = Actor(town, "p-ggd")
    card = actor.card
    texts = [key for key in untouched(card) if "/" not in key]
    filled = dict(zip(texts, ALL, strict=False))
    await actor.chat.execute(data_of(card) | untouched(card) | filled)
    await actor.chat.execute(data_of(card) | untouched(card) | core_answers(card))
    await town.who("p-vr").execute(data_of(card) | filled)


async def _forged(town: Town) -> None:
    """In places where nobody asked for it: queries, headers, ids, half a body."""
    client = town.client
    for canary in ALL:
        headers = {"Authorization": f"Bearer {quote(canary)}", "X-Who": quote(canary)}
        where = f"/api/messages?{quote(canary, safe='=')}"
        await client.post(where, data=canary.encode(), headers=headers)
        await client.get(f"/{quote(canary)}?{quote(canary)}")
    somebody = Chat(
        client=client,
        connector=town.connector,
        person=CANARIES["object"][0],
        name=CANARIES["name"][0],
        conversation=CANARIES["conversation"][0],
    )
    await somebody.say(CANARIES["answer"][0])
    await somebody.execute({"v": 1, "c": f"{CANARIES['token'][1]}.0", "x": CANARIES["secret"][0]})
    await somebody.in_channel().mention(CANARIES["answer"][1])


async def _failing(town: Town) -> None:
    """Teams that refuses with them, and a store that fails with them."""
    for status in (400, 401, 403, 404, 429, 500, 502):
        town.connector.refusals = [(status, canary) for canary in ALL[:3]]
        await town.who("p-sanne").say(CANARIES["answer"][2])
    await town.move("2026-09-24T07:00:00+00:00")
    town.connector.refusals = [(403, canary) for canary in ALL[:4]]
    await town.post()
    town.connector.refusals = []
    part = town.store.plan(town.key)

    async def fails(*records: object, **_: object) -> int:
        words = CANARIES["error"][0]
        raise RuntimeError(f"{words} {records} {ALL}")

    part.put = fails  # type: ignore[method-assign]
    for canary in ALL[:10]:
        await town.who("p-wlz").say(f"namens {canary}")
    await town.who("p-sanne").say("rol p-han")
    await Actor(town, "p-han").say("stop")
    await town.post()


async def _exceptions(connector: Connector) -> None:
    """Turns that fail with what was said in the error, in its cause and in what is around it."""

    def failing(heard: Heard) -> Answered:
        everything = {"said": heard.text, "by": heard.name, "all": ALL}
        try:
            return Answered(then=(Outgoing(text=everything["nothing"]),))  # type: ignore[arg-type]
        except KeyError as error:
            raise ValueError(f"{everything}") from error

    listener = Listener(says=failing)
    app = create_app(
        channel=lambda session: Channel(None, session, listener.hear, listener.fetch, alone())
    )
    async with TestClient(TestServer(app)) as client:
        chat = Chat(client=client, connector=connector, name=ALL[0])
        for canary in ALL:
            await chat.say(canary)
        await chat.answer_file({"v": 1, "f": ALL[3]}, accept=True)

    async def nobody_waits() -> None:
        raise RuntimeError(ALL[5])

    task = asyncio.create_task(nobody_waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()


async def _refused(connector: Connector) -> None:
    """A server that checks tokens, with a secret of its own."""
    credentials = Credentials(app_id="app", password=CANARIES["secret"][0], tenant="t")
    listener = Listener()

    def channel(session: ClientSession) -> Channel:
        return Channel(credentials, session, listener.hear, listener.fetch, alone())

    async with TestClient(TestServer(create_app(channel=channel))) as client:
        chat = Chat(client=client, connector=connector)
        body = chat.activity("message", text=CANARIES["answer"][0])
        for canary in CANARIES["token"]:
            response = await chat.deliver(body, Authorization=f"Bearer {canary}")
            assert response.status == 401


def _libraries() -> None:
    for canary in ALL:
        for name in ("aiohttp.access", "msrest.pipeline", "urllib3", "azure.core", "psycopg.pool"):
            logging.getLogger(name).warning("GET https://x/?%s", canary)
            logging.getLogger(name).debug("Authorization: %s", canary)
        logs.logger("bot.somewhere").error(canary, who=canary, reason=canary, text=canary)
        figures.refused(canary)
        figures.sent(canary)
