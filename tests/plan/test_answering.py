"""From what was filled in or typed to a value that can be kept, or a clear refusal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.answering import (
    CHAIN,
    Field,
    clean,
    current,
    deeper_fields,
    main_field,
    plain,
    read,
    typed,
)
from plan.dossier import Dossier
from plan.question import Ask, InvalidAnswerError, Option, Reason
from plan.records import Answer, PlanFormat
from plan.text import Text
from tests.plan.tiny import (
    answer,
    choice,
    dossier,
    form,
    free,
    item,
    measure,
    part,
    question,
    scale,
    theme,
)

ADVICE = question(
    "M1",
    choice("doorgaan", "versterken", "anders", "minder", "stoppen"),
    per="measure",
    reason=Reason(text=Text(nl="Waarom?", en="Why?"), values=frozenset({"stoppen"}), limit=9),
)
PROGRESS = main_field(
    Ask(question=question("A1", choice("niet_gestart", "achter", "op_schema", "niet_betrokken")))
)
ONE_TO_FIVE = main_field(Ask(question=question("A2", scale())))
WORDS = main_field(Ask(question=question("O1", free(limit=20))))
PROPOSAL = question(
    "M2",
    form(
        part("title", required=True, limit=10),
        part("item", of="item"),
        part("items", of="items"),
        part("columns", of="columns"),
        part("chain_phase", of="chain_phase"),
    ),
)


def town(**more: object) -> Dossier:
    return dossier(
        theme("T1"),
        theme("T2"),
        item("T1.1"),
        item("T1.10"),
        item("T2.1"),
        measure("M1", "POL"),
        **more,
    )


def proposal_fields(known: Dossier, org: str) -> dict[str, Field]:
    return {field.part: field for field in deeper_fields(Ask(question=PROPOSAL), known, org)}


def labelled(**labels: str) -> Field:
    options = tuple(Option(id=id_, text=Text.verbatim(label)) for id_, label in labels.items())
    return Field(id="X", ask=Ask(question=ADVICE), text=ADVICE.text, options=options)


def meant(field: Field, words: str) -> object:
    return read(field, typed(field, words))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3", "op_schema"),
        (" 3. ", "op_schema"),
        ("op_schema", "op_schema"),
        ("Op schema", "op_schema"),
        ("OP  SCHEMA!", "op_schema"),
        ("in english: op schema", "op_schema"),
        ("op", "op_schema"),
        ("acht", "achter"),
        ("achtr", "achter"),
        ("op shcema", "op_schema"),
        ("niet gestrat", "niet_gestart"),
        ("niet b", "niet_betrokken"),
    ],
)
def test_an_option_is_known_by_number_id_label_beginning_or_a_near_miss(
    words: str, value: str
) -> None:
    assert meant(PROGRESS, words) == value


@pytest.mark.parametrize("words", ["niet", "0", "5", "-1", "", "?", "hallo", "weet ik niet"])
def test_what_is_none_of_the_options_or_could_be_two_is_refused(words: str) -> None:
    with pytest.raises(InvalidAnswerError) as refused:
        typed(PROGRESS, words)
    assert "lijst" in refused.value.text.nl


def test_a_beginning_of_two_options_is_refused_however_near_one_of_them_is() -> None:
    with pytest.raises(InvalidAnswerError):
        typed(labelled(a="Samen A", b="Samen B"), "samen")


def test_a_typing_error_between_two_options_is_refused() -> None:
    with pytest.raises(InvalidAnswerError):
        typed(labelled(minder="Minder", anders="Ander"), "mander")


def test_a_beginning_that_is_itself_an_option_is_that_option() -> None:
    yes = labelled(ja="Ja", ja_mits="Ja, mits")
    assert [meant(yes, words) for words in ("ja", "ja,", "ja, mits", "ja mits")] == [
        "ja",
        "ja",
        "ja_mits",
        "ja_mits",
    ]


def test_accents_do_not_matter() -> None:
    assert meant(labelled(a="Eén keer", b="Vaker"), "een keer") == "a"


@pytest.mark.parametrize("point", [1, 2, 3, 4, 5])
def test_a_number_on_a_scale_is_the_point_and_not_the_place_in_the_list(point: int) -> None:
    back_to_front = Field(
        id="A2",
        ask=ONE_TO_FIVE.ask,
        text=ONE_TO_FIVE.text,
        options=tuple(reversed(ONE_TO_FIVE.options)),
    )
    assert meant(ONE_TO_FIVE, str(point)) == point
    assert meant(back_to_front, str(point)) == point


@pytest.mark.parametrize("words", ["geen zicht op", "Geen zicht", "geen"])
def test_having_no_view_of_it_is_an_answer_in_words(words: str) -> None:
    assert meant(ONE_TO_FIVE, words) == "geen_zicht_op"


@pytest.mark.parametrize("number", ["0", "6", "7", "3,5"])
def test_a_number_off_the_scale_is_never_its_place_in_the_list(number: str) -> None:
    with pytest.raises(InvalidAnswerError):
        typed(ONE_TO_FIVE, number)


def test_the_words_of_a_point_on_a_scale_are_known() -> None:
    field = Field(
        id="O2",
        ask=ONE_TO_FIVE.ask,
        text=ONE_TO_FIVE.text,
        options=(
            Option(id="1", number=True, text=Text(nl="1 – veel slechter", en="1 – much worse")),
            Option(id="5", number=True, text=Text(nl="5 – veel beter", en="5 – much better")),
        ),
    )
    assert [meant(field, w) for w in ("veel slechter", "much better", "1 – veel slechter")] == [
        1,
        5,
        1,
    ]
    with pytest.raises(InvalidAnswerError):
        typed(field, "veel")


@pytest.mark.parametrize("field", [PROGRESS, ONE_TO_FIVE])
def test_what_is_chosen_on_a_card_comes_back_as_it_stood_on_the_wire(field: Field) -> None:
    for option in field.options:
        value = read(field, option.id)
        assert isinstance(value, str | int)
        assert isinstance(value, int) is option.number
        known = answer("POL", field.ask.question.id, value)
        assert current(field, known) == option.id
        assert typed(field, option.id) == option.id


@pytest.mark.parametrize("raw", ["Op schema", "OP_SCHEMA", "9", "op_schema,achter"])
def test_a_card_gives_ids_and_nothing_else_passes(raw: str) -> None:
    with pytest.raises(InvalidAnswerError):
        read(PROGRESS, raw)


@pytest.mark.parametrize("raw", ["", "   ", "\n\t", "\u200b\ufeff", "\x00"])
@pytest.mark.parametrize("field", [PROGRESS, WORDS])
def test_nothing_visible_is_no_answer(field: Field, raw: str) -> None:
    assert read(field, raw) is None


def test_a_text_may_be_as_long_as_its_limit_and_is_told_when_it_is_longer() -> None:
    assert read(WORDS, "é" * 20) == "é" * 20
    with pytest.raises(InvalidAnswerError) as refused:
        read(WORDS, "x" * 21)
    assert "21" in refused.value.text.nl
    assert "20" in refused.value.text.en


def test_free_words_are_taken_as_they_are_even_where_they_are_a_number() -> None:
    assert meant(WORDS, "3") == "3"


def test_the_reason_comes_only_with_the_answer_that_calls_for_it() -> None:
    ask = Ask(question=ADVICE, subject="M1")
    (reason,) = deeper_fields(ask, dossier(), "POL", "stoppen")
    assert (reason.id, reason.part, reason.required) == ("M1.text/M1", "text", True)
    assert deeper_fields(ask, dossier(), "POL", "doorgaan") == ()
    assert deeper_fields(ask, dossier(), "POL") == ()
    with pytest.raises(InvalidAnswerError):
        read(reason, "tien tekens")


def test_the_second_time_a_form_is_given_has_inputs_of_its_own() -> None:
    first, second = (Ask(question=PROPOSAL, number=n) for n in (1, 2))
    ids = [{f.id for f in deeper_fields(ask, town(), "POL")} for ask in (first, second)]
    assert not ids[0] & ids[1]


def test_an_item_is_chosen_from_the_own_themes() -> None:
    fields = proposal_fields(town(), "POL")
    assert [o.id for o in fields["item"].options] == ["T1.1", "T1.10"]
    assert [o.id for o in fields["items"].options] == ["T1", "T1.1", "T1.10"]


def test_a_partner_without_measures_chooses_from_all_items() -> None:
    assert [o.id for o in proposal_fields(town(), "RIEC")["item"].options] == [
        "T1.1",
        "T1.10",
        "T2.1",
    ]


def test_an_item_is_typed_by_its_code_also_when_another_code_begins_with_it() -> None:
    field = proposal_fields(town(), "POL")["item"]
    codes = ("T1.1", "t1.1", "t1.10")
    assert [meant(field, code) for code in codes] == ["T1.1", "T1.1", "T1.10"]


def test_several_may_be_chosen_each_once() -> None:
    field = proposal_fields(town(), "POL")["items"]
    assert meant(field, "T1.1, t1 thema t1,1") == ("T1.1", "T1")
    assert read(field, "T1.1,T1") == ("T1.1", "T1")
    with pytest.raises(InvalidAnswerError):
        read(field, "T1.1,T9")


def test_a_part_without_anything_to_choose_from_is_not_asked() -> None:
    assert set(proposal_fields(dossier(), "POL")) == {"title", "chain_phase"}
    columns = PlanFormat(columns=("code", "trekker"))
    field = proposal_fields(town(format=columns), "POL")["columns"]
    assert [o.id for o in field.options] == ["code", "trekker"]


def test_the_links_of_the_safety_chain_stand_in_their_order() -> None:
    assert [option.id for option in CHAIN] == [
        "proactie",
        "preventie",
        "preparatie",
        "repressie",
        "nazorg",
    ]


def test_what_is_known_stands_in_its_own_field() -> None:
    ask = Ask(question=PROPOSAL)
    fields = proposal_fields(town(), "POL")
    known = answer("POL", "M2", text="Meer licht", more={"title": "Licht", "items": ("T1", "T2")})
    shown = [current(f, known) for f in (main_field(ask), fields["title"], fields["items"])]
    assert shown == ["Meer licht", "Licht", "T1,T2"]
    assert current(fields["item"], known) == ""
    assert current(main_field(ask), None) == ""


def test_the_reason_that_was_given_stands_with_the_reason() -> None:
    ask = Ask(question=ADVICE, subject="M1")
    known: Answer = answer("POL", "M1", "stoppen", "M1", text="Te duur.")
    (reason,) = deeper_fields(ask, dossier(), "POL", known.value)
    assert current(reason, known) == "Te duur."
    assert current(main_field(ask), known) == "stoppen"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\x00b\x1bc\x7f", "abc"),
        ("links\u202erechts\u2066x\u2069", "linksrechtsx"),
        ("nul\u200bbreed\u200d\ufeff\u2060\u00ad", "nulbreed"),
        ("\ud83d half", "half"),
        ("\ue000eigen\uffff", "eigen"),
        ("  regel één\r\nregel twee\t!  \n", "regel één\nregel twee\t!"),
        ("a\rb\x0bc\x0cd\u2028e\u2029f\x85g", "a\nb\nc\nd\ne\nf\ng"),
        ("e\u200b\u0301", "é"),
        (
            "\U0001f469\u200d\U0001f692 en \U0001f6e1\ufe0f",
            "\U0001f469\u200d\U0001f692 en \U0001f6e1\ufe0f",
        ),
        ("nieuwer \U0001fae8", "nieuwer \U0001fae8"),
        ("wĳk 🙂 <b>#", "wĳk 🙂 <b>#"),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_what_can_is_kept(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(st.text(st.characters()))
def test_what_was_cleaned_is_clean(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once == once.strip()
    assert unicodedata.is_normalized("NFC", once)
    strange = {"Cc", "Cf", "Cs", "Co"}
    joiner = "\u200d"  # Between two pictures it makes one of them.
    assert not [c for c in once if c not in "\n\t" + joiner and unicodedata.category(c) in strange]


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_words_are_not_touched_but_for_their_edges(raw: str) -> None:
    assert clean(raw) == raw.strip()


@given(st.text())
def test_whatever_is_typed_is_an_option_or_refused(words: str) -> None:
    for field in (PROGRESS, ONE_TO_FIVE):
        try:
            chosen = typed(field, words)
        except InvalidAnswerError:
            continue
        assert chosen in {option.id for option in field.options}


@given(st.sampled_from(PROGRESS.options), st.sampled_from(["nl", "en"]), st.booleans())
def test_a_label_in_either_language_is_its_option(
    option: Option, language: str, shouted: bool
) -> None:
    label = option.text.nl if language == "nl" else option.text.en
    assert typed(PROGRESS, label.upper() if shouted else label) == option.id


def test_comparing_leaves_out_case_accents_and_the_punctuation_around() -> None:
    assert plain("  «Één»  keer?! ") == "«een» keer"
    assert plain("?!") == ""
