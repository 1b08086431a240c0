"""What the dialogs of the running plan share: its card's name, its neighbours, its texts."""

from __future__ import annotations

from dialogs.turn import Said
from dialogs.view import View
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.standing import adopted, running
from plan.text import Text

RUNNING = "running"
"""The dialog that hears the card of a running plan."""


def runs(dossier: Dossier) -> bool:
    return running(dossier, TRACKS[dossier.plan.track])


def following(dossier: Dossier, said: Said) -> Dossier | None:
    """The plan that was begun out of this one, among the speaker's plans."""
    own = (other for other, _ in said.elsewhere if other)
    return next((other for other in own if other.plan.previous == dossier.plan.key), None)


def preceding(dossier: Dossier, said: Said) -> Dossier | None:
    """The plan that this one was begun out of, among the speaker's plans."""
    own = (other for other, _ in said.elsewhere if other)
    return next((other for other in own if other.plan.key == dossier.plan.previous), None)


def succeeded(dossier: Dossier, said: Said) -> bool:
    """Whether the next plan was adopted, so that this one can be closed."""
    after = following(dossier, said)
    return after is not None and adopted(after)


NOT_RUNNING = View(
    title=Text(
        nl='Dat kan zodra het plan is vastgesteld. Typ "status" voor de huidige stap.',
        en='That is possible once the plan is adopted. Type "status" for the current step.',
    )
)
