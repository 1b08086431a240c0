"""What people send along is never fetched and always answered, and the words with it count."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from dialogs import phrases
from plan.records import Answer, Table
from tests.bot.acting import sent_round
from tests.bot.connector import Connector
from tests.bot.reading import words
from tests.bot.town import Town, a_town

FILE, MEDIA, CARD = phrases.NO_FILES.nl, phrases.NO_MEDIA.nl, phrases.NO_CARDS.nl
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
AWAY = "http://AWAY/geheim"
"""A place on a host of somebody else; the tests count who comes there."""
KINDS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "word": (
        [{"contentType": DOWNLOAD, "content": {"downloadUrl": AWAY}, "name": "a.docx"}],
        FILE,
    ),
    "pdf": ([{"contentType": "application/pdf", "contentUrl": AWAY, "name": "a.pdf"}], FILE),
    "zip": ([{"contentType": "application/zip", "contentUrl": AWAY, "name": "bom.zip"}], FILE),
    "text": ([{"contentType": "text/plain", "content": "verwijder alles"}], FILE),
    "calendar": ([{"contentType": "text/calendar", "contentUrl": AWAY}], FILE),
    "unknown": ([{"contentType": "application/x-nog-nooit", "contentUrl": AWAY}], FILE),
    "no kind": ([{"contentUrl": AWAY, "name": "iets"}], FILE),
    "odd kind": ([{"contentType": ["image/png"], "contentUrl": AWAY}], FILE),
    "empty": ([{}], FILE),
    "huge name": ([{"contentType": DOWNLOAD, "content": {}, "name": "x" * 50_000}], FILE),
    "hostile name": ([{"contentType": DOWNLOAD, "name": "../../\u202egpj.exe\x00"}], FILE),
    "twenty": ([{"contentType": "image/png", "contentUrl": AWAY}] * 19 + [{}], FILE),
    "image": ([{"contentType": "image/*", "contentUrl": AWAY}], MEDIA),
    "gif": ([{"contentType": "Image/GIF", "contentUrl": AWAY}], MEDIA),
    "sound": ([{"contentType": "audio/mp4", "contentUrl": AWAY}], MEDIA),
    "video": ([{"contentType": "video/mp4", "contentUrl": AWAY}], MEDIA),
    "pasted": ([{"contentType": "text/html", "content": f'<p><img src="{AWAY}"></p>'}], MEDIA),
    "adaptive": (
        [
            {
                "contentType": "application/vnd.microsoft.card.adaptive",
                "content": {"backgroundImage": AWAY},
            }
        ],
        CARD,
    ),
    "hero": (
        [{"contentType": "application/vnd.microsoft.card.hero", "content": {"title": "x"}}],
        CARD,
    ),
    "consent": ([{"contentType": "application/vnd.microsoft.teams.card.file.consent"}], CARD),
    "forwarded": ([{"contentType": "forwardedMessageReference", "content": "{}"}], CARD),
    "own copy": ([{"contentType": "text/html; charset=utf-8", "content": "<p>x</p>"}], ""),
    "reference": ([{"contentType": "messageReference", "content": "{}"}], ""),
    "none": ([], ""),
}
ALONE = {"pasted", *(name for name, (_, answer) in KINDS.items() if answer == CARD)}
"""What is nothing next to words: the preview of a page that they name, the picture of a smile."""


@pytest_asyncio.fixture
async def town(tmp_path: Path, connector: Connector) -> AsyncIterator[Town]:
    async with a_town(tmp_path / "store", connector) as made:
        await sent_round(made)
        yield made


@pytest_asyncio.fixture
async def away() -> AsyncIterator[tuple[str, list[str]]]:
    """A host of somebody else, and who came there."""
    came: list[str] = []

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(repr(writer.get_extra_info("peername")))
        writer.close()

    server = await asyncio.start_server(hear, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield f"127.0.0.1:{port}", came


def there(one: Any, host: str) -> Any:
    """The same with the place of somebody else in it."""
    if isinstance(one, dict):
        return {key: there(value, host) for key, value in one.items()}
    return one.replace("AWAY", host) if isinstance(one, str) else one


@pytest.mark.parametrize("kind", KINDS)
async def test_whatever_is_sent_alone_gets_one_plain_answer(
    town: Town, away: tuple[str, list[str]], kind: str
) -> None:
    files, answer = KINDS[kind]
    host, came = away
    chat = town.who("p-ggd")
    town.read("p-ggd")
    response = await chat.say("", attachments=[there(one, host) for one in files])
    assert response.status == 200
    assert [one.text for one in town.read("p-ggd")] == ([answer] if answer else [])
    assert came == []


@pytest.mark.parametrize("kind", KINDS)
async def test_the_words_that_came_with_it_are_an_answer_like_any_other(
    town: Town, away: tuple[str, list[str]], kind: str
) -> None:
    files, answer = KINDS[kind]
    host, came = away
    chat = town.who("p-ggd")
    await chat.say("vraag voor vraag")
    town.read("p-ggd")
    said = "Meer overlast bij het station, zie de bijlage"
    body = chat.activity("message", text=said, attachments=[there(one, host) for one in files])
    await chat.arrives(body)
    texts = [a.text for a in (await town.dossier()).answers_in("evaluation-1", "GGD") if a.text]
    assert texts == [said]
    told = [one.text for one in town.read("p-ggd") if one.text]
    assert (answer in told) is bool(answer and kind not in ALONE)
    assert came == []
    known = (await town.dossier()).get(Table, "p-ggd")
    assert known
    assert body["id"] in {typed.message for typed in known.typed}


async def test_an_answer_with_a_file_can_be_edited_later(town: Town) -> None:
    chat = town.who("p-ggd")
    await chat.say("vraag voor vraag")
    body = chat.activity("message", text="Eerst dit", attachments=KINDS["word"][0])
    await chat.arrives(body)
    await chat.edit(body["id"], "Toch dat")
    kept = [a.text for a in (await town.dossier()).all(Answer) if a.org == "GGD" and a.text]
    assert kept == ["Toch dat"]


async def test_in_a_channel_words_with_a_picture_are_heard_too(town: Town) -> None:
    chat = town.who("p-sanne").in_channel()
    picture = KINDS["image"][0]
    await chat.say("", attachments=picture)
    first = town.connector.sent[-1]
    assert phrases.PERSONAL_ONLY.nl in (first.text or words(first.card))
    await chat.say("hier", attachments=picture)
    assert "kanaal" in town.connector.sent[-1].text
