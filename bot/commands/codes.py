"""What each trouble that a user can mend ends with."""

from __future__ import annotations

from bot.environment import SettingsError
from bot.rehearsing import command as rehearsing
from plan.format import UnknownFormatError
from storage import DamagedError, StoreError, StoreInUseError, UnknownStoreError
from storage.backup import BackupError, NoBackupError
from storage.filling import DifferenceError, FilledError, UnfinishedError

WRONG_USE = 2
DATA, NO_INPUT, SOFTWARE, IO, IN_USE, CONFIG = 65, 66, 70, 74, 75, 78
"""Exit codes as in sysexits.h."""
BROKEN_OFF = 130
"""Stopped by Ctrl+C before it was done, as a shell has it."""


class UsageError(Exception):
    """What was asked for does not exist; one sentence says what does."""


class NoFileError(Exception):
    """The file or the store to read is not there."""


class OddError(Exception):
    """Something was looked at and is not as it should be."""


CODES: dict[type[Exception], int] = {
    UsageError: WRONG_USE,
    FilledError: WRONG_USE,
    SettingsError: CONFIG,
    StoreInUseError: IN_USE,
    DamagedError: DATA,
    NoBackupError: NO_INPUT,
    BackupError: DATA,
    UnfinishedError: DATA,
    DifferenceError: DATA,
    OddError: DATA,
    UnknownFormatError: DATA,
    UnknownStoreError: NO_INPUT,
    NoFileError: NO_INPUT,
    rehearsing.UsedError: WRONG_USE,
    rehearsing.RehearsalError: SOFTWARE,
    StoreError: IO,
    OSError: IO,
}
"""The first that fits counts."""
