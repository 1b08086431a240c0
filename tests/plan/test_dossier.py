"""What is known about a plan, and what follows from it at once."""

from __future__ import annotations

import pytest

from plan.dossier import Dossier, involved
from plan.records import Measure, Meeting, Person, Theme
from tests.plan.tiny import (
    OPENED,
    answer,
    dossier,
    item,
    ivp_theme,
    measure,
    organisation,
    person,
    round_,
    theme,
)


def values(known: Dossier) -> list[tuple[str, object]]:
    return [(a.round, a.value or a.text) for a in known.latest_answers]


def test_a_next_dossier_leaves_the_one_before_as_it_was() -> None:
    before = dossier(theme("T1"))
    assert [t.key for t in before.themes] == ["T1"]
    after = before.plus([theme("T2")], [theme("T1")])
    assert [t.key for t in before.all(Theme)] == ["T1"]
    assert [t.key for t in before.themes] == ["T1"]
    assert [t.key for t in after.themes] == ["T2"]


def test_what_is_kept_and_dropped_at_once_is_gone() -> None:
    assert dossier().plus([theme("T1")], [theme("T1")]).all(Theme) == ()


def test_dropping_what_is_not_there_changes_nothing() -> None:
    assert dossier().plus([], [theme("T9")]).records() == dossier().records()


def test_the_same_key_is_one_record_the_last_one_kept() -> None:
    known = dossier(theme("T1")).plus([theme("T1", title="Jeugd")])
    assert [t.title for t in known.themes] == ["Jeugd"]


def test_keys_are_unique_within_a_class_only() -> None:
    known = dossier(theme("X"), person("X"))
    assert known.get(Theme, "X") == theme("X")
    assert known.get(Person, "X") == person("X")
    assert known.get(Measure, "X") is None
    assert known.get(Theme, None) is None


def test_without_a_plan_there_is_nothing_to_speak_of() -> None:
    assert not Dossier([theme()])
    assert dossier()
    with pytest.raises(LookupError, match="no plan"):
        _ = Dossier().plan


def test_themes_items_and_measures_stand_in_the_order_of_the_plan() -> None:
    known = dossier(
        measure("M1", item="T1.2"),
        measure("M2", item="T2.1", order=2),
        measure("M3", item="T2.1", order=1),
        measure("M4", item="nowhere"),
        item("T1.2", order=2),
        item("T1.1", order=1),
        item("T2.1"),
        theme("T1", order=2),
        theme("T2", order=1),
    )
    assert [t.key for t in known.themes] == ["T2", "T1"]
    assert [i.key for i in known.items] == ["T2.1", "T1.1", "T1.2"]
    assert [m.key for m in known.measures] == ["M3", "M2", "M1", "M4"]
    assert [m.key for m in known.measures_of("T2")] == ["M3", "M2"]
    assert [m.key for m in known.measures_under("T1.2")] == ["M1"]
    assert known.theme_of(measure("M4", item="nowhere")) == ""


def test_what_a_theme_does_not_say_comes_from_the_ivp() -> None:
    ivp = ivp_theme(goal="Rust", field="jeugd", scope="base_team")
    inherits = dossier(theme(), ivp)
    assert inherits.category("T1") == "priority"
    assert (inherits.goal("T1"), inherits.field("T1")) == ("Rust", "jeugd")
    assert inherits.scope("T1") == "base_team"
    own = dossier(theme(category="other", goal="Licht", scope="local", field="fysiek"), ivp)
    assert (own.category("T1"), own.goal("T1")) == ("other", "Licht")
    assert (own.scope("T1"), own.field("T1")) == ("local", "fysiek")


def test_a_theme_that_nobody_describes_is_an_ordinary_local_one() -> None:
    assert dossier().category("T9") == "other"
    assert dossier().scope("T9") == "local"
    assert dossier().goal("T9") is None


