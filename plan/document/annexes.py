"""The annexes: overview per partner, calendar per quarter, and what was done with remarks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plan import labels
from plan.blocks import Bars, Block, Cell, Gap, Group, Heading, Paragraph, Row, Table
from plan.document.draft import Draft
from plan.document.means import asked_hours
from plan.dossier import involved
from plan.records import (
    BilateralCheck,
    CollectiveSession,
    Comment,
    DiscussionPoint,
    Measure,
    Organisation,
    Outcome,
    Proposal,
)


def overview(draft: Draft) -> Iterator[Block]:
    """Per organisation what it leads, where it takes part, its hours and its confirmation."""
    say, dossier = draft.say, draft.dossier
    hours = asked_hours(draft)
    known = {org.key for org in dossier.all(Organisation)}
    strange = dict.fromkeys(o for m in dossier.measures for o in involved(m) if o not in known)
    rows = [
        _partner(draft, org, hours.get(org))
        for org in (*(o.key for o in dossier.all(Organisation)), *strange)
        if dossier.measures_with(org)
    ]
    if not rows:
        yield draft.gap("Nog geen partners bij maatregelen.", "No partners with measures yet.")
        return
    yield Table(
        caption=say("Bijdragen per organisatie", "Contributions by organisation"),
        head=(
            say("Organisatie", "Organisation"),
            say("Trekker van", "Leads"),
            say("Werkt mee aan", "Takes part in"),
            say("Uren", "Hours"),
            say("Bevestiging", "Confirmation"),
        ),
        rows=tuple(rows),
        widths=(30, 20, 26, 9, 15),
    )


def _partner(draft: Draft, org: str, hours: float | None) -> Row:
    own = draft.dossier.measures_with(org)
    leading = [m.key for m in own if m.lead and m.lead.org == org]
    taking_part = [m.key for m in own if m.key not in set(leading)]
    visible = hours and draft.dossier.plan.format.capacity_visible
    return (
        draft.dossier.organisation_name(org),
        ", ".join(leading) or "–",
        ", ".join(taking_part) or "–",
        draft.figure(hours) if hours and visible else "–",
        confirmation(draft, org),
    )


def confirmation(draft: Draft, org: str) -> Cell:
    """What an organisation said of its contribution in the latest check; silence is no yes."""
    found = draft.dossier.get(Organisation, org)
    if found is None or not found.consulted:
        return "–"
    said = [check.commitment for check in draft.dossier.all(BilateralCheck) if check.org == org]
    if not said:
        return draft.say("nog niet gevraagd", "not asked yet")
    name = draft.called(labels.COMMITMENTS, said[-1])
    return name if said[-1] == "ja" else Gap(text=name)


def calendar(draft: Draft) -> Iterator[Block]:
    """What runs in which quarter of the plan year, and the milestones in order."""
    running = [_quarters(draft, m) for m in draft.dossier.measures]
    if not draft.dossier.measures:
        yield draft.gap("Nog geen maatregelen om te plannen.", "No measures to plan yet.")
        return
    yield Bars(
        caption=draft.say("Maatregelen in uitvoering per kwartaal", "Measures running by quarter"),
        rows=tuple(
            (_quarter(draft, n), float(sum(here[n] for here in running))) for n in range(4)
        ),
        unit=draft.say("maatregelen", "measures"),
    )
    yield from _running(draft)
    yield from _milestones(draft)


def _quarter(draft: Draft, n: int) -> str:
    return draft.say(f"{n + 1}e kwartaal", f"Quarter {n + 1}")


def _quarters(draft: Draft, measure: Measure) -> tuple[bool, bool, bool, bool]:
    year, plan = draft.dossier.plan.year, measure.planning
    if measure.decision == "stop" or not (plan.start or plan.end or plan.cadence):
        return (False, False, False, False)
    start, end = plan.start or date(year, 1, 1), plan.end or date(year, 12, 31)
    first, second, third, fourth = (
        start <= date(year, n * 3, 30) and end >= date(year, n * 3 - 2, 1) for n in (1, 2, 3, 4)
    )
    return first, second, third, fourth


def _running(draft: Draft) -> Iterator[Block]:
    rows: list[Row] = []
    for theme in draft.dossier.themes:
        measures = draft.dossier.measures_of(theme.key)
        if measures:
            rows.append(Group(text=theme.title))
        for measure in measures:
            marks = tuple("●" if here else "" for here in _quarters(draft, measure))
            rows.append((measure.key, measure.title, *marks))
    yield Table(
        caption=draft.say(
            "Planning per kwartaal (● = in uitvoering)", "Planning by quarter (● = running)"
        ),
        head=(
            draft.say("Code", "Code"),
            draft.say("Maatregel", "Measure"),
            *(draft.say(f"K{n}", f"Q{n}") for n in (1, 2, 3, 4)),
        ),
        rows=tuple(rows),
        widths=(10, 62, 7, 7, 7, 7),
    )


def _milestones(draft: Draft) -> Iterator[Block]:
    say = draft.say
    dated = sorted(
        (milestone.when, measure.key, milestone.text, draft.lead_of(measure))
        for measure in draft.dossier.measures
        for milestone in measure.milestones
        if milestone.when
    )
    if not dated:
        return
    nobody = draft.gap("Nog geen trekker", "No lead yet")
    yield Heading(text=say("Mijlpalen", "Milestones"), level=2)
    yield Table(
        caption=say("Mijlpalen", "Milestones"),
        head=(
            say("Datum", "Date"),
            say("Code", "Code"),
            say("Mijlpaal", "Milestone"),
            say("Trekker", "Lead"),
        ),
        rows=tuple(
            (draft.short_day(when), key, text, lead or nobody) for when, key, text, lead in dated
        ),
        widths=(16, 10, 46, 28),
    )


def register(draft: Draft) -> Iterator[Block]:
    """Annex C: who said what, and what we did with it."""
    rows: list[Row] = [*_comments(draft), *_proposals(draft)]
    if rows:
        yield Table(
            caption=draft.say("Reacties en wat we ermee deden", "Reactions and what we did"),
            head=(
                draft.say("Wie", "Who"),
                draft.say("Over", "About"),
                draft.say("Punt", "Point"),
                draft.say("Wat we ermee deden", "What we did"),
            ),
            rows=tuple(rows),
            widths=(24, 9, 35, 32),
        )
    else:
        yield Paragraph(
            text=draft.say("Er zijn nog geen reacties.", "There are no reactions yet.")
        )
    yield from _session(draft)


def _comments(draft: Draft) -> Iterator[Row]:
    comments = draft.dossier.all(Comment)
    if comments:
        yield Group(text=draft.say("Opmerkingen uit de checks", "Remarks from the checks"))
    for comment in comments:
        yield (
            draft.short(comment.org),
            comment.subject or draft.say("het plan", "the plan"),
            comment.text,
            done(draft, comment.disposition, comment.reply),
        )


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
    points = sorted(draft.dossier.all(DiscussionPoint), key=lambda point: point.order)
    if not points:
        return
    yield Heading(text=say("De collectieve sessie", "The collective session"), level=2)
    held = next((s for s in draft.dossier.all(CollectiveSession) if s.day), None)
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
