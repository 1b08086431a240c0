"""Activities in the shape Microsoft Teams sends them, for what people do on the trial page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

TENANT = "dev"
BOT = {"id": "28:uitvoeringsplan", "name": "Uitvoeringsplan"}
CONVERSATION = "trial:"
"""A person's personal conversation is this followed by the person's id; a channel's by its own."""


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who acts, in which chat, through which connector, when, and in which language the page is.

    In a channel the bot only hears what mentions it: the page does that by itself.
    """

    person: str
    name: str
    service_url: str
    at: datetime
    locale: str
    channel: str = ""
    """The chat, when it is that of a team; otherwise it is the person's own."""

    @property
    def chat(self) -> str:
        return self.channel or self.person

    def activity(self, kind: str, id: str, **rest: Any) -> dict[str, Any]:  # noqa: A002
        """What every activity from a personal chat carries, with `rest` on top."""
        stamp = self.at.isoformat(timespec="milliseconds")
        return {
            "type": kind,
            "id": id,
            "timestamp": stamp,
            "localTimestamp": stamp,
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": self.person, "aadObjectId": self.person, "name": self.name},
            "conversation": {
                "id": CONVERSATION + self.chat,
                "conversationType": "channel" if self.channel else "personal",
                "tenantId": TENANT,
            },
            "recipient": dict(BOT),
            "locale": self.locale,
            "entities": [{"type": "clientInfo", "locale": self.locale, "platform": "Web"}],
            "channelData": {"tenant": {"id": TENANT}},
        } | rest

    def installed(self, activity: str) -> dict[str, Any]:
        return self.activity("installationUpdate", activity, action="add")

    def words(self, activity: str, text: str) -> dict[str, Any]:
        said = self.activity("message", activity, text=text, textFormat="plain")
        if not self.channel:
            return said
        mention = {"type": "mention", "text": f"<at>{BOT['name']}</at>", "mentioned": dict(BOT)}
        said["entities"].append(mention)
        return said | {"text": f"{mention['text']} {text}"}

    def submit(self, activity: str, about: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """`Action.Submit`: a message without text whose value is the card's data and inputs."""
        return self.activity("message", activity, value=dict(data), replyToId=about)

    def execute(self, activity: str, about: str, action: Mapping[str, Any]) -> dict[str, Any]:
        """`Action.Execute`: an invoke; `action` holds type, title, id, verb and data."""
        return self.activity(
            "invoke",
            activity,
            name="adaptiveCard/action",
            value={"action": dict(action), "trigger": "manual"},
            replyToId=about,
        )

    def file_answer(self, activity: str, about: str, value: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to an offered file; `value` holds action, context and where it may go."""
        return self.activity(
            "invoke",
            activity,
            name="fileConsent/invoke",
            value={"type": "fileUpload"} | dict(value),
            replyToId=about,
        )
