"""Files that are no document: one maker per ending, in one table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from plan.dossier import Dossier
from plan.files.archive import archive
from plan.files.calendar import calendar_file
from plan.text import Language, Text

MakeFile = Callable[[Dossier, str, Language, datetime], tuple[str, bytes]]
"""From (dossier, part, language, now) to a name and the bytes; raises UnknownPartError."""

FILES: dict[str, MakeFile] = {
    "ics": calendar_file,
    "zip": archive,
}
DESCRIPTIONS: dict[str, Text] = {
    "archive": Text(nl="Archiefpakket van het plan", en="Archive package of the plan"),
}
"""What each part that is no document is for."""
