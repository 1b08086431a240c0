"""The archive package: the plan, its decision and how it came about, readable in ten years."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime

from plan.calendar import local
from plan.content.formats import COLUMNS, FORMATS
from plan.document import UnknownPartError, compile_part
from plan.document.chosen import of_register
from plan.dossier import Dossier
from plan.editions import is_concept, latest, read, written
from plan.format import UnknownFormatError
from plan.printers import PRINTERS
from plan.records import Closed, Edition, Event, PlanFormat, altered
from plan.route import adopting
from plan.standing import agreed
from plan.text import Language, file_name, readable

PART = "archive"
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the package: the oldest a zip knows."""
_EDGES = frozenset("\t\r\n")
_FORMULAS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""With these a formula begins, also in the wide forms of the east, and after a blank."""
_WORD = (
    ("besluit", "decisions"),
    ("verwerking", "register"),
    ("participatie", "participation"),
)
"""What lies beside the plan: the name of the file, and the part it is."""


def archive(dossier: Dossier, part: str, language: Language, now: datetime) -> tuple[str, bytes]:
    """A zip with the adopted edition, or with the draft; the same records give the same bytes.

    Raises UnknownPartError for another part.
    """
    if part != PART:
        raise UnknownPartError(f"Als zip is er alleen het onderdeel '{PART}', niet '{part}'.")
    kept = latest(dossier)
    moment = _moment(dossier, kept) or now
    files = dict(_files(dossier, kept, language, moment))
    files["metadata.json"] = _metadata(dossier, kept, language, moment, files)
    name = file_name(f"archief {dossier.plan.title} {_version(dossier, kept)}")
    return f"{name}.zip", _zipped(files)


def _moment(dossier: Dossier, kept: Edition | None) -> datetime | None:
    """When it was adopted; of a draft the last thing that happened to it."""
    if kept:
        return kept.at
    happened = [event.at for event in dossier.all(Event)]
    happened += [closed.at for closed in dossier.all(Closed)]
    return max(happened, default=dossier.plan.loaded_at)


def _version(dossier: Dossier, kept: Edition | None) -> str:
    return kept.key if kept else dossier.plan.version


def _files(
    dossier: Dossier, kept: Edition | None, language: Language, moment: datetime
) -> Iterator[tuple[str, bytes]]:
    """The plan from its edition, the rest from what is known now."""
    plan = read(kept) if kept else dossier
    yield "plan.docx", _printed(plan, "plan", language, moment)
    for name, part in _WORD:
        yield f"{name}.docx", _printed(dossier, part, language, moment)
    if plan.plan.track == "follow_up":
        yield "evaluatienotitie.docx", _printed(plan, "evaluation", language, moment)
    yield "register.csv", _register(dossier, language)
    yield "plan.json", ((kept.content if kept else written(dossier)) + "\n").encode()


def _printed(dossier: Dossier, part: str, language: Language, moment: datetime) -> bytes:
    """In the plan's own format; a strange one must not stand in the way of the archive."""
    try:
        made = compile_part(dossier, part, language, moment, presets=FORMATS, columns=COLUMNS)
    except UnknownFormatError:
        usual = dossier.plus([altered(dossier.plan, format=PlanFormat())])
        made = compile_part(usual, part, language, moment, presets=FORMATS, columns=COLUMNS)
    return PRINTERS["docx"].print(made)


def _register(dossier: Dossier, language: Language) -> bytes:
    """Every act in order of time, for a spreadsheet; suspect texts are held back."""
    events = [e for e in of_register(dossier, language) if isinstance(e, Event)]
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(("tijd", "wie", "namens", "wat", "onderwerp", "was", "werd"))
    for event in sorted(events, key=lambda e: (e.at, e.key)):
        name = dossier.person_name(event.who)
        behalf = dossier.organisation_name(event.on_behalf_of)
        told = (event.what, event.subject, event.before, event.after)
        rows.writerow((local(event.at).isoformat(), *map(_cell, (name, behalf, *told))))
    return ("\ufeff" + out.getvalue()).encode()


def _cell(value: str | None) -> str:
    """A text that a spreadsheet never takes for a formula."""
    words = readable(value or "")
    return f"'{words}" if words[:1] in _EDGES or words.strip()[:1] in _FORMULAS else words


def _metadata(
    dossier: Dossier,
    kept: Edition | None,
    language: Language,
    moment: datetime,
    files: dict[str, bytes],
) -> bytes:
    """What an archivist has to know, and by which each file can be checked."""
    plan, body = dossier.plan, adopting(dossier)
    adopted = body if body and agreed(body) and (kept or not is_concept(plan)) else None
    day = (adopted.decided_on or adopted.day) if adopted else None
    found = {
        "titel": plan.title,
        "gemeente": plan.municipality.name,
        "planjaar": plan.year,
        "versie": _version(dossier, kept),
        "status": "vastgesteld" if adopted else "concept",
        "vastgesteld_door": adopted.body if adopted else None,
        "datum": (day or local(moment).date()).isoformat(),
        "zaaknummer": adopted.reference if adopted else None,
        "auteur": dossier.person_name(plan.coordinator) or plan.municipality.name,
        "taal": language,
        "bestanden": [
            {
                "naam": name,
                "omvang": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
            for name, content in files.items()
        ],
    }
    return (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=_OLDEST)
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()
