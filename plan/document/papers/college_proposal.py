"""The proposal with which the college adopts the plan."""

from __future__ import annotations

from collections.abc import Iterator

from plan.blocks import Block, Bullets, Paragraph
from plan.bodies import the
from plan.deciding import still_open, uncovered
from plan.document.draft import Draft
from plan.document.papers.common import head, holder, in_short, meeting, section, steller
from plan.document.papers.cost import money, own_teams
from plan.document.papers.course import earlier, what_follows
from plan.document.papers.participation import in_a_sentence
from plan.route import first_of, on_route
from plan.standing import only_heard


def college_proposal(draft: Draft) -> Iterator[Block]:
    body = first_of(draft.dossier, "college")
    title = draft.say("Collegevoorstel", "Proposal for the college")
    yield from head(draft, title, (meeting(draft, body), holder(draft), steller(draft)))
    yield section("Gevraagd besluit", "Decision requested", draft)
    yield Bullets(lines=tuple(_asked(draft)))
    yield section("Aanleiding", "Background", draft)
    yield Paragraph(text=_occasion(draft))
    yield section("Het plan in het kort", "The plan in brief", draft)
    yield from in_short(draft)
    yield section("Participatie", "Participation", draft)
    yield Paragraph(text=in_a_sentence(draft))
    yield section("Kosten en dekking", "Costs and cover", draft)
    yield from money(draft)
    yield from own_teams(draft)
    yield from _reservations(draft)
    yield from what_follows(draft)
    yield section("Bijlagen", "Annexes", draft)
    yield Bullets(lines=_annexes(draft))


def _asked(draft: Draft) -> Iterator[str]:
    plan, say = draft.dossier.plan, draft.say
    yield say(f"Het {plan.title} vast te stellen.", f"To adopt the {plan.title}.")
    for body in on_route(draft.dossier):
        if only_heard(body):
            yield say(
                f"Het plan aan te bieden aan {the(body).nl} ({body.role}).",
                f"To offer the plan to {the(body).en} ({body.role}).",
            )
    open_ = uncovered(draft.dossier)
    if open_:
        codes = draft.listed(m.key for m in open_)
        yield say(
            f"Te besluiten over de dekking van {codes}.",
            f"To decide how {codes} will be paid for.",
        )


def _occasion(draft: Draft) -> str:
    plan = draft.dossier.plan
    return draft.say(
        f"De raad stelt de doelen voor de veiligheid vast in het {plan.ivp.title}. Het college "
        f"werkt die doelen elk jaar uit in een uitvoeringsplan. Dit plan gaat over "
        f"{draft.listed(map(str, draft.years))}.",
        f"The council sets the goals for safety in the {plan.ivp.title}. The college works them "
        f"out in a yearly plan. This plan is about {draft.listed(map(str, draft.years))}.",
    )


def _reservations(draft: Draft) -> Iterator[Block]:
    """What the bodies before said, and what is not settled."""
    said = tuple(earlier(draft))
    if said:
        yield section("Eerdere besluiten", "Earlier decisions", draft)
        yield Bullets(lines=said)
    body = first_of(draft.dossier, "college")
    open_ = still_open(draft.dossier, body) if body else ()
    if open_:
        yield section("Kanttekeningen", "Reservations", draft)
        yield Bullets(lines=tuple(line.within(draft.language) for line in open_))


def _annexes(draft: Draft) -> tuple[str, ...]:
    say = draft.say
    return (
        draft.dossier.plan.title,
        say(
            "Wie deed er mee: gevraagd, herinnerd en geantwoord",
            "Who took part: asked, reminded and answered",
        ),
        say("Verwerking van reacties", "What was done with comments"),
        say("Raadsinformatiebrief", "Letter to the council"),
    )
