"""When a request goes out: which partners another municipality is asking already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogs.turn import Said
from dialogs.view import Element, Pick, Words
from plan.dossier import Dossier
from plan.records import Organisation, Round, Sharing
from plan.reminders import contact
from plan.sharing import counterpart, sisters, sits_in
from plan.standing import is_open, response
from plan.text import Text
from plan.track import Step

TOGETHER, APART = "together", "apart"


def common(
    dossier: Dossier, said: Said, step: Step, orgs: Iterable[Organisation]
) -> Iterator[tuple[Organisation, Dossier, Round, str]]:
    """The partners with an open request of a sister plan: that plan, its round, who they are."""
    asking = [near for near in said.near if sisters(dossier.plan, near.plan)]
    for org in orgs:
        for near in asking:
            round_, there = near.round(step.id), counterpart(dossier, org.key, near)
            if round_ is None or there not in round_.partners or not is_open(near, round_):
                continue
            # Whoever answers there must be able to go on here.
            if sits_in(dossier, org.key, contact(near, round_, there)):
                yield org, near, round_, there


def together_input(dossier: Dossier, said: Said, step: Step) -> tuple[Element, ...]:
    """Whether to ask them along; nothing when no other municipality asks anybody now."""
    found = list(common(dossier, said, step, dossier.consulted))
    if not found:
        return ()
    orgs = ", ".join(dict.fromkeys(org.name for org, *_ in found))
    others = ", ".join(dict.fromkeys(near.plan.municipality.name for _, near, *_ in found))
    words = Text(
        nl="{others} vraagt nu ook: {orgs}. Vraag je het samen, dan krijgen zij één verzoek. Wat "
        "voor beide gemeenten geldt, beantwoorden zij één keer, en het antwoord komt in elk plan.",
        en="{others} is asking now too: {orgs}. If you ask together, they get one request. What "
        "holds for both municipalities they answer once, and the answer goes into each plan.",
    )
    return (
        Words(text=words.fill(others=others, orgs=orgs)),
        Pick(
            id="together",
            label=Text(nl="Samen vragen?", en="Ask together?"),
            choices=(
                (TOGETHER, Text(nl="Ja, één verzoek", en="Yes, one request")),
                (APART, Text(nl="Nee, apart", en="No, separately")),
            ),
            value=said.inputs.get("together", TOGETHER),
            wide=True,
        ),
    )


def linked(
    dossier: Dossier, said: Said, step: Step, round_: Round, orgs: Iterable[Organisation]
) -> tuple[Sharing, ...]:
    """The requests that are shared from now on, as this plan sees them."""
    if said.inputs.get("together", TOGETHER) == APART:
        return ()
    return tuple(
        _sharing(round_, org, near, there, partner)
        for org, near, there, partner in common(dossier, said, step, orgs)
    )


def _sharing(
    round_: Round, org: Organisation, near: Dossier, there: Round, partner: str
) -> Sharing:
    """The plan that asked first speaks for both, unless its partner is ready or out of reach."""
    about = [m for m in near.messages_about(there.key) if m.org == partner]
    done = response(near, there.key, partner) == "complete"
    lost = bool(about) and all(message.failed for message in about)
    return Sharing(
        key=f"{round_.key}/{org.key}/{near.plan.key}",
        round=round_.key,
        org=org.key,
        plan=near.plan.key,
        municipality=near.plan.municipality.name,
        with_round=there.key,
        with_org=partner,
        leads=done or lost,
        done_there=done,
        sent_there=sum(m.sent_at is not None for m in about),
    )


def told_together(dossier: Dossier, links: Iterable[Sharing]) -> tuple[Element, ...]:
    """The line for the coordinator about who is asked along with another municipality."""
    found: dict[str, list[str]] = {}
    for link in links:
        found.setdefault(link.municipality, []).append(dossier.organisation_name(link.org))
    words = Text(
        nl="Samen met {other}, in één verzoek: {orgs}.",
        en="Together with {other}, in one request: {orgs}.",
    )
    return tuple(
        Words(text=words.fill(other=other, orgs=", ".join(orgs))) for other, orgs in found.items()
    )
