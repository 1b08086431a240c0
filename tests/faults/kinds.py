"""The kinds of fault that the way out may have, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

How = Literal["answer", "silence", "reset", "unread", "slow", "garbage", "refused"]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What a send meets.

    delivers: whether the message arrives all the same. how: by an `answer` with the status;
    `silence` none at all; `reset` the line is cut once it was read, `unread` before it was; `slow`
    a good answer after SLOW seconds; `garbage` a good answer that nobody can read; `refused` no
    connection. after: the form of Retry-After.
    """

    name: str
    status: int = 0
    code: str = ""
    delivers: bool = False
    how: How = "answer"
    after: Literal["", "seconds", "date"] = ""

    @property
    def surely_not(self) -> bool:
        """Whether the sender can know that it did not arrive."""
        return self.how == "refused" or (
            self.how == "answer" and self.status not in (502, 504) and self.status > 0
        )


SLOW = 4.0

FAULTS: tuple[Fault, ...] = (
    Fault(name="412", status=412, code="PreconditionFailed"),
    Fault(name="429 seconds", status=429, code="TooManyRequests", after="seconds"),
    Fault(name="429 date", status=429, code="TooManyRequests", after="date"),
    Fault(name="429", status=429, code="TooManyRequests"),
    Fault(name="503", status=503, code="ServiceUnavailable"),
    Fault(name="503 seconds", status=503, code="ServiceUnavailable", after="seconds"),
    Fault(name="502 delivered", status=502, code="BadGateway", delivers=True),
    Fault(name="502", status=502, code="BadGateway"),
    Fault(name="504", status=504, code="GatewayTimeout"),
    Fault(name="504 delivered", status=504, code="GatewayTimeout", delivers=True),
    Fault(name="silence", how="silence", delivers=True),
    Fault(name="reset", how="reset", delivers=True),
    Fault(name="unread", how="unread"),
    Fault(name="slow", how="slow", delivers=True),
    Fault(name="garbage", how="garbage", delivers=True),
    Fault(name="refused", how="refused"),
)
"""Those that pass."""

LASTING: tuple[Fault, ...] = (
    Fault(name="500", status=500, code="ServiceError"),
    Fault(name="400", status=400, code="BadSyntax"),
    Fault(name="413", status=413, code="MessageSizeTooBig"),
    Fault(name="401", status=401, code="Unauthorized"),
    Fault(name="403 writes", status=403, code="MessageWritesBlocked"),
    Fault(name="403 user", status=403, code="ConversationBlockedByUser"),
    Fault(name="403 admin", status=403, code="BotDisabledByAdmin"),
    Fault(name="403 roster", status=403, code="BotNotInConversationRoster"),
    Fault(name="403 host", status=403, code="InvalidBotApiHost"),
    Fault(name="404", status=404, code="ConversationNotFound"),
)
"""Those of which trying the same again never helps."""
