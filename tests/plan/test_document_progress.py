"""The progress report: lights in words with their figures, and what is done about them."""

from __future__ import annotations

from plan.blocks import Gap, Grid, Table
from plan.records import ActionItem, Measure, YearOfHistory, altered
from tests.plan.tiny_document import compiled, plan, text_of, tiny

ORANGE = YearOfHistory(
    year=2027, progress="achter", light="oranje", note="Oorzaak: ziekte\nBijsturing: inhuur"
)
RED = YearOfHistory(year=2027, progress="niet_gestart", light="rood")
STREET, CAMERA = (m for m in tiny().measures[:2])


def with_lights(*more: Measure) -> tuple[Measure, ...]:
    return (altered(STREET, history=(ORANGE,)), altered(CAMERA, history=(RED,)), *more)


def test_the_lights_of_a_theme_are_counted_in_a_picture_with_figures() -> None:
    (grid,) = (b for b in compiled(tiny(*with_lights()), "progress").blocks if isinstance(b, Grid))
    assert grid.columns == ("groen", "oranje", "rood", "nog geen licht")
    counts = dict(grid.rows)
    assert sum(map(sum, counts.values())) == sum(m.decision != "stop" for m in tiny().measures)
    assert [sum(row[n] for row in counts.values()) for n in (1, 2)] == [1, 1]


def test_red_comes_before_orange_with_cause_and_adjustment_or_a_gap() -> None:
    found = compiled(tiny(*with_lights()), "progress").blocks
    (table,) = (b for b in found if isinstance(b, Table) and b.caption == "Wat aandacht vraagt")
    said = [row for row in table.rows if isinstance(row, tuple)]
    assert [row[1] for row in said] == ["rood", "oranje"]
    assert isinstance(said[0][3], Gap)
    assert said[1][3] == "Oorzaak: ziekte\nBijsturing: inhuur"


def test_every_light_stands_in_words_and_what_they_mean_too() -> None:
    said = text_of(compiled(tiny(*with_lights()), "progress"))
    assert "Groen: binnen tijd, geld en kwaliteit." in said
    assert compiled(tiny(), "progress").title.startswith("Voortgang bij het ")


def test_what_was_stopped_has_no_light_and_is_no_hole() -> None:
    stopped = Measure(key="M9", item="T1.1", title="Gestopt werk", decision="stop")
    item = ActionItem(key="T1.1", theme="T1", title="Op straat")
    rows = [
        row
        for block in compiled(tiny(stopped, item), "progress").blocks
        if isinstance(block, Table)
        for row in block.rows
        if isinstance(row, tuple) and row[0] == "M9"
    ]
    assert [row[5:7] for row in rows] == [("–", "gestopt")]


def test_the_second_year_of_a_plan_takes_the_place_of_the_first() -> None:
    later = YearOfHistory(year=2028, light="groen", progress="op_schema")
    own = altered(STREET, history=(ORANGE, later))
    said = compiled(tiny(own, plan(duration_years=2)), "progress").blocks
    (grid,) = (b for b in said if isinstance(b, Grid))
    assert sum(row[0] for _, row in grid.rows) == 1


def test_the_plan_itself_prints_no_lights() -> None:
    assert "Lichten per thema" not in text_of(compiled(tiny(*with_lights())))
