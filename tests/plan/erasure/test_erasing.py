"""Erasing: what was said is gone, what was decided stays, the register is whole."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from plan.changes import change
from plan.dossier import Dossier
from plan.editions import edition, read
from plan.erasure import GONE, Bodies, UnknownKindError, Whom, erased, whom
from plan.records import (
    Answer,
    Card,
    Change,
    Comment,
    DiscussionPoint,
    Edition,
    Event,
    Measure,
    Message,
    Municipality,
    Organisation,
    Person,
    Plan,
    Proposal,
    Record,
    Table,
    Theme,
    Vote,
    Wish,
    altered,
)
from plan.records.content import Ivp, Lead

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
SAID = "Meer toezicht op zaterdagavond"

PLAN = Plan(
    key="a",
    title="Plan",
    year=2027,
    track="follow_up",
    municipality=Municipality(id="dorp", name="Dorp"),
    ivp=Ivp(title="IVP"),
    coordinator="p-co",
    readers=("p-pol", "p-han"),
)
PEOPLE = (
    Organisation(key="POL", name="Politie"),
    Person(key="p-co", name="Imre Zandstra"),
    Person(key="p-pol", name="Noor Bakkeman", org="POL", email="noor@politie.example"),
    Person(key="p-han", name="Aart Bakker", org="HAN"),
)
ANSWER = Answer(
    key="r1/POL/A1//1", round="r1", org="POL", question="A1", text=SAID, by="p-pol", at=NOON
)
ANSWERED = Event(
    key=f"{NOON.isoformat()}/r1/POL/A1//1",
    who="p-pol",
    what="answered",
    subject="r1/POL/A1//1",
    at=NOON,
    after=SAID,
)


def bodies(*records: Record) -> Bodies:
    found: Bodies = {}
    for record in (PLAN, *PEOPLE, *records):
        body = msgspec.json.decode(msgspec.json.encode(record))
        found.setdefault(type(record).__name__, {})[record.key] = body
    return found


def who(
    found: Bodies, *, person: str | None = None, org: str | None = None, edition: bool = False
) -> Whom:
    numbers = itertools.count(1)
    return whom(found, person=person, org=org, pseudonym=lambda: f"gewist-{next(numbers)}")


def without(records: Sequence[Record], **which: str) -> Bodies:
    found = bodies(*records)
    return erased(found, who(found, **which))  # type: ignore[arg-type]


def one(left: Bodies, kind: type[Record]) -> dict[str, Any]:
    (body,) = left[kind.__name__].values()
    return body


def test_what_a_person_said_goes_and_the_register_stays_whole() -> None:
    left = without([ANSWER, ANSWERED], person="p-pol")
    assert not left["Answer"]
    event = one(left, Event)
    assert (event["who"], event["what"], event["after"]) == ("gewist-1", "answered", GONE)
    assert event["at"] == "2027-03-01T12:00:00Z"
    assert "p-pol" not in left["Person"]


def test_what_an_organisation_said_goes_with_its_contacts_and_from_the_register() -> None:
    left = without([ANSWER, ANSWERED], org="POL")
    assert not left["Answer"]
    assert set(left["Person"]) == {"p-co", "p-han"}
    event = one(left, Event)
    assert event["subject"] == "r1/gewist-2/A1//1"
    assert event["key"].endswith("/r1/gewist-2/A1//1")
    assert "POL" in left["Organisation"], "the plan itself names it"


def test_of_a_line_about_it_also_the_shortest_word_goes() -> None:
    left = one(without([ANSWER, altered(ANSWERED, before="ja", after="nee")], org="POL"), Event)
    assert (left["before"], left["after"]) == (GONE, GONE)


def test_what_a_colleague_changed_later_does_not_tell_what_it_was() -> None:
    changed = altered(ANSWER, by="p-nieuw", text="Minder overlast")
    told = altered(
        ANSWERED, key="x", who="p-nieuw", what="changed_answer", before=SAID, after=changed.text
    )
    left = without([changed, ANSWERED, told], person="p-pol")
    assert one(left, Answer)["text"] == changed.text
    assert (left["Event"]["x"]["before"], left["Event"]["x"]["after"]) == (GONE, changed.text)


def test_what_others_said_stays() -> None:
    other = altered(ANSWER, key="r1/HAN/A1//1", org="HAN", by="p-han")
    told = altered(ANSWERED, key="x", who="p-han", subject=other.key)
    left = without([ANSWER, other, told], org="POL")
    assert one(left, Answer)["text"] == SAID, "two may say the same"
    assert one(left, Event)["who"] == "p-han"


def test_an_answer_that_another_typed_in_stays_under_a_pseudonym() -> None:
    typed = altered(ANSWER, by=None, asked_by="p-co")
    assert one(without([typed], person="p-co"), Answer)["asked_by"] == "gewist-1"


def test_a_duty_is_nobodys_afterwards() -> None:
    measure = Measure(key="M1", item="I1", title="T", lead=Lead(org="POL", person="p-pol"))
    left = without([measure, Theme(key="T1", title="T", owner="p-pol")], person="p-pol")
    assert one(left, Measure)["lead"] == {"org": "POL"}
    assert "owner" not in one(left, Theme)
    assert one(left, Plan)["readers"] == ["p-han"]


def test_a_name_in_running_text_becomes_the_pseudonym() -> None:
    measure = Measure(key="M1", item="I1", title="T", description="Bel noor bakkeman, niet Noor.")
    left = without([measure], person="p-pol")
    assert one(left, Measure)["description"] == "Bel gewist-1, niet Noor."


@pytest.mark.parametrize("name", ["Jürgen Groß", "A. d'Ís (Ria)", "İpek Ş.", "*.*"])
def test_any_name_is_found_as_it_is_written(name: str) -> None:
    other = Person(key="p-x", name=name)
    note = Measure(key="M1", item="I1", title=f"Bel {name}, of {name}.")
    assert one(without([other, note], person="p-x"), Measure)["title"] == (
        "Bel gewist-1, of gewist-1."
    )


def test_a_longer_name_that_begins_the_same_stays() -> None:
    note = Measure(key="M1", item="I1", title="Aart Bakkers en Aart Bakker")
    assert one(without([note], person="p-han"), Measure)["title"] == "Aart Bakkers en gewist-1"


def test_a_literal_quotation_elsewhere_goes() -> None:
    point = DiscussionPoint(
        key="D1", subjects=("M1",), kind="difference", question=f"Hoe verder met “{SAID}”?"
    )
    assert one(without([ANSWER, point], org="POL"), DiscussionPoint)["question"] == (
        f"Hoe verder met “{GONE}”?"
    )


def test_a_proposal_goes_with_the_answer_it_was_made_from_and_the_measure_stays() -> None:
    proposal = Proposal(key="POL-A1-1-r1", title=SAID, by=("POL",), answer=ANSWER.key)
    measure = Measure(key="M1", item="I1", title=SAID)
    rejected = change(
        proposal, altered(proposal, status="rejected"), because="x", by="p-co", at=NOON
    )
    made = change(None, measure, because="proposal/POL-A1-1-r1", by="p-co", at=NOON)
    left = without([ANSWER, proposal, measure, rejected, made], org="POL")
    assert not left["Proposal"]
    assert one(left, Measure)["title"] == SAID, "it is what the plan says now"
    assert one(left, Change)["because"] == "proposal/gewist-2-A1-1-r1"


def test_of_a_joint_proposal_only_the_share_goes() -> None:
    proposal = Proposal(key="P1", title="Samen", by=("POL", "HAN"))
    assert one(without([proposal], org="POL"), Proposal)["by"] == ["HAN"]


def test_what_a_change_says_is_treated_by_the_fields_it_changed() -> None:
    before = Theme(key="T1", title="T", narrative="x")
    made = change(
        before,
        altered(before, owner="p-pol", narrative="Met Noor Bakkeman"),
        because="draft",
        by="p-pol",
        at=NOON,
    )
    left = one(without([made], person="p-pol"), Change)
    assert json.loads(left["became"]) == {"narrative": "Met gewist-1"}
    assert left["by"] == "gewist-1"


def test_the_adopted_plan_is_erased_like_the_plan_and_still_read() -> None:
    vote = Vote(key="D1/POL", point="D1", org="POL", choice="voor", by="p-pol", at=NOON)
    dossier = Dossier((PLAN, *PEOPLE, ANSWER, vote, Measure(key="M1", item="I", title=SAID)))
    kept = edition(dossier, by="p-co", at=NOON)
    content = one(without([ANSWER, kept], org="POL"), Edition)["content"]
    back = read(altered(kept, content=content))
    assert not back.all(Answer)
    assert not back.all(Vote)
    assert back.all(Measure) == (Measure(key="M1", item="I", title=SAID),)
    assert "Bakkeman" not in content


def test_somebody_who_is_in_the_adopted_plan_only_is_found_there() -> None:
    dossier = Dossier((PLAN, *PEOPLE, ANSWER))
    found = bodies(edition(dossier, by="p-co", at=NOON))
    del found["Person"]["p-pol"]
    assert who(found, person="p-pol").people == {"p-pol": "gewist-1"}


def test_receipts_go_and_so_do_cards_that_ask_about_what_is_gone() -> None:
    comment = Comment(key="B-1", round="r1", org="POL", text=SAID, by="p-pol", at=NOON)

    def card(key: str, state: str = "open", **about: str) -> Card:
        return Card(
            key=key,
            dialog="d",
            to="p-co",
            conversation="c",
            verbs=("x",),
            about=about,
            issued_at=NOON,
            state=state,
        )

    left = without(
        [comment, card("1", "used"), card("2", comment="B-1"), card("3", step="draft")], org="POL"
    )
    assert list(left["Card"]) == ["3"]


def test_what_lies_between_the_assistant_and_somebody_goes() -> None:
    records = [
        Table(key="p-pol"),
        Wish(key="p-pol"),
        Wish(key="p-han", stand_in="p-pol"),
        Message(key="m", to="p-pol", kind="invitation", due=NOON, made_at=NOON),
        Message(key="n", to="p-han", kind="note", due=NOON, made_at=NOON, text=f"Zie: {SAID}"),
        ANSWER,
    ]
    left = without(records, person="p-pol")
    assert not left["Table"]
    assert left["Wish"] == {"p-han": {"key": "p-han"}}
    assert list(left["Message"]) == ["n"]
    assert left["Message"]["n"]["text"] == f"Zie: {GONE}"


def test_nobody_of_that_name_is_nobody() -> None:
    assert not who(bodies(), person="p-x")
    assert not who(bodies(), org="X")


@pytest.mark.parametrize(
    ("kind", "body"), [("Tomorrow", {"key": "x"}), ("Fact", {"key": "x", "text": "", "new": 1})]
)
def test_what_nobody_decided_on_is_not_passed_over(kind: str, body: dict[str, Any]) -> None:
    found = {**bodies(), kind: {"x": body}}
    with pytest.raises(UnknownKindError, match=kind):
        erased(found, who(found, org="POL"))


def test_erasing_again_changes_nothing() -> None:
    left = without([ANSWER, ANSWERED], org="POL")
    assert not who(left, person="p-pol")
    again = erased(left, who(left, org="POL"))
    assert again == left
