"""From the running plan of 2027 into the plan of 2028, in the words of the people."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.cards import plain
from dialogs import say
from dialogs.view import Pick, View
from plan.dossier import Dossier
from plan.records import (
    Concluded,
    DecisionStep,
    Measure,
    Message,
    Organisation,
    Outcome,
    Person,
    Proposal,
    Record,
    Wish,
    YearOfHistory,
    altered,
)
from tests.dialogs.adopted import CO, IVP, MIRA, RUUD, running
from tests.dialogs.talk import Talk, view_of, words

SEPTEMBER = datetime(2027, 9, 8, 9, 0, tzinfo=UTC)
AGREED: tuple[Record, ...] = (
    Outcome(key="D1", point="D1", decision="Rooster delen", owner=RUUD, due=date(2027, 2, 1)),
    Outcome(
        key="D2",
        point="D2",
        decision="Kring vaders werven",
        owner=MIRA,
        done_at=datetime(2027, 3, 1, tzinfo=UTC),
    ),
    Outcome(key="D3", point="D3", decision="Later verder", parked=True),
    Proposal(key="P1", title="Meer licht", by=("WEL",), status="parked", reason="Eerst dekking."),
    Proposal(key="P2", title="Drone", by=("POL",), status="rejected", reason="Te duur."),
    Concluded(key="M01", progress="op_schema", effect="zichtbaar", at=SEPTEMBER),
    Wish(key=MIRA, stopped=True, snoozed_until=date(2027, 1, 1)),
)


def reported() -> Talk:
    """A year in which the leads reported once: M01 orange, M03 green."""
    talk = running(*AGREED)
    card = view_of(talk.say(CO, "voortgangsronde"))
    talk.press(CO, card, "send", {})
    cards = {m.to: sent(talk, m) for m in talk.dossier.messages_about("progress-1")}
    talk.press(MIRA, cards[MIRA], "all_green", {})
    turn = talk.press(RUUD, cards[RUUD], "save", {"G1/M01": "achter", "G2/M01": "oranje"})
    given = {"G4/M01": "Ziekte", "G5/M01": "Een avond minder", "G6/M01": "Inhuur"}
    talk.press(RUUD, view_of(turn), "save", given)
    talk.press(CO, view_of(talk.say(CO, "voortgang")), "all", {})
    return talk


def sent(talk: Talk, message: Message) -> View:
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    return reply.view


def begun(talk: Talk, inputs: dict[str, str] | None = None) -> Talk:
    """Next year's plan, begun by the buttons alone; the old plan stays beside it."""
    talk.at = SEPTEMBER
    start = view_of(talk.press(CO, view_of(talk.say(CO, "verder")), "next_year", {}))
    look = talk.press(CO, start, "begin", inputs or {}).instead
    assert look
    made = Dossier(talk.press(CO, look, "keep", {}).begin)
    coordinator = talk.dossier.coordinator
    assert coordinator
    return Talk(dossier=made, at=talk.at, elsewhere=((talk.dossier, coordinator),))


def sent_round(talk: Talk) -> dict[str, View]:
    request = view_of(talk.press(CO, view_of(talk.say(CO, "verder")), "request", {}))
    talk.press(CO, request, "send", {})
    found = talk.dossier.messages_about("evaluation-1")
    return {m.to: sent(talk, m) for m in found}


def test_the_card_of_next_year_is_filled_in_and_says_what_comes_along() -> None:
    talk = reported()
    talk.at = SEPTEMBER
    start = view_of(talk.press(CO, view_of(talk.say(CO, "verder")), "next_year", {}))
    assert {one.id: one.value for one in start.inputs()} == {
        "source": "dorp-2027",
        "year": "2028",
        "ivp_start": "2025",
        "municipality": "Gemeente Dorp",
        "together": "",
        "college": "2027-12-14",
    }
    look = words(talk.press(CO, start, "begin", {}))
    assert "2 thema's en 4 maatregelen" in look
    assert "2 afspraken uit de sessie van vorig jaar" in look
    assert "1 geparkeerd idee om opnieuw te bekijken" in look


def test_what_goes_on_comes_along_with_the_progress_of_its_year() -> None:
    here = begun(reported()).dossier
    assert [m.key for m in here.measures] == ["M01", "M03", "M04", "M05"]
    street = here.get(Measure, "M01")
    assert street
    assert [(h.year, h.progress, h.effect, h.light) for h in street.history] == [
        (2026, "op_schema", "zichtbaar", None),
        (2027, "achter", None, "oranje"),
    ]


def test_agreements_ideas_and_wishes_come_along() -> None:
    here = begun(reported()).dossier
    assert {(o.decision, o.owner, o.done_at is None) for o in here.all(Outcome)} == {
        ("Rooster delen", RUUD, True),
        ("Kring vaders werven", MIRA, False),
    }
    (idea,) = here.all(Proposal)
    assert (idea.title, idea.status, idea.by, idea.reason) == (
        "Meer licht",
        "open",
        ("WEL",),
        None,
    )
    (wish,) = here.all(Wish)
    assert (wish.stopped, wish.snoozed_until) == (True, None)
    assert here.plan.previous == "dorp-2027"
    assert [b.decision for b in here.all(DecisionStep)] == [None, None]


