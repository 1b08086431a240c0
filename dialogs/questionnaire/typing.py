"""One question at a time, by typing; the same answers as the cards."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs import phrases
from dialogs.checking.confirming import confirm_parts
from dialogs.questionnaire.confirming import confirm_known
from dialogs.questionnaire.core import to_confirm
from dialogs.questionnaire.course import finished, handed_in
from dialogs.questionnaire.held import clash_view, held_view
from dialogs.questionnaire.menu import menu_view
from dialogs.questionnaire.more import complete_view
from dialogs.questionnaire.putting import known_measure, put
from dialogs.questionnaire.remembering import remembered, table_of
from dialogs.questionnaire.saving import Saved, Submission, save
from dialogs.questionnaire.sheet import Sheet, sheet_of, with_colleagues
from dialogs.questionnaire.telling import told_of
from dialogs.turn import Reply, Said, Turn
from plan.answering import NOTHING, Field, current, deeper_fields, main_field, plain, typed
from plan.asking import answered
from plan.called_for import follow_ups
from plan.core import core, known_progress
from plan.dates import at_time
from plan.dossier import Dossier
from plan.question import Ask, InvalidAnswerError
from plan.records import Record, Round, Table, altered
from plan.standing import is_open
from plan.text import Text, joined

SKIP = {"sla over", "overslaan", "skip", "geen idee", "weet ik niet", "volgende"}
ALL_RIGHT = {"alles klopt", "all correct"}
RIGHT = {"klopt", "ja", "ja klopt", "correct", "right", "yes"}


def waiting(dossier: Dossier, said: Said) -> tuple[Sheet, Table, Field] | None:
    """The question that waits for this person's words, and whose answer it is."""
    table = table_of(dossier, said)
    round_ = dossier.get(Round, table.round)
    if not table.asked or round_ is None or not is_open(dossier, round_):
        return None
    sheet = sheet_of(dossier, round_, said.who, table.org)
    field = field_of(dossier, sheet, table.asked) if sheet else None
    return (sheet, table, field) if sheet and field else None


def too_late(dossier: Dossier, said: Said) -> Turn | None:
    """For words that answer a question of a round that has closed meanwhile."""
    table = table_of(dossier, said)
    if not table.asked:
        return None
    idle = altered(table, asked=None, typing="")
    return Turn(keep=(idle,), replies=(Reply(text=phrases.ROUND_CLOSED),))


def out_of_order(said: Said) -> Turn:
    """For words that were overtaken on their way: they were not meant for what is asked now."""
    return Turn(replies=(Reply(text=OVERTAKEN.fill(words=said.text)),))


def field_of(dossier: Dossier, sheet: Sheet, id: str) -> Field | None:  # noqa: A002
    """The field of that id among all that this sheet may ask."""
    known = answered(dossier, sheet.round.key, sheet.org)
    for ask in sheet.asks(dossier):
        if main_field(ask).id == id:
            return main_field(ask)
        answer = known.get(ask.key)
        for field in deeper_fields(ask, dossier, sheet.org, answer.value if answer else None):
            if field.id == id:
                return field
    return None


def resume(dossier: Dossier, sheet: Sheet, said: Said) -> Turn | None:
    """Where typing stopped, the next open question; None for who was not typing."""
    table = table_of(dossier, said)
    if not table.typing or (table.round, table.org) != (sheet.round.key, sheet.org):
        return None
    return _ask_next(dossier, sheet, said, table, ())


def put_away(dossier: Dossier, said: Said) -> tuple[Record, ...]:
    """Nothing waits for words any more: the speaker went on with a card."""
    table = table_of(dossier, said)
    return (altered(table, asked=None, typing=""),) if table.asked or table.typing else ()


def go_on_typing(dossier: Dossier, sheet: Sheet, said: Said, *, skipped: bool) -> Turn:
    """After a text that was held back was rewritten, or left out."""
    table = table_of(dossier, said)
    if skipped and table.asked:
        table = altered(table, skipped=(*table.skipped, table.asked))
    asked = said.card.about.get("asks", "") if said.card else ""
    return _ask_next(dossier, sheet, said, table, () if skipped else tuple(asked.split(",")))


def begin_typing(dossier: Dossier, sheet: Sheet, said: Said, which: str = "core") -> Turn:
    """Put the first open question on the table."""
    table = altered(
        table_of(dossier, said), typing=which, org=sheet.org, round=sheet.round.key, skipped=()
    )
    return _ask_next(dossier, sheet, said, table, ())


