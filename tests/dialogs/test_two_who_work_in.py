"""Two who work one outcome in: what nobody touched stays, and no text is lost."""

from __future__ import annotations

import pytest

from dialogs.changing import changing
from dialogs.meeting.processing import process_view
from dialogs.turn import Turn
from dialogs.view import View
from plan.records import ActionItem, Card, DiscussionPoint, Measure, Outcome, Theme, altered
from plan.sessions import outcome_of
from tests.dialogs.talk import CO, Talk, filled, words
from tests.dialogs.test_meeting import processing


def again(turn: Turn) -> View:
    """The card that came back, with nothing kept."""
    assert not turn.keep, words(turn)
    assert turn.instead
    assert turn.instead.buttons
    return turn.instead


def outcome(here: Talk) -> Outcome:
    found = outcome_of(here.dossier, "D1")
    assert found
    return found


def meanwhile(here: Talk, kind: type[Measure | ActionItem | Theme], key: str, **to: str) -> None:
    """Somebody else changes a part of the plan."""
    here.at = here.at.replace(minute=50)
    before = here.dossier.get(kind, key)
    assert before
    turn = changing(here.said(CO), before, altered(before, **to), because="draft")
    here.dossier = here.dossier.plus(turn.keep)


def wide() -> tuple[Talk, View]:
    """The first point is about a measure, an item and a theme."""
    here, _ = processing()
    point = here.dossier.get(DiscussionPoint, "D1")
    assert point
    empty = ActionItem(key="T2.2", theme="T2", title="Nog leeg")
    point = altered(point, subjects=("M02", "T2.2", "T2"))
    here.dossier = here.dossier.plus((point, empty))
    return here, process_view(here.dossier, here.said(CO), point)


def sent(here: Talk, view: View) -> tuple[Card, dict[str, str]]:
    return here.show(CO, view), filled(view)


def test_a_measure_that_both_changed_shows_both_texts_and_the_choice_is_kept() -> None:
    here, view = processing()
    card, given = sent(here, view)
    meanwhile(here, Measure, "M02", title="Licht", funding="Rijk")
    turn = here.press(CO, card, "process", given | {"title/M02": "Camera weg"})
    assert "M02: er staat nu bij “Wat doen we? (werkwoord, wat en hoeveel)”: Licht" in words(turn)
    assert filled(again(turn))["title/M02"] == "Camera weg"
    here.press(CO, again(turn), "process", {})
    after = here.dossier.get(Measure, "M02")
    assert after
    assert (after.title, after.funding) == ("Camera weg", "Rijk")


def test_a_card_that_comes_back_for_another_reason_does_not_undo_a_change() -> None:
    here, view = processing()
    card, given = sent(here, view)
    meanwhile(here, Measure, "M02", funding="Rijk")
    here.at = here.at.replace(minute=55)
    turn = here.press(CO, card, "process", given | {"start/M02": "ooit"})
    here.press(CO, again(turn), "process", {"start/M02": ""})
    after = here.dossier.get(Measure, "M02")
    assert after
    assert after.funding == "Rijk"


@pytest.mark.parametrize(
    ("field", "kind", "key", "to", "own"),
    [
        ("gap/T2.2", ActionItem, "T2.2", {"gap_reason": "Volgend jaar."}, "Geen geld."),
        ("category/T2", Theme, "T2", {"category": "priority"}, "maintenance"),
    ],
)
def test_an_item_or_theme_that_both_changed_shows_both(
    field: str, kind: type[ActionItem | Theme], key: str, to: dict[str, str], own: str
) -> None:
    here, view = wide()
    card, given = sent(here, view)
    meanwhile(here, kind, key, **to)
    turn = here.press(CO, card, "process", given | {field: own})
    assert f"{key}: er staat nu bij" in words(turn)
    assert filled(again(turn))[field] == own
    here.press(CO, again(turn), "process", {})
    after = here.dossier.get(kind, key)
    assert after
    assert own in str(after)


def test_a_weight_that_nobody_touched_stays_what_another_made_it() -> None:
    here, view = wide()
    card, given = sent(here, view)
    meanwhile(here, Theme, "T2", category="priority")
    turn = here.press(CO, card, "process", given | {"description/M02": "Minder."})
    assert words(turn).startswith("Opgeslagen en verwerkt")
    assert here.dossier.category("T2") == "priority"


def test_an_outcome_that_changed_leaves_the_own_work_on_the_card() -> None:
    here, view = processing()
    card, given = sent(here, view)
    here.dossier = here.dossier.plus((altered(outcome(here), decision="Camera blijft."),))
    turn = here.press(CO, card, "process", given | {"description/M02": "De camera gaat weg."})
    assert "De uitkomst is intussen veranderd" in words(turn)
    assert "Camera blijft." in words(turn)
    on_card = filled(again(turn))
    assert on_card["description/M02"] == "De camera gaat weg."
    assert on_card["reply/B1"] == "Camera blijft."


def test_a_reply_that_was_typed_stays_when_the_outcome_changed() -> None:
    here, view = processing()
    card, given = sent(here, view)
    here.dossier = here.dossier.plus((altered(outcome(here), decision="Camera blijft."),))
    turn = here.press(CO, card, "process", given | {"reply/B1": "Dank voor het idee."})
    assert filled(again(turn))["reply/B1"] == "Dank voor het idee."


def test_what_another_worked_in_stands_beside_what_was_filled_in() -> None:
    here, view = processing()
    mine, theirs = sent(here, view), sent(here, view)
    here.press(CO, theirs[0], "process", theirs[1] | {"title/M02": "Camera weg"})
    typed = {"title/M02": "Camera minder", "reply/B1": "Dank voor het idee."}
    turn = here.press(CO, mine[0], "process", mine[1] | typed)
    said = words(Turn(instead=turn.instead))
    assert not turn.keep
    assert "Gedaan door Sanne Verbeek. Gewijzigd:" in said
    assert "er staat nu “Camera weg”, ingevuld was “Camera minder”" in said
    assert "Dank voor het idee." in said


def test_putting_another_measure_on_the_card_does_not_hide_a_change() -> None:
    here, view = processing()
    card, given = sent(here, view)
    meanwhile(here, Measure, "M02", title="Licht")
    turn = here.press(CO, card, "add", given | {"title/M02": "Camera weg", "add": "M01"})
    assert "M02: er staat nu bij “Wat doen we? (werkwoord, wat en hoeveel)”: Licht" in words(turn)
