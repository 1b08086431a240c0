"""What the settings of the bot's registration at Microsoft have to look like.

Everything here raises ValueError with a sentence that never holds the value: it may be a secret.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from storage import why

SHORTEST: Final = 16
"""Characters; those that Microsoft makes have forty."""
LARGEST: Final = 4_096
ENV: Final = Path(".env")

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_IN_ENV = re.compile(r"^\s*(?:export\s+)?MicrosoftAppPassword\s*=\s*\S", re.I | re.M)
_NOT_YET = re.compile(
    r"^<.*>$|^\$\{|change[\W_]?me|placeholder|(?:^|[\W_])(?:your|jouw|todo|vul)(?:[\W_]|$)", re.I
)
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.sharepoint\.com", re.ASCII)


def is_guid(value: str) -> bool:
    return bool(_GUID.fullmatch(value.lower()))


def guid(value: str) -> str:
    """In small letters, as tokens have it."""
    if value and not is_guid(value):
        raise ValueError("dit is geen id; die heeft de vorm 8f1c5d2e-0b55-4c11-9d62-7c34e2f0a9aa")
    return value.lower()


def guids(value: str) -> frozenset[str]:
    """Several with commas between them."""
    named = [one.strip() for one in value.split(",")] if value.strip() else []
    if not all(map(is_guid, named)):
        raise ValueError(
            "schrijf de ids van tenants met komma's ertussen; een id heeft de vorm "
            "8f1c5d2e-0b55-4c11-9d62-7c34e2f0a9aa"
        )
    return frozenset(map(str.lower, named))


def file_hosts(value: str) -> frozenset[str]:
    named = [one.strip().lower() for one in value.split(",")] if value.strip() else []
    if not all(_HOST.fullmatch(one) for one in named):
        raise ValueError("noem hosts als gemeente-my.sharepoint.com, met komma's ertussen")
    return frozenset(named)


def secret(value: str) -> str:
    """The secret itself, and not something that stands where it should come."""
    if is_guid(value):
        raise ValueError("dit is de id van het geheim; vul de waarde ervan in")
    if len(value) < SHORTEST or len(set(value)) < SHORTEST // 4:
        raise ValueError("dit is te kort voor een geheim; vul de waarde in die Microsoft gaf")
    if not value.isprintable() or " " in value or _NOT_YET.search(value):
        raise ValueError("hier staat geen geheim; vul de waarde in die Microsoft gaf")
    return value


def secret_in(path: str) -> str:
    """The only line of a file that not everybody can read."""
    file = Path(path)
    try:
        with file.open("rb") as opened:
            if _for_everybody(os.fstat(opened.fileno()).st_mode):
                raise ValueError(f"iedereen kan dit bestand lezen; doe: chmod 600 {path}")
            raw = opened.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise ValueError("dit bestand is te groot voor een geheim")
        return secret(raw.decode("utf-8").rstrip("\r\n"))
    except OSError as error:
        raise ValueError(f"{path} is niet te lezen: {why(error)}") from None
    except UnicodeDecodeError:
        raise ValueError("in dit bestand staat geen tekst") from None


def check_env() -> None:
    """An `.env` file with the secret in it is for its owner alone."""
    try:
        mode, text = ENV.stat().st_mode, ENV.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    if _for_everybody(mode) and _IN_ENV.search(text):
        raise ValueError(f"iedereen kan het geheim in {ENV} lezen; doe: chmod 600 {ENV}")


def _for_everybody(mode: int) -> bool:
    return os.name == "posix" and bool(mode & 0o007)
