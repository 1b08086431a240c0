"""What is past its term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from plan.erasure.whom import Bodies, Body


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How long what is kept; None is for ever."""

    cards: int | None = 90
    """Days that a card and its receipt are kept after it was sent."""
    messages: int | None = 365
    """Days that the text of a sent message is kept."""
    addresses: int | None = 90
    """Days that the address of somebody in no plan is kept."""
    plans: int | None = None
    """Years that a plan is kept after the last year it is for."""


def past_term(bodies: Bodies, now: datetime, terms: Terms) -> Bodies:
    """What is left of a plan; nothing at all when the plan itself is past its term.

    A sent message stays without its text: that it was sent is what keeps it from going again.
    """
    if _is_over(bodies, now, terms):
        return {}
    left = dict(bodies)
    if terms.cards is not None:
        before = now - timedelta(days=terms.cards)
        cards = bodies.get("Card", {}).items()
        left["Card"] = {k: c for k, c in cards if not _used_before(c, before)}
    if terms.messages is not None:
        before = now - timedelta(days=terms.messages)
        messages = bodies.get("Message", {}).items()
        left["Message"] = {
            k: _wordless(m) if _at(m.get("sent_at")) < before else m for k, m in messages
        }
    return {name: each for name, each in left.items() if each or bodies.get(name)}


def unneeded(shared: Bodies, now: datetime, terms: Terms) -> frozenset[str]:
    """Who has an address, sits in no plan, and was not heard of for the term."""
    if terms.addresses is None:
        return frozenset()
    before = now - timedelta(days=terms.addresses)
    seated = {key.lower() for key, desk in shared.get("Desk", {}).items() if desk.get("plans")}
    return frozenset(
        key
        for key, address in shared.get("Address", {}).items()
        if key.lower() not in seated and _at(address["at"]) < before
    )


def _is_over(bodies: Bodies, now: datetime, terms: Terms) -> bool:
    if terms.plans is None:
        return False
    years = [p["year"] + p.get("duration_years", 1) - 1 for p in bodies.get("Plan", {}).values()]
    return bool(years) and max(years) + terms.plans < now.year


def _used_before(card: Body, moment: datetime) -> bool:
    return card.get("state") == "used" and _at(card["issued_at"]) < moment


def _wordless(message: Body) -> Body:
    return {name: value for name, value in message.items() if name != "text"}


def _at(written: str | None) -> datetime:
    return datetime.fromisoformat(written or "9999-12-31T00:00:00+00:00")
