"""Somebody in front of a chat: says things, presses buttons, and sees what comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bot.exchange import CARD
from bot.rehearsing.chats import Shown
from bot.rehearsing.reading import Seen
from bot.rehearsing.stage import Stage


@dataclass(frozen=True, kw_only=True)
class Usable:
    """A card with something to press, and the message it stands in."""

    message: str
    card: Seen


@dataclass
class Somebody:
    """`key` is the object id. `actions` counts by step what the hands did: a click, a pick."""

    stage: Stage
    key: str
    name: str
    random: Random
    actions: Counter[str] = field(default_factory=Counter)
    told: str = ""
    """The sentence that the last press was answered with, instead of a card."""

    async def say(self, text: str) -> list[Shown]:
        """What comes back to a typed message."""
        before = len(self.stage.chats.arrived)
        await self._deliver("message", f'typt "{text}"', text=text, textFormat="plain")
        return self._since(before)

    async def press(self, on: Usable, number: int, filled: Mapping[str, str]) -> list[Shown]:
        """What stands in the card's place now, and then what came after it."""
        button = on.card.buttons[number]
        before = len(self.stage.chats.arrived)
        action = {
            "type": "Action.Execute",
            "title": button.title,
            "verb": "press",
            "data": {**button.data, **filled},
        }
        self.actions[self.stage.scene] += _picks(on.card, filled)
        answer = await self._deliver(
            "invoke",
            f"drukt [{button.title}] op '{on.card.title}' {_filled_in(on.card, filled)}",
            name="adaptiveCard/action",
            value={"action": action, "trigger": "manual"},
            replyToId=on.message,
        )
        came = answer.get("type") == CARD
        self.told = "" if came else str(answer.get("value") or "")
        if came:
            self.stage.chats.stands_in(self.key, on.message, dict(answer["value"]))
        now = [one for one in self.chat if one.id == on.message]
        return [*now, *self._since(before)]

    async def take(self, shown: Shown) -> None:
        """Accept an offered file."""
        offer = shown.offer or {}
        name = str(offer.get("name") or "bestand")
        value = {
            "type": "fileUpload",
            "action": "accept",
            "context": offer["content"]["acceptContext"],
            "uploadInfo": self.stage.place(name),
        }
        await self._deliver(
            "invoke",
            f"neemt {name} aan",
            name="fileConsent/invoke",
            value=value,
            replyToId=shown.id,
        )

    @property
    def chat(self) -> list[Shown]:
        return self.stage.chats.of(self.key)

    def top(self) -> Usable | None:
        """The lowest card in the chat that can be used."""
        return lowest(self.chat)

    async def _deliver(self, kind: str, doing: str, **rest: object) -> Mapping[str, Any]:
        self.actions[self.stage.scene] += 1
        return await self.stage.deliver(self.key, self.name, kind, rest, doing=doing)

    def _since(self, mark: int) -> list[Shown]:
        ids = {one.id for one in self.stage.chats.arrived[mark:]}
        return [one for one in self.chat if one.id in ids]


def lowest(shown: Iterable[Shown]) -> Usable | None:
    """Of these the last that has something to press."""
    found = [one for one in shown if one.card and one.card.buttons]
    last = found[-1] if found else None
    return Usable(message=last.id, card=last.card) if last and last.card else None


def saved(shown: Iterable[Shown]) -> bool:
    """Whether what came back says that something was kept."""
    return any("Opgeslagen" in one.words for one in shown)


def _picks(card: Seen, filled: Mapping[str, str]) -> int:
    chosen = [f for f in card.fields if f.kind in ("one", "several")]
    return sum(filled.get(one.id, one.value) != one.value for one in chosen)


def _filled_in(card: Seen, filled: Mapping[str, str]) -> str:
    known = {one.id: one.value for one in card.fields}
    return ", ".join(f"{id_}={v}" for id_, v in filled.items() if v != known.get(id_, ""))
