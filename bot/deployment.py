"""What whoever runs the assistant decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.credentials import AppToken, Credentials
from bot.entrance import Entrance


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """Without credentials it is for trying only: the clock moves and the page is there.

    entrance and token: as a Channel takes them. coordinators: `tenant/object id` of who may start
    a plan without having one. chats: the file in which the page keeps what was said, so that a
    restart shows it again. metrics_for_all: whether other machines may read the figures.
    """

    credentials: Credentials | None
    entrance: Entrance | None = None
    token: AppToken | None = None
    coordinators: frozenset[str] = frozenset()
    chats: Path | None = None
    metrics_for_all: bool = False

    def may_start(self, who: str) -> bool:
        """Whether this speaker may start a plan; to try it, everybody may."""
        return who in self.coordinators or self.credentials is None


TRYING: Final = Deployment(credentials=None)
"""On one computer, for whoever wants to see what it is."""
