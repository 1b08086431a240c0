"""The main cards of every step, as the coordinator and a partner see them on the page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.rehearsing.beginnings import first_year
from plan.records import Closed
from tests.bot.test_running_cards import running
from tests.conftest import Require
from tests.page.showing import SAMPLE, SANNE, sample, showing

BEFORE = datetime(2026, 10, 1, 9, tzinfo=UTC)


async def test_the_format_follows_from_what_the_plan_is_for(
    tmp_path: Path, require: Require
) -> None:
    async with showing(tmp_path, require("chromium"), first_year(SAMPLE)) as on:
        await on.say(SANNE, "format")
        await on.shows("functions", "Waarvoor dient het plan?")


async def test_last_years_format_is_shown_before_it_is_kept(
    tmp_path: Path, require: Require
) -> None:
    async with showing(tmp_path, require("chromium"), sample("format")) as on:
        await on.say(SANNE, "verder")
        await on.shows("status", "Bepalen format", "Format van vorig jaar: Themablad.")
        await on.press("Bekijken of wijzigen")
        await on.shows("format", "Themablad", "Terugblik")


async def test_a_first_draft_begins_with_action_items(tmp_path: Path, require: Require) -> None:
    records = (*first_year(SAMPLE), Closed(key="format/1", step="format", at=BEFORE))
    async with showing(tmp_path, require("chromium"), records) as on:
        await on.say(SANNE, "verder")
        await on.press("Verder met Jeugd en veiligheid")
        await on.shows("theme", "waar gaat het om?")
        await on.press("Opslaan en verder")
        await on.shows("items", "ctiepunten")


async def test_a_next_draft_asks_a_verdict_and_shows_the_mix(
    tmp_path: Path, require: Require
) -> None:
    async with showing(tmp_path, require("chromium"), sample("draft")) as on:
        await on.say(SANNE, "verder")
        await on.press("Verder met Jeugd en veiligheid")
        await on.press("Opslaan en verder")
        await on.shows("verdicts", "Besluit per maatregel", "M11")
        await on.press("Opslaan")
        await on.shows("reasons", "Nog een reden")
        await on.press("Opslaan")
        await on.shows("mix", "De mix van", "Proactie")


async def test_a_partner_checks_its_own_parts_and_the_remark_is_processed(
    tmp_path: Path, require: Require
) -> None:
    async with showing(tmp_path, require("chromium"), sample("check"), "p-ggd") as on:
        await on.say(SANNE, "verder")
        await on.press("Checks versturen")
        await on.shows("sending", "Checks versturen")
        await on.press("Versturen")
        extract = await on.shows("extract", "Uw bijdrage", "M19", person="p-ggd")
        await extract.locator("select").first.select_option(label="Aanpassen")
        await on.press("Opslaan met wijzigingen", "p-ggd")
        asked = on.chat("p-ggd").locator("form.card", has_text="Nog één ding").last
        await asked.locator("textarea").fill("Het moeten 400 uur zijn.")
        await on.press("Opslaan", "p-ggd")
        await on.shows("thanks", "Bedankt", person="p-ggd")
        await on.say(SANNE, "verder")
        await on.press("Opmerkingen verwerken (1)")
        await on.shows("processing", "Opmerking B-01", "400 uur")


async def test_the_session_has_an_agenda_and_a_poll(tmp_path: Path, require: Require) -> None:
    async with showing(tmp_path, require("chromium"), sample("session"), "p-pol") as on:
        await on.say(SANNE, "verder")
        await on.press("Sessie plannen")
        planning = await on.shows("planning", "Collectieve sessie plannen")
        await planning.locator("input[type=text]").nth(1).fill("Raadzaal")
        await on.press("Opslaan en uitnodigen")
        await on.press("Agenda vaststellen")
        await on.shows("agenda", "Agenda van de sessie")
        await on.press("Agenda vaststellen")
        await on.press("Sessie beginnen")
        await on.press("Toch beginnen")
        await on.shows("point", "Punt 1 van")
        await on.press("Peiling")
        await on.shows("poll", "Peiling", "Onthouding", person="p-pol")


async def test_a_decision_is_recorded_on_the_card_of_the_body(
    tmp_path: Path, require: Require
) -> None:
    async with showing(tmp_path, require("chromium"), sample("decision")) as on:
        await on.say(SANNE, "verder")
        await on.press("Besluit van het MT")
        await on.shows("decision", "Het MT", "Dit staat nog open")


async def test_a_running_plan_asks_its_leads_and_says_why(
    tmp_path: Path, require: Require
) -> None:
    records = running().records()
    async with showing(tmp_path, require("chromium"), records, "p-wlz") as on:
        await on.say(SANNE, "verder")
        await on.shows("running", "Het plan loopt")
        await on.press("Voortgangsronde")
        await on.press("Versturen")
        await on.shows("progress", "Voortgang van uw maatregelen", person="p-wlz")
        await on.say(SANNE, "waarom M11")
        await on.shows("why", "M11")
