"""While the first draft is made: whose theme waits, and how many are ready."""

from __future__ import annotations

from datetime import datetime

from dialogs.drafting.menu import menu_view
from dialogs.post import Kind
from dialogs.turn import Reply, Said
from dialogs.view import Button, View, Words
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.drafting import progress, waiting
from plan.records import Message, Person
from plan.standing import current_step, planned
from plan.text import Text


def _drafting(dossier: Dossier) -> bool:
    step = current_step(dossier, TRACKS[dossier.plan.track])
    return step is not None and step.id == "draft"


def _theme_waits(
    dossier: Dossier, message: Message, person: Person, now: datetime
) -> Reply | None:
    """The own themes, as they are now; nothing any more when they are ready."""
    if not _drafting(dossier) or not waiting(dossier, person):
        return None
    return Reply(view=menu_view(dossier, Said(who=person, at=now)))


def _themes_ready(
    dossier: Dossier, message: Message, person: Person, now: datetime
) -> Reply | None:
    done, total = progress(dossier)
    if not _drafting(dossier) or done == total:
        return None
    days = planned(dossier, "draft")
    title = Text(nl="{n} van de {total} thema's klaar", en="{n} of {total} themes ready")
    left = ", ".join(dossier.title(theme) for theme in waiting(dossier, person))
    words = Text(nl="Nog te doen: {left}.", en="Still to do: {left}.").fill(left=left)
    until = Text(
        nl="De eerste uitwerking is gepland tot en met {day}.",
        en="The first draft is planned until {day}.",
    )
    when = (Words(text=until.fill(day=on_day(days.end)), tone="subtle"),) if days else ()
    return Reply(
        view=View(
            title=title.fill(n=done, total=total),
            elements=(Words(text=words), *when),
            buttons=(Button(verb="status", label=Text(nl="Status", en="Status"), primary=True),),
            dialog="status",
        )
    )


MESSAGES = {
    "theme_waits": Kind(
        say=_theme_waits,
        summary=Text(nl="Een thema wacht op uitwerking", en="A theme is waiting to be drafted"),
    ),
    "themes_ready": Kind(
        say=_themes_ready,
        summary=Text(nl="Hoe ver de thema's zijn", en="How far the themes are"),
    ),
}