def test_everything_with_a_name_is_called_by_it_and_the_rest_by_its_key() -> None:
    known = dossier(
        theme("T1"),
        ivp_theme("T6"),
        item("T1.1"),
        measure("M1"),
        organisation("POL"),
        Meeting(key="OV", name="Overleg"),
    )
    called = [known.title(key) for key in ("T1", "T6", "T1.1", "M1", "POL", "OV", "?", None)]
    assert called == [
        "Thema T1",
        "Thema T6",
        "Actiepunt T1.1",
        "Maatregel M1",
        "Organisatie POL",
        "Overleg",
        "?",
        "",
    ]
    assert known.person_name("nobody") == "nobody"


def test_an_organisation_takes_part_once_and_its_lead_comes_first() -> None:
    assert involved(measure("M1", "POL", "WLZ", "POL", "HAN")) == ("POL", "WLZ", "HAN")
    assert involved(measure("M1")) == ()


def test_two_partners_of_one_measure_both_have_it_as_their_own() -> None:
    known = dossier(theme("T1"), theme("T2"), item("T1.1"), measure("M1", "POL", "WLZ"))
    assert [m.key for m in known.measures_with("POL")] == ["M1"]
    assert [m.key for m in known.measures_with("WLZ")] == ["M1"]
    assert [t.key for t in known.themes_with("WLZ")] == ["T1"]
    assert known.themes_with("RIEC") == ()


def test_an_organisation_may_have_two_people_and_one_of_them_is_first() -> None:
    known = dossier(person("an", "POL"), person("ben", "POL"), person("cas", "WLZ"))
    assert [p.key for p in known.people_of("POL")] == ["an", "ben"]


def test_only_the_consulted_are_asked() -> None:
    known = dossier(organisation("POL"), organisation("COM", consulted=False))
    assert [org.key for org in known.consulted] == ["POL"]


def test_the_latest_round_of_a_step_is_the_one_with_the_highest_number() -> None:
    known = dossier(round_(number=2), round_(number=1), round_(step="check", number=3))
    latest = known.round("evaluation")
    assert latest
    assert latest.number == 2
    assert known.round("session") is None


def test_a_later_round_takes_the_place_of_an_answer_and_leaves_the_others() -> None:
    known = dossier(
        answer("POL", "O2", 4, "T1", round="evaluation-2"),
        answer("POL", "O2", 2, "T1"),
        answer("POL", "O2", 3, "T2"),
        answer("WLZ", "O2", 1, "T1"),
        round_(number=2),
        round_(number=1),
    )
    assert values(known) == [("evaluation-2", 4), ("evaluation-1", 3), ("evaluation-1", 1)]


def test_a_later_round_takes_the_place_of_every_answer_to_a_form() -> None:
    first = [answer("POL", "M2", number=n, text=f"oud {n}") for n in (1, 2)]
    later = answer("POL", "M2", round="evaluation-2", text="nieuw")
    both = dossier(round_(), *first)
    assert [value for _, value in values(both)] == ["oud 1", "oud 2"]
    again = both.plus([round_(number=2), later])
    assert [value for _, value in values(again)] == ["nieuw"]


def test_which_round_is_later_is_told_by_when_it_opened() -> None:
    known = dossier(
        round_(key="a", opened_at=OPENED.replace(month=11)),
        round_(key="b", opened_at=OPENED.replace(month=10)),
        answer("POL", "K2", "ja", "M1", round="a"),
        answer("POL", "K2", "nee", "M1", round="b"),
    )
    assert values(known) == [("a", "ja")]


def test_last_years_answers_are_no_answers_of_this_year() -> None:
    before = round_(step="previous", key="previous-2026")
    known = dossier(before, answer("POL", "O2", 2, "T1", round="previous-2026"))
    assert known.latest_answers == ()
    assert len(known.answers_in("previous-2026", "POL")) == 1


def test_an_answer_of_an_unknown_round_counts_nowhere() -> None:
    assert dossier(answer("POL", "O2", 2, "T1", round="gone")).latest_answers == ()
