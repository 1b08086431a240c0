"""What is noticed while a plan file is read: problems, ids, references and unknown keys."""

from __future__ import annotations

from collections.abc import Callable

from plan.reading.error import PlanFileError, Problem
from plan.text import Text

NOUNS: dict[str, Text] = {
    "organisation": Text(nl="onbekende organisatie", en="unknown organisation"),
    "person": Text(nl="onbekende persoon", en="unknown person"),
    "theme": Text(nl="onbekend thema", en="unknown theme"),
    "item": Text(nl="onbekend actiepunt", en="unknown action item"),
    "measure": Text(nl="onbekende maatregel", en="unknown measure"),
    "meeting": Text(nl="onbekend overleg", en="unknown meeting"),
    "ivp_theme": Text(nl="onbekend thema van het IVP", en="unknown theme of the IVP"),
    "main_line": Text(nl="onbekende hoofdlijn van het IVP", en="unknown main line of the IVP"),
    "principle": Text(nl="onbekend uitgangspunt", en="unknown guiding principle"),
    "proposal": Text(nl="onbekend voorstel", en="unknown proposal"),
    "point": Text(nl="onbekend bespreekpunt", en="unknown discussion point"),
    "comment": Text(nl="onbekende opmerking", en="unknown comment"),
    "subject": Text(nl="onbekend onderwerp", en="unknown subject"),
    "fact": Text(nl="onbekend feit", en="unknown fact"),
    "material": Text(nl="onbekend materiaal", en="unknown material"),
}

GROUPS: dict[str, tuple[str, ...]] = {
    "theme": ("theme", "ivp_theme"),
    "subject": ("theme", "ivp_theme", "item", "measure", "meeting"),
    "theme_or_item": ("theme", "ivp_theme", "item"),
}
"""A reference of these kinds may point at any of several kinds."""

SHARED = ("theme", "item", "measure", "meeting")
"""Kinds that answers and remarks point at by id alone, so an id stands for one of them."""


class Notes:
    """Gathers everything, so that all that is wrong can be said at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._leftovers: list[Callable[[], list[str]]] = []
        self._ids: dict[str, dict[str, str]] = {}
        self._references: list[tuple[str, str, str]] = []

    def wrong(self, where: str, nl: str, en: str) -> None:
        self.problems.append(Problem(Text(nl=nl, en=en), where))

    def watch(self, leftovers: Callable[[], list[str]]) -> None:
        """`leftovers` tells at the end which keys of one part nobody read."""
        self._leftovers.append(leftovers)

    def introduce(self, kind: str, key: str, where: str) -> None:
        """An id is given here; the same id twice is a problem."""
        for other in SHARED if kind in SHARED else (kind,):
            first = self._ids.get(other, {}).get(key)
            if first is not None:
                self.wrong(
                    where, f"'{key}' staat al bij {first}", f"'{key}' is already at {first}"
                )
                return
        self._ids.setdefault(kind, {})[key] = where

    def place(self, kind: str, key: str) -> str:
        """Where an id was given, "" when nowhere."""
        return self._ids.get(kind, {}).get(key, "")

    def refer(self, kind: str, key: str, where: str) -> None:
        """An id is used here; whether it exists is looked up when everything was read."""
        self._references.append((kind, key, where))

    def finish(self) -> tuple[str, ...]:
        """The paths of the keys nobody read. Raises PlanFileError when anything is wrong."""
        for kind, key, where in self._references:
            if not any(key in self._ids.get(one, {}) for one in GROUPS.get(kind, (kind,))):
                noun = NOUNS["subject" if kind == "theme_or_item" else kind]
                self.wrong(where, f"{noun.nl} '{key}'", f"{noun.en} '{key}'")
        if self.problems:
            raise PlanFileError.of(tuple(self.problems))
        return tuple(path for leftovers in self._leftovers for path in leftovers())
