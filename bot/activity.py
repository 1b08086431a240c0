"""Reads what the channel delivers; pure, and never trusting."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from bot.heard import Heard, Kind, Scope
from bot.press import pressed
from bot.shape import (
    LONGEST_ADDRESS,
    Json,
    MalformedError,
    identifier,
    moment,
    optional,
    several,
    within,
    words,
)

LONGEST_NAME: Final = 200
LONGEST_TEXT: Final = 40_000
"""Characters; Teams sends some 28,000 at most."""
_TAG = re.compile(r"<at(?: [^<>]*)?>[^<>]*</at>")

_Reader = Callable[[Json], dict[str, Any] | None]


def checked(body: Json) -> None:
    """Raises MalformedError unless `body` says what it is, where it is from and where it goes."""
    identifier(body, "type")
    identifier(body, "channelId")
    identifier(body, "serviceUrl", longest=LONGEST_ADDRESS)
    identifier(within(body, "conversation"), "id")
    optional(body, "deliveryMode")


def read(body: Json, *, dev: bool = False) -> Heard | None:
    """What somebody said or did with `body`; None when it is nothing we listen to.

    In `dev` the tenant may be absent, and the sender's id stands for an absent object id.
    Raises MalformedError.
    """
    checked(body)
    reader = _READERS.get(body["type"])
    found = reader(body) if reader else None
    if found is None:
        return None
    installed = found["kind"] in {"joined", "left"}
    if installed and not dev and not within(body, "from").get("aadObjectId"):
        return None  # A team or a meeting: nobody to talk to.
    return Heard(**_envelope(body, dev=dev), **found)


def _envelope(body: Json, *, dev: bool) -> dict[str, Any]:
    sender, conversation = within(body, "from"), within(body, "conversation")
    tenant = _tenant(body) or ("dev" if dev else "")
    person = optional(sender, "aadObjectId") or (identifier(sender, "id") if dev else "")
    if not tenant or not person:
        raise MalformedError("from nobody we can know")
    return {
        "tenant": tenant,
        "object_id": person,
        "name": words(sender, "name")[:LONGEST_NAME],
        "conversation": conversation["id"],
        "scope": _scope(conversation),
        "activity": optional(body, "id"),
        "sent": moment(body, "timestamp"),
        "about": optional(body, "replyToId") or None,
        "locale": optional(body, "locale") or "nl-NL",
        "address": {
            "service_url": body["serviceUrl"],
            "conversation": conversation["id"],
            "bot": identifier(within(body, "recipient"), "id"),
            "user": identifier(sender, "id"),
            "tenant": tenant,
            "channel": body["channelId"],
        },
    }


def _tenant(body: Json) -> str:
    named = {
        optional(within(within(body, "channelData"), "tenant"), "id").lower(),
        optional(within(body, "conversation"), "tenantId").lower(),
    } - {""}
    if len(named) > 1:
        raise MalformedError("two tenants")
    return named.pop() if named else ""


def _scope(conversation: Json) -> Scope:
    named = optional(conversation, "conversationType") or "personal"
    for scope in get_args(Scope):
        if scope == named:
            return scope  # type: ignore[no-any-return]
    raise MalformedError("unknown kind of conversation")


def _message(body: Json) -> dict[str, Any] | None:
    value, text = body.get("value"), _spoken(body)
    if isinstance(value, dict) and ("c" in value or not text):
        return {"kind": "press", **pressed(value)}
    # Teams adds the formatted text itself as an attachment.
    files = [f for f in several(body, "attachments") if f.get("contentType") != "text/html"]
    if files:
        return {"kind": "attachment", "text": text}
    return {"kind": "words", "text": text} if text else None


def _spoken(body: Json) -> str:
    """The text with the mention of the bot taken out, and others by name.

    In one go: a name that holds a mention is no mention.
    """
    bot, names = optional(within(body, "recipient"), "id"), {}
    for entity in several(body, "entities"):
        tag = words(entity, "text")
        if entity.get("type") == "mention" and _TAG.fullmatch(tag):
            mentioned = within(entity, "mentioned")
            name = "" if mentioned.get("id") == bot else words(mentioned, "name")
            names[tag] = name[:LONGEST_NAME]
    text = _TAG.sub(
        lambda tag: names.get(tag[0], tag[0]), words(body, "text", longest=LONGEST_TEXT)
    )
    return text.replace("&nbsp;", " ").strip()


def _invoke(body: Json) -> dict[str, Any] | None:
    reader = _INVOKES.get(optional(body, "name"))
    return reader(within(body, "value")) if reader else None


def _execute(value: Json) -> dict[str, Any]:
    data = within(value, "action").get("data")
    if not isinstance(data, dict):
        raise MalformedError("an action without data")
    return {"kind": "press", **pressed(data)}


def _consent(value: Json) -> dict[str, Any]:
    file = identifier(within(value, "context"), "f")
    action = identifier(value, "action")
    if action == "decline":
        return {"kind": "file_declined", "file": file}
    if action != "accept":
        raise MalformedError("neither accepted nor declined")
    place = within(value, "uploadInfo")
    upload = {
        "upload_url": identifier(place, "uploadUrl", longest=2 * LONGEST_ADDRESS),
        "content_url": identifier(place, "contentUrl", longest=2 * LONGEST_ADDRESS),
        "name": identifier(place, "name"),
        "unique_id": identifier(place, "uniqueId"),
    }
    return {"kind": "file_accepted", "file": file, "upload": upload}


def _installation(body: Json) -> dict[str, Any] | None:
    kinds: dict[str, Kind] = {"add": "joined", "remove": "left"}
    kind = kinds.get(optional(body, "action"))
    return {"kind": kind} if kind else None


def _membership(body: Json) -> dict[str, Any] | None:
    bot = optional(within(body, "recipient"), "id")
    changes: dict[str, Kind] = {"membersAdded": "joined", "membersRemoved": "left"}
    for key, kind in changes.items():
        if any(member.get("id") == bot for member in several(body, key)):
            return {"kind": kind}
    return None


_READERS: Mapping[str, _Reader] = {
    "message": _message,
    "invoke": _invoke,
    "installationUpdate": _installation,
    "conversationUpdate": _membership,
}
_INVOKES: Mapping[str, Callable[[Json], dict[str, Any]]] = {
    "adaptiveCard/action": _execute,
    "fileConsent/invoke": _consent,
}
