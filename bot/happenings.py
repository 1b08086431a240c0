"""Reads what happened to an install, a chat, a team, or to a message that was sent before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.heard import Kind, Place
from bot.shape import Json, optional, several, within, words

Reader = Callable[[Json], dict[str, Any] | None]

INSTALLS: Final[Mapping[str, Kind]] = {
    "add": "joined",
    "remove": "left",
    # A new version of the app: nobody came, nobody went.
    "add-upgrade": "noticed",
    "remove-upgrade": "noticed",
}
PLACES: Final[Mapping[str, Kind]] = {
    "channelRenamed": "renamed",
    "teamRenamed": "renamed",
    "channelDeleted": "gone",
    "teamArchived": "gone",
    "teamDeleted": "gone",
    "teamHardDeleted": "gone",
    "channelRestored": "back",
    "teamUnarchived": "back",
    "teamRestored": "back",
}
WITHOUT_A_PERSON: Final[frozenset[Kind]] = frozenset({"joined", "left", *PLACES.values(), "met"})
"""What may come from a team or a meeting, with nobody to talk to."""


def place_of(body: Json) -> Place | None:
    """The team and channel that something is about; None in a personal or a group chat."""
    data = within(body, "channelData")
    team, channel = within(data, "team"), within(data, "channel")
    found = Place(
        team=optional(team, "id") or optional(data, "teamsTeamId"),
        team_name=words(team, "name")[:200],
        channel=optional(channel, "id") or optional(data, "teamsChannelId"),
        channel_name=words(channel, "name")[:200],
    )
    return found if found.team or found.channel else None


def installation(body: Json) -> dict[str, Any] | None:
    kind = INSTALLS.get(optional(body, "action"))
    return {"kind": kind} if kind else None


def changed_chat(body: Json) -> dict[str, Any] | None:
    """The bot or somebody else came or went, or a team or channel changed."""
    bot = optional(within(body, "recipient"), "id")
    changes: dict[str, Kind] = {"membersAdded": "joined", "membersRemoved": "left"}
    for key, kind in changes.items():
        if any(member.get("id") == bot for member in several(body, key)):
            return {"kind": kind}
    event = _event(body)
    if event in PLACES:
        return {"kind": PLACES[event], "event": event}
    in_group = optional(within(body, "conversation"), "conversationType") == "groupChat"
    return {"kind": "met"} if in_group and several(body, "membersAdded") else None


def changed_message(body: Json) -> dict[str, Any] | None:
    """An edit, or a message that was deleted and put back."""
    kinds: dict[str, Kind] = {"editMessage": "edited", "undeleteMessage": "restored"}
    kind = kinds.get(_event(body))
    return _about_message(body, kind) if kind else {"kind": "noticed"}


def deleted_message(body: Json) -> dict[str, Any] | None:
    return _about_message(body, "deleted")


def noticed(body: Json) -> dict[str, Any] | None:
    """A thumb on a message, for one."""
    return {"kind": "noticed"}


def _about_message(body: Json, kind: Kind) -> dict[str, Any] | None:
    """Teams gives it the id of the message itself: the time tells one edit from the next."""
    original = optional(body, "id")
    if not original:
        return None
    activity = f"{original}/{kind}/{optional(body, 'timestamp')}"
    return {"kind": kind, "original": original, "activity": activity}


def _event(body: Json) -> str:
    return optional(within(body, "channelData"), "eventType")
