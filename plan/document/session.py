"""The report of a session: who was there, what came of each point, and the agreements."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Bullets, Cell, Heading, Paragraph, Row, Table
from plan.document.draft import Draft
from plan.records import CollectiveSession, DiscussionPoint, Outcome
from plan.sessions import CHOICES, outcome_of, points_of, session_of

OPTIONS = {
    "voor": ("voor", "for"),
    "tegen": ("tegen", "against"),
    "onthouding": ("onthouding", "abstained"),
}


def report(draft: Draft, key: str) -> Iterator[Block]:
    """Nothing that one partner answered is in it: only what was said together."""
    session = session_of(draft.dossier, key)
    yield Heading(text=draft.say("Verslag van de sessie", "Report of the session"))
    if session is None:
        yield draft.gap("Er is nog geen sessie gepland.", "No session has been planned yet.")
        return
    yield from _when(draft, session)
    yield from _who(draft, session)
    points = points_of(draft.dossier, key)
    if points:
        yield Heading(
            text=draft.say("Bespreekpunten en uitkomsten", "Discussion points and outcomes"),
            level=2,
        )
        yield _table(draft, points)
    yield from _agreements(draft, points)


def _when(draft: Draft, session: CollectiveSession) -> Iterator[Block]:
    when = draft.day(session.day) if session.day else "–"
    facts = [when, session.time or "", session.place or session.link or ""]
    yield Paragraph(text=", ".join(fact for fact in facts if fact).removesuffix(".") + ".")
    chair = draft.dossier.person_name(session.chair)
    if chair:
        yield Paragraph(text=draft.say(f"Voorzitter: {chair}.", f"Chair: {chair}."))


def _who(draft: Draft, session: CollectiveSession) -> Iterator[Block]:
    present = [draft.short(org) for org in session.present]
    away = [draft.short(org) for org in session.invited if org not in session.present]
    if not session.ended_at:
        listed = draft.listed(away) or "–"
        yield Paragraph(text=draft.say(f"Uitgenodigd: {listed}.", f"Invited: {listed}."))
        return
    listed = draft.listed(present) or "–"
    yield Paragraph(text=draft.say(f"Aanwezig: {listed}.", f"Present: {listed}."))
    if away:
        listed = draft.listed(away)
        yield Paragraph(
            text=draft.say(
                f"Uitgenodigd, niet aanwezig: {listed}.", f"Invited, not present: {listed}."
            )
        )


def _table(draft: Draft, points: tuple[DiscussionPoint, ...]) -> Table:
    return Table(
        caption=draft.say("Bespreekpunten en uitkomsten", "Discussion points and outcomes"),
        head=(
            draft.say("Vraag", "Question"),
            draft.say("Uitkomst", "Outcome"),
            draft.say("Stemmen", "Votes"),
        ),
        rows=tuple(_row(draft, point) for point in points),
        widths=(38, 44, 18),
    )


def _row(draft: Draft, point: DiscussionPoint) -> Row:
    outcome = outcome_of(draft.dossier, point.key)
    return (point.question, _said(draft, outcome), _votes(draft, outcome))


def _said(draft: Draft, outcome: Outcome | None) -> Cell:
    if outcome is None:
        return draft.gap("Nog geen uitkomst", "No outcome yet")
    if outcome.parked:
        return draft.say("Geparkeerd. ", "Parked. ") + outcome.decision
    return outcome.decision


def _votes(draft: Draft, outcome: Outcome | None) -> str:
    given = outcome.votes if outcome else {}
    if not any(given.values()):
        return "–"
    return "\n".join(
        f"{draft.say(*OPTIONS[choice])}: {given.get(choice, 0)}" for choice in CHOICES
    )


def _agreements(draft: Draft, points: tuple[DiscussionPoint, ...]) -> Iterator[Block]:
    outcomes = [outcome_of(draft.dossier, point.key) for point in points]
    rows = [_agreement(draft, one) for one in outcomes if one and (one.owner or one.due)]
    yield Heading(text=draft.say("Afspraken", "Agreements"), level=2)
    if not rows:
        yield Bullets(
            lines=(
                draft.say(
                    "Er zijn geen afspraken met een eigenaar of een datum.",
                    "There are no agreements with an owner or a day.",
                ),
            )
        )
        return
    yield Table(
        caption=draft.say("Wie doet wat, en wanneer", "Who does what, and when"),
        head=(draft.say("Wat", "What"), draft.say("Wie", "Who"), draft.say("Wanneer", "When")),
        rows=tuple(rows),
        widths=(56, 26, 18),
    )


def _agreement(draft: Draft, outcome: Outcome) -> Row:
    owner = draft.dossier.person_name(outcome.owner)
    who: Cell = owner or draft.gap("Nog geen eigenaar", "No owner yet")
    when: Cell = draft.short_day(outcome.due) if outcome.due else "–"
    return (outcome.decision, who, when)
