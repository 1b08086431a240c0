"""What stands around the chats of the trial page: the clock, the draft and files."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.page.conftest import Visiting, fill_in


async def test_an_offered_file_is_accepted_and_saved(visiting: Visiting, tmp_path: Path) -> None:
    visit = await visiting()
    await visit.open("p-an")
    await visit.say("p-an", "bestand")
    await visit.chat("p-an").get_by_role("button", name="Aannemen").click()
    await expect(visit.chat("p-an").get_by_text("Aangenomen")).to_be_visible()
    async with visit.page.expect_download() as saving:
        await visit.chat("p-an").get_by_role("link", name="Openen").click()
    saved = await saving.value
    await saved.save_as(tmp_path / "saved")
    assert saved.suggested_filename == "Uitvoeringsplan 2027 – concept.docx"
    assert (tmp_path / "saved").read_bytes() == b"PK stub"


async def test_the_clock_speaks_the_towns_time(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    now = visit.page.locator(".clock-now")
    await expect(now).to_have_text("donderdag 26 november 2026, 09.00 uur")
    await visit.page.get_by_role("button", name="+ 1 uur").click()
    await expect(now).to_have_text("donderdag 26 november 2026, 10.00 uur")
    coming = visit.page.get_by_role("button", name="Naar het volgende")
    await expect(coming).to_contain_text("ma 30 nov, 10.00")
    await coming.click()
    await expect(now).to_have_text("maandag 30 november 2026, 10.00 uur")
    await expect(coming).to_contain_text("niets gepland")
    await expect(coming).to_have_attribute("aria-disabled", "true")


async def test_the_draft_grows_under_the_readers_eyes(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    paper = visit.page.frame_locator("#paper")
    await expect(paper.get_by_text("Dit is het begin.")).to_be_attached()
    scroll = "document.getElementById('paper').contentDocument.scrollingElement.scrollTop"
    await visit.page.evaluate(f"{scroll} = 700")
    card = await visit.card("p-an")
    await fill_in(card, "4", "Dit is nieuw in het concept.")
    await card.get_by_role("button", name="Opslaan").click()
    await expect(paper.locator("[data-new]")).to_have_text("Dit is nieuw in het concept.")
    assert await visit.page.evaluate(scroll) == 700
    await visit.page.get_by_role("button", name="1 nieuw stuk").click()
    await expect(paper.locator("[data-new]")).to_be_in_viewport()


async def test_another_plan_brings_its_people_and_its_draft(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    paper = visit.page.frame_locator("#paper")
    await expect(paper.get_by_text("Dit is het begin.")).to_be_attached()
    await expect(visit.row("p-fay")).to_have_count(0)
    await visit.say("p-an", "erbij")
    await expect(visit.row("p-fay")).to_contain_text("GGD")
    await expect(paper.get_by_text("Een ander plan.")).to_be_attached()
    # All of it is new, so none of it is marked.
    await expect(paper.locator("[data-new]")).to_have_count(0)
    await visit.row("p-fay").click()
    await expect(visit.chat("p-fay")).to_contain_text("Welkom, Fay Bos.")


async def test_one_is_not_many_in_either_language(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    jump, cem = visit.page.locator("#draft-new"), visit.row("p-cem")
    await visit.page.frame_locator("#paper").get_by_text("Dit is het begin.").wait_for()
    for pieces, dutch, english in (
        (["a"], ("1 nieuw stuk", "1 nieuw bericht"), ("1 new part", "1 new message")),
        (
            ["b", "c"],
            ("2 nieuwe stukken", "2 nieuwe berichten"),
            ("2 new parts", "2 new messages"),
        ),
    ):
        visit.bot.draft += pieces
        await visit.say("p-an", "iedereen")
        await expect(jump).to_have_text(f"{dutch[0]} ↓")
        await expect(cem.locator(".heard-only")).to_have_text(dutch[1])
        await visit.page.get_by_role("button", name="English").click()
        await expect(jump).to_have_text(f"{english[0]} ↓")
        await expect(cem.locator(".heard-only")).to_have_text(english[1])
        await visit.page.get_by_role("button", name="Nederlands").click()


async def test_the_word_file_is_one_press_away(visiting: Visiting) -> None:
    visit = await visiting()
    await visit.open("p-an")
    async with visit.page.expect_download() as saving:
        await visit.page.get_by_role("link", name="Word-bestand").click()
    assert (await saving.value).suggested_filename == "Concept 2027 – versie 0.1.docx"
