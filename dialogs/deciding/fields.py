"""A part of the plan as inputs."""

from __future__ import annotations

from dialogs.deciding.words import LONG, SHORT
from dialogs.measures.inputs import Sheet, hours_inputs
from dialogs.view import Element, Fold, Write
from plan.dossier import Dossier
from plan.records import ActionItem, Measure, Theme
from plan.text import Text

Subject = Theme | ActionItem | Measure
TEXTS: dict[type, tuple[tuple[str, Text, bool], ...]] = {
    Theme: (
        ("title", Text(nl="Thema", en="Theme"), False),
        ("goal", Text(nl="Doel", en="Goal"), True),
        ("narrative", Text(nl="Tekst bij het thema", en="Text of the theme"), True),
    ),
    ActionItem: (
        ("title", Text(nl="Actiepunt", en="Action item"), False),
        ("desired_effect", Text(nl="Beoogd effect", en="Intended effect"), True),
    ),
}
"""The texts of a part that can be changed here; whether they take several lines."""
IN_SIGHT = ("title", "description", "result", "decision", "lead", "partners", "start", "end")


def subject_of(dossier: Dossier, key: str) -> Subject | None:
    found = (dossier.get(Measure, key), dossier.get(ActionItem, key), dossier.get(Theme, key))
    return next((one for one in found if one), None)


def inputs_of(sheet: Sheet, record: Subject) -> tuple[Element | Fold, ...]:
    if isinstance(record, Measure):
        means = sheet.inputs(record, *hours_inputs(record), "budget", "funding")
        title = Text(nl="Uren en geld", en="Hours and money")
        return (*sheet.inputs(record, *IN_SIGHT), Fold(title=title, elements=means))
    return tuple(
        Write(
            id=name,
            label=label,
            value=sheet.said.inputs.get(name, getattr(record, name) or ""),
            lines=lines,
            limit=LONG if lines else SHORT,
            required=name == "title",
            error=sheet.wrong.get(name),
        )
        for name, label, lines in TEXTS[type(record)]
    )
