"""What of a plan somebody gets who does not make it, class by class."""

from __future__ import annotations

from random import Random

import pytest

from plan.dossier import Dossier
from plan.records import (
    RECORDS,
    Answer,
    BilateralCheck,
    Card,
    Change,
    Closed,
    CollectiveSession,
    Comment,
    Concluded,
    Consent,
    DecisionStep,
    DiscussionPoint,
    Dismissal,
    Edition,
    Event,
    Fact,
    Handover,
    Heaviest,
    Material,
    Measure,
    Message,
    Offered,
    Outcome,
    Person,
    Plan,
    Proposal,
    Record,
    Round,
    Sharing,
    Submission,
    Table,
    Vote,
    Wish,
    altered,
)
from plan.rights import can
from plan.rights.may import RIGHTS
from plan.sessions import heaviest, votes
from plan.sight import RULES, as_neighbour, not_shown, seen_by
from tests.plan.tiny import (
    OPENED,
    answer,
    closed,
    item,
    measure,
    organisation,
    person,
    plan,
    round_,
    theme,
)

ANS, JORIS, MIA, GRI = "ans", "joris", "mia", "gri"
POL, OM, ELS = "pol-1", "om-1", "els"
PEOPLE = (
    person(ANS, "GEM"),
    person(JORIS, "GEM"),
    person(MIA, "GEM"),
    person(GRI, "RAAD"),
    person(POL, "POL", email="pol@x", phone="06-1"),
    person("pol-2", "POL", email="pol2@x"),
    person(OM, "OM", email="om@x", phone="06-2"),
    person(ELS, "GEM"),
)
PLACE: tuple[Record, ...] = (
    plan(decision_makers=(MIA,), readers=(GRI,)),
    theme("T1", owner=JORIS),
    item(),
    measure("M1", "POL"),
    measure("M2", "OM"),
    *(organisation(org) for org in ("POL", "OM")),
    *(organisation(org, consulted=False) for org in ("GEM", "RAAD")),
    *PEOPLE,
    round_("POL", "OM"),
)


def of(org: str) -> tuple[Record, ...]:
    """One record of every class in which somebody says something, by an organisation."""
    who, at = f"{org.lower()}-1", OPENED
    return (
        answer(org, "V1", text=f"antwoord {org}"),
        Submission(key=f"r/{org}", round="r", org=org, by=who, at=at),
        Handover(key=f"r/{org}/all", round="r", org=org, topic="all", to=who, by=who, at=at),
        Proposal(key=f"V-{org}", title=f"voorstel {org}", by=(org,)),
        BilateralCheck(key=f"r/{org}", round="r", org=org),
        Comment(key=f"B-{org}", round="r", org=org, text=f"opmerking {org}"),
        Offered(
            key=f"r/{org}", round="r", org=org, question="V1", plan="x", municipality="X", at=at
        ),
        Sharing(
            key=f"r/{org}/x",
            round="r",
            org=org,
            plan="x",
            municipality="X",
            with_round="r",
            with_org=org,
            leads=True,
        ),
        Heaviest(key=org, points=(f"P-{org}",), by=who, at=at),
        Vote(key=f"P1/{org}", point="P1", org=org, choice="voor", by=who, at=at),
        Consent(key=f"k/s/{org}", kind="k", subject="s", org=org, asked_at=at),
        Event(key=f"e-{org}", who=who, what="answered", subject="V1", at=at, after=f"zei {org}"),
        Table(key=who, org=org),
        Card(key=f"c-{org}", dialog="x", to=who, conversation="", verbs=(), issued_at=at),
        Message(key=f"m-{org}", to=who, kind="x", due=at, made_at=at, org=org),
    )


OTHERS = of("OM")
INSIDE: tuple[Record, ...] = (
    Fact(key="f", text="feit"),
    Material(key="g", title="stuk", text="tekst"),
    Concluded(key="M2", at=OPENED),
    Dismissal(key="C1/M2", check="C1", subject="M2", reason="reden", by=ANS, at=OPENED),
    Change(key="c1", kind="Measure", subject="M2", because="x", by=ANS, at=OPENED),
    DiscussionPoint(key="P1", subjects=("M2",), kind="x", question="Vraag?"),
    Outcome(key="O1", point="P1", decision="besluit", owner=OM),
)
WHOLE = Dossier((*PLACE, *of("POL"), *OTHERS, *INSIDE))


