"""What the dialogs of the running plan share: its card's name, its neighbours, its texts."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.turn import Said
from dialogs.view import View
from plan.answering import TOO_LONG, clean
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.personal import KINDS, suspects
from plan.standing import adopted, running
from plan.text import Text, joined

RUNNING = "running"
"""The dialog that hears the card of a running plan."""


def runs(dossier: Dossier) -> bool:
    return running(dossier, TRACKS[dossier.plan.track])


def following(dossier: Dossier, said: Said) -> Dossier | None:
    """The plan that was begun out of this one, among the speaker's plans."""
    own = (other for other, _ in said.elsewhere if other)
    return next((other for other in own if other.plan.previous == dossier.plan.key), None)


def succeeded(dossier: Dossier, said: Said) -> bool:
    """Whether the next plan was adopted, so that this one can be closed."""
    after = following(dossier, said)
    return after is not None and adopted(after)


def wrong_text(words: str, limit: int) -> Text | None:
    """What is wrong with a text of the coordinator; None when it can be kept."""
    if len(words) > limit:
        return TOO_LONG.fill(length=len(words), limit=limit)
    found = suspects(words)
    if not found:
        return None
    passages = ", ".join(f"“{words[s.start : s.end]}”" for s in found)
    kinds = joined([KINDS[kind] for kind in dict.fromkeys(s.kind for s in found)], ", ")
    said = Text(
        nl="Dit lijkt herleidbaar tot een persoon ({kinds}): {passages}. Schrijf het zonder die "
        "gegevens.",
        en="This looks traceable to a person ({kinds}): {passages}. Write it without those "
        "details.",
    )
    return said.fill(kinds=kinds, passages=passages)


def given(said: Said, ids: Iterable[str]) -> dict[str, str]:
    """What was filled in, cleaned."""
    return {id_: clean(said.inputs.get(id_, "")) for id_ in ids}


NOT_RUNNING = View(
    title=Text(
        nl='Dat kan zodra het plan is vastgesteld. Typ "status" voor de huidige stap.',
        en='That is possible once the plan is adopted. Type "status" for the current step.',
    )
)
