"""The app package for Teams: Microsoft's own check, and what that does not look at."""

from __future__ import annotations

import io
import json
import re
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.commandline import main
from bot.commands.codes import CONFIG
from bot.package_settings import load_package
from bot.packaging import localised, manifest, menus, package
from dialogs.commands import COMMANDS
from dialogs.recognising import find
from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.reading import spoken
from tests.bot.town import a_town
from tests.conftest import Require

HOUSE = Path(__file__).parents[2]
SCHEMAS = HOUSE / "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.22"
APP = "8f1c5d2e-0b55-4c11-9d62-7c34e2f0a9aa"
GIVEN = {
    "app_id": APP,
    "publisher": "Gemeente Veldermeer",
    "site": "https://www.veldermeer.example/veilig",
    "public_host": "plan.veldermeer.example",
}
CHECK = """
const { AppManifestUtils } = require("@microsoft/app-manifest");
let text = "";
process.stdin.on("data", (piece) => (text += piece));
process.stdin.on("end", async () => {
  const found = await AppManifestUtils.validateAgainstSchema(JSON.parse(text));
  process.stdout.write(JSON.stringify(found));
});
"""


def checked(node: Path, made: dict[str, Any]) -> list[str]:
    """What Microsoft's own validator has against a manifest, from the schema it brings along."""
    done = subprocess.run(
        [node, "-e", CHECK],
        input=json.dumps(made),
        capture_output=True,
        text=True,
        cwd=HOUSE,
        check=True,
        timeout=120,
    )
    return list(json.loads(done.stdout))


def made() -> dict[str, Any]:
    return manifest(load_package(**GIVEN))


def test_microsofts_own_validator_has_nothing_against_it(require: Require) -> None:
    assert checked(require("node"), made()) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"name": {"short": "U" * 31}},
        {"id": "uitvoeringsplan"},
        {"bots": [{"botId": APP, "scopes": ["groupchat"]}]},
        {"description": {"short": "Plan"}},
        {"colour": "#fff"},
    ],
)
def test_that_validator_finds_what_is_wrong(require: Require, broken: dict[str, Any]) -> None:
    assert checked(require("node"), made() | broken)


