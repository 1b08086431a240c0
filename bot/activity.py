"""Reads what the channel delivers; pure, and never trusting."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from bot.attached import attached
from bot.happenings import (
    WITHOUT_A_PERSON,
    Reader,
    changed_chat,
    changed_message,
    deleted_message,
    installation,
    noticed,
    place_of,
)
from bot.heard import Heard, Scope
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
    alone = found["kind"] in WITHOUT_A_PERSON
    envelope = _envelope(body, dev=dev, alone=alone)
    if alone and envelope["scope"] == "personal" and not envelope["object_id"]:
        return None
    return Heard(**(envelope | found))


def _envelope(body: Json, *, dev: bool, alone: bool) -> dict[str, Any]:
    """alone: whether there need not be a person."""
    sender, conversation = within(body, "from"), within(body, "conversation")
    tenant = _tenant(body) or ("dev" if dev else "")
    person = optional(sender, "aadObjectId")
    if dev and not person:
        person = optional(sender, "id") if alone else identifier(sender, "id")
    if not tenant or not (person or alone):
        raise MalformedError("from nobody we can know")
    return {
        "tenant": tenant,
        "object_id": person.lower(),
        "name": words(sender, "name")[:LONGEST_NAME],
        "conversation": conversation["id"],
        "scope": _scope(conversation),
        "place": place_of(body),
        "activity": optional(body, "id"),
        "sent": moment(body, "timestamp"),
        "about": optional(body, "replyToId") or None,
        "locale": optional(body, "locale") or "nl-NL",
        "address": {
            "service_url": body["serviceUrl"],
            "conversation": conversation["id"],
            "bot": identifier(within(body, "recipient"), "id"),
            "user": optional(sender, "id") if alone else identifier(sender, "id"),
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
    sort = attached(body, text)
    if sort:
        return {"kind": "attachment", "text": text, "attached": sort}
    return {"kind": "words", "text": text} if text else None


def _edited(body: Json) -> dict[str, Any] | None:
    """What the message says now."""
    found = changed_message(body)
    return {"text": _spoken(body), **found} if found else None


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


_READERS: Mapping[str, Reader] = {
    "message": _message,
    "invoke": _invoke,
    "installationUpdate": installation,
    "conversationUpdate": changed_chat,
    "messageUpdate": _edited,
    "messageDelete": deleted_message,
    "messageReaction": noticed,
}
_INVOKES: Mapping[str, Callable[[Json], dict[str, Any]]] = {
    "adaptiveCard/action": _execute,
    "fileConsent/invoke": _consent,
}
