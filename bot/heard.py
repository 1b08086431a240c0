"""What crosses the seam between the channel and the turns: plain values, no SDK."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Kind = Literal[
    "words",
    "press",
    "joined",
    "returned",
    "left",
    "edited",
    "deleted",
    "restored",
    "met",
    "renamed",
    "gone",
    "back",
    "noticed",
    "file_accepted",
    "file_declined",
    "attachment",
]
Scope = Literal["personal", "groupChat", "channel"]
UNASKED: frozenset[Kind] = frozenset({"left", "met", "renamed", "gone", "back", "noticed"})
"""What nobody said or did to the assistant itself, so that nobody waits for an answer."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A team, and the channel something happens in or to; names only where Teams gives them."""

    team: str = ""
    team_name: str = ""
    channel: str = ""
    channel_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One thing that came in from the channel, after the channel's own checks.

    kind: `words` typed text (mention stripped); `press` a button of a card; `joined` and `left`
    the app was installed for or removed by this person, or this team or group chat; `returned`
    installed again by somebody who had removed it (only the turns can tell); `edited`, `deleted`
    and `restored` an earlier message was; `met` somebody came into a group chat; `renamed`, `gone`
    and `back` a team or channel was, `event` says how; `noticed` nothing that is answered, but it
    tells where somebody can be reached; `file_accepted` and `file_declined` the answer to an
    offered file; `attachment` something was sent along that is not read.
    """

    kind: Kind
    tenant: str
    object_id: str
    name: str
    conversation: str
    scope: Scope
    activity: str
    """The channel's id of this activity, for leaving out a second delivery."""
    sent: datetime | None = None
    """When the channel took it in, by its own clock."""
    original: str = ""
    """The id of the message that was edited, deleted or restored."""
    event: str = ""
    """Teams' own word for what happened to a team or channel, such as `channelDeleted`."""
    place: Place | None = None
    """The team and channel, of whatever happens in one."""
    about: str | None = None
    """The id of the message whose card was used."""
    text: str = ""
    card: str = ""
    """`<card key>.<button number>` as the card carried it."""
    inputs: Mapping[str, str] = field(default_factory=dict)
    odd: bool = False
    """Whether something was among the inputs that no client sends: no plain value, no fit name."""
    attached: str = ""
    """What came along (`bot.attached`)."""
    file: str = ""
    """The id of an offered file."""
    upload: Mapping[str, str] = field(default_factory=dict)
    """Where an accepted file goes: upload_url, content_url, name, unique_id."""
    address: Mapping[str, str] = field(default_factory=dict)
    """Where to reach this person later: service_url, conversation, bot, user, tenant, channel."""
    locale: str = "nl-NL"

    @property
    def asks(self) -> bool:
        """Whether somebody waits for an answer."""
        return self.kind not in UNASKED


@dataclass(frozen=True, kw_only=True)
class OfferedFile:
    """A document offered by the file consent flow. `id` comes back when it is accepted."""

    id: str
    name: str
    description: str
    size: int


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One message out: text, an Adaptive Card, or an offered file."""

    text: str = ""
    card: Mapping[str, Any] | None = None
    file: OfferedFile | None = None
    summary: str = ""
    """What the activity feed shows; never what a person wrote."""
    notify: bool = False


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What goes back: `instead` replaces the card that was used, `then` are new messages."""

    instead: Mapping[str, Any] | None = None
    then: tuple[Outgoing, ...] = ()
    notice: str = ""
    """Shown with a card that stays, and nowhere else."""
    done: Callable[[], None] | None = None
    """To be told when it has been handed over."""


def followed_by(first: Answered, more: Answered) -> Answered:
    """Both, one after the other; the card that was used is the first one's."""
    tells = [each.done for each in (first, more) if each.done]

    def done() -> None:
        for tell in tells:
            tell()

    then = (*first.then, *more.then)
    return Answered(instead=first.instead, then=then, notice=first.notice, done=done)
