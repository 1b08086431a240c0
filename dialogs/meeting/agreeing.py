"""Agreements afterwards: was it put down well, and was it kept."""

from __future__ import annotations

from collections.abc import Iterable

from dialogs.filled import fault
from dialogs.meeting.parts import LONGEST, given
from dialogs.post import message
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Facts, Pick, Problem, View, Words, Write
from plan.agreements import consent_key, consent_of
from plan.calendar import local
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import Consent, DiscussionPoint, Message, Outcome, Person, altered
from plan.text import Text
from plan.voices import acts_as

DIALOG = "agreements"
NO_ONE = View(
    title=Text(
        nl="Deze afspraak is er niet meer; er is niets veranderd",
        en="This agreement no longer exists; nothing was changed",
    )
)


def consent_view(dossier: Dossier, outcome: Outcome, wrong: Text | None = None) -> View:
    """Is your agreement put down well? Yes in one tap, no with what should be different."""
    return View(
        title=Text(nl="Is uw afspraak goed verwerkt?", en="Is your agreement recorded correctly?"),
        elements=(
            *((Problem(text=wrong),) if wrong else ()),
            _facts(dossier, outcome),
            Write(
                id="remark",
                label=Text(nl="Zo niet: wat moet er anders?", en="If not: what should change?"),
                limit=LONGEST,
            ),
        ),
        buttons=(
            Button(verb="yes", label=Text(nl="Ja, dit klopt", en="Yes, it is"), primary=True),
            Button(verb="no", label=Text(nl="Nee, aanpassen", en="No, change it")),
        ),
        dialog=DIALOG,
        about={"outcome": outcome.key},
    )


def due_view(dossier: Dossier, outcomes: tuple[Outcome, ...]) -> View:
    """What is due today, and one tap to say that it was kept."""
    one = outcomes[0] if len(outcomes) == 1 else None
    several = Text(nl="Uw afspraken moeten vandaag klaar zijn", en="Your agreements are due today")
    title = Text(nl="Uw afspraak moet vandaag klaar zijn", en="Your agreement is due today")
    return View(
        title=title if one else several,
        elements=(
            *(_facts(dossier, outcome) for outcome in outcomes),
            *(() if one else (kept_pick(outcomes),)),
        ),
        buttons=(DONE,),
        dialog=DIALOG,
        about={"outcome": one.key if one else ""},
    )


DONE = Button(verb="done", label=Text(nl="Afspraak nagekomen", en="Agreement kept"), primary=True)


def _facts(dossier: Dossier, outcome: Outcome) -> Facts:
    point = dossier.get(DiscussionPoint, outcome.point)
    rows = [(Text(nl="Afspraak", en="Agreement"), Text.verbatim(outcome.decision))]
    if point:
        rows.insert(0, (Text(nl="Punt", en="Point"), Text.verbatim(point.question)))
    if outcome.due:
        rows.append((Text(nl="Uiterlijk", en="By"), on_day(outcome.due)))
    return Facts(rows=tuple(rows))


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
    key = said.card.about.get("outcome") or said.inputs.get("outcome", "")
    outcome = dossier.get(Outcome, key)
    if outcome is None:
        return Turn(instead=NO_ONE)
    if said.verb == "done":
        return _kept(dossier, said, outcome)
    return _consented(dossier, said, outcome)


def _kept(dossier: Dossier, said: Said, outcome: Outcome) -> Turn:
    """By its owner, or by who stands in for the owner and got the message."""
    if outcome.done_at or not _is_asked(dossier, said, outcome):
        return Turn(instead=NO_ONE)
    title = Text(nl="Opgeslagen: afspraak nagekomen", en="Saved: agreement kept")
    return Turn(
        keep=(
            altered(outcome, done_at=said.at),
            registered(said, "kept_agreement", outcome.key),
        ),
        instead=View(title=title, elements=(Words(text=Text.verbatim(outcome.decision)),)),
    )


def _consented(dossier: Dossier, said: Said, outcome: Outcome) -> Turn:
    """A no with its remark opens the outcome again for the coordinator."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    if outcome.processed_at is None or outcome.processed_at > said.card.issued_at:
        return Turn(instead=View(title=REWORKED))
    if not _is_asked(dossier, said, outcome):
        return Turn(instead=NO_ONE)
    yes, remark = said.verb == "yes", given(said, "remark")
    wrong = fault(remark, LONGEST) if remark or yes else WHAT
    if wrong:
        return Turn(instead=consent_view(dossier, outcome, wrong))
    owner = dossier.get(Person, outcome.owner)
    before = consent_of(dossier, outcome)
    consent = Consent(
        key=consent_key(dossier, outcome),
        kind="outcome",
        subject=outcome.key,
        org=(owner and owner.org) or "",
        asked_at=before.asked_at if before else said.card.issued_at,
        answer="ja" if yes else "nee",
        remark=remark or None,
        by=said.who.key,
        at=said.at,
    )
    event = registered(said, "consented" if yes else "disputed", outcome.key, after=remark or None)
    if yes:
        title = Text(nl="Opgeslagen: uw afspraak klopt", en="Saved: your agreement is right")
        return Turn(keep=(consent, event), instead=View(title=title))
    told = _told(dossier, said, outcome)
    title = Text(
        nl="Opgeslagen. De coördinator kijkt er opnieuw naar en laat het u weten.",
        en="Saved. The coordinator will look at it again and let you know.",
    )
    again = altered(outcome, processed_at=None)
    return Turn(keep=(consent, event, again, *told), instead=View(title=title))


def _is_asked(dossier: Dossier, said: Said, outcome: Outcome) -> bool:
    """Whether it was the speaker's to answer when the card came."""
    assert said.card is not None  # noqa: S101 - a press always has its card
    return acts_as(dossier, said.who, outcome.owner, local(said.card.issued_at).date())


def _told(dossier: Dossier, said: Said, outcome: Outcome) -> tuple[Message, ...]:
    coordinator = dossier.plan.coordinator
    stamp = said.at.isoformat(timespec="seconds")
    if not coordinator:
        return ()
    return (
        message(said, "outcome_disputed", coordinator, f"{outcome.key}/{stamp}", text=outcome.key),
    )


WHAT = Text(nl="Wat moet er anders? Schrijf het op.", en="What should change? Write it down.")
REWORKED = Text(
    nl="Deze afspraak wordt al opnieuw bekeken; er is niets veranderd",
    en="This agreement is being looked at again already; nothing was changed",
)
