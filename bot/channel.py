"""The door to Teams: what comes in is heard, what is said goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

from aiohttp import ClientSession, web
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot.activity import checked, read
from bot.channel_auth import Gate, RefusedError
from bot.channel_send import (
    Adapter,
    Clients,
    ContextWire,
    Conversations,
    Ready,
    activities,
    addressed,
    deserialised,
)
from bot.connector import Connector
from bot.credentials import AppToken, Credentials, issuer
from bot.exchange import Exchange, Patience
from bot.files import FetchFile, Handing
from bot.heard import Answered, Heard, Outgoing
from bot.installs import Installs
from bot.received import received
from bot.shape import MalformedError, parsed

Alone = Callable[[str], AbstractAsyncContextManager[None]]

CLOSING = 10.0
"""Seconds that turns get to finish when the channel closes."""

SAYING = 2.0
"""Seconds in which whoever waits for one that did not finish can be told."""


class Channel:
    """Without credentials everybody may come in, which only a loopback server may allow.

    hear: one turn; whatever it raises becomes an apology with a number.
    fetch_file: name and bytes of an offered file by its id, None when it is gone.
    alone: keeps everybody else from a name, such as the conversation of a turn.
    """

    def __init__(
        self,
        credentials: Credentials | None,
        session: ClientSession,
        hear: Callable[[Heard], Awaitable[Answered]],
        fetch_file: FetchFile,
        alone: Alone,
        patience: Patience = Patience(),  # noqa: B008
    ) -> None:
        token = AppToken(issuer(credentials)) if credentials else None
        self._connector = Connector(session, token)
        self._gate = Gate(credentials, Clients(self._connector))
        self._adapter = Adapter(self._gate)
        self._dev = credentials is None
        self._hear = hear
        self._handing = Handing(self._connector, fetch_file)
        self._patience = patience
        self._alone = alone
        self._installs = Installs()
        self._work: set[asyncio.Task[None]] = set()

    async def handle(self, request: web.Request) -> web.Response:
        """POST /api/messages: 200, or 400, 401, 408 and 413 for what is not heard at all."""
        header = request.headers.get("Authorization", "")
        try:
            self._gate.knock(header)
            body = parsed(await received(request))
            checked(body)
            activity = deserialised(body)
            admitted = await self._gate.admit(activity, header)
            heard = read(body, dev=self._dev)
        except RefusedError:
            raise web.HTTPUnauthorized from None
        except MalformedError:
            raise web.HTTPBadRequest from None
        if heard is None or self._installs.repeats(heard):
            return web.Response()

        async def turn(context: TurnContext) -> None:
            await self._turn(heard, context)

        response = await self._adapter.process_activity(admitted, activity, turn)
        if response is None or response.body is None:
            return web.Response()
        return web.json_response(response.body, status=int(response.status))

    async def send(self, address: Mapping[str, str], outgoing: Outgoing) -> str | None:
        """A message to somebody who said nothing just now. Returns its id; raises SendError.

        An address without a conversation gets a new one with that person.
        """
        service = address["service_url"]
        conversation = address.get("conversation") or await self._open(address)
        sender = Conversations(self._connector, service)
        sent = None
        for activity in activities(outgoing):
            response = await sender.send_to_conversation(
                conversation, addressed(activity, address, conversation)
            )
            sent = response.id
        return sent

    async def update(
        self, address: Mapping[str, str], activity_id: str, outgoing: Outgoing
    ) -> None:
        """`outgoing` in place of an earlier message. Raises SendError."""
        conversation = address["conversation"]
        activity = addressed(activities(outgoing)[-1], address, conversation)
        activity.id = activity_id
        sender = Conversations(self._connector, address["service_url"])
        await sender.update_activity(conversation, activity_id, activity)

    async def settled(self) -> None:
        """Returns when everything that is under way has been handed over."""
        while self._work:
            await asyncio.wait(self._work)

    async def close(self, patience: float = CLOSING) -> None:
        """Gives what is under way so many seconds to finish, then ends it."""
        if self._work:
            _, late = await asyncio.wait(self._work, timeout=patience)
            for task in late:
                task.cancel()
            if late:  # They say that it was not done.
                await asyncio.wait(late, timeout=SAYING)

    async def _turn(self, heard: Heard, context: TurnContext) -> None:
        wire = ContextWire(context)
        invoked = context.activity.type == ActivityTypes.invoke

        async def hear(heard: Heard) -> Answered:
            return await self._handing.deal(heard, wire) or await self._hear(heard)

        pressed = invoked and heard.kind == "press"
        exchange = Exchange(heard, hear, wire, pressed=pressed)
        self._begin(exchange.run(self._alone(f"conversation/{heard.conversation}")))
        body = await exchange.acknowledged(self._patience)
        if invoked:
            value = InvokeResponse(status=200, body=Ready(body) if body else None)
            response = Activity(type=ActivityTypes.invoke_response, value=value)
            await context.send_activity(response)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def _open(self, address: Mapping[str, str]) -> str:
        wanted = {
            "isGroup": False,
            "bot": {"id": address["bot"]},
            "members": [{"id": address["user"]}],
            "tenantId": address["tenant"],
            "channelData": {"tenant": {"id": address["tenant"]}},
        }
        return await self._connector.create(address["service_url"], wanted)
