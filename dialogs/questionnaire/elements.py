"""Questions as the elements of a card, grouped by what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogs.questionnaire.sheet import Sheet
from dialogs.view import Element, Heading, Pick, Problem, Words, Write
from plan.answering import Field, current, deeper_fields, main_field
from plan.asking import answered
from plan.dossier import Dossier
from plan.question import Ask, Choice, label_of
from plan.records import Answer, Measure, Round
from plan.text import Text

WIDE = 7
"""Up to this many options are all shown at once: one tap."""
IN_GENERAL = Text(nl="In het algemeen", en="In general")
LAST_TIME = Text(nl="Vorige keer: {answer}", en="Last time: {answer}")


def question_elements(
    dossier: Dossier,
    sheet: Sheet,
    asks: Iterable[Ask],
    *,
    typed: Mapping[str, str] | None = None,
    wrong: Mapping[str, Text] | None = None,
    folded: bool = False,
) -> tuple[Element, ...]:
    """The inputs for these questions, a heading per subject, filled with what is known.

    `typed` goes before what is known, `wrong` says what is wrong with it. `folded` lists are
    short: the options appear on a tap.
    """
    known = answered(dossier, sheet.round.key, sheet.org)
    before = last_time(dossier, sheet)
    groups: dict[str | None, list[Ask]] = {}
    for ask in asks:
        groups.setdefault(ask.subject, []).append(ask)
    found: list[Element] = []
    for subject in sorted(groups, key=lambda s: s is None):
        if subject or len(groups) > 1:
            found.append(Heading(text=_subject(dossier, subject), level=3))
        for ask in groups[subject]:
            if ask.key in before:
                words = LAST_TIME.fill(answer=shown(ask, before[ask.key]))
                found.append(Words(text=words, tone="subtle"))
            for field in _fields(dossier, sheet, ask, known.get(ask.key), typed or {}):
                found.extend(
                    element(
                        field,
                        _value(field, known.get(ask.key), typed),
                        (wrong or {}).get(field.id),
                        folded=folded,
                    )
                )
    return tuple(found)


def element(
    field: Field, value: str, wrong: Text | None, *, folded: bool = False
) -> tuple[Element, ...]:
    """The input of one field, with what is wrong above it."""
    problem = (Problem(text=wrong),) if wrong else ()
    if field.options:
        choices = tuple((option.id, option.text) for option in field.options)
        wide = not folded and len(choices) <= WIDE and not field.several
        pick = Pick(
            id=field.id,
            label=field.text,
            choices=choices,
            value=value,
            several=field.several,
            wide=wide,
        )
        return (*problem, pick)
    write = Write(
        id=field.id,
        label=field.text,
        value=value,
        limit=field.limit,
        required=field.required,
    )
    return (*problem, write)


def _fields(
    dossier: Dossier, sheet: Sheet, ask: Ask, known: Answer | None, typed: Mapping[str, str]
) -> tuple[Field, ...]:
    """The answer itself, and what is already known or typed of its deeper fields."""
    value = typed.get(ask.key) or (known.value if known else None)
    deeper = deeper_fields(ask, dossier, sheet.org, value) if known or typed else ()
    filled = tuple(f for f in deeper if current(f, known) or f.id in typed)
    return (main_field(ask), *filled)


def _value(field: Field, known: Answer | None, typed: Mapping[str, str] | None) -> str:
    return typed[field.id] if typed and field.id in typed else current(field, known)


def _subject(dossier: Dossier, subject: str | None) -> Text:
    if subject is None:
        return IN_GENERAL
    return subject_title(dossier, subject)


def subject_title(dossier: Dossier, subject: str) -> Text:
    """`M11 Mobiele camera …` for measures, the title alone for the rest."""
    title = dossier.title(subject)
    measure = dossier.get(Measure, subject)
    return Text.verbatim(f"{subject} {title}" if measure else title)


def shown(ask: Ask, answer: Answer) -> Text:
    """An answer as people read it."""
    words: list[Text] = []
    kind = ask.question.kind
    if answer.value is not None and isinstance(kind, Choice):
        words.append(label_of(kind.options, answer.value))
    if answer.text:
        words.append(Text.verbatim(answer.text))
    words += [
        Text.verbatim(part if isinstance(part, str) else ", ".join(part))
        for part in answer.more.values()
    ]
    return Text(nl=" – ".join(word.nl for word in words), en=" – ".join(word.en for word in words))


def last_time(dossier: Dossier, sheet: Sheet) -> dict[str, Answer]:
    """What the organisation answered in the round before this one, by the key of the Ask."""
    earlier = sorted(
        (r for r in dossier.all(Round) if _before(r, sheet.round)),
        key=lambda r: (r.opened_at, r.number),
    )
    found: dict[str, Answer] = {}
    for round_ in earlier:
        found.update(answered(dossier, round_.key, sheet.org))
    return found


def _before(round_: Round, this: Round) -> bool:
    same = round_.step in (this.step, "previous")
    return same and round_.key != this.key and round_.opened_at <= this.opened_at
