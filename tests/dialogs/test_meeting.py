"""The session, from its planning to its report, in the coordinator's chat."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.cards import plain
from dialogs import say
from dialogs.changing import changing
from dialogs.meeting.answering import poll_view
from dialogs.meeting.plan_card import plan_view
from dialogs.meeting.telling import telling
from dialogs.turn import Turn
from dialogs.view import View
from plan.calendar import local, moment
from plan.changes import changes_of
from plan.content.tracks import TRACKS
from plan.dates import on_day
from plan.dossier import Dossier
from plan.records import (
    Closed,
    CollectiveSession,
    Comment,
    Confirmed,
    DiscussionPoint,
    Measure,
    Message,
    Organisation,
    Outcome,
    Person,
    Planned,
    Proposal,
    Record,
    Theme,
    Vote,
    altered,
)
from plan.sessions import attendants, points_of, remarks_of, session_of
from plan.standing import closing
from tests.dialogs.talk import CO, ELS, MIRA, PLACE, RUUD, Talk, view_of, words

START = datetime(2026, 10, 5, 7, 0, tzinfo=moment(date(2026, 10, 5)).tzinfo)
DAY = "2026-11-26"
BEFORE = ("evaluation", "format", "draft", "check")


def town(*more: Record) -> Dossier:
    """The tiny plan at its fifth step."""
    closed = tuple(Closed(key=f"{step}/1", step=step, at=START) for step in BEFORE)
    known = Dossier((*PLACE, *closed, *more))
    calendar = (Planned(step="session", start=date(2026, 11, 26), end=date(2026, 12, 4)),)
    return known.plus((altered(known.plan, calendar=calendar),))


SENT = Comment(
    key="B1",
    round="check-1",
    org="POL",
    subject="M02",
    text="Liever licht.",
    disposition="to_session",
)


def talk(*more: Record) -> Talk:
    return Talk(dossier=town(*more), at=START)


def primary(turn: Turn) -> tuple[View, str]:
    """The last card and the verb of the button to press now."""
    views = [v for v in (turn.instead, *(r.view for r in turn.replies)) if v and v.buttons]
    view = views[-1]
    return view, next(button.verb for button in view.buttons if button.primary)


def planned(*more: Record) -> Talk:
    """A session on its day, its agenda settled."""
    here = talk(SENT, *more)
    view, verb = primary(here.say(CO, "verder"))
    view, verb = primary(here.press(CO, view, verb, {}))
    assert verb == "plan"
    view, verb = primary(here.press(CO, view, verb, {"place": "Raadzaal"}))
    view, verb = primary(here.press(CO, view, verb, {}))
    assert verb == "settle"
    here.press(CO, view, verb, {})
    here.at = moment(date(2026, 11, 26)).replace(hour=12)
    return here


def leading(*more: Record) -> tuple[Talk, View]:
    """The first point of a session that has begun."""
    here = planned(*more)
    return here, view_of(here.say(CO, "sessie"))


def test_who_only_presses_the_first_button_gets_through_the_whole_step() -> None:
    here = talk(SENT)
    view, verb = primary(here.say(CO, "verder"))
    pressed = []
    while verb != "close":
        given = {i.id: "Zo doen we het." for i in view.inputs() if i.required and not i.value}
        given |= {"place": "Raadzaal"} if verb == "plan" and view.dialog == "meeting" else {}
        pressed.append(verb)
        turn = here.press(CO, view, verb, given)
        if verb == "wait":
            here.at = moment(date(2026, 11, 26))
            turn = here.say(CO, "verder")
        view, verb = primary(turn)
        assert len(pressed) < 40, pressed
    assert "wait" in pressed
    here.press(CO, view, verb, {})
    assert closing(here.dossier, "session")
    assert not closing(here.dossier, "decision")
    assert all(c.disposition != "to_session" for c in here.dossier.all(Comment))


def test_the_card_is_filled_in_from_the_calendar_and_the_plan() -> None:
    here = talk()
    view, verb = primary(here.say(CO, "sessie"))
    known = {one.id: one.value for one in view.inputs()}
    assert known["day"] == DAY
    assert known["facilitator"] == CO
    assert known["invited"] == "POL,WLZ" or known["invited"] == "POL,WEL"
    here.press(CO, view, verb, {"place": "Raadzaal"})
    session = session_of(here.dossier)
    assert session
    assert (session.day, session.place, session.planned_at) == (
        date(2026, 11, 26),
        "Raadzaal",
        here.at,
    )


def test_the_end_that_is_proposed_leaves_room_for_every_point() -> None:
    here = talk(*many_points())
    view, verb = primary(here.say(CO, "sessie"))
    known = {one.id: one.value for one in view.inputs()}
    assert known["time"] != "13.00-15.00 uur"
    view, verb = primary(here.press(CO, view, verb, {"place": "Raadzaal"}))
    card = view_of(here.say(CO, "sessie"))
    assert "langer dan de sessie" not in plain(card, "nl")
    saved = here.press(CO, card, "settle", {})
    assert "langer dan de sessie" not in words(saved)


def test_the_card_of_the_agenda_says_by_how_much_its_points_are_too_long() -> None:
    here = talk(*many_points())
    view, verb = primary(here.say(CO, "sessie"))
    here.press(CO, view, verb, {"place": "Raadzaal", "time": "13.00-14.00"})
    shown = plain(view_of(here.say(CO, "sessie")), "nl")
    assert "minuten langer dan de sessie" in shown


def many_points() -> tuple[Record, ...]:
    """Six points about six items of which nothing is known."""
    return tuple(
        DiscussionPoint(
            key=f"D{n}", subjects=(f"X{n}",), kind="gap", question=f"Vraag {n}?", minutes=25
        )
        for n in range(6)
    )


def test_internal_teams_and_own_theme_owners_are_invited_and_the_coordinator_is_not() -> None:
    team = Organisation(key="VTH", name="Toezicht", kind="internal")
    bare = Organisation(key="BED", name="Bedrijfsbureau", kind="internal")
    owner = Person(key="p-owner", name="Toos Haan", org="GEM")
    more = (team, bare, owner, Person(key="p-vth", name="Wim Post", org="VTH"))
    here = talk(*more, Theme(key="T3", title="Zorg", order=3, owner="p-owner"))
    view, verb = primary(here.say(CO, "sessie"))
    known = {one.id: one.value for one in view.inputs()}
    assert set(known["invited"].split(",")) == {"GEM", "POL", "WEL", "VTH"}
    here.press(CO, view, verb, {"place": "Raadzaal"})
    session = session_of(here.dossier)
    assert session
    came = {person.key for person in attendants(here.dossier, session)}
    assert came == {"p-owner", "p-vth", RUUD, MIRA}


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"place": ""}, "plaats of een link"),
        ({"place": "Zaal", "time": "'s middags"}, "Schrijf de tijd zo"),
        ({"place": "Zaal", "time": "15.00-13.00"}, "Schrijf de tijd zo"),
        ({"place": "http://hier"}, "https://"),
        ({"place": "Zaal", "day": ""}, "Kies een datum"),
        ({"place": "Zaal", "invited": ""}, "ten minste één"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(given: dict[str, str], wrong: str) -> None:
    here = talk()
    view = view_of(here.say(CO, "sessie"))
    turn = here.press(CO, view, "plan", given)
    assert wrong in words(turn)
    assert session_of(here.dossier) is None
    assert turn.instead
    shown = {one.id: one.value for one in turn.instead.inputs()}
    assert {field: shown[field] for field in given} == given


@pytest.mark.parametrize(
    ("typed", "place", "link"),
    [
        ("Raadzaal", "Raadzaal", None),
        ("https://teams/x?a=1", None, "https://teams/x?a=1"),
        ("Raadzaal, of https://teams/x", "Raadzaal, of", "https://teams/x"),
    ],
)
def test_place_and_link_are_written_on_one_line(
    typed: str, place: str | None, link: str | None
) -> None:
    here = talk()
    here.press(CO, view_of(here.say(CO, "sessie")), "plan", {"place": typed})
    session = session_of(here.dossier)
    assert session
    assert (session.place, session.link) == (place, link)


def test_a_step_that_has_begun_leaves_five_working_days_for_what_comes_out() -> None:
    here = talk()
    here.at = moment(date(2026, 11, 26))
    known = {one.id: one.value for one in view_of(here.say(CO, "sessie")).inputs()}
    assert known["day"] == "2026-11-27"
    here.at = moment(date(2026, 12, 3))
    known = {one.id: one.value for one in view_of(here.say(CO, "sessie")).inputs()}
    assert known["day"] == "2026-12-04"


def test_the_agenda_keeps_the_order_the_words_and_an_own_point() -> None:
    here = talk(SENT)
    here.press(CO, view_of(here.say(CO, "sessie")), "plan", {"place": "Raadzaal"})
    view = view_of(here.say(CO, "sessie"))
    places = [one.id for one in view.inputs() if one.id.startswith("place/")]
    first = places[0].partition("/")[2]
    given = dict.fromkeys(places[1:], "niet")
    given |= {f"question/{first}": "Camera of licht?", "own": "Wat doen we met Oud en Nieuw?"}
    here.press(CO, view, "settle", given | {"agreed": "nee"} if "agreed" in ids(view) else given)
    assert [p.question for p in points_of(here.dossier)] == [
        "Camera of licht?",
        "Wat doen we met Oud en Nieuw?",
    ]
    again = view_of(here.press(CO, view_of(here.say(CO, "status")), "agenda", {}))
    known = {one.id: one.value for one in again.inputs()}
    assert (known["place/D1"], known["place/D2"]) == ("1", "2")
    here.press(CO, again, "settle", {"place/D1": "2", "place/D2": "1"})
    assert [p.key for p in points_of(here.dossier)] == ["D2", "D1"]


def ids(view: View) -> set[str]:
    return {one.id for one in view.inputs()}


def test_a_resident_in_a_question_is_held_back() -> None:
    here = talk(SENT)
    here.press(CO, view_of(here.say(CO, "sessie")), "plan", {"place": "Raadzaal"})
    turn = here.press(CO, view_of(here.say(CO, "sessie")), "settle", {"own": "De familie Jansen?"})
    assert "familie Jansen" in words(turn)
    assert points_of(here.dossier) == ()


def test_a_question_that_is_too_long_says_so_where_it_stands() -> None:
    here = talk(SENT)
    here.press(CO, view_of(here.say(CO, "sessie")), "plan", {"place": "Raadzaal"})
    card = view_of(here.say(CO, "sessie"))
    long = next(one.id for one in card.inputs() if one.id.startswith("question/"))
    turn = here.press(CO, card, "settle", {long: "x" * 301, "own": "y" * 301})
    assert turn.instead
    assert [one.id for one in turn.instead.inputs() if one.error] == [long, "own"]
    assert points_of(here.dossier) == ()


def test_a_point_with_an_outcome_stays_on_the_agenda() -> None:
    here, view = leading()
    here.press(CO, view, "record", {"decision": "Stoppen.", "owner": RUUD})
    agenda = view_of(here.press(CO, view_of(here.say(CO, "status")), "agenda", {}))
    turn = here.press(CO, agenda, "settle", {"place/D1": "niet", "own": "Iets anders?"})
    assert "blijft op de agenda" in words(turn)
    assert here.dossier.get(DiscussionPoint, "D1")


def test_an_old_agenda_card_writes_nothing_when_the_proposal_has_changed() -> None:
    here = talk(SENT)
    here.press(CO, view_of(here.say(CO, "sessie")), "plan", {"place": "Raadzaal"})
    view = view_of(here.say(CO, "sessie"))
    here.dossier = here.dossier.plus((altered(SENT, key="B9", subject="M01"),))
    turn = here.press(CO, view, "settle", {})
    assert "intussen iets veranderd" in words(turn)
    assert points_of(here.dossier) == ()


def test_another_chair_is_not_announced_and_another_day_is() -> None:
    here = planned()
    before = session_of(here.dossier)
    assert before
    here.press(CO, plan_view(here.dossier, here.said(CO)), "plan", {"chair": RUUD})
    chaired = session_of(here.dossier)
    assert chaired
    assert (chaired.chair, chaired.planned_at) == (RUUD, before.planned_at)
    here.press(CO, plan_view(here.dossier, here.said(CO)), "plan", {"day": "2026-12-03"})
    moved = session_of(here.dossier)
    assert moved
    assert moved.planned_at == here.at


def test_points_that_were_loaded_stay_as_they_are() -> None:
    point = DiscussionPoint(key="D7", subjects=("M02",), kind="gap", question="Camera?", order=0)
    here = planned(point)
    assert points_of(here.dossier)[0].question == "Camera?"
    assert points_of(here.dossier)[0].key == "D7"


def test_before_its_day_a_session_begins_only_when_that_is_said() -> None:
    here = planned()
    here.at = START
    turn = here.say(CO, "sessie")
    assert "Nog niet vandaag" in words(turn)
    session = session_of(here.dossier)
    assert session
    assert session.began_at is None


def test_a_point_shows_aloud_nothing_that_a_partner_said_by_name() -> None:
    _, view = leading()
    aloud = [e for e in view.elements if type(e).__name__ != "Fold"]
    assert "Liever licht" not in str(aloud)
    assert "Liever licht" in str(view.elements)


def test_an_outcome_has_an_owner_and_a_day() -> None:
    here, view = leading()
    turn = here.press(CO, view, "record", {"decision": "Stoppen.", "owner": ""})
    assert "Wie is de eigenaar?" in words(turn)
    turn = here.press(CO, view, "record", {"decision": "Stoppen.", "owner": RUUD, "due": ""})
    assert "Wanneer moet het klaar zijn?" in words(turn)
    turn = here.press(
        CO,
        view,
        "record",
        {"decision": "Stoppen.", "owner": RUUD, "due": "2026-12-02", "voor": "2"},
    )
    assert words(turn).startswith("Opgeslagen")
    (outcome,) = here.dossier.all(Outcome)
    assert (outcome.owner, outcome.due, outcome.votes["voor"]) == (RUUD, date(2026, 12, 2), 2)


def test_a_point_is_parked_with_a_follow_up_and_somebody_to_see_to_it() -> None:
    here, view = leading()
    here.press(CO, view, "park", {"decision": "Politie zoekt het uit.", "owner": RUUD})
    (outcome,) = here.dossier.all(Outcome)
    assert outcome.parked


def test_a_poll_goes_to_each_organisation_and_counts_one_voice_for_each() -> None:
    here, view = leading()
    turn = here.press(CO, view, "poll", {"decision": "Half getypt"})
    assert "Half getypt" in str(turn.instead)
    polls = [m for m in here.dossier.all(Message) if m.kind == "poll"]
    assert [(m.to, m.org) for m in polls] == [(RUUD, "POL"), (MIRA, "WEL")]
    for who, org, choice in ((RUUD, "POL", "voor"), (ELS, "POL", "tegen"), (MIRA, "WEL", "voor")):
        point = points_of(here.dossier)[0]
        here.press(who, poll_view(here.dossier, point, org), choice, {})
    assert {v.key: v.choice for v in here.dossier.all(Vote)} == {
        f"{point.key}/POL": "tegen",
        f"{point.key}/WEL": "voor",
    }
    assert turn.instead
    after = here.press(CO, turn.instead, "count", {})
    assert "1 voor, 1 tegen" in words(after)
    assert after.instead
    assert {i.id: i.value for i in after.instead.inputs()}["voor"] == "1"
    again = here.press(CO, after.instead, "record", {"decision": "Zo.", "owner": RUUD})
    assert words(again).startswith("Opgeslagen")
    late = here.press(RUUD, poll_view(here.dossier, point, "POL"), "voor", {})
    assert "gesloten" in words(late)
    assert [v.choice for v in here.dossier.all(Vote)] == ["tegen", "voor"]


def test_a_poll_says_what_is_voted_on_and_the_outcome_begins_with_it() -> None:
    here, view = leading()
    wrong = here.press(CO, view, "poll", {"decision": "Bel Jan, Dorpsstraat 12."})
    assert "herleidbaar" in words(wrong)
    assert not [m for m in here.dossier.all(Message) if m.kind == "poll"]
    here.press(CO, view, "poll", {"decision": "We stoppen met de camera."})
    point = points_of(here.dossier)[0]
    asked = plain(poll_view(here.dossier, point, "POL"), "nl")
    assert "Voorstel: We stoppen met de camera." in asked
    again = here.say(CO, "sessie").replies[0].view
    assert again
    assert {i.id: i.value for i in again.inputs()}["decision"] == "We stoppen met de camera."


def test_outside_office_hours_nobody_is_polled() -> None:
    here, view = leading()
    here.at = here.at.replace(hour=19)
    assert "buiten werktijd" in words(here.press(CO, view, "poll", {}))
    assert not [m for m in here.dossier.all(Message) if m.kind == "poll"]


def test_ending_says_who_was_there() -> None:
    here, view = leading()
    over = here.press(CO, view, "overview", {})
    assert over.instead
    ending = here.press(CO, over.instead, "ending", {})
    assert ending.instead
    here.press(CO, ending.instead, "end", {"present": "POL"})
    session = session_of(here.dossier)
    assert session
    assert session.present == ("POL",)
    assert session.ended_at == here.at


def processing(*more: Record) -> tuple[Talk, View]:
    """The card of the first outcome: about the camera, M02."""
    here, view = leading(*more)
    here.press(CO, view, "record", {"decision": "Camera stopt.", "owner": RUUD})
    session = session_of(here.dossier)
    assert session
    ended = altered(session, ended_at=here.at)
    rest = points_of(here.dossier)[1:]
    left = [Outcome(key=p.key, point=p.key, decision="Zo.") for p in rest]
    done = [
        one if remarks_of(here.dossier, p) else altered(one, processed_at=here.at)
        for p, one in zip(rest, left, strict=True)
    ]
    here.dossier = here.dossier.plus((ended, *done))
    return here, view_of(here.say(CO, "sessie"))


def test_an_outcome_is_worked_into_the_draft_traced_and_its_sender_told() -> None:
    here, view = processing()
    given = {
        "title/M02": "Camera weghalen",
        "description/M02": "De camera gaat weg.",
        "decision/M02": "stop",
        "lead/M02": MIRA,
        "start/M02": "2027-01-01",
        "budget/M02": "8.000",
        "funding/M02": "Begroting",
        "milestone/M02": "Weg op 1 maart",
        "result/M02": "De camera is weg.",
        "way/B1": "accepted_partly",
    }
    turn = here.press(CO, view, "process", given)
    assert words(turn).startswith("Opgeslagen en verwerkt")
    measure = here.dossier.get(Measure, "M02")
    assert measure
    assert (measure.title, measure.description) == ("Camera weghalen", "De camera gaat weg.")
    assert measure.decision == "stop"
    assert measure.decision_reason == "Camera stopt."
    assert measure.lead
    assert (measure.lead.org, measure.lead.person) == ("WEL", MIRA)
    assert (measure.budget_eur, measure.funding) == (8000, "Begroting")
    assert measure.planning.start == date(2027, 1, 1)
    assert measure.milestones[-1].text == "Weg op 1 maart"
    assert measure.result == "De camera is weg."
    assert [c.because for c in changes_of(here.dossier, "M02")] == ["outcome/D1"]
    remark = here.dossier.get(Comment, "B1")
    assert remark
    assert (remark.disposition, remark.reply) == ("accepted_partly", "Camera stopt.")
    told = [m for m in here.dossier.all(Message) if m.kind == "outcome_reply"]
    assert [(m.to, m.text) for m in told] == [(RUUD, "B1")]
    reply = say(here.dossier, told[0], here.at)
    assert reply
    assert reply.view
    assert "Deels overgenomen" in plain(reply.view, "nl")
    assert all(o.processed_at for o in here.dossier.all(Outcome))


def test_what_is_not_touched_stays_what_somebody_else_made_of_it() -> None:
    here, view = processing()
    card = here.show(CO, view)
    before = here.dossier.get(Measure, "M02")
    assert before
    here.at = here.at.replace(minute=50)
    changed = changing(here.said(CO), before, altered(before, funding="Rijk"), because="verdict")
    here.dossier = here.dossier.plus(changed.keep)
    given = {one.id: one.value for one in view.inputs()}
    turn = here.press(CO, card, "process", given | {"funding/M02": "Begroting"})
    assert "M02: er staat nu bij “Dekking”: Rijk" in words(turn)
    assert here.dossier.get(Measure, "M02") == altered(before, funding="Rijk")
    here.press(CO, card, "process", given | {"decision/M02": "stop"})
    after = here.dossier.get(Measure, "M02")
    assert after
    assert (after.funding, after.decision) == ("Rijk", "stop")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"budget/M02": "veel"}, "als een bedrag"),
        ({"start/M02": "2027-05-01", "end/M02": "2027-01-01"}, "voor het begin"),
        ({"milestone_day/M02": "2027-01-01", "milestone/M02": ""}, "Welke mijlpaal"),
        ({"milestone/M02": "Bij de familie Jansen"}, "familie Jansen"),
        ({"reply/B1": ""}, "antwoord"),
    ],
)
def test_a_field_that_is_wrong_changes_nothing(given: dict[str, str], wrong: str) -> None:
    here, view = processing()
    before = here.dossier.get(Measure, "M02")
    turn = here.press(CO, view, "process", given)
    assert turn.instead
    at = {one.id: one.error.nl for one in turn.instead.inputs() if one.error}
    assert wrong in at[next(reversed(given))]
    assert here.dossier.get(Measure, "M02") == before
    remark = here.dossier.get(Comment, "B1")
    assert remark
    assert remark.disposition == "to_session"


def test_no_change_is_an_answer_too_and_the_sender_hears_it() -> None:
    here, view = processing()
    before = here.dossier.get(Measure, "M02")
    turn = here.press(CO, view, "no_change", {"decision/M02": "stop"})
    assert words(turn).startswith("Opgeslagen: geen wijziging nodig")
    assert here.dossier.get(Measure, "M02") == before
    remark = here.dossier.get(Comment, "B1")
    assert remark
    assert remark.disposition == "rejected"


def test_an_outcome_about_an_item_can_add_a_measure_and_a_parked_proposal_is_answered() -> None:
    point = DiscussionPoint(key="D1", subjects=("T2.1", "P1"), kind="gap", question="Wat nu?")
    parked = Proposal(key="P1", title="Licht", by=("WEL",), status="parked")
    here, view = processing(point, parked)
    turn = here.press(CO, view, "process", {"new/T2.1": "Meer licht", "new_lead/T2.1": MIRA})
    assert "Meer licht" in words(turn)
    (new,) = [m for m in here.dossier.measures if m.title == "Meer licht"]
    assert (new.key, new.decision, new.item) == ("M03", "new", "T2.1")
    proposal = here.dossier.get(Proposal, "P1")
    assert proposal
    assert proposal.status == "adopted"


def test_two_items_each_get_a_measure_of_their_own() -> None:
    point = DiscussionPoint(key="D1", subjects=("T1.1", "T2.1"), kind="gap", question="Wat nu?")
    here, view = processing(point)
    here.press(CO, view, "process", {"new/T1.1": "Meer licht", "new/T2.1": "Minder lawaai"})
    made = {m.title: (m.key, m.item) for m in here.dossier.measures if m.key > "M02"}
    assert made == {"Meer licht": ("M03", "T1.1"), "Minder lawaai": ("M04", "T2.1")}


def test_another_measure_can_be_put_on_the_card() -> None:
    here, view = processing()
    turn = here.press(CO, view, "add", {"add": "M01", "funding/M02": "Half"})
    assert turn.instead
    shown = {one.id: one.value for one in turn.instead.inputs()}
    assert shown["decision/M01"] == ""
    assert shown["funding/M02"] == "Half"
    here.press(CO, turn.instead, "process", {"decision/M01": "intensify"})
    measure = here.dossier.get(Measure, "M01")
    assert measure
    assert measure.decision == "intensify"


def test_themes_go_into_three_bins_and_something_stops() -> None:
    here, view = leading()
    over = here.press(CO, view, "overview", {}).instead
    assert over
    bins = here.press(CO, over, "bins", {}).instead
    assert bins
    here.press(CO, bins, "save_bins", {"category/T1": "maintenance"})
    theme = here.dossier.get(Theme, "T1")
    assert theme
    assert theme.category == "maintenance"
    assert [c.because for c in changes_of(here.dossier, "T1")] == ["outcome/bins"]
    assert not changes_of(here.dossier, "T2")
    stop = here.press(CO, over, "stopping", {}).instead
    assert stop
    here.press(
        CO, stop, "save_stop", {"measure": "M01", "verdict": "scale_down", "why": "Minder uren"}
    )
    measure = here.dossier.get(Measure, "M01")
    assert measure
    assert (measure.decision, measure.decision_reason) == ("scale_down", "Minder uren")


def test_the_word_about_late_outcomes_opens_the_first_and_is_silent_without_any() -> None:
    here, view = processing()
    told = Message(key="late", to=CO, kind="outcomes_due", due=here.at, made_at=here.at)
    reply = say(here.dossier, told, here.at)
    assert reply
    assert reply.view
    assert reply.view.about["card"] == "process"
    assert "1 uitkomst" in plain(reply.view, "nl")
    here.press(CO, view, "no_change", {})
    assert say(here.dossier, told, here.at) is None


def test_the_main_cross_links_are_recorded_in_the_session() -> None:
    here, view = leading()
    over = here.press(CO, view, "overview", {}).instead
    assert over
    card = here.press(CO, over, "links", {}).instead
    assert card
    given = {"one/1": "T1", "other/1": "T2", "words/1": "Samen op pad."}
    saved = here.press(CO, card, "save_links", given)
    theme = here.dossier.get(Theme, "T1")
    assert theme
    assert (theme.cross_links, theme.cross_links_note) == (("T2",), "Samen op pad.")
    assert [c.because for c in changes_of(here.dossier, "T1")] == ["outcome/links"]
    assert "Jeugd – Uitgaan" in words(saved)


def test_a_cross_link_needs_two_themes_and_no_word_about_a_resident() -> None:
    here, view = leading()
    over = here.press(CO, view, "overview", {}).instead
    assert over
    card = here.press(CO, over, "links", {}).instead
    assert card
    assert "twee thema" in words(here.press(CO, card, "save_links", {"one/1": "T1"}))
    given = {"one/1": "T1", "other/1": "T2", "words/1": "Bel 06-12345678"}
    assert "herleidbaar" in words(here.press(CO, card, "save_links", given))
    assert not changes_of(here.dossier, "T1")


def test_the_report_goes_to_everybody_and_is_a_document() -> None:
    here, view = processing()
    here.press(CO, view, "no_change", {})
    report = view_of(here.say(CO, "sessie"))
    paper = here.press(CO, report, "paper", {}).replies[0].paper
    assert paper
    assert paper.part == "session"
    here.press(CO, report, "send", {})
    assert here.dossier.get(Confirmed, "session_report")
    assert [m.to for m in here.dossier.all(Message) if m.kind == "session_report"] == [RUUD, MIRA]
    step = TRACKS["follow_up"].step("session")
    assert step.missing(here.dossier) == ()


def test_a_partner_with_several_remarks_hears_of_all_in_one_message() -> None:
    other = altered(SENT, key="B2", text="En wie betaalt het?", subject=None)
    here, view = processing(other)
    (own,) = [p for p in points_of(here.dossier) if p.subjects == ("B2",)]
    left = Outcome(key=own.key, point=own.key, decision="De gemeente betaalt.")
    here.dossier = here.dossier.plus((left,))
    while view.about.get("card") == "process":
        turn = here.press(CO, view, "no_change", {})
        view = view_of(turn) if turn.replies else view_of(here.say(CO, "status"))
    told = [m for m in here.dossier.all(Message) if m.kind == "outcome_reply"]
    assert [(m.to, set(m.text.split(","))) for m in told] == [(RUUD, {"B1", "B2"})]
    assert telling(here.dossier, here.said(CO)) == ()


def test_a_partner_touches_nothing_of_it() -> None:
    here, view = leading()
    stolen = here.press(RUUD, view, "record", {"decision": "Nee.", "owner": RUUD})
    assert "alleen de coördinator" in words(stolen)
    assert here.dossier.all(Outcome) == ()
    assert here.dossier.all(CollectiveSession)[0].ended_at is None


def test_what_goes_out_at_once_is_the_next_message_that_the_status_names() -> None:
    here = talk(SENT)
    soon = {"place": "Raadzaal", "day": "2026-10-22"}
    here.press(CO, view_of(here.say(CO, "sessie")), "plan", soon)
    told = words(here.say(CO, "status"))
    assert f"Eerstvolgend bericht: {on_day(local(here.at).date()).nl}" in told
