"""Adding a contact: a person of a known organisation, or of a new partner."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.cards import plain
from dialogs import decide
from dialogs.turn import Said, Turn
from dialogs.view import Pick
from plan.dossier import Dossier
from plan.records import (
    Card,
    Handover,
    Ivp,
    Message,
    Municipality,
    Organisation,
    Person,
    Plan,
    Round,
    altered,
)

NOW = datetime(2026, 9, 14, 8, tzinfo=UTC)
SANNE = Person(key="p-sanne", name="Sanne", org="OOV")
KNOWN = Dossier(
    [
        Plan(
            key="up",
            title="Plan",
            year=2027,
            track="follow_up",
            municipality=Municipality(id="m", name="Dorp"),
            ivp=Ivp(title="IVP"),
            coordinator="p-sanne",
        ),
        SANNE,
        Organisation(key="POL", name="Politie", consulted=True),
        Round(
            key="evaluation-1",
            step="evaluation",
            opened_at=NOW,
            deadline=date(2026, 10, 5),
            partners=("POL",),
        ),
    ]
)
CARD = Card(
    key="c", dialog="contacts", to="p-sanne", conversation="", verbs=("add",), issued_at=NOW
)


def added(who: Person = SANNE, **inputs: str) -> Turn:
    return decide(KNOWN, Said(who=who, at=NOW, card=CARD, verb="add", inputs=inputs))


def kept(turn: Turn, kind: type) -> list[object]:
    return [record for record in turn.keep if isinstance(record, kind)]


def test_a_contact_of_a_known_partner_gets_the_open_questions() -> None:
    turn = added(name="Ruud Bos", org="POL", hand_over="ja")
    (person,) = kept(turn, Person)
    assert isinstance(person, Person)
    assert (person.key, person.org) == ("p-ruud-bos", "POL")
    assert [h.to for h in kept(turn, Handover) if isinstance(h, Handover)] == ["p-ruud-bos"]
    assert [m.kind for m in kept(turn, Message) if isinstance(m, Message)] == ["handed"]
    assert turn.instead is not None
    assert "Opgeslagen" in turn.instead.title.nl


def test_a_new_organisation_becomes_a_partner_that_is_asked() -> None:
    turn = added(name="Ria Dijk", org="new", org_name="Waterschap Zuid", consulted="ja")
    (org,) = kept(turn, Organisation)
    assert isinstance(org, Organisation)
    assert (org.key, org.name, org.consulted) == ("WATERSCHAP-ZUID", "Waterschap Zuid", True)
    assert kept(turn, Handover) == []
    (round_,) = kept(turn, Round)
    assert isinstance(round_, Round)
    assert round_.partners == ("POL", "WATERSCHAP-ZUID")
    assert [m.kind for m in kept(turn, Message) if isinstance(m, Message)] == ["invitation"]


def test_a_name_that_is_there_already_is_that_organisation() -> None:
    turn = added(name="Ria Dijk", org="new", org_name="politie ")
    assert [one.key for one in kept(turn, Organisation) if isinstance(one, Organisation)] == [
        "POL"
    ]
    assert [p.org for p in kept(turn, Person) if isinstance(p, Person)] == ["POL"]


def test_after_one_contact_the_next_can_be_added_at_once() -> None:
    card = Card(
        key="c",
        dialog="contacts",
        to="p-sanne",
        conversation="",
        verbs=("add", "add_more"),
        issued_at=NOW,
    )
    given = {"name": "Ria Dijk", "org": "new", "org_name": "Waterschap"}
    turn = decide(KNOWN, Said(who=SANNE, at=NOW, card=card, verb="add_more", inputs=given))
    assert kept(turn, Person)
    (reply,) = turn.replies
    assert reply.view
    fields = {one.id: one for one in reply.view.inputs()}
    assert fields["name"].value == ""
    assert isinstance(fields["org"], Pick)
    assert "WATERSCHAP" in dict(fields["org"].choices)
    assert added(name="Ria Dijk", org="POL").replies == ()


def test_open_questions_are_asked_about_only_while_a_round_is_open() -> None:
    asked = "Gaan de open vragen"
    for known, there in (
        (KNOWN, True),
        (Dossier([r for r in KNOWN.records() if not isinstance(r, Round)]), False),
    ):
        view = decide(known, Said(who=SANNE, at=NOW, text="contact")).replies[0].view
        assert view
        assert (asked in plain(view, "nl")) is there


def test_without_a_name_nothing_is_kept_and_the_card_stays() -> None:
    turn = added(name=" ", org="POL", role="wijkagent")
    assert turn.keep == ()
    assert turn.instead is not None
    assert {one.id: one.value for one in turn.instead.inputs()}["role"] == "wijkagent"


def test_half_an_account_is_refused() -> None:
    assert added(name="Ruud", org="POL", account="tenant").keep == ()
    (person,) = kept(added(name="Ruud", org="POL", account="t/o"), Person)
    assert isinstance(person, Person)
    assert (person.tenant, person.object_id) == ("t", "o")


def test_only_the_coordinator_adds_contacts() -> None:
    assert added(Person(key="p-x", name="X", org="POL"), name="Ruud", org="POL").keep == ()


def test_a_contact_that_was_added_meanwhile_is_told_and_a_namesake_is_a_choice() -> None:
    known = KNOWN.plus([Person(key="p-ruud-bos", name="Ruud Bos", role="Agent", org="POL")])
    inputs = {"name": "Ruud Bos", "org": "POL", "role": "Chef"}
    said = Said(who=SANNE, at=NOW, card=CARD, verb="add", inputs=inputs)
    turn = decide(known, said)
    assert turn.keep == ()
    assert turn.instead
    assert "staat er al: Ruud Bos, Agent, Politie" in plain(turn.instead, "nl")
    assert {one.id: one.value for one in turn.instead.inputs()}["role"] == "Chef"
    again = altered(CARD, about=turn.instead.about)
    (person,) = kept(decide(known, replace(said, card=again)), Person)
    assert isinstance(person, Person)
    assert person.key == "p-ruud-bos-2"


def test_a_plan_without_partners_says_how_to_add_one() -> None:
    bare = Dossier([r for r in KNOWN.records() if not isinstance(r, Organisation | Round)])
    turn = decide(bare, Said(who=SANNE, at=NOW, text="partners"))
    view = turn.replies[0].view
    assert view
    assert "Er zijn nog geen partners." in plain(view, "nl")
    assert "contact" in plain(view, "nl")
