"""Main lines of the IVP that were pasted: a proposal first, kept after a look."""

from __future__ import annotations

from itertools import count

from dialogs.changing import changing
from dialogs.clashing import told
from dialogs.drafting.parts import about, receipt, stage_view, unchanged
from dialogs.filled import NONE_WRONG, Wrong, chosen
from dialogs.turn import Said, Turn
from dialogs.view import Button, Listing, Pick, View, Words
from plan.answering import plain
from plan.dossier import Dossier
from plan.records import IvpTheme, MainLine, altered
from plan.text import Text, counted

LINES = "lines"
KEEP = Button(verb="save", label=Text(nl="Zo opslaan", en="Save these"), primary=True)
WITHOUT = Button(
    verb="later", label=Text(nl="Zonder hoofdlijnen verder", en="Go on without main lines")
)
COUNTED = (Text(nl="hoofdlijn", en="main line"), Text(nl="hoofdlijnen", en="main lines"))


def proposal_view(dossier: Dossier, theme: str, lines: tuple[str, ...]) -> View:
    """What was read, all ticked; what is no main line can be ticked off."""
    found = Text(
        nl="Deze hoofdlijnen las ik in je tekst. Vink uit wat geen hoofdlijn is.",
        en="These are the main lines I read in your text. Untick what is not a main line.",
    )
    numbers = [str(n) for n in range(len(lines))]
    pick = Pick(
        id="kept",
        label=Text(nl="Hoofdlijnen van het IVP", en="Main lines of the IVP"),
        choices=tuple((n, Text.verbatim(line)) for n, line in zip(numbers, lines, strict=True)),
        value=",".join(numbers),
        several=True,
        wide=True,
    )
    title = Text(nl="Hoofdlijnen van {theme}", en="Main lines of {theme}")
    named = title.fill(theme=dossier.title(theme))
    elements = (Words(text=found), pick)
    known = ",".join(line.id for line in there(dossier, theme))
    return stage_view(
        LINES, theme, named, elements, (KEEP, WITHOUT), text="\n".join(lines), known=known
    )


def there(dossier: Dossier, theme: str) -> tuple[MainLine, ...]:
    """The main lines that a theme has already."""
    ivp = dossier.get(IvpTheme, theme)
    return ivp.main_lines if ivp else ()


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    lines = about(said, "text").split("\n")
    kept = [lines[int(n)] for n in chosen(said, "kept") if n.isdecimal() and int(n) < len(lines)]
    if not kept:
        return Turn()
    before, known = dossier.get(IvpTheme, theme), there(dossier, theme)
    if about(said, "known") != ",".join(line.id for line in known):
        return _meanwhile(dossier, theme, kept)
    made = before or IvpTheme(key=theme, title=dossier.title(theme))
    taken = {line.id for line in known}
    free = (id_ for n in count(1) if (id_ := f"{theme}-H{n}") not in taken)
    new = (MainLine(id=id_, text=line) for line, id_ in zip(kept, free, strict=False))
    turn = changing(said, before, altered(made, main_lines=(*known, *new)), because="draft")
    return turn + Turn(instead=receipt(said, counted(len(kept), *COUNTED)))


def _meanwhile(dossier: Dossier, theme: str, kept: list[str]) -> Turn:
    """Somebody else gave the theme its main lines: those, and what can come beside them."""
    known = there(dossier, theme)
    same = {plain(line.text) for line in known}
    new = tuple(line for line in kept if plain(line) not in same)
    if not new:
        return Turn(instead=unchanged(THERE))
    listing = Listing(lines=tuple(Text.verbatim(line.text) for line in known))
    return Turn(instead=told(proposal_view(dossier, theme, new), BESIDE, listing))


THERE = Text(nl="Deze hoofdlijnen staan er intussen al.", en="These main lines are there already.")
BESIDE = Text(
    nl="Dit thema kreeg intussen deze hoofdlijnen. Er is nog niets bewaard. Hieronder staat wat "
    "er van jouw tekst bij kan komen.",
    en="This theme got these main lines in the meantime. Nothing was kept yet. Below is what can "
    "be added of your text.",
)


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    """The same again, from the card."""
    return proposal_view(dossier, theme, tuple(about(said, "text").split("\n")))
