"""The questions of the seven topics and of the bilateral check: whole, well-formed, and stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from plan.answering import main_field, plain, read, typed
from plan.content import counts
from plan.content.check import CHECK
from plan.content.topics import EVALUATION
from plan.core import DEEPER
from plan.question import Ask, Choice, Form, Free, InvalidAnswerError, Question, Topic
from plan.text import Text

SAMPLE = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
QUESTIONS = {q.id: q for topic in EVALUATION for q in topic.questions}
EVERY_QUESTION = [q for topic in (*EVALUATION, *CHECK) for q in topic.questions]
CHOICES = [q for q in EVERY_QUESTION if isinstance(q.kind, Choice)]

# The seven topics, in the words of CCV step 4.
CCV_TOPICS = (
    ("Veiligheidsontwikkelingen", "Veiligheidsontwikkelingen"),
    ("Ideeën over nieuwe prioriteiten", "Nieuwe prioriteiten"),
    ("Voortgang en effectiviteit eerder gekozen aanpak (maatregelen)", "Voortgang en effect"),
    ("Ideeën over aanvullende/nieuwe maatregelen (of afschaling aanpak)", "nieuwe maatregelen"),
    ("Voortgang en effectiviteit samenwerking partners, afspraken nakomen", "Samenwerking en"),
    ("Voortgang en effectiviteit sturing en regie", "Sturing en regie"),
    ("Effectiviteit van het gekozen format", "Werkt het gekozen format?"),
)
CORE = ["O1", "O2", "P1", "A1", "A2", "M1", "M2", "S2", "R1", "F2"]
PER = {
    "theme": ["O1", "O2", "O3", "S1", "S2", "S3"],
    "priority": ["P1"],
    "measure": ["A1", "A2", "A3", "M1"],
    "item": ["A4"],
    "meeting": ["R3"],
    "plan": ["O4", "P2", "P3", "M2", "M3", "S4", "R1", "R2", "R4", "F1", "F2", "F3"],
}
FIVE = ["1", "2", "3", "4", "5"]
STORED = {
    "O2": [*FIVE, "geen_zicht_op"],
    "O4": ["ja", "nee"],
    "P1": ["houden", "zwaarder", "lichter", "loslaten", "geen_mening"],
    "A1": ["niet_gestart", "achter", "op_schema", "afgerond", "gestopt", "niet_betrokken"],
    "A2": [*FIVE, "te_vroeg", "geen_zicht_op"],
    "A4": [*FIVE, "geen_zicht_op"],
    "M1": ["doorgaan", "versterken", "anders", "minder", "stoppen"],
    "S1": [*FIVE, "geen_zicht_op"],
    "S2": ["volledig", "grotendeels", "deels", "nauwelijks", "geen_zicht_op"],
    "R1": [*FIVE, "geen_zicht_op"],
    "R2": ["op_tijd", "te_laat", "niet", "was_niet_nodig"],
    "R3": ["houden", "minder_vaak", "samenvoegen", "stoppen", "niet_bij_betrokken"],
    "F1": ["nooit", "zelden", "enkele_keren", "maandelijks", "vaker"],
    "F2": [*FIVE, "geen_zicht_op"],
    "K1": ["klopt", "aanpassen", "niet_haalbaar"],
    "K2": ["ja", "ja_mits", "intern_akkoord_nodig", "nee"],
}
FORMS = {
    "P2": ["why", "instead_of"],
    "P3": ["items"],
    "M2": ["title", "item", "own_contribution", "costs", "chain_phase"],
    "S3": ["cause", "needed"],
    "F3": ["missing", "columns"],
}


def kinds(kind: type) -> list[str]:
    return [q.id for q in QUESTIONS.values() if isinstance(q.kind, kind)]


def choice(question: Question) -> Choice:
    assert isinstance(question.kind, Choice)
    return question.kind


def form(question: Question) -> Form:
    assert isinstance(question.kind, Form)
    return question.kind


def texts(question: Question) -> Iterator[Text]:
    yield question.text
    yield question.short
    if question.reason:
        yield question.reason.text
    if isinstance(question.kind, Choice):
        yield from (option.text for option in question.kind.options)
    if isinstance(question.kind, Form):
        yield from (part.text for part in question.kind.parts)


def sample_answers() -> list[dict[str, Any]]:
    file = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    responses = file["evaluation_round"]["responses"]
    return [answer for response in responses for answer in response["answers"]]


def test_there_are_seven_topics_those_of_the_ccv_in_its_order() -> None:
    assert [topic.number for topic in EVALUATION] == [1, 2, 3, 4, 5, 6, 7]
    for topic, (_, ours) in zip(EVALUATION, CCV_TOPICS, strict=True):
        assert ours in topic.title.nl


@pytest.mark.parametrize("topics", [EVALUATION, CHECK])
def test_ids_are_unique(topics: tuple[Topic, ...]) -> None:
    ids = [q.id for topic in topics for q in topic.questions]
    assert len(set(ids)) == len(ids)
    assert len({topic.id for topic in topics}) == len(topics)


def test_no_question_of_the_check_has_the_id_of_one_of_the_round() -> None:
    assert len({q.id for q in EVERY_QUESTION}) == len(EVERY_QUESTION)


def test_the_core_is_the_ten_questions_of_the_domain() -> None:
    assert [q.id for q in QUESTIONS.values() if q.core] == CORE
    assert set(DEEPER) <= set(CORE)


def test_every_question_is_asked_about_what_the_domain_says() -> None:
    found: dict[str, list[str]] = {}
    for question in QUESTIONS.values():
        found.setdefault(question.per, []).append(question.id)
    assert {per: sorted(ids) for per, ids in found.items()} == {
        per: sorted(ids) for per, ids in PER.items()
    }


def test_every_question_has_the_kind_of_answer_the_domain_says() -> None:
    assert set(kinds(Choice)) == set(STORED) - {"K1", "K2"}
    assert kinds(Free) == ["O1", "O3", "A3", "M3", "S4", "R4"]
    assert kinds(Form) == list(FORMS)


@pytest.mark.parametrize("question", CHOICES, ids=lambda q: q.id)
def test_what_is_stored_never_changes(question: Question) -> None:
    assert [option.id for option in choice(question).options] == STORED[question.id]


@pytest.mark.parametrize("id_", FORMS)
def test_a_form_has_the_fields_of_the_domain(id_: str) -> None:
    assert [part.id for part in form(QUESTIONS[id_]).parts] == FORMS[id_]


def test_what_is_proposed_or_left_undone_may_be_given_several_times() -> None:
    assert [id_ for id_ in FORMS if form(QUESTIONS[id_]).many] == ["P2", "M2", "S3"]


@pytest.mark.parametrize("question", CHOICES, ids=lambda q: q.id)
def test_only_points_on_a_scale_are_numbers_and_they_stand_in_order(question: Question) -> None:
    numbers = [option.id for option in choice(question).options if option.number]
    assert numbers in ([], FIVE)


@pytest.mark.parametrize("question", CHOICES, ids=lambda q: q.id)
def test_no_two_options_are_called_the_same(question: Question) -> None:
    for language in ("nl", "en"):
        options = choice(question).options
        labels = [plain(o.text.nl if language == "nl" else o.text.en) for o in options]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("question", CHOICES, ids=lambda q: q.id)
def test_every_option_can_be_typed_in_both_languages(question: Question) -> None:
    field = main_field(Ask(question=question))
    for option in choice(question).options:
        for label in (option.text.nl, option.text.en, option.id.replace("_", " ")):
            assert typed(field, label) == option.id


def test_the_developments_are_told_in_six_hundred_characters() -> None:
    field = main_field(Ask(question=QUESTIONS["O1"], subject="T1"))
    assert read(field, "x" * 600)
    with pytest.raises(InvalidAnswerError):
        read(field, "x" * 601)


def test_advice_to_change_lessen_or_stop_needs_a_reason() -> None:
    reason = QUESTIONS["M1"].reason
    assert reason
    assert reason.required
    assert reason.values == {"anders", "minder", "stoppen"}


@pytest.mark.parametrize("question", CHOICES, ids=lambda q: q.id)
def test_a_reason_is_asked_with_answers_that_exist(question: Question) -> None:
    if question.reason:
        assert question.reason.values <= set(STORED[question.id])


def test_only_the_explanation_waits_for_another_answer() -> None:
    waiting = [q.id for topic in EVALUATION for q in topic.questions if q.when]
    assert waiting == ["A3"]


@pytest.mark.parametrize("question", EVERY_QUESTION, ids=lambda q: q.id)
def test_every_word_is_there_in_both_languages(question: Question) -> None:
    for text in texts(question):
        assert text.nl.strip()
        assert text.en.strip()
        assert text.fields() == (frozenset(), frozenset())
        assert ("niet verplicht" in text.nl) == ("optional" in text.en)
    assert question.text.nl != question.text.en
    assert len(question.short.nl) <= 25


@pytest.mark.parametrize("question", EVERY_QUESTION, ids=lambda q: q.id)
def test_partners_are_spoken_to_politely(question: Question) -> None:
    for text in texts(question):
        words = set(plain(text.nl).replace("?", " ").replace(",", " ").split())
        assert not words & {"je", "jij", "jouw", "jullie"}


def test_every_answer_of_the_sample_is_to_a_question_and_one_of_its_options() -> None:
    answers = sample_answers()
    assert len(answers) > 100
    for given in answers:
        question = QUESTIONS[given["q"]]
        if "value" in given:
            field = main_field(Ask(question=question))
            assert read(field, str(given["value"])) == given["value"], given
        else:
            assert not isinstance(question.kind, Choice), given


def test_every_answer_of_the_sample_is_about_what_its_question_is_asked_of() -> None:
    about = {"theme": "theme", "priority": "theme", "measure": "measure", "meeting": "meeting"}
    for given in sample_answers():
        per = QUESTIONS[given["q"]].per
        assert per not in about or given.get(about[per]), given


def test_the_check_asks_about_the_own_parts_first_and_then_about_the_whole() -> None:
    own, whole = CHECK
    assert [(q.id, q.per) for q in own.questions] == [
        ("K1", "measure"),
        ("K2", "measure"),
        ("K3", "plan"),
    ]
    assert [(q.id, q.per) for q in whole.questions] == [("K4", "plan"), ("K5", "plan")]


def test_what_should_change_and_on_what_condition_is_asked_along() -> None:
    asked = {q.id: q.reason.values for q in EVERY_QUESTION if q.reason and q.id[0] == "K"}
    assert asked == {"K1": {"aanpassen", "niet_haalbaar"}, "K2": {"ja_mits", "nee"}}


def test_every_counted_thing_has_a_word_for_one_and_for_many() -> None:
    pairs = [pair for pair in vars(counts).values() if isinstance(pair, tuple)]
    assert len(pairs) >= 8
    for one, many in pairs:
        assert one.nl != many.nl
        assert one.en != many.en
