"""Cards on the trial page: filled in, pressed, replaced."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from bot import trial_page
from tests.page.conftest import Visiting, fill_in


async def test_two_people_answer_next_to_each_other(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an", "p-cem")
    hers, his = await visit.card("p-an"), await visit.card("p-cem")
    await fill_in(hers, "4", "Goed overleg.")
    await fill_in(his, "2", "Te laat begonnen.")
    # The same question in two chats stays two questions.
    await expect(hers.get_by_label("4", exact=True)).to_be_checked()
    await hers.get_by_label("Brandweer").first.check()
    await hers.get_by_role("button", name="Opslaan").click()
    await expect(visit.chat("p-an").locator("form.card")).to_contain_text("Goed overleg.")
    await expect(his.get_by_label("Waarom?")).to_have_value("Te laat begonnen.")
    data = visit.bot.heard[-1]["value"]["action"]["data"]
    assert data["card"] == "c1.0"
    assert (data["score"], data["by"], data["partners"]) == ("4", "2026-12-01", "brandweer")


async def test_what_is_required_says_so_before_anything_is_sent(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    card = await visit.card("p-an")
    heard = len(visit.bot.heard)
    await card.get_by_role("button", name="Opslaan").click()
    for sentence in ("Kies een cijfer.", "Schrijf waarom.", "Kies een dag."):
        await expect(card.get_by_text(sentence)).to_be_visible()
    assert len(visit.bot.heard) == heard
    await card.get_by_role("button", name="Niet voor mij").click()
    await expect(visit.chat("p-an").get_by_text("Goed.")).to_be_visible()


async def test_a_button_at_work_cannot_be_pressed_again(visiting: Visiting) -> None:
    visit = await visiting()
    visit.bot.pause = 0.5
    await visit.open("p-an")
    card = await visit.card("p-an")
    await fill_in(card, "3", "x")
    save = card.get_by_role("button", name="Opslaan")
    await save.dblclick()
    await expect(save).to_have_attribute("aria-disabled", "true")
    await save.press("Enter")
    await expect(visit.chat("p-an").get_by_text("Opgeslagen")).to_be_visible()
    assert sum(heard["type"] == "invoke" for heard in visit.bot.heard) == 1
    # Whoever used the card is now at its receipt.
    await expect(visit.chat("p-an").locator("form.card")).to_be_focused()


async def test_a_card_with_submit_works_too(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    card = await visit.card("p-an", "oud")
    await fill_in(card, "5", "Fijn.")
    await card.get_by_role("button", name="Opslaan").click()
    await expect(visit.chat("p-an").locator("form.card")).to_contain_text("Fijn.")
    assert visit.bot.heard[-1]["value"]["score"] == "5"


async def test_a_press_that_fails_keeps_what_was_filled_in(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    card = await visit.card("p-an", "kapot")
    await fill_in(card, "3", "Blijft staan.")
    await card.get_by_role("button", name="Opslaan").click()
    await expect(card.get_by_role("alert")).to_have_text("Er is niets opgeslagen.")
    await expect(card.get_by_label("Waarom?")).to_have_value("Blijft staan.")
    await expect(card.get_by_role("button", name="Opslaan")).to_be_enabled()


async def test_text_stays_text(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    words = "<b>vet</b> **vet** <img src=x onerror=alert(1)>"
    await visit.say("p-an", words)
    await expect(visit.chat("p-an").get_by_text(f"U zei: {words}")).to_be_visible()
    card = await visit.card("p-an")
    await expect(card.get_by_text("*Geen* namen van [bewoners](x).")).to_be_visible()


async def test_the_chat_a_person_left_is_as_it_was(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    card = await visit.card("p-an")
    await card.get_by_label("Waarom?").fill("Nog niet klaar")
    await visit.row("p-bo").click()
    await expect(visit.chat("p-an")).to_have_count(0)
    await visit.row("p-an").click()
    await expect(card.get_by_label("Waarom?")).to_have_value("Nog niet klaar")


async def test_without_the_renderer_the_page_says_what_to_do(
    visiting: Visiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial_page, "RENDERER", Path("nowhere"))
    visit = await visiting()
    await visit.open("p-an")
    await expect(visit.page.locator("#no-renderer")).to_contain_text("make setup")
    assert "404" in visit.wrong[0]
    visit.wrong.clear()


async def test_after_a_press_the_newest_message_is_in_view(visiting: Visiting) -> None:
    visit = await visiting(1280, 600)
    await visit.open("p-an")
    card = await visit.card("p-an")
    visit.bot.after = "En dan nog dit."
    await fill_in(card, "4", "x\n" * 40)
    await card.get_by_role("button", name="Opslaan").click()
    await expect(visit.chat("p-an").get_by_text("Opgeslagen")).to_be_attached()
    await expect(visit.chat("p-an").get_by_text("En dan nog dit.")).to_be_in_viewport()


async def test_a_chat_at_its_end_stays_there_when_another_comes_beside_it(
    visiting: Visiting,
) -> None:
    visit = await visiting()
    await visit.open("p-an")
    for number in range(12):
        await visit.say("p-an", f"Een langere zin die straks over twee regels gaat, {number}.")
    last = visit.chat("p-an").get_by_text("U zei").nth(11)
    await expect(last).to_be_in_viewport()
    await visit.row("p-cem").click(modifiers=["Shift"])
    await visit.chat("p-cem").wait_for()
    await expect(last).to_be_in_viewport()
