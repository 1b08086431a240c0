"""Reading settings from the environment or an `.env` file; what is wrong comes as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar, get_args

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

FROM_ENV: Final = SettingsConfigDict(
    env_file=".env",
    env_file_encoding="utf-8",
    extra="ignore",
    frozen=True,
    populate_by_name=True,
)


class SettingsError(Exception):
    """One sentence that says which setting is wrong and how to mend it; exit code 78."""


Made = TypeVar("Made", bound=BaseSettings)

REASONS = {
    "int_parsing": "geef een heel getal",
    "int_type": "geef een heel getal",
    "greater_than_equal": "geef een getal van 1 tot en met 65535",
    "less_than_equal": "geef een getal van 1 tot en met 65535",
    "string_too_short": "dit mag niet leeg zijn",
    "string_pattern_mismatch": "geef een adres als 127.0.0.1 of een naam, zonder poort",
}
"""What the kinds of mistake that pydantic finds are called here."""


def made(of: type[Made], reasons: Mapping[str, str] = REASONS, **given: Any) -> Made:
    """The settings of this kind. Raises SettingsError."""
    try:
        return of(**given)
    except ValidationError as error:
        raise SettingsError(_sentence_of(error, of, reasons)) from None
    except UnicodeDecodeError:
        raise SettingsError(".env: dit is geen tekst in UTF-8; bewaar het bestand zo.") from None


def _sentence_of(
    error: ValidationError, of: type[BaseSettings], reasons: Mapping[str, str]
) -> str:
    """The first thing wrong, without the value: that may be a secret."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    reason = reasons.get(first["type"]) or first["msg"].removeprefix("Value error, ")
    if first["type"] == "literal_error":
        reason = _choices(name, of)
    alias = {field: info.alias for field, info in of.model_fields.items()}.get(name, name)
    return f"{alias}: {reason}." if alias else f"{reason}."


def _choices(name: str, of: type[BaseSettings]) -> str:
    fields = of.model_fields.items()
    field = next(info for key, info in fields if name in (key, info.alias))
    *some, last = get_args(field.annotation)
    return f"kies {', '.join(some)} of {last}"
