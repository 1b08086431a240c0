"""How long things are kept, as the settings have it."""

from __future__ import annotations

from typing import Any

from pydantic import Field
from pydantic_settings import BaseSettings

from bot.environment import FROM_ENV, REASONS, made
from plan.erasure import Terms

TERMS = REASONS | {"greater_than_equal": "geef een getal van 0 (voor altijd) of meer"}


class Retention(BaseSettings):
    """How long what is kept, in days and for plans in years; 0 is for ever."""

    model_config = FROM_ENV

    cards: int = Field(90, alias="PLAN_KEEP_CARDS", ge=0)
    messages: int = Field(365, alias="PLAN_KEEP_MESSAGES", ge=0)
    addresses: int = Field(90, alias="PLAN_KEEP_ADDRESSES", ge=0)
    plans: int = Field(0, alias="PLAN_KEEP_PLANS", ge=0)


def load_terms(**given: Any) -> Terms:
    """The terms of `retain`. Raises SettingsError."""
    read = made(Retention, TERMS, **given)
    return Terms(
        cards=read.cards or None,
        messages=read.messages or None,
        addresses=read.addresses or None,
        plans=read.plans or None,
    )
