"""The second round asks only what changed, and one tap will do where nothing did."""

from __future__ import annotations

from bot.cards import plain
from plan.records import BilateralCheck, Comment, Measure, Planning, Record, Submission, altered
from tests.dialogs.changed import change
from tests.dialogs.checks import all_right, at_checks, invited, queue, remark, send
from tests.dialogs.talk import CO, MIRA, RUUD, Talk, view_of, words

SECOND = "check_2-1"


def closed_first(talk: Talk) -> None:
    """The first round closes with nothing missing."""
    card = view_of(talk.say(CO, "verder"))
    assert "Er ontbreekt niets meer" in words(talk.say(CO, "verder"))
    talk.press(CO, card, "close", {})


def taken_over(talk: Talk) -> None:
    card = talk.press(CO, queue(talk), "accept", {}).instead
    assert card
    talk.press(CO, card, "accept_now", {"description/M02": "Twee avonden per week."})


def check(talk: Talk, org: str) -> BilateralCheck:
    found = talk.dossier.get(BilateralCheck, f"{SECOND}/{org}")
    assert found
    return found


def second(*more: Record) -> Talk:
    """Ruud's remark was taken over, Mira agreed to all; the second round is out."""
    talk = at_checks("first_year", *more)
    send(talk)
    remark(talk)
    all_right(talk, MIRA)
    taken_over(talk)
    closed_first(talk)
    send(talk)
    return talk


def test_a_partner_without_news_gets_one_tap_and_no_measure_again() -> None:
    talk = second()
    card = invited(talk, MIRA)
    assert card.title.nl == "Voor Welzijn is er niets veranderd"
    assert {one.id for one in card.inputs()} == {"K4", "K5"}
    assert [b.verb for b in card.buttons if b.primary] == ["agree"]
    turn = talk.press(MIRA, card, "agree", {})
    assert "akkoord" in words(turn)
    assert "Geen nieuwe punten." in words(turn)
    assert talk.dossier.get(Submission, f"{SECOND}/WEL")
    assert check(talk, "WEL").commitment == "ja"
    measure = talk.dossier.get(Measure, "M01")
    assert measure
    assert measure.commitment["WEL"] == "ja"


def test_putting_it_off_is_no_agreement() -> None:
    talk = second()
    talk.press(MIRA, invited(talk, MIRA), "later", {})
    assert not talk.dossier.get(Submission, f"{SECOND}/WEL")
    assert talk.dossier.get(BilateralCheck, f"{SECOND}/WEL") is None


def test_a_changed_measure_is_shown_as_it_was_and_is_and_the_rest_is_not_asked() -> None:
    talk = second()
    card = invited(talk)
    ids = {one.id for one in card.inputs()}
    assert "K1/M02" in ids
    assert "K1/M01" not in ids
    assert "K3" not in ids
    said = plain(card, "nl")
    assert "Dit is sinds maandag 2 november veranderd." in said
    assert "was “Elke avond op straat.”, is nu “Twee avonden per week.”" in said
    assert "“Vier avonden wordt twee” Overgenomen." in said
    talk.press(RUUD, card, "all_right", {})
    assert check(talk, "POL").commitment == "ja"


def test_what_others_change_is_no_news_when_this_partner_does_not_see_it() -> None:
    talk = second()
    card = invited(talk, MIRA)
    assert "M02" not in plain(card, "nl")


