"""Reads the themes of the plan with their action items and measures."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plan.reading import values
from plan.reading.entry import Entry
from plan.reading.measures import measure
from plan.records import ActionItem, IndicatorGoal, Record, Theme


def themes(
    file: Entry, ivp_titles: dict[str, str], columns: Collection[str] = ()
) -> Iterator[Record]:
    """Themes, items and measures; `ivp_titles` names a theme that gives no title itself.

    `columns` are the ids a theme may choose from; empty means any.
    """
    for order, entry in enumerate(file.entries("themes")):
        theme = _theme(entry, order, ivp_titles, columns)
        yield theme
        for place, part in enumerate(entry.entries("items")):
            item = _item(part, theme.key, place)
            yield item
            for number, line in enumerate(part.entries("measures")):
                yield measure(line, item.key, number)


def _theme(
    entry: Entry, order: int, ivp_titles: dict[str, str], columns: Collection[str]
) -> Theme:
    key = entry.id("theme")
    known = ivp_titles.get(key)
    return Theme(
        key=key,
        title=known if known and entry.raw("title") is None else entry.title(),
        order=order,
        field=entry.choice("field", values.FIELDS),
        category=entry.choice("category", values.CATEGORIES),
        scope=entry.choice("scope", values.SCOPES),
        goal=entry.text("goal"),
        owner=entry.ref("owner", "person"),
        narrative=entry.text("narrative"),
        look_back=entry.text("look_back"),
        indicators=tuple(
            IndicatorGoal(
                text=goal.needed("text"),
                baseline=goal.label("baseline"),
                target=goal.label("target"),
            )
            for goal in entry.entries("indicators")
        ),
        cross_links=entry.refs("cross_links", "theme"),
        cross_links_note=entry.text("cross_links_note"),
        columns=entry.texts("columns", columns),
    )


def _item(entry: Entry, theme: str, order: int) -> ActionItem:
    return ActionItem(
        key=entry.id("item"),
        theme=theme,
        title=entry.title(),
        order=order,
        ivp_line=entry.ref("ivp_line", "main_line"),
        principles=entry.refs("principles", "principle"),
        desired_effect=entry.text("desired_effect"),
        why_this_cluster=entry.text("why_this_cluster"),
        item_owner=entry.ref("item_owner", "person"),
        gap_reason=entry.text("gap_reason"),
    )
