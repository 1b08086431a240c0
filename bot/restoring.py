"""A back-up looked through before it is put back, and what is put back with it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

from plan.dossier import Dossier
from plan.people import identity
from plan.records import Errand, Person, Record, Seating, Sharing
from plan.references import unseated
from storage.backup import BackupError, Manifest, read_part
from storage.codec import Contents, encode
from storage.reading import read


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A back-up of which every file is whole and every document can be read."""

    manifest: Manifest
    unknown: tuple[str, ...]
    """What a newer program kept; it is put back as it is."""
    to_seat: tuple[str, ...]
    """The plans with somebody who has no place at it in the shared part, which is older."""


def checked(directory: Path, manifest: Manifest, step: Callable[[int, str], None]) -> Checked:
    """Raises BackupError for the first thing that is not as it was made."""
    unknown: list[str] = []
    to_seat: list[str] = []
    shared = Dossier()
    for kept in manifest.files:
        found = read(read_part(directory, kept))
        if found.damaged:
            raise BackupError(f"{directory / kept.file}: {found.damaged[0]}.")
        unknown += found.unknown
        dossier = Dossier(found.records)
        if kept.key is None:
            shared = dossier
        elif unseated(shared, kept.key, _identities(dossier)):
            to_seat.append(kept.key)
        step(1, kept.key or "")
    return Checked(manifest=manifest, unknown=tuple(unknown), to_seat=tuple(to_seat))


async def parts(directory: Path, found: Checked) -> AsyncIterator[tuple[str | None, Contents]]:
    """What to put back: as it was made, with intentions for what was under way meanwhile.

    A plan begun after the shared part was read still has to seat its people, and what partners
    said to one plan may not have been read in the other (decision 22). Doing so again changes
    nothing where it was done.
    """
    keys = {kept.key for kept in found.manifest.files if kept.key is not None}
    for kept in found.manifest.files:
        contents = await asyncio.to_thread(read_part, directory, kept)
        if kept.key is None:
            _intend(contents, [Seating(key=key) for key in found.to_seat])
        else:
            others = {body["plan"] for body in contents.get(Sharing.__name__, {}).values()}
            _intend(contents, [Errand(key=key) for key in sorted(others & keys)])
        yield kept.key, contents


def _intend(contents: Contents, intentions: list[Record]) -> None:
    for one in intentions:
        contents.setdefault(type(one).__name__, {})[one.key] = encode(one)


def _identities(dossier: Dossier) -> frozenset[str]:
    return frozenset(filter(None, map(identity, dossier.all(Person))))
