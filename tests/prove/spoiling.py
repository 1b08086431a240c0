"""Spoils an activity in one of the ways in which one can be wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

Json = dict[str, Any]


def _deep(levels: int) -> Any:
    inside: Any = "x"
    for _ in range(levels):
        inside = {"a": inside} if levels % 2 else [inside]
    return inside


JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 1.5, -0.0, 1e308, 10**30, 2**63, "", " ", "x", "null"),
    *("\ud800", "\x00", "\u202e\u200b", "\n", "é" * 600, "9" * 3_000, "x" * 40_000, "<at>x</at>"),
    *("nan", "2026-13-45T99:99:99Z", "0001-01-01T00:00:00Z", "1e999", "../..", "{{DATE()}}"),
    *([], [1], [None], [[]], ["x"] * 300, [{}] * 300, {}, {"id": 5}, {"id": {}}, {"": ""}),
    *({"py/reduce": [{"py/function": "os.mkdir"}, ["x"]]}, {"__class__": "x"}, {"$ref": "#"}),
    *(_deep(5), _deep(18), _deep(19), _deep(60), {"tenant": 5}, {"tenant": {"id": []}}),
)
NAMES = (
    *("type", "id", "name", "value", "text", "action", "data", "v", "c", "f", "uploadInfo"),
    *("timestamp", "localTimestamp", "expiration", "entities", "attachments", "channelData"),
    *("membersAdded", "membersRemoved", "conversation", "from", "recipient", "aadObjectId"),
    *("replyToId", "deliveryMode", "callerId", "locale", "relatesTo", "suggestedActions", "size"),
    *("conversationType", "isGroup", "tenantId", "role", "properties", "reactionsAdded", "code"),
)
KINDS = (
    *("message", "messageUpdate", "messageDelete", "messageReaction", "conversationUpdate"),
    *("installationUpdate", "invoke", "invokeResponse", "typing", "event", "endOfConversation"),
    *("contactRelationUpdate", "deleteUserData", "trace", "handoff", "command", "suggestion", "X"),
)


def spoilt(body: Json, chance: Random) -> bytes:
    """As it goes over the line. Now and then it is no JSON any more."""
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3, 6))):
        chance.choice(WAYS)(body, chance)
    raw = json.dumps(body).encode()
    if chance.random() < 0.1:
        raw = chance.choice(RAW)(raw, chance)
    return raw


def places(body: Any) -> list[Any]:
    """Every object and list in it, itself too."""
    inner = body.values() if isinstance(body, dict) else body
    found = [one for one in inner if isinstance(one, dict | list)]
    return [body, *(place for one in found for place in places(one))]


def _put(body: Json, chance: Random) -> None:
    place = chance.choice(places(body))
    if place:
        at = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        place[at] = deepcopy(chance.choice(JUNK))


def _add(body: Json, chance: Random) -> None:
    place = chance.choice([one for one in places(body) if isinstance(one, dict)])
    place[chance.choice(NAMES)] = deepcopy(chance.choice(JUNK))


def _leave_out(body: Json, chance: Random) -> None:
    place = chance.choice([one for one in places(body) if isinstance(one, dict)])
    if place:
        place.pop(chance.choice(list(place)))


def _exchange(body: Json, chance: Random) -> None:
    one, other = chance.choice(places(body)), chance.choice(places(body))
    if isinstance(one, dict) and one and other is not one:
        one[chance.choice(list(one))] = json.loads(json.dumps(other))


def _of_another_kind(body: Json, chance: Random) -> None:
    body["type"] = chance.choice(KINDS)


def _called(body: Json, chance: Random) -> None:
    body["name"] = chance.choice(
        ("adaptiveCard/action", "fileConsent/invoke", "task/fetch", "composeExtension/query", "x")
    )


def _many(body: Json, chance: Random) -> None:
    body["entities"] = [
        {
            "type": "mention",
            "text": "<at>a</at>",
            "mentioned": {"id": "x", "name": "<at>a</at>" * 9},
        }
        for _ in range(chance.choice((1, 40, 900)))
    ]
    body["text"] = "<at>a</at>" * chance.choice((1, 400, 9_000))


WAYS: tuple[Callable[[Json, Random], None], ...] = (
    *(_put, _put, _put, _add, _add, _leave_out, _leave_out, _exchange),
    *(_of_another_kind, _called, _many),
)


def _cut(raw: bytes, chance: Random) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _flipped(raw: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]


def _twice(raw: bytes, chance: Random) -> bytes:
    return raw[:-1] + b', "type": "message", "conversation": {"id": 5}}'


def _number(raw: bytes, chance: Random) -> bytes:
    odd = (b"NaN", b"-Infinity", b"1e999", b"9" * 5_000, b"0x10", b"01")
    return raw.replace(b'"nl-NL"', chance.choice(odd))


def _coded(raw: bytes, chance: Random) -> bytes:
    coding = chance.choice(("utf-16", "utf-32", "utf-8-sig"))
    return raw.decode().encode(coding)


RAW: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_cut, _flipped, _flipped, _twice, _number, _coded),
    lambda raw, chance: b"[" * 100_000,
    lambda raw, chance: b"[" + raw + b"]",
)
