"""The look-back of a follow-up year, from what partners answered in the evaluative round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plan import labels
from plan.aggregate import FEW
from plan.blocks import Block, Bullets, Heading, Paragraph, Row, Table
from plan.content.counts import PROPOSALS
from plan.document.draft import Draft
from plan.document.views import Given, views
from plan.records import Concluded, Measure, Proposal, Round, Submission, Theme
from plan.text import Text, counted, headed


def look_back(draft: Draft) -> Iterator[Block]:
    plan = draft.dossier.plan
    if not plan.format.looks_back:
        return
    if plan.track == "follow_up":
        yield from evaluation(draft)
    told = [theme for theme in draft.dossier.themes if theme.look_back]
    for theme in told:
        yield Heading(text=theme.title, level=2)
        yield Paragraph(text=theme.look_back or "")
    if plan.track == "first_year" and plan.format.locked_at and not told:
        yield draft.gap("Nog geen terugblik.", "No look-back yet.")


def evaluation(draft: Draft) -> Iterator[Block]:
    """Response, progress, views with their spread, and what became of proposals."""
    given = Given(draft.dossier.latest_answers)
    yield from _response(draft)
    yield from _progress(draft)
    if given.answers:
        yield Heading(text=draft.say("Hoe partners het zien", "How partners see it"), level=2)
        yield from views(draft, given)
        yield from _kept(draft, given)
    yield from _proposals(draft)


def _response(draft: Draft) -> Iterator[Block]:
    round_ = draft.dossier.round("evaluation")
    if round_ is None:
        yield draft.gap(
            "De evaluatieve ronde is nog niet gehouden.",
            "The evaluative round has not been held yet.",
        )
        return
    rounds = [r for r in draft.dossier.all(Round) if r.step == round_.step]
    everybody = tuple(dict.fromkeys(org for r in rounds for org in r.partners))
    asked = everybody or tuple(org.key for org in draft.dossier.consulted)
    keys = {r.key for r in rounds}
    sent = {s.org for s in draft.dossier.all(Submission) if s.round in keys}
    begun = {org for org in asked for key in keys if draft.dossier.answers_in(key, org)} - sent
    silent = [draft.short(org) for org in asked if org not in sent | begun]
    done, partly = len(sent & set(asked)), len(begun)
    yield Paragraph(
        text=draft.say(
            f"Wij vroegen {len(asked)} partners hoe het afgelopen jaar ging. {done} "
            f"{'beantwoordde' if done == 1 else 'beantwoordden'} alle "
            f"vragen{f', {partly} een deel' if partly else ''}.",
            f"We asked {len(asked)} partners how the past year went. {done} answered all "
            f"questions{f', {partly} some of them' if partly else ''}.",
        )
    )
    if silent:
        yield Paragraph(
            text=draft.say(
                f"Geen reactie: {draft.listed(silent)}.", f"No response: {draft.listed(silent)}."
            )
        )


def _progress(draft: Draft) -> Iterator[Block]:
    say, dossier = draft.say, draft.dossier
    last = dossier.plan.year - 1
    rows = tuple(
        row for theme in dossier.themes if (row := _theme_progress(draft, theme, last)) is not None
    )
    if rows:
        yield Heading(text=say("Voortgang en effect", "Progress and effect"), level=2)
        yield Table(
            caption=say(f"Maatregelen in {last}, per thema", f"Measures in {last}, per theme"),
            head=(
                say("Thema", "Theme"),
                say("Maatregelen", "Measures"),
                say("Voortgang", "Progress"),
                say("Effect", "Effect"),
            ),
            rows=rows,
            widths=(28, 16, 28, 28),
        )


def concluded(draft: Draft, measure: Measure, year: int) -> tuple[str | None, str | None] | None:
    """Progress and effect as the coordinator concluded them, else as kept for that year."""
    known = draft.dossier.get(Concluded, measure.key)
    if known:
        return known.progress, known.effect
    past = next((h for h in measure.history if h.year == year), None)
    return (past.progress, past.effect) if past else None


def _theme_progress(draft: Draft, theme: Theme, year: int) -> Row | None:
    found = [concluded(draft, m, year) for m in draft.dossier.measures_of(theme.key)]
    known = [pair for pair in found if pair is not None]
    if not known:
        return None
    progress = Counter(p for p, _ in known if p)
    effect = Counter(e for _, e in known if e)
    return (
        theme.title,
        str(len(known)),
        tally(draft, progress, labels.PROGRESS),
        tally(draft, effect, labels.EFFECTS).replace("effect ", ""),
    )


def tally(draft: Draft, counts: Counter[str], names: dict[str, Text]) -> str:
    """`3 op schema, 1 achter`, in the order of the names."""
    return ", ".join(f"{counts[v]} {draft.called(names, v)}" for v in names if counts[v]) or "–"


def _kept(draft: Draft, given: Given) -> Iterator[Block]:
    lines = []
    for theme in draft.dossier.themes:
        counts = given.counts("S2", theme.key, labels.KEPT)
        if counts.total() >= FEW:
            lines.append(headed(theme.title, tally(draft, counts, labels.KEPT)))
    if lines:
        yield Heading(text=draft.say("Afspraken nagekomen", "Agreements kept"), level=2)
        yield Bullets(lines=tuple(lines))


def _proposals(draft: Draft) -> Iterator[Block]:
    proposals = draft.dossier.all(Proposal)
    if proposals:
        counts = Counter(p.status for p in proposals)
        made = counted(len(proposals), *PROPOSALS)
        taken = counts["adopted"] + counts["adopted_partly"]
        yield Heading(
            text=draft.say("Voorstellen van partners", "Proposals from partners"), level=2
        )
        yield Paragraph(
            text=draft.say(
                f"Partners deden {made.nl}. Overgenomen (soms deels): {taken}, "
                f"geparkeerd: {counts['parked']}, niet overgenomen: {counts['rejected']}, nog "
                f"open: {counts['open']}. In de verwerking van reacties staat per voorstel wat we "
                f"ermee hebben gedaan.",
                f"Partners made {made.en}. Accepted (some in part): {taken}, "
                f"parked: {counts['parked']}, not accepted: {counts['rejected']}, still open: "
                f"{counts['open']}. The register of comments says what we did with each.",
            )
        )
