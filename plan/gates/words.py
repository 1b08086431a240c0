"""How a gate says what is missing."""

from __future__ import annotations

from plan.text import Text


def when_missing(lacks: bool, nl: str, en: str) -> tuple[Text, ...]:
    return (Text(nl=nl, en=en),) if lacks else ()
