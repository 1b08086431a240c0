"""Which questions a partner gets, and which of them still want an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.asking import asks, key_of, measures_by_weight, subjects, themes_by_weight
from plan.called_for import follow_ups, unreasoned, wants_explanation
from plan.core import (
    MEASURES_FIRST,
    THEMES_FIRST,
    core,
    core_questions,
    effect_stayed_out,
    known_progress,
    left_to_answer,
    open_core,
    opened,
)
from plan.dossier import Dossier
from plan.question import Ask, Per, Reason
from plan.records import Capacity, Meeting, Record
from plan.text import Text
from tests.plan.tiny import (
    answer,
    choice,
    dossier,
    form,
    free,
    item,
    ivp_theme,
    measure,
    part,
    past,
    question,
    round_,
    scale,
    theme,
    topic,
)

ROUND = "evaluation-1"
EVERY_PER: tuple[Per, ...] = ("plan", "theme", "item", "measure", "meeting", "priority")
EVERYTHING = topic(*(question(per.upper(), per=per) for per in EVERY_PER))
PROGRESS = question("A1", choice("achter", "op_schema"), per="measure", core=True)
WORKS = question("A2", scale(), per="measure", core=True)
WHY = question("A3", free(), per="measure", when=wants_explanation)
ADVICE = question(
    "M1",
    choice("doorgaan", "stoppen"),
    per="measure",
    core=True,
    reason=Reason(text=Text(nl="Waarom?", en="Why?"), values=frozenset({"stoppen"})),
)
APPROACH = topic(PROGRESS, WORKS, WHY, ADVICE)


def town(*more: Record) -> Dossier:
    """Two themes with an item each, of which the first is a priority; an open round."""
    themes = (theme("T1", order=1), theme("T2", order=2), ivp_theme("T1"))
    meeting = Meeting(key="OV", name="Overleg")
    asked = round_("POL", "WLZ")
    return dossier(*themes, item("T1.1"), item("T2.1"), meeting, asked, *more)


def keys(found: tuple[Ask, ...]) -> list[str]:
    return [ask.key for ask in found]


def test_a_partner_is_asked_about_its_own_parts_only() -> None:
    known = town(measure("M1", "POL"), measure("M2", "WLZ", item="T2.1"))
    assert keys(asks(known, "POL", [EVERYTHING])) == [
        "PLAN",
        "THEME/T1",
        "ITEM/T1.1",
        "MEASURE/M1",
        "MEETING/OV",
        "PRIORITY/T1",
    ]


def test_a_theme_that_is_no_priority_gets_no_question_about_its_weight() -> None:
    known = town(measure("M2", "WLZ", item="T2.1"))
    assert subjects("theme", known, "WLZ") == ("T2",)
    assert subjects("priority", known, "WLZ") == ()


def test_a_partner_without_measures_is_asked_about_the_plan_and_the_meetings() -> None:
    known = town(measure("M1", "POL"))
    assert keys(asks(known, "RIEC", [EVERYTHING])) == ["PLAN", "MEETING/OV"]
    assert core(known, ROUND, "RIEC", [APPROACH]) == ()


def test_both_partners_of_a_measure_are_asked_about_it() -> None:
    known = town(measure("M1", "POL", "WLZ", "HAN"))
    assert [subjects("measure", known, org) for org in ("POL", "WLZ", "HAN")] == [("M1",)] * 3


def test_an_item_is_asked_about_once_however_many_measures_hang_under_it() -> None:
    known = town(measure("M1", "POL"), measure("M2", "POL"))
    assert subjects("item", known, "POL") == ("T1.1",)


def test_priorities_come_first_then_the_own_lead_then_the_most_hours() -> None:
    hours = {"capacity": (Capacity(org="POL", hours=40), Capacity(org="WLZ", hours=900))}
    known = town(
        measure("other", "POL", item="T2.1"),
        measure("joins", "WLZ", "POL"),
        measure("busy", "WLZ", "POL", **hours),
        measure("leads", "POL"),
    )
    assert [m.key for m in measures_by_weight(known, "POL")] == [
        "leads",
        "busy",
        "joins",
        "other",
    ]


def test_the_theme_in_which_a_partner_leads_comes_before_the_one_in_which_it_does_more() -> None:
    known = town(
        measure("M1", "WLZ", "POL"),
        measure("M2", "WLZ", "POL"),
        measure("M3", "POL", item="T2.1"),
    )
    assert themes_by_weight(known, "POL") == ("T2", "T1")
    assert themes_by_weight(known, "WLZ") == ("T1",)


def test_the_core_is_about_the_first_ten_measures_and_the_rest_is_offered() -> None:
    many = [measure(f"M{n:02}", "POL") for n in range(MEASURES_FIRST + 5)]
    known = town(*many)
    assert len(core(known, ROUND, "POL", [topic(PROGRESS)])) == MEASURES_FIRST == 10
    assert len(asks(known, "POL", [topic(PROGRESS)])) == MEASURES_FIRST + 5


def test_the_core_is_about_the_first_themes_only() -> None:
    themes = [theme(f"T{n}") for n in range(1, 5)]
    items = [item(f"T{n}.1") for n in range(1, 5)]
    own = [measure(f"M{n}", "POL", item=f"T{n}.1") for n in range(1, 5)]
    known = dossier(*themes, *items, *own)
    about = topic(question("O2", per="theme", core=True), question("S1", per="theme"))
    assert keys(core(known, ROUND, "POL", [about])) == ["O2/T1", "O2/T2"]
    assert THEMES_FIRST == 2


def test_effect_and_advice_are_asked_only_where_progress_differs_from_what_is_known() -> None:
    own = measure("M1", "POL", history=(past(2026, "op_schema"),))
    same = town(own, answer("POL", "A1", "op_schema", "M1"))
    assert keys(core(same, ROUND, "POL", [APPROACH])) == ["A1/M1"]
    differs = town(own, answer("POL", "A1", "achter", "M1"))
    assert keys(core(differs, ROUND, "POL", [APPROACH])) == ["A1/M1", "A2/M1", "M1/M1"]


def test_effect_and_advice_are_asked_where_effect_stayed_out() -> None:
    known = town(measure("M1", "POL", history=(past(2026, "op_schema", "uitgebleven"),)))
    assert keys(core(known, ROUND, "POL", [APPROACH])) == ["A1/M1", "A2/M1", "M1/M1"]


def test_a_partner_that_is_not_involved_is_asked_nothing_deeper() -> None:
    known = town(measure("M1", "POL"), answer("POL", "A1", "niet_betrokken", "M1"))
    assert opened(known, ROUND, "POL") == ()


def test_not_being_involved_hides_nothing_that_was_open_already() -> None:
    own = measure("M1", "POL", history=(past(2026, effect="uitgebleven"),))
    known = town(own, answer("POL", "A1", "niet_betrokken", "M1"))
    assert opened(known, ROUND, "POL") == ("M1",)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("op_schema", ()),
        ("afgerond", ()),
        ("achter", ("M1",)),
        ("niet_gestart", ("M1",)),
        ("gestopt", ("M1",)),
    ],
)
def test_of_a_new_measure_more_is_asked_only_where_it_does_not_go_well(
    said: str, asked: tuple[str, ...]
) -> None:
    known = town(measure("M1", "POL"), answer("POL", "A1", said, "M1"))
    assert opened(known, ROUND, "POL") == asked


def test_a_lead_of_ten_new_measures_that_go_well_has_no_more_to_answer() -> None:
    keys_ = [f"M{n:02}" for n in range(MEASURES_FIRST)]
    known = town(
        *(measure(key, "POL") for key in keys_),
        *(answer("POL", "A1", "op_schema", key) for key in keys_),
    )
    assert core_questions(known, ROUND, "POL", [APPROACH]) == ()
    assert left_to_answer(known, ROUND, "POL", [APPROACH]) == 0


def test_what_another_partner_or_another_round_said_opens_nothing() -> None:
    own = measure("M1", "POL", "WLZ", history=(past(2026, "op_schema"),))
    elsewhere = answer("POL", "A1", "achter", "M1", round="previous-2026")
    known = town(own, answer("WLZ", "A1", "achter", "M1"), elsewhere)
    assert opened(known, ROUND, "POL") == ()


def test_the_last_known_state_is_of_a_year_before_the_plan() -> None:
    own = measure(
        "M1", history=(past(2027, "gestopt"), past(2026, "achter"), past(2025, "op_schema"))
    )
    assert known_progress(dossier(), own) == "achter"
    assert known_progress(dossier(), measure("M2", history=(past(2027, "gestopt"),))) is None


def test_an_effect_that_once_stayed_out_and_then_showed_did_not_stay_out() -> None:
    later = measure("M1", history=(past(2025, effect="uitgebleven"), past(2026, effect="beperkt")))
    assert not effect_stayed_out(dossier(), later)
    unknown = measure("M1", history=(past(2025, effect="uitgebleven"), past(2026)))
    assert effect_stayed_out(dossier(), unknown)


def test_an_answer_is_complete_without_its_free_texts() -> None:
    about = topic(question("O1", free(), per="theme", core=True), question("R1", core=True))
    known = town(measure("M1", "POL"))
    assert keys(open_core(known, ROUND, "POL", [about])) == ["R1"]
    answered = known.plus([answer("POL", "R1", "ja")])
    assert open_core(answered, ROUND, "POL", [about]) == ()


def test_what_was_answered_in_an_earlier_round_is_asked_again() -> None:
    about = topic(question("R1", core=True))
    known = town(round_("POL", number=2), answer("POL", "R1", "ja"))
    assert open_core(known, ROUND, "POL", [about]) == ()
    assert keys(open_core(known, "evaluation-2", "POL", [about])) == ["R1"]


@pytest.mark.parametrize(
    ("code", "value", "due"),
    [
        ("A1", "achter", True),
        ("A1", "niet_gestart", True),
        ("A1", "op_schema", False),
        ("A1", "gestopt", False),
        ("A2", 1, True),
        ("A2", 2, True),
        ("A2", 3, False),
        ("A2", 4, False),
        ("A2", 5, True),
        ("A2", "te_vroeg", False),
        ("A2", "geen_zicht_op", False),
    ],
)
def test_an_explanation_is_asked_of_what_lags_or_plainly_does_or_does_not_work(
    code: str, value: str | int, due: bool
) -> None:
    known = town(answer("POL", code, value, "M1"))
    assert wants_explanation(known, ROUND, "POL", "M1") is due
    assert not wants_explanation(known, ROUND, "POL", "M2")


def test_an_answer_that_calls_for_a_reason_is_followed_by_the_question_for_it() -> None:
    known = town(measure("M1", "POL"), answer("POL", "M1", "stoppen", "M1"))
    assert keys(follow_ups(known, ROUND, "POL", [APPROACH], ["M1/M1"])) == ["M1/M1"]
    given_ = town(measure("M1", "POL"), answer("POL", "M1", "stoppen", "M1", text="Te duur."))
    assert follow_ups(given_, ROUND, "POL", [APPROACH], ["M1/M1"]) == ()
    content = town(measure("M1", "POL"), answer("POL", "M1", "doorgaan", "M1"))
    assert follow_ups(content, ROUND, "POL", [APPROACH], ["M1/M1"]) == ()


def test_only_the_answers_just_given_are_followed_up() -> None:
    known = town(
        measure("M1", "POL"),
        measure("M2", "POL"),
        answer("POL", "A1", "achter", "M1"),
        answer("POL", "A1", "achter", "M2"),
    )
    assert keys(follow_ups(known, ROUND, "POL", [APPROACH], ["A1/M2"])) == ["A3/M2"]
    assert follow_ups(known, ROUND, "POL", [APPROACH], []) == ()


def test_a_follow_up_that_has_its_answer_is_not_put_again() -> None:
    known = town(
        measure("M1", "POL"),
        answer("POL", "A1", "achter", "M1"),
        answer("POL", "A3", subject="M1", text="Geen mensen."),
    )
    assert follow_ups(known, ROUND, "POL", [APPROACH], ["A1/M1"]) == ()


def test_a_form_is_followed_by_its_other_fields() -> None:
    about = topic(question("M2", form(part("title"))))
    bare = town(answer("POL", "M2", text="Meer licht"))
    assert keys(follow_ups(bare, ROUND, "POL", [about], ["M2"])) == ["M2"]
    whole = town(answer("POL", "M2", text="Meer licht", more={"title": "Licht"}))
    assert follow_ups(whole, ROUND, "POL", [about], ["M2"]) == ()


@given(
    st.sampled_from(["M2", "O1"]),
    st.none() | st.sampled_from(["T1", "T1.1", "M11"]),
    st.integers(1, 30),
)
def test_an_answer_is_found_again_under_the_key_of_what_was_asked(
    code: str, subject: str | None, number: int
) -> None:
    ask = Ask(question=question(code), subject=subject, number=number)
    assert key_of(answer("POL", code, subject=subject, number=number)) == ask.key
    assert ask.part_key("text") != ask.key


def test_what_is_left_never_exceeds_what_was_asked() -> None:
    topics = (APPROACH, EVERYTHING)
    known = dossier(theme(), item(), measure("M1", "POL"), measure("M2", "POL"))
    asked = len(core_questions(known, ROUND, "POL", topics))
    assert left_to_answer(known, ROUND, "POL", topics) <= asked + 1


def test_an_advice_to_stop_wants_its_reason() -> None:
    known = dossier(theme(), item(), measure("M1", "POL"), round_("POL"))
    given = known.plus([answer("POL", "M1", "stoppen", "M1")])
    assert [a.key for a in unreasoned(given, ROUND, "POL", (APPROACH,))] == ["M1/M1"]
    given = known.plus([answer("POL", "M1", "stoppen", "M1", text="Werkt niet")])
    assert unreasoned(given, ROUND, "POL", (APPROACH,)) == ()
    given = known.plus([answer("POL", "M1", "doorgaan", "M1")])
    assert unreasoned(given, ROUND, "POL", (APPROACH,)) == ()
