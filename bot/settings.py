"""The settings of the process, from the environment or an `.env` file."""

from __future__ import annotations

import ipaddress
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.credentials import AppType, Credentials
from plan.erasure import Terms

EXIT_CONFIG: Final = 78


class SettingsError(Exception):
    """One sentence that says which setting is wrong and how to mend it; exit code 78."""


class Settings(BaseSettings):
    """Those of the channel have the names that Microsoft's own samples give them."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    app_id: str = Field("", alias="MicrosoftAppId")
    app_password: SecretStr = Field(SecretStr(""), alias="MicrosoftAppPassword")
    app_type: AppType = Field("SingleTenant", alias="MicrosoftAppType")
    app_tenant: str = Field("", alias="MicrosoftAppTenantId")
    store: str = Field("data/", alias="PLAN_STORE", min_length=1)
    host: str = Field("127.0.0.1", alias="PLAN_HOST", min_length=1)
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
        return frozenset(named)

    @model_validator(mode="after")
    def _whole(self) -> Settings:
        secret = self.app_password.get_secret_value()
        if not self.app_id and (secret or self.app_tenant):
            raise ValueError("MicrosoftAppId ontbreekt; vul die in, of laat ook de andere weg")
        if self.app_id and self.app_type != "UserAssignedMSI" and not secret:
            raise ValueError("MicrosoftAppPassword ontbreekt; vul het geheim van de app in")
        if self.app_id and self.app_type == "SingleTenant" and not self.app_tenant:
            raise ValueError("MicrosoftAppTenantId ontbreekt; vul de tenant van de app in")
        return self

    def credentials(self) -> Credentials | None:
        """Who the bot is to Microsoft; None in `--dev`."""
        if not self.app_id:
            return None
        return Credentials(
            app_id=self.app_id,
            password=self.app_password.get_secret_value(),
            tenant=self.app_tenant,
            kind=self.app_type,
        )


class Retention(BaseSettings):
    """How long what is kept, in days and for plans in years; 0 is for ever."""

    model_config = Settings.model_config

    cards: int = Field(90, alias="PLAN_KEEP_CARDS", ge=0)
    messages: int = Field(365, alias="PLAN_KEEP_MESSAGES", ge=0)
    addresses: int = Field(90, alias="PLAN_KEEP_ADDRESSES", ge=0)
    plans: int = Field(0, alias="PLAN_KEEP_PLANS", ge=0)


def load_terms(**given: Any) -> Terms:
    """The terms of `retain`. Raises SettingsError."""
    try:
        read = Retention(**given)
    except ValidationError as error:
        raise SettingsError(_sentence(error, Retention)) from None
    return Terms(
        cards=read.cards or None,
        messages=read.messages or None,
        addresses=read.addresses or None,
        plans=read.plans or None,
    )


def load(*, dev: bool = False, **given: Any) -> Settings:
    """The settings of this process; `given` (by field name) goes before the environment.

    Raises SettingsError, also when anybody could come in: without an app id the process serves
    only with `--dev`, and `--dev` serves loopback addresses only.
    """
    try:
        settings = Settings(**given)
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None
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


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


REASONS = {
    "int_parsing": "geef een heel getal",
    "int_type": "geef een heel getal",
    "greater_than_equal": "geef een getal van 1 tot en met 65535",
    "less_than_equal": "geef een getal van 1 tot en met 65535",
    "string_too_short": "dit mag niet leeg zijn",
}
"""What the kinds of mistake that pydantic finds are called here."""


TERMS = REASONS | {"greater_than_equal": "geef een getal van 0 (voor altijd) of meer"}


def _sentence(error: ValidationError, of: type[BaseSettings] = Settings) -> str:
    """The first thing wrong, without the value: that may be a secret."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    reason = (REASONS if of is Settings else TERMS).get(first["type"]) or first[
        "msg"
    ].removeprefix("Value error, ")
    if first["type"] == "literal_error":
        reason = _choices(name, of)
    alias = {field: info.alias for field, info in of.model_fields.items()}.get(name, name)
    return f"{alias}: {reason}." if alias else f"{reason}."


def _choices(name: str, of: type[BaseSettings]) -> str:
    fields = of.model_fields.items()
    field = next(info for key, info in fields if name in (key, info.alias))
    *some, last = get_args(field.annotation)
    return f"kies {', '.join(some)} of {last}"