def seen(who: str, dossier: Dossier = WHOLE) -> Dossier:
    found = dossier.get(Person, who)
    assert found
    return seen_by(dossier, found)


def test_every_class_of_record_has_a_rule() -> None:
    assert set(RULES) == set(RECORDS), "decide who gets it, in plan/sight/rules.py"


@pytest.mark.parametrize("who", [ANS, JORIS])
def test_who_makes_the_plan_gets_it_whole(who: str) -> None:
    assert seen(who) is WHOLE


@pytest.mark.parametrize("record", OTHERS, ids=lambda r: type(r).__name__)
def test_a_partner_gets_its_own_and_never_another_partners(record: Record) -> None:
    kind = type(record)
    assert seen(POL).get(kind, record.key) is None
    assert seen(OM).get(kind, record.key) is record


@pytest.mark.parametrize("record", OTHERS, ids=lambda r: type(r).__name__)
def test_a_colleague_without_a_role_gets_nothing_that_partners_said(record: Record) -> None:
    assert seen(ELS).get(type(record), record.key) is None


@pytest.mark.parametrize("record", INSIDE, ids=lambda r: type(r).__name__)
def test_before_the_session_a_partner_gets_nothing_of_what_is_made_inside(record: Record) -> None:
    assert seen(POL).get(type(record), record.key) is None


def test_the_draft_opens_with_the_session() -> None:
    assert [m.key for m in seen(POL).measures] == ["M1"]
    after = seen(POL, WHOLE.plus([closed("check", OPENED)]))
    assert [m.key for m in after.measures] == ["M1", "M2"]
    assert after.all(DiscussionPoint)
    assert not after.all(Dismissal)
    assert {one.org for one in after.all(Answer)} == {"POL"}


def test_who_decides_gets_the_draft_and_what_was_done_and_no_answers() -> None:
    mt = seen(MIA)
    assert len(mt.measures) == 2
    assert len(mt.all(Comment)) == 2
    assert mt.all(Dismissal)
    assert not mt.all(Answer)
    assert not mt.all(Vote)


def test_a_reader_gets_the_register_and_neither_answers_nor_the_draft() -> None:
    college = DecisionStep(key="college", body="college", decision="akkoord")
    assert not seen(GRI).all(Event)
    assert not seen(GRI).measures
    decided = seen(GRI, WHOLE.plus([college]))
    assert decided.all(Event)
    assert not decided.all(Answer)


def test_how_to_reach_somebody_is_known_to_the_own_organisation_alone() -> None:
    mine, theirs = seen(POL).get(Person, "pol-2"), seen(POL).get(Person, OM)
    assert mine
    assert mine.email == "pol2@x"
    assert theirs
    assert (theirs.name, theirs.email, theirs.phone) == ("Om-1", None, None)


def test_an_edition_keeps_everything_that_was_said_and_is_handed_to_nobody_else() -> None:
    adopted = WHOLE.plus([Edition(key="1.0", at=OPENED, by=ANS, content="{}", why="w")])
    for who, why in ((ELS, None), (POL, "w"), (MIA, "w"), (GRI, "w")):
        assert [(e.content, e.why) for e in seen(who, adopted).all(Edition)] == [("", why)]
    assert [e.content for e in seen(ANS, adopted).all(Edition)] == ["{}"]


def test_why_a_step_was_closed_all_the_same_is_not_for_partners() -> None:
    forced = WHOLE.plus([closed("evaluation", OPENED, why="OM doet niet mee")])
    assert [c.why for c in seen(POL, forced).all(Closed)] == [None]
    assert [c.why for c in seen(MIA, forced).all(Closed)] == ["OM doet niet mee"]


def test_a_stand_in_and_whom_it_was_handed_to_get_that_organisations_and_no_other() -> None:
    away = WHOLE.plus([Wish(key=POL, stand_in=ELS)])
    given = Handover(key="r/POL/t", round="r", org="POL", topic="t", to=ELS, by=POL, at=OPENED)
    for known in (away, WHOLE.plus([given])):
        assert {one.org for one in seen(ELS, known).all(Answer)} == {"POL"}


