"""`python -m bot package`."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.commands.saying import command, out, tell
from bot.package_settings import EXAMPLE, is_example, load_package
from bot.packaging import package

NOBODYS = (
    "Dit pakket is om te bekijken: MicrosoftAppId, PLAN_PUBLISHER en PLAN_PUBLISHER_SITE zijn nog "
    "niet ingevuld, dus Teams vindt er geen assistent mee (docs/teams.md)."
)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = command(commands, "package", "het app-pakket voor Teams maken", _package, store=False)
    parser.add_argument("--out", type=Path, help="anders build/uitvoeringsplan-VERSIE.zip")


async def _package(asked: argparse.Namespace) -> None:
    example = is_example()
    settings = load_package(**(EXAMPLE if example else {}))
    made = package(settings)
    name = "voorbeeld" if example else settings.version
    place = asked.out or Path("build") / f"uitvoeringsplan-{name}.zip"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(made)
    out(str(place))
    if example:
        tell(NOBODYS)
