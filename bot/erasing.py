"""Erasing in a store that serves nobody: plan by plan, and then what they share."""

from __future__ import annotations

import secrets
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.clock import SystemClock
from bot.logbook import with_line
from plan.erasure import COPIES, Bodies, Whom, copied, erased, remaining, whom, without
from plan.logbook import Act
from plan.people import identity
from plan.records import Answer, Person
from storage import Store
from storage.codec import decode
from storage.mending import QUARANTINE

Step = Callable[[int, str], None]
TRIAL = "trial.json"
"""What was said on the page for trying out."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Who is to be erased, and where."""

    plan: str | None
    """None: from every plan."""
    person: str | None = None
    """A key, or tenant/object id."""
    org: str | None = None

    def within(self, bodies: Bodies) -> Whom:
        """As this plan knows them, each with a pseudonym that leads nowhere."""
        return whom(bodies, person=self._key(bodies), org=self.org, pseudonym=_pseudonym)

    def _key(self, bodies: Bodies) -> str | None:
        if self.person is None or "/" not in self.person:
            return self.person
        people, wanted = bodies.get(Person.__name__, {}).values(), self.person.lower()
        return next((b["key"] for b in people if _identity(b) == wanted), None)


@dataclass(kw_only=True)
class Erased:
    """What an erasure comes to in one plan."""

    key: str
    who: Whom
    left: Bodies
    dropped: Counter[str] = field(default_factory=Counter)
    changed: int = 0
    look_at: tuple[str, ...] = ()
    """Records in which a part of a name still stands."""
    leads: bool = False
    """Whether one of them coordinates a plan that still runs."""


async def found(store: Store, wanted: Wanted, year: int, step: Step) -> AsyncIterator[Erased]:
    """Every plan with something of whoever is to be erased; nothing is changed yet."""
    told = await _told(store, wanted)
    async for key, bodies in store.everything():
        step(1, key or "")
        if key is None or wanted.plan not in (None, key):
            continue
        who = replace(wanted.within(bodies), told=told)
        if who or _copies(bodies, who):
            yield _worked_out(key, bodies, who, year)


async def _told(store: Store, wanted: Wanted) -> frozenset[tuple[str, str]]:
    """Plan and moment of what a person said who goes from every plan."""
    if wanted.plan is not None or wanted.person is None:
        return frozenset()
    found = set()
    async for key, bodies in store.everything():
        people = wanted.within(bodies).people if key is not None else {}
        answers = bodies.get(Answer.__name__, {}).values()
        found |= {(key or "", body["at"]) for body in answers if body.get("by") in people}
    return frozenset(found)


def _copies(bodies: Bodies, who: Whom) -> bool:
    """Whether another plan passed on what they said there."""
    return any(copied(body, who) for name in COPIES for body in bodies.get(name, {}).values())


def _worked_out(key: str, bodies: Bodies, who: Whom, year: int) -> Erased:
    left = erased(bodies, who)
    dropped, changed = difference(bodies, left)
    running = (p for p in bodies.get("Plan", {}).values() if p["year"] >= year)
    return Erased(
        key=key,
        who=who,
        left=left,
        dropped=dropped,
        changed=changed,
        look_at=tuple(remaining(left, who)),
        leads=any(p.get("coordinator") in who.people for p in running),
    )


def difference(before: Bodies, after: Bodies) -> tuple[Counter[str], int]:
    """How many of each class are gone, and how many are different."""
    gone = {name: len(each) - len(after.get(name, {})) for name, each in before.items()}
    kept = sum(
        body not in before[name].values() if key not in before[name] else body != before[name][key]
        for name, each in after.items()
        for key, body in each.items()
    )
    return Counter({name: n for name, n in gone.items() if n}), kept


async def shared_of(store: Store) -> Bodies:
    async for key, bodies in store.everything():
        if key is None:
            return bodies
    return {}


async def unseat(store: Store, seats: Mapping[str, Whom], identities: frozenset[str]) -> None:
    """The shared part without them; written also when nothing changed, so that no trace stays."""
    gone = {(plan, person) for plan, who in seats.items() for person in who.people}
    left = without(await shared_of(store), gone, identities)
    act = Act(at=SystemClock().now(), action="erase", origin="command")
    await store.rewrite(None, with_line(left, "", act))


def tidied(directory: Path) -> Iterator[str]:
    """Copies beside the store that have it still: those of no more use go, others are told."""
    (directory / TRIAL).unlink(missing_ok=True)
    for former in directory.glob("schema-*"):
        shutil.rmtree(former)
    if (directory / QUARANTINE).is_dir():
        yield f"kijk zelf nog in {directory / QUARANTINE}: daar staan beschadigde bestanden"


def _identity(body: dict[str, object]) -> str | None:
    return identity(decode(Person, body))


def _pseudonym() -> str:
    """Chance, and not made from a name: nobody can find the name by trying."""
    return f"gewist-{secrets.token_hex(4)}"
