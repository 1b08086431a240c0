"""Settings, and a refusal to start with wrong ones."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load

WHOLE = {
    "MicrosoftAppId": "app",
    "MicrosoftAppPassword": "canary-secret",
    "MicrosoftAppTenantId": "tenant",
}


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields.values():
        monkeypatch.delenv(str(name.alias), raising=False)


def given(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_trying_it_needs_no_settings() -> None:
    settings = load(dev=True)
    assert settings.credentials() is None
    assert (settings.host, settings.port, settings.store) == ("127.0.0.1", 3978, "data/")


def test_a_bot_with_an_app_is_of_one_tenant(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, WHOLE)
    credentials = load().credentials()
    assert credentials
    assert (credentials.kind, credentials.tenant) == ("SingleTenant", "tenant")
    assert "canary-secret" not in repr(credentials) + repr(load())


def test_the_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PLAN_PORT=4000\nPLAN_COORDINATORS=t/a, t/b\nOTHER=1\n")
    settings = load(dev=True)
    assert (settings.port, settings.coordinators) == (4000, frozenset({"t/a", "t/b"}))


@pytest.mark.parametrize(
    ("values", "dev", "named"),
    [
        ({}, False, "MicrosoftAppId"),
        ({"MicrosoftAppPassword": "canary-secret"}, True, "MicrosoftAppId"),
        (WHOLE | {"MicrosoftAppPassword": ""}, False, "MicrosoftAppPassword"),
        (WHOLE | {"MicrosoftAppTenantId": ""}, False, "MicrosoftAppTenantId"),
        (WHOLE | {"MicrosoftAppType": "Other"}, False, "MicrosoftAppType"),
        (WHOLE, True, "--dev"),
        ({"PLAN_HOST": "0.0.0.0"}, True, "PLAN_HOST"),  # noqa: S104
        ({"PLAN_HOST": "example.org"}, True, "PLAN_HOST"),
        ({"PLAN_PORT": "canary-secret"}, True, "PLAN_PORT"),
        ({"PLAN_PORT": "70000"}, True, "PLAN_PORT"),
        ({"PLAN_STORE": ""}, True, "PLAN_STORE"),
        ({"PLAN_COORDINATORS": "sanne"}, True, "PLAN_COORDINATORS"),
        ({"PLAN_COORDINATORS": "t/a/b"}, True, "PLAN_COORDINATORS"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], dev: bool, named: str
) -> None:
    given(monkeypatch, values)
    with pytest.raises(SettingsError) as refused:
        load(dev=dev)
    sentence = str(refused.value)
    assert named in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "canary-secret" not in sentence


def test_every_setting_has_a_line_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    for setting in Settings.model_fields.values():
        assert f"| `{setting.alias}` |" in page
