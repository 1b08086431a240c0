"""Whom an erasure is about, and what they are called by and said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Body = dict[str, Any]
Bodies = dict[str, dict[str, Body]]
"""The records of a part as they are kept: class -> key -> fields."""
GONE = "[gewist]"
QUOTED = 12
"""Characters from which a text is told from a word that anybody may use."""


@dataclass(frozen=True, kw_only=True)
class Whom:
    """The people and the organisation that are erased, each with a pseudonym."""

    people: dict[str, str] = field(default_factory=dict)
    orgs: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """What a person goes by in running text -> the pseudonym."""
    called: frozenset[str] = frozenset()
    """The names of the people among them."""
    said: frozenset[str] = frozenset()
    """The texts that are erased, so that a quotation of them is found."""
    gone: dict[str, str] = field(default_factory=dict)
    """Keys of erased records that name an organisation -> the same with its pseudonym."""

    told: frozenset[tuple[str, str]] = frozenset()
    """Plan and moment of what they said elsewhere, of which this plan may have a copy."""

    def __bool__(self) -> bool:
        return bool(self.people or self.orgs)

    def key(self, value: str) -> str:
        return self.people.get(value) or self.orgs.get(value) or self.gone.get(value) or value

    def named(self, found: re.Match[str]) -> str:
        """The pseudonym for a name, in whatever capitals it was found."""
        return self._small.get(found.group().lower(), GONE)

    @cached_property
    def _small(self) -> dict[str, str]:
        return {name.lower(): pseudonym for name, pseudonym in self.names.items()}

    @cached_property
    def naming(self) -> re.Pattern[str] | None:
        return _either(self.names)

    @cached_property
    def quotations(self) -> tuple[str, ...]:
        """The longest first, so that none hides within another."""
        return tuple(sorted(self.said, key=len, reverse=True))


def whom(
    bodies: Bodies, *, person: str | None, org: str | None, pseudonym: Callable[[], str]
) -> Whom:
    """The person of this key, or the organisation with its contacts; none when not there."""
    everybody = _everybody(bodies)
    people = {
        key: pseudonym()
        for key, body in everybody.items()
        if key == person or (org is not None and body.get("org") == org)
    }
    known = org is not None and (org in bodies.get("Organisation", {}) or bool(people))
    names = {
        str(body[name]): people[key]
        for key, body in everybody.items()
        if key in people
        for name in ("name", "email", "phone", "object_id")
        if len(str(body.get(name) or "")) > 2
    }
    return Whom(
        people=people,
        orgs={org: pseudonym()} if org is not None and known else {},
        names=names,
        called=frozenset(str(everybody[key].get("name", "")) for key in people),
    )


def _everybody(bodies: Bodies) -> dict[str, Body]:
    """The people of a plan, also those who were in it when it was adopted."""
    found: dict[str, Body] = {}
    for edition in bodies.get("Edition", {}).values():
        content = json.loads(edition.get("content") or "{}")
        found |= {body["key"]: body for body in content.get("Person", ())}
    return found | bodies.get("Person", {})


def _either(texts: Iterable[str]) -> re.Pattern[str] | None:
    """Any of these, not as a piece of a longer word; the longest first."""
    each = sorted(texts, key=len, reverse=True)
    if not each:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, each))})(?!\w)", re.IGNORECASE)