def test_a_condition_is_asked_again_though_the_text_is_the_same() -> None:
    talk = at_checks()
    send(talk)
    view = view_of(talk.press(RUUD, invited(talk), "save", {"K2/M02": "ja_mits"}))
    talk.press(RUUD, view, "save", {"K2.text/M02": "als er geld is"})
    all_right(talk, MIRA)
    talk.press(CO, queue(talk), "park", {"why": "Wij zoeken dekking."})
    closed_first(talk)
    send(talk)
    card = invited(talk)
    assert "De tekst is niet veranderd. Hier stond nog iets open." in plain(card, "nl")
    assert "Vorige keer: Ja, mits – als er geld is" in plain(card, "nl")
    asked = next(one for one in card.inputs() if one.id == "K2/M02")
    assert (asked.value, asked.required) == ("", True)
    assert "all_right" not in [button.verb for button in card.buttons]
    turn = talk.press(RUUD, card, "save", {"K2/M02": ""})
    assert "wij doen mee" not in words(turn)
    assert check(talk, "POL").commitment != "ja"
    talk.say(RUUD, "vraag voor vraag")
    talk.say(RUUD, "alles klopt")
    measure = talk.dossier.get(Measure, "M02")
    assert measure
    assert measure.commitment["POL"] == "ja_mits"
    talk.press(RUUD, card, "save", {"K2/M02": "intern_akkoord_nodig"})
    talk.press(MIRA, invited(talk, MIRA), "agree", {})
    status = view_of(talk.say(CO, "verder"))
    assert "Nog een open voorwaarde bij: Politie." in plain(status, "nl")
    assert [b.verb for b in status.buttons if b.primary] == ["conditions"]
    card_ = view_of(talk.press(CO, status, "conditions", {}))
    turn = talk.press(CO, card_, "to_session", {})
    assert "Er ontbreekt niets meer" in words(turn)
    made = [c for c in talk.dossier.all(Comment) if c.disposition == "to_session"]
    assert [(c.org, c.subject, c.kind) for c in made] == [("POL", "M02", "condition")]


def test_what_goes_to_the_session_is_not_asked_once_more_before_it() -> None:
    talk = at_checks()
    send(talk)
    view = view_of(talk.press(RUUD, invited(talk), "save", {"K2/M02": "nee"}))
    talk.press(RUUD, view, "save", {"K2.text/M02": "Wij doen dit niet"})
    all_right(talk, MIRA)
    talk.press(CO, queue(talk), "session", {"why": "Dit bespreken we samen."})
    closed_first(talk)
    send(talk)
    card = invited(talk)
    assert "K2/M02" not in {one.id for one in card.inputs()}
    assert "“Wij doen dit niet” Naar de sessie." in plain(card, "nl")
    talk.press(RUUD, card, "agree", {})
    assert check(talk, "POL").commitment == "nee"


def test_who_was_silent_in_the_first_round_gets_the_whole_extract() -> None:
    talk = at_checks()
    send(talk)
    all_right(talk, RUUD)
    card = view_of(talk.say(CO, "sluiten"))
    talk.press(CO, card, "override", {"why": "De tijd dringt"})
    send(talk)
    assert "K1/M01" in {one.id for one in invited(talk, MIRA).inputs()}
    assert invited(talk).title.nl == "Voor Politie is er niets veranderd"


def test_a_partner_that_fell_out_is_told_so() -> None:
    talk = at_checks()
    send(talk)
    all_right(talk)
    closed_first(talk)
    measure = talk.dossier.get(Measure, "M01")
    assert measure
    change(talk, measure, altered(measure, partners=()))
    send(talk)
    said = plain(invited(talk, MIRA), "nl")
    assert "Hier staat u niet meer bij" in said
    assert "M01 Straatwerk" in said


def test_when_the_draft_moves_on_the_old_tap_shows_what_is_new_first() -> None:
    talk = second()
    old = invited(talk, MIRA)
    measure = talk.dossier.get(Measure, "M01")
    assert measure
    change(talk, measure, altered(measure, planning=Planning()))
    turn = talk.press(MIRA, old, "agree", {})
    assert not talk.dossier.get(Submission, f"{SECOND}/WEL")
    assert "Wat er is veranderd voor Welzijn" in words(turn)


def test_one_action_is_all_it_takes_in_both_rounds_when_all_is_right() -> None:
    talk = at_checks()
    send(talk)
    for round_ in ("check_1-1", SECOND):
        all_right(talk)
        done = {s.org for s in talk.dossier.all(Submission) if s.round == round_}
        assert done == {"POL", "WEL"}
        if round_ != SECOND:
            closed_first(talk)
            send(talk)
