"""Somebody in front of a chat: says things, presses buttons, and sees what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from bot.exchange import CARD
from bot.rehearsing.chats import Shown
from bot.rehearsing.reading import Seen
from bot.rehearsing.stage import Stage


@dataclass
class Somebody:
    """`key` is the object id; `actions` counts what the hands did."""

    stage: Stage
    key: str
    name: str
    random: Random
    actions: int = 0
    told: str = ""
    """The sentence that the last press was answered with, instead of a card."""

    async def say(self, text: str) -> list[Shown]:
        """What comes back to a typed message."""
        before = self._mark()
        await self._deliver("message", text=text, textFormat="plain")
        return self._since(before)

    async def press(self, shown: Shown, number: int, filled: Mapping[str, str]) -> list[Shown]:
        """What stands in the card's place now, and then what came after it."""
        card = _card(shown)
        button = card.buttons[number]
        before = self._mark()
        action = {
            "type": "Action.Execute",
            "title": button.title,
            "verb": "press",
            "data": {**button.data, **filled},
        }
        answer = await self._deliver(
            "invoke",
            name="adaptiveCard/action",
            value={"action": action, "trigger": "manual"},
            replyToId=shown.id,
        )
        self.told = ""
        if answer.get("type") == CARD:
            self.stage.chats.stands_in(self.key, shown.id, dict(answer["value"]))
        else:
            self.told = str(answer.get("value") or "")
        now = next((one for one in self.chat if one.id == shown.id), None)
        return [*([now] if now else []), *self._since(before)]

    async def take(self, shown: Shown) -> None:
        """Accept an offered file."""
        offer = shown.offer or {}
        value = {
            "type": "fileUpload",
            "action": "accept",
            "context": offer["content"]["acceptContext"],
            "uploadInfo": self.stage.place(str(offer.get("name") or "bestand")),
        }
        await self._deliver("invoke", name="fileConsent/invoke", value=value, replyToId=shown.id)

    @property
    def chat(self) -> list[Shown]:
        return self.stage.chats.of(self.key)

    def top(self) -> Shown | None:
        """The lowest card in the chat that can be used."""
        return lowest(self.chat)

    async def _deliver(self, kind: str, **rest: object) -> Mapping[str, Any]:
        self.actions += 1
        return await self.stage.deliver(self.key, self.name, kind, rest)

    def _mark(self) -> int:
        return len(self.stage.chats.arrived)

    def _since(self, mark: int) -> list[Shown]:
        ids = {one.id for one in self.stage.chats.arrived[mark:]}
        return [one for one in self.chat if one.id in ids]


def lowest(shown: list[Shown]) -> Shown | None:
    """Of these the last that has something to press."""
    return next((one for one in reversed(shown) if one.card and one.card.buttons), None)


def _card(shown: Shown) -> Seen:
    if shown.card is None:
        raise ValueError("no card")
    return shown.card


def saved(shown: list[Shown]) -> bool:
    """Whether what came back says that something was kept."""
    return any("Opgeslagen" in one.words for one in shown)
