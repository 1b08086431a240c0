"""The trial page while the server is away, and after it came back."""

from __future__ import annotations

from playwright.async_api import expect

from tests.page.conftest import Visiting


async def test_words_typed_while_the_server_is_away_stay_until_it_has_them(
    visiting: Visiting,
) -> None:
    visit = await visiting()
    await visit.open("p-an")
    chat = visit.chat("p-an")
    await visit.lose()
    async with visit.page.expect_event("requestfailed", lambda r: r.url.endswith("/draft")):
        await visit.say("p-an", "een lang verhaal")
    # The server is away; nothing is wrong with the draft.
    await expect(visit.page.locator("#draft-failed")).to_be_hidden()
    await expect(chat.get_by_role("alert")).to_contain_text("Niet verstuurd.")
    await chat.get_by_role("button", name="Opnieuw versturen").click()
    await expect(chat.get_by_role("alert")).to_contain_text("Niet verstuurd.")
    await visit.find()
    await expect(chat.locator(".by-person")).to_contain_text("een lang verhaal")
    await chat.get_by_role("button", name="Opnieuw versturen").click()
    await expect(chat.get_by_text("U zei: een lang verhaal")).to_be_visible()
    await expect(chat.get_by_role("alert")).to_have_count(0)
    await expect(chat.locator(".by-person")).to_have_count(1)


async def test_words_that_were_not_sent_are_there_after_a_reload(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.lose()
    await visit.say("p-an", "een lang verhaal")
    await visit.find()
    await visit.page.reload()
    unsent = visit.chat("p-an").locator(".by-person")
    await expect(unsent).to_contain_text("een lang verhaal")
    await unsent.get_by_role("button", name="Opnieuw versturen").click()
    await expect(visit.chat("p-an").get_by_text("U zei: een lang verhaal")).to_be_visible()
    await visit.page.reload()
    await expect(visit.chat("p-an").get_by_text("U zei: een lang verhaal")).to_be_visible()
    await expect(unsent).to_have_count(1)


async def test_words_are_in_the_chat_before_the_server_answers(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.page.route("**/say", lambda _route: None)
    await visit.say("p-an", "hallo")
    said = visit.chat("p-an").locator(".by-person")
    await expect(said).to_contain_text("hallo")
    await expect(said).to_contain_text("wordt verstuurd")
    # They are under way still when the page had to ask for everything anew.
    async with visit.page.expect_response("**/trial/events"):
        for end in visit.house.app.on_shutdown:
            await end(visit.house.app)
    await visit.row("p-bo").click()
    await expect(visit.chat("p-bo").get_by_text("Welkom")).to_be_visible()
    await visit.row("p-an").click()
    await expect(said).to_contain_text("wordt verstuurd")


async def test_after_a_restart_the_chats_are_as_they_were(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    card = await visit.card("p-an")
    await card.get_by_label("Waarom?").fill("Half ingevuld")
    await visit.say("p-an", "iedereen")
    await expect(visit.row("p-cem").locator(".mark")).to_have_text("1")
    await visit.lose()
    await visit.find()
    await expect(card.get_by_label("Waarom?")).to_have_value("Half ingevuld")
    await visit.page.reload()
    await expect(visit.chat("p-an").get_by_text("Welkom")).to_have_count(1)
    await expect(card).to_be_visible()
    await expect(visit.row("p-cem").locator(".mark")).to_have_text("1")
    await expect(visit.row("p-an").locator(".mark")).to_be_hidden()
    await visit.say("p-an", "iedereen")
    await expect(visit.row("p-cem").locator(".mark")).to_have_text("2")
    installs = [heard for heard in visit.bot.heard if heard["type"] == "installationUpdate"]
    assert len(installs) == 1


async def test_a_chat_opened_while_the_server_is_away_begins_when_it_is_back(
    visiting: Visiting,
) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.lose()
    await visit.row("p-bo").click()
    await expect(visit.chat("p-bo")).to_be_visible()
    await visit.find()
    await expect(visit.chat("p-bo").get_by_text("Welkom, Bo Jansen.")).to_be_visible()
