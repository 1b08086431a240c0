"""Over HTTP: the format of a later year in two taps, and a preview that can be opened."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document

from plan.records import Closed
from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.town import a_town

CONSENT = "application/vnd.microsoft.teams.card.file.consent"


async def test_last_years_format_is_settled_shown_and_closed(
    tmp_path: Path, connector: Connector
) -> None:
    async with a_town(tmp_path / "store", connector, step="format") as town:
        sanne = Actor(town, "p-sanne")
        assert "Format van vorig jaar: Themablad." in await sanne.say("verder")
        assert "Het format van vorig jaar blijft." in await sanne.press("Format houden")
        await sanne.press("Stap sluiten")
        assert (await town.dossier()).get(Closed, "format/1")
        assert sanne.actions == 3
    async with a_town(tmp_path / "store", connector) as town:
        sanne = Actor(town, "p-sanne")
        assert "Eisen aan vorm en inhoud" in await sanne.say("format")
        await sanne.press("Voorbeeld in Word")
        offers = [found for one in connector.sent if (found := one.attached(CONSENT))]
        assert offers[-1]["description"] == "Voorbeeld van één thema in het format van het plan"
        await sanne.chat.answer_file(offers[-1]["acceptContext"], accept=True)
        ((_, content),) = connector.uploads
        said = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
        assert "Ondermijnende criminaliteit" in said
        assert "Jeugd en veiligheid" not in said
