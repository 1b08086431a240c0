"""What the plan costs in hours and money, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Cell, Heading, Paragraph, Row, Table
from plan.cells import covered
from plan.document.draft import Draft
from plan.format import costs_shown
from plan.records import Measure, Organisation


def means(draft: Draft) -> Iterator[Block]:
    yield from _hours(draft)
    yield from _money(draft)


def asked_hours(draft: Draft) -> dict[str, float]:
    """Hours asked per organisation, over the measures that do not stop."""
    hours: dict[str, float] = {}
    for measure in _going(draft):
        for claim in measure.capacity:
            hours[claim.org] = hours.get(claim.org, 0) + claim.hours
    return hours


def _going(draft: Draft) -> tuple[Measure, ...]:
    return tuple(m for m in draft.dossier.measures if m.decision != "stop")


def _hours(draft: Draft) -> Iterator[Block]:
    say = draft.say
    yield Heading(text=say("Inzet in uren", "Hours"), level=2)
    if not draft.dossier.plan.format.capacity_visible:
        yield Paragraph(
            text=say(
                "De uren zijn alleen voor intern gebruik.", "The hours are for internal use only."
            )
        )
        return
    hours = asked_hours(draft)
    if not hours:
        yield draft.gap("Nog geen uren bekend.", "No hours known yet.")
        return
    yield Table(
        caption=_hours_caption(draft),
        head=(
            say("Organisatie", "Organisation"),
            say("Gevraagd", "Asked"),
            say("Beschikbaar", "Available"),
            say("Verschil", "Difference"),
        ),
        rows=tuple(_claim(draft, org, asked) for org, asked in _by_hours(hours)),
        widths=(46, 16, 18, 20),
    )


def _hours_caption(draft: Draft) -> str:
    caption = draft.say("Gevraagde en beschikbare uren", "Hours requested and available")
    if len(draft.years) == 1:
        return caption
    years = draft.listed(map(str, draft.years))
    return caption + draft.say(f" over {years}", f" over {years}")


def _by_hours(hours: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(hours.items(), key=lambda pair: (-pair[1], pair[0]))


def _claim(draft: Draft, org: str, asked: float) -> Row:
    found = draft.dossier.get(Organisation, org)
    name = draft.dossier.organisation_name(org)
    if found is None or found.capacity_hours is None:
        return name, draft.figure(asked), draft.say("niet bekend", "not known"), "–"
    there = found.capacity_hours * len(draft.years)
    left = there - asked
    difference: Cell = draft.figure(left)
    if left < 0:
        difference = draft.gap(f"{draft.figure(-left)} te weinig", f"{draft.figure(-left)} short")
    return name, draft.figure(asked), draft.figure(there), difference


def _money(draft: Draft) -> Iterator[Block]:
    say, shown = draft.say, costs_shown(draft.dossier.plan.format)
    yield Heading(text=say("Kosten en dekking", "Costs and cover"), level=2)
    paid = _paid(draft)
    if shown == "internal":
        yield Paragraph(
            text=say(
                "De kosten zijn alleen voor intern gebruik.", "Costs are for internal use only."
            )
        )
    elif not paid:
        yield Paragraph(text=say("Er zijn geen kosten opgenomen.", "No costs have been entered."))
    else:
        yield _summary(draft, paid)
        if shown == "annex":
            yield Paragraph(
                text=say(
                    "De kosten per maatregel staan in bijlage E.",
                    "The costs per measure are in annex E.",
                )
            )
        elif shown == "table":
            yield _per_measure(draft, paid)


def costs(draft: Draft) -> Iterator[Block]:
    """The annex with what each measure costs, where the plan keeps that out of the text."""
    paid = _paid(draft)
    if paid:
        yield _per_measure(draft, paid)


def _paid(draft: Draft) -> list[Measure]:
    return [m for m in _going(draft) if m.budget_eur]


def _summary(draft: Draft, paid: list[Measure]) -> Table:
    say = draft.say
    totals: dict[str, float] = {}
    for measure in paid:
        cover = measure.funding or "" if covered(measure) else ""
        totals[cover] = totals.get(cover, 0) + (measure.budget_eur or 0)
    gap = draft.gap("Nog geen dekking", "No cover yet")
    rows: list[Row] = [
        (cover or gap, draft.euros(amount))
        for cover, amount in sorted(totals.items(), key=lambda pair: (not pair[0], -pair[1]))
    ]
    rows.append((say("Totaal", "Total"), draft.euros(sum(totals.values()))))
    return Table(
        caption=say("Kosten per dekking", "Costs by cover"),
        head=(say("Dekking", "Cover"), say("Bedrag", "Amount")),
        rows=tuple(rows),
        widths=(70, 30),
    )


def _per_measure(draft: Draft, paid: list[Measure]) -> Table:
    say = draft.say
    return Table(
        caption=say("Kosten per maatregel", "Costs per measure"),
        head=(
            say("Code", "Code"),
            say("Maatregel", "Measure"),
            say("Bedrag", "Amount"),
            say("Dekking", "Cover"),
        ),
        rows=tuple(
            (
                m.key,
                m.title,
                draft.euros(m.budget_eur or 0),
                m.funding or "" if covered(m) else draft.gap("Nog geen dekking", "No cover yet"),
            )
            for m in paid
        ),
        widths=(10, 48, 16, 26),
    )
