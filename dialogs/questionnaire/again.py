"""The same card once more, with what is wrong at each input and the typed text kept."""

from __future__ import annotations

from dataclasses import replace

from dialogs.checking.extract import extract_view
from dialogs.questionnaire.core import core_view, rest_view
from dialogs.questionnaire.measures import measures_view
from dialogs.questionnaire.menu import topic_view
from dialogs.questionnaire.more import follow_up_view, others_view
from dialogs.questionnaire.progress import progress_view
from dialogs.questionnaire.saving import Saved
from dialogs.questionnaire.sheet import Sheet
from dialogs.questionnaire.used import asks_on, kind_of, measures_on
from dialogs.turn import Said
from dialogs.view import Element, Fold, Pick, View, Write
from plan.dossier import Dossier
from plan.records import Measure


def again(dossier: Dossier, sheet: Sheet, said: Said, saved: Saved) -> View:
    """The same card with what is wrong at each input and the typed text kept."""
    view = _view_of(dossier, sheet, said)
    elements: list[Element | Fold] = []
    for element in view.elements:
        if isinstance(element, Fold):
            inner = tuple(_typed(one, said, saved) for one in element.elements)
            elements.append(replace(element, elements=inner))
        else:
            elements.append(_typed(element, said, saved))
    return replace(view, elements=tuple(elements), about={**view.about, "seen": _seen(said)})


def _seen(said: Said) -> str:
    """What the speaker knew of stays what it was when the card first came."""
    card = said.card
    return card.about.get("seen", card.issued_at.isoformat()) if card else ""


def _typed(element: Element, said: Said, saved: Saved) -> Element:
    if not isinstance(element, Pick | Write):
        return element
    typed = said.inputs.get(element.id, element.value)
    return replace(element, value=typed, error=saved.wrong.get(element.id))


def _view_of(dossier: Dossier, sheet: Sheet, said: Said) -> View:
    kind, about = kind_of(said), said.card.about if said.card else {}
    if kind == "topic":
        return topic_view(dossier, sheet, about["topic"])
    if kind == "extract":
        return extract_view(dossier, sheet, measures_on(dossier, said, sheet))
    if kind == "measures":
        return measures_view(dossier, sheet, about["theme"])
    if kind == "progress":
        found = (dossier.get(Measure, key) for key in about.get("measures", "").split(","))
        return progress_view(dossier, sheet, [measure for measure in found if measure])
    if kind == "core":
        return core_view(dossier, sheet)
    if kind == "others":
        return others_view(dossier, sheet)
    asks = asks_on(dossier, sheet, said)
    make = follow_up_view if kind == "follow_up" else rest_view
    return make(dossier, sheet, asks)
