"""`python -m bot backup | restore | verify`."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from bot.chains import Anchor, anchor_of, anchors_in
from bot.clock import SystemClock
from bot.commands.codes import NoFileError, OddError, UsageError
from bot.commands.opening import Address, opened, there
from bot.commands.saying import DOCUMENTS, PLANS, Step, command, counted, out, progress, tell
from bot.notes import note
from bot.restoring import Checked, checked, parts
from bot.verifying import Verified, verified
from storage import Store
from storage.backup import BackupError, Writing, read_manifest, read_part
from storage.filling import fill
from storage.reading import read


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backing = command(commands, "backup", "een back-up maken; de assistent draait door", _back_up)
    backing.add_argument("directory", type=Path, metavar="DIR")
    restoring = command(
        commands, "restore", "een back-up terugzetten; de assistent staat dan stil", _restore
    )
    restoring.add_argument("directory", type=Path, metavar="DIR")
    restoring.add_argument(
        "--over",
        action="store_true",
        help="de map die er al staat, krijgt eerst een andere naam",
    )
    verifying = command(commands, "verify", "nagaan of alles heel en leesbaar is", _verify)
    verifying.add_argument(
        "directory", type=Path, nargs="?", metavar="DIR", help="een back-up, in plaats van --store"
    )

    verifying.add_argument(
        "--head",
        action="append",
        default=[],
        metavar="PLAN:NUMMER:HASH",
        help="een regel van het logboek zoals die elders is opgeschreven",
    )
    verifying.add_argument(
        "--heads",
        type=Path,
        metavar="LOG",
        help="alle regels die in dit log van de assistent staan",
    )


async def _back_up(asked: argparse.Namespace) -> None:
    """The shared part is read before the plans; `restore` makes up for what lies between."""
    there(asked.store)
    async with opened(asked.store, reading=True) as store:
        writing = await asyncio.to_thread(Writing, asked.directory)
        try:
            with progress("back-up", len(await store.plans()) + 1) as step:
                async for key, contents in store.everything():
                    await asyncio.to_thread(writing.add, key, contents)
                    step(1, key or "")
            source, now = Address(asked.store).shown, SystemClock().now()
            made = await asyncio.to_thread(writing.finish, store=source, made_at=now)
        except BaseException:
            writing.give_up()
            raise
    await note(asked.store, "backup")
    documents = sum(kept.documents for kept in made.files)
    out(str(asked.directory))
    tell(f"{counted(len(made.files) - 1, *PLANS)}, {counted(documents, *DOCUMENTS)}.")


async def _restore(asked: argparse.Namespace) -> None:
    """Everything is checked before anything is touched."""
    manifest = await asyncio.to_thread(read_manifest, asked.directory)
    with progress("controleren", len(manifest.files)) as step:
        found = await asyncio.to_thread(checked, asked.directory, manifest, step)
    for sentence in found.unknown:
        tell(f"Let op: {sentence}; dat wordt ongewijzigd teruggezet.")
    address = Address(asked.store)
    if asked.over:
        aside = await asyncio.to_thread(address.set_aside, SystemClock().now())
        tell(f"Wat er stond, staat nu in {aside}." if aside else "Er stond nog niets.")
    async with opened(asked.store, unfinished=True, alone=True) as store:
        with progress("terugzetten", len(manifest.files)) as step:
            done = await _filled(store, asked.directory, found, step)
    await note(asked.store, "restore")
    made = f"{manifest.made_at:%d-%m-%Y %H:%M} UTC"
    out(f"{counted(done, *PLANS)} teruggezet in {address.shown}, uit de back-up van {made}")


async def _filled(store: Store, directory: Path, found: Checked, step: Step) -> int:
    return await fill(
        store,
        parts(directory, found),
        keys=tuple(kept.key for kept in found.manifest.files if kept.key is not None),
        by="restore",
        source=str(directory),
        at=SystemClock().now(),
        step=step,
    )


async def _verify(asked: argparse.Namespace) -> None:
    found = Verified(await asyncio.to_thread(_anchors, asked))
    if asked.directory:
        await _verify_backup(asked.directory, found)
    else:
        there(asked.store)
        async with opened(asked.store, reading=True, unfinished=True) as store:
            with progress("nagaan", len(await store.plans()) + 1) as step:
                async for line in verified(store, found, step):
                    out(line)
    for line in found.crossing():
        out(line)
    if found.odd:
        raise OddError(f"Niet alles klopt: {counted(found.odd, 'melding', 'meldingen')}.")
    for head in found.chains.told():
        tell(f"logboek {head}")
    tell("Alles klopt.")


def _anchors(asked: argparse.Namespace) -> tuple[Anchor, ...]:
    """Raises UsageError for one that does not read as one."""
    try:
        given = [anchor_of(head) for head in asked.head]
    except ValueError as error:
        raise UsageError("Schrijf --head als PLAN:NUMMER:HASH.") from error
    if asked.heads and not asked.heads.is_file():
        raise NoFileError(f"Het bestand {asked.heads} is er niet.")
    return (*given, *(anchors_in(asked.heads) if asked.heads else ()))


async def _verify_backup(directory: Path, found: Verified) -> None:
    manifest = await asyncio.to_thread(read_manifest, directory)
    with progress("nagaan", len(manifest.files)) as step:
        for kept in manifest.files:
            try:
                part = await asyncio.to_thread(read_part, directory, kept)
            except BackupError as error:
                out(found.odd_line(str(error)))
                if kept.key is not None:
                    found.unread(kept.key)
                continue
            for line in found.lines(kept.key, read(part)):
                out(line)
            step(1, kept.key or "")
