"""The decision over HTTP on the sample: three bodies, an amendment, and adoption."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from bot.commandline import main
from bot.printing import printed
from plan.records import Edition, Message
from tests.bot.acting import Actor
from tests.bot.connector import Connector
from tests.bot.town import a_town


async def test_a_plan_is_decided_changed_and_adopted(tmp_path: Path, connector: Connector) -> None:
    async with a_town(tmp_path, connector, step="decision") as town:
        await town.move("2026-12-10T14:00:00+01:00")
        sanne = Actor(town, "p-sanne")
        await sanne.say("verder")
        said = await sanne.press("Besluit van het MT")
        assert "Dit staat nog open voor het MT" in said
        said = await sanne.press(
            "Besluit vastleggen", decision="akkoord met wijziging", text="Minder boa-uren."
        )
        assert "Wat wil het MT anders?" in said
        await sanne.press("Vastleggen", **{"parts/T2": "M13"})
        said = await sanne.press("Wijziging opslaan", **{"hours:HAN/M13": "1200"})
        assert "Reactie vragen op de wijziging" in said
        await sanne.press("Versturen")
        await town.post()
        dossier = await town.dossier()
        (asked,) = [m for m in dossier.all(Message) if m.kind == "amended"]
        partner = Actor(town, asked.to)
        said = await partner.press("Versturen", **{"answer/M13": "ja"})
        assert "Opgeslagen" in said
        await town.move("2026-12-22T14:00:00+01:00")
        await sanne.say("verder")
        await sanne.press("Besluit van het college")
        await sanne.press("Besluit vastleggen", decision="akkoord", reference="Z-1")
        await sanne.say("verder")
        said = await sanne.press("Stap sluiten")
        assert "het plan is vastgesteld, versie 1.0" in said
        await town.post()
        card = Actor(town, asked.to).card
        assert "Het plan is vastgesteld" in json.dumps(card, ensure_ascii=False)
        dossier = await town.dossier()
        assert [one.key for one in dossier.all(Edition)] == ["1.0"]
        content = printed(dossier, "archive", "zip", "nl", town.clock.now())[1]
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            about = json.loads(package.read("metadata.json"))
    assert (about["status"], about["zaaknummer"]) == ("vastgesteld", "Z-1")


def test_the_package_is_exported_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, out = str(tmp_path / "store"), tmp_path / "archief.zip"
    sample = Path(__file__).parents[2] / "sample" / "veldermeer.yaml"
    assert main(["load", str(sample), "--store", store]) == 0
    key = capsys.readouterr().out.strip()
    arguments = ["export", key, "--as", "zip", "--part", "archive", "--out", str(out)]
    assert main([*arguments, "--store", store]) == 0
    with zipfile.ZipFile(out) as package:
        assert json.loads(package.read("metadata.json"))["status"] == "concept"
    wrong = ["export", key, "--as", "zip", "--part", "plan", "--out", str(out)]
    assert main([*wrong, "--store", store]) == 2
