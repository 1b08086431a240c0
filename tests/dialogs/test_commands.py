"""Words that always work, in any state, and what is never taken for one."""

from collections.abc import Callable

import pytest

from dialogs.commands import COMMANDS
from plan.dossier import Dossier
from plan.records import Closed, Round, Submission, altered
from tests.dialogs.talk import CO, MIRA, MONDAY, RUUD, Talk, view_of, words


def no_plan(talk: Talk) -> None:
    talk.dossier = Dossier()


def quiet(talk: Talk) -> None:
    """No question on the table."""


def choice(talk: Talk) -> None:
    talk.say(RUUD, "vraag voor vraag")
    talk.say(RUUD, "sla over")
    talk.say(RUUD, "sla over")
    assert talk.table().asked == "O2/T1"


def text(talk: Talk) -> None:
    talk.say(RUUD, "vraag voor vraag")
    assert talk.table().asked == "O1/T1"


def behalf(talk: Talk) -> None:
    talk.say(CO, "namens Welzijn")
    talk.say(CO, "vraag voor vraag")
    assert talk.table(CO).org == "WEL"


def closed(talk: Talk) -> None:
    text(talk)
    talk.dossier = talk.dossier.plus([Closed(key="evaluation/1", step="evaluation", at=talk.at)])


def not_asked(talk: Talk) -> None:
    (round_,) = talk.dossier.all(Round)
    talk.dossier = talk.dossier.plus((), [round_])


STATES = (no_plan, quiet, choice, text, behalf, closed, not_asked)
WORDS = sorted({word for command in COMMANDS for word in command.words})


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", [RUUD, CO, MIRA])
def test_every_word_gets_an_answer_in_every_state(who: str, state: Callable[[Talk], None]) -> None:
    for word in WORDS:
        talk = Talk()
        state(talk)
        for language in ("nl", "en"):
            talk.language = language
            turn = talk.say(who, word)
            papers = [reply for reply in turn.replies if reply.paper]
            assert papers or words(turn).strip(), word


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "greeting", ["hallo", "Hallo!", "goedemorgen allemaal", "Hoi bot", "hi there", "Dag."]
)
def test_a_greeting_is_not_an_answer(state: Callable[[Talk], None], greeting: str) -> None:
    talk = Talk()
    state(talk)
    who = CO if state is behalf else RUUD
    before = talk.answers("WEL") | talk.answers("POL")
    turn = talk.say(who, greeting)
    assert words(turn).startswith(("Dag Ruud.", "Dag Sanne.", "Dag Iemand."))
    assert talk.answers("WEL") | talk.answers("POL") == before


def test_a_greeting_puts_the_question_on_the_table_again() -> None:
    talk = Talk()
    asked = words(talk.say(RUUD, "vraag voor vraag"))
    assert asked in words(talk.say(RUUD, "hallo"))


@pytest.mark.parametrize(
    "words_",
    [
        "Plan van aanpak ontbreekt",
        "Language is a barrier in this area",
        "For young people there is nothing to do",
        "Taal is een drempel bij meldingen",
        "Vragen van bewoners over afval",
        "Dag en nacht overlast bij het station",
        "Mijn collega in de wijk ziet meer vernieling",
        "Namens bewoners horen wij meer klachten",
    ],
)
def test_a_sentence_that_begins_with_a_command_is_an_answer(words_: str) -> None:
    talk = Talk()
    talk.say(RUUD, "vraag voor vraag")
    talk.say(RUUD, words_)
    assert talk.answers() == {"O1/T1": words_}


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("stauts", "Vragenlijst"),
        ("hepl", "Wat ik kan"),
        ("vragenljst", "Vragenlijst"),
        ("opnstaand", "Openstaand"),
        ("HELP!", "Wat ik kan"),
        ("?", "Wat ik kan"),
    ],
)
def test_small_typing_errors_are_forgiven(typed: str, title: str) -> None:
    assert words(Talk().say(RUUD, typed)).startswith(title)


def test_an_unknown_word_gets_three_commands_of_the_speakers_own() -> None:
    said = words(Talk().say(RUUD, "resultatenblad"))
    assert said.startswith("Dat begrijp ik niet. Misschien een van deze:")
    likely = said.partition(": ")[2].partition("?")[0].split(", ")
    assert len(likely) == 3
    assert "resultaten" not in likely


@pytest.mark.parametrize("word", ["partners", "resultaten", "sluiten", "namens Welzijn"])
def test_a_word_of_the_coordinator_tells_a_partner_what_else_there_is(word: str) -> None:
    talk = Talk()
    before = talk.dossier
    said = words(talk.say(RUUD, word))
    assert said == 'Dat kan alleen de coördinator. Typ "help" voor wat wel kan.'
    assert talk.dossier.records() == before.records()


