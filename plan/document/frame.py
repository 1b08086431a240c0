"""What frames the themes: the IVP, the safety picture, steering, means and communication."""

from __future__ import annotations

from collections.abc import Iterator

from plan import labels
from plan.blocks import Bars, Block, Bullets, Cell, Group, Heading, Paragraph, Row, Table
from plan.document.draft import Draft
from plan.records import DecisionStep, Fact, IvpTheme, Meeting


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
            "The IVP gives goals and main lines for four years. This plan turns them into "
            "agreements: who does what, when and with whom. What we learn on the way returns "
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
    return say(f"Dit plan hangt onder het {ivp_.title}.", f"This plan is under the {ivp_.title}.")


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


def safety_picture(draft: Draft) -> Iterator[Block]:
    facts, say = draft.dossier.all(Fact), draft.say
    if not facts:
        yield draft.gap("Nog geen cijfers en waarnemingen.", "No figures and observations yet.")
        return
    rows: list[Row] = []
    about = list(dict.fromkeys(fact.theme for fact in facts))
    for theme in about:
        rows.append(Group(text=draft.dossier.title(theme) or say("Algemeen", "General")))
        rows += [_fact(draft, fact) for fact in facts if fact.theme == theme]
    yield Paragraph(text=say("Wat we zien, met de bron erbij.", "What we see, with its source."))
    yield Table(
        caption=say("Veiligheidsbeeld per thema", "Safety picture per theme"),
        head=(say("Wat we zien", "What we see"), say("Bron", "Source"), say("Beeld", "Picture")),
        rows=tuple(rows),
        widths=(62, 24, 14),
    )


def _fact(draft: Draft, fact: Fact) -> Row:
    source: Cell = fact.source or draft.gap("Nog geen bron", "No source yet")
    return fact.text, source, draft.called(labels.TRENDS, fact.trend) or "–"


def steering(draft: Draft) -> Iterator[Block]:
    """Who directs, where we meet, how we adjust and report."""
    say, plan = draft.say, draft.dossier.plan
    coordinator = draft.dossier.person_name(plan.coordinator)
    holder = draft.dossier.person_name(plan.portfolio_holder)
    yield Paragraph(
        text=say(
            f"De gemeente voert de regie. {_duties_nl(coordinator, holder)} Elke maatregel heeft "
            "één trekker, die anderen mag aanspreken.",
            f"The municipality directs. {_duties_en(coordinator, holder)} Every measure has one "
            "lead, who may call on others.",
        )
    )
    yield from _meetings(draft)
    yield Heading(text=say("Volgen en bijsturen", "Following and adjusting"), level=2)
    yield Paragraph(
        text=say(
            "Hoogstens twee keer per jaar geven trekkers de stand door: groen (binnen tijd, geld "
            "en kwaliteit), oranje (er is bijsturing nodig) of rood (het lukt niet binnen de "
            "afspraken). Bij oranje en rood horen oorzaak, gevolg en bijsturing.",
            "At most twice a year leads report: green (within time, money and quality), orange "
            "(adjustment needed) or red (not within the agreements). Orange and red come with "
            "cause, consequence and adjustment.",
        )
    )
    yield Heading(text=say("Wie trekt wat", "Who leads what"), level=2)
    yield from leads(draft)


def _duties_nl(coordinator: str, holder: str) -> str:
    said = f"{coordinator} coördineert het plan." if coordinator else ""
    return f"{said} {holder} is portefeuillehouder." if holder else said


def _duties_en(coordinator: str, holder: str) -> str:
    said = f"{coordinator} coordinates the plan." if coordinator else ""
    return f"{said} {holder} is portfolio holder." if holder else said


def _meetings(draft: Draft) -> Iterator[Block]:
    say, meetings = draft.say, draft.dossier.all(Meeting)
    yield Heading(text=say("Overleggen", "Meetings"), level=2)
    if not meetings:
        yield draft.gap("Nog geen overleggen vastgelegd.", "No meetings recorded yet.")
        return
    yield Table(
        caption=say("Overleggen", "Meetings"),
        head=(say("Overleg", "Meeting"), say("Hoe vaak", "How often")),
        rows=tuple(
            (m.name, m.frequency or draft.gap("Nog niet bekend", "Not known yet"))
            for m in meetings
        ),
        widths=(60, 40),
    )


def leads(draft: Draft) -> Iterator[Block]:
    """A picture of how many measures each organisation leads."""
    counts: dict[str, int] = {}
    for measure in draft.dossier.measures:
        if measure.decision != "stop":
            org = measure.lead.org if measure.lead and measure.lead.org else ""
            counts[org] = counts.get(org, 0) + 1
    nobody = draft.say("Nog geen trekker", "No lead yet")
    if counts:
        yield Bars(
            caption=draft.say("Wie trekt wat", "Who leads what"),
            rows=tuple(
                (draft.short(org) if org else nobody, float(n))
                for org, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            ),
            unit=draft.say("maatregelen", "measures"),
        )


def communication(draft: Draft) -> Iterator[Block]:
    say, route = draft.say, draft.dossier.all(DecisionStep)
    informed = [step for step in route if "kennisname" in (step.role or "")]
    yield Table(
        caption=say("Wie hoort wat", "Who hears what"),
        head=(say("Voor wie", "For whom"), say("Hoe", "How"), say("Wanneer", "When")),
        rows=(
            (
                say("Partners", "Partners"),
                say(
                    "het plan en een bladzijde met de eigen afspraken",
                    "the plan and a page with their own agreements",
                ),
                say("direct na vaststelling", "right after adoption"),
            ),
            *(
                (
                    step.body,
                    step.role or "",
                    draft.day(step.day)
                    if step.day
                    else draft.gap("Nog geen datum", "No date yet"),
                )
                for step in informed
            ),
            (
                say("Inwoners en ondernemers", "Residents and businesses"),
                say("een samenvatting in gewone taal", "a summary in plain language"),
                say("na vaststelling", "after adoption"),
            ),
        ),
        widths=(28, 46, 26),
    )
    yield Paragraph(
        text=say(
            "In stukken over dit plan staan geen gegevens die naar inwoners herleidbaar zijn.",
            "Papers about this plan hold no details that can be traced to residents.",
        )
    )
