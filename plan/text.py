"""A text in both languages of the product, side by side."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]

_FIELD = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The same words in Dutch and in English; `{fields}` are filled by `fill`."""

    nl: str
    en: str

    @classmethod
    def verbatim(cls, words: str) -> Text:
        """Somebody's own words, the same in every language."""
        return cls(nl=words, en=words)

    def within(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en

    def fill(self, **values: object) -> Text:
        """This text with its `{fields}` replaced once; a value that looks like a field stays.

        A value may be a Text (each language gets its own) or anything `str` takes.
        Raises KeyError when a field of the text has no value.
        """
        return Text(nl=_filled(self.nl, "nl", values), en=_filled(self.en, "en", values))

    def __add__(self, other: Text) -> Text:
        return Text(nl=self.nl + other.nl, en=self.en + other.en)

    def fields(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names of the fields in each language, for the test that compares them."""
        return frozenset(_FIELD.findall(self.nl)), frozenset(_FIELD.findall(self.en))


def counted(count: int, one: Text, many: Text) -> Text:
    """`1 thema`, `2 thema's`: the number with the word that goes with it."""
    word = one if count == 1 else many
    return Text(nl=f"{count} {word.nl}", en=f"{count} {word.en}")


def slug(words: str) -> str:
    """Small letters, digits and hyphens, safe in a key and a file name; "" if none is left."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")


def joined(parts: list[Text] | tuple[Text, ...], separator: str = " ") -> Text:
    """Several texts after one another."""
    return Text(
        nl=separator.join(part.nl for part in parts),
        en=separator.join(part.en for part in parts),
    )


def _filled(pattern: str, language: Language, values: dict[str, object]) -> str:
    def value(match: re.Match[str]) -> str:
        found = values[match[1]]
        return found.within(language) if isinstance(found, Text) else str(found)

    return _FIELD.sub(value, pattern)
