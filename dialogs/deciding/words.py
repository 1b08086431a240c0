"""What bodies, decisions and fields of a measure are called in the chat."""

from __future__ import annotations

from plan.dates import on_day
from plan.records import DecisionStep
from plan.route import done
from plan.standing import only_heard
from plan.text import Text

AGREED, CHANGED, HELD = "akkoord", "akkoord met wijziging", "aangehouden"
DISCUSSED, NOTED = "besproken", "ter kennisname aangenomen"
DECISIONS = (
    (AGREED, Text(nl="Akkoord", en="Agreed")),
    (CHANGED, Text(nl="Akkoord met wijziging", en="Agreed with a change")),
    (HELD, Text(nl="Aangehouden", en="Held over")),
)
HEARINGS = (
    (DISCUSSED, Text(nl="Besproken", en="Discussed")),
    (NOTED, Text(nl="Ter kennisname aangenomen", en="Noted")),
    (HELD, Text(nl="Aangehouden", en="Held over")),
)
YES, NO = "ja", "nee"
SHORT, LONG = 200, 1200
"""Characters of a text on one line, and on several."""
CHOICE = ((YES, Text(nl="Ja", en="Yes")), (NO, Text(nl="Nee", en="No")))


def choices_of(body: DecisionStep) -> tuple[tuple[str, Text], ...]:
    return HEARINGS if only_heard(body) else DECISIONS


def decision_said(decision: str | None) -> Text:
    known = dict((*DECISIONS, *HEARINGS))
    return known.get(decision or "", Text.verbatim(decision or ""))


def state_of(body: DecisionStep) -> Text:
    """One line: what it decided and when, or that it still has to."""
    if body.skipped:
        return Text(nl="dit jaar niet", en="not this year")
    if body.decision is None:
        day = Text(nl="nog niet; {day}", en="not yet; {day}")
        return day.fill(day=on_day(body.day)) if body.day else Text(nl="nog niet", en="not yet")
    when = body.decided_on or (body.day if done(body) else None)
    parts = [decision_said(body.decision)]
    parts += [on_day(when)] if when else []
    parts += [Text.verbatim(body.reference)] if body.reference else []
    if body.decision == HELD and body.day and body.day != when:
        again = Text(nl="komt terug op {day}", en="comes back on {day}")
        parts.append(again.fill(day=on_day(body.day)))
    return Text(nl=", ".join(p.nl for p in parts), en=", ".join(p.en for p in parts))
