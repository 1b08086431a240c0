"""What looks traceable to a person is found, and what a plan normally says is left alone."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
import yaml

from plan.personal import KINDS, suspects
from tests.plan.personal.persons import MAKERS, samples
from tests.plan.personal.policy import SENTENCES

SAMPLE = Path(__file__).parents[3] / "sample" / "veldermeer.yaml"


def kinds(text: str) -> list[str]:
    return [one.kind for one in suspects(text)]


def passages(text: str) -> list[str]:
    return [text[one.start : one.end] for one in suspects(text)]


def test_nearly_all_personal_data_is_found() -> None:
    made = samples(500, seed=8)
    missed = [(kind, text) for kind, _, text in made if kind not in kinds(text)]
    assert len(missed) <= 25, missed


@pytest.mark.parametrize("kind", MAKERS)
def test_of_every_kind_nearly_all_is_found(kind: str) -> None:
    made = [sample for sample in samples(900, seed=9) if sample[0] == kind]
    missed = [text for _, _, text in made if kind not in kinds(text)]
    assert len(missed) <= len(made) * 0.1, missed


def test_what_plans_say_is_left_alone() -> None:
    assert len(SENTENCES) >= 100
    alarms = [(text, passages(text)) for text in SENTENCES if suspects(text)]
    assert len(alarms) <= len(SENTENCES) * 0.02, alarms


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    return [text for part in value for text in texts(part)] if isinstance(value, list) else []


def test_of_the_sample_only_the_planted_text_is_suspect() -> None:
    everything = texts(yaml.safe_load(SAMPLE.read_text(encoding="utf-8")))
    assert len(everything) > 1000
    (planted,) = [text for text in everything if suspects(text)]
    assert passages(planted) == ["familie Z.", "Kastanjelaan 14"]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Bel 06-12345678 vandaag", "06-12345678"),
        ("Mail jan@gmail.com.", "jan@gmail.com"),
        ("Rekening NL91 ABNA 0417 1643 00 voor de huur", "NL91 ABNA 0417 1643 00"),
        ("Bsn 111222333.", "111222333"),
        ("Auto met 12-ABC-3 gezien", "12-ABC-3"),
        ("Laan van Meerdervoort 14a is leeg", "Laan van Meerdervoort 14a"),
        ("Postcode 1234 AB in de stad", "1234 AB"),
        ("De jongen, R.B., 17 jaar, is bekend", "R.B., 17 jaar"),
        ("Het gezin De Vries verhuist", "gezin De Vries"),
    ],
)
def test_the_passage_itself_is_marked(text: str, passage: str) -> None:
    assert passages(text) == [passage]


@pytest.mark.parametrize(
    "text",
    [
        "111222334",
        "NL92 ABNA 9417 1643 00",
        "s.verbeek@veldermeer.example",
        "info@outlook-training.nl",
        "€ 111.222.333",
        "000000000",
        "",
    ],
)
def test_what_fails_its_check_or_is_for_work_is_not_suspect(text: str) -> None:
    assert suspects(text) == ()


def test_passages_come_in_order_and_do_not_overlap() -> None:
    text = "J. (14), Kastanjelaan 14, 06-12345678, familie Z., NL91ABNA0417164300"
    found = suspects(text)
    assert len(found) == 5
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_every_kind_has_a_plain_name() -> None:
    assert set(KINDS) == set(MAKERS)
    assert all(name.nl and name.en for name in KINDS.values())


@pytest.mark.parametrize(
    "piece",
    ["De overlast op het plein met 12 meldingen. ", "a", "1", "1 ", "06-", "straat 1 ", "A. ",
     "aan De ", "NL11 ", "@gmail", "a.", "familie van ", "(", "geb. ", "ab-12-", "x@", "0 1 "],
)  # fmt: skip
def test_time_grows_with_the_text_whatever_stands_in_it(piece: str) -> None:
    def best(length: int) -> float:
        text = (piece * length)[:length]
        times = []
        for _ in range(5):
            start = perf_counter()
            suspects(text)
            times.append(perf_counter() - start)
        return min(times)

    # A busy machine may spoil one comparison, not three.
    assert any(best(16_000) < 8 * best(4000) for _ in range(3))


@pytest.mark.parametrize(
    "text",
    ["Woont op Lange Voorhout 12", "Oude Delft 8b", "Korte Poten 3 in de stad", "Voorhout 4"],
)
def test_an_old_street_with_a_number_is_an_address(text: str) -> None:
    assert kinds(text) == ["address"]


def test_what_is_to_be_done_at_a_number_counts_nothing() -> None:
    for there in ("Kastanjelaan 14 bellen", "Dorpsstraat 3 bezoeken", "Kerkstraat 8 controleren"):
        assert [s.kind for s in suspects(there)] == ["address"], there
    assert not suspects("Rond de Dorpsstraat 14 kinderen gezien")


@pytest.mark.parametrize(
    "text", ["Nieuwe Maatregel 4", "Lange Termijn 2027", "Oude Delft 12 controles", "lange rij 4"]
)
def test_what_is_only_like_an_old_street_is_no_address(text: str) -> None:
    assert kinds(text) == []
