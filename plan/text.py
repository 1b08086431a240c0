"""A text in both languages of the product, side by side."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from plan.notation import number

Language = Literal["nl", "en"]

_FIELD = re.compile(r"\{([a-z_]+)\}")
_PLACE = re.compile(_FIELD.pattern + r"(?:([:.])(?=\s|$)(\s*[a-z]?))?")
"""A field, with the sign after it that a value may make superfluous, and what begins then."""
_ENDED = re.compile(r"(?:[?!]|\b[^\W\d_]{4,}\.)[\"”’)]?$")
"""The end of a sentence; a short word with a dot, such as `B.V.`, is none."""
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls but line end and tab, halves of characters, what no character ever is, marks that turn
# the direction of reading, and signs of no width: none is seen, and all can deceive who reads.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f"
    "\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 15) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d")
_PICTURE = "[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
# What joins two pictures to one stays.
_JOINER = re.compile(f"(?<!{_PICTURE})\u200d|\u200d(?!{_PICTURE})")


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

        A value may be a Text (each language gets its own), a number (`5.000`; one called `year`
        stays `2027`) or anything `str` takes. After a value that ends a sentence by itself comes
        no colon or full stop. Raises KeyError when a field of the text has no value.
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
    return Text(nl=f"{number(count, 'nl')} {word.nl}", en=f"{number(count, 'en')} {word.en}")


def readable(words: str) -> str:
    """What a reader sees of somebody's words, composed (NFC), every line end a `\\n`.

    All foreign text goes through here once: at the entrance, and where a plan file is read.
    """
    if words.isascii() and words.isprintable():
        return words
    seen = _UNSEEN.sub("", _LINE_ENDS.sub("\n", words))
    return unicodedata.normalize("NFC", _JOINER.sub("", seen))


def slug(words: str) -> str:
    """Small letters, digits and hyphens, safe in a key and a file name; "" if none is left."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")


def file_name(words: str, otherwise: str = "document", longest: int = 80) -> str:
    """A name without an ending that every system takes: no path, no sign, no name of a device."""
    made = slug(words)[:longest].strip("-") or otherwise
    return f"{otherwise}-{made}" if _DEVICE.fullmatch(made) else made


def joined(parts: list[Text] | tuple[Text, ...], separator: str = " ") -> Text:
    """Several texts after one another; no colon between them after one that ends a sentence."""
    return Text(
        nl=_joined([part.nl for part in parts], separator),
        en=_joined([part.en for part in parts], separator),
    )


def headed(title: str, words: str) -> str:
    """`titel: woorden`, without the colon after a title that ends a sentence."""
    return _joined([title, words], ": ")


def _joined(parts: list[str], separator: str) -> str:
    if separator[:1] != ":":
        return separator.join(parts)
    ends = [_mark(part, ":") + separator[1:] for part in parts[:-1]]
    return "".join(part + end for part, end in zip(parts, [*ends, ""], strict=False))


def _mark(words: str, mark: str) -> str:
    """The colon or full stop that comes after `words`, or none after what ends by itself."""
    if mark == ":":
        return "" if _ENDED.search(words[-60:]) else mark
    return "" if mark == "." and words.endswith(("?", "!", ".")) else mark


def _filled(pattern: str, language: Language, values: dict[str, object]) -> str:
    def value(match: re.Match[str]) -> str:
        words = _said(match[1], values[match[1]], language)
        mark, begins = match[2] or "", match[3] or ""
        kept = _mark(words, mark)
        return words + kept + (begins if kept or not mark else begins.upper())

    return _PLACE.sub(value, pattern)


def _said(name: str, value: object, language: Language) -> str:
    if isinstance(value, Text):
        return value.within(language)
    if isinstance(value, int | float) and not isinstance(value, bool) and name != "year":
        return number(value, language)
    return str(value)
