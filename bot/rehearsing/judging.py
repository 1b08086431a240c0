"""What must hold of every rehearsal; each says in a sentence where it does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs.messages.opening import COORDINATOR
from plan.calendar import is_decent, local
from plan.reminders.weight import AT_ONCE

DAILY = COORDINATOR - AT_ONCE - {"submission"}
"""What waits for the coordinator's morning; the last day for papers does not."""
MOST = 4
"""Messages about one request to one partner (decision 12)."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A message that went out by itself. `request` and `org` are set when it asks something."""

    at: datetime
    to: str
    route: str
    """personal or channel."""
    kind: str
    text: str
    plan: str = ""
    org: str | None = None
    request: str | None = None


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a plan ended. `answered` says when an organisation had answered a request."""

    key: str
    status: str
    open_steps: tuple[str, ...] = ()
    open_remarks: int = 0
    answered: Mapping[tuple[str, str], datetime]


def troubles(messages: Iterable[Told], plans: Iterable[Ended]) -> list[str]:
    """Everything that does not hold."""
    told, ended = list(messages), list(plans)
    found = [*outside_hours(told), *too_many(told), *digests(told)]
    for plan in ended:
        found += [*after_the_answer(told, plan), *unfinished(plan)]
    return found


def outside_hours(told: Iterable[Told]) -> Iterator[str]:
    for one in told:
        if not is_decent(one.at):
            yield f"Buiten kantooruren: {_line(one)}."


def too_many(told: Iterable[Told]) -> Iterator[str]:
    counts = Counter((m.plan, m.request, m.org) for m in told if m.request and m.org)
    for (plan, request, org), count in counts.items():
        if count > MOST:
            yield f"{count} berichten aan {org} over verzoek {request} ({plan})."


def after_the_answer(told: Iterable[Told], plan: Ended) -> Iterator[str]:
    for one in told:
        if one.plan != plan.key or not (one.request and one.org):
            continue
        done = plan.answered.get((one.request, one.org))
        if done and done < one.at:
            yield f"Gevraagd wat al was beantwoord: {_line(one)}."


def digests(told: Iterable[Told]) -> Iterator[str]:
    """One message a day to a coordinator with all that can wait, over all plans."""
    days: dict[tuple[str, str], int] = defaultdict(int)
    for one in told:
        if one.kind in DAILY:
            days[one.to, local(one.at).date().isoformat()] += 1
    for (to, day), count in days.items():
        if count > 1:
            yield f"{count} overzichten aan {to} op {day}."


def unfinished(plan: Ended) -> Iterator[str]:
    if plan.status != "vastgesteld":
        yield f"Het plan {plan.key} is niet vastgesteld ({plan.status})."
    if plan.open_steps:
        yield f"Nog open in {plan.key}: {', '.join(plan.open_steps)}."
    if plan.open_remarks:
        yield f"Opmerkingen zonder verwerking in {plan.key}: {plan.open_remarks}."


def _line(one: Told) -> str:
    return f"{local(one.at):%Y-%m-%d %H.%M} {one.to} {one.kind}"
