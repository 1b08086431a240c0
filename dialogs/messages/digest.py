"""The coordinator's news of the day: who became ready, above how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dialogs.checking.news import news_view
from dialogs.results import results_view
from dialogs.running.card import running_view
from dialogs.running.common import runs
from dialogs.turn import Reply, Said
from dialogs.view import View, Words
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.progress import open_round
from plan.records import Message, Person, Round
from plan.reminders import became_ready
from plan.standing import current_step, is_open
from plan.text import Text

NAMED = 5
"""Partners by name; of the others only how many they are."""


def digest(dossier: Dossier, message: Message, person: Person, now: datetime) -> Reply | None:
    """Who became ready; no news any more once nobody is asked, or their progress was settled."""
    if not any(is_open(dossier, round_) for round_ in dossier.all(Round)):
        return None
    view = _standing(dossier, Said(who=person, at=now))
    ready = [dossier.organisation_name(org) for org in became_ready(dossier, message)]
    if view is None or not ready:
        return Reply(view=view) if view else None
    new = Words(text=_new(ready), strong=True)
    return Reply(view=replace(view, elements=(new, *view.elements)))


def _standing(dossier: Dossier, said: Said) -> View | None:
    step = current_step(dossier, TRACKS[dossier.plan.track])
    if runs(dossier):
        return running_view(dossier, said) if open_round(dossier) else None
    if step and step.sort == "check":
        return news_view(dossier, said)
    return results_view(dossier, said)


def _new(names: Sequence[str]) -> Text:
    if len(names) == 1:
        return ONE.fill(name=names[0])
    if len(names) > NAMED:
        return MORE.fill(names=", ".join(names[:NAMED]), n=len(names) - NAMED)
    return SOME.fill(names=", ".join(names[:-1]), last=names[-1])


ONE = Text(nl="Nieuw: {name} is klaar.", en="New: {name} is ready.")
SOME = Text(nl="Nieuw: {names} en {last} zijn klaar.", en="New: {names} and {last} are ready.")
MORE = Text(nl="Nieuw: {names} en nog {n} zijn klaar.", en="New: {names} and {n} more are ready.")
