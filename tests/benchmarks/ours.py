"""Whom our own servers let in when they are measured: whoever shows a token of the fakes."""

from __future__ import annotations

import os

from bot.credentials import Credentials
from bot.entrance import Entrance
from bot.hosts import LOOPBACK
from bot.pacing import unpaced
from bot.sender import Sender
from tests.benchmarks.tokens import APP, LOGIN, ask_here
from tests.bot.issuer import METADATA

TENANT = "0c7b9a52-27c1-4a63-8f5c-bd8f3f1e5a10"


def credentials() -> Credentials | None:
    """None without LOGIN: then nobody is asked for anything."""
    if not LOGIN:
        return None
    ask_here()
    return Credentials(app_id=APP, password="secret", tenant=TENANT)  # noqa: S106


def entrance() -> Entrance | None:
    """Without a limit for one person, as a few stand for many."""
    if not LOGIN:
        return None
    return Entrance(
        tenants=frozenset({TENANT}), hosts=LOOPBACK, metadata=LOGIN + METADATA, allowance=None
    )


def sender() -> Sender | None:
    """Without Teams' own limits, unless it is those that are measured: a few stand for many."""
    return None if os.environ.get("PACED") else Sender(unpaced())
