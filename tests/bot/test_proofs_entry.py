"""A share of the proofs of the entrance, and that each sees what it looks for."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from botbuilder.schema import Activity
from botframework.connector.auth import (
    BotFrameworkAuthenticationFactory,
    PasswordServiceClientCredentialFactory,
)

from bot import activity, allowance, entrance, jwks, keys, tokens
from bot.shape import Json
from tests.bot.issuer import APP, ISSUER, METADATA, Issuer
from tests.bot.test_tokens import BAD, SERVICE
from tests.prove import PROOFS, activities
from tests.prove.trial import SHARE, begun, fresh_seed

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that is wanted here is not kept among those that are not."""
    monkeypatch.setattr("tests.prove.trial.KEPT", tmp_path / "prove")


def _as_it_came(body: Json, *_: object) -> None:
    """What is not there is not missed."""


def _text(body: Json, key: str, **_: object) -> Any:
    found = body.get(key)
    return "" if found is None else found


async def _waiting(self: keys.Keys) -> Any:
    """The loop is held while somebody is asked."""
    time.sleep(0.4)  # noqa: ASYNC251
    told = await self._read(self._metadata)
    return jwks.keys_of(await self._read(jwks.address_of(told, self._metadata)))


async def _never(self: keys.Keys, kid: str, asked: float) -> None:
    """As the SDK has it: an unknown key is no reason to look."""


def _of_anybody(self: entrance.Entrance, *_: object) -> None:
    """The token is good, and what it is about does not matter."""


def _always(self: allowance.Allowance, who: str) -> allowance.Verdict:
    """As much as anybody says."""
    return "hear"


EXPIRED = tokens._OPTIONS | {"verify_exp": False}  # noqa: SLF001
UNSIGNED = tokens._OPTIONS | {"verify_signature": False}  # noqa: SLF001

# proof -> what of the entrance is spoilt, so that it must fail
PLANTED: list[tuple[str, object, str, object]] = [
    ("tokens", tokens, "_OPTIONS", EXPIRED),
    ("tokens", tokens, "_OPTIONS", UNSIGNED),
    ("tokens", tokens, "LEEWAY", 100_000),
    ("tokens", tokens, "REFUSED", frozenset()),
    ("tokens", tokens, "_whole", lambda claims: claims),
    ("tokens", entrance.Entrance, "bind", _of_anybody),
    ("rolls", keys.Keys, "_sought", _never),
    ("rolls", keys, "OLDEST", keys.FRESH),
    ("rolls", keys, "VAIN", (0.0,)),
    ("rolls", keys.Keys, "_fetched", _waiting),
    ("flood", allowance.Allowance, "of", _always),
    ("activities", activity, "words", _text),
    ("activities", activities, "REFUSED", (200, *activities.REFUSED)),
    ("activities", activity, "checked", _as_it_came),
]


NAMES = {"tokens": SHARE, "rolls": SHARE, "activities": SHARE / 2, "flood": SHARE}
"""How much of each; every activity that is refused is sent twice."""
SEEN = {"rolls": 0.1}
"""How much of it shows a fault, where less than a fifth does: each change of a key takes long."""


@pytest.mark.parametrize("name", NAMES)
def test_a_share_of_the_proof(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    seed = fresh_seed()
    with capsys.disabled():
        sys.stdout.write(f" [--only {name} --seed {seed} --scale {NAMES[name]}] ")
    with begun(name, seed, NAMES[name]) as trial:
        PROOFS[name](trial)


@pytest.mark.parametrize(("name", "place", "what", "instead"), PLANTED)
def test_the_proof_sees_a_planted_fault(
    name: str, place: object, what: str, instead: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, what, instead)
    with begun(name, 1, SEEN.get(name, 0.2)) as trial, pytest.raises(AssertionError):
        PROOFS[name](trial)


@contextmanager
def apart() -> Iterator[str]:
    """The address of an issuer in a process of its own: the SDK holds the loop while it asks."""
    asked = [sys.executable, "-m", "tests.bot.issuer", APP]
    with subprocess.Popen(
        asked, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdin
        yield json.loads(process.stdout.readline())["url"]
        process.stdin.close()


async def test_the_sdks_own_check_breaks_on_bad_tokens() -> None:
    """Whatever is no PermissionError would be answered with 500: why there is a check of ours."""
    with apart() as url:
        check = BotFrameworkAuthenticationFactory.create(
            channel_service="",
            validate_authority=True,
            to_bot_from_channel_token_issuer=ISSUER,
            to_bot_from_channel_open_id_metadata_url=url + METADATA,
            to_bot_from_emulator_open_id_metadata_url=url + METADATA,
            credential_factory=PasswordServiceClientCredentialFactory(APP, "x" * 40, ""),
        )
        issuer = Issuer()
        issuer.published = []
        body = Activity(type="message", channel_id="msteams", service_url=SERVICE)
        broken = []
        for kind in ("garbage", "alg none", "unknown kid", "expired an hour ago", "no iss"):
            try:
                await check.authenticate_request(body, f"Bearer {BAD[kind](issuer)}")
            except PermissionError:
                continue
            except Exception as error:
                broken.append((kind, type(error).__name__))
        assert len(broken) >= 3, broken
