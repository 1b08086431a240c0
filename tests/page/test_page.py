"""The trial page in a real browser: people, their chats, and the keyboard."""

from __future__ import annotations

from playwright.async_api import expect

from tests.page.conftest import Visiting


async def test_who_is_not_in_view_gets_an_unread_mark(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.say("p-an", "iedereen")
    mark = visit.row("p-cem").locator(".mark")
    await expect(mark).to_have_text("1")
    await expect(visit.row("p-cem")).to_contain_text("1 nieuw bericht")
    await expect(visit.row("p-cem").locator(".line")).to_have_text("Aan allen")
    await expect(visit.row("p-an").locator(".mark")).to_be_hidden()
    await visit.page.reload()
    await expect(mark).to_have_text("1")
    await visit.row("p-cem").click()
    await expect(mark).to_be_hidden()


async def test_a_chat_opens_at_what_was_not_read_yet(visiting: Visiting) -> None:
    visit, other = await visiting(1280, 600), await visiting(1280, 600)
    await visit.open("p-cem")
    await visit.card("p-cem")
    await other.open("p-an")
    await other.row("p-cem").click()
    await expect(other.chat("p-cem").get_by_text("Welkom")).to_be_in_viewport()
    await expect(other.chat("p-cem").get_by_text("Opslaan")).not_to_be_in_viewport()
    await expect(other.row("p-cem").locator(".mark")).to_be_hidden()


async def test_everything_can_be_done_by_keyboard(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open()
    await visit.chat("p-an").wait_for()
    press = visit.page.keyboard.press
    await visit.page.keyboard.press("Shift+F6")
    await expect(visit.row("p-an")).to_be_focused()
    for key in ("End", "ArrowUp"):
        await press(key)
    await expect(visit.row("p-cem")).to_be_focused()
    await press("Shift+Enter")
    await expect(visit.chat("p-cem").locator(".composer textarea")).to_be_focused()
    await expect(visit.chat("p-an")).to_be_visible()
    await visit.page.keyboard.type("kaart")
    await press("Shift+Enter")
    await press("Backspace")
    await press("Enter")
    card = visit.chat("p-cem").locator("form.card")
    await card.wait_for()
    await press("Alt+k")
    await press("Space")
    await expect(card.get_by_label("1", exact=True)).to_be_checked()
    await press("Tab")
    await visit.page.keyboard.type("Zonder muis")
    await card.get_by_label("Wanneer?").fill("2026-12-01")
    await card.get_by_role("button", name="Opslaan").press("Enter")
    await expect(visit.chat("p-cem").get_by_text("Zonder muis")).to_be_visible()
    await press("Escape")
    await expect(visit.chat("p-cem").locator(".composer textarea")).to_be_focused()
    await press("Alt+ArrowDown")
    await expect(visit.chat("p-dee")).to_be_visible()
    await press("Alt+Digit2")
    await expect(visit.chat("p-bo").locator(".composer textarea")).to_be_focused()


async def test_the_first_tab_stop_skips_to_the_people(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.page.evaluate("document.activeElement.blur()")
    await visit.page.keyboard.press("Tab")
    await expect(visit.page.get_by_text("Naar de mensen")).to_be_focused()
    await visit.page.keyboard.press("Enter")
    await visit.page.keyboard.press("Tab")
    await expect(visit.row("p-an")).to_be_focused()


async def test_a_lost_connection_loses_nothing(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    card = await visit.card("p-an")
    await card.get_by_label("Waarom?").fill("Half ingevuld")
    for end in visit.house.app.on_shutdown:
        await end(visit.house.app)
    await expect(visit.page.locator("#lost")).to_be_visible()
    await visit.say("p-an", "hallo")
    await expect(visit.chat("p-an").get_by_text("U zei: hallo")).to_be_visible()
    await expect(visit.page.locator("#lost")).to_be_hidden()
    await expect(card.get_by_label("Waarom?")).to_have_value("Half ingevuld")
    assert await visit.chat("p-an").get_by_text("U zei: hallo").count() == 1


async def test_a_typing_sign_goes_away_with_the_answer(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.say("p-an", "traag")
    sign = visit.chat("p-an").locator(".typing")
    await expect(sign).to_be_visible()
    await expect(visit.chat("p-an").get_by_text("U zei: traag")).to_be_visible()
    await expect(sign).to_be_hidden()


async def test_a_suggested_word_is_said_by_a_press(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.say("p-an", "keuze")
    await visit.chat("p-an").get_by_role("button", name="status").click()
    await expect(visit.chat("p-an").get_by_text("U zei: status")).to_be_visible()
    await expect(visit.chat("p-an").locator(".chip")).to_have_count(0)
