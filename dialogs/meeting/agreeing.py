"""Agreements afterwards: was it put down well, and was it kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dialogs.meeting.consented import NO_ONE, consented, consented_several, is_asked
from dialogs.meeting.consenting import DIALOG, facts_of
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Pick, View, Words
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Outcome, altered
from plan.text import Text


def due_view(dossier: Dossier, outcomes: tuple[Outcome, ...], today: date | None = None) -> View:
    """What is due, and one tap to say that it was kept.

    It is told on the last working day before, and after a stop of the assistant later than that.
    Without `today` it is the day itself.
    """
    one = outcomes[0] if len(outcomes) == 1 else None
    return View(
        title=_due(one, today) if one else _all_due(outcomes, today),
        elements=(
            *(facts_of(dossier, outcome) for outcome in outcomes),
            *(() if one else (kept_pick(outcomes),)),
        ),
        buttons=(DONE,),
        dialog=DIALOG,
        about={"outcome": one.key if one else ""},
    )


def _due(outcome: Outcome, today: date | None) -> Text:
    day = outcome.due
    if day is None or today in (None, day):
        return Text(nl="Uw afspraak moet vandaag klaar zijn", en="Your agreement is due today")
    words = DUE if today and day > today else WAS_DUE
    return words.fill(day=on_day(day))


DUE = Text(nl="Uw afspraak moet klaar zijn op {day}", en="Your agreement is due on {day}")
WAS_DUE = Text(nl="Uw afspraak zou klaar zijn op {day}", en="Your agreement was due on {day}")


def _all_due(outcomes: Iterable[Outcome], today: date | None) -> Text:
    if today is None or all(outcome.due == today for outcome in outcomes):
        words = "Uw afspraken moeten vandaag klaar zijn"
        return Text(nl=words, en="Your agreements are due today")
    return Text(nl="Uw afspraken die klaar moeten zijn", en="Your agreements that are due")


DONE = Button(verb="done", label=Text(nl="Afspraak nagekomen", en="Agreement kept"), primary=True)


def kept_pick(outcomes: Iterable[Outcome]) -> Pick:
    """Which of the own agreements was kept."""
    open_ = tuple(outcomes)
    return Pick(
        id="outcome",
        label=Text(nl="Welke afspraak is nagekomen?", en="Which agreement was kept?"),
        choices=tuple((one.key, Text.verbatim(one.decision[:120])) for one in open_),
        value=open_[0].key,
    )


def hear(dossier: Dossier, said: Said) -> Turn:
    assert said.card is not None  # noqa: S101 - a press always has its card
    if said.verb == "answer":
        return consented_several(dossier, said)
    key = said.card.about.get("outcome") or said.inputs.get("outcome", "")
    outcome = dossier.get(Outcome, key)
    if outcome is None:
        return Turn(instead=NO_ONE)
    if said.verb == "done":
        return _kept(dossier, said, outcome)
    return consented(dossier, said, outcome)


def _kept(dossier: Dossier, said: Said, outcome: Outcome) -> Turn:
    """By its owner, or by who stands in for the owner and got the message."""
    if not is_asked(dossier, said, outcome):
        return Turn(instead=NO_ONE)
    if outcome.done_at:
        return Turn(instead=View(title=KEPT_ALREADY))
    title = Text(nl="Opgeslagen: afspraak nagekomen", en="Saved: agreement kept")
    return Turn(
        keep=(
            altered(outcome, done_at=said.at),
            registered(said, "kept_agreement", outcome.key),
        ),
        instead=View(title=title, elements=(Words(text=Text.verbatim(outcome.decision)),)),
    )


KEPT_ALREADY = Text(
    nl="Het was al bekend dat deze afspraak is nagekomen; er is niets veranderd",
    en="It was known already that this agreement was kept; nothing was changed",
)
