"""The heart of the IVP and the place of this plan in the policy cycle."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import Block, Bullets, Heading, Paragraph, Row, Table
from plan.document.draft import Draft
from plan.records import IvpTheme


def ivp(draft: Draft) -> Iterator[Block]:
    """The heart of the IVP and the place of this plan in the policy cycle."""
    plan, say = draft.dossier.plan, draft.say
    yield Paragraph(text=_adoption(draft))
    if plan.ivp.guiding_principles:
        yield Heading(text=say("Uitgangspunten", "Guiding principles"), level=2)
        yield Bullets(lines=tuple(f"{p.id}: {p.text}" for p in plan.ivp.guiding_principles))
    yield Heading(text=say("Thema's en hoofdlijnen", "Themes and main lines"), level=2)
    yield from _ivp_themes(draft)
    yield Heading(text=say("Plaats in de beleidscyclus", "Place in the policy cycle"), level=2)
    yield Paragraph(
        text=say(
            "Het IVP geeft voor vier jaar de doelen en de hoofdlijnen. Dit uitvoeringsplan maakt "
            "daar afspraken van: wie doet wat, wanneer en met wie. Wat we onderweg leren, komt "
            "terug in de evaluatie met de partners en in het volgende plan.",
            "The IVP sets goals and main lines for four years. This plan turns them into "
            "agreements: who does what, when and with whom. What we learn on the way comes back "
            "in the evaluation with the partners and in the next plan.",
        )
    )


def _adoption(draft: Draft) -> str:
    ivp_, say = draft.dossier.plan.ivp, draft.say
    by, on = ivp_.adopted_by, ivp_.adopted_on
    if by and on:
        when = draft.day(on)
        return say(
            f"Het {ivp_.title} is op {when} vastgesteld door de {by}.",
            f"The {ivp_.title} was adopted on {when} by the {by}.",
        )
    return say(
        f"Dit plan valt onder het {ivp_.title}.", f"This plan falls under the {ivp_.title}."
    )


def _ivp_themes(draft: Draft) -> Iterator[Block]:
    themes, say = draft.dossier.all(IvpTheme), draft.say
    if not themes:
        yield draft.gap("Nog geen thema's uit het IVP.", "No themes of the IVP yet.")
        return
    present = {theme.key for theme in draft.dossier.themes}
    yield Table(
        caption=say("Thema's van het IVP", "Themes of the IVP"),
        head=(
            say("Thema", "Theme"),
            say("Soort en schaal", "Kind and scale"),
            say("Hoofdlijnen van aanpak", "Main lines of approach"),
        ),
        rows=tuple(_ivp_theme(draft, theme) for theme in themes),
        widths=(28, 22, 50),
    )
    for theme in themes:
        if theme.key not in present:
            yield draft.gap(
                f"{theme.title} staat in het IVP, maar niet in dit plan.",
                f"{theme.title} is in the IVP, but not in this plan.",
            )


def _ivp_theme(draft: Draft, theme: IvpTheme) -> Row:
    kind = draft.called(labels.CATEGORIES, theme.category)
    scale = draft.called(labels.SCOPES, theme.scope)
    lines = "\n".join(line.text for line in theme.main_lines)
    return (
        theme.title,
        f"{kind}, {scale}",
        lines or draft.gap("Nog geen hoofdlijn", "No main line yet"),
    )
