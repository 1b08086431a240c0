"""The letter with which the council hears of the adopted plan."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Heading, Paragraph
from plan.bodies import opening, place_name, the
from plan.document.draft import Draft
from plan.document.papers.common import changed, priorities, section, stops
from plan.document.papers.cost import money
from plan.document.papers.course import decided, followed_by
from plan.document.papers.participation import in_a_sentence


def council_letter(draft: Draft) -> Iterator[Block]:
    plan, say = draft.dossier.plan, draft.say
    yield Heading(text=say("Raadsinformatiebrief", "Letter to the council"))
    yield Paragraph(
        text=say("Aan: de leden van de gemeenteraad", "To: the members of the council"),
        strong=True,
    )
    yield Paragraph(text=say(f"Onderwerp: {plan.title}", f"Subject: {plan.title}"), strong=True)
    yield Paragraph(text=say("Geachte leden van de raad,", "Dear members of the council,"))
    yield from _adopted(draft)
    yield section("Waarom dit plan", "Why this plan", draft)
    yield Paragraph(
        text=say(
            f"In het {plan.ivp.title} stelde u de doelen voor de veiligheid vast. In dit plan "
            f"staat wat wij daar in {draft.listed(map(str, draft.years))} samen met onze partners "
            f"voor doen.",
            f"In the {plan.ivp.title} you set the goals for safety. This plan says what we and "
            f"our partners will do for them in {draft.listed(map(str, draft.years))}.",
        )
    )
    yield section("Wat wij gaan doen", "What we are going to do", draft)
    yield from priorities(draft)
    yield from changed(draft)
    yield from stops(draft)
    yield section("Hoe het plan is gemaakt", "How the plan was made", draft)
    yield Paragraph(text=in_a_sentence(draft))
    yield section("Kosten en dekking", "Costs and cover", draft)
    yield from money(draft)
    yield section("Vervolg", "What comes next", draft)
    yield from followed_by(draft)
    yield Paragraph(text=say("Met vriendelijke groet,", "Yours sincerely,"))
    name = plan.municipality.name
    yield Paragraph(
        text=say(
            f"het college van burgemeester en wethouders van {place_name(name)}",
            f"the mayor and aldermen of {name}",
        )
    )


def _adopted(draft: Draft) -> Iterator[Block]:
    body, say = decided(draft), draft.say
    if body is None:
        yield draft.gap(
            "Het plan is nog niet vastgesteld. Verstuur deze brief pas daarna.",
            "The plan has not been adopted yet. Send this letter only after that.",
        )
        return
    day = body.decided_on or body.day
    when = say(f" op {draft.day(day)}", f" on {draft.day(day)}") if day else ""
    mark = f" ({body.reference})" if body.reference else ""
    yield Paragraph(
        text=say(
            f"{opening(the(body)).nl} heeft{when} het {draft.dossier.plan.title} "
            f"vastgesteld{mark}. Met deze brief informeren wij u daarover.",
            f"{opening(the(body)).en} adopted the {draft.dossier.plan.title}{when}{mark}. "
            f"This letter tells you about it.",
        )
    )
