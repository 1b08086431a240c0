"""Who gets in: whom the token is for, where answers go, and of which tenants people are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.allowance import Allowance
from bot.credentials import Credentials
from bot.hosts import LOOPBACK, TEAMS, Hosts
from bot.keys import METADATA
from bot.shape import MalformedError
from bot.tokens import RefusedError, Shown

TENANT = "x-ms-tenant-id"
"""Teams fills this header only where it has checked the tenant itself."""


class ForeignError(Exception):
    """Somebody of a tenant that is not on the list."""


class Headers(Protocol):
    def getall(self, key: str, default: Sequence[str]) -> Sequence[str]: ...


@dataclass(frozen=True, kw_only=True)
class Entrance:
    """tenants: the ids, in small letters, of those whose people may come in.

    metadata: where the channel's keys are found. allowance: how much one person may say, if there
    is a limit to it.
    """

    tenants: frozenset[str]
    hosts: Hosts = TEAMS
    metadata: str = METADATA
    allowance: Allowance | None = field(default_factory=Allowance)

    @staticmethod
    def of(credentials: Credentials | None) -> Entrance:
        """For people of the app's own tenant; without an app for everybody on this computer."""
        if credentials is None:
            return Entrance(tenants=frozenset(), hosts=LOOPBACK, allowance=None)
        return Entrance(tenants=frozenset({credentials.tenant.lower()}))

    def bind(self, shown: Shown, body: Mapping[str, Any], headers: Headers) -> None:
        """Raises RefusedError unless the token is about this body, then ForeignError."""
        service, channel = body.get("serviceUrl"), body.get("channelId")
        if service != shown.service or not self.hosts.admits(service):
            raise RefusedError("another service URL")
        if not isinstance(channel, str) or channel not in shown.endorsements:
            raise RefusedError("another channel")
        named = tenants_of(body, headers)
        if len(named) != 1 or not named <= self.tenants:
            raise ForeignError


def tenants_of(body: Mapping[str, Any], headers: Headers) -> set[str]:
    """All the tenants that an activity says it is of, in small letters. MalformedError."""
    data, conversation = _within(body, "channelData"), _within(body, "conversation")
    told = [
        _within(data, "tenant").get("id"),
        conversation.get("tenantId"),
        *headers.getall(TENANT, ()),
    ]
    if any(not isinstance(one, str) for one in told if one is not None):
        raise MalformedError("no id of a tenant")
    return {one.lower() for one in told if one}


def _within(body: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = body.get(key)
    return found if isinstance(found, dict) else {}
