"""Plan files as they come: good, broken, too large, or made to break us."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.planfile import MOST_BYTES, read_file
from plan.reading import PlanFileError
from plan.records import Answer, Measure

SAMPLE = Path(__file__).parent.parent.parent / "sample" / "veldermeer.yaml"


def refusal(path: Path, content: bytes) -> PlanFileError:
    file = path / "plan.yaml"
    file.write_bytes(content)
    with pytest.raises(PlanFileError) as caught:
        read_file(file)
    return caught.value


def test_the_sample_is_read_whole() -> None:
    reading = read_file(SAMPLE)
    assert reading.unknown == ()
    assert sum(isinstance(one, Measure) for one in reading.records) == 35
    assert sum(isinstance(one, Answer) for one in reading.records) == 104


def test_a_mistake_in_the_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, b"plan:\n  id: x\n  title: [a\nthemes: []\n")
    assert error.where == "line 4"
    assert error.sentence.nl.startswith("regel 4: geen geldige YAML")


def test_a_key_given_twice_is_refused_instead_of_lost(tmp_path: Path) -> None:
    error = refusal(tmp_path, b"plan:\n  id: x\n  id: y\n")
    assert error.sentence.nl == "regel 3: 'id' staat er twee keer"


def test_a_file_that_grows_when_it_is_read_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    assert refusal(tmp_path, "\n".join(lines).encode()).where == "line 2"


def test_a_file_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    assert "te diep" in refusal(tmp_path, b"[" * 200_000).sentence.nl


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "geen planbestand"),
        (b"- een\n- lijst\n", "geen planbestand"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"plan: {id: x, year: 2026-13-45}", "geen geldige YAML"),
        (b"plan: !!python/object:os.system {}", "geen geldige YAML"),
        (b"plan: " + b"9" * 6000, "geen geldige YAML"),
        (b"a: 1\n---\nb: 2\n", "geen geldige YAML"),
        (b"#" * (MOST_BYTES + 1), "groter dan 4 MB"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in refusal(tmp_path, content).sentence.nl


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "nergens.yaml", tmp_path):
        with pytest.raises(PlanFileError, match="cannot be read"):
            read_file(path)
