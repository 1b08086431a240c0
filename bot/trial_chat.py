"""What people do on the trial page: open a chat, say something, press a button, take a file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.trial_activity import Sender
from bot.trial_connector import SERVICE
from bot.trial_delivery import Delivery, Outcome, origin
from bot.trial_files import Files
from bot.trial_transcript import Message, Transcripts

CARD = "application/vnd.microsoft.card.adaptive"
OFFER = "application/vnd.microsoft.teams.card.file.consent"


@dataclass
class Chats:
    """Everybody's chat with the bot.

    writer_of: who writes in a chat, id and name: the person, or in a channel whoever coordinates;
    None for a strange chat.
    """

    transcripts: Transcripts
    files: Files
    delivery: Delivery
    now: Callable[[], datetime]
    writer_of: Callable[[str], Awaitable[tuple[str, str] | None]]
    _opened: set[str] = field(default_factory=set)

    def routes(self) -> list[web.RouteDef]:
        person = "/trial/people/{person}"
        return [
            web.post(person + "/open", self.open),
            web.post(person + "/say", self.say),
            web.post(person + "/press", self.press),
            web.post(person + "/files/{answer:accept|decline}", self.answer_file),
        ]

    async def open(self, request: web.Request) -> web.Response:
        """{}: the bot hears that it was installed, once, where it did not speak yet."""
        sender, _ = await self._asked(request)
        known = sender.person in self._opened or self.transcripts.has_spoken(sender.person)
        if sender.channel or known:
            return web.json_response(Outcome(status=200).shown())
        self._opened.add(sender.person)
        outcome = await self._deliver(request, sender.installed(_new()))
        if not outcome.good:
            self._opened.discard(sender.person)
        return web.json_response(outcome.shown())

    async def say(self, request: web.Request) -> web.Response:
        """{text, id}: words typed, or a suggestion chosen.

        With the id of before, words that failed go out again; those that arrived do not.
        """
        sender, asked = await self._asked(request)
        text = str(asked.get("text", "")).strip()
        if not text:
            raise web.HTTPBadRequest(text="There is nothing to say.")
        said = str(asked.get("id") or _new())
        if not self._is_to_go(sender.chat, said, text):
            return web.json_response(Outcome(status=200).shown())
        outcome = await self._deliver(request, sender.words(said, text))
        self.transcripts.change(sender.chat, said, state="" if outcome.good else "failed")
        return web.json_response(outcome.shown())

    async def press(self, request: web.Request) -> web.Response:
        """{activity, type, title, id, verb, data}: a button of the card in that message."""
        sender, asked = await self._asked(request)
        about, data = str(asked.get("activity", "")), asked.get("data") or {}
        if not isinstance(data, dict):
            raise web.HTTPBadRequest(text="The data of a button is an object.")
        if asked.get("type") == "Action.Submit":
            outcome = await self._deliver(request, sender.submit(_new(), about, data))
        else:
            action: dict[str, Any] = {
                key: str(asked.get(key) or "") for key in ("title", "id", "verb")
            }
            action |= {"type": "Action.Execute", "data": data}
            outcome = await self._deliver(request, sender.execute(_new(), about, action))
            self._take(sender.chat, about, outcome)
        return web.json_response(outcome.shown())

    async def answer_file(self, request: web.Request) -> web.Response:
        """{activity}: accept or decline the file that message offers."""
        sender, asked = await self._asked(request)
        about, answer = str(asked.get("activity", "")), request.match_info["answer"]
        offer = self._offer(sender.chat, about)
        value = {"action": answer, "context": offer.get("content", {}).get(f"{answer}Context")}
        if answer == "accept":
            name = str(offer.get("name") or "bestand")
            value["uploadInfo"] = self.files.place(origin(request), name)
        outcome = await self._deliver(request, sender.file_answer(_new(), about, value))
        if outcome.good:
            state = "accepted" if answer == "accept" else "declined"
            self.transcripts.change(sender.chat, about, state=state)
        return web.json_response(outcome.shown())

    def _take(self, person: str, about: str, outcome: Outcome) -> None:
        """A card that came back with a press stands in place of the used one."""
        if outcome.good and outcome.kind == CARD:
            card = {"contentType": CARD, "content": outcome.value}
            self.transcripts.change(person, about, attachments=(card,))

    def _is_to_go(self, person: str, said: str, text: str) -> bool:
        """Put these words in somebody's chat as under way; False when they were already."""
        known = self.transcripts.find(person, said)
        if known is None:
            fields: dict[str, Any] = {"by": "person", "text": text, "state": "waiting"}
            self.transcripts.add(Message(id=said, person=person, at=self.now(), **fields))
        elif known.state == "failed":
            self.transcripts.change(person, said, state="waiting")
        else:
            return False
        return True

    def _offer(self, person: str, message: str) -> Mapping[str, Any]:
        found = self.transcripts.find(person, message)
        for attachment in found.attachments if found else ():
            if attachment.get("contentType") == OFFER:
                return attachment
        raise web.HTTPNotFound(text="This message offers no file.")

    async def _deliver(self, request: web.Request, activity: Mapping[str, Any]) -> Outcome:
        person = request.match_info["person"]
        return await self.delivery.deliver(origin(request), person, activity)

    async def _asked(self, request: web.Request) -> tuple[Sender, dict[str, Any]]:
        """Who acts, and what the page asked for; 400 and 404 for what cannot be."""
        try:
            asked = await request.json()
        except ValueError:
            asked = None
        if not isinstance(asked, dict):
            raise web.HTTPBadRequest(text="A JSON object was expected.")
        chat = request.match_info["person"]
        writer = await self.writer_of(chat)
        if writer is None:
            raise web.HTTPNotFound(text="Nobody here has this id.")
        person, name = writer
        sender = Sender(
            person=person,
            channel=chat if chat != person else "",
            name=name,
            service_url=origin(request) + SERVICE,
            at=self.now(),
            locale=str(asked.get("locale") or "nl-NL"),
        )
        return sender, asked


def _new() -> str:
    return uuid4().hex
