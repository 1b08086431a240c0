"""Addresses: to Teams' own host, and on one computer to itself; nothing goes anywhere else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import product

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from yarl import URL

from bot.app import CHANNEL
from bot.connector import Connector, SendError
from bot.heard import Outgoing
from bot.hosts import LOOPBACK, TEAMS, Hosts
from tests.bot.conftest import Listener
from tests.bot.connector import a_connector
from tests.bot.guarded import a_guarded_chat, own_token
from tests.bot.issuer import an_issuer

GOOD = (
    "https://smba.trafficmanager.net",
    "https://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net/emea/0c7b9a52-27c1-4a63-8f5c-bd8f3f1e5a10/",
    "https://smba.trafficmanager.net:443/teams",
)
HOST = "smba.trafficmanager.net"
# Each with the port of a socket that listens, in the place of {port}.
AUTHORITIES = (
    "127.0.0.1:{port}",
    "localhost:{port}",
    "[::1]:{port}",
    "[::ffff:127.0.0.1]:{port}",
    "0.0.0.0:{port}",
    "2130706433:{port}",
    "0x7f.1:{port}",
    "127.1:{port}",
    "user@127.0.0.1:{port}",
    HOST + "@127.0.0.1:{port}",
    HOST + ":443@127.0.0.1:{port}",
    HOST + "%40127.0.0.1:{port}",
    HOST + "%2f@127.0.0.1:{port}",
    HOST + "\\@127.0.0.1:{port}",
    "127.0.0.1:{port}\\@" + HOST,
    "127.0.0.1:{port}#@" + HOST,
    "127.0.0.1:{port}?@" + HOST,
    "127.0.0.1:{port};@" + HOST,
    "127.0.0.1:{port}/" + HOST,
    "127.0.0.1.nip.example:{port}",
    HOST + ".evil.example",
    HOST + ".localhost:{port}",
    "evil-" + HOST,
    "evil." + HOST,
    "smba-trafficmanager.net",
    "smbaXtrafficmanager.net",
    "trafficmanager.net",
    "emea.trafficmanager.net",
    HOST + ".",
    HOST + ":{port}",
    HOST + ":80",
    HOST + ":0",
    HOST + ":",
    HOST + ":443:443",
    HOST + ":+443",
    "SMBA.TRAFFICMANAGER.NET.evil.example",
    "\u0455mba.trafficmanager.net",
    "xn--mba-pfd.trafficmanager.net",
    "smba\u3002trafficmanager\u3002net",
    "\uff53mba.trafficmanager.net",
    "smba.trafficmanager.ne\u200bt",
    HOST + "\r\nHost: 127.0.0.1:{port}\r\n",
    HOST + "\n",
    HOST + "\t",
    HOST + " ",
    " " + HOST,
    HOST + "\x00.evil.example",
    HOST + "%00.evil.example",
    HOST + "%0d%0a",
    HOST + "%2eevil.example",
    "smba.infra.gov.teams.microsoft.us",
    "smba.teams.microsoft.com",
    "gemeente.sharepoint.com",
    "",
)
FRAMES = ("https://{}/emea/", "http://{}/", "HTTPS://{}/", "//{}/", "https:/{}/", "https://{}")
ODD = (
    "http://smba.trafficmanager.net/",
    "ftp://smba.trafficmanager.net/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/",
    "javascript:alert(1)",
    "smba.trafficmanager.net",
    "/emea/",
    "https:smba.trafficmanager.net",
    "https:///smba.trafficmanager.net/",
    "https://smba.trafficmanager.net/../",
    "https://smba.trafficmanager.net/emea/../../x/",
    "https://smba.trafficmanager.net/./",
    "https://smba.trafficmanager.net/emea/?x=1",
    "https://smba.trafficmanager.net/emea/#x",
    "https://smba.trafficmanager.net/%2e%2e/",
    "https://smba.trafficmanager.net/emea\\x",
    "https://smba.trafficmanager.net//evil.example/",
    "https://smba.trafficmanager.net/emea/\r\nX: y",
    "https://smba.trafficmanager.net/emea/\n",
    "https://smba.trafficmanager.net/é/",
    "https://smba.trafficmanager.net/" + "a" * 5_000,
)
# The frames that would make a good address are left out.
BAD = sorted(
    {frame.format(one) for frame, one in product(FRAMES, AUTHORITIES) if one} | {*ODD} - {*GOOD}
)


@dataclass
class Ear:
    """Counts who connects, whatever they say."""

    port: int = 0
    connections: int = 0


@asynccontextmanager
async def listening() -> AsyncIterator[Ear]:
    ear = Ear()

    async def heard(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ear.connections += 1
        writer.close()

    server = await asyncio.start_server(heard, "127.0.0.1", 0)
    async with server:
        ear.port = server.sockets[0].getsockname()[1]
        yield ear


def test_there_are_some_three_hundred() -> None:
    assert len(BAD) >= 300


@pytest.mark.parametrize("url", GOOD)
def test_teams_is_admitted(url: str) -> None:
    assert TEAMS.admits(url)
    assert not LOOPBACK.admits(url)


def test_nothing_else_is() -> None:
    admitted = [url for url in BAD if TEAMS.admits(url.replace("{port}", "8080"))]
    assert admitted == []
    values: list[object] = [None, 5, b"https://smba.trafficmanager.net/", [GOOD[0]], {}]
    for odd in values:
        assert not TEAMS.admits(odd)


async def test_nothing_connects_to_any_of_them() -> None:
    async with listening() as ear, ClientSession() as session:
        connector = Connector(session, own_token())
        for url in BAD:
            with pytest.raises(SendError) as refused:
                await connector.post(url.replace("{port}", str(ear.port)), "a:1", {})
            assert (refused.value.status, refused.value.code) == (None, "NoAddress")
        assert ear.connections == 0
        # The same, with nobody who looks at addresses: this ear does hear.
        open_ = Connector(session, own_token(), Hosts(loopback=True))
        with pytest.raises(SendError):
            await open_.post(f"http://127.0.0.1:{ear.port}/", "a:1", {})
        assert ear.connections == 1


async def test_nobody_gets_in_with_any_of_them(listener: Listener) -> None:
    """Signed by the channel's own key: the list is what keeps them out, before they are kept."""
    async with (
        listening() as ear,
        a_connector() as connector,
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer, hosts=TEAMS) as chat,
    ):
        for url in BAD[::3]:
            body = chat.activity("message", text="x", serviceUrl=url.replace("{port}", "9"))
            assert (await chat.deliver(body)).status == 401, url
        assert ear.connections == 0
    assert listener.heard == []


