"""The summary on one page: priorities, the most important changes and what stops."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import Block, Bullets, Heading, Paragraph, Table
from plan.bodies import place_name
from plan.cells import covered
from plan.content import counts
from plan.document.draft import Draft
from plan.format import costs_shown
from plan.records import Measure
from plan.text import counted

CHANGES = 5
_WEIGHT = {"new": 0, "intensify": 1, "adjust": 2}


def summary(draft: Draft) -> Iterator[Block]:
    yield Paragraph(text=_in_short(draft))
    yield from _priorities(draft)
    yield Heading(
        text=draft.say("De belangrijkste wijzigingen", "The most important changes"),
        level=2,
    )
    changed = changes(draft)
    if changed:
        yield Bullets(lines=tuple(change_line(draft, measure) for measure in changed))
    else:
        yield draft.gap("Nog geen wijzigingen vastgelegd.", "No changes recorded yet.")
    yield Heading(text=draft.say("Wat stopt of minder wordt", "What stops or is reduced"), level=2)
    yield from _stops(draft)
    yield from _open(draft)


def _in_short(draft: Draft) -> str:
    dossier = draft.dossier
    plan = dossier.plan
    years = draft.listed(map(str, draft.years))
    themes = counted(len(dossier.themes), *counts.THEMES)
    items = counted(len(dossier.items), *counts.ITEMS)
    measures = counted(len(dossier.measures), *counts.MEASURES)
    return draft.say(
        f"In dit plan staat wie in {years} wat doet voor de veiligheid in "
        f"{place_name(plan.municipality.name)}. Het werkt het {plan.ivp.title} uit in "
        f"{themes.nl}, {items.nl} en {measures.nl}.",
        f"This plan says who does what in {years} for the safety of "
        f"{plan.municipality.name}. It works out the {plan.ivp.title} in {themes.en}, "
        f"{items.en} and {measures.en}.",
    )


def _priorities(draft: Draft) -> Iterator[Block]:
    say = draft.say
    yield Heading(text=say("Prioriteiten", "Priorities"), level=2)
    if not draft.priorities:
        yield draft.gap("Nog geen prioriteiten.", "No priorities yet.")
        return
    yield Table(
        caption=say("De prioriteiten en hun doel", "The priorities and their goal"),
        head=(say("Prioriteit", "Priority"), say("Doel", "Goal"), say("Maatregelen", "Measures")),
        rows=tuple(
            (
                theme.title,
                draft.dossier.goal(theme.key) or draft.gap("Nog geen doel", "No goal yet"),
                str(len(draft.dossier.measures_of(theme.key))),
            )
            for theme in draft.priorities
        ),
        widths=(26, 58, 16),
    )


def changes(draft: Draft) -> tuple[Measure, ...]:
    """New, heavier and adjusted measures; those of priorities and with most means first."""
    dossier = draft.dossier

    def rank(measure: Measure) -> tuple[bool, int, float, str]:
        means = sum(claim.hours for claim in measure.capacity)
        category = dossier.category(dossier.theme_of(measure))
        return category != "priority", _WEIGHT[measure.decision or ""], -means, measure.key

    changed = [m for m in dossier.measures if m.decision in _WEIGHT]
    return tuple(sorted(changed, key=rank)[:CHANGES])


def change_line(draft: Draft, measure: Measure) -> str:
    verdict = draft.called(labels.VERDICTS, measure.decision)
    theme = draft.dossier.title(draft.dossier.theme_of(measure))
    lead = draft.lead_of(measure) or draft.say("nog geen trekker", "no lead yet")
    return f"{verdict}: {measure.title} ({theme}; {lead})"


def _stops(draft: Draft) -> Iterator[Block]:
    measures = draft.dossier.measures
    less = [m for m in measures if m.decision in ("stop", "scale_down")]
    undecided = sum(m.decision is None for m in measures)
    if less:
        yield Bullets(lines=tuple(stopped(draft, measure) for measure in less))
    if undecided:
        yield draft.gap(
            f"Nog geen besluit bij {undecided} van de {len(measures)} maatregelen.",
            f"No verdict yet on {undecided} of the {len(measures)} measures.",
        )
    elif not less:
        yield Paragraph(
            text=draft.say(
                "Er stopt geen maatregel en geen enkele maatregel wordt afgeschaald.",
                "No measure stops or is scaled down.",
            )
        )


def stopped(draft: Draft, measure: Measure) -> str:
    """A measure that stops or shrinks, with the reason."""
    why = measure.decision_reason or draft.say("reden ontbreekt nog", "no reason given yet")
    return f"{draft.called(labels.VERDICTS, measure.decision)}: {measure.title}. {why}"


def _amount(draft: Draft, measure: Measure) -> str:
    """What it costs, unless the plan keeps that to itself."""
    if costs_shown(draft.dossier.plan.format) == "internal":
        return draft.say("nog", "still")
    return draft.euros(measure.budget_eur or 0)


def _open(draft: Draft) -> Iterator[Block]:
    """What a decision is still needed on."""
    measures = draft.dossier.measures
    lines = [
        draft.say(f"{m.key}: nog geen trekker ({m.title})", f"{m.key}: no lead yet ({m.title})")
        for m in measures
        if not (m.lead and m.lead.org)
    ]
    lines += [
        draft.say(
            f"{m.key}: {_amount(draft, m)} zonder dekking ({m.title})",
            f"{m.key}: {_amount(draft, m)} without cover ({m.title})",
        )
        for m in measures
        if m.budget_eur and not covered(m)
    ]
    lines += [
        draft.say(f"{i.key}: nog geen maatregel ({i.title})", f"{i.key}: no measure ({i.title})")
        for i in draft.dossier.items
        if not draft.dossier.measures_under(i.key) and not i.gap_reason
    ]
    if lines:
        yield Heading(text=draft.say("Wat nog openstaat", "What is still open"), level=2)
        yield Bullets(lines=_cut(draft, lines))


def _cut(draft: Draft, lines: list[str], most: int = 5) -> tuple[str, ...]:
    if len(lines) <= most:
        return tuple(lines)
    rest = len(lines) - most
    return (*lines[:most], draft.say(f"en nog {rest} meer", f"and {rest} more"))
