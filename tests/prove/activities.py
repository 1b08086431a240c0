"""Fifty thousand spoilt activities with a good token: each is heard or refused, nothing breaks."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer

from bot.app import CHANNEL
from bot.clock import SystemClock
from bot.deployment import Deployment
from bot.exchange import SORRY
from bot.pacing import unpaced
from bot.sender import Sender
from bot.serving import HEARING, assistant
from storage import Store, open_store
from storage.canonical import digest
from tests.bot.chat import TENANT, Chat
from tests.bot.connector import Connector, a_connector
from tests.bot.guarded import CREDENTIALS, entrance, own_token
from tests.bot.issuer import HOUR, Issuer, an_issuer
from tests.prove.spoiling import Json, spoilt
from tests.prove.trial import Trial

WHOLE = 50_000
AT_ONCE = 500
"""So many are sent before those refused among them are sent again, to nobody's notice."""
HEARD = (200,)
REFUSED = (400, 401, 403, 413)


class Errors(logging.Handler):
    """What is logged as gone wrong."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.getMessage()} {record.exc_info}")


@dataclass
class Bot:
    """The whole of it, as it stands on the internet."""

    chat: Chat
    store: Store
    errors: Errors
    headers: Mapping[str, str]

    async def send(self, raw: bytes) -> ClientResponse:
        whole = BytesIO(raw)
        return await self.chat.client.post("/api/messages", data=whole, headers=self.headers)

    async def kept(self) -> str:
        await self.chat.client.app[CHANNEL].settled()
        await self.chat.client.app[HEARING].settled()
        return "".join([f"{key} {digest(what)}\n" async for key, what in self.store.everything()])


@asynccontextmanager
async def a_bot(place: Path, connector: Connector, issuer: Issuer) -> AsyncIterator[Bot]:
    store, errors = open_store(str(place)), Errors()
    app = assistant(
        store,
        Deployment(
            credentials=CREDENTIALS,
            entrance=entrance(issuer),
            token=own_token(),
            coordinators=frozenset({f"{TENANT}/{Chat.person}"}),
        ),
        clock=SystemClock(),
        alone=False,
        sender=Sender(unpaced()),
    )
    logging.getLogger().addHandler(errors)
    try:
        async with TestClient(TestServer(app)) as client:
            chat = Chat(client=client, connector=connector, issuer=issuer)
            shown = issuer.header(connector.url + "/", exp=int(time.time()) + 24 * HOUR)
            yield Bot(chat, store, errors, shown | {"Content-Type": "application/json"})
    finally:
        logging.getLogger().removeHandler(errors)
        await store.close()


def prove(trial: Trial) -> None:
    asyncio.run(_prove(trial))


async def _prove(trial: Trial) -> None:
    async with (
        a_connector() as connector,
        an_issuer() as issuer,
        a_bot(trial.scratch / "store", connector, issuer) as bot,
    ):
        await bot.chat.install()
        await bot.chat.say("hallo")
        with trial.bar(trial.times(WHOLE)) as bar:
            for left in range(trial.times(WHOLE), 0, -AT_ONCE):
                await _some(trial, bot, min(left, AT_ONCE))
                bar.update(min(left, AT_ONCE))


async def _some(trial: Trial, bot: Bot, number: int) -> None:
    refused = []
    for _ in range(number):
        raw = spoilt(_activity(bot.chat, trial), trial.chance)
        answer = await bot.send(raw)
        trial.count(f"answered {answer.status}")
        if answer.status not in HEARD + REFUSED:
            trial.fail("answered in another way", {"status": answer.status, "raw": raw})
        if answer.status in REFUSED:
            refused.append(raw)
    await _check(trial, bot, {})
    before, said = await bot.kept(), len(bot.chat.connector.sent)
    for raw in refused:
        await bot.send(raw)
    if await bot.kept() != before or len(bot.chat.connector.sent) != said:
        trial.fail("what was refused left a trace", {"refused": refused})
    trial.count("refused ones sent again, without a trace", len(refused))
    bot.chat.connector.sent.clear()


async def _check(trial: Trial, bot: Bot, case: Json) -> None:
    await bot.chat.client.app[CHANNEL].settled()
    await bot.chat.client.app[HEARING].settled()
    sorry = SORRY.nl.partition("{")[0], SORRY.en.partition("{")[0]
    apologies = [text for text in bot.chat.connector.words() if text.startswith(sorry)]
    if bot.errors.seen or apologies:
        seen = {"logged": bot.errors.seen, "apologies": apologies}
        trial.fail("something broke", case | seen)


def _activity(chat: Chat, trial: Trial) -> Json:
    """Of some kind, by somebody: the coordinator, a stranger, or one and the same in a channel."""
    chance = trial.chance
    stranger = chat.of("11111111-58c9-4f0b-9b7c-2f1a6f0c1d01", "Piet")
    who = chance.choice((chat, chat, chat, stranger, chat.in_channel()))
    cards = (card.get("actions", ()) for card in chat.connector.cards())
    buttons = [action["data"] for card in cards for action in card if "data" in action]
    button = chance.choice(buttons) if buttons else {}
    data = {"v": 1, "c": "k.0", "A1": "3"} | (button if chance.random() < 0.5 else {})
    action = {"action": {"type": "Action.Execute", "verb": "press", "data": data}}
    place = "https://gemeente-my.sharepoint.com/personal/x"
    upload = {"uploadUrl": place, "contentUrl": place, "name": "p.docx", "uniqueId": "u"}
    consent = {"context": {"v": 1, "f": "f"}, "action": "decline", "uploadInfo": upload}
    kinds: list[tuple[str, Json]] = [
        ("message", {"text": chance.choice(("hallo", "status", "help", "stop", "3", "ja"))}),
        ("message", {"value": data, "replyToId": "m1"}),
        ("message", {"text": "zie bijlage", "attachments": [{"contentType": "x/y", "name": "a"}]}),
        ("invoke", {"name": "adaptiveCard/action", "value": action}),
        ("invoke", {"name": "fileConsent/invoke", "value": consent}),
        ("installationUpdate", {"action": "add"}),
        ("conversationUpdate", {"membersAdded": [{"id": "x"}]}),
        ("messageReaction", {"reactionsAdded": [{"type": "like"}]}),
    ]
    kind, more = chance.choice(kinds)
    return dict(who.activity(kind, **more))
