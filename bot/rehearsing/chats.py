"""What everybody has in the chat, and every message that arrived, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.exchange import CARD
from bot.rehearsing.reading import Seen, seen
from bot.trial_chat import OFFER
from plan.calendar import local

PERSONAL = "a:"
"""The personal conversation of somebody is this followed by the person's id."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A message as it stands in a chat now."""

    id: str
    at: datetime
    to: str
    """The person, or the conversation of a channel."""
    text: str = ""
    summary: str = ""
    card: Seen | None = None
    offer: Mapping[str, Any] | None = None
    proactive: bool = False
    """Whether the assistant began, and nobody had just said anything."""

    @property
    def personal(self) -> bool:
        return not self.to.startswith("19:")

    @property
    def words(self) -> str:
        offered = str(self.offer.get("name", "")) if self.offer else ""
        return self.text or (self.card.text if self.card else offered)


@dataclass
class Chats:
    """`now` is the moved clock; `proactive` says whether the outbox is at work."""

    now: Callable[[], datetime]
    proactive: bool = False
    arrived: list[Shown] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """Everything that was said and done, for whoever wants to read along."""
    _standing: dict[str, list[Shown]] = field(default_factory=lambda: defaultdict(list))

    def arrives(self, conversation: str, activity: Mapping[str, Any]) -> str:
        made = Shown(
            id=f"m{len(self.arrived) + 1}",
            at=self.now(),
            to=conversation.removeprefix(PERSONAL),
            proactive=self.proactive,
            **_content(activity),
        )
        self.arrived.append(made)
        self._write(made.to, "*" if made.proactive else "<", made)
        self._standing[made.to].append(made)
        return made.id

    def changes(self, conversation: str, message: str, activity: Mapping[str, Any]) -> bool:
        """Something else in place of an earlier message; False when it is not there."""
        return self._put(conversation.removeprefix(PERSONAL), message, _content(activity))

    def stands_in(self, to: str, message: str, card: Mapping[str, Any]) -> None:
        """The card that came back with a press."""
        self._put(to, message, {"card": seen(dict(card)), "text": ""})
        for one in self.of(to):
            if one.id == message:
                self._write(to, "=", one)

    def happens(self, who: str, doing: str) -> None:
        """Somebody did something."""
        self.lines.append(f"{local(self.now()):%Y-%m-%d %H.%M.%S} {who} > {doing}")

    def goes(self, conversation: str, message: str) -> None:
        to = conversation.removeprefix(PERSONAL)
        self._standing[to] = [one for one in self._standing[to] if one.id != message]

    def of(self, to: str) -> list[Shown]:
        return self._standing[to]

    def _write(self, to: str, sign: str, shown: Shown) -> None:
        fields = (
            [f"{f.label} ({f.id}) = {f.value!r}" for f in shown.card.fields] if shown.card else []
        )
        buttons = [f"[{b.title}]" for b in shown.card.buttons] if shown.card else []
        body = "\n    ".join([shown.words.replace("\n", "\n    "), *fields, *buttons])
        self.lines.append(f"{local(self.now()):%Y-%m-%d %H.%M.%S} {to} {sign} {body}")

    def _put(self, to: str, message: str, content: Mapping[str, Any]) -> bool:
        standing = self._standing[to]
        for number, one in enumerate(standing):
            if one.id == message:
                standing[number] = replace(one, **content)
                return True
        return False


def _content(activity: Mapping[str, Any]) -> dict[str, Any]:
    found = {a["contentType"]: a for a in activity.get("attachments") or ()}
    card = found.get(CARD)
    return {
        "text": activity.get("text") or "",
        "summary": activity.get("summary") or "",
        "card": seen(card["content"]) if card else None,
        "offer": found.get(OFFER),
    }
