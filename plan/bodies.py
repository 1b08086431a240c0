"""What a body is called in a sentence."""

from __future__ import annotations

from plan.records import DecisionStep
from plan.route import sort_of
from plan.text import Text

_ARTICLES = {"mt": "het ", "college": "het ", "triangle": "de ", "council": "de ", "other": ""}


def the(body: DecisionStep) -> Text:
    """`het MT`, `de driehoek`, or a name as it is."""
    article = _ARTICLES[sort_of(body)]
    return Text(nl=f"{article}{body.body}", en=f"the {body.body}" if article else body.body)


def opening(text: Text) -> Text:
    """The same words at the start of a sentence."""
    return Text(nl=capital(text.nl), en=capital(text.en))


def capital(words: str) -> str:
    """With a capital first letter; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def place_name(municipality: str) -> str:
    """`de gemeente Veldermeer` for `Gemeente Veldermeer`, else the name as it is."""
    word, _, name = municipality.partition(" ")
    return f"de gemeente {name}" if word == "Gemeente" else municipality