async def test_an_address_that_was_kept_is_looked_at_again(listener: Listener) -> None:
    """Kept by another version, or put in the store by somebody else."""
    async with (
        listening() as ear,
        a_connector() as connector,
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer, hosts=TEAMS) as chat,
    ):
        address = {
            "service_url": f"http://127.0.0.1:{ear.port}/",
            "conversation": "a:1",
            "bot": "28:b",
            "user": "29:u",
            "tenant": "t",
            "channel": "msteams",
        }
        channel = chat.client.app[CHANNEL]
        for where in (address, address | {"conversation": ""}):
            with pytest.raises(SendError, match="NoAddress"):
                await channel.send(where, Outgoing(text="x"))
        with pytest.raises(SendError, match="NoAddress"):
            await channel.update(address, "m1", Outgoing(text="x"))
        assert ear.connections == 0


async def test_a_redirect_is_not_followed() -> None:
    """It would take the token along."""

    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPTemporaryRedirect(f"http://127.0.0.1:{ear.port}/")

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", elsewhere)
    async with listening() as ear, TestServer(app) as server, ClientSession() as session:
        place = str(server.make_url("/"))
        connector = Connector(session, own_token(), Hosts(loopback=True))
        with pytest.raises(SendError):
            await connector.post(place, "a:1", {})
        with pytest.raises(SendError):
            await connector.upload(place, b"x")
        assert ear.connections == 0


@pytest.mark.parametrize(
    "url", ["http://localhost:3978/x", "http://127.0.0.1:3978", "http://[::1]:56150/_connector"]
)
def test_this_computer_is_for_trying_only(url: str) -> None:
    assert LOOPBACK.admits(url)
    assert not TEAMS.admits(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://localhost:3978/",
        "http://localhost.evil.example/",
        "http://127.0.0.1@evil.example/",
        "http://127.0.0.2/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::2]/",
        "http://0.0.0.0/",
        "http://localhost:x/",
        "http://localhost\\evil.example/",
    ],
)
def test_for_trying_nothing_else_is(url: str) -> None:
    assert not LOOPBACK.admits(url)


PLACE = "https://gemeente-my.sharepoint.com/personal/sanne_gemeente_nl/_api/v2.0/drive/items/01A"


def test_a_document_goes_to_sharepoint() -> None:
    assert TEAMS.admits_file(f"{PLACE}/uploadSession?guid='5e0d'&overwrite=True&rename=False")
    ours = Hosts(files=frozenset({"gemeente-my.sharepoint.com"}))
    assert ours.admits_file(PLACE)
    assert not ours.admits_file(PLACE.replace("gemeente", "buurgemeente"))


@pytest.mark.parametrize(
    "url",
    [
        *(url for url in BAD if "sharepoint" not in url),
        *GOOD,
        PLACE.replace("https", "http"),
        PLACE.replace(".com", ".com.evil.example"),
        PLACE.replace(".com/", ".com@evil.example/"),
        PLACE.replace(".com/", ".com:8443/"),
        PLACE.replace(".com/", ".com\\evil/"),
        PLACE.replace("gemeente-my.", ""),
        PLACE.replace("gemeente-my.", "."),
        PLACE.replace("gemeente-my.", "a.b."),
        PLACE.replace("gemeente-my.sharepoint", "evilsharepoint"),
        PLACE + "\r\nX: y",
        PLACE + "/../x",
        "https://gemeente.sharepoint.com",
    ],
)
def test_a_document_goes_nowhere_else(url: str) -> None:
    assert not TEAMS.admits_file(url.replace("{port}", "8080"))


@pytest.mark.parametrize("url", [*GOOD, PLACE, f"{PLACE}?a=b%2Fc"])
def test_who_sends_reads_the_same_host(url: str) -> None:
    assert URL(url, encoded=True).host == url.split("/")[2].partition(":")[0]


async def test_a_forged_place_for_a_document_is_refused(listener: Listener) -> None:
    async with (
        listening() as ear,
        a_connector() as connector,
        an_issuer() as issuer,
        a_guarded_chat(listener, connector, issuer) as chat,
    ):
        listener.files["f"] = ("plan.docx", b"inhoud")
        for place in (f"https://127.0.0.1:{ear.port}/x", "https://evil.example/", PLACE + "\\"):
            for name in ("uploadUrl", "contentUrl"):
                info = {"uploadUrl": PLACE, "contentUrl": PLACE, "name": "p", "uniqueId": "u"}
                value = {"context": {"f": "f"}, "action": "accept", "uploadInfo": info}
                info[name] = place
                body = chat.activity("invoke", name="fileConsent/invoke", value=value)
                assert (await chat.deliver(body)).status == 400
        assert ear.connections == 0
        assert connector.sent == []