def test_the_words_in_english_fit_their_own_schema(require: Require) -> None:
    require("node")  # The schema comes with the validator.
    schema = json.loads((SCHEMAS / "MicrosoftTeams.Localization.schema.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(localised("en"))


def test_everything_with_words_has_them_in_both_languages() -> None:
    dutch = dict(_words("", made()))
    english = {k: v for k, v in localised("en").items() if not k.startswith("$")}
    assert dutch.keys() == english.keys()
    same = {k for k in dutch if dutch[k] == english[k]}
    assert {dutch[k] for k in same} == {"status", "stop", "privacy", "help"} & {*dutch.values()}


def _words(path: str, piece: Any) -> list[tuple[str, str]]:
    """Every text in the manifest that the schema of the other languages knows."""
    if isinstance(piece, dict):
        inner = [(f"{path}.{key}" if path else key, one) for key, one in piece.items()]
    elif isinstance(piece, list):
        inner = [(f"{path}[{n}]", one) for n, one in enumerate(piece)]
    else:
        told = re.fullmatch(
            r"(name|description)\.(short|full)|bots.*commands\[\d+\]\.(title|description)", path
        )
        return [(path, piece)] if told else []
    return [found for where, one in inner for found in _words(where, one)]


@pytest.mark.parametrize("words", [dict(_words("", made())), localised("en")])
def test_nothing_is_longer_than_teams_shows(words: dict[str, str]) -> None:
    limits = {"name.short": 30, "name.full": 100, "description.short": 80}
    for path, said in words.items():
        limit = 32 if path.endswith(".title") else 128 if "bots" in path else 4_000
        assert 0 < len(said) <= limits.get(path, limit), path


def test_a_menu_names_ten_commands_at_most_and_another_choice_per_scope() -> None:
    lists = made()["bots"][0]["commandLists"]
    assert [one["scopes"] for one in lists] == [["personal"], ["team"]]
    assert made()["bots"][0]["scopes"] == ["personal", "team"]
    names = [[c["title"] for c in one["commands"]] for one in lists]
    assert all(0 < len(one) <= 10 and len(set(one)) == len(one) for one in names)
    assert names[0] != names[1]


def test_what_the_personal_menu_names_is_for_everybody() -> None:
    (_, personal), _ = menus()
    for command in personal:
        assert command in COMMANDS
        assert command.right == "talk"
        for name in (command.name.nl, command.name.en):
            assert find(name) == (command, "")


async def test_what_a_menu_names_works_where_it_is_named(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector) as town:
        lists = dict(menus())
        sanne = Actor(town, "p-sanne")
        for command in lists["personal"]:
            for word in (command.name.nl, command.name.en):
                said = await sanne.say(word)
                assert said or connector.sent[-1].attached(FILE), word
                assert "Dat begrijp ik niet" not in said
                assert "Alleen de coördinator" not in said
        channel = town.who("p-sanne").in_channel()
        for command in lists["team"]:
            for word in (command.name.nl, command.name.en):
                before = len(connector.sent)
                await channel.mention("hier")
                await channel.mention(word)
                said = spoken(connector.sent[before + 1 :])
                assert said
                assert "persoonlijk gesprek. Open" not in said, word


FILE = "application/vnd.microsoft.teams.card.file.consent"


def test_the_package_holds_what_teams_asks_for_and_is_the_same_every_time() -> None:
    settings = load_package(**GIVEN)
    whole = package(settings)
    assert package(settings) == whole
    with zipfile.ZipFile(io.BytesIO(whole)) as zipped:
        assert zipped.testzip() is None
        assert zipped.namelist() == ["manifest.json", "en.json", "color.png", "outline.png"]
        assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert json.loads(zipped.read("manifest.json")) == manifest(settings)
        said = manifest(settings)
        assert {said["icons"]["color"], said["icons"]["outline"]} < {*zipped.namelist()}


def test_the_colour_icon_fills_its_square() -> None:
    pixels = drawing("color.png", 192)
    assert {alpha for *_, alpha in pixels} == {255}
    assert len(set(pixels)) > 500


def test_the_outline_icon_is_white_on_nothing() -> None:
    pixels = drawing("outline.png", 32)
    assert all(pixel[:3] == (255, 255, 255) for pixel in pixels)
    drawn = sum(alpha for *_, alpha in pixels) / 255
    assert 100 < drawn < 300
    edge = [pixels[y * 32 + x] for x in range(32) for y in range(32) if {x, y} & {0, 1, 30, 31}]
    assert all(alpha == 0 for *_, alpha in edge)


def drawing(name: str, size: int) -> list[tuple[int, ...]]:
    """The pixels of an icon of ours, red green blue alpha; the size is what its header says."""
    content = (HOUSE / "teams" / name).read_bytes()
    header, at, packed = content[16:26], 8, b""
    assert struct.unpack(">IIBB", header) == (size, size, 8, 6)
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        packed += content[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    rows = zlib.decompress(packed)
    assert len(rows) == size * (4 * size + 1)
    assert {rows[n] for n in range(0, len(rows), 4 * size + 1)} == {0}  # No row is filtered.
    plain = b"".join(rows[n + 1 : n + 1 + 4 * size] for n in range(0, len(rows), 4 * size + 1))
    return [tuple(plain[n : n + 4]) for n in range(0, len(plain), 4)]


WRONG = [
    ({"MicrosoftAppId": ""}, "MicrosoftAppId: vul de id"),
    ({"MicrosoftAppId": "8f1c5d2e"}, "MicrosoftAppId: vul de id"),
    ({"PLAN_PUBLISHER": "G" * 33}, "PLAN_PUBLISHER: vul de naam van de gemeente in"),
    (
        {"PLAN_PUBLISHER_SITE": "http://veldermeer.example"},
        "PLAN_PUBLISHER_SITE: vul een webadres",
    ),
    ({"PLAN_PUBLIC_HOST": "https://plan.example"}, "PLAN_PUBLIC_HOST: vul een naam in"),
    ({"PLAN_PACKAGE_VERSION": "1.0"}, "PLAN_PACKAGE_VERSION: schrijf drie getallen"),
]


@pytest.mark.parametrize(("wrong", "sentence"), WRONG)
def test_with_a_wrong_setting_nothing_is_made_and_one_sentence_says_why(
    wrong: dict[str, str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _settings(monkeypatch, tmp_path, wrong)
    assert main(["package"]) == CONFIG
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.startswith(sentence)
    assert not (tmp_path / "build").exists()


def test_before_anything_is_filled_in_the_package_is_one_to_look_at(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    require: Require,
) -> None:
    for name in ("MicrosoftAppId", "PLAN_PUBLISHER", "PLAN_PUBLISHER_SITE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    assert main(["package"]) == 0
    told = capsys.readouterr()
    assert told.out == "build/uitvoeringsplan-voorbeeld.zip\n"
    assert told.err.startswith("Dit pakket is om te bekijken")
    with zipfile.ZipFile(tmp_path / "build/uitvoeringsplan-voorbeeld.zip") as zipped:
        made = json.loads(zipped.read("manifest.json"))
    assert checked(require("node"), made) == []


def test_the_command_says_where_it_put_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _settings(monkeypatch, tmp_path, {"PLAN_PACKAGE_VERSION": "1.0.2"})
    assert main(["package"]) == 0
    assert capsys.readouterr().out == "build/uitvoeringsplan-1.0.2.zip\n"
    assert main(["package", "--out", "deep/er/plan.zip"]) == 0
    first, second = (tmp_path / p for p in ("build/uitvoeringsplan-1.0.2.zip", "deep/er/plan.zip"))
    assert first.read_bytes() == second.read_bytes()


def _settings(monkeypatch: pytest.MonkeyPatch, place: Path, more: dict[str, str]) -> None:
    """Only these, and no `.env` of whoever runs the tests."""
    monkeypatch.chdir(place)
    given = {
        "MicrosoftAppId": APP,
        "PLAN_PUBLISHER": "Gemeente Veldermeer",
        "PLAN_PUBLISHER_SITE": "https://www.veldermeer.example",
        "PLAN_PRIVACY_PAGE": "",
        "PLAN_TERMS_PAGE": "",
        "PLAN_PUBLIC_HOST": "",
        "PLAN_PACKAGE_VERSION": "",
    } | more
    for name, value in given.items():
        if value or name in more:
            monkeypatch.setenv(name, value)
        else:
            monkeypatch.delenv(name, raising=False)
