"""What is counted and timed in this process, for `/metrics`; never who, and never what was said.

Anybody may count: `figures.refused("rate")`, `figures.sent("throttled")`. A word that could be
more than a word of ours is counted as `other`, so that no label ever holds a person.
"""

from __future__ import annotations

import re
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

REGISTRY: Final = CollectorRegistry()
TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
OTHER: Final = "other"
WORD = re.compile(r"[a-z][a-z0-9_]{0,31}")
MOST = 64
"""Words per label; what comes after that is `other`, so that nobody makes it grow."""
QUICK = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)

disable_created_metrics()  # type: ignore[no-untyped-call]
_words: dict[str, set[str]] = {}

_TURNS = Counter(
    "plan_turns", "Turns by kind and outcome.", ("kind", "outcome"), registry=REGISTRY
)
_TURN = Histogram(
    "plan_turn_seconds", "How long a turn takes.", ("kind",), registry=REGISTRY, buckets=QUICK
)
_REQUESTS = Counter(
    "plan_requests", "Requests by route and status.", ("route", "status"), registry=REGISTRY
)
_REQUEST = Histogram(
    "plan_request_seconds", "How long a request takes.", registry=REGISTRY, buckets=QUICK
)
_COMMITS = Counter(
    "plan_commits", "Commits of the store by outcome.", ("outcome",), registry=REGISTRY
)
_COMMIT = Histogram(
    "plan_commit_seconds", "How long a commit takes.", registry=REGISTRY, buckets=QUICK
)
_SENDS = Counter(
    "plan_sends", "Attempts to send by what came of it.", ("class",), registry=REGISTRY
)
_OUTBOX = Gauge("plan_outbox", "Messages in the outbox by state.", ("state",), registry=REGISTRY)
_REFUSED = Counter("plan_refused", "Requests refused, by reason.", ("reason",), registry=REGISTRY)
_TOKENS = Counter(
    "plan_token_fetches", "Tokens and keys fetched.", ("outcome",), registry=REGISTRY
)
_DROPPED = Counter("plan_log_dropped", "Fields kept out of the log.", registry=REGISTRY)
_LOOP = Histogram(
    "plan_loop_delay_seconds", "How late the loop is.", registry=REGISTRY, buckets=QUICK
)
_LINES = Counter("plan_register_lines", "Lines written in the register.", registry=REGISTRY)
_HEAD = Gauge("plan_register_head", "The last line of a chain.", ("chain",), registry=REGISTRY)


def turn(kind: str, outcome: str, seconds: float) -> None:
    """One turn: `words`, `press` …; `done`, `failed`, `refused`, `not_kept`, `repeated`."""
    _TURNS.labels(_word("kind", kind), _word("outcome", outcome)).inc()
    _TURN.labels(_word("kind", kind)).observe(seconds)


def request(route: str, status: int, seconds: float) -> None:
    """One answered request, by the pattern of its route."""
    _REQUESTS.labels(route, str(status)).inc()
    _REQUEST.observe(seconds)


def refused(reason: str) -> None:
    """A request that was not heard: `token`, `tenant`, `shape`, `size`, `rate` …"""
    _REFUSED.labels(_word("reason", reason)).inc()


def sent(class_: str) -> None:
    """An attempt to send: `sent`, `throttled`, `ambiguous`, `forbidden`, `gone` …"""
    _SENDS.labels(_word("class", class_)).inc()


def outbox(state: str, number: int) -> None:
    """So many messages are `waiting`, `unclear`, `failed`."""
    _OUTBOX.labels(_word("state", state)).set(number)


def token(outcome: str) -> None:
    """A token or a set of keys was asked for: `fetched`, `failed`, `stale`."""
    _TOKENS.labels(_word("token", outcome)).inc()


def commit(outcome: str, seconds: float) -> None:
    """`kept`, `overtaken`, `failed`."""
    _COMMITS.labels(_word("commit", outcome)).inc()
    _COMMIT.observe(seconds)


def loop_delay(seconds: float) -> None:
    _LOOP.observe(seconds)


def log_dropped(number: int) -> None:
    _DROPPED.inc(number)


def register_line(chain: str, number: int) -> None:
    """A line was written; `chain` is the key of a plan, "" for what plans share."""
    _LINES.inc()
    _HEAD.labels(chain).set(number)


def written() -> bytes:
    """All of it as Prometheus reads it."""
    return generate_latest(REGISTRY)


def value(name: str, **labels: str) -> float:
    """One figure, for tests and for readiness; 0 where nothing was counted."""
    return REGISTRY.get_sample_value(name, labels) or 0.0


def _word(label: str, said: str) -> str:
    known = _words.setdefault(label, set())
    if said in known:
        return said
    if len(known) >= MOST or not WORD.fullmatch(said):
        return OTHER
    known.add(said)
    return said
