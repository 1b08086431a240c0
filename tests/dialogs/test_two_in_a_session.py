"""Two cards of one session: the second sees what was kept meanwhile beside what was filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dialogs.meeting.agenda import agenda_view
from dialogs.meeting.bins import bins_view
from dialogs.meeting.links import links_view
from dialogs.meeting.overview import end_view
from dialogs.meeting.plan_card import plan_view
from dialogs.meeting.point import point_view
from dialogs.meeting.reporting import report_view
from dialogs.meeting.stopping import stop_view
from dialogs.turn import Turn
from dialogs.view import Button, Heading, View
from plan.records import (
    CollectiveSession,
    DiscussionPoint,
    Event,
    Measure,
    Message,
    Outcome,
    Theme,
    altered,
)
from plan.sessions import outcome_of, points_of, session_of
from plan.text import Text
from tests.dialogs.talk import CO, ELS, RUUD, Talk, filled, words
from tests.dialogs.test_meeting import leading, planned

MEANWHILE = "intussen gewijzigd"


def session(here: Talk) -> CollectiveSession:
    found = session_of(here.dossier)
    assert found
    return found


def again(turn: Turn) -> View:
    """The card that came back, with nothing kept."""
    assert not turn.keep, words(turn)
    assert turn.instead
    assert turn.instead.buttons
    return turn.instead


def agenda(here: Talk) -> View:
    return agenda_view(here.dossier, here.said(CO))


def test_each_point_of_the_agenda_stands_under_a_heading_with_a_capital() -> None:
    headings = [one.text for one in agenda(planned()).elements if isinstance(one, Heading)]
    assert len(headings) > 1
    assert all(text.nl[0].isupper() and text.en[0].isupper() for text in headings)


def test_a_point_that_another_worded_anew_is_not_overwritten_by_an_older_agenda() -> None:
    here = planned()
    mine, theirs = agenda(here), agenda(here)
    here.press(CO, theirs, "settle", {"question/D1": "Camera of licht?", "minutes/D1": "25"})
    turn = here.press(CO, mine, "settle", {"question/D1": "Wel of geen camera?"})
    card = again(turn)
    assert "Er staat nu op plaats 1 (25 minuten): Camera of licht?" in words(turn)
    assert filled(card)["question/D1"] == "Wel of geen camera?"
    assert points_of(here.dossier)[0].question == "Camera of licht?"
    here.press(CO, card, "settle", {})
    assert points_of(here.dossier)[0].question == "Wel of geen camera?"


def test_words_at_a_proposal_stay_when_the_agenda_was_settled_meanwhile() -> None:
    here = planned()
    for point in points_of(here.dossier):
        here.dossier = here.dossier.plus((), (point,))
    here.dossier = here.dossier.plus((altered(session(here), agenda_at=None),))
    mine, theirs = agenda(here), agenda(here)
    first = next(one.id for one in mine.inputs() if one.id.startswith("question/"))
    here.press(CO, theirs, "settle", {})
    turn = here.press(CO, mine, "settle", {first: "Wel of geen camera?"})
    assert MEANWHILE in words(turn)
    assert "Wel of geen camera?" in filled(again(turn)).values()
    here.press(CO, again(turn), "settle", {})
    assert "Wel of geen camera?" in [point.question for point in points_of(here.dossier)]


def test_words_at_a_point_that_was_taken_off_are_shown() -> None:
    here = planned()
    here.press(CO, agenda(here), "settle", {"own": "Wat doen we met Oud en Nieuw?"})
    mine, theirs = agenda(here), agenda(here)
    own = next(p.key for p in points_of(here.dossier) if "Oud en Nieuw" in p.question)
    here.press(CO, theirs, "settle", {f"place/{own}": "niet"})
    turn = here.press(CO, mine, "settle", {f"question/{own}": "Vuurwerk?"})
    again(turn)
    assert "Dit punt staat niet meer op de agenda. Ingevuld was: Vuurwerk?" in words(turn)


def test_adding_parked_proposals_does_not_hide_that_the_agenda_changed() -> None:
    here = planned()
    mine, theirs = agenda(here), agenda(here)
    more = Button(verb="parked", label=Text(nl="Erbij", en="More"))
    mine = replace(mine, buttons=(*mine.buttons, more))
    here.press(CO, theirs, "settle", {"question/D1": "Camera of licht?"})
    turn = here.press(CO, mine, "parked", {"question/D1": "Wel of geen camera?"})
    assert "Camera of licht?" in words(turn)
    assert filled(again(turn))["question/D1"] == "Wel of geen camera?"


def the_outcome(here: Talk, point: str = "D1") -> Outcome:
    found = outcome_of(here.dossier, point)
    assert found
    return found


def point_card(here: Talk, key: str = "D1") -> View:
    point = here.dossier.get(DiscussionPoint, key)
    assert point
    return point_view(here.dossier, here.said(CO), point)


def test_an_outcome_that_was_recorded_meanwhile_stands_beside_the_own_one() -> None:
    here, _ = leading()
    mine, theirs = point_card(here), point_card(here)
    here.press(CO, theirs, "record", {"decision": "Stoppen.", "owner": RUUD})
    turn = here.press(CO, mine, "record", {"decision": "Doorgaan.", "owner": ELS})
    said = words(turn)
    assert "Stoppen." in said
    assert "Er staat nu bij “Eigenaar”: Ruud Tamminga" in said
    assert filled(again(turn))["decision"] == "Doorgaan."
    assert the_outcome(here).decision == "Stoppen."
    here.press(CO, again(turn), "record", {})
    assert (the_outcome(here).decision, the_outcome(here).owner) == ("Doorgaan.", ELS)


def test_the_same_outcome_once_more_stays_worked_in() -> None:
    here, _ = leading()
    here.press(CO, point_card(here), "record", {"decision": "Stoppen.", "owner": RUUD})
    done = altered(the_outcome(here), processed_at=here.at)
    here.dossier = here.dossier.plus((done,))
    here.press(CO, point_card(here), "record", {})
    assert the_outcome(here).processed_at == done.processed_at
    here.press(CO, point_card(here), "record", {"decision": "Toch niet."})
    assert the_outcome(here).processed_at is None


def test_who_polls_second_sees_what_is_polled_already() -> None:
    here, _ = leading()
    mine, theirs = point_card(here), point_card(here)
    here.press(CO, theirs, "poll", {"decision": "Licht erbij?"})
    turn = here.press(CO, mine, "poll", {"decision": "Camera weg?"})
    assert "Er loopt al een peiling, met dit voorstel: Licht erbij?" in words(turn)
    assert filled(again(turn))["decision"] == "Camera weg?"


def test_a_session_that_another_moved_is_not_moved_back_by_an_older_card() -> None:
    here = planned()
    mine, theirs = (plan_view(here.dossier, here.said(CO)) for _ in range(2))
    here.press(CO, theirs, "plan", {"day": "2026-12-01"})
    turn = here.press(CO, mine, "plan", {"chair": RUUD})
    assert "Er staat nu bij “Datum”: dinsdag 1 december" in words(turn)
    card = again(turn)
    assert (filled(card)["chair"], session(here).chair) == (RUUD, None)
    here.press(CO, card, "plan", {})
    assert (session(here).chair, str(session(here).day)) == (RUUD, "2026-12-01")


def test_counting_votes_or_asking_for_more_points_does_not_hide_a_clash() -> None:
    here, _ = leading()
    here.press(CO, point_card(here), "poll", {"decision": "Licht erbij?"})
    mine, theirs = point_card(here), point_card(here)
    here.press(CO, theirs, "record", {"decision": "Stoppen.", "owner": RUUD})
    turn = here.press(CO, mine, "count", {"decision": "Doorgaan."})
    assert "Stoppen." in words(turn)
    assert filled(again(turn))["decision"] == "Doorgaan."


def category(here: Talk, key: str) -> str | None:
    found = here.dossier.get(Theme, key)
    return found.category if found else None


def test_a_bin_that_is_not_touched_does_not_undo_what_another_chose() -> None:
    here, _ = leading()
    mine, theirs = (bins_view(here.dossier, here.said(CO), session(here)) for _ in range(2))
    here.press(CO, theirs, "save_bins", {"category/T1": "maintenance"})
    turn = here.press(CO, mine, "save_bins", {"category/T2": "priority"})
    assert (category(here, "T1"), category(here, "T2")) == ("maintenance", "priority")
    assert "Opgeslagen" in words(turn)
    assert MEANWHILE not in words(turn)


def test_of_two_who_move_one_theme_the_second_chooses_and_the_rest_is_kept() -> None:
    here, _ = leading()
    mine, theirs = (bins_view(here.dossier, here.said(CO), session(here)) for _ in range(2))
    here.press(CO, theirs, "save_bins", {"category/T1": "maintenance"})
    turn = here.press(CO, mine, "save_bins", {"category/T1": "other", "category/T2": "priority"})
    assert (category(here, "T1"), category(here, "T2")) == ("maintenance", "priority")
    assert turn.instead
    assert "Uitgaan: prioriteit" in words(turn)
    assert "Jeugd: " not in words(Turn(instead=turn.instead))
    (card,) = (reply.view for reply in turn.replies if reply.view)
    assert "Er staat nu bij “T1 Jeugd”: beheersniveau" in words(turn)
    assert filled(card)["category/T1"] == "other"
    here.press(CO, card, "save_bins", {})
    assert (category(here, "T1"), category(here, "T2")) == ("other", "priority")


def test_a_measure_that_another_stopped_keeps_that_reason_until_the_second_chooses() -> None:
    here, _ = leading()
    mine, theirs = (stop_view(here.dossier, here.said(CO), session(here)) for _ in range(2))
    here.press(CO, theirs, "save_stop", {"measure": "M01", "why": "Het werkt niet."})
    given = {"measure": "M01", "verdict": "scale_down", "why": "De helft is genoeg."}
    turn = here.press(CO, mine, "save_stop", given)
    assert "Er staat nu bij M01 Straatwerk: Stoppen. Reden: Het werkt niet." in words(turn)
    card = again(turn)
    assert filled(card) == given
    measure = here.dossier.get(Measure, "M01")
    assert measure
    assert measure.decision_reason == "Het werkt niet."
    here.press(CO, card, "save_stop", {})
    measure = here.dossier.get(Measure, "M01")
    assert measure
    assert (measure.decision, measure.decision_reason) == ("scale_down", "De helft is genoeg.")


def test_two_who_tie_the_same_themes_both_keep_their_words() -> None:
    here, _ = leading()
    mine, theirs = (links_view(here.dossier, here.said(CO), session(here)) for _ in range(2))
    pair = {"one/1": "T1", "other/1": "T2"}
    here.press(CO, theirs, "save_links", {**pair, "words/1": "Samen surveilleren."})
    here.press(CO, mine, "save_links", {**pair, "words/1": "Een rooster."})
    theme = here.dossier.get(Theme, "T1")
    assert theme
    assert theme.cross_links_note == "Samen surveilleren.\nEen rooster."


def test_a_report_is_sent_once_by_two_cards_and_again_only_when_that_is_chosen() -> None:
    here, _ = leading()
    mine, theirs = (report_view(here.dossier, here.said(CO), session(here)) for _ in range(2))
    here.press(CO, theirs, "send", {})
    turn = here.press(CO, mine, "send", {})
    assert "Het verslag ging intussen al uit; er is nu niets verstuurd." in words(turn)

    def sent() -> int:
        return len([e for e in here.dossier.all(Event) if e.what == "sent_report"])

    assert sent() == 1
    before = len(here.dossier.all(Message))
    here.at += timedelta(minutes=1)
    here.press(CO, again(turn), "send", {})
    assert sent() == 2
    assert len(here.dossier.all(Message)) > before


def test_of_two_who_note_who_was_there_the_second_sees_both() -> None:
    here, _ = leading()
    mine, theirs = (end_view(here.dossier, here.said(CO), session(here)) for _ in range(2))
    here.press(CO, theirs, "end", {"present": "POL"})
    turn = here.press(CO, mine, "end", {"present": "WEL"})
    assert "Er staat nu bij “Wie was erbij?”: Politie" in words(turn)
    assert session(here).present == ("POL",)
    here.press(CO, again(turn), "end", {})
    assert session(here).present == ("WEL",)
