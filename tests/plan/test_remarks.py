"""Remarks made from answers, contradictions among them, and what a theme owner hears."""

from __future__ import annotations

from datetime import timedelta

from plan.contradictions import CHECK, contradictions
from plan.dossier import Dossier
from plan.records import Answer, Comment, DiscussionPoint, Dismissal, Record, altered
from plan.remarks import next_key, open_remarks, remarks_from
from plan.reminders import due
from tests.plan.tiny import (
    OPENED,
    answer,
    dossier,
    item,
    measure,
    organisation,
    person,
    remark,
    round_,
    theme,
)

ROUND = round_("POL", "WEL", step="check")
PLACE: tuple[Record, ...] = (
    ROUND,
    theme(owner="toos"),
    item(),
    measure("M1", "POL", "WEL"),
    organisation("POL"),
    organisation("WEL"),
    person("toos", "GEM"),
    person("pol-1", "POL"),
)


def said(org: str, question: str, value: str | None, text: str | None = None) -> Answer:
    subject = "M1" if question in ("K1", "K2", "M1") else None
    return answer(org, question, value, subject, text=text, round="check-1", by="pol-1")


def synced(known: Dossier) -> Dossier:
    return known.plus(*remarks_from(known, ROUND, "POL"))


def test_each_answer_with_a_reason_is_one_remark_of_its_kind() -> None:
    known = synced(
        dossier(
            *PLACE,
            said("POL", "K1", "aanpassen", "Anders"),
            said("POL", "K2", "ja_mits", "als er geld is"),
            said("POL", "K5", None, "M1 is te veel"),
        )
    )
    made = {(c.key, c.kind, c.subject) for c in known.all(Comment)}
    assert made == {
        ("B-01", "change", "M1"),
        ("B-02", "condition", "M1"),
        ("B-03", "trouble", "M1"),
    }
    assert synced(known).all(Comment) == known.all(Comment)


def test_other_words_change_an_open_remark_and_make_a_next_one_of_an_answered_one() -> None:
    known = synced(dossier(*PLACE, said("POL", "K1", "aanpassen", "Anders")))
    known = synced(known.plus([said("POL", "K1", "aanpassen", "Heel anders")]))
    assert [(c.key, c.text) for c in known.all(Comment)] == [("B-01", "Heel anders")]
    (first,) = known.all(Comment)
    known = known.plus([altered(first, disposition="rejected", reply="Nee.")])
    assert len(synced(known).all(Comment)) == 1
    known = synced(known.plus([said("POL", "K1", "aanpassen", "Toch zo")]))
    assert [(c.key, c.disposition) for c in known.all(Comment)] == [
        ("B-01", "rejected"),
        ("B-02", "open"),
    ]


def test_an_answer_taken_back_takes_its_open_remark_along() -> None:
    given = said("POL", "K4", None, "Een buurtteam")
    known = synced(dossier(*PLACE, given))
    assert open_remarks(known)
    assert not synced(known.plus([], [given])).all(Comment)


def test_the_number_goes_on_after_those_of_a_file() -> None:
    assert next_key(dossier(remark("B-09"), remark("X-12"))) == "B-10"


def test_a_code_in_the_words_says_what_it_is_about_and_two_codes_do_not() -> None:
    two = (*PLACE, measure("M2", "WEL"))
    known = synced(dossier(*two, said("POL", "K5", None, "M1 en M2 botsen")))
    assert known.all(Comment)[0].subject is None


def test_one_who_takes_part_and_one_for_whom_it_cannot_be_done_contradict() -> None:
    yes = (said("WEL", "K1", "klopt"), said("WEL", "K2", "ja"))
    no = said("POL", "K2", "nee", "Geen mensen")
    (found,) = contradictions(dossier(*PLACE, *yes, no))
    assert (found.measure, found.orgs) == ("M1", ("WEL", "POL"))
    assert contradictions(dossier(*PLACE, *yes)) == ()
    assert contradictions(dossier(*PLACE, no, said("POL", "K1", "klopt"))) == ()


def test_opposite_advice_contradicts_and_going_on_does_not() -> None:
    rounds = round_("POL", "WEL")
    up = answer("POL", "M1", "versterken", "M1")
    assert contradictions(dossier(*PLACE, rounds, up, answer("WEL", "M1", "stoppen", "M1")))
    assert not contradictions(dossier(*PLACE, rounds, up, answer("WEL", "M1", "doorgaan", "M1")))


def test_what_goes_to_the_session_or_was_put_aside_is_noticed_no_more() -> None:
    here = (
        *PLACE,
        remark("B-01", subject="M1", kind="change"),
        remark("B-02", "WEL", subject="M1", kind="change"),
    )
    assert contradictions(dossier(*here))
    point = DiscussionPoint(key="D1", subjects=("M1",), kind="x", question="?")
    aside = Dismissal(key="x", check=CHECK, subject="M1", reason="Nee.", by="ans", at=OPENED)
    sent = remark("B-03", subject="M1", disposition="to_session")
    for settled in (point, aside, sent):
        assert not contradictions(dossier(*here, settled))


def test_a_theme_owner_hears_once_a_day_of_new_remarks_and_the_coordinator_is_none() -> None:
    made = remark("B-01", subject="M1", at=OPENED)
    afternoon = OPENED + timedelta(hours=7)
    here = dossier(*PLACE, made)
    assert [m.to for m in due(here, afternoon) if m.kind == "remarks"] == ["toos"]
    assert not [m for m in due(here, OPENED) if m.kind == "remarks"]
    (message,) = [m for m in due(here, afternoon) if m.kind == "remarks"]
    after = here.plus([message])
    assert not [m for m in due(after, afternoon + timedelta(minutes=5)) if m.kind == "remarks"]
    own = dossier(*PLACE, made, coordinator="toos")
    assert not [m for m in due(own, afternoon) if m.kind == "remarks"]
