"""Conditions that were left after the second round: to the session in one tap (J4)."""

from __future__ import annotations

from dialogs.processing.session import REPLY
from dialogs.registering import registered
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Listing, Pick, View, Words
from plan import labels
from plan.dossier import Dossier
from plan.promises import CONDITIONAL, open_conditions, promises
from plan.records import Comment, Record, Round, altered
from plan.remarks import next_key
from plan.standing import is_open
from plan.text import Text

DIALOG = "check.conditions"


def conditions_view(dossier: Dossier, round_: Round) -> View:
    """Which partners still have a condition, and on what."""
    orgs = open_conditions(dossier, round_)
    lines = tuple(_line(dossier, round_, org) for org in orgs)
    pick = Pick(
        id="orgs",
        label=Text(nl="Naar de sessie", en="To the session"),
        choices=tuple((o, Text.verbatim(dossier.organisation_name(o))) for o in orgs),
        value=",".join(orgs),
        several=True,
        wide=True,
    )
    return View(
        title=Text(nl="Open voorwaarden", en="Open conditions"),
        elements=(Listing(lines=lines), Words(text=HOW, tone="subtle"), pick),
        buttons=(
            Button(
                verb="to_session",
                primary=True,
                label=Text(nl="Naar de sessie", en="To the session"),
            ),
        ),
        dialog=DIALOG,
        about={"round": round_.key},
    )


def _line(dossier: Dossier, round_: Round, org: str) -> Text:
    said = promises(dossier, round_, org)
    what = ", ".join(m for m, v in said.items() if v in CONDITIONAL)
    return Text.verbatim(f"{dossier.organisation_name(org)}: {what or '–'}")


HOW = Text(
    nl='Is het intussen rond? Typ "namens" en de naam van de partner en vul "Ja" in.',
    en='Settled by now? Type "for" and the name of the partner and fill in "Yes".',
)


def hear(dossier: Dossier, said: Said) -> Turn:
    """Every condition of the chosen partners becomes a remark for the session."""
    round_ = dossier.get(Round, said.card.about.get("round")) if said.card else None
    if round_ is None or not is_open(dossier, round_):
        return Turn(onward=True)
    known = said.inputs.get("orgs", "").split(",")
    orgs = [org for org in open_conditions(dossier, round_) if org in known]
    gone = _gone(dossier, [org for org in round_.partners if org in known and org not in orgs])
    if not orgs:
        return Turn(instead=View(title=NOTHING, elements=gone), onward=True)
    kept: list[Record] = []
    for org in orgs:
        kept += _to_session(dossier, said, round_, org, kept)
    event = registered(said, "processed", round_.key, after=f"to_session: {', '.join(orgs)}")
    names = ", ".join(dossier.organisation_name(org) for org in orgs)
    title = Text(nl="Opgeslagen. Naar de sessie: {names}.", en="Saved. To the session: {names}.")
    return Turn(
        keep=(*kept, event),
        instead=View(title=title.fill(names=names), elements=gone),
        onward=True,
    )


def _gone(dossier: Dossier, orgs: list[str]) -> tuple[Element, ...]:
    """The ticked partners whose condition somebody else dealt with since the card."""
    lines = []
    for org in orgs:
        own = [c for c in dossier.all(Comment) if c.org == org]
        sent = any(c.disposition == "to_session" for c in own)
        lines.append((SENT if sent else MET).fill(org=dossier.organisation_name(org)))
    return (Listing(lines=tuple(lines)),) if lines else ()


NOTHING = Text(nl="Er is niets vastgelegd.", en="Nothing was recorded.")
SENT = Text(
    nl="{org}: ging intussen al naar de sessie", en="{org}: went to the session in the meantime"
)
MET = Text(
    nl="{org}: heeft intussen geen open voorwaarde meer",
    en="{org}: has no open condition any more",
)


def _to_session(
    dossier: Dossier, said: Said, round_: Round, org: str, also: list[Record]
) -> list[Record]:
    reply = REPLY.within(dossier.plan.language)
    found: list[Record] = []
    for measure, promise in (promises(dossier, round_, org) or {"": "ja_mits"}).items():
        if promise not in CONDITIONAL:
            continue
        answer = f"{round_.key}/{org}/K2/{measure}/1"
        before = next((c for c in dossier.all(Comment) if c.answer == answer), None)
        blank = Comment(
            key=next_key(dossier, (*also, *found)),
            round=round_.key,
            org=org,
            subject=measure or None,
            text=labels.COMMITMENTS[promise].within(dossier.plan.language).capitalize(),
            kind="condition",
            answer=answer,
            by=said.who.key,
            at=said.at,
        )
        found.append(
            altered(
                before or blank,
                disposition="to_session",
                reply=reply,
                processed_by=said.who.key,
                processed_at=said.at,
            )
        )
    return found
