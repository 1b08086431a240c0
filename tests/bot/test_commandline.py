"""What a wrong line on the command line ends with: one sentence, in Dutch."""

from __future__ import annotations

import pytest

from bot.commandline import WRONG_USE, main


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "Noem een commando (zie python -m bot --help)."),
        ("export", "Dit ontbreekt nog: PLAN, --as, --out (zie python -m bot export --help)."),
        ("erase x", "Kies een van deze: --person --org (zie python -m bot erase --help)."),
        ("check x --snel", "Dit ken ik hier niet: --snel (zie python -m bot --help)."),
        ("serve --port", "Bij --port hoort een waarde (zie python -m bot serve --help)."),
        (
            "serve --port negen",
            "Bij --port hoort een geheel getal, niet 'negen' (zie python -m bot serve --help).",
        ),
        (
            "serve --dev=ja",
            "Bij --dev hoort geen waarde: 'ja' (zie python -m bot serve --help).",
        ),
        (
            "export x --out y --as docx --language fy",
            "'fy' kan niet bij --language; wel: nl, en (zie python -m bot export --help).",
        ),
        (
            "erase x --person a --org b",
            "--org en --person gaan niet samen (zie python -m bot erase --help).",
        ),
        (
            "verify --hea x",
            "'--hea' kan meer dan één ding zijn: --head, --heads "
            "(zie python -m bot verify --help).",
        ),
        (
            "logbook --since gisteren --out y",
            "--since: schrijf een dag zo: 2027-03-01 (zie python -m bot logbook --help).",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(
    line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == WRONG_USE
    assert capsys.readouterr().err == told + "\n"


def test_an_unknown_command_names_those_that_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["starten"]) == WRONG_USE
    told = capsys.readouterr().err
    assert told.startswith("Het commando 'starten' is er niet; wel: serve, ")
    assert told.endswith(", rehearse (zie python -m bot --help).\n")
    assert told.count("\n") == 1


def test_help_is_no_mistake() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "--help"])
    assert ended.value.code == 0
