"""What the mix check finds, and explaining a finding so that it is known why it stays."""

from __future__ import annotations

from dialogs.reason import reason_input, reason_of, wrong_with
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Heading, Listing, Pick, View, Words
from plan.checks import SEVERITIES, Finding, lacking
from plan.content import counts
from plan.dossier import Dossier
from plan.records import Dismissal
from plan.text import Text, counted

DIALOG = "mix"
MOST = 10
"""Findings on one card; explaining one makes room for the next."""


def findings_view(dossier: Dossier, said: Said, wrong: Text | None = None) -> View:
    """The gravest findings nobody explained, with room to explain one."""
    found = unexplained(dossier)
    count = counted(len(found), *counts.FINDINGS)
    title = Text(nl="Wat opvalt in de mixcheck", en="What the mix check found")
    if not found:
        words = Text(nl="De mixcheck heeft niets gevonden.", en="The mix check found nothing.")
        return View(title=title, elements=(Words(text=words, tone="good"),))
    shown = found[:MOST]
    more = counted(len(found) - MOST, *counts.FINDINGS)
    rest = Text(nl="En nog {n}.", en="And {n} more.").fill(n=more)
    elements: list[Element] = [
        Heading(text=count, level=3),
        Listing(lines=tuple(finding.message for finding in shown)),
        *((Words(text=rest, tone="subtle"),) if len(found) > MOST else ()),
        Pick(
            id="finding",
            label=Text(nl="Welk punt wil je uitleggen?", en="Which point do you want to explain?"),
            choices=tuple((key_of(finding), named_finding(finding)) for finding in shown),
            value=said.inputs.get("finding", key_of(shown[0])),
        ),
        reason_input(
            Text(
                nl="Waarom blijft dit zo? Het MT krijgt de reden te zien.",
                en="Why does this stay as it is? The MT will see the reason.",
            ),
            said,
            wrong,
            required=True,
        ),
    ]
    return View(
        title=title,
        elements=tuple(elements),
        buttons=(Button(verb="explain", label=Text(nl="Uitleggen", en="Explain")),),
        dialog=DIALOG,
    )


def unexplained(dossier: Dossier) -> list[Finding]:
    """Heaviest first."""
    found = [finding for finding in lacking(dossier) if not finding.dismissed]
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep the reason with the finding; the card goes on with what is left."""
    found = {key_of(finding): finding for finding in unexplained(dossier)}
    finding = found.get(said.inputs.get("finding", ""))
    if finding is None:
        return Turn(instead=findings_view(dossier, _empty(said)))
    why = reason_of(said)
    wrong = wrong_with(why)
    if wrong:
        return Turn(instead=findings_view(dossier, said, wrong))
    explained = Dismissal(
        key=key_of(finding),
        check=finding.check,
        subject=finding.subject,
        reason=why,
        by=said.who.key,
        at=said.at,
    )
    event = registered(said, "explained", explained.key, after=why)
    after = dossier.plus((explained,))
    view = findings_view(after, _empty(said))
    told = Text(nl="Opgeslagen. {title}", en="Saved. {title}").fill(title=view.title)
    return Turn(
        keep=(explained, event),
        instead=View(
            title=told,
            elements=view.elements,
            buttons=view.buttons,
            dialog=view.dialog,
        ),
    )


def _empty(said: Said) -> Said:
    return Said(who=said.who, at=said.at, language=said.language)


def key_of(finding: Finding) -> str:
    return f"{finding.check}/{finding.subject}"


def named_finding(finding: Finding) -> Text:
    lead = Text.verbatim(f"{finding.check}: ")
    return lead + finding.message
