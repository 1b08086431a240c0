"""A joint session in the evaluative round: advised, planned, and its outcomes kept as notes."""

from __future__ import annotations

from plan.records import CollectiveSession, Confirmed, DiscussionPoint, Outcome
from plan.sessions import EVALUATION, points_of, session_of, unprocessed
from tests.dialogs.talk import CO, ROUND, RUUD, Talk, view_of, words
from tests.plan.tiny import answer

APART = tuple(
    answer(org, "O2", value, theme, round=ROUND)
    for theme in ("T1", "T2")
    for org, value in (("POL", 1), ("WEL", 5))
)


def talk() -> Talk:
    here = Talk()
    here.dossier = here.dossier.plus(APART)
    return here


def test_it_is_advised_over_the_disputed_themes_and_only_then() -> None:
    said = words(talk().say(CO, "resultaten"))
    assert "Mijn advies: ja, over Jeugd, Uitgaan, want daar lopen de beelden uiteen." in said
    assert "gezamenlijke sessie" not in words(Talk().say(CO, "resultaten"))


def test_it_is_planned_led_and_reported_beside_the_collective_session() -> None:
    here = talk()
    plan = view_of(here.press(CO, view_of(here.say(CO, "resultaten")), "joint", {}))
    assert "Gezamenlijke evaluatiesessie" in plan.title.nl
    here.press(CO, plan, "plan", {"place": "Raadzaal", "day": "2026-09-30"})
    session = session_of(here.dossier, EVALUATION)
    assert session
    assert session_of(here.dossier) is None
    agenda = view_of(here.press(CO, view_of(here.say(CO, "resultaten")), "joint", {}))
    here.press(CO, agenda, "settle", {})
    points = points_of(here.dossier, EVALUATION)
    assert {p.kind for p in points} == {"difference_of_opinion"}
    assert [p.subjects for p in points] == [("T1",), ("T2",)]
    assert points_of(here.dossier) == ()
    early = view_of(here.press(CO, view_of(here.say(CO, "resultaten")), "joint", {}))
    turn = here.press(CO, early, "begin", {})
    assert turn.instead
    view = turn.instead
    while view.about["card"] == "point":
        view = view_of(here.press(CO, view, "record", {"decision": "Kijk.", "owner": RUUD}))
    assert unprocessed(here.dossier, EVALUATION) == ()
    end = here.press(CO, view, "ending", {}).instead
    assert end
    report = view_of(here.press(CO, end, "end", {}))
    here.press(CO, report, "send", {})
    assert here.dossier.get(Confirmed, "evaluation_report")
    assert here.dossier.get(Confirmed, "session_report") is None
    assert len(here.dossier.all(Outcome)) == 2
    assert len(here.dossier.all(CollectiveSession)) == 1
    assert {p.session for p in here.dossier.all(DiscussionPoint)} == {EVALUATION}
