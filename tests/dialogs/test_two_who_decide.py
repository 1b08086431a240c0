"""Two cards about one decision: the second sees what was kept meanwhile, and chooses."""

from __future__ import annotations

from dataclasses import replace

from dialogs.deciding.answers import answers_view
from dialogs.deciding.objecting import objection_view
from dialogs.deciding.papers import papers_view
from dialogs.deciding.planning import route_view
from dialogs.turn import Turn
from dialogs.view import View
from plan.records import Comment, Confirmed, Consent, Measure, Person
from plan.route import route
from tests.dialogs.talk import CO, MIRA, Talk, filled, words
from tests.dialogs.test_deciding import BOSS, asked, body, card, consent_card, decided, talk

NOT_YET = "daarom nog niet bewaard"


def again(turn: Turn) -> View:
    """The card that came back, with nothing kept."""
    assert not turn.keep, words(turn)
    assert turn.instead
    assert turn.instead.buttons
    return turn.instead


def days(on: Talk) -> dict[str, str]:
    return {one.key: str(one.day) for one in route(on.dossier)}


def routes(on: Talk) -> tuple[View, View]:
    return route_view(on.dossier, on.said(CO)), route_view(on.dossier, on.said(CO))


def test_a_day_that_nobody_touched_does_not_undo_what_another_set() -> None:
    on = talk()
    mine, theirs = routes(on)
    on.press(CO, theirs, "plan_route", {"day/MT": "2026-12-14"})
    turn = on.press(CO, mine, "plan_route", {"day/raad": "2027-01-28"})
    assert NOT_YET not in words(turn)
    assert (days(on)["MT"], days(on)["raad"]) == ("2026-12-14", "2027-01-28")


def test_of_two_days_for_one_body_the_second_chooses_and_the_rest_is_kept() -> None:
    on = talk()
    mine, theirs = routes(on)
    on.press(CO, theirs, "plan_route", {"day/MT": "2026-12-14"})
    turn = on.press(CO, mine, "plan_route", {"day/MT": "2026-12-15", "day/raad": "2027-01-28"})
    assert (days(on)["MT"], days(on)["raad"]) == ("2026-12-14", "2027-01-28")
    assert "er staat nu bij “Vergadert op”: maandag 14 december" in words(turn)
    assert turn.instead
    assert "Het MT" not in words(Turn(instead=turn.instead))
    (again_,) = (reply.view for reply in turn.replies if reply.view)
    assert filled(again_)["day/MT"] == "2026-12-15"
    on.press(CO, again_, "plan_route", {})
    assert (days(on)["MT"], days(on)["raad"]) == ("2026-12-15", "2027-01-28")


def test_both_texts_come_with_what_is_wrong_and_pressing_twice_chooses_nothing_unseen() -> None:
    on = talk()
    mine, theirs = routes(on)
    on.press(CO, theirs, "plan_route", {"day/MT": "2026-12-14"})
    wrong = {"day/MT": "2026-12-15", "due/MT": "2026-12-20"}
    turn = on.press(CO, mine, "plan_route", wrong)
    assert "er staat nu bij “Vergadert op”: maandag 14 december" in words(turn)
    assert any(one.error for one in again(turn).inputs())


def test_two_who_add_the_same_body_add_it_once() -> None:
    on = talk()
    mine, theirs = routes(on)
    on.press(CO, theirs, "plan_route", {"new_body": "Commissie"})
    turn = on.press(CO, mine, "plan_route", {"new_body": "commissie"})
    assert "Dit orgaan staat al op de route." in [
        one.error.nl for one in again(turn).inputs() if one.error
    ]
    assert [one.body for one in route(on.dossier)].count("Commissie") == 1


def naming(on: Talk) -> tuple[View, View]:
    decided(on, "akkoord met wijziging", text="Minder uren.")
    return card(on), card(on)


def test_parts_that_another_named_stand_beside_the_own_ones() -> None:
    on = talk()
    mine, theirs = naming(on)
    on.press(CO, theirs, "name", {"parts/T1": "M01"})
    turn = on.press(CO, mine, "name", {"parts/T2": "M02"})
    assert "Er staat nu bij “Onderdelen van Jeugd”: M01: Straatwerk" in words(turn)
    assert body(on, "MT").amended == ("M01",)
    on.press(CO, again(turn), "name", {})
    assert body(on, "MT").amended == ("M01", "M02")


def test_that_no_part_changes_does_not_undo_the_parts_another_named_unseen() -> None:
    on = talk()
    mine, theirs = naming(on)
    on.press(CO, theirs, "name", {"parts/T1": "M01"})
    turn = on.press(CO, mine, "name_none", {})
    assert body(on, "MT").amended == ("M01",)
    on.press(CO, again(turn), "name_none", {})
    assert body(on, "MT").amended == ()


def test_naming_a_part_takes_back_that_there_was_none() -> None:
    on = talk()
    mine, theirs = naming(on)
    on.press(CO, theirs, "name_none", {})
    turn = on.press(CO, mine, "name", {"parts/T1": "M01"})
    assert body(on, "MT").amended == ()
    on.press(CO, again(turn), "name", {})
    assert body(on, "MT").amended == ("M01",)
    assert on.dossier.all(Confirmed) == ()


