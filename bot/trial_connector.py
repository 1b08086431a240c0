"""The service behind the trial page that the bot takes for Microsoft's Bot Connector."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.trial_activity import CONVERSATION
from bot.trial_transcript import Message, Transcripts

SERVICE = "/trial/connector"
LARGEST = 100_000
"""Bytes of one activity in UTF-16, as Teams counts them."""


@dataclass(frozen=True)
class Connector:
    """Puts what the bot sends into the transcripts.

    now: the moment a message gets. name_of: somebody's name by id, None for a stranger.
    """

    transcripts: Transcripts
    now: Callable[[], datetime]
    name_of: Callable[[str], Awaitable[str | None]]

    def routes(self) -> list[web.RouteDef]:
        conversations = SERVICE + "/v3/conversations"
        activities = conversations + "/{conversation}/activities"
        return [
            web.post(conversations, self.converse),
            web.post(activities, self.send),
            web.post(activities + "/{activity}", self.send),
            web.put(activities + "/{activity}", self.update),
            web.delete(activities + "/{activity}", self.delete),
        ]

    async def converse(self, request: web.Request) -> web.Response:
        """Open the personal conversation with the one member that is named."""
        wanted = await _activity(request)
        members = wanted.get("members") or [{}]
        person = str(members[0].get("id", ""))
        if await self.name_of(person) is None:
            return _refused(404, "ConversationNotFound", "Nobody here has this id.")
        made = {"id": CONVERSATION + person}
        if wanted.get("activity"):
            made["activityId"] = self._hear(person, wanted["activity"])
        return web.json_response(made, status=201)

    async def send(self, request: web.Request) -> web.Response:
        """A new message (a reply to another one too), or a sign that the bot is at work."""
        person = _person(request)
        if await self.name_of(person) is None:
            return _refused(404, "ConversationNotFound", "There is no such conversation.")
        return web.json_response({"id": self._hear(person, await _activity(request))}, status=201)

    async def update(self, request: web.Request) -> web.Response:
        """A message in place of an earlier one."""
        message = request.match_info["activity"]
        content = _content(await _activity(request))
        if self.transcripts.change(_person(request), message, **content) is None:
            return _refused(404, "ActivityNotFound", "There is no such message.")
        return web.json_response({"id": message})

    async def delete(self, request: web.Request) -> web.Response:
        self.transcripts.remove(_person(request), request.match_info["activity"])
        return web.Response()

    def _hear(self, person: str, activity: Mapping[str, Any]) -> str:
        """Into this person's transcript; returns the id it got."""
        made = uuid4().hex
        if activity.get("type") == "typing":
            self.transcripts.publish("typing", {"person": person})
        elif activity.get("type") == "message":
            content = _content(activity)
            message = Message(id=made, person=person, by="bot", at=self.now(), **content)
            self.transcripts.add(message)
        return made


def _person(request: web.Request) -> str:
    return request.match_info["conversation"].removeprefix(CONVERSATION)


async def _activity(request: web.Request) -> dict[str, Any]:
    """The JSON object that was sent; 400 when it is none, 413 when Teams would refuse it."""
    text = await request.text()
    size = len(text.encode("utf-16-le"))
    if size > LARGEST:
        raise web.HTTPRequestEntityTooLarge(LARGEST, size, text="MessageSizeTooBig")
    try:
        activity = json.loads(text)
    except ValueError:
        activity = None
    if not isinstance(activity, dict):
        raise web.HTTPBadRequest(text="A JSON object was expected.")
    return activity


def _content(activity: Mapping[str, Any]) -> dict[str, Any]:
    """What a message shows, from the activity that carries it."""
    suggested = (activity.get("suggestedActions") or {}).get("actions") or ()
    return {
        "text": activity.get("text") or "",
        "locale": activity.get("locale") or "",
        "attachments": tuple(activity.get("attachments") or ()),
        "chips": tuple(str(chip.get("value") or chip.get("title")) for chip in suggested),
    }


def _refused(status: int, code: str, why: str) -> web.Response:
    return web.json_response({"error": {"code": code, "message": why}}, status=status)
