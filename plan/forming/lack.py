"""One thing a plan lacks, and where."""

from __future__ import annotations

from dataclasses import dataclass

from plan.text import Text


@dataclass(frozen=True, kw_only=True)
class Lack:
    """What is not there yet; without a theme it is about the plan itself."""

    text: Text
    theme: str | None = None


def in_theme(key: str, nl: str, en: str) -> Lack:
    return Lack(theme=key, text=Text(nl=nl, en=en))
