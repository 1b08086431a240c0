"""`python -m bot package`."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.commands.saying import command, out
from bot.package_settings import load_package
from bot.packaging import package


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = command(commands, "package", "het app-pakket voor Teams maken", _package, store=False)
    parser.add_argument("--out", type=Path, help="anders build/uitvoeringsplan-VERSIE.zip")


async def _package(asked: argparse.Namespace) -> None:
    settings = load_package()
    made = package(settings)
    place = asked.out or Path("build") / f"uitvoeringsplan-{settings.version}.zip"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(made)
    out(str(place))
