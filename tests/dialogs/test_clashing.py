"""The card that comes back when somebody else changed the same thing: both texts, and a choice."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards import plain
from dialogs.clashing import SEAL, SEALS, both_texts, clash, seal, seals, unmoved
from dialogs.turn import Said
from dialogs.view import Button, Day, Pick, View, Write
from plan.records import Card, Organisation, altered
from plan.text import Text
from tests.dialogs.talk import RUUD, Talk

NAME = Text(nl="Naam", en="Name")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What two people change."""

    name: str = "Lampen"
    day: str = "2027-03-01"


def view(there: Thing, typed: dict[str, str]) -> View:
    return View(
        title=NAME,
        elements=(
            Write(id="name", label=NAME, value=typed.get("name", there.name)),
            Day(id="day", label=Text(nl="Dag", en="Day"), value=typed.get("day", there.day)),
        ),
        buttons=(Button(verb="save", label=NAME),),
        dialog="x",
        about={SEAL: seal(there)},
    )


def pressed(on: View, typed: dict[str, str]) -> Said:
    talk = Talk()
    return talk.said(RUUD, card=talk.show(RUUD, on), verb="save", inputs=typed)


def heard(there: Thing, said: Said) -> View | None:
    turn = clash(said, view(there, {}), view(there, dict(said.inputs)))
    assert turn is None or not (turn.keep or turn.drop)
    return turn.instead if turn else None


def test_nothing_is_asked_where_nobody_changed_anything() -> None:
    assert heard(Thing(), pressed(view(Thing(), {}), {"name": "Licht"})) is None


def test_the_second_keeps_the_own_text_and_reads_what_is_there_now() -> None:
    mine = {"name": "Licht", "day": "2027-03-01"}
    card = heard(Thing(name="Lantaarns"), pressed(view(Thing(), {}), mine))
    assert card
    assert {one.id: one.value for one in card.inputs()} == mine
    said = plain(card, "nl")
    assert "Er staat nu bij “Naam”: Lantaarns" in said
    assert "“Dag”" not in said


def test_saving_that_card_again_is_the_choice() -> None:
    there = Thing(name="Lantaarns")
    card = heard(there, pressed(view(Thing(), {}), {"name": "Licht"}))
    assert card
    assert heard(there, pressed(card, {"name": "Licht"})) is None


def test_a_third_who_comes_in_between_is_seen_too() -> None:
    card = heard(Thing(name="Lantaarns"), pressed(view(Thing(), {}), {"name": "Licht"}))
    assert card
    again = heard(Thing(name="Zon"), pressed(card, {"name": "Licht"}))
    assert again
    assert "Er staat nu bij “Naam”: Zon" in plain(again, "nl")


def test_who_wrote_the_same_is_shown_how_it_is_now() -> None:
    there = Thing(name="Licht")
    mine = {"name": "Licht", "day": there.day}
    card = heard(there, pressed(view(Thing(), {}), mine))
    assert card
    assert "Zo staat het er nu" in plain(card, "nl")


def test_a_day_and_a_choice_read_as_people_say_them() -> None:
    picks = [
        Pick(id="day", label=NAME, choices=(("a", Text(nl="Aan", en="On")),), value=value)
        for value in ("a", "")
    ]
    now, mine = (View(title=NAME, elements=(pick,)) for pick in picks)
    assert "“Naam”: Aan" in plain(both_texts(now, mine), "nl")
    card = heard(Thing(day="2027-04-02"), pressed(view(Thing(), {}), {"day": "2027-03-09"}))
    assert card
    assert "“Dag”: vrijdag 2 april" in plain(card, "nl")


def test_of_several_only_those_that_changed_are_told() -> None:
    def both(a: str, b: str) -> View:
        inputs = (Write(id="name/A", label=NAME, value=a), Write(id="name/B", label=NAME, value=b))
        return View(title=NAME, elements=inputs)

    said = plain(both_texts(both("1", "2"), both("3", "4"), of={"B"}), "nl")
    assert "B: er staat nu bij “Naam”: 2" in said
    assert "A: er staat" not in said


def test_a_card_about_several_knows_which_of_them_moved() -> None:
    pol, wel = Organisation(key="POL", name="Politie"), Organisation(key="WEL", name="Welzijn")
    card = Card(
        key="c1",
        dialog="x",
        to=RUUD,
        conversation="",
        verbs=("save",),
        about={SEALS: seals((pol, wel))},
        issued_at=Talk().at,
    )
    said = Talk().said(RUUD, card=card)
    assert unmoved(said, pol)
    assert not unmoved(said, altered(wel, name="Zorg"))
