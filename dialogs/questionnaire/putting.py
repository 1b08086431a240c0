"""A question as it is typed out, with its options and what is known."""

from __future__ import annotations

from dialogs import phrases
from dialogs.questionnaire.elements import last_time, shown, subject_title
from dialogs.questionnaire.sheet import Sheet
from plan.answering import Field
from plan.asking import answered
from plan.content.answers import PROGRESS
from plan.core import CONFIRMED, core, known_progress
from plan.differences import extract_lines
from plan.dossier import Dossier
from plan.question import Free, label_of
from plan.records import Measure
from plan.text import Text, joined


def put(dossier: Dossier, sheet: Sheet, field: Field) -> Text:
    """A question as it is typed out, with its options and what was said before."""
    known = answered(dossier, sheet.round.key, sheet.org).get(field.ask.key)
    earlier = last_time(dossier, sheet).get(field.ask.key)
    lines = [_place(dossier, sheet, field), *_extract(dossier, sheet, field), field.text]
    lines += _options(field)
    if measure := known_measure(dossier, field):
        lines.append(_as_known(dossier, measure))
    if known and not field.part:
        said = Text(nl="Uw antwoord tot nu toe: {words}", en="Your answer so far: {words}")
        lines.append(said.fill(words=shown(field.ask, known)))
    if earlier and not field.part:
        last = Text(nl="Vorige keer: {words}", en="Last time: {words}")
        lines.append(last.fill(words=shown(field.ask, earlier)))
    if isinstance(field.ask.question.kind, Free) or not field.options:
        lines.append(phrases.NO_RESIDENTS)
    lines.append(HOW)
    return joined(lines, "\n")


def _extract(dossier: Dossier, sheet: Sheet, field: Field) -> list[Text]:
    """What a measure says, before the first question of a check about it."""
    measure = dossier.get(Measure, field.ask.subject)
    if measure is None or field.part or field.ask.question.id != "K1":
        return []
    rows = extract_lines(dossier, measure, sheet.org)
    return [joined([label, said], ": ") for label, said in rows]


HOW = Text(
    nl="(Of typ: sla over, terug, kaart of stop.)", en="(Or type: skip, back, card or stop.)"
)


def _place(dossier: Dossier, sheet: Sheet, field: Field) -> Text:
    measured = field.ask.question.id == CONFIRMED
    asks = core(dossier, sheet.round.key, sheet.org, sheet.topics)
    keys = [ask.key for ask in asks if (ask.question.id == CONFIRMED) == measured]
    words = Text.verbatim("")
    if field.ask.key in keys:
        count = MEASURE_OF if measured else QUESTION_OF
        words = count.fill(n=keys.index(field.ask.key) + 1, total=len(keys))
    if field.ask.subject:
        about = subject_title(dossier, field.ask.subject)
        words = joined([words, about], " · ") if words.nl else about
    return words if words.nl else Text(nl="Nog één ding", en="One more thing")


QUESTION_OF = Text(nl="Vraag {n} van {total}", en="Question {n} of {total}")
MEASURE_OF = Text(nl="Maatregel {n} van {total}", en="Measure {n} of {total}")


def _options(field: Field) -> list[Text]:
    scale = any(option.number for option in field.options)
    lines = []
    for n, option in enumerate(field.options, start=1):
        lead = "" if option.number else "• " if scale else f"{n}. "
        lines.append(Text.verbatim(lead) + option.text)
    return lines


def known_measure(dossier: Dossier, field: Field) -> Measure | None:
    if field.ask.question.id != "A1" or field.part:
        return None
    measure = dossier.get(Measure, field.ask.subject)
    return measure if measure and known_progress(dossier, measure) else None


def _as_known(dossier: Dossier, measure: Measure) -> Text:
    progress = known_progress(dossier, measure)
    label = label_of(PROGRESS, progress)
    words = Text(
        nl='Wat wij weten: {state}. Typ "klopt" als dat zo is, of "alles klopt" voor al uw '
        "maatregelen.",
        en='What we know: {state}. Type "correct" if that is so, or "all correct" for all your '
        "measures.",
    )
    return words.fill(state=label)
