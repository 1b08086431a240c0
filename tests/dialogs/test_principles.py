"""The guiding principles of the IVP, given in chat."""

from __future__ import annotations

from dialogs.view import View
from plan.records import ActionItem, Change, Person, Theme
from tests.dialogs.drafted import JORIS, first_year, now, owned, stage, until
from tests.dialogs.talk import CO, Talk, view_of, words

STORY = {"narrative": "Er is overlast op het plein.", "goal": "20 procent minder meldingen."}
PASTED = "- Eerder in beweging\nUitgangspunten:\nDicht bij de inwoner"


def ids(view: View) -> set[str]:
    return {one.id for one in view.inputs()}


def texts(talk: Talk) -> dict[str, str]:
    return {one.id: one.text for one in talk.dossier.plan.ivp.guiding_principles}


def test_they_are_pasted_with_the_first_theme_looked_at_and_then_tied_to_items() -> None:
    talk = first_year()
    view = until(talk, "opening")
    pasted = {**STORY, "principles": PASTED, "lines": "Aanwezig zijn\nPerspectief"}
    look = now(talk.press(CO, view, "save", pasted))
    assert not texts(talk)
    lines = now(talk.press(CO, look, "save", {"kept": "new0,new2"}))
    assert texts(talk) == {"U1": "Eerder in beweging", "U2": "Dicht bij de inwoner"}
    assert ("Plan", "draft") in {(c.kind, c.because) for c in talk.dossier.all(Change)}
    items = now(talk.press(CO, lines, "save", {}))
    assert stage(items) == "items"
    given = {"own/T1-H1": "Straatwerk", "own/T1-H2": "Werk en school"}
    view = now(talk.press(CO, items, "save", given))
    talk.press(CO, view, "save", {"principles/T1.1": "U2", "own/T1.1": "Rondes lopen"})
    assert talk.dossier.all(ActionItem)[0].principles == ("U2",)


def test_left_empty_they_cost_no_tap_and_are_not_asked_again() -> None:
    talk = first_year(Theme(key="T2", title="Uitgaan", order=2))
    view = until(talk, "opening")
    assert "principles" in ids(view)
    assert stage(now(talk.press(CO, view, "save", STORY))) == "items"
    second = view_of(talk.say(CO, "thema T2"))
    assert stage(second) == "opening"
    assert "principles" not in ids(second)


def test_only_the_coordinator_gives_them() -> None:
    talk = owned(first_year(Person(key=JORIS, name="Joris Haan", org="GEM")))
    assert "principles" not in ids(view_of(talk.say(JORIS, "thema T1")))
    assert "uitgangspunt" not in words(talk.say("p-ruud", "uitgangspunten")).casefold()


def test_the_word_adds_to_them_and_what_is_unticked_goes_from_the_items_too() -> None:
    talk = first_year()
    read = now(
        talk.press(CO, view_of(talk.say(CO, "uitgangspunten")), "save", {"principles": "A"})
    )
    talk.press(CO, read, "save", {})
    item = ActionItem(key="T1.1", theme="T1", title="Straatwerk", principles=("U1",))
    talk.dossier = talk.dossier.plus([item])
    read = now(
        talk.press(CO, view_of(talk.say(CO, "uitgangspunten")), "save", {"principles": "B"})
    )
    talk.press(CO, read, "save", {"kept": "new0"})
    assert texts(talk) == {"U2": "B"}
    assert talk.dossier.items[0].principles == ()


def test_what_is_traceable_to_a_person_is_held_back() -> None:
    talk = first_year()
    card = view_of(talk.say(CO, "uitgangspunten"))
    turn = talk.press(CO, card, "save", {"principles": "Bel 06-12345678 bij overlast"})
    assert "herleidbaar" in words(turn)


def test_a_card_that_was_overtaken_writes_nothing() -> None:
    talk = first_year()
    one = now(talk.press(CO, view_of(talk.say(CO, "uitgangspunten")), "save", {"principles": "A"}))
    two = now(talk.press(CO, view_of(talk.say(CO, "uitgangspunten")), "save", {"principles": "B"}))
    talk.press(CO, one, "save", {})
    again = talk.press(CO, two, "save", {})
    assert texts(talk) == {"U1": "A"}
    kept = next(one for one in now(again).inputs() if one.id == "kept")
    assert kept.value == "U1,new0"
