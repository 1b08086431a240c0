"""What the plan costs in money and hours, and what is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan.blocks import Block, Cell, Paragraph, Row, Table
from plan.deciding import going, uncovered
from plan.document.draft import Draft
from plan.document.means import asked_hours
from plan.document.papers.common import section
from plan.records import Measure, Organisation


def money(draft: Draft) -> Iterator[Block]:
    """What it costs, and what nobody pays for yet."""
    say = draft.say
    paid = [m for m in going(draft.dossier) if m.budget_eur]
    total = sum(m.budget_eur or 0 for m in paid)
    if not paid:
        yield Paragraph(
            text=say("In het plan zijn geen kosten opgenomen.", "The plan has no costs.")
        )
        return
    open_ = uncovered(draft.dossier)
    short = sum(m.budget_eur or 0 for m in open_)
    covered = say(
        f"Daarvan is {draft.euros(total - short)} gedekt.",
        f"Of this {draft.euros(total - short)} is covered.",
    )
    if not open_:
        covered = say("Dat bedrag is volledig gedekt.", "All of it is covered.")
    costs = say(
        f"De maatregelen kosten samen {draft.euros(total)}.",
        f"The measures cost {draft.euros(total)} in all.",
    )
    yield Paragraph(text=f"{costs} {covered}")
    if open_:
        yield _uncovered(draft, open_)


def _uncovered(draft: Draft, open_: Iterable[Measure]) -> Table:
    say = draft.say
    rows: list[Row] = [
        (
            m.key,
            m.title,
            draft.euros(m.budget_eur or 0),
            draft.gap("Nog geen dekking", "No cover yet"),
        )
        for m in open_
    ]
    return Table(
        caption=say("Kosten zonder dekking", "Costs without cover"),
        head=(
            say("Code", "Code"),
            say("Maatregel", "Measure"),
            say("Bedrag", "Amount"),
            say("Dekking", "Cover"),
        ),
        rows=tuple(rows),
        widths=(10, 48, 18, 24),
    )


def own_teams(draft: Draft) -> Iterator[Block]:
    """What is asked of the municipality's own teams."""
    yield section("Inzet van de eigen teams", "Effort of the own teams", draft)
    internal = [org.key for org in draft.dossier.all(Organisation) if org.kind == "internal"]
    yield from hours(draft, internal)


def hours(draft: Draft, only: Iterable[str]) -> Iterator[Block]:
    """Hours asked and there, of some organisations; what is short stands out."""
    say, wanted = draft.say, asked_hours(draft)
    rows = [_claim(draft, org, wanted[org]) for org in only if wanted.get(org)]
    if not rows:
        yield draft.gap("Nog geen uren bekend.", "No hours known yet.")
        return
    yield Table(
        caption=say("Gevraagde en beschikbare uren", "Hours requested and available"),
        head=(
            say("Organisatie", "Organisation"),
            say("Gevraagd", "Requested"),
            say("Beschikbaar", "Available"),
            say("Verschil", "Difference"),
        ),
        rows=tuple(rows),
        widths=(46, 16, 18, 20),
    )


def _claim(draft: Draft, org: str, asked: float) -> Row:
    found = draft.dossier.get(Organisation, org)
    name = draft.dossier.organisation_name(org)
    if found is None or found.capacity_hours is None:
        return name, draft.figure(asked), draft.gap("niet bekend", "not known"), "–"
    there = found.capacity_hours * len(draft.years)
    short = asked - there
    difference: Cell = draft.figure(-short)
    if short > 0:
        difference = draft.gap(f"{draft.figure(short)} te weinig", f"{draft.figure(short)} short")
    return name, draft.figure(asked), draft.figure(there), difference
