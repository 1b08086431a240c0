"""The files of the trial page and the headers that guard them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.trial_client import Trial, a_trial


@pytest_asyncio.fixture
async def trial() -> AsyncIterator[Trial]:
    async with a_trial() as made:
        yield made


async def test_the_word_file_keeps_its_name(trial: Trial) -> None:
    response = await trial.client.get("/trial/draft.docx")
    assert await response.read() == b"PK word"
    assert "Concept%202027%20%E2%80%93" in response.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "path", ["/", "/trial/page/page.js", "/trial/events", "/trial/draft", "/trial/paper"]
)
async def test_every_answer_guards_itself(trial: Trial, path: str) -> None:
    async with trial.client.get(path) as response:
        assert response.status == 200
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"


async def test_the_draft_may_hold_styles_and_no_scripts(trial: Trial) -> None:
    response = await trial.client.get("/trial/draft")
    policy = response.headers["Content-Security-Policy"]
    assert "style-src 'unsafe-inline'" in policy
    assert "script-src" not in policy
    assert "sandbox" in policy


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_only_this_machines_own_page_may_ask(trial: Trial, headers: dict[str, str]) -> None:
    response = await trial.client.post(
        "/trial/people/p-an/say", json={"text": "hallo"}, headers=headers
    )
    assert response.status == 403
    assert trial.bot.heard == []


async def test_the_page_has_nothing_outside_its_folder(trial: Trial) -> None:
    for path in ("/trial/page/", "/trial/page/%2e%2e/trial.py", "/trial/page/..%2ftrial.py"):
        assert (await trial.client.get(path)).status in {403, 404}
