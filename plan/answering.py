"""From what somebody filled in or typed to an answer that can be kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from plan.dossier import Dossier
from plan.question import Ask, Choice, Form, InvalidAnswerError, Option, Part
from plan.records import ActionItem, Answer, Theme
from plan.text import Text, readable

CHAIN = (
    Option(
        id="proactie", text=Text(nl="Proactie: oorzaken wegnemen", en="Proaction: removing causes")
    ),
    Option(
        id="preventie",
        text=Text(nl="Preventie: voorkomen", en="Prevention: keeping it from happening"),
    ),
    Option(
        id="preparatie", text=Text(nl="Preparatie: voorbereiden", en="Preparation: being ready")
    ),
    Option(id="repressie", text=Text(nl="Repressie: optreden", en="Repression: taking action")),
    Option(
        id="nazorg",
        text=Text(nl="Nazorg: herstellen en leren", en="Aftercare: recovering and learning"),
    ),
)
NOTHING = frozenset({"geen", "nee", "niets", "nvt", "n.v.t", "none", "no", "nothing", "-"})
"""Words that say there is nothing to say."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing to fill in: an answer's value or text, its reason, or a part of its form."""

    id: str
    ask: Ask
    text: Text
    part: str = ""
    """"" for the answer itself, `text` for its reason, else the id of a part."""
    options: tuple[Option, ...] = ()
    several: bool = False
    limit: int = 600
    required: bool = False


def main_field(ask: Ask) -> Field:
    kind = ask.question.kind
    if isinstance(kind, Choice):
        return Field(id=ask.key, ask=ask, text=ask.question.text, options=kind.options)
    question = ask.question
    return Field(
        id=ask.key, ask=ask, text=question.text, limit=kind.limit, required=question.needed
    )


def deeper_fields(ask: Ask, dossier: Dossier, org: str, value: object = None) -> tuple[Field, ...]:
    """What comes after the answer itself: the reason its value calls for, or a form's parts.

    A part is left out where this plan has nothing to choose from.
    """
    question = ask.question
    if question.reason and str(value) in question.reason.values:
        reason = question.reason
        return (
            Field(
                id=ask.part_key("text"),
                ask=ask,
                part="text",
                text=reason.text,
                limit=reason.limit,
                required=reason.required,
            ),
        )
    if not isinstance(question.kind, Form):
        return ()
    fields = ((part, _part_field(ask, part, dossier, org)) for part in question.kind.parts)
    return tuple(field for part, field in fields if part.of == "text" or field.options)


def _part_field(ask: Ask, part: Part, dossier: Dossier, org: str) -> Field:
    return Field(
        id=ask.part_key(part.id),
        ask=ask,
        part=part.id,
        text=part.text,
        options=_part_options(part, dossier, org),
        several=part.of in ("items", "columns"),
        limit=part.limit,
        required=part.required,
    )


def _part_options(part: Part, dossier: Dossier, org: str) -> tuple[Option, ...]:
    if part.of == "chain_phase":
        return CHAIN
    if part.of == "columns":
        return tuple(
            Option(id=column, text=Text.verbatim(column.capitalize()))
            for column in dossier.plan.format.columns
        )
    own = dossier.themes_with(org) or dossier.themes
    items = tuple(_named(item) for theme in own for item in dossier.items_of(theme.key))
    if part.of == "items":
        return (*map(_named, own), *items)
    return items if part.of == "item" else ()


def _named(subject: Theme | ActionItem) -> Option:
    return Option(id=subject.key, text=Text.verbatim(f"{subject.key} {subject.title}"))


def current(field: Field, answer: Answer | None) -> str:
    """What is known for a field, as it stands on the wire; "" when nothing."""
    if answer is None:
        return ""
    if field.part == "":
        value = answer.value if isinstance(field.ask.question.kind, Choice) else answer.text
        return "" if value is None else str(value)
    if field.part == "text":
        return answer.text or ""
    more = answer.more.get(field.part, "")
    return more if isinstance(more, str) else ",".join(more)


def read(field: Field, raw: str) -> str | int | tuple[str, ...] | None:
    """The value of a filled-in field; None when it was left empty.

    Raises InvalidAnswerError when it is too long or none of the options.
    """
    words = clean(raw)
    if not words:
        return None
    if not field.options:
        if len(words) > field.limit:
            raise InvalidAnswerError(TOO_LONG.fill(length=len(words), limit=field.limit))
        return words
    chosen = [one.strip() for one in words.split(",")] if field.several else [words]
    known = {option.id: option for option in field.options}
    if any(one not in known for one in chosen):
        raise InvalidAnswerError(NOT_AN_OPTION)
    if field.several:
        return tuple(dict.fromkeys(chosen))
    return int(words) if known[words].number else words


def typed(field: Field, words: str) -> str:
    """What was typed, as it would stand on the wire.

    An option may be typed by its number, its label or its beginning, small typing errors
    forgiven. Raises InvalidAnswerError with what is expected.
    """
    if not field.options:
        return words
    wanted = [_option(field, one) for one in words.split(",")] if field.several else None
    return ",".join(wanted) if wanted else _option(field, words)


def _option(field: Field, words: str) -> str:
    said = plain(words)
    by_number = {str(n): option for n, option in enumerate(field.options, start=1)}
    scale = any(option.number for option in field.options)
    found = {_spaced(option.id): option for option in field.options}.get(_spaced(said))
    if found is None:
        found = (None if scale else by_number.get(said)) or _by_label(field, said)
    if found is None:
        raise InvalidAnswerError(NOT_AN_OPTION)
    return found.id


def _spaced(id_: str) -> str:
    return plain(id_.replace("_", " "))


def _by_label(field: Field, said: str) -> Option | None:
    """The option of that label; beginnings and small errors count when they fit one option."""
    labels = {
        label: option.id
        for option in field.options
        for words in (option.text.nl, option.text.en)
        for label in (plain(words), plain(words.partition("–")[2]))
        if label
    }
    meant = {labels[said]} if said in labels else _beginning_with(said, labels)
    meant = meant or {labels[one] for one in get_close_matches(said, labels, cutoff=0.8)}
    return next((o for o in field.options if o.id in meant), None) if len(meant) == 1 else None


def _beginning_with(said: str, labels: Mapping[str, str]) -> set[str]:
    return {id_ for label, id_ in labels.items() if said and label.startswith(said)}


def plain(words: str) -> str:
    """Lower case, without accents and punctuation at the edges, single blanks."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(letters.split()).strip(" .,!?;:'\"()")


def clean(raw: str) -> str:
    """As `readable`, trimmed."""
    return readable(raw).strip()


TOO_LONG = Text(
    nl="Dit zijn {length} tekens; er passen er hoogstens {limit}. Maak het korter.",
    en="This is {length} characters; at most {limit} fit. Make it shorter.",
)
NOT_AN_OPTION = Text(
    nl="Dat is geen van de antwoorden. Kies er een uit de lijst.",
    en="That is not one of the answers. Choose one from the list.",
)
