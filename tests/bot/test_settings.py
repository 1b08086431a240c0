"""Settings, and a refusal to start with wrong ones."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.commandline import main
from bot.commands.codes import CONFIG
from bot.environment import SettingsError
from bot.hosts import TEAMS
from bot.retention import Retention
from bot.settings import Settings, load, stored

HOUSE = Path(__file__).parents[2]
ID = "8f1c5d2e-0b55-4c11-9d62-7c34e2f0a9aa"
OURS = "0c7b9a52-27c1-4a63-8f5c-bd8f3f1e5a10"
OTHER = "9a8b7c6d-27c1-4a63-8f5c-bd8f3f1e5a10"
PERSON = "7d3f6a1e-58c9-4f0b-9b7c-2f1a6f0c1d01"
SECRET = "canary~Secret-8Q~1234567890.abcdefghijkl"  # noqa: S105
WHOLE = {"MicrosoftAppId": ID, "MicrosoftAppPassword": SECRET, "MicrosoftAppTenantId": OURS}
MANAGED = {"MicrosoftAppId": ID, "MicrosoftAppType": "UserAssignedMSI"}


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in WHOLE.items() if name not in names}


UNSEALED = without("MicrosoftAppPassword")

# what is wrong -> (settings, with --dev, what the sentence names)
BROKEN: dict[str, tuple[Mapping[str, str], bool, str]] = {
    "nothing": ({}, False, "MicrosoftAppId"),
    "no app id": (without("MicrosoftAppId"), False, "MicrosoftAppId"),
    "no app id, to try it": ({"MicrosoftAppPassword": SECRET}, True, "MicrosoftAppId"),
    "no secret": (UNSEALED, False, "MicrosoftAppPassword"),
    "an empty secret": (WHOLE | {"MicrosoftAppPassword": ""}, False, "MicrosoftAppPassword"),
    "a short secret": (WHOLE | {"MicrosoftAppPassword": "canary"}, False, "MicrosoftAppPassword"),
    "the id of a secret": (WHOLE | {"MicrosoftAppPassword": OTHER}, False, "MicrosoftAppPassword"),
    "a placeholder": (
        WHOLE | {"MicrosoftAppPassword": "<your-client-secret>"},
        False,
        "MicrosoftAppPassword",
    ),
    "no tenant": (without("MicrosoftAppTenantId"), False, "MicrosoftAppTenantId"),
    "a tenant by name": (
        WHOLE | {"MicrosoftAppTenantId": "gemeente.onmicrosoft.com"},
        False,
        "MicrosoftAppTenantId",
    ),
    "an app by name": (WHOLE | {"MicrosoftAppId": "uitvoeringsplan"}, False, "MicrosoftAppId"),
    "an unknown type": (WHOLE | {"MicrosoftAppType": "Other"}, False, "MicrosoftAppType"),
    "a managed identity with a secret": (
        WHOLE | {"MicrosoftAppType": "UserAssignedMSI"},
        False,
        "MicrosoftAppPassword",
    ),
    "a managed identity of no tenant": (MANAGED, False, "PLAN_TENANTS"),
    "of all tenants": (
        without("MicrosoftAppTenantId") | {"MicrosoftAppType": "MultiTenant"},
        False,
        "PLAN_TENANTS",
    ),
    "odd tenants": (WHOLE | {"PLAN_TENANTS": f"{OURS}; {OTHER}"}, False, "PLAN_TENANTS"),
    "every tenant": (WHOLE | {"PLAN_TENANTS": "*"}, False, "PLAN_TENANTS"),
    "odd hosts": (WHOLE | {"PLAN_FILE_HOSTS": "evil.example"}, False, "PLAN_FILE_HOSTS"),
    "a coordinator by name": (
        WHOLE | {"PLAN_COORDINATORS": "t/sanne"},
        False,
        "PLAN_COORDINATORS",
    ),
    "a coordinator without tenant": (
        WHOLE | {"PLAN_COORDINATORS": PERSON},
        False,
        "PLAN_COORDINATORS",
    ),
    "a coordinator who may not come in": (
        WHOLE | {"PLAN_COORDINATORS": f"{OTHER}/{PERSON}"},
        False,
        "PLAN_COORDINATORS",
    ),
    "an app, to try it": (WHOLE, True, "--dev"),
    "everywhere, to try it": ({"PLAN_HOST": "0.0.0.0"}, True, "PLAN_HOST"),  # noqa: S104
    "elsewhere, to try it": ({"PLAN_HOST": "example.org"}, True, "PLAN_HOST"),
    "a host that is a page": (WHOLE | {"PLAN_HOST": "http://plan.example"}, False, "PLAN_HOST"),
    "no port": (WHOLE | {"PLAN_PORT": "canary-secret"}, False, "PLAN_PORT"),
    "a port too far": ({"PLAN_PORT": "70000"}, True, "PLAN_PORT"),
    "no store": ({"PLAN_STORE": ""}, True, "PLAN_STORE"),
}
# content -> mode of a file with the secret, and what the sentence says
FILES: dict[str, tuple[bytes | None, int, str]] = {
    "that everybody can read": (SECRET.encode(), 0o644, "chmod 600"),
    "that everybody can write": (SECRET.encode(), 0o602, "chmod 600"),
    "that is not there": (None, 0o600, "niet te lezen: bestand of map bestaat niet"),
    "that is empty": (b"", 0o600, "te kort"),
    "that is no text": (b"\xff\xfe" * 20, 0o600, "geen tekst"),
    "with two lines": (f"{SECRET}\n{SECRET}\n".encode(), 0o600, "geen geheim"),
    "that is large": (b"x" * 10_000, 0o600, "te groot"),
}


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in names():
        monkeypatch.delenv(name, raising=False)


def names() -> list[str]:
    fields = [*Settings.model_fields.values(), *Retention.model_fields.values()]
    return [str(setting.alias) for setting in fields]


def given(monkeypatch: pytest.MonkeyPatch, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def is_one_sentence(said: str, named: str) -> bool:
    whole = named in said and said.endswith(".") and "\n" not in said
    return whole and "canary" not in said


def test_trying_it_needs_no_settings() -> None:
    settings = load(dev=True)
    assert settings.credentials() is None
    assert settings.entrance() is None
    assert (settings.host, settings.port, settings.store) == ("127.0.0.1", 3978, "data/")


def test_a_bot_with_an_app_is_of_one_tenant(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, WHOLE | {"MicrosoftAppId": ID.upper()})
    credentials, entrance = load().credentials(), load().entrance()
    assert credentials
    assert entrance
    assert (credentials.kind, credentials.tenant) == ("SingleTenant", OURS)
    assert credentials.app_id == ID
    assert entrance.tenants == {OURS}
    assert entrance.hosts == TEAMS
    assert entrance.allowance
    assert SECRET not in repr(credentials) + repr(load()) + repr(entrance)


def test_a_managed_identity_has_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, MANAGED | {"MicrosoftAppTenantId": OURS})
    credentials = load().credentials()
    assert credentials
    assert (credentials.kind, credentials.password) == ("UserAssignedMSI", "")


def test_more_tenants_are_named_together(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {
        "PLAN_TENANTS": f"{OURS.upper()}, {OTHER}",
        "PLAN_COORDINATORS": f"{OTHER}/{PERSON.upper()}",
        "PLAN_FILE_HOSTS": "gemeente-my.sharepoint.com",
    }
    given(monkeypatch, WHOLE | told)
    entrance = load().entrance()
    assert entrance
    assert entrance.tenants == {OURS, OTHER}
    assert entrance.hosts.files == {"gemeente-my.sharepoint.com"}
    assert load().coordinators == {f"{OTHER}/{PERSON}"}


def test_the_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PLAN_PORT=4000\nPLAN_COORDINATORS=t/a, t/b\nOTHER=1\n")
    settings = load(dev=True)
    assert (settings.port, settings.coordinators) == (4000, frozenset({"t/a", "t/b"}))


def test_where_plans_are_kept_may_stand_in_the_env_file_for_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".env").write_text("PLAN_STORE=elsewhere/\n")
    main(["verify"])
    assert "elsewhere/" in capsys.readouterr().err


def test_a_password_may_stand_in_the_env_file(tmp_path: Path) -> None:
    address = f"postgresql://plan:{SECRET}@db/plan"
    (tmp_path / ".env").write_text(f"PLAN_STORE={address}\n")
    assert load(dev=True, store=stored()).store == address


def test_an_env_file_that_is_no_text_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfeM\x00")
    with pytest.raises(SettingsError) as refused:
        load(dev=True)
    assert is_one_sentence(str(refused.value), ".env")


def test_what_is_no_address_of_a_database_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLAN_STORE", "postgresql://[canary")
    assert main(["serve", "--dev"]) != 0
    assert is_one_sentence(capsys.readouterr().err.strip(), "database")


def test_an_address_that_cannot_be_listened_on_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, WHOLE | {"PLAN_HOST": "192.0.2.1"})  # For examples; of no computer.
    assert main(["serve"]) == 78
    assert "PLAN_HOST" in capsys.readouterr().err


def test_a_secret_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret"
    file.write_text(SECRET + "\n")
    file.chmod(0o640)
    given(monkeypatch, UNSEALED | {"MicrosoftAppPassword_FILE": str(file)})
    credentials = load().credentials()
    assert credentials
    assert credentials.password == SECRET
    given(monkeypatch, {"MicrosoftAppPassword": SECRET})
    with pytest.raises(SettingsError, match="kies er een"):
        load()


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_will_not_do_is_named(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, mode, said = FILES[kind]
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)
        file.chmod(mode)
    given(monkeypatch, UNSEALED | {"MicrosoftAppPassword_FILE": str(file)})
    with pytest.raises(SettingsError, match=said) as refused:
        load()
    assert is_one_sentence(str(refused.value), "MicrosoftAppPassword_FILE")


def test_an_env_file_with_the_secret_is_for_its_owner(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("".join(f"{name}={value}\n" for name, value in WHOLE.items()))
    file.chmod(0o644)
    with pytest.raises(SettingsError, match=r"chmod 600 \.env") as refused:
        load()
    assert is_one_sentence(str(refused.value), ".env")
    file.chmod(0o600)
    assert load().app_id == ID


@pytest.mark.parametrize("kind", BROKEN)
def test_a_wrong_setting_is_named_in_one_sentence(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    values, dev, named = BROKEN[kind]
    given(monkeypatch, values)
    with pytest.raises(SettingsError) as refused:
        load(dev=dev)
    assert is_one_sentence(str(refused.value), named), refused.value


@pytest.mark.parametrize(
    "placeholder",
    [
        "CHANGE-ME-CHANGE-ME-CHANGE-ME",
        "changeme" * 3,
        "<client secret value>",
        "${MICROSOFT_APP_PASSWORD}",
        "your-client-secret-goes-here",
        "jouw_geheim_komt_hier_te_staan",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "two words of a secret that is long",
        SECRET + "\t",
    ],
)
def test_what_is_no_secret_yet_is_refused(
    placeholder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, WHOLE | {"MicrosoftAppPassword": placeholder})
    with pytest.raises(SettingsError, match="MicrosoftAppPassword"):
        load()


ADDRESSES = (
    "postgresql://plan:canary-secret@db/plan",
    "postgresql://plan@db/plan?password=canary-secret",
)
COMMANDS = [
    ["serve", "--dev", "--store"],
    ["load", "plan.yaml", "--store"],
    ["erase", "up", "--person", "p", "--store"],
    ["export", "up", "--as", "json", "--out", "x", "--store"],
    ["backup", "there", "--store"],
    ["restore", "there", "--store"],
    ["verify", "--store"],
    ["migrate", "--from", "data", "--to"],
    ["migrate", "--to", "data", "--from"],
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_password_on_the_command_line_is_refused(
    command: list[str], address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everybody on the computer sees the list of processes."""
    assert main([*command, address]) == CONFIG
    told = capsys.readouterr().err
    assert is_one_sentence(told.strip(), command[-1])
    assert "PGPASSWORD" in told


