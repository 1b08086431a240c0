"""What the mix check finds, and explaining a finding so that it is known why it stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dialogs.clashing import SEAL, clash, seal, told
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
EXPLAIN = Button(verb="explain", label=Text(nl="Uitleggen", en="Explain"))
WHY = Text(
    nl="Waarom blijft dit zo? Het MT krijgt de reden te zien.",
    en="Why does this stay as it is? The MT will see the reason.",
)
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
            WHY,
            said,
            wrong,
            required=True,
        ),
    ]
    return View(
        title=title,
        elements=tuple(elements),
        buttons=(EXPLAIN,),
        dialog=DIALOG,
    )


def unexplained(dossier: Dossier) -> list[Finding]:
    """Heaviest first."""
    found = [finding for finding in lacking(dossier) if not finding.dismissed]
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


def hear(dossier: Dossier, said: Said) -> Turn:
    """Keep the reason with the finding; the card goes on with what is left."""
    finding = finding_of(dossier, said, unexplained(dossier))
    if both := explained_twice(dossier, said):
        return both
    if finding is None:
        return Turn(instead=told(findings_view(dossier, _empty(said)), SOLVED))
    why = reason_of(said)
    wrong = wrong_with(why)
    if wrong and SEAL in _remembered(said):
        return Turn(instead=again(dossier, said, finding, wrong))
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
    title = Text(nl="Opgeslagen. {title}", en="Saved. {title}").fill(title=view.title)
    return Turn(
        keep=(explained, event),
        instead=View(
            title=title,
            elements=view.elements,
            buttons=view.buttons,
            dialog=view.dialog,
        ),
    )


SOLVED = Text(
    nl="Dat punt speelt intussen niet meer; er is niets opgeslagen.",
    en="That point is no longer there; nothing was saved.",
)


def _remembered(said: Said) -> Mapping[str, str]:
    return said.card.about if said.card else {}


def finding_of(dossier: Dossier, said: Said, open_: Iterable[Finding]) -> Finding | None:
    """What the speaker explains: of those without a reason, or the one that got two."""
    wanted = said.inputs.get("finding") or _remembered(said).get("finding", "")
    explained = (one for one in lacking(dossier) if one.dismissed)
    return next((one for one in (*open_, *explained) if key_of(one) == wanted), None)


def explained_twice(dossier: Dossier, said: Said) -> Turn | None:
    """Both reasons, where somebody else explained it since the card was made."""
    finding = finding_of(dossier, said, ())
    left = dossier.get(Dismissal, key_of(finding)) if finding else None
    if finding is None or left is None:
        return None
    there = replace(said, inputs={"why": left.reason})
    return clash(said, again(dossier, there, finding), again(dossier, said, finding))


def again(dossier: Dossier, said: Said, finding: Finding, wrong: Text | None = None) -> View:
    """One finding that was explained, with a reason to put in place of it."""
    key = key_of(finding)
    return View(
        title=Text(nl="Dit punt is al uitgelegd", en="This point was explained already"),
        elements=(Words(text=finding.message), reason_input(WHY, said, wrong, required=True)),
        buttons=(EXPLAIN,),
        dialog=DIALOG,
        about={"finding": key, SEAL: seal(dossier.get(Dismissal, key))},
    )


def _empty(said: Said) -> Said:
    return Said(who=said.who, at=said.at, language=said.language)


def key_of(finding: Finding) -> str:
    return f"{finding.check}/{finding.subject}"


def named_finding(finding: Finding) -> Text:
    lead = Text.verbatim(f"{finding.check}: ")
    return lead + finding.message
