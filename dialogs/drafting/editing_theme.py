"""A theme on one card: its title, goal, weight, story and owner; to change or to take out."""

from __future__ import annotations

from dialogs.changing import changing
from dialogs.clashing import clash, seal
from dialogs.drafting.editing_measure import REMOVE
from dialogs.drafting.parts import (
    LATER,
    SAVE,
    Texts,
    afresh,
    gone,
    named,
    receipt,
    stage_view,
    text_faults,
    text_inputs,
)
from dialogs.filled import NONE_WRONG, TITLE_LIMIT, Wrong, chosen, written
from dialogs.measures.people import people_choices
from dialogs.turn import Said, Turn
from dialogs.view import Input, Pick, View
from plan.dossier import Dossier
from plan.labels import CATEGORIES
from plan.records import Theme, altered
from plan.records.content import Category
from plan.rights import is_coordinator
from plan.text import Text

THEME = "theme"
TEXTS: Texts = {
    "title": (Text(nl="Thema", en="Theme"), TITLE_LIMIT),
    "goal": (
        Text(
            nl="Doel: welk gevolg willen we, liefst met een getal?",
            en="Goal: which result do we want, preferably with a number?",
        ),
        400,
    ),
    "narrative": (
        Text(
            nl="Wat speelt er, wat verandert er dit jaar en waarom?",
            en="What is going on, what changes this year, and why?",
        ),
        1200,
    ),
    "links_note": (
        Text(
            nl="Wat betekenen de dwarsverbanden voor dit thema?",
            en="What do the cross-links mean for this theme?",
        ),
        500,
    ),
}


def view(
    dossier: Dossier,
    said: Said,
    theme: Theme,
    wrong: Wrong = NONE_WRONG,
) -> View:
    known = {
        "title": theme.title,
        "goal": dossier.goal(theme.key),
        "narrative": theme.narrative,
        "links_note": theme.cross_links_note,
    }
    *texts, note = text_inputs(said, known, TEXTS, wrong)
    inputs: tuple[Input, ...] = (*texts, *_links(dossier, said, theme), note)
    if is_coordinator(dossier, said.who):
        inputs += _weights(dossier, said, theme)
    buttons = (SAVE, *((REMOVE,) if is_coordinator(dossier, said.who) else ()), LATER)
    return stage_view(THEME, theme.key, named(theme), inputs, buttons, seal=seal(theme))


def _links(dossier: Dossier, said: Said, theme: Theme) -> tuple[Input, ...]:
    """The other themes, those that it touches ticked."""
    others = tuple((one.key, named(one)) for one in dossier.themes if one.key != theme.key)
    label = Text(nl="Dwarsverbanden met andere thema's", en="Cross-links with other themes")
    value = said.inputs.get("links", ",".join(theme.cross_links))
    pick = Pick(id="links", label=label, choices=others, value=value, several=True, wide=True)
    return (pick,) if others else ()


def _weights(dossier: Dossier, said: Said, theme: Theme) -> tuple[Input, ...]:
    """What the coordinator alone decides: how heavy it is, and whose it is."""
    category = Pick(
        id="category",
        label=Text(nl="Soort thema", en="Kind of theme"),
        choices=tuple(CATEGORIES.items()),
        value=said.inputs.get("category", dossier.category(theme.key)),
    )
    owner = Pick(
        id="owner",
        label=Text(nl="Themahouder", en="Theme owner"),
        choices=people_choices(dossier, whole=False),
        value=said.inputs.get("owner", theme.owner or ""),
    )
    return (category, owner)


def hear(dossier: Dossier, said: Said, key: str) -> Turn:
    theme = dossier.get(Theme, key)
    if theme is None:
        return gone(said, key, {id_: label for id_, (label, _) in TEXTS.items()})
    if both := clash(said, view(dossier, afresh(said), theme), view(dossier, said, theme)):
        return both
    wrong = text_faults(said, TEXTS)
    if wrong:
        return Turn(instead=view(dossier, said, theme, wrong))
    turn = changing(said, theme, _becomes(dossier, said, theme), because="draft")
    return turn + Turn(instead=receipt(said, named(theme)))


def _ticked(dossier: Dossier, said: Said, theme: Theme) -> tuple[str, ...]:
    """The links as they were where the card did not ask for them."""
    if "links" not in said.inputs:
        return theme.cross_links
    others = (key for key in chosen(said, "links") if key != theme.key)
    return tuple(key for key in others if dossier.get(Theme, key))


def _becomes(dossier: Dossier, said: Said, theme: Theme) -> Theme:
    """A goal or a kind that is that of the IVP is not kept twice."""
    goal = written(said, "goal") or None
    weights: dict[str, Category] = {
        "priority": "priority",
        "other": "other",
        "maintenance": "maintenance",
    }
    category = weights.get(said.inputs.get("category", ""), dossier.category(theme.key))
    owner = said.inputs.get("owner", "")
    mine = is_coordinator(dossier, said.who)
    knows = owner in dict(people_choices(dossier, whole=False))
    return altered(
        theme,
        title=written(said, "title"),
        goal=theme.goal if goal == dossier.goal(theme.key) else goal,
        narrative=written(said, "narrative") or None,
        cross_links=_ticked(dossier, said, theme),
        cross_links_note=written(said, "links_note") or None,
        category=category if mine and category != dossier.category(theme.key) else theme.category,
        owner=owner if mine and knows else theme.owner,
    )
