"""A track: the steps from the first question to an adopted plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from plan.dossier import Dossier
from plan.question import Topic
from plan.text import Text

Sort = Literal["consult", "choose", "draft", "check", "meet", "decide"]
Gate = Callable[[Dossier], tuple[Text, ...]]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step. `gates` say what is missing before it can close; none missing means it can."""

    id: str
    code: str
    """The code of the data file's calendar: J1 to J6, V1 to V6."""
    sort: Sort
    title: Text
    purpose: Text
    gates: tuple[Gate, ...] = ()
    topics: tuple[Topic, ...] = ()

    def missing(self, dossier: Dossier) -> tuple[Text, ...]:
        """The reasons why it cannot be closed yet, in plain words."""
        return tuple(text for gate in self.gates for text in gate(dossier))


@dataclass(frozen=True, kw_only=True)
class Track:
    id: str
    title: Text
    steps: tuple[Step, ...]

    def step(self, id: str) -> Step:  # noqa: A002 - the field's own word
        """The step of that id. Raises KeyError with the ids there are."""
        for step in self.steps:
            if step.id == id:
                return step
        raise KeyError(f"{id}: {', '.join(step.id for step in self.steps)}")

    def number(self, step: Step) -> int:
        return self.steps.index(step) + 1
