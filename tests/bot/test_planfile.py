"""Plan files as they come: good, broken, too large, or made to break us."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commandline import main
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


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"plan:\n  a: [\n", "regel 3: geen geldige YAML"),
        (b"plan:\n  year: 2026-13-45\n", "regel 2: geen geldige YAML ('2026-13-45'"),
        (b"plan:\n  year: " + b"9" * 6000, "regel 2: geen geldige YAML ('999"),
        (b"a: 1\nb: \x07\n", "regel 2: geen geldige YAML"),
        ("é: 1\nb: \x00\n".encode(), "regel 2: geen geldige YAML"),
        (b"a: 1\nb: \xff\n", "regel 2: geen tekst in UTF-8"),
        (b"", "plan.yaml: dit is geen planbestand"),
    ],
)
def test_the_place_is_told_once(tmp_path: Path, content: bytes, told: str) -> None:
    (line,) = refusal(tmp_path, content).told()
    assert line.nl.startswith(told)
    assert line.nl.count("regel") <= 1


@pytest.mark.parametrize("form", ["preset: mooi", "columns: [code, wat]"])
def test_a_format_that_nothing_can_be_printed_in_is_refused(tmp_path: Path, form: str) -> None:
    head = "plan: {id: x, title: X, year: 2027, track: follow_up, format: {"
    assert refusal(tmp_path, f"{head}{form}}}}}".encode()).where.startswith("plan.format.")


@pytest.mark.parametrize("more", [[], ["--from", "nergens"], ["--plan", "../elders"]])
def test_a_refused_load_leaves_no_store_behind(tmp_path: Path, more: list[str]) -> None:
    file, store = SAMPLE if more else tmp_path / "plan.yaml", tmp_path / "store"
    if not more:
        file.write_bytes(b"plan: {}\n")
    assert main(["load", str(file), *more, "--store", str(store)]) == 65
    assert not store.exists()
