"""Turns a view into an Adaptive Card 1.5, and into plain text for where no card can be shown."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from bot.card_elements import all_pieces, pieces
from bot.card_text import Piece, title
from bot.inert import inert, inert_line
from dialogs.view import (
    Bar,
    Button,
    Element,
    Facts,
    Fold,
    Heading,
    Listing,
    Marked,
    Problem,
    View,
    Words,
)
from plan.text import Language, Text, headed

LARGEST: Final = 40_000
"""Characters of JSON; Teams counts two bytes for each and refuses more than about 100 kB."""
MOST_BUTTONS: Final = 6
LONGEST_FALLBACK: Final = 2_000

_MORE: Final = Text(nl="Meer …", en="More …")


class CardTooLargeError(Exception):
    """A view says more than fits in one card."""


def card(view: View, language: Language, key: str) -> dict[str, Any]:
    """The card of `view`, whose buttons carry `<key>.<number>` and nothing else.

    Raises CardTooLargeError.
    """
    actions = [_action(b, f"{key}.{n}", language) for n, b in enumerate(view.buttons)]
    body = [title(view.title.within(language), 1), *_body(view, language)]
    if len(actions) > MOST_BUTTONS:
        kept, rest = actions[: MOST_BUTTONS - 1], actions[MOST_BUTTONS - 1 :]
        body.append(_hidden("more", [{"type": "ActionSet", "actions": rest}]))
        actions = [*kept, _toggle("more", _MORE, language)]
    made = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": language,
        "fallbackText": inert(plain(view, language)[:LONGEST_FALLBACK])[:LONGEST_FALLBACK],
        "body": body,
        "actions": actions,
    }
    raw = msgspec.json.encode(made)
    if len(raw) >= LARGEST and (size := len(raw.decode())) >= LARGEST:
        raise CardTooLargeError(f"{size} characters")
    return made


def plain(view: View, language: Language) -> str:
    """What `view` says, without what it asks for."""
    lines = [view.title.within(language)]
    for element in view.elements:
        inner = element.elements if isinstance(element, Fold) else (element,)
        lines += [element.title.within(language)] if isinstance(element, Fold) else []
        lines += [line for one in inner for line in _lines(one, language)]
    return "\n".join(line for line in lines if line)


def _body(view: View, language: Language) -> list[Piece]:
    body: list[Piece] = []
    for number, element in enumerate(view.elements):
        if isinstance(element, Fold):
            body += _fold(element, f"fold{number}", language)
        else:
            body += pieces(element, language)
    return body


def _fold(fold: Fold, name: str, language: Language) -> list[Piece]:
    """Open from the start when something in it is wrong."""
    wrong = any(isinstance(e, Problem) or getattr(e, "error", None) for e in fold.elements)
    inner = _hidden(name, all_pieces(fold.elements, language)) | {"isVisible": wrong}
    return [{"type": "ActionSet", "actions": [_toggle(name, fold.title, language)]}, inner]


def _hidden(name: str, items: list[Piece]) -> Piece:
    return {"type": "Container", "id": name, "isVisible": False, "items": items}


def _toggle(name: str, label: Text, language: Language) -> Piece:
    return {
        "type": "Action.ToggleVisibility",
        "title": inert_line(label.within(language)),
        "targetElements": [name],
    }


def _action(button: Button, card_id: str, language: Language) -> Piece:
    """`Action.Execute`, and the same as `Action.Submit` for clients that do not know it."""
    common = {
        "title": inert_line(button.label.within(language)),
        "data": {"v": 1, "c": card_id},
        "associatedInputs": "auto" if button.checks else "none",
    }
    submit = {"type": "Action.Submit"} | common
    return {"type": "Action.Execute", "verb": "press"} | common | {"fallback": submit}


def _lines(element: Element, language: Language) -> list[str]:
    match element:
        case Heading(text=text) | Words(text=text) | Problem(text=text):
            return [text.within(language)]
        case Marked(text=words):
            return [words]
        case Facts(rows=rows):
            return [headed(name.within(language), value.within(language)) for name, value in rows]
        case Listing(lines=lines):
            return [f"• {line.within(language)}" for line in lines]
        case Bar(label=label, done=done, total=total):
            return [headed(label.within(language), f"{done}/{total}")]
        case _:
            wrong = [element.error.within(language)] if element.error else []
            return [*wrong, element.label.within(language)]
