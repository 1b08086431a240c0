"""What is done with each proposal of a partner; one that is taken over becomes a measure."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.clashing import again, kept_and_left, seals, told, unmoved
from dialogs.drafting.parts import LATER, SAVE, afresh, listed, receipt, stage_view
from dialogs.drafting.processing import TAKEN, joined, taken
from dialogs.filled import NONE_WRONG, Wrong, faults, written
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, Element, Heading, Listing, Pick, View, Words, Write
from plan.answering import NOT_AN_OPTION
from plan.content import counts
from plan.dossier import Dossier
from plan.drafting import open_proposals
from plan.labels import DISPOSITIONS
from plan.records import ActionItem, Proposal
from plan.similar import alike
from plan.text import Text, counted

PROPOSALS = "proposals"
AT_ONCE = 5
MANY = 120
"""Items to choose from on one card in all; with more items there are fewer proposals on it."""
REASON = 600
CHOICES = ("adopted", "adopted_partly", "rejected", "parked")
NOWHERE = ""
"""The theme of proposals that hang under no item yet."""
GIVE = Text(
    nl="Geef een reden; de partner krijgt die te zien.",
    en="Give a reason; the partner will see it.",
)
WHERE = Text(nl="Kies het actiepunt waar dit onder komt.", en="Choose the item it goes under.")


def shown_in(dossier: Dossier, theme: str) -> tuple[Proposal, ...]:
    return open_proposals(dossier, theme or None)


def is_due(dossier: Dossier, theme: str) -> bool:
    return bool(shown_in(dossier, theme))


def view(
    dossier: Dossier,
    said: Said,
    theme: str,
    wrong: Wrong = NONE_WRONG,
    only: tuple[Proposal, ...] = (),
) -> View:
    found = shown_in(dossier, theme)
    shown = only or found[: max(1, min(AT_ONCE, MANY // max(1, len(dossier.items))))]
    similar = alike(found)
    parts = [part for proposal in shown for part in _part(dossier, said, proposal, wrong)]
    title = Text(nl="Voorstellen van partners, nog {n}", en="Proposals of partners, {n} left")
    join = Text(nl="Er één voorstel van maken", en="Make it one proposal")
    buttons = (SAVE, *((Button(verb="join", label=join, checks=False),) if similar else ()), LATER)
    return stage_view(
        PROPOSALS,
        theme,
        title.fill(n=len(only or found)),
        (*_alike(dossier, similar), *parts),
        buttons,
        proposals=",".join(proposal.key for proposal in shown),
        seals=seals(shown),
        groups=";".join("|".join(p.key for p in group) for group in similar),
    )


def _alike(dossier: Dossier, groups: tuple[tuple[Proposal, ...], ...]) -> Iterator[Element]:
    words = Text(
        nl="{orgs} vragen ongeveer hetzelfde: {titles}. Zal ik er één voorstel van maken?",
        en="{orgs} ask for nearly the same: {titles}. Shall I make it one proposal?",
    )
    for group in groups:
        orgs = dict.fromkeys(dossier.organisation_name(org) for p in group for org in p.by)
        titles = ", ".join(f"“{proposal.title}”" for proposal in group)
        yield Words(text=words.fill(orgs=", ".join(orgs), titles=titles))


def _part(dossier: Dossier, said: Said, proposal: Proposal, wrong: Wrong) -> Iterator[Element]:
    key = proposal.key
    yield Heading(text=Text.verbatim(proposal.title), level=3)
    who = ", ".join(dossier.organisation_name(org) for org in proposal.by)
    more = [who, *([proposal.text] if proposal.text not in (None, proposal.title) else [])]
    yield Words(text=Text.verbatim(": ".join(more)), tone="subtle")
    yield Pick(
        id=f"status/{key}",
        label=Text(nl="Wat doen we ermee?", en="What do we do with it?"),
        choices=tuple((value, DISPOSITIONS[value]) for value in CHOICES),
        value=said.inputs.get(f"status/{key}", _status_of(proposal)),
    )
    yield Pick(
        id=f"item/{key}",
        label=Text(nl="Onder welk actiepunt?", en="Under which action item?"),
        choices=tuple((i.key, Text.verbatim(f"{i.key} {i.title}")) for i in dossier.items),
        value=said.inputs.get(f"item/{key}", proposal.item or ""),
        error=wrong.get(f"item/{key}"),
    )
    reason = Text(
        nl="Reden (nodig als je het niet helemaal overneemt)",
        en="Reason (needed when you do not accept it completely)",
    )
    yield Write(
        id=f"reason/{key}",
        label=reason,
        value=said.inputs.get(f"reason/{key}", _ready(dossier, proposal)),
        limit=REASON,
        error=wrong.get(f"reason/{key}"),
    )


def _status_of(proposal: Proposal) -> str:
    if proposal.status != "open":
        return proposal.status
    return "adopted" if proposal.item else "parked"


def _ready(dossier: Dossier, proposal: Proposal) -> str:
    """What hangs nowhere waits, unless the coordinator says otherwise."""
    if proposal.status != "open":
        return proposal.reason or ""
    words = Text(
        nl="Hoort nog niet bij een actiepunt van dit plan; we komen erop terug.",
        en="Does not belong to an action item of this plan yet; we will come back to it.",
    )
    return "" if proposal.item else words.within(dossier.plan.language)


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    if said.verb == "join":
        turn = joined(shown_in(dossier, theme), said)
        after = dossier.plus(turn.keep, turn.drop)
        return turn + Turn(instead=view(after, afresh(said), theme))
    found = [p for key in listed(said, "proposals") if (p := dossier.get(Proposal, key))]
    free = tuple(p for p in found if p.status == "open" or unmoved(said, p))
    left = _left(dossier, said, theme, [p for p in found if p not in free])
    wrong = faults(said, {f"reason/{p.key}": REASON for p in free})
    for proposal in free:
        wrong = {**_missing(dossier, said, proposal), **wrong}
    if wrong:
        card = view(dossier, said, theme, wrong, free)
        return Turn(instead=card, replies=(Reply(view=left),) if left else ())
    turn, after = Turn(), dossier
    for proposal in free:
        kept = taken(after, said, proposal, _status(said, proposal))
        turn, after = turn + kept, after.plus(kept.keep)
    return kept_and_left(turn, receipt(said, counted(len(free), *counts.PROPOSALS)), left)


def _left(dossier: Dossier, said: Said, theme: str, answered: list[Proposal]) -> View | None:
    """Those that somebody else answered since: both answers; a measure made of one stays."""
    other = [p for p in answered if not _same(said, p)]
    made = Listing(lines=tuple(_made(said, p) for p in other if p.becomes))
    shown = tuple(p for p in other if not p.becomes)
    if not shown:
        return View(title=ANSWERED, elements=(made,)) if made.lines else None
    now = view(dossier, afresh(said), theme, only=shown)
    card = again(now, view(dossier, said, theme, only=shown), shown)
    return told(card, ANSWERED, made) if made.lines else card


def _same(said: Said, proposal: Proposal) -> bool:
    reason = written(said, f"reason/{proposal.key}") == (proposal.reason or "")
    return reason and _status(said, proposal) == proposal.status


def _made(said: Said, proposal: Proposal) -> Text:
    status = DISPOSITIONS.get(_status(said, proposal), NOT_AN_OPTION)
    reason = written(said, f"reason/{proposal.key}")
    own = Text.verbatim(f" · {reason}") if reason else Text.verbatim("")
    return MADE.fill(title=proposal.title, measure=proposal.becomes, own=status + own)


ANSWERED = Text(
    nl="Iemand anders beantwoordde dit intussen",
    en="Somebody else answered this in the meantime",
)
MADE = Text(
    nl="“{title}” staat nu in het plan als {measure}. Jouw antwoord is niet bewaard: {own}",
    en="“{title}” is in the plan now as {measure}. Your answer was not kept: {own}",
)


def _status(said: Said, proposal: Proposal) -> str:
    return said.inputs.get(f"status/{proposal.key}", "")


def _missing(dossier: Dossier, said: Said, proposal: Proposal) -> dict[str, Text]:
    status, key = _status(said, proposal), proposal.key
    if status not in CHOICES:
        return {f"item/{key}": NOT_AN_OPTION}
    found: dict[str, Text] = {}
    if status in TAKEN and not dossier.get(ActionItem, said.inputs.get(f"item/{key}")):
        found[f"item/{key}"] = WHERE
    if status != "adopted" and not written(said, f"reason/{key}"):
        found[f"reason/{key}"] = GIVE
    return found
