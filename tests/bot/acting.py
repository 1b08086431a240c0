"""People of the sample who do what people do, and the count of their actions.

One action is a click, a shortcut or a picked name; typing is left out, sending what was typed is
one. Opening the chat is not counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.phrases import NOT_KEPT
from tests.bot.chat import Chat
from tests.bot.connector import Json
from tests.bot.reading import button, choices, spoken, untouched, words
from tests.bot.town import Town

ALL = ("HAN", "POL", "OM", "VR", "GGD", "WOC", "WLZ", "ZVH", "RIEC", "OND")
KNOWN = "Opslaan, de stand van de maatregelen klopt"
PATIENCE = 500
"""Actions after which somebody no longer believes that it ends."""


@dataclass
class Actor:
    """One person of the town. `actions` counts what the hands did."""

    town: Town
    person: str
    actions: int = 0
    _replaced: Json | None = None
    _sent: int = 0

    @property
    def chat(self) -> Chat:
        return self.town.who(self.person)

    async def say(self, text: str) -> str:
        """What comes back to a typed message."""
        self._acts()
        self.town.read(self.person)
        self._replaced = None
        await self.chat.say(text)
        return spoken(self.town.read(self.person))

    async def press(self, title: str, **filled: str) -> str:
        """A button of the newest card with everything on it; what takes its place and follows."""
        number, sent = self._ready(title, filled)
        answer = await self.chat.press(self.card, number, **sent)
        if answer["value"] == NOT_KEPT.nl:
            return NOT_KEPT.nl
        came = self.town.read(self.person)
        self._replaced = _usable(answer["value"]) if not any(one.card for one in came) else None
        self._sent = len(self.town.sent_to(self.person))
        return f"{_told(answer)}\n{spoken(came)}"

    async def submit(self, title: str, **filled: str) -> str:
        """The same from a client that only knows `Action.Submit`."""
        number, sent = self._ready(title, filled)
        data = {"v": 1, "c": f"{self.card_key}.{number}"}
        await self.chat.submit(data | sent, about=self._message_of(self.card))
        replaced = [one.card for one in self.town.connector.updated[-1:]]
        return f"{words(replaced)}\n{spoken(self.town.read(self.person))}"

    def _ready(self, title: str, filled: dict[str, str]) -> tuple[int, dict[str, str]]:
        """The number of the button, and what goes with it; the hands have done their work."""
        self._acts(1 + sum(id_ in choices(self.card) for id_ in filled))
        self.town.read(self.person)
        return button(self.card, title), {**untouched(self.card), **filled}

    def _acts(self, times: int = 1) -> None:
        self.actions += times
        assert self.actions < PATIENCE, f"{self.person} sees no end: {words(self.card)[:200]}"

    @property
    def card(self) -> Json:
        """What came in place of the last card, until something newer came in."""
        newer = any(one.card for one in self.town.sent_to(self.person)[self._sent :])
        shown = None if newer else self._replaced
        return shown or self.town.last_card(self.person)

    @property
    def card_key(self) -> str:
        actions = self.card["actions"]
        return str(next(a["data"]["c"] for a in actions if "data" in a)).rpartition(".")[0]

    def _message_of(self, card: Json) -> str:
        sent = self.town.sent_to(self.person)
        return str(next(one.id for one in sent if one.card == card))


def _usable(answer: object) -> Json | None:
    return answer if isinstance(answer, dict) and answer.get("actions") else None


def _told(answer: Json) -> str:
    value = answer["value"]
    return value if isinstance(value, str) else words(value)


def core_answers(card: Json) -> dict[str, str]:
    """A choice for every question on the card of the core."""
    return {id_: options[1] for id_, options in choices(card).items()}


async def sent_round(town: Town, deadline: str = "2026-10-05") -> Actor:
    """The coordinator sends the questionnaire to all ten."""
    sanne = Actor(town, "p-sanne")
    await sanne.say("hallo")
    await sanne.press("Vragenlijst versturen")
    if deadline:
        await sanne.press("Versturen", deadline=deadline)
    else:
        await sanne.press("Versturen")
    await town.post()
    return sanne


async def answers_core(town: Town, person: str, *, submit: bool = False) -> str:
    """Everything of the core by card, follow-ups skipped; again what was not kept, as it asks."""
    actor = Actor(town, person)
    press = actor.submit if submit else actor.press
    filled = core_answers(actor.card)
    while NOT_KEPT.nl in (said := await press(KNOWN, **filled)):
        pass
    while "Bedankt" not in said:
        said = await actor.press("Overslaan")
    return said
