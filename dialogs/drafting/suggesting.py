"""At most three examples of the catalogue for a link that the mix lacks, to tick to accept."""

from __future__ import annotations

from dialogs.drafting.adding import Wanted, added
from dialogs.drafting.examples import Candidate, as_choice, suggestions
from dialogs.drafting.parts import LATER, SAVE, about, line_faults, nothing, receipt, stage_view
from dialogs.filled import NONE_WRONG, Wrong, chosen, lines_of, written
from dialogs.turn import Said, Turn
from dialogs.view import Element, Pick, View, Write
from plan.classifying import kind_of
from plan.content import counts
from plan.dossier import Dossier
from plan.records import ActionItem
from plan.text import Text, counted

SUGGESTING = "suggesting"
EARLY, AFTER = "early", "after"
PHASES = {EARLY: ("proactie", "preventie"), AFTER: ("nazorg",)}
MOST = 3
TITLES = {
    EARLY: Text(nl="Wat kan er eerder? {theme}", en="What can be done earlier? {theme}"),
    AFTER: Text(nl="Welke nazorg past erbij? {theme}", en="Which aftercare fits? {theme}"),
}


def view(
    dossier: Dossier, said: Said, theme: str, wanted: str, item: str, wrong: Wrong = NONE_WRONG
) -> View:
    found = _found(dossier, said, theme, wanted, item)
    items = dossier.items_of(theme)
    parts: list[Element] = []
    if found:
        label = Text(nl="Voorbeelden, vink aan wat past", en="Examples, tick what fits")
        choices = tuple(as_choice(one) for one in found)
        value = said.inputs.get("pick", "")
        parts.append(
            Pick(id="pick", label=label, choices=choices, value=value, several=True, wide=True)
        )
    own = Text(nl="Of zelf, één per regel", en="Or your own, one per line")
    parts.append(
        Write(id="own", label=own, value=written(said, "own"), error=wrong.get("own"), limit=2000)
    )
    under = Pick(
        id="under",
        label=Text(nl="Onder welk actiepunt?", en="Under which action item?"),
        choices=tuple((i.key, Text.verbatim(f"{i.key} {i.title}")) for i in items),
        value=said.inputs.get("under", item or (items[0].key if items else "")),
    )
    return stage_view(
        SUGGESTING,
        theme,
        TITLES[wanted].fill(theme=dossier.title(theme)),
        (*parts, under),
        (SAVE, LATER),
        wanted=wanted,
        item=item,
    )


def _found(
    dossier: Dossier, said: Said, theme: str, wanted: str, item: str
) -> tuple[Candidate, ...]:
    found: dict[str, Candidate] = {}
    for one in dossier.items_of(theme):
        if item in ("", one.key):
            for candidate in suggestions(dossier, one, said.language):
                if candidate.kind.chain_phase in PHASES[wanted]:
                    found.setdefault(candidate.title, candidate)
    return tuple(found.values())[:MOST]


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    wanted, item = about(said, "wanted"), about(said, "item")
    wrong = line_faults(said, "own")
    if wrong:
        return Turn(instead=view(dossier, said, theme, wanted, item, wrong))
    under = dossier.get(ActionItem, said.inputs.get("under"))
    if under is None or under.theme != theme:
        return nothing()
    offered = {one.id: one for one in _found(dossier, said, theme, wanted, item)}
    ticked = [offered[id_] for id_ in chosen(said, "pick") if id_ in offered]
    new = [Wanted(title=one.title, kind=one.kind, source=one.source) for one in ticked]
    new += [Wanted(title=line, kind=kind_of(line)) for line in lines_of(said, "own")]
    turn = added(dossier, said, under.key, new)
    if not turn.keep:
        return nothing()
    return turn + Turn(instead=receipt(said, counted(len(new), *counts.MEASURES)))
