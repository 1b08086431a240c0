"""The settings of the process, from the environment or an `.env` file."""

from __future__ import annotations

import ipaddress
from dataclasses import replace
from typing import Annotated, Any, Final, Literal
from urllib.parse import parse_qsl, urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode

from bot.credentials import AppType, Credentials
from bot.entrance import Entrance
from bot.environment import FROM_ENV, SettingsError, made
from bot.hosts import TEAMS
from bot.registration import check_env, file_hosts, guid, guids, secret, secret_in
from bot.together import together


class Settings(BaseSettings):
    """Those of the channel have the names that Microsoft's own samples give them."""

    model_config = FROM_ENV

    app_id: str = Field("", alias="MicrosoftAppId")
    app_password: SecretStr = Field(SecretStr(""), alias="MicrosoftAppPassword")
    app_password_file: str = Field("", alias="MicrosoftAppPassword_FILE")
    app_type: AppType = Field("SingleTenant", alias="MicrosoftAppType")
    app_tenant: str = Field("", alias="MicrosoftAppTenantId")
    tenants: Annotated[frozenset[str], NoDecode] = Field(frozenset(), alias="PLAN_TENANTS")
    file_hosts: Annotated[frozenset[str], NoDecode] = Field(frozenset(), alias="PLAN_FILE_HOSTS")
    store: str = Field("data/", alias="PLAN_STORE", min_length=1, repr=False)
    host: str = Field("127.0.0.1", alias="PLAN_HOST", pattern=r"^[A-Za-z0-9.:_-]+$")
    port: int = Field(3978, alias="PLAN_PORT", ge=1, le=65535)
    log: Literal["debug", "info", "warning", "error"] = Field("info", alias="PLAN_LOG")
    metrics: Literal["loopback", "everywhere"] = Field("loopback", alias="PLAN_METRICS")
    coordinators: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(), alias="PLAN_COORDINATORS"
    )

    @field_validator("coordinators", mode="before")
    @classmethod
    def _apart(cls, value: Any) -> Any:
        """`tenant/object id`, several with commas between them."""
        if not isinstance(value, str):
            return value
        named = [one.strip() for one in value.split(",") if one.strip()]
        if any(
            len(list(filter(None, one.split("/")))) != 2 or one.count("/") != 1 for one in named
        ):
            raise ValueError("schrijf ze als tenant/object-id, met komma's ertussen")
        return frozenset(one.lower() for one in named)

    @field_validator("app_id", "app_tenant")
    @classmethod
    def _id(cls, value: str) -> str:
        return guid(value.strip())

    @field_validator("tenants", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return guids(value) if isinstance(value, str) else value

    @field_validator("file_hosts", mode="before")
    @classmethod
    def _hosts(cls, value: Any) -> Any:
        return file_hosts(value) if isinstance(value, str) else value

    @field_validator("app_password")
    @classmethod
    def _secret(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value():
            secret(value.get_secret_value())
        return value

    @field_validator("app_password_file")
    @classmethod
    def _secret_file(cls, value: str) -> str:
        if value:
            secret_in(value)
        return value

    @model_validator(mode="after")
    def _whole(self) -> Settings:
        for wrong, sentence in together(self):
            if wrong:
                raise ValueError(sentence)
        if self.app_password.get_secret_value():
            check_env()
        return self

    def credentials(self) -> Credentials | None:
        """Who the bot is to Microsoft; None in `--dev`."""
        if not self.app_id:
            return None
        kept = self.app_password_file
        return Credentials(
            app_id=self.app_id,
            password=secret_in(kept) if kept else self.app_password.get_secret_value(),
            tenant=self.app_tenant,
            kind=self.app_type,
        )

    def entrance(self) -> Entrance | None:
        """Who may come in; None in `--dev`."""
        if not self.app_id:
            return None
        hosts = replace(TEAMS, files=self.file_hosts)
        return Entrance(tenants=self.tenants or frozenset({self.app_tenant}), hosts=hosts)


class _Place(BaseSettings):
    """Where plans are kept, without all the rest, which only the process that serves needs."""

    model_config = FROM_ENV

    store: str = Field("data/", alias="PLAN_STORE", min_length=1, repr=False)


def stored() -> str:
    """Where plans are kept when a command does not say it. Raises SettingsError."""
    return made(_Place).store


def check_address(option: str, store: str) -> None:
    """Raises SettingsError for an address given to this option with a password in it."""
    if _has_password(store):
        raise SettingsError(
            f"{option}: iedereen op deze computer ziet dit wachtwoord; zet het in PGPASSWORD."
        )


def load(*, dev: bool = False, **given: Any) -> Settings:
    """The settings of this process; `given` (by field name) goes before the environment.

    Raises SettingsError, also when anybody could come in: without an app id the process serves
    only with `--dev`, and `--dev` serves loopback addresses only.
    """
    settings = made(Settings, **given)
    if dev and settings.app_id:
        raise SettingsError("Met --dev kan iedereen erbij; laat MicrosoftAppId weg, of --dev.")
    if dev and not _loopback(settings.host):
        raise SettingsError(
            "Met --dev kan iedereen erbij; PLAN_HOST moet 127.0.0.1, ::1 of localhost zijn."
        )
    if not dev and not settings.app_id:
        raise SettingsError(
            "MicrosoftAppId ontbreekt; vul die in, of start met --dev om iets uit te proberen."
        )
    return settings


SECRETS: Final = frozenset({"password", "sslpassword"})
"""What libpq takes behind the question mark of an address too."""


def _has_password(store: str) -> bool:
    try:
        parts = urlsplit(store)
        return bool(parts.password or SECRETS & {name for name, _ in parse_qsl(parts.query)})
    except ValueError:  # No address at all, which is said when the store is opened.
        return False


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
