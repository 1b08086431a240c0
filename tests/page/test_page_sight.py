"""How the trial page looks and speaks: contrast, widths, light, dark and English."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.async_api import expect

from tests.page.conftest import Visiting
from tests.trial_stub import PEOPLE


async def test_the_page_speaks_english_when_asked(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.page.get_by_role("button", name="English").click()
    await expect(visit.page.locator("html")).to_have_attribute("lang", "en")
    await expect(visit.page.get_by_role("button", name="+ 1 hour")).to_be_visible()
    await expect(visit.chat("p-an").locator(".said-by").first).to_contain_text("Assistant")
    await visit.say("p-an", "hello")
    await expect(visit.chat("p-an").get_by_text("U zei: hello")).to_be_visible()
    assert visit.bot.heard[-1]["locale"] == "en-GB"


async def test_the_hint_stays_away_once_closed(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    hint = visit.page.locator("#hint")
    await expect(hint).to_contain_text("An de Wit, coördinator veiligheid")
    await hint.get_by_role("button").click()
    await visit.page.reload()
    await visit.chat("p-an").wait_for()
    await expect(hint).to_be_hidden()


@pytest.mark.parametrize("width", [400, 1000, 1280, 1920])
async def test_nothing_sticks_out(visiting: Visiting, width: int) -> None:
    visit = await visiting(width, 900)
    await visit.open("p-an", "p-cem")
    await visit.card("p-cem")
    for view in ("people", "chats", "draft") if width < 800 else ("chats",):
        await visit.page.evaluate(f"document.body.dataset.view = '{view}'")
        wide = "document.documentElement.scrollWidth"
        assert await visit.page.evaluate(wide) <= width
    for element in ("form.card", ".chat-head", ".composer"):
        for box in [await one.bounding_box() for one in await visit.page.locator(element).all()]:
            assert box is None or box["x"] + box["width"] <= width


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1440, 900), (400, 800)])
async def test_the_page_itself_does_not_scroll(
    visiting: Visiting, width: int, height: int
) -> None:
    visit = await visiting(width, height)
    visit.bot.people += [replace(PEOPLE[-1], id=f"p-{n}", name=f"Persoon {n}") for n in range(40)]
    await visit.open("p-an")
    for word in ("iedereen", "kaart", "kaart"):
        await visit.say("p-an", word)
    await visit.chat("p-an").locator("form.card").nth(1).wait_for(state="attached")
    root = "document.documentElement"
    for _ in range(2):
        for view in ("people", "chats", "draft"):
            await visit.page.evaluate(f"document.body.dataset.view = '{view}'")
            assert await visit.page.evaluate(f"{root}.scrollHeight") <= height
            assert await visit.page.evaluate(f"{root}.scrollWidth") <= width
        await visit.page.evaluate("document.body.dataset.view = 'people'")
        list_ = visit.page.locator("#people")
        assert await list_.evaluate("list => list.scrollHeight > list.clientHeight")
        await visit.page.reload()
        await visit.row("p-39").locator(".mark").wait_for(state="attached")


CONTRAST = """
() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((numbers(color)[3] ?? 1) === 1) return color;
    }
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const off = element.closest("[aria-disabled=true], .heard-only, .skip, noscript, option");
    if (!own || !element.checkVisibility() || off) continue;
    const pair = [getComputedStyle(element).color, ground(element)];
    const [low, high] = pair.map(light).sort((a, b) => a - b);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < 4.5) poor.push(`${element.className}: ${contrast.toFixed(2)}`);
  }
  return poor;
}
"""


@pytest.mark.parametrize("dark", [False, True])
async def test_all_words_stand_out_from_their_ground(visiting: Visiting, dark: bool) -> None:
    visit = await visiting(dark=dark)
    await visit.open("p-an", "p-cem")
    for word in ("stuk", "bestand", "iedereen", "keuze"):
        await visit.say("p-an", word)
    card = await visit.card("p-cem")
    await card.get_by_role("button", name="Opslaan").click()
    await expect(card.get_by_text("Kies een dag.")).to_be_visible()
    await expect(visit.chat("p-an").locator(".chip").first).to_be_visible()
    assert await visit.page.evaluate(CONTRAST) == []
    background = await visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(23, 25, 28)" if dark else "rgb(243, 241, 237)")


async def test_dark_can_be_chosen(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.page.get_by_role("button", name="Licht of donker").click()
    await visit.page.reload()
    await visit.chat("p-an").wait_for()
    background = await visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(23, 25, 28)"
