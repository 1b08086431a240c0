"""`python -m bot load | check | export`: one plan in, looked at, or out."""

from __future__ import annotations

import argparse
import asyncio
import json
from datetime import datetime
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.codes import NoFileError, UsageError
from bot.commands.opening import opened, there
from bot.commands.saying import command, no_plan, out, tell
from bot.exporting import EXPORTS, exported
from bot.loading import keep, ready
from bot.notes import note
from bot.plans import Plans
from plan.checks import by_code, findings
from plan.document import UnknownPartError
from plan.dossier import Dossier
from storage import why


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    loading = command(commands, "load", "een planbestand inlezen", _load)
    loading.add_argument("file", type=Path, metavar="FILE.yaml")
    loading.add_argument(
        "--plan", metavar="KEY", help="de sleutel waaronder het plan wordt bewaard"
    )
    loading.add_argument(
        "--from", dest="step", metavar="STEP", help="opnieuw beginnen bij deze stap"
    )
    checking = command(commands, "check", "tonen wat de mixcheck vindt", _check)
    checking.add_argument("plan", metavar="PLAN")
    checking.add_argument("--json", action="store_true", help="als codes en onderwerpen")
    exporting = command(
        commands, "export", "een plan, of een deel ervan, naar een bestand schrijven", _export
    )
    exporting.add_argument("plan", metavar="PLAN")
    exporting.add_argument("--as", dest="kind", choices=EXPORTS, required=True)
    exporting.add_argument(
        "--part", default="plan", metavar="plan|partner:ORG|register|evaluation|archive|…"
    )
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE")
    exporting.add_argument(
        "--language", choices=("nl", "en"), help="zonder keuze: de taal van het plan"
    )


async def _load(asked: argparse.Namespace) -> None:
    if not asked.file.is_file():
        raise NoFileError(f"Het bestand {asked.file} is er niet.")
    records = ready(
        asked.file,
        now=SystemClock().now(),
        key=asked.plan,
        step=asked.step,
        unknown=lambda path: tell(f"Let op: de onbekende sleutel {path} is overgeslagen."),
    )
    async with opened(asked.store) as store:
        key = await keep(store, records)
    out(key)


async def _check(asked: argparse.Namespace) -> None:
    dossier = await _plan(asked)
    found = by_code(dossier)
    if asked.json:
        out(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for finding in findings(dossier):
        out(f"{finding.check}  {finding.message.within(dossier.plan.language)}")


async def _export(asked: argparse.Namespace) -> None:
    dossier = await _plan(asked)
    now: datetime = SystemClock().now()
    language = asked.language or dossier.plan.language
    try:
        content = await asyncio.to_thread(exported, dossier, asked.kind, asked.part, language, now)
    except UnknownPartError as error:
        raise UsageError(str(error)) from error
    try:
        asked.out.write_bytes(content)
    except OSError as error:
        raise OSError(f"Het bestand {asked.out} is niet geschreven: {why(error)}.") from error
    await note(asked.store, f"export.{asked.kind}", plan=asked.plan)
    out(str(asked.out))


async def _plan(asked: argparse.Namespace) -> Dossier:
    """The plan of that key, read beside a process that may be serving it."""
    there(asked.store)
    async with opened(asked.store, reading=True) as store:
        plans = Plans(store)
        dossier = await plans.dossier(asked.plan)
        if not dossier:
            raise UsageError(no_plan(asked.plan, await plans.keys()))
        return dossier