def answer(dossier: Dossier, said: Said, at_table: tuple[Sheet, Table, Field]) -> Turn:
    """Take the words as the answer to the question on the table, then ask the next."""
    sheet, _, field = at_table
    return remembered(dossier, said, sheet, field, _answer(dossier, said, at_table))


def _answer(dossier: Dossier, said: Said, at_table: tuple[Sheet, Table, Field]) -> Turn:
    sheet, table, field = at_table
    words = plain(said.text)
    if words in SKIP or (not field.options and words in NOTHING):
        skipped = altered(table, skipped=(*table.skipped, field.id))
        return _ask_next(dossier, sheet, said, skipped, ())
    if words in (*RIGHT, *ALL_RIGHT) and known_measure(dossier, field):
        return _as_known(dossier, said, at_table, everything=words in ALL_RIGHT)
    if words in ALL_RIGHT and sheet.sort == "check":
        return _all_right(dossier, sheet, said, table)
    try:
        raw = typed(field, said.text)
    except InvalidAnswerError as why:
        return Turn(replies=(Reply(text=joined([why.text, put(dossier, sheet, field)], "\n\n")),))
    return _kept(dossier, sheet, said, table, field, _saved(dossier, said, at_table, raw))


def _saved(dossier: Dossier, said: Said, at_table: tuple[Sheet, Table, Field], raw: str) -> Saved:
    """As from a card that was made when the question was put."""
    sheet, table, field = at_table
    typed_ = Submission(inputs={field.id: raw}, at=said.at, source="typed", seen=table.put_at)
    return save(dossier, sheet, [field.ask], typed_)


def _as_known(
    dossier: Dossier, said: Said, at_table: tuple[Sheet, Table, Field], *, everything: bool
) -> Turn:
    """The progress that was known is right, of this measure or of all that are still open."""
    sheet, table, field = at_table
    known = known_measure(dossier, field)
    measures = [*([known] if known else []), *(to_confirm(dossier, sheet) if everything else [])]
    kept = confirm_known(dossier, sheet, measures, said.at)
    after = dossier.plus(kept)
    if known and field.ask.key in answered(dossier, sheet.round.key, sheet.org):
        saved = _saved(after, said, at_table, known_progress(dossier, known) or "")
        return Turn(keep=kept) + _kept(after, sheet, said, table, field, saved)
    told = told_of(after, sheet, said, field)
    return Turn(keep=kept, replies=told) + _ask_next(after, sheet, said, table, (field.ask.key,))


def _all_right(dossier: Dossier, sheet: Sheet, said: Said, table: Table) -> Turn:
    """Every measure that is still open is right as it stands, and promised."""
    kept = confirm_parts(dossier, sheet, dossier.measures_with(sheet.org), said.at)
    told = phrases.SAVED_AT.fill(time=at_time(said.at))
    turn = Turn(keep=kept, replies=(Reply(text=told),))
    return turn + _ask_next(dossier.plus(kept), sheet, said, table, ())


def asked_again(dossier: Dossier, said: Said, why: Text) -> Text:
    """Why the words could not be taken, and the question on the table once more.

    In a channel no question is put.
    """
    at_table = waiting(dossier, said) if said.scope == "personal" else None
    if at_table is None:
        return why
    sheet, _, field = at_table
    return joined([why, put(dossier, sheet, field)], "\n\n")


def is_choice(field: Field, words: str) -> bool:
    """Whether the words are one of the options of this question."""
    if not field.options:
        return False
    try:
        typed(field, words)
    except InvalidAnswerError:
        return False
    return True


def _kept(
    dossier: Dossier, sheet: Sheet, said: Said, table: Table, field: Field, saved: Saved
) -> Turn:
    if saved.wrong:
        words = joined([*saved.wrong.values(), put(dossier, sheet, field)], "\n\n")
        return Turn(replies=(Reply(text=words),))
    if saved.held:
        view = held_view(sheet, saved.held, typed=True, seen=table.put_at)
        return Turn(replies=(Reply(view=view),))
    if saved.clashes:
        return Turn(replies=(Reply(view=clash_view(dossier, sheet, saved.clashes, typed=True)),))
    if not (saved.just or saved.drop or _stands(dossier, sheet, field)):
        return Turn(replies=(Reply(text=put(dossier, sheet, field)),))
    after = dossier.plus(saved.keep, saved.drop)
    told = told_of(after, sheet, said, field) if saved.keep else (Reply(text=STOOD),)
    turn = Turn(keep=saved.keep, drop=saved.drop, replies=told)
    return turn + _ask_next(after, sheet, said, table, (field.ask.key,))


