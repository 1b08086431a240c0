"""The guiding principles of the IVP, pasted: a proposal first, kept after a look."""

from __future__ import annotations

from collections.abc import Collection

from dialogs.changing import changing
from dialogs.clashing import told
from dialogs.drafting.parts import LATER, about, receipt, stage_view
from dialogs.filled import NONE_WRONG, Wrong, chosen, faults, lines_of, written
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Listing, Pick, View, Words, Write
from plan.answering import plain
from plan.codes import NEW
from plan.dossier import Dossier
from plan.records import GuidingPrinciple, altered
from plan.rights import is_coordinator
from plan.text import Text, counted

PRINCIPLES = "principles"
LIMIT = 4000
READ = Button(verb="save", label=Text(nl="Bekijken", en="Look at them"), primary=True)
KEEP = Button(verb="save", label=Text(nl="Zo opslaan", en="Save these"), primary=True)
WITHOUT = Button(verb="later", label=Text(nl="Niets wijzigen", en="Change nothing"), checks=False)
COUNTED = (
    Text(nl="uitgangspunt", en="guiding principle"),
    Text(nl="uitgangspunten", en="guiding principles"),
)
LABEL = Text(
    nl="Uitgangspunten van het IVP voor alle thema's, één per regel. Plak ze hier, of laat leeg.",
    en="Guiding principles of the IVP for all themes, one per line. Paste them here, or leave "
    "this empty.",
)


def is_asked(dossier: Dossier, said: Said) -> bool:
    """Once: with the first theme, of a plan that has none."""
    begun = dossier.items or any(theme.narrative for theme in dossier.themes)
    known = dossier.plan.ivp.guiding_principles
    return is_coordinator(dossier, said.who) and not known and not begun


def pasted(said: Said, wrong: Wrong) -> Write:
    return Write(
        id=PRINCIPLES,
        label=LABEL,
        value=written(said, PRINCIPLES),
        limit=LIMIT,
        error=wrong.get(PRINCIPLES),
    )


def asked_view(dossier: Dossier, said: Said, wrong: Wrong = NONE_WRONG) -> View:
    """Those that are there, and room to paste more."""
    known = tuple(
        Text.verbatim(f"{one.id} {one.text}") for one in dossier.plan.ivp.guiding_principles
    )
    there: tuple[Element, ...] = (Listing(lines=known),) if known else ()
    title = Text(nl="Uitgangspunten van het IVP", en="Guiding principles of the IVP")
    return stage_view(PRINCIPLES, "", title, (*there, pasted(said, wrong)), (READ, LATER))


def proposal_view(
    dossier: Dossier,
    theme: str,
    read: tuple[str, ...],
    lines: str = "",
    off: Collection[str] = (),
) -> View:
    """What is there and what was read, all ticked; `lines` are the main lines that come next."""
    known = dossier.plan.ivp.guiding_principles
    there = {plain(one.text) for one in known}
    new = tuple(line for line in read if plain(line) not in there)
    choices = (
        *((one.id, Text.verbatim(one.text)) for one in known),
        *((f"{NEW}{n}", Text.verbatim(line)) for n, line in enumerate(new)),
    )
    found = Text(
        nl="Vink uit wat geen uitgangspunt is. Welke gelden, kies je straks bij elk actiepunt.",
        en="Untick what is not a guiding principle. With each action item you can choose which "
        "apply.",
    )
    pick = Pick(
        id="kept",
        label=Text(nl="Uitgangspunten", en="Guiding principles"),
        choices=choices,
        value=",".join(key for key, words in choices if not {key, plain(words.nl)} & {*off}),
        several=True,
        wide=True,
    )
    title = Text(nl="Uitgangspunten van het IVP", en="Guiding principles of the IVP")
    return stage_view(
        PRINCIPLES,
        theme,
        title,
        (Words(text=found), pick),
        (KEEP, WITHOUT),
        text="\n".join(new),
        known=",".join(one.id for one in known),
        lines=lines,
    )


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    """Keep what is ticked; an item loses a principle that went."""
    plan = dossier.plan
    if not is_coordinator(dossier, said.who):
        return Turn()
    read = lines_of(said, PRINCIPLES)
    on = about(said, "lines")
    if wrong := faults(said, {PRINCIPLES: LIMIT}):
        return Turn(instead=asked_view(dossier, said, wrong))
    known, lines = plan.ivp.guiding_principles, about(said, "text").split("\n")
    if read or about(said, "known") != ",".join(one.id for one in known):
        return Turn(instead=_proposed(dossier, said, theme, read, on))
    if "kept" not in said.inputs:
        return Turn()
    ticked = chosen(said, "kept")
    new = [t for n, t in enumerate(lines) if t and f"{NEW}{n}" in ticked]
    stays = tuple(one for one in known if one.id in ticked)
    after = (*stays, *_numbered(known, new))
    ivp = altered(plan.ivp, guiding_principles=after)
    turn = changing(said, plan, altered(plan, ivp=ivp), because="draft")
    for item in dossier.items:
        left = tuple(key for key in item.principles if key in {one.id for one in after})
        turn += changing(said, item, altered(item, principles=left), because="draft")
    return turn + Turn(instead=receipt(said, counted(len(after), *COUNTED)))


def _proposed(dossier: Dossier, said: Said, theme: str, read: tuple[str, ...], on: str) -> View:
    """What was read; on a list that was changed since, what was ticked off stays so."""
    if read:
        return proposal_view(dossier, theme, read, on)
    lines = about(said, "text").split("\n")
    shown = {f"{NEW}{n}": plain(line) for n, line in enumerate(lines) if line}
    shown |= {key: key for key in about(said, "known").split(",")}
    off = {words for key, words in shown.items() if key not in chosen(said, "kept")}
    view = proposal_view(dossier, theme, tuple(filter(None, lines)), on, off=off)
    return told(view, MOVED)


MOVED = Text(
    nl="De lijst is intussen gewijzigd. Er is nog niets bewaard: dit is de lijst van nu, met wat "
    "jij plakte.",
    en="The list was changed in the meantime. Nothing was kept yet: this is the list of now, with "
    "what you pasted.",
)


def _numbered(known: tuple[GuidingPrinciple, ...], new: list[str]) -> list[GuidingPrinciple]:
    """U1, U2 and so on; a number is not given twice."""
    numbers = (one.id.removeprefix("U") for one in known)
    first = max((int(n) for n in numbers if n.isdecimal()), default=0) + 1
    return [GuidingPrinciple(id=f"U{n}", text=text) for n, text in enumerate(new, start=first)]
