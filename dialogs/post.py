"""A message that somebody is owed: what kinds there are made of, and making one in a turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dialogs.turn import Reply, Said
from plan.calendar import next_decent
from plan.dossier import Dossier
from plan.records import Message, Person
from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of message that goes out by itself; they stand in `dialogs.messages.KINDS`.

    `say` gives the message as it reads now, None when it is no longer needed. `summary` is what
    the activity feed shows: no names of people, nothing they wrote.
    """

    say: Callable[[Dossier, Message, Person, datetime], Reply | None]
    summary: Text
    tell: Callable[[Dossier, Message, datetime], Reply | None] | None = None
    """The same for the channel of a team; a kind without it can never reach one."""


def message(
    said: Said,
    kind: str,
    to: str,
    about: str,
    *,
    org: str | None = None,
    request: str | None = None,
    text: str = "",
    due: datetime | None = None,
) -> Message:
    """Sent once, at a decent hour; what it says is worked out when it goes out.

    `kind` is one of `dialogs.messages.KINDS`, `about` what it is about: with both and the
    receiver it is unique.
    """
    return Message(
        key=f"{kind}/{about}/{to}",
        to=to,
        kind=kind,
        org=org,
        request=request,
        text=text,
        due=due or next_decent(said.at),
        made_at=said.at,
    )
