"""Which action items cover the main lines of a theme: examples to tick, and own ones."""

from __future__ import annotations

from dataclasses import replace

from dialogs.changing import changing
from dialogs.drafting.dividing import divided
from dialogs.drafting.examples import code_of, example_items, themes_like
from dialogs.drafting.opening import context
from dialogs.drafting.parts import LATER, SAVE, about, line_faults, listed, receipt, stage_view
from dialogs.filled import NONE_WRONG, Wrong, chosen, lines_of, written
from dialogs.turn import Said, Turn
from dialogs.view import Button, Element, Heading, Listing, Pick, Problem, View, Words, Write
from plan.answering import plain
from plan.codes import next_item
from plan.content.shape import ExampleItem
from plan.content.themes import FIELDS, THEMES
from plan.dossier import Dossier
from plan.drafting import uncovered
from plan.records import ActionItem, MainLine
from plan.text import Text, counted, joined

ITEMS = "items"
MOST_LINES = 4
MOST_SHOWN = 12
NO_LINE = "theme"
COUNTED = (Text(nl="actiepunt", en="action item"), Text(nl="actiepunten", en="action items"))
OTHER = Button(
    verb="examples", label=Text(nl="Toon die voorbeelden", en="Show those examples"), checks=False
)
ADVICE = Text(
    nl="Twee tot vier actiepunten per thema is meestal genoeg. Kies voorbeelden, of schrijf zelf.",
    en="Two to four action items per theme is usually enough. Choose examples, or write your own.",
)
NONE_YET = Text(
    nl="Kies of schrijf ten minste één actiepunt, of kies Later.",
    en="Choose or write at least one action item, or choose Later.",
)
TWICE = Text(
    nl="“{title}” staat al in het plan ({key}); een actiepunt hoort bij één hoofdlijn.",
    en="“{title}” is in the plan already ({key}); an action item belongs to one main line.",
)


def is_due(dossier: Dossier, theme: str) -> bool:
    return not dossier.items_of(theme) or bool(uncovered(dossier, theme))


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    """A part for each main line that nothing covers yet; without main lines one for the theme."""
    code = said.inputs.get("example", about(said, "example"))
    found = themes_like(dossier, theme, code)
    taken = {plain(item.title) for item in dossier.items_of(theme)}
    examples = example_items(found, taken)
    lines = uncovered(dossier, theme)[:MOST_LINES]
    wanted: tuple[MainLine | None, ...] = lines or (None,)
    shares = divided([line.text if line else "" for line in wanted], examples)
    parts = [
        part
        for line, share in zip(wanted, shares, strict=True)
        for part in _part(said, line, share, wrong)
    ]
    title = Text(nl="Actiepunten van {theme}", en="Action items of {theme}")
    return stage_view(
        ITEMS,
        theme,
        title.fill(theme=dossier.title(theme)),
        (
            *((Problem(text=wrong["card"]),) if "card" in wrong else ()),
            *context(dossier, theme),
            *_there(dossier, theme),
            Words(text=ADVICE, tone="subtle"),
            *parts,
            _which(dossier, theme, code_of(found)),
        ),
        (SAVE, OTHER, LATER),
        lines=",".join(line.id for line in lines),
        example=code_of(found),
    )


def _there(dossier: Dossier, theme: str) -> tuple[Element, ...]:
    lines = tuple(
        Text.verbatim(f"{i.key} {i.title}") for i in dossier.items_of(theme)[:MOST_SHOWN]
    )
    title = Text(nl="Al in het plan", en="In the plan already")
    return (Heading(text=title, level=3), Listing(lines=lines)) if lines else ()


