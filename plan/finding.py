"""Finding what somebody means in a plan, from a code or from words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from plan.answering import plain
from plan.dossier import Dossier
from plan.records import ActionItem, Measure, Theme

WORD = re.compile(r"[a-z0-9][a-z0-9.\-]*")
_IDLE = (
    "waarom wanneer wie wat hoe zijn is was waren er we wij jullie ze men dit dat deze die de "
    "het een met van voor op in aan bij om te nog al ook dan niet niets geen wel hebben heeft "
    "had hebt doen doet deed gedaan staat staan stonden maatregel maatregelen actiepunt thema "
    "plan onze ons jaar vorig vorige klaar trekt trekker trekken zit komt kwam gaat ging "
    "why when who what how are was were did do does the a an with of for on in at to not no we "
    "they it this that have has had measure measures item theme plan our last year ready leads "
    "lead done there"
)
IDLE = frozenset(_IDLE.split())
"""Words that say nothing about which measure is meant."""
_STOPPING = (
    "stopten stopte stoppen stop stopt gestopt beeindigd beeindigden weg geschrapt schrapten "
    "vervallen verviel verdwenen afgeschaft stopped stopping ended dropped gone"
)
STOPPING = frozenset(_STOPPING.split())
ALIKE = 0.84
SHORTEST = 4
"""Letters from which on a part of a word or a typing error is recognised."""
MOST = 12
"""Words that are looked for; a longer question says enough with its first."""
ENOUGH = 0.5
"""The part of the words that must fit."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """A subject of a plan that may be meant."""

    dossier: Dossier
    subject: str
    score: float

    @property
    def stopped(self) -> bool:
        measure = self.dossier.get(Measure, self.subject)
        return measure is not None and measure.decision == "stop"


def words_in(asked: str) -> tuple[str, ...]:
    """The words that may name something."""
    found = (word.strip(".-") for word in WORD.findall(plain(asked)))
    telling = (w for w in found if len(w) > 1 and w not in IDLE and w not in STOPPING)
    return tuple(dict.fromkeys(telling))[:MOST]


def asks_stopping(asked: str) -> bool:
    """Whether it is about something that was stopped."""
    return any(word in STOPPING for word in WORD.findall(plain(asked)))


def by_code(dossier: Dossier, asked: str) -> str | None:
    """The measure, item or theme whose code is among these words."""
    codes = {
        plain(r.key): r.key for kind in (Theme, ActionItem, Measure) for r in dossier.all(kind)
    }
    return next((codes[word] for word in words_in(asked) if word in codes), None)


def by_words(dossier: Dossier, asked: str) -> tuple[Found, ...]:
    """The measures and items that these words fit best, best first."""
    wanted = words_in(asked)
    if not wanted:
        return ()
    found = [
        Found(dossier=dossier, subject=key, score=score)
        for key, texts in _texts(dossier)
        if (score := _fit(wanted, texts)) >= ENOUGH
    ]
    return tuple(sorted(found, key=lambda one: -one.score))


def _texts(dossier: Dossier) -> Iterable[tuple[str, str]]:
    for measure in dossier.measures:
        yield measure.key, f"{measure.title} {measure.description or ''}"
    yield from ((item.key, item.title) for item in dossier.items)
    yield from ((theme.key, theme.title) for theme in dossier.themes)


def _fit(wanted: tuple[str, ...], text: str) -> float:
    """Which part of the words is in the text, in some form."""
    there = WORD.findall(plain(text))
    return sum(any(alike(word, one) for one in there) for word in wanted) / len(wanted)


def alike(word: str, other: str) -> bool:
    """The same word, a part of a compound, or one with a small typing error."""
    if word == other:
        return True
    if min(len(word), len(other)) < SHORTEST:
        return False
    if word in other or other in word:
        return True
    return SequenceMatcher(None, word, other).ratio() >= ALIKE
