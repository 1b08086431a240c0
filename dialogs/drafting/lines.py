"""Main lines of the IVP that were pasted: a proposal first, kept after a look."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.drafting.parts import about, receipt, stage_view
from dialogs.filled import NONE_WRONG, Wrong, chosen
from dialogs.turn import Said, Turn
from dialogs.view import Button, Pick, View, Words
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
    text = "\n".join(lines)
    return stage_view(LINES, theme, named, (Words(text=found), pick), (KEEP, WITHOUT), text=text)


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    lines = about(said, "text").split("\n")
    kept = [lines[int(n)] for n in chosen(said, "kept") if n.isdecimal() and int(n) < len(lines)]
    before = dossier.get(IvpTheme, theme)
    if not kept or (before and before.main_lines):
        return Turn()
    made = before or IvpTheme(key=theme, title=dossier.title(theme))
    main = tuple(MainLine(id=f"{theme}-H{n}", text=line) for n, line in enumerate(kept, start=1))
    turn = changing(said, before, altered(made, main_lines=main), because="draft")
    return turn + Turn(instead=receipt(said, counted(len(main), *COUNTED)))


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    """The same again, from the card."""
    return proposal_view(dossier, theme, tuple(about(said, "text").split("\n")))
