"""Working what came of a point into the draft, and answering who waited for it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.clashing import SEAL, SEALS, seal
from dialogs.filled import NONE_WRONG, Wrong
from dialogs.measures.inputs import Sheet
from dialogs.meeting.fields import MEASURE, item_inputs, theme_inputs
from dialogs.meeting.parts import LONGEST, MEETING, given
from dialogs.meeting.point import outcome_said
from dialogs.meeting.subjects import MOST, measures_of, sealed
from dialogs.turn import Said
from dialogs.view import Button, Element, Fold, Heading, Pick, Problem, View, Words, Write
from plan.dates import on_day
from plan.dossier import Dossier
from plan.labels import DISPOSITIONS
from plan.records import ActionItem, Comment, DiscussionPoint, Measure, Outcome, Proposal, Theme
from plan.sessions import outcome_of, proposals_of, remarks_of
from plan.text import Text

REMARKS = 8
COMMENT_WAYS = ("accepted", "accepted_partly", "rejected")
PROPOSAL_WAYS = ("adopted", "adopted_partly", "rejected")


def process_view(
    dossier: Dossier,
    said: Said,
    point: DiscussionPoint,
    wrong: Wrong = NONE_WRONG,
    more: str = "",
) -> View:
    """The outcome, and everything it may change, filled in as it is now."""
    outcome = outcome_of(dossier, point.key)
    assert outcome is not None  # noqa: S101 - only of a point that has an outcome
    sheet = Sheet(dossier=dossier, said=said, wrong=wrong, crowded=True)
    told = wrong.get("")
    return View(
        title=Text(nl="Uitkomst verwerken", en="Work in the outcome"),
        elements=(
            *((Problem(text=told),) if told else ()),
            Heading(text=Text.verbatim(point.question)),
            *_outcome(dossier, outcome),
            *_subjects(sheet, point, more),
            *_waiting(sheet, point, outcome),
        ),
        buttons=_buttons(dossier, point, more),
        dialog=MEETING,
        about={
            "card": "process",
            "session": point.session,
            "point": point.key,
            "more": more,
            "reply": seal(outcome.decision),
            SEAL: seal(outcome_said(outcome)),
            SEALS: sealed(dossier, point, more),
        },
    )


def _outcome(dossier: Dossier, outcome: Outcome) -> Iterator[Element]:
    lead = Text(nl="Geparkeerd: ", en="Parked: ") if outcome.parked else Text.verbatim("")
    yield Words(text=lead + Text.verbatim(outcome.decision), strong=True)
    owner = dossier.person_name(outcome.owner)
    if owner:
        until = on_day(outcome.due) if outcome.due else Text.verbatim("–")
        yield Words(text=Text.verbatim(f"{owner}, ") + until, tone="subtle")


def _subjects(sheet: Sheet, point: DiscussionPoint, more: str) -> Iterator[Element | Fold]:
    dossier = sheet.dossier
    for measure in measures_of(dossier, point, more):
        title = Text.verbatim(f"{measure.key} {measure.title}")
        yield Fold(title=title, elements=sheet.inputs(measure, *MEASURE))
    for key in point.subjects:
        item, theme = dossier.get(ActionItem, key), dossier.get(Theme, key)
        if item:
            yield Heading(text=Text.verbatim(f"{item.key} {item.title}"), level=3)
            yield from item_inputs(sheet, item)
        if theme:
            yield Heading(text=Text.verbatim(f"{theme.key} {theme.title}"), level=3)
            yield from theme_inputs(sheet, theme)
    others = addable(dossier, point, more)
    if others:
        yield Pick(
            id="add",
            label=Text(nl="Ook een andere maatregel wijzigen?", en="Change another measure too?"),
            choices=tuple((m.key, Text.verbatim(f"{m.key} {m.title}")) for m in others),
            value=given(sheet.said, "add", others[0].key),
        )


def addable(dossier: Dossier, point: DiscussionPoint, more: str) -> tuple[Measure, ...]:
    """The other measures of the themes and items it is about; else all of the plan."""
    here = {measure.key for measure in measures_of(dossier, point, more)}
    near = [m for m in dossier.measures if {m.item, dossier.theme_of(m)} & set(point.subjects)]
    full = len(here) >= MOST + 2
    return () if full else tuple(m for m in near or dossier.measures if m.key not in here)


def _waiting(sheet: Sheet, point: DiscussionPoint, outcome: Outcome) -> Iterator[Element]:
    """The remarks and proposals that waited for the session; each sender hears what was done."""
    dossier = sheet.dossier
    for remark in remarks_of(dossier, point)[:REMARKS]:
        lead = f"{dossier.organisation_name(remark.org)}: {remark.text}"
        yield Heading(text=Text(nl="Opmerking", en="Remark"), level=3)
        yield Words(text=Text.verbatim(lead))
        yield from _answer(sheet, remark, COMMENT_WAYS, outcome)
    for proposal in proposals_of(dossier, point)[:REMARKS]:
        yield Heading(text=Text(nl="Voorstel", en="Proposal"), level=3)
        yield Words(text=Text.verbatim(proposal.title))
        yield from _answer(sheet, proposal, PROPOSAL_WAYS, outcome)


def _answer(
    sheet: Sheet, about: Comment | Proposal, ways: tuple[str, ...], outcome: Outcome
) -> Iterator[Element]:
    parked = ("parked",) if outcome.parked else ()
    every = (*parked, *ways)
    yield Pick(
        id=f"way/{about.key}",
        label=Text(nl="Wat doen we ermee?", en="What do we do with it?"),
        choices=tuple((way, DISPOSITIONS[way]) for way in every),
        value=given(sheet.said, f"way/{about.key}", every[0]),
    )
    yield Write(
        id=f"reply/{about.key}",
        label=Text(nl="Antwoord aan de afzender", en="Reply to the sender"),
        value=given(sheet.said, f"reply/{about.key}", outcome.decision),
        limit=LONGEST,
        error=sheet.wrong.get(f"reply/{about.key}"),
    )


def _buttons(dossier: Dossier, point: DiscussionPoint, more: str) -> tuple[Button, ...]:
    save = Text(nl="Verwerken", en="Work it in")
    none = Text(nl="Geen wijziging nodig", en="No change needed")
    add = Button(verb="add", label=Text(nl="Maatregel erbij", en="Add that measure"), checks=False)
    return (
        Button(verb="process", label=save, primary=True),
        Button(verb="no_change", label=none),
        *((add,) if addable(dossier, point, more) else ()),
    )
