"""What the coordinator does in a step: the buttons of its card, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.turn import Said, Turn
from dialogs.view import Button, Element
from plan.dossier import Dossier
from plan.records import Closed
from plan.track import Step


def _nothing(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    return ()


def _no_more(dossier: Dossier, said: Said, closed: Closed) -> Turn:
    return Turn()


@dataclass(frozen=True, kw_only=True)
class Work:
    """The work of one sort of step; `dialogs.works.WORK` has one for each sort.

    `buttons` stand on the status card while the step is open, the one to press now first and
    primary; `hear` gets their verbs. `lines` say how far the step is. `closed` is what closing
    the step brings with it; its `instead` takes the place of the usual receipt.
    """

    buttons: Callable[[Dossier, Said, Step], tuple[Button, ...]]
    hear: Callable[[Dossier, Said, Step], Turn]
    lines: Callable[[Dossier, Said, Step], tuple[Element, ...]] = _nothing
    closed: Callable[[Dossier, Said, Closed], Turn] = _no_more