def test_help_names_what_each_can_say_in_the_own_language() -> None:
    talk = Talk()
    coordinator, partner = words(talk.say(CO, "help")), words(talk.say(RUUD, "help"))
    assert "resultaten:" in coordinator
    assert "resultaten:" not in partner
    assert "agenda: de dagen die ertoe doen" in partner
    assert "nieuw plan:" not in partner
    english = words(talk.say(RUUD, "help"), "en")
    assert "\nhelp:" in english
    assert "hulp" not in english


def test_a_named_language_stays_and_taal_alone_changes_it() -> None:
    talk = Talk()
    assert talk.say(RUUD, "nederlands").language == "nl"
    assert talk.say(RUUD, "english").language == "en"
    assert talk.say(RUUD, "english").language == "en"
    assert talk.say(RUUD, "taal").language == "nl"
    assert talk.say(RUUD, "taal engels").language == "en"


def test_stop_pauses_and_next_goes_on_with_the_same_question() -> None:
    talk = Talk()
    talk.say(RUUD, "vraag voor vraag")
    asked = words(talk.say(RUUD, "Meer vernieling bij de school"))
    assert "Gestopt" in words(talk.say(RUUD, "stop"))
    talk.say(RUUD, "dit is geen antwoord")
    assert talk.answers() == {"O1/T1": "Meer vernieling bij de school"}
    assert words(talk.say(RUUD, "verder")) in asked


def test_words_for_a_question_of_a_closed_round_are_not_kept_and_that_is_said() -> None:
    talk = Talk()
    closed(talk)
    assert "ronde is gesloten" in words(talk.say(RUUD, "Meer vernieling"))
    assert talk.answers() == {}
    assert "begrijp ik niet" in words(talk.say(RUUD, "Meer vernieling"))


def test_in_a_channel_there_is_only_the_way_to_the_personal_chat() -> None:
    talk = Talk()
    for word in ("status", "3", "concept"):
        turn = talk.say(CO, word, scope="channel")
        assert words(turn).startswith("Vragen en antwoorden horen in een persoonlijk gesprek")
        assert not turn.keep


def test_a_greeting_in_a_channel_says_what_can_be_said_there() -> None:
    talk = Talk()
    for word in ("hallo", "hi", "hello", "help", "?"):
        turn = talk.say(CO, word, scope="channel")
        assert words(turn).startswith('Noem mij in dit kanaal met "hier"')
        assert not turn.keep


def test_what_waits_is_one_list_over_all_plans() -> None:
    talk = Talk()
    other = Talk(dossier=Dossier(talk.dossier.records()))
    elsewhere = ((other.dossier, other.said(MIRA).who),)
    said = words(talk.say(RUUD, "openstaand", elsewhere=elsewhere))
    assert "Vragenlijst voor Politie: nog" in said
    assert "Vragenlijst voor Welzijn: nog" in said
    assert talk.at > MONDAY


def test_a_partner_who_is_ready_gets_the_overview_and_not_the_questions_again() -> None:
    talk = Talk()
    talk.say(RUUD, "vraag voor vraag")
    talk.say(RUUD, "Meer vernieling")
    assert words(talk.say(RUUD, "klaar")).startswith("Opgeslagen, 09.03 uur, nr. ")
    assert view_of(talk.say(RUUD, "hallo")).title.nl == "Vragenlijst"


def test_nobody_is_ready_who_answered_nothing() -> None:
    talk = Talk()
    turn = talk.say(RUUD, "klaar")
    assert words(turn).startswith("Er is nog niets beantwoord")
    assert not turn.keep


@pytest.mark.parametrize("word", ["verder", "vragenlijst", "hallo"])
def test_a_partner_with_nothing_open_here_goes_on_where_there_are_questions(word: str) -> None:
    talk, asking = Talk(), Talk()
    made = altered(asking.dossier.plan, key="up-next")
    there = asking.dossier.plus([made], [asking.dossier.plan])
    closed(talk)
    elsewhere = ((there, asking.said(RUUD).who),)
    assert talk.say(RUUD, word, elsewhere=elsewhere).goes_on == "up-next"
    assert talk.say(CO, word, elsewhere=elsewhere).goes_on is None
    done = Submission(key="evaluation-1/POL", round="evaluation-1", org="POL", by=RUUD, at=MONDAY)
    ready = ((there.plus([done]), asking.said(RUUD).who),)
    stays = "up-next" if word == "vragenlijst" else None  # An answer can still be changed.
    assert talk.say(RUUD, word, elsewhere=ready).goes_on == stays
