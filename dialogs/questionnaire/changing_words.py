"""A message that was said before is edited, deleted or put back: the answer follows, or asks."""

from __future__ import annotations

from dialogs.questionnaire import typing
from dialogs.questionnaire.changed_phrases import (
    AGAIN,
    CLOSED,
    DELETE_TOO,
    LEAVE,
    NOT_YET,
    STANDS,
    STAYS,
    STAYS_SO,
    STILL_THERE,
    TAKE_BACK,
    TAKEN_BACK,
    UNCHANGED,
)
from dialogs.questionnaire.held import clash_view, held_view
from dialogs.questionnaire.remembering import answered_by, remembered
from dialogs.questionnaire.saving import Submission, save
from dialogs.questionnaire.sheet import Sheet, sheet_of
from dialogs.questionnaire.telling import shown_value, told_of
from dialogs.recognising import find
from dialogs.turn import Reply, Said, Turn
from dialogs.view import Button, View, Words
from plan.answering import NOTHING, Field, current, deeper_fields, plain, typed
from plan.asking import answered
from plan.dossier import Dossier
from plan.question import InvalidAnswerError
from plan.records import Answer, Round, Typed
from plan.standing import is_open
from plan.text import Text, joined

DELETED = "typed.deleted"


def hear(dossier: Dossier, said: Said) -> Turn:
    """Nothing is ever taken back by deleting a message alone: that is asked."""
    found = answered_by(dossier, said) if dossier else None
    if found is None:
        return _not_an_answer(dossier, said)
    at_table = _as_then(dossier, said, found)
    if at_table is None:
        return _says(CLOSED)
    if said.changed == "deleted":
        return _ask(dossier, at_table, said)
    stands = bool(current(at_table[1], _known(dossier, *at_table)))
    if said.changed == "restored" and (stands or not said.text):
        return _says(STANDS if stands else AGAIN)
    return _edited(dossier, said, at_table, found)


def _not_an_answer(dossier: Dossier, said: Said) -> Turn:
    """A deleted command has nothing to take back; who once typed answers may think it has."""
    if said.changed == "edited":
        return _says(UNCHANGED)
    mine = (a for a in dossier.all(Answer) if a.by == said.who.key and a.source == "typed")
    open_ = {r.key for r in dossier.all(Round) if is_open(dossier, r)}
    return _says(STAYS) if any(a.round in open_ for a in mine) else Turn()


def _as_then(dossier: Dossier, said: Said, found: Typed) -> tuple[Sheet, Field] | None:
    """What it answered, while that can still be answered."""
    round_ = dossier.get(Round, found.round)
    if round_ is None or not is_open(dossier, round_):
        return None
    sheet = sheet_of(dossier, round_, said.who, found.org)
    field = typing.field_of(dossier, sheet, found.field) if sheet else None
    return (sheet, field) if sheet and field else None


def _known(dossier: Dossier, sheet: Sheet, field: Field) -> Answer | None:
    return answered(dossier, sheet.round.key, sheet.org).get(field.ask.key)


def _edited(dossier: Dossier, said: Said, at_table: tuple[Sheet, Field], found: Typed) -> Turn:
    """As if it had been typed so at first; the question on the table is the next all the same."""
    sheet, field = at_table
    waits = typing.waiting(dossier, said)
    if waits and waits[2].id == field.id and waits[0].round.key == sheet.round.key:
        return typing.answer(dossier, said, waits)
    if plain(said.text) in (*typing.SKIP, *NOTHING) or find(said.text):
        return _says(UNCHANGED)
    try:
        raw = typed(field, said.text)
    except InvalidAnswerError as why:
        return Turn(replies=(Reply(text=joined([why.text, STAYS_SO], " ")),))
    given = Submission(inputs={field.id: raw}, at=said.at, source="typed", seen=found.at)
    saved = save(dossier, sheet, [field.ask], given)
    if saved.wrong:
        return Turn(replies=(Reply(text=joined([*saved.wrong.values(), STAYS_SO], " ")),))
    if saved.held:
        return Turn(replies=(Reply(view=held_view(sheet, saved.held, seen=found.at)),))
    if saved.clashes:
        return Turn(replies=(Reply(view=clash_view(dossier, sheet, saved.clashes)),))
    if not saved.keep:
        return _says(typing.STOOD)
    after = dossier.plus(saved.keep, saved.drop)
    told = told_of(after, sheet, said, field)
    turn = Turn(keep=saved.keep, drop=saved.drop, replies=told)
    return remembered(after, said, sheet, field, turn)


def _ask(dossier: Dossier, at_table: tuple[Sheet, Field], said: Said) -> Turn:
    """Whether the answer goes too."""
    sheet, field = at_table
    known = _known(dossier, sheet, field)
    if known is None or not current(field, known):
        return Turn()
    words = joined([field.text, shown_value(field, known)], ": ")
    return Turn(
        replies=(
            Reply(
                view=View(
                    title=DELETE_TOO,
                    elements=(Words(text=words), Words(text=STILL_THERE, tone="subtle")),
                    buttons=(
                        Button(verb="leave", label=LEAVE, primary=True),
                        Button(verb="take_back", label=TAKE_BACK),
                    ),
                    dialog=DELETED,
                    about={**sheet.about, "field": field.id},
                )
            ),
        )
    )


def pressed(dossier: Dossier, said: Said) -> Turn:
    """Whether the answer goes with its message."""
    about = said.card.about if said.card else {}
    round_ = dossier.get(Round, about.get("round"))
    sheet = sheet_of(dossier, round_, said.who, about.get("org")) if round_ else None
    field = typing.field_of(dossier, sheet, about.get("field", "")) if sheet else None
    if round_ is None or not is_open(dossier, round_) or sheet is None or field is None:
        return Turn(instead=View(title=CLOSED))
    if said.verb != "take_back":
        return Turn(instead=View(title=STANDS))
    given = dict.fromkeys(_parts(dossier, sheet, field), "")
    issued = said.card.issued_at if said.card else None
    taken = Submission(inputs=given, at=said.at, source="typed", seen=issued)
    saved = save(dossier, sheet, [field.ask], taken)
    if saved.clashes:
        view = clash_view(dossier, sheet, saved.clashes)
        return Turn(instead=View(title=NOT_YET), replies=(Reply(view=view),))
    return Turn(keep=saved.keep, drop=saved.drop, instead=View(title=TAKEN_BACK))


def _parts(dossier: Dossier, sheet: Sheet, field: Field) -> tuple[str, ...]:
    """The fields that go: with a question all that it called for."""
    if field.part:
        return (field.id,)
    known = _known(dossier, sheet, field)
    deeper = deeper_fields(field.ask, dossier, sheet.org, known.value if known else None)
    return tuple(one.id for one in (field, *deeper) if current(one, known))


def _says(text: Text) -> Turn:
    return Turn(replies=(Reply(text=text),))
