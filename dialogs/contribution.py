"""What an organisation does in the plan: `wat doet de GGD`."""

from __future__ import annotations

from dialogs.turn import Reply, Said, Turn
from dialogs.view import Facts, Heading, View, Words
from plan import labels
from plan.answering import plain
from plan.cells import short_name
from plan.dossier import Dossier
from plan.notation import period
from plan.records import Measure, Organisation
from plan.text import Text, joined
from plan.tracing import may_ask_about

ARTICLES = ("de ", "het ", "the ", "onze ", "our ")


def named(dossier: Dossier, words: str) -> Organisation | None:
    """The organisation of that key or name, or the only one with these words in its name."""
    said = plain(words)
    for article in ARTICLES:
        said = said.removeprefix(article)
    orgs = dossier.all(Organisation)
    exact = [o for o in orgs if said in _names(dossier, o)]
    within = [o for o in orgs if len(said) > 2 and said in plain(o.name)]
    found = exact or within
    return found[0] if said and len(found) == 1 else None


def _names(dossier: Dossier, org: Organisation) -> tuple[str, ...]:
    return tuple(map(plain, (org.key, org.name, short_name(dossier, org.key))))


def names_organisation(dossier: Dossier, said: Said, rest: str) -> bool:
    return named(dossier, rest) is not None


def contribution(dossier: Dossier, said: Said, rest: str) -> Turn:
    """Its measures, those it leads first, as far as the speaker may see them."""
    org = named(dossier, rest)
    if org is None:
        names = ", ".join(o.name for o in dossier.all(Organisation))
        words = Text(nl="Van wie? Kies uit: {names}.", en="Of whom? Choose from: {names}.")
        return Turn(replies=(Reply(text=words.fill(names=names)),))
    own = [m for m in dossier.measures_with(org.key) if may_ask_about(dossier, said.who, m)]
    going = [m for m in own if m.decision != "stop"]
    title = Text(nl="Wat {org} doet in {year}", en="What {org} does in {year}")
    none = Text(nl="Geen maatregelen die je mag inzien.", en="No measures that you may see.")
    parts = [
        (Text(nl="Trekker van", en="Leads"), [m for m in going if _leads(m, org)]),
        (Text(nl="Werkt mee aan", en="Takes part in"), [m for m in going if not _leads(m, org)]),
    ]
    elements = tuple(
        element
        for heading, measures in parts
        if measures
        for element in (
            Heading(text=heading, level=3),
            Facts(rows=tuple(_row(dossier, m, org) for m in measures)),
        )
    )
    return Turn(
        replies=(
            Reply(
                view=View(
                    title=title.fill(org=org.name, year=dossier.plan.year),
                    elements=elements or (Words(text=none),),
                )
            ),
        )
    )


def _leads(measure: Measure, org: Organisation) -> bool:
    return measure.lead is not None and measure.lead.org == org.key


def _row(dossier: Dossier, measure: Measure, org: Organisation) -> tuple[Text, Text]:
    """The measure, as what, and when."""
    roles = {p.org: p.role or "partner" for p in measure.partners}
    lead = dossier.person_name(measure.lead.person) if measure.lead else ""
    as_what = labels.ROLES.get(roles.get(org.key, ""))
    role = Text.verbatim(lead) if _leads(measure, org) else as_what
    plan = measure.planning
    nl, en = period(plan.start, plan.end, "nl"), period(plan.start, plan.end, "en")
    when = Text(nl=nl, en=en) if nl and measure.visibility != "internal" else None
    said = joined([part for part in (role, when) if part and part.nl], ", ")
    return Text.verbatim(f"{measure.key} {measure.title}"), said if said.nl else Text.verbatim("–")
