"""What is counted, and that no label ever holds more than a word of ours."""

from __future__ import annotations

from bot import figures


def test_what_is_counted_is_written() -> None:
    before = figures.value("plan_refused_total", reason="rate")
    figures.refused("rate")
    assert figures.value("plan_refused_total", reason="rate") == before + 1
    assert b'plan_refused_total{reason="rate"}' in figures.written()


def test_a_label_never_holds_what_somebody_typed() -> None:
    for said in ("Jan de Vries", "jan@voorbeeld.nl", "06-12345678", "a" * 40, "p-sanne", ""):
        figures.refused(said)
    told = figures.written().decode()
    assert 'reason="other"' in told
    assert not any(said in told for said in ("Vries", "jan@", "0612", "aaaa", "p-sanne"))


def test_words_that_never_end_do_not_grow_the_figures() -> None:
    for n in range(2 * figures.MOST):
        figures.sent(f"class_{n}")
    assert figures.written().count(b"plan_sends_total{") <= figures.MOST + 1
