"""The trial page says that nobody is asked who they are."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.page.conftest import Visiting


@pytest.mark.parametrize("width", [400, 1280])
async def test_the_page_says_that_it_is_open_to_all(visiting: Visiting, width: int) -> None:
    visit = await visiting(width, 800)
    await visit.open("p-an")
    footer = visit.page.locator("footer")
    await expect(footer).to_contain_text("Vul geen echte gegevens in")
    await expect(footer).to_be_in_viewport()
