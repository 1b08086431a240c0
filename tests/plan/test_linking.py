"""Cross-links between themes, and where the document says them."""

from __future__ import annotations

from plan.linking import linked, tied
from tests.plan import tiny
from tests.plan.tiny_document import compiled, text_of


def test_a_link_holds_both_ways_and_ends_with_the_theme() -> None:
    two = tiny.theme("T2", cross_links=("T1", "T9"))
    known = tiny.dossier(tiny.theme("T1"), two)
    assert [one.key for one in linked(known, tiny.theme("T1"))] == ["T2"]
    assert [one.key for one in linked(known, two)] == ["T1"]


def test_the_chapter_of_a_theme_says_them_and_what_was_agreed() -> None:
    one = tiny.theme("T1", title="Jeugd", cross_links=("T2",), cross_links_note="Samen op pad.")
    known = tiny.dossier(one, tiny.theme("T2", title="Uitgaan"))
    found = text_of(compiled(known))
    assert "Dwarsverbanden: Uitgaan. Samen op pad." in found
    assert "Dwarsverbanden: Jeugd." in found
    assert "Dwarsverbanden" not in text_of(compiled(tiny.dossier(tiny.theme("T1"))))


def test_one_more_link_keeps_those_there_were_and_is_not_kept_twice() -> None:
    one = tiny.theme("T1", cross_links=("T2",), cross_links_note="Samen op pad.")
    more = tied(one, "T3", "Eén rooster.")
    assert (more.cross_links, more.cross_links_note) == (
        ("T2", "T3"),
        "Samen op pad.\nEén rooster.",
    )
    assert tied(more, "T3", "Eén rooster.") == more