def test_a_password_in_the_environment_is_shown_to_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_STORE", ADDRESSES[0])
    assert load(dev=True).store == stored() == ADDRESSES[0]
    assert "canary" not in repr(load(dev=True))


# Reads a case per line, and is the process in a child of its own: what takes long is done once.
STARTER = """
import json, os, sys
from bot.commandline import main
for line in sys.stdin:
    place, values, arguments = json.loads(line)
    sees, tells = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(tells, 1), os.dup2(tells, 2), os.close(sees)
        os.chdir(place)
        os.environ.update(values)
        sys.exit(main(arguments))
    os.close(tells)
    with os.fdopen(sees) as told:
        said = told.read()
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said.strip()]))
"""


def started(*cases: tuple[Path, Mapping[str, str], bool]) -> list[tuple[int, str]]:
    """Exit code and words of `python -m bot serve` for each case."""
    for place, _, _ in cases:
        place.mkdir()
    lines = [
        json.dumps([str(place), dict(values), ["serve", *(["--dev"] if dev else [])]])
        for place, values, dev in cases
    ]
    kept = {name: value for name, value in os.environ.items() if name not in names()}
    done = subprocess.run(
        [sys.executable, "-c", STARTER],
        env=kept | {"PYTHONPATH": str(HOUSE)},
        input="\n".join(lines),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return [(code, said) for code, said in map(json.loads, done.stdout.splitlines())]


def test_the_process_does_not_start_with_a_wrong_setting(tmp_path: Path) -> None:
    """Each of them through the real process: 78, one sentence, and nothing is made."""
    for_all = tmp_path / "secret"
    for_all.write_text(SECRET)
    for_all.chmod(0o644)
    kept = UNSEALED | {"MicrosoftAppPassword_FILE": str(for_all)}
    table = BROKEN | {"a secret for all": (kept, False, "chmod 600")}
    places = [tmp_path / str(number) for number in range(len(table))]
    found = started(
        *(
            (place, values, dev)
            for place, (values, dev, _) in zip(places, table.values(), strict=True)
        )
    )
    for (kind, (_, _, named)), (code, said) in zip(table.items(), found, strict=True):
        assert code == 78, (kind, code, said)
        assert is_one_sentence(said, named), (kind, said)
    assert [place for place in places if list(place.iterdir())] == []


def test_every_setting_has_a_line_in_the_documentation() -> None:
    page = (HOUSE / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [name for name in names() if f"| `{name}` |" not in page] == []


def test_no_setting_is_documented_that_there_is_not() -> None:
    page = (HOUSE / "docs" / "settings.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert set(listed) <= set(names())
