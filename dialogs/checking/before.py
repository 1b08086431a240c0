"""What a partner said before that is no yes: shown, and never filled in as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dialogs.checking.parts import earlier
from dialogs.questionnaire.elements import LAST_TIME, last_time, shown
from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Element, Pick, Words
from plan.asking import answered
from plan.checking import OPEN
from plan.dossier import Dossier
from plan.question import Ask, Choice, label_of
from plan.reactions import check_of
from plan.records import Answer, Measure
from plan.text import Text


def left_open(dossier: Dossier, sheet: Sheet, ask: Ask) -> Text | None:
    """The earlier answer in words, where it was a no, a condition or not feasible; else None."""
    known = _earlier(dossier, sheet)
    before = known.get(ask.key)
    if before:
        return shown(ask, before) if before.value in (*OPEN, "niet_haalbaar") else None
    if ask.question.id != "K2" or f"K1/{ask.subject}" in known:
        return None
    return _loaded(dossier, sheet, ask)


def _earlier(dossier: Dossier, sheet: Sheet) -> Mapping[str, Answer]:
    first = earlier(dossier, sheet)
    return answered(dossier, first.key, sheet.org) if first else last_time(dossier, sheet)


def _loaded(dossier: Dossier, sheet: Sheet, ask: Ask) -> Text | None:
    """What a file said of the first round, where nobody answered in chat."""
    first, measure = earlier(dossier, sheet), dossier.get(Measure, ask.subject)
    kind = ask.question.kind
    if first is None or measure is None or not isinstance(kind, Choice):
        return None
    check = check_of(dossier, first.key, sheet.org)
    value = measure.commitment.get(sheet.org) or (check.commitment if check else "")
    return label_of(kind.options, value) if value in OPEN else None


def with_earlier(
    dossier: Dossier, sheet: Sheet, asks: Iterable[Ask], inputs: Iterable[Element]
) -> Iterator[Element]:
    """The inputs, with the earlier answer above those that are left open, and these required."""
    told = last_time(dossier, sheet)
    words = {ask.key: said for ask in asks if (said := left_open(dossier, sheet, ask))}
    for one in inputs:
        if not isinstance(one, Pick) or one.id not in words:
            yield one
            continue
        if one.id not in told:
            yield Words(text=LAST_TIME.fill(answer=words[one.id]), tone="subtle")
        yield replace(one, required=True)
