"""What was done with what a partner said before: it stands first on its extract (V4, J4)."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.checking.parts import earlier
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Element, Fold, Heading, Listing
from plan import labels
from plan.content import counts
from plan.dossier import Dossier
from plan.personal import suspects
from plan.personal.words import without_codes
from plan.records import Comment, Measure, Proposal
from plan.text import Text, counted, joined

FIRST = 8
"""Lines that are shown at once; the rest unfolds."""
ADVICE = {
    "versterken": Text(nl="versterken", en="strengthen"),
    "anders": Text(nl="anders aanpakken", en="do it differently"),
    "minder": Text(nl="minder doen", en="do less"),
    "stoppen": Text(nl="stoppen", en="stop"),
}
"""The advice that asked for something; to go on asks for nothing."""
HELD = Text(nl="Dit punt houden we nog even achter.", en="This point is held back for now.")
"""In place of a text that looks like personal data (decision 4)."""
_DONE = Text(nl="Wat we met uw inbreng hebben gedaan", en="What we did with your input")


def done_with(dossier: Dossier, sheet: Sheet) -> tuple[Element | Fold, ...]:
    """In the second round its remarks, in a later year its proposals and its advice."""
    coded = without_codes(dossier, suspects)
    lines = tuple(HELD if suspects(coded(one.nl)) else one for one in _lines(dossier, sheet))
    if not lines:
        return ()
    found: list[Element | Fold] = [Heading(text=_DONE, level=3), Listing(lines=lines[:FIRST])]
    if lines[FIRST:]:
        more = Text(nl="Nog {n}", en="{n} more").fill(
            n=counted(len(lines) - FIRST, *counts.POINTS)
        )
        found.append(Fold(title=more, elements=(Listing(lines=lines[FIRST:]),)))
    return tuple(found)


def _lines(dossier: Dossier, sheet: Sheet) -> Iterator[Text]:
    first = earlier(dossier, sheet)
    if first:
        yield from (line(c) for c in remarks_of(dossier, first.key, sheet.org))
        return
    yield from _proposals(dossier, sheet.org)
    yield from _advice(dossier, sheet.org)


def remarks_of(dossier: Dossier, round_: str, org: str) -> tuple[Comment, ...]:
    return tuple(c for c in dossier.all(Comment) if (c.round, c.org) == (round_, org))


def line(comment: Comment) -> Text:
    """`M13: “Dit kan alleen als …” Overgenomen. Staat nu in de planning.`"""
    about = f"{comment.subject}: " if comment.subject else ""
    said = Text.verbatim(f"{about}“{comment.text}”")
    return joined([said, done(comment.disposition, comment.reply)])


def done(disposition: str, why: str | None) -> Text:
    known = labels.DISPOSITIONS.get(disposition) or Text(nl="Nog open", en="Still open")
    reply = f" {why}" if why else ""
    return known + Text.verbatim(f".{reply}")


def _proposals(dossier: Dossier, org: str) -> Iterator[Text]:
    for proposal in dossier.all(Proposal):
        if org in proposal.by:
            words = Text(nl="Uw voorstel “{title}”: {done}", en="Your proposal “{title}”: {done}")
            became = f" ({proposal.becomes})" if proposal.becomes else ""
            told = done(proposal.status, proposal.reason)
            yield words.fill(title=f"{proposal.title}{became}", done=told)


def _advice(dossier: Dossier, org: str) -> Iterator[Text]:
    for answer in dossier.latest_answers:
        measure = dossier.get(Measure, answer.subject)
        advice = ADVICE.get(str(answer.value))
        if (answer.org, answer.question) == (org, "M1") and measure and advice:
            words = Text(
                nl="{key} {title}: uw advies was {advice}, ons besluit is {verdict}.{why}",
                en="{key} {title}: your advice was to {advice}, our verdict is {verdict}.{why}",
            )
            verdict = labels.VERDICTS.get(measure.decision or "", NONE)
            why = f" {measure.decision_reason}" if measure.decision_reason else ""
            low = Text(nl=verdict.nl.lower(), en=verdict.en.lower())
            yield words.fill(
                key=measure.key, title=measure.title, advice=advice, verdict=low, why=why
            )


NONE = Text(nl="nog niet genomen", en="still to be taken")
