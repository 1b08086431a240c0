"""Word: blocks as a document with real headings, a contents list and repeated header rows."""

from __future__ import annotations

import io
import zipfile

import docx

from plan.blocks import Document, Heading
from plan.printers.plain import in_one_line
from plan.printers.word.body import CONTENTS_DEPTH, Body
from plan.printers.word.page import lay_out, width
from plan.printers.word.styles import dress

_LONGEST = 255
"""What Word allows for a property of a document."""
_MANY = 38
"""So many headings just fit on one page of contents at ease."""
_TAGS = {"nl": "nl-NL", "en": "en-GB"}


def print_word(document: Document) -> bytes:
    """The same document gives the same bytes: no clock, fixed dates inside the archive."""
    file = docx.Document()
    tag = _TAGS.get(document.language, "nl-NL")
    listed = sum(isinstance(b, Heading) and b.level <= CONTENTS_DEPTH for b in document.blocks)
    dress(file, tag, width(landscape=False), tight=listed > _MANY)
    lay_out(file, document)
    body = Body(file, document)
    for block in document.blocks:
        body.add(block)
    body.close()
    properties = file.core_properties
    made = document.made_at.replace(microsecond=0, tzinfo=None)
    properties.title = in_one_line(document.title)[:_LONGEST]
    properties.author = in_one_line(document.author)[:_LONGEST]
    properties.last_modified_by = properties.author
    properties.language = tag
    properties.comments = ""
    properties.created = properties.modified = made
    properties.revision = 1
    packed = io.BytesIO()
    file.save(packed)
    return _settled(packed)


def _settled(packed: io.BytesIO) -> bytes:
    """The archive anew, with the oldest date a zip knows on every file in it."""
    settled = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(settled, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), compress_type=zipfile.ZIP_DEFLATED)
    return settled.getvalue()
