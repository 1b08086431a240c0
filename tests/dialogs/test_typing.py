"""One question at a time by typing: the same answers, and a way on from everywhere."""

from dataclasses import replace

import pytest

from dialogs.questionnaire.core import core_view
from dialogs.questionnaire.measures import measures_view
from dialogs.questionnaire.sheet import open_sheet
from dialogs.questionnaire.typing import asked_again
from plan.records import Submission
from plan.text import Text
from tests.dialogs.talk import ASKED, ELS, RUUD, Talk, view_of, words

ALL = (
    ("O1/T1", "Meer vernieling"),
    ("O1/T2", "sla over"),
    ("O2/T1", "2"),
    ("O2/T2", "gelijk"),
    ("P1/T1", "zwaader"),
    ("A1/M01", "klopt"),
    ("A1/M02", "afgerond"),
    ("A2/M02", "te vroeg"),
    ("M1/M02", "2"),
    ("M2", "geen"),
    ("S2/T1", "Deels"),
    ("S2/T2", "geen zicht op"),
    ("R1", "4"),
    ("F2", "5 – direct"),
)


def begun() -> Talk:
    talk = Talk()
    talk.say(RUUD, "vraag voor vraag")
    return talk


def test_the_whole_core_can_be_typed() -> None:
    talk = begun()
    for question, answer in ALL:
        assert talk.table().asked == question
        turn = talk.say(RUUD, answer)
        skipped = answer in ("sla over", "geen")
        assert words(turn).startswith("Opgeslagen, 09.") is not skipped
    assert "Bedankt, uw antwoorden zijn binnen" in words(turn)
    assert talk.dossier.get(Submission, "evaluation-1/POL")
    assert talk.table().asked is None
    kept = talk.answers()
    assert kept["P1/T1"] == "zwaarder"
    assert kept["O2/T2"] == 3
    assert kept["A2/M02"] == "te_vroeg"
    assert kept["F2"] == 5


def test_what_cannot_be_taken_gets_the_question_again_but_not_in_a_channel() -> None:
    talk = begun()
    why = Text.verbatim("Te lang.")
    said = talk.said(RUUD, text="x")
    assert asked_again(talk.dossier, said, why).nl.startswith("Te lang.\n\nVraag 1 van ")
    assert asked_again(talk.dossier, replace(said, scope="channel"), why) == why
    assert asked_again(talk.dossier, talk.said(ELS, text="x"), why) == why


def test_what_is_no_answer_is_said_and_the_question_comes_again() -> None:
    talk = begun()
    talk.say(RUUD, "sla over")
    talk.say(RUUD, "sla over")
    for nonsense in ("7", "6", "0", "heel erg veel beter dan eerst", "drie komma vijf"):
        said = words(talk.say(RUUD, nonsense))
        assert said.startswith("Dat is geen van de antwoorden.")
        assert "Hoe is de situatie op dit thema" in said
    assert talk.answers() == {}


def test_a_text_that_is_too_long_is_refused_with_what_fits() -> None:
    talk = begun()
    said = words(talk.say(RUUD, "lang " * 2000))
    assert said.startswith("Dit zijn 9.999 tekens; er passen er hoogstens 600.")
    assert "Welke ontwikkeling" in said
    assert talk.answers() == {}


def test_back_goes_to_the_question_before_with_its_answer() -> None:
    talk = begun()
    talk.say(RUUD, "Meer vernieling")
    talk.say(RUUD, "Drugs op het plein")
    said = words(talk.say(RUUD, "terug"))
    assert "Uw antwoord tot nu toe: Drugs op het plein" in said
    talk.say(RUUD, "terug")
    assert words(talk.say(RUUD, "terug")).startswith("Dit is de eerste vraag.")
    talk.say(RUUD, "Minder vernieling")
    assert talk.answers()["O1/T1"] == "Minder vernieling"


def test_back_from_a_follow_up_goes_to_what_called_for_it() -> None:
    talk = begun()
    for _, answer in ALL[:5]:
        talk.say(RUUD, answer)
    talk.say(RUUD, "achter")
    assert talk.table().asked == "A3/M01"
    talk.say(RUUD, "terug")
    assert talk.table().asked == "A1/M01"


def test_all_correct_confirms_every_measure_at_once() -> None:
    talk = begun()
    for _, answer in ALL[:5]:
        talk.say(RUUD, answer)
    talk.say(RUUD, "alles klopt")
    sources = {a.subject: a.source for a in talk.dossier.answers_in(ASKED.key, "POL")}
    assert sources["M01"] == sources["M02"] == "confirmed"
    assert talk.table().asked == "M2"


def test_a_proposal_is_asked_further_and_each_field_has_its_own_receipt() -> None:
    talk = begun()
    for _, answer in ALL[:5]:
        talk.say(RUUD, answer)
    talk.say(RUUD, "alles klopt")
    talk.say(RUUD, "Meer licht in het park")
    assert "Licht" in words(talk.say(RUUD, "Licht")).partition("\n")[0]
    assert "T1.1 Minder overlast" in words(talk.say(RUUD, "1")).partition("\n")[0]


