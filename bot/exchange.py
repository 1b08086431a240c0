"""One delivery from the channel: hear it, hand over what comes back, be done in time."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Final, Protocol

from bot import logs
from bot.connector import SendError
from bot.heard import Answered, Heard, Outgoing
from bot.inert import inert
from plan.text import Language, Text

log = logs.logger(__name__)

SORRY: Final = Text(
    nl="Er ging bij ons iets mis. Wat u net stuurde, is misschien niet verwerkt. Probeer het nog "
    "eens. Blijft het misgaan? Meld dan nummer {number}.",
    en="Something went wrong on our side. What you just sent may not have been dealt with. Please "
    "try again. If it keeps going wrong, report number {number}.",
)
BUSY: Final = Text(
    nl="Ik ben nog bezig. Het antwoord komt zo.",
    en="I am still working on it. The answer follows shortly.",
)
RECEIVED: Final = Text(nl="Ontvangen.", en="Received.")
BELOW: Final = Text(nl="Het antwoord staat hieronder.", en="The answer is below.")

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"


class Wire(Protocol):
    """The way back to where something came from. The first four raise SendError."""

    async def send(self, outgoing: Outgoing) -> None: ...
    async def replace(self, message: str, outgoing: Outgoing) -> None: ...
    async def remove(self, message: str) -> None: ...
    async def typing(self) -> None: ...
    def detach(self) -> None:
        """From here on nothing fits in the response any more."""


@dataclass(frozen=True, kw_only=True)
class Patience:
    """Seconds after which somebody sees that we are busy, and after which we stop waiting."""

    typing: float = 0.5
    answer: float = 8.0


class Exchange:
    """The sender waits for `acknowledged`; `run` goes on in the background when that is late.

    pressed: whether the answer to a card goes in the response (`Action.Execute`). missed: called
    once when something of the answer did not arrive, or nobody knows whether it did.
    """

    def __init__(
        self,
        heard: Heard,
        hear: Callable[[Heard], Awaitable[Answered]],
        wire: Wire,
        *,
        pressed: bool = False,
        missed: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._heard = heard
        self._hear = hear
        self._wire = wire
        self._pressed = pressed
        self._missed = missed
        self._response: asyncio.Future[dict[str, Any] | None]
        self._response = asyncio.get_running_loop().create_future()

    async def run(self, turn: AbstractAsyncContextManager[None]) -> None:
        """Hears and hands over while it holds `turn`, so that a conversation keeps its order."""
        heard = False
        try:
            async with turn:
                heard = True
                answered = await self._answered()
                await self._hand_over(answered)
                self._respond(None)
                if answered.done:
                    answered.done()
        except asyncio.CancelledError:
            # The process stops before this was done: whoever waits for it must know.
            await self._hand_over(self._sorry())
            raise
        except Exception as error:
            if heard:  # What was said is said; only letting go of the turn failed.
                log.warning("turn not let go", exc_info=error)
            else:
                await self._hand_over(self._sorry())
        finally:
            self._respond(None)

    def _respond(self, body: dict[str, Any] | None) -> None:
        if not self._response.done():
            self._response.set_result(body)

    async def acknowledged(self, patience: Patience) -> dict[str, Any] | None:
        """The body for the response, if any: of the answer, or of "busy" when it takes long."""
        if await self._done(patience.typing):
            return self._response.result()
        typing = asyncio.create_task(self._type())
        done = await self._done(patience.answer - patience.typing)
        typing.cancel()
        if not done:
            self._wire.detach()
            busy = notice(BUSY.within(self._language)) if self._pressed else None
            self._response.set_result(busy)
        return self._response.result()

    async def _type(self) -> None:
        if self._heard.asks:
            await self._attempt(self._wire.typing())

    async def _done(self, seconds: float) -> bool:
        done, _ = await asyncio.wait({self._response}, timeout=seconds)
        return bool(done)

    async def _answered(self) -> Answered:
        """What is said back; an apology when that fails, in the response where one is awaited."""
        try:
            return await self._hear(self._heard)
        except Exception:
            return self._sorry()

    def _sorry(self) -> Answered:
        """Within the handling of what went wrong."""
        number = secrets.token_hex(3)
        log.exception("turn failed", number=number, kind=self._heard.kind)
        if not self._heard.asks:
            return Answered()
        sorry = SORRY.fill(number=number).within(self._language)
        if not self._awaited:
            return Answered(then=(Outgoing(text=sorry),))
        self._response.set_result(notice(sorry))
        return Answered()

    async def _hand_over(self, answered: Answered) -> None:
        replaced = True
        if self._awaited:
            self._response.set_result(_body(answered, self._language))
        else:
            replaced = await self._replace(answered)
        arrived = True
        for outgoing in answered.then:
            arrived = await self._attempt(self._wire.send(outgoing)) and arrived
        if not (arrived and replaced) and self._missed:
            await self._missed()

    async def _replace(self, answered: Answered) -> bool:
        if answered.instead is None:
            return True
        card = Outgoing(card=answered.instead)
        about = self._heard.about
        return await self._attempt(
            self._wire.replace(about, card) if about else self._wire.send(card)
        )

    async def _attempt(self, sending: Awaitable[None]) -> bool:
        """Whether it arrived, as far as anybody knows."""
        try:
            await sending
        except Exception as error:  # What follows may still arrive.
            log.warning("not delivered", exc_info=error, **_answer(error))
            return False
        return True

    @property
    def _awaited(self) -> bool:
        return self._pressed and not self._response.done()

    @property
    def _language(self) -> Language:
        return "en" if self._heard.locale.lower().startswith("en") else "nl"


def _body(answered: Answered, language: Language) -> dict[str, Any]:
    if answered.instead is None:
        words = next((said.text for said in answered.then if said.text), answered.notice)
        other = BELOW if answered.then else RECEIVED
        return notice(inert(words) or other.within(language))
    return {"statusCode": 200, "type": CARD, "value": answered.instead}


def notice(text: str) -> dict[str, Any]:
    """The response to a press that leaves the card as it is."""
    return {"statusCode": 200, "type": MESSAGE, "value": text}


def _answer(error: Exception) -> dict[str, object]:
    """What Teams said, where it said anything."""
    if isinstance(error, SendError):
        return {"status": error.status, "code": error.code}
    return {}
