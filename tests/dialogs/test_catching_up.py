"""Progress of last year's plan that was settled after this one was begun."""

from __future__ import annotations

from bot.cards import plain
from dialogs.view import View
from plan.dossier import Dossier
from plan.records import Closed, Concluded, Event, Measure, Outcome, YearOfHistory, altered
from tests.dialogs.talk import CO, RUUD, Talk, view_of, words
from tests.dialogs.test_two_years import SEPTEMBER, begun, reported, sent_round

LATER = (
    YearOfHistory(year=2026, progress="op_schema"),
    YearOfHistory(year=2027, progress="uitgevoerd", light="groen", note="Rond sinds juni."),
)


def since(*changed: str) -> Talk:
    """Plan 2028 was begun; in that of 2027 these measures were settled once more."""
    talk = begun(reported())
    old, coordinator = talk.elsewhere[0]
    found = [old.get(Measure, key) for key in changed]
    newer = [altered(measure, history=LATER) for measure in found if measure]
    talk.elsewhere = ((old.plus(newer), coordinator),)
    return talk


def card(talk: Talk) -> View:
    return view_of(talk.say(CO, "verder"))


def years(known: Dossier, key: str) -> list[tuple[object, ...]]:
    measure = known.get(Measure, key)
    assert measure
    return [(h.year, h.progress, h.light, h.note) for h in measure.history]


def test_new_progress_comes_first_on_the_card_and_is_taken_over_in_one_tap() -> None:
    talk = since("M01", "M03")
    first = card(talk)
    assert "Er is nieuwe voortgang in het plan van 2027: 2 maatregelen." in plain(first, "nl")
    assert (first.buttons[0].verb, first.buttons[0].primary) == ("catch_up", True)
    assert sum(button.primary for button in first.buttons) == 1
    turn = talk.press(CO, first, "catch_up", {})
    assert "Opgeslagen. Overgenomen uit het plan van 2027: 2 maatregelen." in words(turn)
    assert years(talk.dossier, "M01")[-1] == (2027, "uitgevoerd", "groen", "Rond sinds juni.")
    street = talk.dossier.get(Measure, "M01")
    assert street
    assert street.history[0].effect == "zichtbaar"
    assert "caught_up" in [event.what for event in talk.dossier.all(Event)]
    assert card(talk).buttons[0].verb == "request"
    assert not [r for r in talk.press(CO, first, "catch_up", {}).keep if isinstance(r, Measure)]


def test_without_anything_new_nothing_is_said() -> None:
    talk = begun(reported())
    assert card(talk).buttons[0].verb == "request"
    assert "nieuwe voortgang" not in plain(card(talk), "nl")


def test_what_was_concluded_here_stays() -> None:
    talk = since("M01", "M03")
    done = Concluded(key="M01", progress="gestopt", effect="geen", at=SEPTEMBER)
    talk.dossier = talk.dossier.plus((done,))
    talk.press(CO, card(talk), "catch_up", {})
    assert years(talk.dossier, "M01")[-1][1] == "achter"
    assert years(talk.dossier, "M03")[-1][1] == "uitgevoerd"


def test_an_agreement_kept_in_last_years_plan_is_kept_here_and_topic_five_says_so() -> None:
    talk = begun(reported())
    old, coordinator = talk.elsewhere[0]
    outcome = old.get(Outcome, "D1")
    assert outcome
    talk.elsewhere = ((old.plus((altered(outcome, done_at=SEPTEMBER),)), coordinator),)
    assert "1 nagekomen afspraak" in plain(card(talk), "nl")
    talk.press(CO, card(talk), "catch_up", {})
    assert all(one.done_at for one in talk.dossier.all(Outcome))
    sent_round(talk)
    menu = view_of(talk.say(RUUD, "vragenlijst"))
    said = words(talk.press(RUUD, menu, "open", {"open": "topic:cooperation"}))
    assert "Rooster delen (nagekomen" in said


def test_once_the_evaluation_is_closed_it_is_no_longer_asked() -> None:
    talk = since("M01")
    closed = Closed(key="evaluation/1", step="evaluation", at=talk.at, by=CO)
    talk.dossier = talk.dossier.plus((closed,))
    assert "catch_up" not in [button.verb for button in card(talk).buttons]