def test_somebody_taken_out_of_the_plan_gets_nothing_of_anybody() -> None:
    gone = WHOLE.plus([], [one for one in PEOPLE if one.key == POL])
    assert {type(one) for one in seen_by(gone, person(POL, "POL")).records()} == {Plan}


def test_the_same_key_with_another_identity_is_a_stranger() -> None:
    other = altered(PEOPLE[0], tenant="elsewhere", object_id="x")
    assert {type(one) for one in seen_by(WHOLE, other).records()} == {Plan}


def test_a_neighbour_gets_no_word_of_anybody() -> None:
    near = as_neighbour(WHOLE)
    assert near.all(Round)
    assert near.all(Submission)
    assert not near.all(Answer)
    assert not near.all(Comment)
    assert not any(one.email or one.phone for one in near.all(Person))


def test_what_everybody_said_counts_in_figures_all_the_same() -> None:
    assert votes(seen(POL), "P1")["voor"] == 2
    assert heaviest(seen(POL)) == {"P-POL": 1, "P-OM": 1}
    more = seen(POL).plus([Heaviest(key="POL", points=("P-OM",), by=POL, at=OPENED)])
    assert heaviest(more) == {"P-OM": 2}


# A turn never loses what it was not shown


def test_a_record_that_was_not_shown_cannot_be_written_over_or_dropped() -> None:
    mine = seen(POL)
    theirs = answer("OM", "V1", text="van mij nu")
    assert [one.key for one in not_shown(WHOLE, mine, (theirs,))] == [theirs.key]


def test_neither_can_one_of_which_only_a_part_was_shown() -> None:
    mine = seen(POL)
    part = mine.get(Person, OM)
    assert part
    lost = not_shown(WHOLE, mine, (altered(part, name="Anders"),))
    assert lost == (WHOLE.get(Person, OM),)


def test_what_is_new_or_was_shown_can_be_kept() -> None:
    mine = seen(POL)
    own = mine.all(Answer)[0]
    new = answer("POL", "V2", text="nieuw")
    assert not_shown(WHOLE, mine, (altered(own, text="anders"), new)) == ()


def test_what_was_kept_again_as_it_was_is_still_shown() -> None:
    known = Dossier(PLACE).plus([answer("POL", "V1", text="zo")])
    seen(POL, known)
    again = known.plus([answer("POL", "V1", text="zo")])
    own = seen(POL, again).all(Answer)[0]
    assert not_shown(again, seen(POL, again), (altered(own, text="anders"),)) == ()


# The same after every change as worked out anew


@pytest.mark.parametrize("seed", range(20))
def test_after_any_change_it_is_the_sight_of_the_new_plan(seed: int) -> None:
    chance, known = Random(seed), Dossier(PLACE)  # noqa: S311
    pool = [
        *of("POL"),
        *of("OM"),
        *INSIDE,
        closed("check", OPENED),
        Wish(key=OM, stand_in=POL),
        Edition(key="1.0", at=OPENED, by=ANS, content="{}"),
        CollectiveSession(key="session", invited=("POL",), agenda_at=OPENED),
        measure("M2", "OM", "POL"),
        person("pol-3", "POL"),
    ]
    for _ in range(60):
        record = chance.choice(pool)
        gone = chance.random() < 0.3
        known = known.plus([], [record]) if gone else known.plus([record])
        who = chance.choice((POL, OM, ELS, MIA, GRI))
        fresh = Dossier(known.records())
        assert sorted(map(repr, seen(who, known).records())) == sorted(
            map(repr, seen(who, fresh).records())
        )
        assert seen(who, known).measures == seen(who, fresh).measures
        assert seen(who, known).latest_answers == seen(who, fresh).latest_answers


@pytest.mark.parametrize("who", [one.key for one in PEOPLE])
@pytest.mark.parametrize("reached", [(), (closed("check", OPENED),)])
def test_the_rights_are_the_same_in_the_part_as_in_the_whole(
    who: str, reached: tuple[Record, ...]
) -> None:
    known = WHOLE.plus(reached)
    one, part = known.get(Person, who), seen(who, known)
    assert one
    for verb in RIGHTS:
        assert can(part, one, verb) is can(known, one, verb), verb
    assert part.get(Plan, "v-2027") is known.get(Plan, "v-2027")
    assert part.get(Measure, "M1") or who not in (POL, "pol-2")
