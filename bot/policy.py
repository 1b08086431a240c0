"""What is done about a send that failed: one table, and what it makes of a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, Literal

from bot.connector import SendError
from plan.delivery import EXPIRED, UNCLEAR
from plan.records import Message, altered

Outcome = Literal["again", "unclear", "ours", "short", "halted", "blocked", "host", "gone"]

LONGEST: Final = 4 * 3600.0
"""Seconds; whoever asks for a longer wait than this is not believed."""

BY_STATUS: Final[Mapping[int, Outcome]] = {
    412: "again",
    429: "again",
    503: "again",
    408: "unclear",
    502: "unclear",
    504: "unclear",
    401: "halted",
    413: "short",
}
"""The status of an answer; any other is `ours`: the same again would come to the same."""
BY_CODE: Final[Mapping[tuple[int, str], Outcome]] = {
    (403, "MessageWritesBlocked"): "blocked",
    (403, "ConversationBlockedByUser"): "blocked",
    (403, "BotDisabledByAdmin"): "blocked",
    (403, "BotNotInConversationRoster"): "blocked",
    (403, "InvalidBotApiHost"): "host",
    (404, "ConversationNotFound"): "gone",
}
WITHOUT_ANSWER: Final[Mapping[str, Outcome]] = {
    "Unreachable": "again",
    "Busy": "again",
    "Unclear": "unclear",
    "NoToken": "halted",
    "NotKept": "halted",
}

TOLD_ONCE: Final = frozenset(
    {
        "processed",
        "outcome_reply",
        "session_report",
        "objection_done",
        "decided",
        "adopted",
        "amended_plan",
        "progress_told",
        "missed",
    }
)
"""Kinds that say what was decided or kept: better unclear than twice. The others ask or remind."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """tries: at most so many of one message. backoff: seconds between two that surely did not
    arrive, when the channel names none. unsure: seconds before the one try after a doubtful one.
    halted: seconds before the next try after one for which there was no good token, or no store.
    """

    tries: int = 8
    backoff: tuple[float, float] = (2.0, 20.0)
    unsure: tuple[float, float] = (30.0, 60.0)
    halted: float = 60.0


def outcome(error: SendError) -> Outcome:
    if error.status is None:
        return WITHOUT_ANSWER.get(error.code, "ours")
    return BY_CODE.get((error.status, error.code)) or BY_STATUS.get(error.status, "ours")


def surely_not(error: SendError) -> bool:
    """Whether the message did not arrive."""
    return outcome(error) != "unclear"


def code_of(error: SendError) -> str:
    return f"{error.status} {error.code}".strip() if error.status else error.code


def seconds_asked(header: str, now: datetime) -> float | None:
    """What a Retry-After asks for, LONGEST at most: seconds, or a date; None when unreadable."""
    header = header.strip()
    if header.isascii() and header.isdigit():
        return min(float(header), LONGEST)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, (until - now).total_seconds()), LONGEST)


def pause(tries: int, error: SendError, now: datetime, policy: Policy, chance: float) -> float:
    """Seconds before the next try of what surely did not arrive: as asked, else ever longer.

    How long within that is a matter of `chance` (0 to 1), so that many do not come back at once.
    """
    asked = seconds_asked(error.retry_after, now)
    if asked is not None:
        return asked
    least, most = policy.backoff
    high = min(most, least * 2.0 ** max(tries, 1))
    return least + (high - least) * chance


@dataclass(frozen=True, kw_only=True)
class Try:
    """When a try ended, until when the message is of use, and a number from 0 to 1."""

    now: datetime
    until: datetime | None = None
    chance: float = 0.5
    policy: Policy = Policy()


def after(message: Message, error: SendError, ended: Try) -> Message:
    """The message after a try that failed."""
    found = altered(message, sending=False, code=code_of(error))
    sort = outcome(error)
    if sort == "halted":  # It never left; what is wrong is not about this message.
        later = ended.now + timedelta(seconds=ended.policy.halted)
        return altered(found, tries=found.tries - 1, again_at=later)
    if sort == "unclear":
        return unsure(found, ended)
    policy = ended.policy
    if sort != "again" or found.tries >= policy.tries:
        return given_up(found, found.code, ended.now)
    wait = pause(found.tries, error, ended.now, policy, ended.chance)
    return _again(found, ended, wait, EXPIRED)


def unsure(message: Message, ended: Try) -> Message:
    """After a try of which nobody knows whether it arrived: one more, or none."""
    found = altered(message, sending=False, ambiguous=message.ambiguous + 1)
    spent = found.ambiguous > 1 or found.tries >= ended.policy.tries
    if spent or found.kind in TOLD_ONCE:
        return given_up(found, UNCLEAR, ended.now)
    least, most = ended.policy.unsure
    return _again(found, ended, least + (most - least) * ended.chance, UNCLEAR)


def interrupted(message: Message, ended: Try) -> Message:
    """After the process ended during a try: it may have arrived."""
    return unsure(altered(message, code="Interrupted"), ended)


def given_up(message: Message, why: str, now: datetime) -> Message:
    return altered(message, sending=False, failed=why, ended_at=now, again_at=None)


def _again(message: Message, ended: Try, wait: float, too_late: str) -> Message:
    then = ended.now + timedelta(seconds=wait)
    if ended.until is not None and then > ended.until:
        return given_up(message, too_late, ended.now)
    return altered(message, again_at=then)
