"""A stand-in of another organisation does all that the one who is away was asked."""

from __future__ import annotations

from datetime import timedelta

from dialogs.deciding.consent import consent_view
from dialogs.meeting.agreeing import due_view
from dialogs.meeting.answering import poll_view
from plan.coming import coming
from plan.content.tracks import TRACKS
from plan.records import Comment, Consent, Heaviest, Outcome, Person, Record, Vote, Wish, altered
from tests.dialogs.talk import MIRA, ROUND, RUUD, Talk, view_of, words
from tests.dialogs.test_attending import OUTCOME, POINTS, SESSION, talk
from tests.dialogs.test_deciding import NOW, asked
from tests.dialogs.test_deciding import talk as deciding

AWAY = Wish(key=RUUD, stand_in=MIRA)


def only(org: str) -> Record:
    return altered(SESSION, invited=(org,))


def test_a_stand_in_chooses_the_heaviest_points_of_both_one_card_after_the_other() -> None:
    here = talk(AWAY)
    card = view_of(here.say(MIRA, "sessie"))
    assert card.about["org"] == "WEL"
    turn = here.press(MIRA, card, "choose", {"heaviest": "D1"})
    card = view_of(turn)
    assert card.about["org"] == "POL"
    assert "voor Politie" in words(turn)
    assert here.press(MIRA, card, "choose", {"heaviest": "D2"}).replies == ()
    assert {h.key: h.points for h in here.dossier.all(Heaviest)} == {
        "WEL": ("D1",),
        "POL": ("D2",),
    }


def test_who_is_not_invited_but_stands_in_sees_the_session() -> None:
    assert "Raadzaal" in words(talk(AWAY, only("POL")).say(MIRA, "sessie"))
    assert "Raadzaal" not in words(talk(only("POL")).say(MIRA, "sessie"))


def test_a_stand_in_votes_and_a_stranger_does_not() -> None:
    for wishes, votes in (((AWAY,), ["POL"]), ((), [])):
        here = talk(*wishes)
        here.press(MIRA, poll_view(here.dossier, POINTS[0], "POL"), "voor", {})
        assert [vote.org for vote in here.dossier.all(Vote)] == votes


def test_a_stand_in_says_that_an_agreement_was_kept_and_a_stranger_does_not() -> None:
    for wishes, kept in (((AWAY,), True), ((), False)):
        here = talk(OUTCOME, *wishes)
        here.press(MIRA, due_view(here.dossier, (OUTCOME,)), "done", {})
        known = here.dossier.get(Outcome, "D1")
        assert known
        assert bool(known.done_at) is kept


def test_a_stand_in_is_brought_to_the_question_about_a_change() -> None:
    on = deciding(AWAY)
    asked(on)
    for org in ("WEL", "POL"):
        card = view_of(on.say(MIRA, "verder"))
        assert card.about["org"] == org
        on.press(MIRA, card, "answer", {"answer/M01": "ja"})
    assert {c.org: c.by for c in on.dossier.all(Consent)} == {"POL": MIRA, "WEL": MIRA}


def test_a_stranger_or_who_stood_in_before_it_was_asked_answers_nothing() -> None:
    over = altered(AWAY, stand_in_until=NOW.date() - timedelta(days=1))
    for wishes in ((), (over,)):
        on = deciding(*wishes)
        asked(on)
        card = consent_view(on.dossier, "POL")
        assert card
        assert on.press(MIRA, card, "answer", {"answer/M01": "ja"}).keep == ()
        on.press(MIRA, view_of(on.say(MIRA, "verder")), "answer", {"answer/M01": "ja"})
        assert "Kunt u hiermee leven" not in words(on.say(MIRA, "verder"))


def test_a_stand_in_reads_what_was_done_with_the_remarks() -> None:
    remark = Comment(
        key="c1", round=ROUND, org="POL", subject="M01", text="Te veel uren.", kind="remark"
    )
    for wishes, seen in (((AWAY,), True), ((), False)):
        here = Talk()
        here.dossier = here.dossier.plus((remark, *wishes))
        assert ("Te veel uren." in words(here.say(MIRA, "opmerkingen"))) is seen


def test_the_days_to_come_are_also_those_of_who_is_away() -> None:
    for wishes, ids in (((AWAY,), ["session", "agreement-D1"]), ((), [])):
        known = talk(OUTCOME, only("POL"), *wishes).dossier
        mira = known.get(Person, MIRA)
        assert mira
        days = coming(known, mira, NOW.date() - timedelta(days=60), TRACKS["follow_up"])
        assert [one.id for one in days if not one.id.startswith("round")] == ids
