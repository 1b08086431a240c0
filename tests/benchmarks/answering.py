"""People who answer a questionnaire: each press is one answer on the card that is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plan.asking import key_of
from plan.records import Answer
from storage import open_store
from tests.benchmarks.wire import Json, Wire

CARD = "application/vnd.microsoft.card.adaptive"
WORDS = "Dat ging dit jaar beter dan vorig jaar, dank zij de afspraken van het voorjaar."
SAVED = "Opgeslagen"
THANKS = "Bedankt"


@dataclass
class Partner:
    """Somebody with a round open in the plan of this key, for an organisation."""

    person: str
    plan: str
    org: str
    told: dict[str, str] = field(default_factory=dict)
    """What a receipt said is kept, by the id of its input."""
    _card: Json = field(default_factory=dict)

    async def begin(self, wire: Wire, bot: str) -> None:
        """To the first card with a question on it."""
        await wire.deliver(bot, wire.activity("message", self.person, text="verder"))
        self._card = await self._next(wire)

    async def answer(self, wire: Wire, bot: str) -> bool:
        """One turn: a press, its receipt, and the next card; False when nothing is open."""
        asked = next(open_inputs(self._card), None)
        button = next((b for b in buttons(self._card) if saves(b)), None)
        if asked is None or button is None:
            return False
        given = {asked["id"]: value_for(asked)}
        known = {one["id"]: str(one["value"]) for one in inputs(self._card) if "value" in one}
        answer = await wire.deliver(bot, wire.press(self.person, button["data"] | known | given))
        if SAVED not in fallback(answer["value"]):
            raise AssertionError(f"no receipt: {answer}")
        self.told |= given
        self._card = await self._next(wire)
        return True

    async def _next(self, wire: Wire) -> Json:
        while True:
            message = await wire.arrived(f"a:{self.person}")
            for attachment in message.get("attachments") or ():
                if attachment["contentType"] == CARD:
                    return dict(attachment["content"])


def fallback(card: Json) -> str:
    return str(card.get("fallbackText", "")) if isinstance(card, dict) else str(card)


def pieces(card: Any) -> Iterator[Json]:
    if isinstance(card, dict):
        yield card
        for value in card.values():
            yield from pieces(value)
    elif isinstance(card, list):
        for value in card:
            yield from pieces(value)


def inputs(card: Json) -> Iterator[Json]:
    return (one for one in pieces(card) if str(one.get("type", "")).startswith("Input."))


def open_inputs(card: Json) -> Iterator[Json]:
    """What is asked and has no answer yet."""
    return (one for one in inputs(card) if not one.get("value"))


def buttons(card: Json) -> Iterator[Json]:
    return (one for one in pieces(card) if one.get("type") == "Action.Execute")


def saves(button: Json) -> bool:
    return str(button.get("title", "")).startswith("Opslaan") and ("klopt" not in button["title"])


def value_for(asked: Json) -> str:
    choices = asked.get("choices")
    return str(choices[len(choices) // 2]["value"]) if choices else WORDS


async def missing(url: str, partners: list[Partner]) -> list[str]:
    """What a receipt was given for and is not in the store."""
    store, lost = open_store(url, reading=True), []
    try:
        for plan in dict.fromkeys(one.plan for one in partners):
            kept: dict[tuple[str, str], Answer] = {}
            for answer in await store.plan(plan).find(Answer):
                kept[answer.org, key_of(answer)] = answer
            for one in (p for p in partners if p.plan == plan):
                lost += [
                    f"{plan} {one.org} {name}"
                    for name, value in one.told.items()
                    if value not in written(kept.get((one.org, base_of(name))))
                ]
    finally:
        await store.close()
    return lost


def base_of(name: str) -> str:
    """The key of the Ask whose input this is."""
    question, slash, subject = name.partition("/")
    return question.partition(".")[0] + slash + subject


def written(answer: Answer | None) -> tuple[str, ...]:
    if answer is None:
        return ()
    more = (v if isinstance(v, str) else ",".join(v) for v in answer.more.values())
    return (str(answer.value), answer.text or "", *more)