def _part(
    said: Said, line: MainLine | None, examples: dict[str, ExampleItem], wrong: Wrong
) -> list[Element]:
    """Which items cover this main line?"""
    id_ = line.id if line else NO_LINE
    head = Text(
        nl="Welke actiepunten dekken de hoofdlijn “{line}”?",
        en="Which action items cover the main line “{line}”?",
    )
    parts: list[Element] = [Heading(text=head.fill(line=line.text), level=3)] if line else []
    if examples:
        pick = Pick(
            id=f"pick/{id_}",
            label=Text(nl="Voorbeelden", en="Examples"),
            choices=tuple((key, one.title) for key, one in examples.items()),
            value=said.inputs.get(f"pick/{id_}", ""),
            several=True,
            wide=True,
        )
        parts.append(pick)
    own = Write(
        id=f"own/{id_}",
        label=Text(
            nl="Eigen actiepunten, één per regel", en="Your own action items, one per line"
        ),
        value=written(said, f"own/{id_}"),
        limit=2000,
        error=wrong.get(f"own/{id_}"),
    )
    return [*parts, own]


def _which(dossier: Dossier, theme: str, code: str) -> Pick:
    """From which theme of the catalogue the examples come, or from all of a safety field."""
    all_of = Text(nl="Alles over: {field}", en="All about: {field}")
    fields = (f for f in FIELDS if f.id in (code, dossier.field(theme)))
    wide = tuple((f.id, all_of.fill(field=f.title)) for f in fields)
    choices = tuple((t.code, Text.verbatim(f"{t.code} ") + t.title) for t in THEMES if t.items)
    label = Text(nl="Ander thema uit de catalogus", en="Another theme of the catalogue")
    return Pick(id="example", label=label, choices=(*wide, *choices), value=code)


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    if said.verb == "examples":
        return Turn(instead=view(dossier, said, theme))
    places = listed(said, "lines") or (NO_LINE,)
    wrong = line_faults(said, *(f"own/{place}" for place in places))
    if wrong:
        return Turn(instead=view(dossier, said, theme, wrong))
    turn, after, twice = Turn(), dossier, list[Text]()
    for made in _wanted(dossier, said, theme, places):
        there = _alike(after, theme, made)
        if there:
            twice.append(TWICE.fill(title=made.title, key=there.key))
            continue
        kept = changing(said, None, _placed(after, theme, made), because="draft")
        turn, after = turn + kept, after.plus(kept.keep)
    if not turn.keep:
        wrong = {"card": joined(twice) if twice else NONE_YET}
        return Turn(instead=view(dossier, said, theme, wrong))
    made_now = len(after.items_of(theme)) - len(dossier.items_of(theme))
    told = tuple(Words(text=one, tone="warning") for one in twice)
    return turn + Turn(instead=replace(receipt(said, counted(made_now, *COUNTED)), elements=told))


def _wanted(dossier: Dossier, said: Said, theme: str, places: tuple[str, ...]) -> list[ActionItem]:
    """What was ticked and typed, each under its main line."""
    examples = example_items(themes_like(dossier, theme, about(said, "example")), set())
    found = []
    for place in places:
        line = None if place == NO_LINE else place
        for id_ in chosen(said, f"pick/{place}"):
            if one := examples.get(id_):
                effect = one.desired_effect.within(said.language)
                title = one.title.within(said.language)
                found.append(_item(theme, title, line, effect))
        found += [_item(theme, own, line, None) for own in lines_of(said, f"own/{place}")]
    return found


def _item(theme: str, title: str, line: str | None, effect: str | None) -> ActionItem:
    return ActionItem(key="", theme=theme, title=title, ivp_line=line, desired_effect=effect)


def _alike(dossier: Dossier, theme: str, made: ActionItem) -> ActionItem | None:
    """The one of the same name that the theme has already."""
    named = {plain(item.title): item for item in dossier.items_of(theme)}
    return named.get(plain(made.title))


def _placed(dossier: Dossier, theme: str, made: ActionItem) -> ActionItem:
    """With its code, behind the others."""
    order = max((item.order for item in dossier.items_of(theme)), default=-1) + 1
    return ActionItem(
        key=next_item(dossier, theme),
        theme=theme,
        title=made.title,
        order=order,
        ivp_line=made.ivp_line,
        desired_effect=made.desired_effect,
    )
