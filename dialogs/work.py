"""What the coordinator does in a step: the buttons of its card, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.turn import Said, Turn
from dialogs.view import Button, Element
from plan.dossier import Dossier
from plan.track import Step


def _nothing(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Work:
    """The work of one sort of step; `dialogs.works.WORK` has one for each sort.

    `buttons` stand on the status card while the step is open, the one to press now first and
    primary; `hear` gets their verbs. `lines` say how far the step is.
    """

    buttons: Callable[[Dossier, Step], tuple[Button, ...]]
    hear: Callable[[Dossier, Said, Step], Turn]
    lines: Callable[[Dossier, Said, Step], tuple[Element, ...]] = _nothing
