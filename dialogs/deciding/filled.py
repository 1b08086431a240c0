"""What was filled in on the card of a part, as the part it becomes."""

from __future__ import annotations

from dialogs.deciding.fields import TEXTS, Subject
from dialogs.deciding.words import LONG, SHORT
from dialogs.filled import Wrong, fault, written
from dialogs.measures.reading import Reading
from dialogs.turn import Said
from plan.answering import clean
from plan.dossier import Dossier
from plan.records import Measure, altered
from plan.text import Text


def read(dossier: Dossier, said: Said, record: Subject) -> tuple[Subject, Wrong]:
    """The part as it becomes, and what is wrong with the inputs."""
    if isinstance(record, Measure):
        reading = Reading(dossier, said, record)
        return reading.becomes(), reading.wrong
    texts = _texts(said, record)
    after: Subject = altered(record, **{n: words or None for n, words in texts.items()})
    return after, _wrong(said, record)


def _wrong(said: Said, record: Subject) -> Wrong:
    several = {name for name, _, lines in TEXTS[type(record)] if lines}
    found = {
        name: fault(words, LONG if name in several else SHORT)
        for name, words in _texts(said, record).items()
    }
    if not written(said, "title"):
        found["title"] = Text(nl="Vul een titel in.", en="Fill in a title.")
    return {name: words for name, words in found.items() if words}


def _texts(said: Said, record: Subject) -> dict[str, str]:
    """The texts that were changed: what stood there already is nobody's doing now."""
    names = [name for name, _, _ in TEXTS[type(record)] if name in said.inputs]
    typed = {name: written(said, name) for name in names}
    return {n: words for n, words in typed.items() if words != clean(getattr(record, n) or "")}
