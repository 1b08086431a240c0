"""Decision making in chat: body by body, what they change, and adoption."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.cards import plain
from dialogs.deciding.body import body_view
from dialogs.deciding.course import next_view
from dialogs.messages import say
from dialogs.turn import Turn
from dialogs.view import View
from plan.changes import change
from plan.content.tracks import TRACKS
from plan.dossier import Dossier
from plan.editions import read
from plan.records import (
    Capacity,
    Change,
    Closed,
    Comment,
    Confirmed,
    Consent,
    DecisionStep,
    Edition,
    Event,
    Measure,
    Message,
    Person,
    Plan,
    Planned,
    Record,
    Theme,
    altered,
)
from plan.standing import adopted, closing, current_step, status
from tests.dialogs.talk import CO, MIRA, PLACE, RUUD, Talk, filled, view_of, words

NOW = datetime(2026, 12, 10, 9, tzinfo=UTC)
STEPS = ("evaluation", "format", "draft", "check", "session")
MT = DecisionStep(key="MT", body="MT", order=0, day=date(2026, 12, 10))
COLLEGE = DecisionStep(key="college", body="college", order=1, day=date(2026, 12, 22))
COUNCIL = DecisionStep(key="raad", body="gemeenteraad", order=2, role="ter kennisname")
BOSS, HOLDER = "p-boss", "p-holder"


def talk(*more: Record, route: tuple[DecisionStep, ...] = (MT, COLLEGE, COUNCIL)) -> Talk:
    """A plan whose other steps are closed, on the day the MT meets."""
    closed = tuple(Closed(key=f"{one}/1", step=one, at=NOW) for one in STEPS)
    people = (
        Person(key=BOSS, name="Tom Bos", role="manager", org="GEM"),
        Person(key=HOLDER, name="Ine Holt", role="burgemeester", org="GEM"),
    )
    known = Dossier((*PLACE, *closed, *people, *route, *more))
    plan = altered(
        known.plan, version="0.4 concept", decision_makers=(BOSS,), portfolio_holder=HOLDER
    )
    return Talk(dossier=known.plus((plan,)), at=NOW)


def card(talk: Talk) -> View:
    """What the primary button of the step leads to."""
    view = next_view(talk.dossier, talk.said(CO))
    assert view
    return view


def decided(talk: Talk, decision: str = "akkoord", who: str = CO, **more: str) -> Turn:
    return talk.press(who, card(talk), "record", {"decision": decision, **more})


def body(talk: Talk, key: str) -> DecisionStep:
    found = talk.dossier.get(DecisionStep, key)
    assert found
    return found


def closed(talk: Talk) -> Turn:
    return talk.say(CO, "sluiten")


def amended(talk: Talk, *parts: str) -> Turn:
    """The MT agrees with a change to these parts."""
    decided(talk, "akkoord met wijziging", text="Minder uren voor Straatwerk.")
    inputs = {"parts/T1": ",".join(parts)}
    return talk.press(CO, card(talk), "name", inputs)


def asked(talk: Talk) -> Turn:
    """M01 gets another title because of the MT, and the partners are asked."""
    amended(talk, "M01")
    talk.press(CO, card(talk), "alter", {"title/M01": "Straatwerk in de avond"})
    return talk.press(CO, card(talk), "ask", {})


def consent_card(talk: Talk, who: str) -> View:
    message = next(m for m in talk.dossier.all(Message) if m.kind == "amended" and m.to == who)
    reply = say(talk.dossier, message, talk.at)
    assert reply
    assert reply.view
    return reply.view


def test_the_primary_button_leads_through_the_whole_step_to_an_adopted_plan() -> None:
    on = talk()
    status_card = view_of(on.say(CO, "verder"))
    assert [b.label.nl for b in status_card.buttons if b.primary] == ["Besluit van het MT"]
    mt = view_of(on.press(CO, status_card, "go", {}))
    after = on.press(CO, mt, "record", {"decision": "akkoord"})
    assert "Opgeslagen: besluit van het MT" in words(after)
    college = view_of(on.press(CO, view_of(on.say(CO, "verder")), "go", {}))
    on.press(CO, college, "record", {"decision": "akkoord", "decided_on": "2026-12-10"})
    last = view_of(on.say(CO, "verder"))
    assert [b.label.nl for b in last.buttons if b.primary] == ["Stap sluiten"]
    assert "het plan is vastgesteld, versie 1.0" in words(on.press(CO, last, "close", {}))
    assert on.dossier.plan.version == "1.0"
    assert current_step(on.dossier, TRACKS["follow_up"]) is None


def firsts(on: Talk) -> list[str]:
    """The labels of the buttons on the status card, the primary one first."""
    buttons = view_of(on.say(CO, "verder")).buttons
    assert [b.primary for b in buttons] == [True] + [False] * (len(buttons) - 1)
    return [b.label.nl for b in buttons]


def test_before_the_meeting_the_papers_come_first_and_the_decision_may_come_early() -> None:
    on = talk()
    on.at = NOW - timedelta(days=1)
    assert firsts(on)[:2] == ["Stukken", "Besluit van het MT"]
    card_ = view_of(on.say(CO, "verder"))
    assert "Nu aan de beurt: het MT. Stukken inleveren uiterlijk" in plain(card_, "nl")
    mt = view_of(on.press(CO, card_, "go", {}))
    on.press(CO, mt, "record", {"decision": "akkoord"})
    assert firsts(on)[:2] == ["Stukken", "Besluit van het college"]
    papers = view_of(on.press(CO, view_of(on.say(CO, "verder")), "papers", {}))
    assert papers.buttons[0].label.nl == "Collegevoorstel"
    on.at = datetime(2026, 12, 22, 8, tzinfo=UTC)
    assert firsts(on)[0] == "Besluit van het college"


def test_without_a_route_its_days_come_first_and_then_the_papers() -> None:
    days = Planned(step="decision", start=date(2026, 12, 1), end=date(2027, 1, 29))
    on = talk(route=())
    on.dossier = on.dossier.plus((altered(on.dossier.plan, calendar=(days,)),))
    assert firsts(on)[0] == "Data en route"
    route = view_of(on.press(CO, view_of(on.say(CO, "verder")), "route", {}))
    on.press(CO, route, "plan_route", {})
    assert firsts(on)[:2] == ["Stukken", "Besluit van het MT"]


def test_what_a_body_wants_changed_goes_before_the_papers_of_the_next() -> None:
    on = talk()
    amended(on, "M01")
    assert firsts(on)[0] == "Wijzigingen verwerken"


def test_the_card_of_a_body_says_what_is_still_open_for_it() -> None:
    paid = altered(_measure(talk(), "M02"), budget_eur=5000.0)
    said = words(talk(paid).press(CO, view_of(talk(paid).say(CO, "verder")), "go", {}))
    assert "donderdag 10 december" in said
    assert "Nog geen dekking: M02" in said
    assert "Nog niet zonder voorbehoud bevestigd door: Politie, Welzijn." in said


def _measure(on: Talk, key: str) -> Measure:
    found = on.dossier.get(Measure, key)
    assert found
    return found


def test_the_college_does_not_decide_before_the_mt_without_a_reason() -> None:
    on = talk()
    view = view_of(on.say(HOLDER, "besluit"))
    refused = on.press(HOLDER, view, "record", {"decision": "akkoord"})
    assert refused.keep == ()
    assert "Alleen de coördinator" in str(refused.instead)
    own = body_view(on.dossier, on.said(CO), body(on, "college"))
    assert on.press(CO, own, "record", {"decision": "akkoord"}).keep == ()
    on.press(CO, own, "record", {"decision": "akkoord", "why": "Het MT vergadert later."})
    assert body(on, "college").decision == "akkoord"
    reasons = [e.after for e in on.dossier.all(Event) if e.what == "overruled_order"]
    assert reasons == ["Het MT vergadert later."]


def test_a_change_needs_words_and_held_over_needs_a_day() -> None:
    on = talk()
    assert decided(on, "akkoord met wijziging").keep == ()
    assert decided(on, "aangehouden").keep == ()
    assert decided(on, "akkoord", decided_on="2026-12-24").keep == ()
    assert decided(on, "akkoord", text="Volgens familie Jansen.").keep == ()
    assert body(on, "MT").decision is None
    decided(on, "aangehouden", next_day="2026-12-17")
    assert "komt terug op donderdag 17 december" in words(on.say(CO, "status"))
    assert body(on, "MT").day == date(2026, 12, 17)
    assert card(on).title.nl == "Het MT"
    assert filled(card(on))["decision"] == ""


def test_who_decides_records_the_own_body_and_the_coordinator_hears() -> None:
    on = talk()
    view = view_of(on.say(BOSS, "besluit"))
    assert view.title.nl == "Het MT"
    on.press(BOSS, view, "record", {"decision": "akkoord"})
    assert body(on, "MT").by == BOSS
    (message,) = [m for m in on.dossier.all(Message) if m.kind == "decided"]
    reply = say(on.dossier, message, on.at)
    assert message.to == CO
    assert reply
    assert reply.text
    assert "Het MT heeft besloten: Akkoord" in reply.text.nl


def test_a_partner_records_nothing_and_gets_no_papers() -> None:
    on = talk()
    assert on.press(RUUD, card(on), "record", {"decision": "akkoord"}).keep == ()
    assert on.press(RUUD, card(on), "paper/mt_note", {}).replies[0].paper is None
    assert on.press(RUUD, card(on), "route", {}).replies[0].view is None


def test_a_card_that_moved_on_writes_nothing() -> None:
    on = talk()
    old = card(on)
    decided(on)
    assert (
        on.press(CO, old, "record", {"decision": "aangehouden", "next_day": "2027-01-05"}).keep
        == ()
    )
    assert body(on, "MT").decision == "akkoord"


def test_an_amendment_reopens_the_named_parts() -> None:
    on = talk()
    turn = amended(on, "M01", "T1.1")
    assert body(on, "MT").amended == ("M01", "T1.1")
    assert "Wijziging van het MT: M01" in words(turn)
    missing = TRACKS["follow_up"].step("decision").missing(on.dossier)
    assert any("Wijzigingen nog te verwerken: M01, T1.1" in line.nl for line in missing)
    on.press(CO, card(on), "alter", {"title/M01": "Straatwerk in de avond"})
    assert _measure(on, "M01").title == "Straatwerk in de avond"
    assert [c.because for c in on.dossier.all(Change)] == ["decision/MT"]
    on.press(CO, card(on), "unaltered", {"why": "Het actiepunt klopt al."})
    assert "Reactie vragen" in card(on).title.nl


def test_no_part_of_the_plan_changes_too() -> None:
    on = talk()
    decided(on, "akkoord met wijziging", text="Het MT wil een tussenstand.")
    on.press(CO, card(on), "name_none", {})
    assert card(on).title.nl == "Het college"


def test_nothing_picked_or_nothing_changed_is_told() -> None:
    on = talk()
    decided(on, "akkoord met wijziging", text="Anders.")
    assert on.press(CO, card(on), "name", {}).keep == ()
    on.press(CO, card(on), "name", {"parts/T1": "M01"})
    assert on.press(CO, card(on), "alter", {}).keep == ()
    assert on.press(CO, card(on), "unaltered", {}).keep == ()
    assert on.press(CO, card(on), "alter", {"hours:POL/M01": "veel"}).keep == ()


def test_only_whose_contribution_changed_is_asked() -> None:
    on = talk()
    amended(on, "M01")
    on.press(CO, card(on), "alter", {"hours:WEL/M01": "40"})
    on.press(CO, card(on), "ask", {})
    assert [(c.subject, c.org) for c in on.dossier.all(Consent)] == [("M01", "WEL")]
    assert _measure(on, "M01").capacity == (Capacity(org="WEL", hours=40.0),)
    assert [m.to for m in on.dossier.all(Message) if m.kind == "amended"] == [MIRA]


def test_a_partner_that_can_live_with_it_says_so_in_one_tap() -> None:
    on = talk()
    asked(on)
    view = consent_card(on, MIRA)
    assert "Aangepast door het MT: M01." in words(Turn(instead=view))
    assert "was: Straatwerk; wordt: Straatwerk in de avond" in words(Turn(instead=view))
    turn = on.press(MIRA, view, "answer", {"answer/M01": "ja"})
    assert "Opgeslagen" in words(turn)
    consent = on.dossier.get(Consent, "amended/M01/WEL")
    assert consent
    assert (consent.answer, consent.by) == ("ja", MIRA)
    late = on.press(MIRA, view, "answer", {"answer/M01": "nee"})
    assert late.keep == ()
    assert "Opgeslagen" not in words(late)


def test_a_no_comes_to_the_coordinator_and_the_partner_hears_what_was_done() -> None:
    on = talk()
    asked(on)
    on.press(
        RUUD, consent_card(on, RUUD), "answer", {"answer/M01": "nee", "remark/M01": "Te laat."}
    )
    (comment,) = on.dossier.all(Comment)
    assert (comment.org, comment.text, comment.disposition) == ("POL", "Te laat.", "open")
    assert comment.key == "B-01"
    view = card(on)
    assert view.title.nl == "Politie kan niet leven met M01"
    assert on.press(CO, view, "settle", {"disposition": "rejected"}).keep == ()
    on.press(CO, view, "settle", {"disposition": "rejected", "reply": "Het MT wil dit zo."})
    (answered,) = on.dossier.all(Comment)
    assert (answered.disposition, answered.reply) == ("rejected", "Het MT wil dit zo.")
    (message,) = [m for m in on.dossier.all(Message) if m.kind == "objection_done"]
    reply = say(on.dossier, message, on.at)
    assert message.to == RUUD
    assert reply
    assert reply.text
    assert "De wijziging blijft staan. Het MT wil dit zo." in reply.text.nl


def test_two_noes_at_once_are_two_remarks() -> None:
    on = talk()
    amended(on, "M01", "M02")
    on.press(CO, card(on), "alter", {"title/M01": "Straatwerk in de avond"})
    on.press(CO, card(on), "alter", {"title/M02": "Twee camera's"})
    on.press(CO, card(on), "ask", {})
    noes = {"answer/M01": "nee", "answer/M02": "nee"}
    on.press(RUUD, consent_card(on, RUUD), "answer", noes)
    assert [(c.key, c.subject) for c in on.dossier.all(Comment)] == [
        ("B-01", "M01"),
        ("B-02", "M02"),
    ]


def test_an_objection_can_open_the_measure_again_and_the_partner_is_asked_anew() -> None:
    on = talk()
    asked(on)
    on.press(RUUD, consent_card(on, RUUD), "answer", {"answer/M01": "nee"})
    on.press(CO, card(on), "settle", {"disposition": "accepted", "reply": "We passen het aan."})
    assert "Wijziging van het MT: M01" in card(on).title.nl
    on.press(CO, card(on), "alter", {"title/M01": "Straatwerk tot tien uur"})
    on.press(CO, card(on), "ask", {})
    consent = on.dossier.get(Consent, "amended/M01/POL")
    assert consent
    assert consent.answer is None


def test_an_objection_can_go_back_to_the_body() -> None:
    on = talk()
    asked(on)
    on.press(RUUD, consent_card(on, RUUD), "answer", {"answer/M01": "nee"})
    on.press(CO, card(on), "settle", {"disposition": "parked", "reply": "Het MT kijkt opnieuw."})
    assert body(on, "MT").decision == "aangehouden"
    assert card(on).title.nl == "Het MT"


def test_an_answer_by_phone_is_recorded_on_behalf_of_the_partner() -> None:
    on = talk()
    asked(on)
    decided(on)
    view = card(on)
    assert view.title.nl == "Reacties op de wijziging"
    on.press(CO, view, "answer_for", {"consent": "amended/M01/POL", "answer": "ja"})
    assert [e.on_behalf_of for e in on.dossier.all(Event) if e.what == "consented"] == ["POL"]


def test_the_step_waits_for_partners_that_were_asked() -> None:
    on = talk()
    asked(on)
    decided(on)
    assert "Nog geen antwoord over de wijziging van: Politie, Welzijn." in words(closed(on))
    assert closing(on.dossier, "decision") is None


def test_nothing_is_adopted_without_the_decision_of_who_adopts() -> None:
    on = talk()
    decided(on)
    override = view_of(closed(on))
    turn = on.press(CO, override, "override", {"why": "Het college besluit later."})
    assert "pas vastgesteld" in words(turn)
    assert not on.dossier.all(Edition)
    assert not adopted(on.dossier)


def test_adoption_keeps_the_plan_word_for_word_and_tells_everybody() -> None:
    on = talk()
    decided(on)
    decided(on, reference="Z-2026-12")
    turn = closed(on)
    (edition,) = on.dossier.all(Edition)
    assert edition.key == "1.0"
    assert "Measure" in json.loads(edition.content)
    kept = read(edition)
    assert kept.plan.version == "1.0"
    assert kept.measures == on.dossier.measures
    assert [r.paper.kind for r in turn.replies if r.paper] == ["zip"]
    assert on.dossier.get(Confirmed, "archive")
    told = {m.to for m in on.dossier.all(Message) if m.kind == "adopted"}
    assert told == {RUUD, "p-els", MIRA, BOSS, HOLDER}
    assert status(on.dossier) == "vastgesteld"


def test_whoever_hears_of_adoption_takes_the_own_page_and_the_plan() -> None:
    on = talk()
    decided(on)
    decided(on)
    closed(on)
    message = next(m for m in on.dossier.all(Message) if m.kind == "adopted" and m.to == MIRA)
    reply = say(on.dossier, message, on.at)
    assert reply
    assert reply.view
    papers = [
        on.press(MIRA, reply.view, verb, {}).replies[0].paper for verb in ("extract", "plan")
    ]
    assert [paper.part for paper in papers if paper] == ["partner:WEL", "adopted"]


def test_who_only_hears_of_it_may_follow_adoption() -> None:
    on = talk()
    decided(on)
    decided(on)
    closed(on)
    view = card(on)
    assert view.title.nl == "De gemeenteraad"
    on.press(CO, view, "record", {"decision": "ter kennisname aangenomen"})
    assert body(on, "raad").decision == "ter kennisname aangenomen"


def test_a_plan_adopted_again_after_reopening_is_one_minor_further() -> None:
    on = talk()
    decided(on)
    decided(on)
    closed(on)
    view = view_of(on.say(CO, "heropenen"))
    on.press(CO, view, "reopen", {"step": "draft", "why": "Een maatregel klopt niet."})
    assert on.dossier.plan.version == "1.1 concept"
    assert [b.decision for b in on.dossier.all(DecisionStep)] == [None, None, None]
    again = tuple(Closed(key=f"{s}/9", step=s, at=on.at) for s in STEPS)
    on.dossier = on.dossier.plus(again)
    decided(on)
    decided(on)
    closed(on)
    assert sorted(e.key for e in on.dossier.all(Edition)) == ["1.0", "1.1"]


def test_the_route_is_planned_on_one_card() -> None:
    on = talk()
    view = view_of(on.press(CO, view_of(on.say(CO, "besluit")), "route", {}))
    assert filled(view)["due/MT"] == "2026-12-01"
    given = {"day/MT": "2026-12-14", "due/MT": "2026-12-03", "on/raad": "nee"}
    on.press(CO, view, "plan_route", {**given, "new_body": "Regionale stuurgroep"})
    assert (body(on, "MT").day, body(on, "MT").deadline) == (date(2026, 12, 14), date(2026, 12, 3))
    assert body(on, "raad").skipped
    assert body(on, "regionale-stuurgroep").role == "ter bespreking"


@pytest.mark.parametrize(
    "given",
    [
        {"due/MT": "2026-12-24", "day/MT": "2026-12-14"},
        {"on/MT": "nee", "on/college": "nee"},
        {"new_body": "college"},
    ],
)
def test_a_route_that_cannot_be_is_refused(given: dict[str, str]) -> None:
    on = talk()
    view = view_of(on.press(CO, view_of(on.say(CO, "besluit")), "route", {}))
    assert on.press(CO, view, "plan_route", given).keep == ()


def test_the_papers_are_buttons_and_the_annex_a_choice() -> None:
    on = talk()
    view = view_of(on.say(CO, "stukken"))
    paper = on.press(CO, view, "paper/college_proposal", {}).replies[0].paper
    assert paper
    assert paper.part == "college_proposal"
    on.press(CO, view, "annex", {"annex": "nee"})
    assert on.dossier.get(Confirmed, "mt_note_without_findings")
    on.press(CO, view_of(on.say(CO, "stukken")), "annex", {"annex": "ja"})
    assert not on.dossier.get(Confirmed, "mt_note_without_findings")


def test_a_plan_without_a_route_gets_the_usual_one() -> None:
    on = talk(route=())
    decided(on)
    decided(on)
    assert [b.key for b in on.dossier.all(DecisionStep)] == [
        "MT",
        "college",
        "driehoek",
        "gemeenteraad",
    ]
    assert body(on, "driehoek").skipped
    assert adopted(on.dossier)
    assert isinstance(on.dossier.plan, Plan)


def test_next_brings_a_partner_to_the_question_and_a_body_to_its_card() -> None:
    on = talk()
    assert view_of(on.say(BOSS, "verder")).title.nl == "Het MT"
    assert "Besluit van het MT vastleggen" in words(on.say(BOSS, "openstaand"))
    asked(on)
    assert view_of(on.say(MIRA, "verder")).title.nl == "Kunt u hiermee leven?"
    assert "Kunt u leven met de wijziging van M01?" in words(on.say(MIRA, "openstaand"))


def test_a_recorded_decision_is_mended_by_its_name() -> None:
    on = talk()
    decided(on)
    view = view_of(on.say(CO, "besluit MT"))
    on.press(CO, view, "record", {"decision": "akkoord", "reference": "MT-12"})
    assert body(on, "MT").reference == "MT-12"
    assert view_of(on.say(RUUD, "besluit")).buttons == ()
    assert "Het MT" not in [r.view.title.nl for r in on.say(RUUD, "besluit MT").replies if r.view]


def test_after_adoption_a_deciding_body_is_mended_only_by_reopening() -> None:
    on = talk()
    decided(on)
    decided(on)
    closed(on)
    view = view_of(on.say(CO, "besluit MT"))
    assert on.press(CO, view, "record", {"decision": "akkoord", "text": "Anders."}).keep == ()
    on.press(
        CO, view_of(on.say(CO, "heropenen")), "reopen", {"step": "decision", "why": "Kenmerk."}
    )
    assert (on.dossier.plan.version, body(on, "MT").decision) == ("1.1 concept", "akkoord")
    closed(on)
    assert on.dossier.plan.version == "1.1"


def test_the_coordinator_needs_no_message_of_the_own_adoption() -> None:
    theme = on_theme(CO)
    on = talk(theme)
    decided(on)
    decided(on)
    closed(on)
    assert CO not in {m.to for m in on.dossier.all(Message) if m.kind == "adopted"}


def on_theme(owner: str) -> Theme:
    return Theme(key="T1", title="Jeugd", order=1, owner=owner)


def test_a_part_that_changed_in_the_meantime_is_not_written_over() -> None:
    on = talk()
    amended(on, "M01")
    old = card(on)
    changed = altered(_measure(on, "M01"), title="Intussen anders")
    made = change(_measure(on, "M01"), changed, because="verdict", by=CO, at=on.at)
    shown = on.show(CO, old)
    on.dossier = on.dossier.plus((changed, made))
    turn = on.press(CO, shown, "alter", {**filled(old), "title/M01": "Te laat"})
    assert turn.keep == ()
    assert "”: Intussen anders" in words(turn)
    assert _measure(on, "M01").title == "Intussen anders"


def test_after_adoption_nobody_is_asked_about_a_change_any_more() -> None:
    on = talk()
    asked(on)
    decided(on)
    view = consent_card(on, MIRA)
    on.press(CO, view_of(closed(on)), "override", {"why": "Het college wil niet wachten."})
    assert view_of(on.say(MIRA, "verder")).title.nl != "Kunt u hiermee leven?"
    assert on.press(MIRA, view, "answer", {"answer/M01": "ja"}).keep == ()
    assert card(on).title.nl == "De gemeenteraad"


def test_the_adopted_plan_can_be_asked_for_again() -> None:
    on = talk()
    assert not [r.view for r in on.say(MIRA, "stukken").replies if r.view]
    decided(on)
    decided(on)
    closed(on)
    assert view_of(on.say(MIRA, "stukken")).title.nl == "Het plan is vastgesteld"


def test_the_first_quarterly_check_and_the_papers_stand_in_the_calendar() -> None:
    on = talk()
    assert "stukken inleveren (college)" in words(on.say(CO, "agenda"))
    decided(on)
    decided(on)
    closed(on)
    assert "donderdag 1 april: eerste kwartaalcheck" in words(on.say(CO, "agenda"))
