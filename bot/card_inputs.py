"""Renders inputs; every one has a label and says what is wrong when it is left empty."""

from __future__ import annotations

from typing import Any, Final

from bot.card_text import Piece, problem
from bot.inert import inert_line
from dialogs.view import Day, Input, Pick, Write
from plan.text import Language, Text, readable

_FILL: Final = Text(nl="Vul dit nog in.", en="Please fill this in.")
_CHOOSE: Final = Text(nl="Kies hier nog een antwoord.", en="Please choose an answer.")
_DATE: Final = Text(nl="Kies een datum.", en="Please choose a date.")


def pick(element: Pick, language: Language) -> list[Piece]:
    return _asked(
        element,
        language,
        _CHOOSE,
        type="Input.ChoiceSet",
        choices=[
            {"title": inert_line(text.within(language)), "value": value}
            for value, text in element.choices
        ],
        isMultiSelect=element.several,
        style="expanded" if element.wide else "compact",
        wrap=True,
    )


def write(element: Write, language: Language) -> list[Piece]:
    hint = {"placeholder": inert_line(element.hint.within(language))} if element.hint else {}
    return _asked(
        element,
        language,
        _FILL,
        type="Input.Text",
        isMultiline=element.lines,
        maxLength=element.limit,
        **hint,
    )


def day(element: Day, language: Language) -> list[Piece]:
    earliest = {"min": element.earliest} if element.earliest else {}
    return _asked(element, language, _DATE, type="Input.Date", **earliest)


def _asked(element: Input, language: Language, missing: Text, **how: Any) -> list[Piece]:
    """An input under what is wrong with it: clients show `errorMessage` on their own checks."""
    asked = {
        **how,
        "id": element.id,
        "label": inert_line(element.label.within(language)),
        "isRequired": element.required,
        "errorMessage": inert_line((element.error or missing).within(language)),
    }
    if element.value:
        asked["value"] = readable(element.value)
    return [*([problem(element.error, language)] if element.error else []), asked]
