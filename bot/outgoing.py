"""Every request that goes out, counted by what came of it; where it went is told to nobody."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Final

from aiohttp import (
    ClientSession,
    TraceConfig,
    TraceRequestEndParams,
    TraceRequestExceptionParams,
)
from yarl import URL

from bot import figures

BY_STATUS: Final = {
    401: "token",
    403: "forbidden",
    404: "gone",
    408: "unclear",
    412: "again",
    413: "size",
    429: "throttled",
    502: "unclear",
    503: "again",
    504: "unclear",
}
TO_TEAMS: Final = "/v3/conversations"


def counted() -> TraceConfig:
    """For the session that everything shares."""
    trace = TraceConfig()
    trace.on_request_end.append(_ended)
    trace.on_request_exception.append(_broke)
    return trace


async def _ended(_: ClientSession, __: SimpleNamespace, ended: TraceRequestEndParams) -> None:
    status = ended.response.status
    if _is_to_teams(ended.url):
        ok = status < 300
        figures.sent("sent" if ok else BY_STATUS.get(status, "refused"))
    elif _is_of_keys(ended.url):
        figures.token("fetched" if status < 300 else "failed")


async def _broke(
    _: ClientSession, __: SimpleNamespace, broke: TraceRequestExceptionParams
) -> None:
    if _is_to_teams(broke.url):
        figures.sent("unanswered")
    elif _is_of_keys(broke.url):
        figures.token("failed")


def _is_to_teams(url: URL) -> bool:
    return TO_TEAMS in url.path


def _is_of_keys(url: URL) -> bool:
    """Where the channel's keys are, and where tokens come from."""
    return any(word in url.path for word in ("keys", "openid", "token", "jwks"))
