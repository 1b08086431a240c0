"""The channels of teams that a plan announces in, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from plan.dossier import Dossier
from plan.records import Team, altered

GONE = frozenset(
    {"channelDeleted", "teamArchived", "teamDeleted", "teamHardDeleted", "appRemoved"}
)
"""After these nothing can be said there any more."""
BACK: Mapping[str, frozenset[str]] = {
    "channelRestored": frozenset({"channelDeleted"}),
    "teamUnarchived": frozenset({"teamArchived"}),
    "teamRestored": frozenset({"teamDeleted", "teamHardDeleted"}),
    "appAdded": frozenset({"appRemoved"}),
}
"""What each makes undone: a channel of an archived team is not back when it is restored."""


def is_of(team: Team, id: str, channel: str) -> bool:  # noqa: A002 - Teams' own word
    """Whether it is this channel, or any of that team; one that was named long ago has no team."""
    return bool((channel and team.key == channel) or (id and id in (team.team, team.key)))


def changed(team: Team, event: str, team_name: str, channel_name: str, at: datetime) -> Team:
    """The channel after something of that name happened to it or to its team."""
    if event == "channelRenamed" and channel_name:
        return altered(team, name=channel_name)
    if event == "teamRenamed" and team_name:
        return altered(team, team_name=team_name)
    if event in GONE and not team.gone:
        return altered(team, gone=event, gone_at=at)
    if team.gone in BACK.get(event, ()):
        return altered(team, gone="", gone_at=None)
    return team


def moved(team: Team, address: Mapping[str, str]) -> Team:
    """With the address that the channel has now; who spoke there does not matter."""
    parts = ("service_url", "bot", "tenant", "channel")
    fresh = {part: address[part] for part in parts if part in address}
    return altered(team, reference={**team.reference, **fresh})


def open_channels(dossier: Dossier) -> Iterable[Team]:
    """Those in which something can be said."""
    return (team for team in dossier.all(Team) if not team.gone)
