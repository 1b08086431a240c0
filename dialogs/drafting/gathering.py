"""What falls under the items of a theme: candidates to tick to accept, and own measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialogs.changing import changing
from dialogs.clashing import again, kept_and_left, seals
from dialogs.drafting.adding import Wanted, added
from dialogs.drafting.examples import as_choice, candidates
from dialogs.drafting.item_words import words_of
from dialogs.drafting.opening import context
from dialogs.drafting.parts import afresh, line_faults, listed, receipt, stage_view
from dialogs.filled import NONE_WRONG, Wrong, chosen, faults, lines_of
from dialogs.turn import Said, Turn
from dialogs.view import Element, Fold, Heading, Pick, Problem, View, Words, Write
from plan.classifying import kind_of
from plan.content import counts
from plan.dossier import Dossier
from plan.drafting import bare_items
from plan.records import ActionItem
from plan.text import Text, counted

GATHERING = "gathering"
AT_ONCE = 3
TEXT = 400
NONE_YET = Text(
    nl="Kies of schrijf ten minste één maatregel, of schrijf waarom het actiepunt leeg blijft.",
    en="Choose or write at least one measure, or write why the item stays empty.",
)
ABOUT = Text(nl="wat je invulde bij {items}", en="what you filled in about {items}")
ADVICE = Text(
    nl="Twee tot vijf maatregelen per actiepunt is een goede maat.",
    en="Two to five measures per action item is about right.",
)


def is_due(dossier: Dossier, theme: str) -> bool:
    return bool(bare_items(dossier, theme))


def view(dossier: Dossier, said: Said, theme: str, wrong: Wrong = NONE_WRONG) -> View:
    return items_view(dossier, said, theme, bare_items(dossier, theme)[:AT_ONCE], wrong)


def items_view(
    dossier: Dossier,
    said: Said,
    theme: str,
    items: tuple[ActionItem, ...],
    wrong: Wrong = NONE_WRONG,
) -> View:
    """A part for each item; also for an item that has measures already and wants more."""
    parts = [part for item in items for part in _part(dossier, said, item, wrong)]
    title = Text(nl="Maatregelen van {theme}", en="Measures of {theme}")
    return stage_view(
        GATHERING,
        theme,
        title.fill(theme=dossier.title(theme)),
        (
            *((Problem(text=wrong["card"]),) if "card" in wrong else ()),
            *context(dossier, theme),
            Words(text=ADVICE, tone="subtle"),
            *parts,
        ),
        items=",".join(item.key for item in items),
        seals=seals(items),
    )


def _part(
    dossier: Dossier, said: Said, item: ActionItem, wrong: Wrong
) -> Iterator[Element | Fold]:
    yield Heading(text=Text.verbatim(f"{item.key} {item.title}"), level=3)
    found = candidates(dossier, item, said.language)
    if found:
        label = Text(
            nl="Wat valt hieronder? Vink aan wat past", en="What falls under this? Tick what fits"
        )
        value = said.inputs.get(f"pick/{item.key}", "")
        choices = tuple(as_choice(one) for one in found)
        yield Pick(
            id=f"pick/{item.key}",
            label=label,
            choices=choices,
            value=value,
            several=True,
            wide=True,
        )
    if dossier.plan.track == "first_year":
        runs = Text(nl="Wat loopt er nu al? Eén per regel", en="What runs already? One per line")
        yield _write(said, f"runs/{item.key}", runs, 2000, wrong)
    new = Text(nl="Wat is nieuw? Eén per regel", en="What is new? One per line")
    yield _write(said, f"own/{item.key}", new, 2000, wrong)
    yield from _about_item(dossier, said, item, wrong)


def _about_item(
    dossier: Dossier, said: Said, item: ActionItem, wrong: Wrong
) -> Iterator[Element | Fold]:
    """Its effect, asked while it is not known, and out of sight what else can be said."""
    effect = Text(nl="Wat willen we ermee bereiken?", en="What do we want to achieve with it?")
    aim = _write(said, f"effect/{item.key}", effect, TEXT, wrong, item.desired_effect or "")
    gap = Text(
        nl="Blijft dit actiepunt bewust leeg? Schrijf waarom",
        en="Does this item stay empty on purpose? Write why",
    )
    more: list[Element] = [aim] if item.desired_effect else []
    principles = dossier.plan.ivp.guiding_principles
    if principles:
        more.append(
            Pick(
                id=f"principles/{item.key}",
                label=Text(nl="Uitgangspunten van het IVP", en="Principles of the IVP"),
                choices=tuple((p.id, Text.verbatim(p.text)) for p in principles),
                value=said.inputs.get(f"principles/{item.key}", ",".join(item.principles)),
                several=True,
                wide=True,
            )
        )
    more.append(_write(said, f"gap/{item.key}", gap, TEXT, wrong, item.gap_reason or ""))
    if not item.desired_effect:
        yield aim
    title = Text(nl="Meer over {item}", en="More about {item}").fill(item=item.key)
    yield Fold(title=title, elements=tuple(more))


def _write(said: Said, id_: str, label: Text, limit: int, wrong: Wrong, known: str = "") -> Write:
    value = said.inputs.get(id_, known)
    return Write(id=id_, label=label, value=value, limit=limit, error=wrong.get(id_))


def hear(dossier: Dossier, said: Said, theme: str) -> Turn:
    items = tuple(i for i in dossier.items_of(theme) if i.key in listed(said, "items"))
    wrong = line_faults(said, *(f"{name}/{i.key}" for i in items for name in ("runs", "own")))
    texts = {f"{name}/{i.key}": TEXT for i in items for name in ("effect", "gap")}
    wrong |= faults(said, texts)
    if wrong:
        return Turn(instead=items_view(dossier, said, theme, items, wrong))
    turn, after, twice = Turn(), dossier, dict[str, str]()
    for item in items:
        words = words_of(dossier, said, item)
        kept = changing(said, item, words.after, because="draft")
        kept += added(after, said, item.key, _wanted(dossier, said, item))
        turn, after, twice = turn + kept, after.plus(kept.keep), twice | words.twice
    if not (turn.keep or twice):
        return Turn(instead=items_view(dossier, said, theme, items, {"card": NONE_YET}))
    made = len(after.measures_of(theme)) - len(dossier.measures_of(theme))
    touched = [i.key for i in items if after.get(ActionItem, i.key) != i]
    what = counted(made, *counts.MEASURES) if made else ABOUT.fill(items=", ".join(touched))
    left = _twice(after, said, theme, twice) if twice else None
    return kept_and_left(turn, receipt(said, what), left)


def _twice(dossier: Dossier, said: Said, theme: str, own: dict[str, str]) -> View:
    """The items of which somebody else wrote something else, with both texts."""
    keys = {id_.partition("/")[2] for id_ in own}
    items = tuple(item for item in dossier.items_of(theme) if item.key in keys)
    mine = replace(afresh(said), inputs=own)
    now = items_view(dossier, afresh(said), theme, items)
    return again(now, items_view(dossier, mine, theme, items), items)


def _wanted(dossier: Dossier, said: Said, item: ActionItem) -> list[Wanted]:
    """What was ticked, what runs already, and what is new."""
    first = dossier.plan.track == "first_year"
    offered = {one.id: one for one in candidates(dossier, item, said.language)}
    ticked = [offered[id_] for id_ in chosen(said, f"pick/{item.key}") if id_ in offered]
    found = [
        Wanted(
            title=one.title,
            kind=one.kind,
            runs=first and one.source.startswith("material"),
            source=one.source,
            description=one.description,
        )
        for one in ticked
    ]
    return found + [
        Wanted(title=line, kind=kind_of(line), runs=name == "runs")
        for name in ("runs", "own")
        for line in lines_of(said, f"{name}/{item.key}")
    ]