STOOD = Text(nl="Zo stond het er al.", en="That is how it stood already.")


def _stands(dossier: Dossier, sheet: Sheet, field: Field) -> bool:
    """Whether the question on the table has an answer already."""
    known = answered(dossier, sheet.round.key, sheet.org).get(field.ask.key)
    return bool(current(field, known))


def _ask_next(
    dossier: Dossier, sheet: Sheet, said: Said, table: Table, just: tuple[str, ...]
) -> Turn:
    """The next open question, or the thanks when there is none."""
    for field in _open_fields(dossier, sheet, table, just):
        kept = altered(table, asked=field.id, put_at=said.at)
        return Turn(keep=(kept,), replies=(Reply(text=put(dossier, sheet, field)),))
    idle = altered(table, asked=None, typing="")
    answers = dossier.answers_in(sheet.round.key, sheet.org)
    done = finished(dossier, sheet, said.at)
    if not done and answers and not with_colleagues(dossier, sheet):
        done = handed_in(dossier, sheet, said.at)
    view = complete_view(dossier, sheet) if answers else menu_view(dossier, sheet)
    return Turn(keep=(idle, *done), replies=(Reply(view=view),))


def _open_fields(
    dossier: Dossier, sheet: Sheet, table: Table, just: tuple[str, ...]
) -> Iterator[Field]:
    """First what the last answer calls for, then the walk from its beginning."""
    known = answered(dossier, sheet.round.key, sheet.org)
    called_for = follow_ups(dossier, sheet.round.key, sheet.org, sheet.topics, just)
    asks = {ask.key: ask for ask in sheet.asks(dossier)}
    again = tuple(asks[key] for key in just if key in asks)
    for ask in (*again, *called_for, *walk(dossier, sheet, table)):
        found = known.get(ask.key)
        fields: tuple[Field, ...] = () if found else (main_field(ask),)
        if found and ask.key in just:
            deeper = deeper_fields(ask, dossier, sheet.org, found.value)
            fields = tuple(field for field in deeper if not current(field, found))
        yield from (field for field in fields if field.id not in table.skipped)


def walk(dossier: Dossier, sheet: Sheet, table: Table) -> tuple[Ask, ...]:
    """The questions in the order in which they are put."""
    if table.typing == "all":
        return sheet.asks(dossier)
    return core(dossier, sheet.round.key, sheet.org, sheet.topics)


def back(dossier: Dossier, said: Said) -> Turn | None:
    """The question before the one on the table, again; None when nothing is on the table."""
    at_table = waiting(dossier, said)
    if at_table is None:
        return None
    sheet, table, field = at_table
    key = _key_before(dossier, sheet, field, [ask.key for ask in walk(dossier, sheet, table)])
    before = field_of(dossier, sheet, key) if key else None
    if before is None:
        words = Text(nl="Dit is de eerste vraag.", en="This is the first question.")
        return Turn(replies=(Reply(text=joined([words, put(dossier, sheet, field)], "\n\n")),))
    kept = altered(table, asked=before.id, put_at=said.at)
    return Turn(keep=(kept,), replies=(Reply(text=put(dossier, sheet, before)),))


def _part_before(dossier: Dossier, sheet: Sheet, field: Field) -> str:
    """The part of the form before this one, or the question itself."""
    known = answered(dossier, sheet.round.key, sheet.org).get(field.ask.key)
    parts = deeper_fields(field.ask, dossier, sheet.org, known.value if known else None)
    ids = [field.ask.key, *(part.id for part in parts)]
    return ids[ids.index(field.id) - 1] if field.id in ids else field.ask.key


def _key_before(dossier: Dossier, sheet: Sheet, field: Field, keys: list[str]) -> str | None:
    """The question that called for this one, else the one before it; None at the first."""
    if field.part:
        return _part_before(dossier, sheet, field)
    if field.ask.key in keys:
        here = keys.index(field.ask.key)
        return keys[here - 1] if here else None
    known = answered(dossier, sheet.round.key, sheet.org)
    same = [key for key in keys if key in known and known[key].subject == field.ask.subject]
    return next(reversed(same or keys), None)


OVERTAKEN = Text(
    nl="Dit bericht kwam pas aan na een later bericht. Het hoorde bij een eerdere vraag en is "
    'niet bewaard: “{words}”. Typ "kaart" om die vraag na te kijken.',
    en="This message arrived after a later one. It belonged to an earlier question and was not "
    'kept: “{words}”. Type "card" to check that question.',
)
