"""Annex C: who said what, and what we did with it."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import Block, Cell, Group, Heading, Paragraph, Row, Table
from plan.document.draft import Draft
from plan.document.steps import steps
from plan.reactions import check_of, check_rounds, reaction
from plan.records import (
    Comment,
    Outcome,
    Proposal,
)
from plan.sessions import points_of, session_of


def register(draft: Draft) -> Iterator[Block]:
    """Annex C: who said what, and what we did with it."""
    rows: list[Row] = [*_comments(draft), *_proposals(draft)]
    if rows:
        yield Table(
            caption=draft.say(
                "Reacties en wat we ermee hebben gedaan", "Comments and what we did with them"
            ),
            head=(
                draft.say("Wie", "Who"),
                draft.say("Over", "About"),
                draft.say("Punt", "Point"),
                draft.say("Wat we ermee hebben gedaan", "What we did"),
            ),
            rows=tuple(rows),
            widths=(24, 9, 35, 32),
        )
    else:
        yield Paragraph(text=draft.say("Er zijn nog geen reacties.", "There are no comments yet."))
    yield from _checked(draft)
    yield from _session(draft)
    yield from steps(draft)


def _comments(draft: Draft) -> Iterator[Row]:
    comments = draft.dossier.all(Comment)
    if comments:
        yield Group(text=draft.say("Opmerkingen uit de checks", "Comments from the checks"))
    for comment in comments:
        yield (
            draft.short(comment.org),
            comment.subject or draft.say("het plan", "the plan"),
            _worded(draft, comment),
            done(draft, comment.disposition, comment.reply),
        )


def _worded(draft: Draft, comment: Comment) -> str:
    """The remark in the partner's words, with what kind it is where that is known."""
    kind = draft.called(labels.REMARKS, comment.kind)
    return f"{comment.text}\n({kind})" if kind else comment.text


def _checked(draft: Draft) -> Iterator[Block]:
    """What came of each check per partner: silence is never shown as agreement."""
    numbers = _numbers(draft)
    rows = tuple(
        (
            draft.short(org),
            numbers[round_.step],
            _day(draft, round_.key, org),
            draft.called(labels.REACTIONS, reaction(draft.dossier, round_.key, org)),
        )
        for round_ in check_rounds(draft.dossier)
        for org in round_.partners
    )
    if rows:
        title = draft.say("Wie heeft bevestigd", "Who confirmed")
        yield Heading(text=title, level=2)
        yield Table(
            caption=title,
            head=(
                draft.say("Wie", "Who"),
                draft.say("Ronde", "Round"),
                draft.say("Op", "On"),
                draft.say("Reactie", "Response"),
            ),
            rows=rows,
            widths=(34, 12, 20, 34),
        )


def _numbers(draft: Draft) -> dict[str, str]:
    """The number of each step's round: 1 and 2 in the first year, else 1."""
    order = dict.fromkeys(one.step for one in check_rounds(draft.dossier))
    return {step: step.rpartition("_")[2] if "_" in step else "1" for step in order}


def _day(draft: Draft, round_: str, org: str) -> str:
    check = check_of(draft.dossier, round_, org)
    held = check.held_on if check else None
    form = f", {check.form}" if check and held and check.form else ""
    return f"{draft.short_day(held)}{form}" if held else "–"


def _proposals(draft: Draft) -> Iterator[Row]:
    proposals = draft.dossier.all(Proposal)
    if proposals:
        yield Group(text=draft.say("Voorstellen", "Proposals"))
    for proposal in proposals:
        yield (
            ", ".join(draft.short(org) for org in proposal.by) or "–",
            proposal.becomes or proposal.item or "–",
            f"{proposal.title}\n{proposal.text}" if proposal.text else proposal.title,
            done(draft, proposal.status, proposal.reason),
        )


def done(draft: Draft, disposition: str, reply: str | None) -> Cell:
    if disposition == "open":
        return draft.gap("Nog open", "Still open")
    name = draft.called(labels.DISPOSITIONS, disposition)
    return f"{name}. {reply}" if reply else name


def _session(draft: Draft) -> Iterator[Block]:
    say = draft.say
    points = points_of(draft.dossier)
    if not points:
        return
    yield Heading(text=say("De collectieve sessie", "The collective session"), level=2)
    held = session_of(draft.dossier)
    if held and held.day:
        yield Paragraph(
            text=say(f"Sessie op {draft.day(held.day)}.", f"Session on {draft.day(held.day)}.")
        )
    outcomes = {outcome.point: outcome for outcome in draft.dossier.all(Outcome)}
    yield Table(
        caption=say("Bespreekpunten en uitkomsten", "Discussion points and outcomes"),
        head=(say("Over", "About"), say("Vraag", "Question"), say("Uitkomst", "Outcome")),
        rows=tuple(
            (
                ", ".join(point.subjects),
                point.question,
                _outcome(draft, outcomes.get(point.key)),
            )
            for point in points
        ),
        widths=(14, 43, 43),
    )


def _outcome(draft: Draft, outcome: Outcome | None) -> Cell:
    if outcome is None:
        return draft.gap("Nog geen uitkomst", "No outcome yet")
    said = outcome.decision
    owner = draft.dossier.person_name(outcome.owner)
    if owner and outcome.due:
        return f"{said}\n{owner}, {draft.short_day(outcome.due)}"
    return f"{said}\n{owner}" if owner else said
