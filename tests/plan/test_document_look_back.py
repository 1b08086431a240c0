"""The look-back and the evaluation note: medians with their spread, and nobody's words."""

from __future__ import annotations

from plan.blocks import Spread
from plan.records import Answer
from tests.plan.tiny_document import ASKED, asked, compiled, text_of, tiny

THREE = (("POL", "O2", "T1", 1), ("WLZ", "O2", "T1", 2), ("GEM", "O2", "T1", 4))


def test_three_answers_show_as_median_and_spread() -> None:
    spread = next(b for b in compiled(tiny(*asked(*THREE))).blocks if isinstance(b, Spread))
    row = spread.rows[0]
    assert (row.low, row.middle, row.high, row.answers) == (1, 2, 4, 3)
    assert "mediaan 2, spreiding 1-4, 3 antwoorden" in row.note


def test_views_that_lie_apart_are_named_and_go_to_the_session() -> None:
    note = text_of(compiled(tiny(*asked(*THREE)), "evaluation"))
    assert "beelden lopen uiteen" in note
    assert "Jeugd: verandering van de situatie" in note.splitlines()[-1]


def test_no_view_of_it_is_not_a_three() -> None:
    blind = asked(*THREE[:2], ("GEM", "O2", "T1", "geen_zicht_op"))
    assert not any(isinstance(b, Spread) for b in compiled(tiny(*blind)).blocks)


def test_what_was_confirmed_in_one_tap_does_not_count() -> None:
    more = Answer(
        key="evaluation/1/X/O2/T1/1",
        round="evaluation/1",
        org="X",
        question="O2",
        subject="T1",
        value=3,
        at=ASKED,
        source="confirmed",
    )
    dossier = tiny(*asked(*THREE[:2]), more)
    assert not any(isinstance(b, Spread) for b in compiled(dossier).blocks)


def test_free_words_of_partners_are_in_no_document() -> None:
    said = Answer(
        key="evaluation/1/POL/O1/T1/1",
        round="evaluation/1",
        org="POL",
        question="O1",
        subject="T1",
        text="Het stationsplein is de plek.",
        at=ASKED,
    )
    dossier = tiny(*asked(*THREE), said)
    for part in ("plan", "evaluation", "register", "partner:WLZ"):
        assert "stationsplein" not in text_of(compiled(dossier, part))


def test_partners_that_kept_silent_are_shown_as_such() -> None:
    said = text_of(compiled(tiny(*asked(("POL", "R1", None, 4)))))
    assert "Geen reactie: Stichting Welzijn." in said
