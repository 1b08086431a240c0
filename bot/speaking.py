"""Who speaks, matched on tenant and object id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.heard import Heard, Place
from plan.records import Desk, Person, Team
from plan.text import Language


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Who speaks, as the shared part knows them, and in the plan in hand ("" is none)."""

    desk: Desk
    plan: str
    language: Language | None


def who_speaks(heard: Heard) -> str:
    return f"{heard.tenant}/{heard.object_id}"


def lobby_key(heard: Heard) -> str:
    """Who somebody is in a plan that does not exist yet."""
    return re.sub(r"[^a-z0-9-]+", "-", heard.object_id.lower()).strip("-") or "p"


def visitor(heard: Heard) -> Person:
    return Person(
        key=lobby_key(heard),
        name=heard.name,
        tenant=heard.tenant,
        object_id=heard.object_id,
    )


def team_of(heard: Heard, now: datetime) -> Team | None:
    """The channel something was said in: new posts go to the channel, not to the thread."""
    if heard.scope != "channel" or not heard.address:
        return None
    channel = heard.conversation.partition(";")[0]
    place = heard.place or Place()
    return Team(
        key=channel,
        reference={**heard.address, "conversation": channel},
        by="",
        at=now,
        name=place.channel_name,
        team=place.team,
        team_name=place.team_name,
    )


def language_of(locale: str) -> Language:
    return "en" if locale.lower().startswith("en") else "nl"
