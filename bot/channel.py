"""The door to Teams: what comes in is heard, what is said goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any

import msgspec
from aiohttp import ClientSession, web
from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot import figures
from bot.allowance import slowed, too_fast
from bot.channel_auth import Gate
from bot.channel_send import (
    Adapter,
    Clients,
    ContextWire,
    Own,
    activities,
    addressed,
    deserialised,
    serialised,
)
from bot.connector import Connector, SendError
from bot.credentials import AppToken, Credentials, Issuer
from bot.door import Door
from bot.entrance import Entrance
from bot.exchange import Exchange, Patience, notice
from bot.files import FetchFile, Handing
from bot.heard import Answered, Heard, Outgoing
from bot.pacing import Pacing, unpaced
from bot.policy import outcome
from bot.sender import Sender
from bot.shape import Json, MalformedError

Hear = Callable[[Heard], Awaitable[Answered]]
Alone = Callable[[str], AbstractAsyncContextManager[None]]

Missed = Callable[[Heard], Awaitable[None]]

CLOSING = 10.0
"""Seconds that turns get to finish when the channel closes."""

SAYING = 2.0
"""Seconds in which whoever waits for one that did not finish can be told."""


async def nobody(_: Heard) -> None:
    """Where no messages are owed."""


class Channel:
    """Without credentials everybody may come in, which only a loopback server may allow.

    entrance: who may come in and from where, if not people of the app's own tenant by Teams.
    token: gives the app's own token, if Microsoft does not.
    hear: one turn; whatever it raises becomes an apology with a number.
    fetch_file: name and bytes of an offered file by its id, None when it is gone.
    alone: keeps everybody else from a name, such as the conversation of a turn. missed: told of
    what was heard when its answer did not arrive, or may not have.
    """

    def __init__(
        self,
        credentials: Credentials | None,
        session: ClientSession,
        hear: Hear,
        fetch_file: FetchFile,
        alone: Alone,
        patience: Patience = Patience(),  # noqa: B008
        *,
        entrance: Entrance | None = None,
        token: AppToken | None = None,
        sender: Sender | None = None,
        missed: Missed = nobody,
    ) -> None:
        entrance = entrance or Entrance.of(credentials)
        if credentials and token is None:
            issuer = Issuer(credentials)
            token = AppToken(issuer, forget=issuer.forget)
        self._token = token
        self._connector = Connector(session, token, entrance.hosts)
        self._sender = sender or Sender(Pacing() if credentials else unpaced())
        self._missed = missed
        self._door = Door(credentials.app_id if credentials else "", session, entrance)
        self._gate = Gate(Clients(self._connector, self._sender))
        self._adapter = Adapter(self._gate)
        self._hear = hear
        self._handing = Handing(self._connector, fetch_file)
        self._patience = patience
        self._alone = alone
        self._work: set[asyncio.Task[None]] = set()

    def warm(self) -> None:
        """Makes ready for whoever comes first."""
        self._door.warm()

    async def ready(self) -> bool:
        """Whether anybody could come in."""
        return await self._door.ready()

    async def handle(self, request: web.Request) -> web.Response:
        """POST /api/messages: 200, or what `Door.enter` raises."""
        body, heard = await self._door.enter(request)
        activity = _for_sdk(body)
        if heard is None:
            return web.json_response({}) if body["type"] == "invoke" else web.Response()
        hear, verdict = self._hear, self._door.verdict(heard)
        if verdict != "hear":
            figures.refused("rate")
            if heard.kind == "press" and body["type"] == "invoke":
                return web.json_response(notice(too_fast(heard)))
            if verdict == "ignore":
                return web.Response()
            hear = slowed

        async def turn(context: TurnContext) -> None:
            await self._turn(heard, hear, context)

        response = await self._adapter.process_activity(self._gate.admitted(), activity, turn)
        if response is None or response.body is None:
            return web.Response()
        return answer(response.body, status=int(response.status))

    async def send(self, address: Mapping[str, str], outgoing: Outgoing) -> str | None:
        """A message to somebody who said nothing just now. Returns its id; raises SendError.

        An address without a conversation gets a new one with that person.
        """
        service = address["service_url"]
        conversation = address.get("conversation") or await self.open(address)
        sent = None
        for activity in activities(outgoing):
            payload = serialised(addressed(activity, address, conversation))
            post = partial(self._connector.post, service, conversation, payload)
            sent = await self._sender.once(conversation, post)
        return sent

    async def update(
        self, address: Mapping[str, str], activity_id: str, outgoing: Outgoing
    ) -> None:
        """`outgoing` in place of an earlier message. Raises SendError."""
        conversation = address["conversation"]
        activity = addressed(activities(outgoing)[-1], address, conversation)
        activity.id = activity_id
        put = partial(self._connector.put, address["service_url"], conversation, activity_id)
        await self._sender.once(conversation, partial(put, serialised(activity)))

    async def open(self, address: Mapping[str, str]) -> str:
        """The id of a personal conversation with whom it is the address of. Raises SendError."""
        wanted = {
            "isGroup": False,
            "bot": {"id": address["bot"]},
            "members": [{"id": address["user"]}],
            "tenantId": address["tenant"],
            "channelData": {"tenant": {"id": address["tenant"]}},
        }
        create = partial(self._connector.create, address["service_url"], wanted)
        try:
            return await self._sender.once(f"new/{address['user']}", create)
        except SendError as error:
            if outcome(error) != "unclear":
                raise
            # Asking for it again gives the same one, and nothing was said in it yet.
            raise SendError(None, "Unreachable", error.retry_after) from error

    @property
    def halted(self) -> str:
        """Why nothing can go out now, as a code; "" when it can."""
        return self._token.halted if self._token else ""

    async def settled(self) -> None:
        """Returns when everything that is under way has been handed over."""
        while self._work:
            await asyncio.wait(self._work)

    async def close(self, patience: float = CLOSING) -> None:
        """Gives what is under way so many seconds to finish, then ends it."""
        await self._door.close()
        if self._work:
            _, late = await asyncio.wait(self._work, timeout=patience)
            for task in late:
                task.cancel()
            if late:  # They say that it was not done.
                await asyncio.wait(late, timeout=SAYING)

    async def _turn(self, heard: Heard, listen: Hear, context: TurnContext) -> None:
        wire = ContextWire(context)
        invoked = context.activity.type == ActivityTypes.invoke

        async def hear(heard: Heard) -> Answered:
            return await self._handing.deal(heard, wire) or await listen(heard)

        pressed = invoked and heard.kind == "press"
        missed = partial(self._missed, heard)
        exchange = Exchange(heard, hear, wire, pressed=pressed, missed=missed)
        self._begin(exchange.run(self._alone(f"conversation/{heard.conversation}")))
        body = await exchange.acknowledged(self._patience)
        if invoked:
            value = InvokeResponse(status=200, body=body)
            response = Own(type=ActivityTypes.invoke_response, value=value)
            await context.send_activity(response)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._work.add(task)
        task.add_done_callback(self._work.discard)


def answer(body: object, *, status: int) -> web.Response:
    return web.Response(
        status=status, body=msgspec.json.encode(body), content_type="application/json"
    )


def _for_sdk(body: Json) -> Activity:
    try:
        return deserialised(body)
    except MalformedError:
        raise web.HTTPBadRequest from None
