"""`python -m bot logbook`: what happened, for who has to answer for it."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from bot.commands.codes import UsageError
from bot.commands.opening import opened, there
from bot.commands.saying import command, counted, no_plan, out, tell
from bot.logbook_told import FIELDS, Told, told
from storage import why
from storage.reading import read

SHARED = "gedeeld"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = command(
        commands, "logbook", "het logboek naar een bestand schrijven (.csv, anders JSON)", _logbook
    )
    parser.add_argument("plan", nargs="?", metavar="PLAN", help="zonder: alle plannen")
    parser.add_argument("--since", type=_day, metavar="JJJJ-MM-DD")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf een dag zo: 2027-03-01") from None


async def _logbook(asked: argparse.Namespace) -> None:
    there(asked.store)
    since = datetime.combine(asked.since or date.min, time.min, UTC)
    found: list[Told] = []
    async with opened(asked.store, reading=True) as store:
        plans = await store.plans()
        if asked.plan is not None and asked.plan not in plans:
            raise UsageError(no_plan(asked.plan, plans))
        async for key, contents in store.everything():
            if asked.plan in (None, key):
                lines = told(SHARED if key is None else key, read(contents).records)
                found += [line for line in lines if line.at >= since]
    sheet = asked.out.suffix.lower() == ".csv"
    written = _csv(found) if sheet else _json(found)
    try:
        # It has names: for whoever asked for it alone.
        asked.out.touch(mode=0o600)
        # A spreadsheet takes UTF-8 without a mark before it for another alphabet.
        asked.out.write_text("".join(written), encoding="utf-8-sig" if sheet else "utf-8")
    except OSError as error:
        raise OSError(f"Het bestand {asked.out} is niet geschreven: {why(error)}.") from error
    out(str(asked.out))
    tell(f"{counted(len(found), 'regel', 'regels')}.")


def _json(found: list[Told]) -> Iterator[str]:
    for line in found:
        yield json.dumps(line.fields(), ensure_ascii=False) + "\n"


def _csv(found: list[Told]) -> Iterator[str]:
    """Text that a spreadsheet would take for a formula gets a mark before it."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";")
    rows.writerow(FIELDS)
    for line in found:
        cells = map(str, line.fields().values())
        rows.writerow(f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell for cell in cells)
    yield written.getvalue()
