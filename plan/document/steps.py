"""Steps closed over a gate, or opened again, with the reasons that were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plan.blocks import Block, Heading, Row, Table
from plan.calendar import local
from plan.document.draft import Draft
from plan.records import Closed
from plan.text import Text

STEPS = {
    "evaluation": Text(nl="Evaluatieve ronde", en="Evaluative round"),
    "format": Text(nl="Bepalen format", en="Determine the format"),
    "draft": Text(nl="Eerste uitwerking", en="First draft"),
    "check": Text(nl="Bilaterale checks", en="Bilateral checks"),
    "check_1": Text(nl="Eerste bilaterale checks", en="First bilateral checks"),
    "check_2": Text(nl="Tweede bilaterale checks", en="Second bilateral checks"),
    "session": Text(nl="Collectieve sessie", en="Collective session"),
    "decision": Text(nl="Besluitvorming", en="Decision making"),
}


def steps(draft: Draft) -> Iterator[Block]:
    """Nothing when every step was closed in the ordinary way."""
    say = draft.say
    rows = [row for _, row in sorted(_rows(draft), key=lambda found: found[0])]
    if not rows:
        return
    title = say(
        "Stappen die met een reden zijn gesloten of heropend",
        "Steps closed with a reason, or reopened",
    )
    yield Heading(text=title, level=2)
    yield Table(
        caption=title,
        head=(
            say("Datum", "Date"),
            say("Stap", "Step"),
            say("Wat", "What"),
            say("Reden", "Reason"),
            say("Door", "By"),
        ),
        rows=tuple(rows),
        widths=(14, 22, 14, 32, 18),
    )


def _rows(draft: Draft) -> Iterator[tuple[datetime, Row]]:
    anyway = draft.say("toch gesloten", "closed anyway")
    again = draft.say("heropend", "reopened")
    for closed in draft.dossier.all(Closed):
        if closed.why:
            yield closed.at, _row(draft, closed, closed.at, anyway, closed.why, closed.by)
        if closed.reopened_at:
            why, by = closed.reopened_why or "–", closed.reopened_by
            yield closed.reopened_at, _row(draft, closed, closed.reopened_at, again, why, by)


def _row(draft: Draft, closed: Closed, at: datetime, what: str, why: str, by: str | None) -> Row:
    day = draft.short_day(local(at).date())
    step = draft.called(STEPS, closed.step) or closed.step
    return day, step, what, why, draft.dossier.person_name(by) or "–"
