"""What the app package says of the municipality, from the environment or an `.env` file."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Field, StringConstraints, ValidationError
from pydantic_settings import BaseSettings

from bot.environment import FROM_ENV, SettingsError, made

Https = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+(/\S*)?$", max_length=2048)]


class PackageSettings(BaseSettings):
    """None of it is secret: everybody who adds the app can read it."""

    model_config = FROM_ENV

    app_id: str = Field(
        "",
        alias="MicrosoftAppId",
        pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        validate_default=True,
    )
    publisher: str = Field(
        "", alias="PLAN_PUBLISHER", min_length=1, max_length=32, validate_default=True
    )
    site: Https = Field("", alias="PLAN_PUBLISHER_SITE", validate_default=True)
    privacy: Https | None = Field(None, alias="PLAN_PRIVACY_PAGE")
    terms: Https | None = Field(None, alias="PLAN_TERMS_PAGE")
    public_host: str | None = Field(
        None,
        alias="PLAN_PUBLIC_HOST",
        pattern=r"^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$",
    )
    version: str = Field(
        "1.0.0",
        alias="PLAN_PACKAGE_VERSION",
        pattern=r"^(0|[1-9][0-9]{0,4})(\.(0|[1-9][0-9]{0,4})){2}$",
    )


class _Named(BaseSettings):
    """What makes a package somebody's own, as far as it is filled in."""

    model_config = FROM_ENV

    app_id: str = Field(default="", alias="MicrosoftAppId")
    publisher: str = Field(default="", alias="PLAN_PUBLISHER")
    site: str = Field(default="", alias="PLAN_PUBLISHER_SITE")


EXAMPLE: Final = {
    "app_id": "00000000-0000-0000-0000-000000000000",
    "publisher": "Voorbeeld",
    "site": "https://www.example.org",
}
"""Stands for all three where none is filled in: a package to look at, of nobody's."""

HOW: Final = {
    "MicrosoftAppId": "vul de id van de app in (Application ID), zoals "
    "12345678-90ab-cdef-1234-567890abcdef",
    "PLAN_PUBLISHER": "vul de naam van de gemeente in, in hoogstens 32 tekens",
    "PLAN_PUBLISHER_SITE": "vul een webadres in dat met https:// begint",
    "PLAN_PRIVACY_PAGE": "vul een webadres in dat met https:// begint, of laat dit weg",
    "PLAN_TERMS_PAGE": "vul een webadres in dat met https:// begint, of laat dit weg",
    "PLAN_PUBLIC_HOST": "vul een naam in als plan.gemeente.nl, zonder https://, of niets",
    "PLAN_PACKAGE_VERSION": "schrijf drie getallen met punten ertussen, zoals 1.0.1",
}
"""How each is mended."""


def is_example() -> bool:
    """Whether nothing was filled in yet that makes the package somebody's own."""
    return not any(made(_Named).model_dump().values())


def load_package(**given: Any) -> PackageSettings:
    """The settings of the package; raises SettingsError with the first that is wrong."""
    try:
        return PackageSettings(**given)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        name = str(first["loc"][0])
        alias = {field: i.alias for field, i in PackageSettings.model_fields.items()}.get(name)
        raise SettingsError(f"{alias or name}: {HOW[alias or name]}.") from None