def test_switching_half_way_loses_nothing_and_words_go_nowhere_by_mistake() -> None:
    talk = begun()
    talk.say(RUUD, "Meer vernieling")
    card = view_of(talk.say(RUUD, "kaart"))
    talk.press(RUUD, card, "save_known", {})
    talk.say(RUUD, "vraag voor vraag")
    asked = talk.table().asked
    assert asked is not None
    sheet = open_sheet(talk.dossier, talk.said(RUUD).who)
    assert sheet
    talk.press(RUUD, core_view(talk.dossier, sheet), "save", {"R1": "4"})
    before = talk.answers()
    assert "begrijp ik niet" in words(talk.say(RUUD, "bedankt en tot ziens"))
    assert talk.answers() == before
    assert before["O1/T1"] == "Meer vernieling"
    assert before["R1"] == 4


@pytest.mark.parametrize("word", ["status", "help", "privacy", "openstaand"])
def test_the_question_stays_on_the_table_whatever_is_asked_in_between(word: str) -> None:
    talk = begun()
    talk.say(RUUD, word)
    talk.say(RUUD, "Meer vernieling")
    assert talk.answers() == {"O1/T1": "Meer vernieling"}


def at_first_topic() -> Talk:
    """Ruud types; the first theme is asked, and Els answers it meanwhile on her card."""
    talk = begun()
    talk.say(RUUD, "sla over")
    talk.say(RUUD, "sla over")
    assert talk.table().asked == "O2/T1"
    els = open_sheet(talk.dossier, talk.said(ELS).who)
    assert els
    talk.press(ELS, core_view(talk.dossier, els), "save", {"O2/T1": "2", "O1/T1": "Vernieling"})
    return talk


def test_a_typed_answer_after_that_of_a_colleague_asks_which_one_counts() -> None:
    talk = at_first_topic()
    turn = talk.say(RUUD, "4")
    assert talk.answers()["O2/T1"] == 2
    assert "Twee antwoorden op dezelfde vraag" in words(turn)
    assert "Opgeslagen" not in words(turn)
    card = view_of(turn)
    turn = talk.press(RUUD, card, "save", {"O2/T1": "4"})
    assert talk.answers()["O2/T1"] == 4
    assert talk.table().asked == "O2/T2"


def test_leaving_the_answer_of_the_colleague_goes_on_with_the_next_question() -> None:
    talk = at_first_topic()
    turn = talk.press(RUUD, view_of(talk.say(RUUD, "4")), "save", {"O2/T1": "2"})
    assert talk.answers()["O2/T1"] == 2
    assert talk.table().asked == "O2/T2"
    assert "Opgeslagen" not in words(turn)


def test_the_same_typed_answer_is_not_said_to_be_saved_twice() -> None:
    talk = at_first_topic()
    assert words(talk.say(RUUD, "2")).startswith("Zo stond het er al")


def test_who_goes_back_sees_the_answer_and_may_replace_it() -> None:
    talk = at_first_topic()
    talk.press(RUUD, view_of(talk.say(RUUD, "4")), "save", {"O2/T1": "2"})
    talk.say(RUUD, "terug")
    assert "Opgeslagen" in words(talk.say(RUUD, "4"))
    assert talk.answers()["O2/T1"] == 4


def test_a_text_that_was_held_back_does_not_replace_what_a_colleague_wrote() -> None:
    talk = begun()
    assert talk.table().asked == "O1/T1"
    els = open_sheet(talk.dossier, talk.said(ELS).who)
    assert els
    talk.press(ELS, core_view(talk.dossier, els), "save", {"O1/T1": "Vernieling"})
    held = view_of(talk.say(RUUD, "Bel 06-12345678"))
    turn = talk.press(RUUD, held, "save", {"O1/T1": "Bel de wijkagent"})
    assert talk.answers()["O1/T1"] == "Vernieling"
    assert "Twee antwoorden op dezelfde vraag" in words(turn)
    talk.press(RUUD, view_of(turn), "save", {"O1/T1": "Bel de wijkagent"})
    assert talk.answers()["O1/T1"] == "Bel de wijkagent"


def test_what_is_right_as_known_is_not_said_to_be_kept_over_another_answer() -> None:
    talk = begun()
    for answer in ("x", "x", "2", "2", "houden"):
        talk.say(RUUD, answer)
    assert talk.table().asked == "A1/M01"
    els = open_sheet(talk.dossier, talk.said(ELS).who)
    assert els
    card = measures_view(talk.dossier, els, "T1")
    talk.press(ELS, card, "save", {"A1/M01": "gestopt"})
    turn = talk.say(RUUD, "klopt")
    assert talk.answers()["A1/M01"] == "gestopt"
    assert "Twee antwoorden op dezelfde vraag" in words(turn)


def test_going_back_shows_a_later_answer_so_that_it_may_be_replaced() -> None:
    talk = begun()
    talk.say(RUUD, "Meer vernieling")
    els = open_sheet(talk.dossier, talk.said(ELS).who)
    assert els
    talk.press(ELS, core_view(talk.dossier, els), "save", {"O1/T1": "Minder vernieling"})
    assert "Minder vernieling" in words(talk.say(RUUD, "terug"))
    assert "Opgeslagen" in words(talk.say(RUUD, "Evenveel vernieling"))
    assert talk.answers()["O1/T1"] == "Evenveel vernieling"
