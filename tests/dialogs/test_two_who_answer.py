"""Two colleagues of one organisation, or an owner and a stand-in, at a session."""

from __future__ import annotations

from dialogs.meeting.agreeing import due_view
from dialogs.meeting.answering import poll_view
from dialogs.meeting.consenting import consent_view, consents_view
from plan.agreements import consent_of
from plan.records import Heaviest, Outcome, Vote, altered
from tests.dialogs.talk import ELS, RUUD, Talk, filled, words
from tests.dialogs.test_attending import OUTCOME, POINTS, papers, talk


def heaviest(here: Talk) -> tuple[str, ...]:
    found = here.dossier.get(Heaviest, "POL")
    return found.points if found else ()


def test_of_two_colleagues_who_choose_points_the_second_sees_both_choices() -> None:
    here = talk()
    mine, theirs = papers(here), papers(here)
    here.press(RUUD, theirs, "choose", {"heaviest": "D1"})
    turn = here.press(ELS, mine, "choose", {"heaviest": "D2,D3"})
    assert not turn.keep
    assert "Ruud Tamminga koos intussen namens uw organisatie: Camera of licht?" in words(turn)
    assert turn.instead
    assert filled(turn.instead)["heaviest"] == "D2,D3"
    assert heaviest(here) == ("D1",)
    here.press(ELS, turn.instead, "choose", {})
    assert heaviest(here) == ("D2", "D3")


def test_the_same_choice_of_two_colleagues_is_no_clash() -> None:
    here = talk()
    mine, theirs = papers(here), papers(here)
    here.press(RUUD, theirs, "choose", {"heaviest": "D1"})
    assert words(here.press(ELS, mine, "choose", {"heaviest": "D1"})).startswith("Opgeslagen")


def test_a_colleague_who_votes_otherwise_is_told_before_the_vote_changes() -> None:
    here = talk()
    mine = theirs = poll_view(here.dossier, POINTS[0], "POL")
    here.press(RUUD, theirs, "voor", {})
    turn = here.press(ELS, mine, "tegen", {})
    assert not turn.keep
    assert "Ruud Tamminga stemde intussen namens uw organisatie." in words(turn)
    assert "Uw stem (Tegen) is nog niet bewaard." in words(turn)
    assert turn.instead
    here.press(ELS, turn.instead, "tegen", {})
    assert [vote.choice for vote in here.dossier.all(Vote)] == ["tegen"]


def consent(here: Talk, outcome: Outcome = OUTCOME) -> tuple[str | None, str | None]:
    found = consent_of(here.dossier, outcome)
    return (found.answer, found.remark) if found else (None, None)


def test_a_yes_of_the_stand_in_is_not_made_a_no_unseen() -> None:
    here = talk(OUTCOME)
    mine = theirs = consent_view(here.dossier, OUTCOME)
    here.press(RUUD, theirs, "yes", {"remark": "Prima zo."})
    turn = here.press(RUUD, mine, "no", {"remark": "De dag klopt niet."})
    assert not turn.keep
    assert (
        "Ruud Tamminga antwoordde intussen bij “De camera stopt.”: Ja, dit klopt: Prima zo."
        in (words(turn))
    )
    assert turn.instead
    assert filled(turn.instead) == {"remark": "De dag klopt niet."}
    here.press(RUUD, turn.instead, "no", {})
    assert consent(here) == ("nee", "De dag klopt niet.")


def test_words_about_an_agreement_that_is_looked_at_again_are_shown() -> None:
    here = talk(OUTCOME)
    mine = theirs = consent_view(here.dossier, OUTCOME)
    here.press(RUUD, theirs, "no", {"remark": "De dag klopt niet."})
    turn = here.press(RUUD, mine, "no", {"remark": "Ik ben niet de eigenaar."})
    assert not turn.keep
    assert "Ik ben niet de eigenaar." in words(turn)


def test_of_several_agreements_both_answers_are_shown_and_the_choice_is_kept() -> None:
    second = altered(OUTCOME, key="D2", point="D2", decision="Meer straatwerk.")
    here = talk(OUTCOME, second)
    mine = theirs = consents_view(here.dossier, (OUTCOME, second))
    yes = {"answer/D1": "ja", "answer/D2": "ja"}
    here.press(RUUD, theirs, "answer", yes)
    no = {"answer/D1": "nee", "remark/D1": "De dag klopt niet."}
    turn = here.press(RUUD, mine, "answer", {**yes, **no})
    assert not turn.keep
    assert "Ruud Tamminga antwoordde intussen bij “De camera stopt.”" in words(turn)
    assert turn.instead
    assert filled(turn.instead)["remark/D1"] == "De dag klopt niet."
    here.press(RUUD, turn.instead, "answer", {})
    assert consent(here) == ("nee", "De dag klopt niet.")


def test_an_agreement_that_was_kept_already_is_called_that() -> None:
    here = talk(OUTCOME)
    mine = theirs = due_view(here.dossier, (OUTCOME,))
    here.press(RUUD, theirs, "done", {})
    turn = here.press(RUUD, mine, "done", {})
    assert not turn.keep
    assert "was al bekend dat die is nagekomen" in words(turn)