def test_the_evaluation_asks_about_exactly_the_measures_of_last_year() -> None:
    talk = begun(reported())
    cards = sent_round(talk)
    card = plain(cards[RUUD], "nl")
    assert "M01 Straatwerk: 2027: achter" in card
    assert "M03 Buurtvaders in de wijk: 2027: op schema" in card
    assert "M02" not in card


def test_who_types_beside_the_old_plan_goes_on_with_the_questions_of_the_new_one() -> None:
    talk = begun(reported())
    old, _ = talk.elsewhere[0]
    here = talk.dossier.plan.key
    for asked in (False, True):
        if asked:
            sent_round(talk)
        ruud = talk.dossier.get(Person, RUUD)
        assert ruud
        beside = Talk(dossier=old, at=talk.at, elsewhere=((talk.dossier, ruud),))
        for text in ("vragenlijst", "verder", "vraag voor vraag"):
            assert beside.say(RUUD, text).goes_on == (here if asked else None), text
        assert beside.say(CO, "verder").goes_on is None


def test_topic_five_shows_what_was_agreed_and_whether_it_was_kept() -> None:
    talk = begun(reported())
    sent_round(talk)
    menu = view_of(talk.say(RUUD, "vragenlijst"))
    said = words(talk.press(RUUD, menu, "open", {"open": "topic:cooperation"}))
    assert "Rooster delen (open, uiterlijk maandag 1 februari)" in said
    assert "Kring vaders" not in said
    menu = view_of(talk.say(MIRA, "vragenlijst"))
    said = words(talk.press(MIRA, menu, "open", {"open": "topic:cooperation"}))
    assert "Kring vaders werven (nagekomen)" in said


def test_what_was_concluded_is_about_the_year_of_the_old_plan() -> None:
    talk = begun(reported())
    cards = sent_round(talk)
    talk.press(RUUD, cards[RUUD], "save_known", {})
    card = view_of(talk.say(CO, "maatregelen"))
    shown = {one.id: one.value for one in card.inputs()}
    assert shown["progress/M01"] == "achter"
    assert shown["progress/M03"] == "op_schema"
    talk.press(CO, card, "save", {"effect/M03": "beperkt"})
    later = begun_after(talk)
    vaders = later.get(Measure, "M03")
    assert vaders
    assert [(h.year, h.progress, h.effect, h.light) for h in vaders.history] == [
        (2027, "op_schema", "beperkt", "groen")
    ]


def begun_after(talk: Talk) -> Dossier:
    """The plan of 2029 out of that of 2028."""
    talk.at = datetime(2028, 9, 6, 9, 0, tzinfo=UTC)
    start = view_of(talk.say(CO, "nieuw plan"))
    look = talk.press(CO, start, "begin", {"college": "2028-12-12"}).instead
    assert look
    return Dossier(talk.press(CO, look, "keep", {}).begin)


def test_a_kept_agreement_is_shown_once_and_an_open_one_until_it_is_kept() -> None:
    later = begun_after(begun(reported()))
    assert [o.decision for o in later.all(Outcome)] == ["Rooster delen"]


def after_the_first_year() -> Talk:
    """The second plan under an IVP: everything was new, nothing was reported."""
    old = running(track="first_year", ivp=altered(IVP, start=2027, end=2030))
    bare = [altered(m, history=(), decision="new") for m in old.dossier.measures]
    old.dossier = old.dossier.plus(bare)
    return begun(old)


def test_without_a_known_state_there_is_nothing_to_confirm_and_progress_to_ask() -> None:
    talk = after_the_first_year()
    assert (talk.dossier.plan.track, talk.dossier.plan.ivp_year_number) == ("follow_up", 2)
    card = sent_round(talk)[RUUD]
    assert "save_known" not in {button.verb for button in card.buttons}
    chosen = {one.id: one.choices[0][0] for one in card.inputs() if isinstance(one, Pick)}
    measures = view_of(talk.press(RUUD, card, "save", chosen))
    assert "M01 Straatwerk\nNog geen stand bekend" in plain(measures, "nl")
    assert "save_known" not in {button.verb for button in measures.buttons}
    more = view_of(talk.press(RUUD, measures, "save", {"A1/M01": "op_schema"}))
    asked = {one.id for one in more.inputs()}
    assert "A1/M03" in asked
    assert "A2/M01" not in asked
    shown = view_of(talk.say(CO, "maatregelen"))
    assert {one.id: one.value for one in shown.inputs()}["progress/M01"] == "op_schema"


def test_under_a_new_ivp_the_first_track_begins_again_with_the_old_plan_in_it() -> None:
    here = begun(reported(), {"ivp_start": "2028"}).dossier
    assert (here.plan.track, here.plan.ivp_year_number) == ("first_year", 1)
    assert here.plan.ivp.start == 2028
    assert {o.key for o in here.all(Organisation)} >= {"POL", "WEL"}
    assert here.measures
    assert isinstance(here.measures[0].history[0], YearOfHistory)
