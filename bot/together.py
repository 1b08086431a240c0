"""Settings that do not go together, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.registration import is_guid

if TYPE_CHECKING:
    from bot.settings import Settings


def together(told: Settings) -> Iterator[tuple[bool, str]]:
    """Whether two settings do not go together, and what to do about it; the first counts."""
    given = bool(told.app_password.get_secret_value())
    secret_ = given or bool(told.app_password_file)
    yield (
        not told.app_id and (secret_ or bool(told.app_tenant)),
        "MicrosoftAppId ontbreekt; vul die in, of laat ook de andere weg",
    )
    yield (
        given and bool(told.app_password_file),
        "MicrosoftAppPassword en MicrosoftAppPassword_FILE staan er allebei; kies er een",
    )
    if not told.app_id:
        return
    managed = told.app_type == "UserAssignedMSI"
    yield (
        not managed and not secret_,
        "MicrosoftAppPassword ontbreekt; vul het geheim van de app in",
    )
    yield (
        managed and secret_,
        "MicrosoftAppPassword hoort niet bij een beheerde identiteit; laat het weg",
    )
    yield (
        told.app_type == "SingleTenant" and not told.app_tenant,
        "MicrosoftAppTenantId ontbreekt; vul de tenant van de app in",
    )
    yield (
        not (told.tenants or told.app_tenant),
        "PLAN_TENANTS ontbreekt; noem de tenants waarvan mensen erbij mogen",
    )
    yield (
        any(not is_guid(part) for one in told.coordinators for part in one.split("/")),
        "PLAN_COORDINATORS: schrijf tenant en object-id als ids, met een / ertussen",
    )
    listed = told.tenants or {told.app_tenant}
    yield (
        any(one.partition("/")[0] not in listed for one in told.coordinators),
        "PLAN_COORDINATORS: de tenant van een coördinator mag er niet bij; "
        "noem die in PLAN_TENANTS",
    )
