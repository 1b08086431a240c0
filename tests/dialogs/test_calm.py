"""When nobody is written to: set by the coordinator on one card, and heeded from then on."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.calm import DIALOG, break_warning, days_said
from plan.records import FreeDays, altered
from tests.dialogs.talk import CO, RUUD, Talk, view_of, words


def test_it_takes_one_word_and_one_click() -> None:
    here = Talk()
    view = view_of(here.say(CO, "vrije dagen"))
    assert view.dialog == DIALOG
    turn = here.press(CO, view, "keep", {"schools": "zuid"})
    assert here.dossier.plan.free_days == FreeDays(schools="zuid")
    assert "regio Zuid: herfstvakantie, vanaf zaterdag 17 oktober" in words(turn)


def test_the_regions_have_names_in_english_too() -> None:
    here = Talk(language="en")
    pick = view_of(here.say(CO, "days off")).inputs()[0]
    names = [label.en for _, label in pick.choices]  # type: ignore[union-attr]
    assert names == ["North", "Central", "South", "None"]


def test_everything_on_the_card_is_kept_and_shown_again() -> None:
    here = Talk()
    view = view_of(here.say(CO, "rust"))
    given = {
        "schools": "noord",
        "good_friday": "yes",
        "liberation_day": "every_year",
        "budget": "3",
        "own": "15-05-2026\n2026-12-24",
    }
    here.press(CO, view, "keep", given)
    plan = here.dossier.plan
    assert plan.messages_per_week == 3
    assert plan.free_days == FreeDays(
        good_friday=True,
        liberation_day="every_year",
        own=(date(2026, 5, 15), date(2026, 12, 24)),
        schools="noord",
    )
    again = {one.id: one.value for one in view_of(here.say(CO, "rust")).inputs()}
    assert again == given | {"own": "15-05-2026\n24-12-2026"}


def test_what_is_no_day_comes_back_with_the_words() -> None:
    here = Talk()
    turn = here.press(CO, view_of(here.say(CO, "rust")), "keep", {"own": "volgende vrijdag"})
    assert turn.instead
    assert "15-05-2026" in words(turn)
    assert [one.value for one in turn.instead.inputs()][-1] == "volgende vrijdag"
    assert here.dossier.plan.free_days == FreeDays()


@pytest.mark.parametrize("line", ["31-02-2026", "1-1", "x", "2026-13-01"])
def test_a_day_that_is_not_there_is_no_day(line: str) -> None:
    assert days_said(line) is None


def test_who_was_first_is_not_overwritten_unseen() -> None:
    here = Talk()
    view = view_of(here.say(CO, "rust"))
    here.dossier = here.dossier.plus([altered(here.dossier.plan, messages_per_week=5)])
    turn = here.press(CO, view, "keep", {"budget": "1"})
    assert "intussen" in words(turn)
    assert here.dossier.plan.messages_per_week == 5


def test_a_partner_does_not_set_it() -> None:
    here = Talk()
    assert "coördinator" in words(here.say(RUUD, "vrije dagen"))


def test_a_day_in_the_school_holidays_gets_a_warning() -> None:
    here = Talk()
    assert break_warning(here.dossier, date(2026, 10, 20)) == ()
    plan = altered(here.dossier.plan, free_days=FreeDays(schools="midden"))
    here.dossier = here.dossier.plus([plan])
    [told] = break_warning(here.dossier, date(2026, 10, 20))
    assert "dinsdag 20 oktober valt in de herfstvakantie (regio Midden)" in told.text.nl
