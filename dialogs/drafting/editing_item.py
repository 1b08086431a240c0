"""An action item on one card: to change, to move, to fill or to take out."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import clash, seal, told
from dialogs.drafting.editing_measure import REMOVE
from dialogs.drafting.gathering import items_view
from dialogs.drafting.parts import (
    LATER,
    SAVE,
    Texts,
    about,
    afresh,
    gone,
    named,
    receipt,
    stage_view,
    text_faults,
    text_inputs,
)
from dialogs.filled import NONE_WRONG, TITLE_LIMIT, Wrong, chosen, written
from dialogs.turn import Said, Turn
from dialogs.view import Button, Input, Listing, Pick, View, Write
from plan.dossier import Dossier
from plan.records import ActionItem, IvpTheme, MainLine, altered
from plan.rights import Of, can
from plan.text import Text

ITEM = "item"
MORE = Button(verb="more", label=Text(nl="Maatregelen toevoegen", en="Add measures"), checks=False)
TEXTS: Texts = {
    "title": (Text(nl="Actiepunt", en="Action item"), TITLE_LIMIT),
    "effect": (
        Text(nl="Wat willen we ermee bereiken?", en="What do we want to achieve with it?"),
        400,
    ),
    "new_line": (
        Text(
            nl="Bij welke hoofdlijn van het IVP hoort het? Plak de zin",
            en="To which main line of the IVP does it belong? Paste the sentence",
        ),
        300,
    ),
    "gap": (
        Text(
            nl="Blijft het bewust leeg? Schrijf waarom", en="Does it stay empty on purpose? Why?"
        ),
        400,
    ),
}


def view(
    dossier: Dossier,
    said: Said,
    item: ActionItem,
    wrong: Wrong = NONE_WRONG,
) -> View:
    known = {"title": item.title, "effect": item.desired_effect, "gap": item.gap_reason}
    texts = text_inputs(said, known, TEXTS, wrong)
    asked = said.card is not None and "gap" in said.card.inputs
    under = tuple(named(measure) for measure in dossier.measures_under(item.key)[:12])
    return stage_view(
        ITEM,
        item.theme,
        named(item),
        (
            *texts[:2],
            *_picks(dossier, said, item),
            *(texts[2:] if asked or not under else ()),
            *((Listing(lines=under),) if under else ()),
        ),
        (SAVE, MORE, REMOVE, LATER),
        item=item.key,
        seal=seal(item, _lines(dossier, item)),
    )


def _picks(dossier: Dossier, said: Said, item: ActionItem) -> tuple[Input, ...]:
    """The main line and the principles it hangs from, and the theme it stands in."""
    ivp = dossier.get(IvpTheme, item.theme)
    found: list[Input] = []
    if ivp and ivp.main_lines:
        lines = tuple((line.id, Text.verbatim(line.text)) for line in ivp.main_lines)
        label = Text(nl="Hoofdlijn van het IVP", en="Main line of the IVP")
        value = said.inputs.get("line", item.ivp_line or "")
        found.append(Pick(id="line", label=label, choices=lines, value=value))
    else:
        found.append(
            Write(
                id="new_line",
                label=TEXTS["new_line"][0],
                value=written(said, "new_line"),
                limit=TEXTS["new_line"][1],
                lines=False,
            )
        )
    principles = dossier.plan.ivp.guiding_principles
    if principles:
        found.append(
            Pick(
                id="principles",
                label=Text(nl="Uitgangspunten van het IVP", en="Principles of the IVP"),
                choices=tuple((p.id, Text.verbatim(p.text)) for p in principles),
                value=said.inputs.get("principles", ",".join(item.principles)),
                several=True,
            )
        )
    themes = [t for t in dossier.themes if can(dossier, said.who, "draft", Of(theme=t.key))]
    choices = tuple((theme.key, named(theme)) for theme in themes)
    value = said.inputs.get("move", item.theme)
    found.append(Pick(id="move", label=Text(nl="Thema", en="Theme"), choices=choices, value=value))
    return tuple(found)


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    item = dossier.get(ActionItem, about(said, "item"))
    if item is None:
        labels = {id_: label for id_, (label, _) in TEXTS.items()}
        return gone(said, about(said, "item"), labels)
    fresh = afresh(said)
    if said.verb == "more":
        return Turn(instead=items_view(dossier, fresh, item.theme, (item,)))
    if both := _clash(dossier, said, item):
        return both
    wrong = text_faults(said, TEXTS)
    if wrong:
        return Turn(instead=view(dossier, said, item, wrong))
    first = _first_line(dossier, said, item)
    turn = changing(said, item, _becomes(dossier.plus(first.keep), said, item), because="draft")
    return first + turn + Turn(instead=receipt(said, named(item)))


def _clash(dossier: Dossier, said: Said, item: ActionItem) -> Turn | None:
    """Both texts; a main line that was pasted where there are some by now is told beside it."""
    there = replace(said, inputs={})
    both = clash(said, view(dossier, there, item), view(dossier, said, item))
    line = written(said, "new_line")
    if both and both.instead and line and _lines(dossier, item):
        return Turn(instead=told(both.instead, CHOOSE.fill(line=line)))
    return both


CHOOSE = Text(
    nl="Er zijn intussen hoofdlijnen om uit te kiezen. Jij schreef: {line}",
    en="There are main lines to choose from by now. You wrote: {line}",
)


def _lines(dossier: Dossier, item: ActionItem) -> tuple[MainLine, ...]:
    ivp = dossier.get(IvpTheme, item.theme)
    return ivp.main_lines if ivp else ()


def _first_line(dossier: Dossier, said: Said, item: ActionItem) -> Turn:
    """A main line that was pasted here, for a theme of which none was known."""
    words = written(said, "new_line")
    before = dossier.get(IvpTheme, item.theme)
    if not words or (before and before.main_lines):
        return Turn()
    made = before or IvpTheme(key=item.theme, title=dossier.title(item.theme))
    line = MainLine(id=f"{item.theme}-H1", text=words)
    return changing(said, before, altered(made, main_lines=(line,)), because="draft")


def _becomes(dossier: Dossier, said: Said, item: ActionItem) -> ActionItem:
    on_card = said.card.inputs if said.card else ()
    ivp = dossier.get(IvpTheme, item.theme)
    lines = {line.id for line in ivp.main_lines} if ivp else set()
    first = next(iter(lines), "") if written(said, "new_line") else ""
    move, line = said.inputs.get("move", ""), said.inputs.get("line", first)
    moved = move in {t.key for t in dossier.themes} and can(
        dossier, said.who, "draft", Of(theme=move)
    )
    gap = written(said, "gap") or None if "gap" in on_card else item.gap_reason
    return altered(
        item,
        title=written(said, "title"),
        desired_effect=written(said, "effect") or None,
        gap_reason=gap,
        ivp_line=line if line in lines else item.ivp_line,
        principles=chosen(said, "principles") if "principles" in on_card else item.principles,
        theme=move if moved else item.theme,
    )
