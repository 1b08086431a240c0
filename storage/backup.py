"""A back-up: a directory with a file per part and a manifest that vouches for each."""

from __future__ import annotations

import hashlib
import shutil
from datetime import datetime
from pathlib import Path

import msgspec

from storage import canonical
from storage.codec import Contents
from storage.disk import sync_directory, write_synced
from storage.errors import StoreError, why
from storage.filling import FilledError
from storage.order import place_of

MANIFEST, SUM = "manifest.json", "manifest.sha256"
FORMAT = 1


class BackupError(StoreError):
    """A back-up that is not as it was made; the text names the file."""


class NoBackupError(StoreError):
    """There is no whole back-up in this directory."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a back-up."""

    file: str
    key: str | None
    """The plan; None for the shared part."""
    documents: int
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    format: int
    made_at: datetime
    store: str
    """Where it comes from, without a password."""
    files: tuple[Kept, ...] = ()


class Writing:
    """A back-up being made, beside its place; broken off it never has that place."""

    def __init__(self, directory: Path) -> None:
        """Raises FilledError, and OSError where nothing can be written."""
        self._place = directory.resolve()
        if self._place.exists() and (not self._place.is_dir() or any(self._place.iterdir())):
            raise FilledError(f"De map {directory} is niet leeg; kies een nieuwe of lege map.")
        self._beside = self._place.with_name(f".{self._place.name}.part")
        shutil.rmtree(self._beside, ignore_errors=True)
        self._place.parent.mkdir(parents=True, exist_ok=True)
        for made in (self._beside, self._beside / "plans"):
            made.mkdir(mode=0o700)
        self._kept: list[Kept] = []

    def add(self, key: str | None, contents: Contents) -> None:
        """One part, on disk when this returns."""
        name = "shared.jsonl" if key is None else f"{place_of(key)}.jsonl"
        written = list(canonical.lines(contents))
        whole = b"".join(written)
        write_synced(self._beside / name, [whole])
        self._kept.append(
            Kept(
                file=name,
                key=key,
                documents=len(written),
                bytes=len(whole),
                sha256=hashlib.sha256(whole).hexdigest(),
            )
        )

    def finish(self, *, store: str, made_at: datetime) -> Manifest:
        """Only now it is a back-up. Raises OSError, and then it is none."""
        made = Manifest(format=FORMAT, made_at=made_at, store=store, files=tuple(self._kept))
        text = msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"
        write_synced(self._beside / MANIFEST, [text])
        # As `sha256sum -c` reads it.
        sum_ = hashlib.sha256(text).hexdigest()
        write_synced(self._beside / SUM, [f"{sum_}  {MANIFEST}\n".encode()])
        sync_directory(self._beside / "plans")
        sync_directory(self._beside)
        self._beside.rename(self._place)
        sync_directory(self._place.parent)
        return made

    def give_up(self) -> None:
        shutil.rmtree(self._beside, ignore_errors=True)


def read_manifest(directory: Path) -> Manifest:
    """What is in a back-up. Raises NoBackupError, BackupError."""
    if not (directory / MANIFEST).is_file():
        raise NoBackupError(f"In {directory} staat geen volledige back-up: {MANIFEST} ontbreekt.")
    text, sum_ = _bytes(directory / MANIFEST), _bytes(directory / SUM)
    if sum_ != f"{hashlib.sha256(text).hexdigest()}  {MANIFEST}\n".encode():
        raise BackupError(
            f"{directory / MANIFEST} of {SUM} is beschadigd: ze passen niet bij elkaar."
        )
    try:
        made = msgspec.json.decode(text, type=Manifest)
    except msgspec.MsgspecError as error:
        raise BackupError(f"{directory / MANIFEST} is niet te lezen: {error}.") from error
    if made.format > FORMAT:
        raise BackupError(
            f"{directory} is gemaakt met een nieuwere versie van dit programma; gebruik die."
        )
    return made


def read_part(directory: Path, kept: Kept) -> Contents:
    """The documents of a part. Raises BackupError unless it is just as it was made."""
    path = directory / kept.file
    whole = _bytes(path)
    if len(whole) != kept.bytes or hashlib.sha256(whole).hexdigest() != kept.sha256:
        raise BackupError(f"{path} is beschadigd: de inhoud past niet bij de controlesom.")
    try:
        return canonical.contents_of(whole.splitlines())
    except ValueError as error:
        raise BackupError(f"{path} is niet te lezen: {error}.") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BackupError(f"{path} is niet te lezen: {why(error)}.") from error