def test_a_decision_of_another_stands_beside_the_own_one() -> None:
    on = talk()
    mine = theirs = card(on)
    given = {"decision": "aangehouden", "next_day": "2026-12-18", "text": "Eerst de kosten."}
    on.press(BOSS, on.show(BOSS, theirs), "record", {**filled(theirs), **given})
    turn = on.press(CO, mine, "record", {"decision": "akkoord", "text": "Prima."})
    said = words(turn)
    assert "”: Aangehouden" in said
    assert "”: Eerst de kosten." in said
    assert "”: vrijdag 18 december" in said
    assert filled(again(turn))["text"] == "Prima."
    assert body(on, "MT").decision == "aangehouden"
    on.press(CO, again(turn), "record", {})
    assert (body(on, "MT").decision, body(on, "MT").text) == ("akkoord", "Prima.")


def altering(on: Talk) -> tuple[View, View]:
    mine, _ = naming(on)
    on.press(CO, mine, "name", {"parts/T1": "M01"})
    return card(on), card(on)


def test_a_part_that_was_worked_in_already_shows_both_texts() -> None:
    on = talk()
    mine, theirs = altering(on)
    on.press(CO, theirs, "alter", {"title/M01": "Straatwerk in de avond"})
    turn = on.press(CO, mine, "alter", {"title/M01": "Straatwerk in het weekend"})
    said = words(turn)
    assert not turn.keep
    assert "er staat nu “Straatwerk in de avond”" in said
    assert "ingevuld was “Straatwerk in het weekend”" in said


def test_a_part_that_changed_is_written_over_only_when_that_is_chosen() -> None:
    on = talk()
    mine, theirs = altering(on)
    given = {"title/M01": "Straatwerk in de avond", "result/M01": "Rust"}
    on.press(CO, theirs, "alter", given)
    done = next(one for one in on.dossier.all(Confirmed) if one.key.endswith("M01"))
    on.dossier = on.dossier.plus((), (done,))
    turn = on.press(CO, mine, "alter", {"title/M01": "Straatwerk in het weekend"})
    assert "”: Straatwerk in de avond" in words(turn)
    on.press(CO, again(turn), "alter", {})
    found = on.dossier.get(Measure, "M01")
    assert found
    assert (found.title, found.result) == ("Straatwerk in het weekend", "Rust")


def objecting(on: Talk) -> None:
    asked(on)
    given = {"answer/M01": "nee", "remark/M01": "Dit kan niet."}
    on.press(MIRA, consent_card(on, MIRA), "answer", given)


def test_an_objection_that_another_answered_shows_both_answers() -> None:
    on = talk()
    objecting(on)
    mine = objection_view(on.dossier, on.said(CO))
    assert mine
    given = {"disposition": "rejected", "reply": "Het blijft zo."}
    on.press(CO, mine, "settle", given)
    turn = on.press(CO, mine, "settle", {**given, "reply": "We passen het aan."})
    said = words(turn)
    assert not turn.keep
    assert "Het blijft zo." in said
    assert "We passen het aan." in said
    (comment,) = on.dossier.all(Comment)
    assert comment.reply == "Het blijft zo."


def test_what_a_colleague_answered_stays_and_the_own_words_are_shown() -> None:
    on = talk()
    lars = Person(key="p-lars", name="Lars Vos", org="WEL")
    on.dossier = on.dossier.plus((lars,))
    asked(on)
    mine = theirs = consent_card(on, MIRA)
    on.press(lars.key, theirs, "answer", {"answer/M01": "ja", "remark/M01": "Met een rooster."})
    turn = on.press(MIRA, mine, "answer", {"answer/M01": "nee", "remark/M01": "Te veel uren."})
    said = words(turn)
    assert not turn.keep
    assert "Lars Vos heeft dit intussen beantwoord: Ja: Met een rooster." in said
    assert "ingevuld was: Nee: Te veel uren." in said


def test_of_several_questions_the_one_that_is_still_asked_is_kept() -> None:
    on = talk()
    asked(on)
    (first, *_) = [one for one in on.dossier.all(Consent) if one.org == "WEL"]
    mine = consent_card(on, MIRA)
    gone = f"M02@{first.asked_at.isoformat()}"
    both = {**mine.about, "asked": f"{mine.about['asked']},{gone}"}
    shown = on.show(MIRA, replace(mine, about=both))
    turn = on.press(MIRA, shown, "answer", {"answer/M01": "ja"})
    assert "Opgeslagen: uw antwoord" in words(turn)
    assert "M02: hier is intussen iets veranderd" in words(turn)
    found = on.dossier.get(Consent, first.key)
    assert found
    assert found.answer == "ja"


def test_an_answer_by_phone_that_is_there_already_is_not_put_down_for_another() -> None:
    on = talk()
    asked(on)
    mine = answers_view(on.dossier, on.said(CO))
    (wel,) = [one.key for one in on.dossier.all(Consent) if one.org == "WEL"]
    on.press(MIRA, consent_card(on, MIRA), "answer", {"answer/M01": "ja"})
    given = {"consent": wel, "answer": "nee", "remark": "Te veel uren."}
    turn = on.press(CO, mine, "answer_for", given)
    assert not turn.keep
    assert "Dit antwoord is er intussen al" in words(turn)
    assert "Te veel uren." in words(turn)


def test_an_older_card_of_the_papers_does_not_undo_a_choice_about_the_annex() -> None:
    on = talk()
    mine, theirs = (papers_view(on.dossier, on.said(CO)) for _ in range(2))
    on.press(CO, theirs, "annex", {"annex": "nee"})
    turn = on.press(CO, mine, "annex", {})
    assert "Over de bijlage is intussen anders gekozen" in words(turn)
    assert filled(again(turn)) == {"annex": "nee"}
    on.press(CO, again(turn), "annex", {"annex": "ja"})
    assert on.dossier.all(Confirmed) == ()
