"""The words of the house: both languages say the same thing with the same fields."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

import msgspec
import pytest

import dialogs
import plan
from plan.text import Text


def texts(value: object) -> Iterator[Text]:
    """Every Text inside a constant, however deep."""
    if isinstance(value, Text):
        yield value
    else:
        for part in parts(value):
            yield from texts(part)


def parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return (*value.keys(), *value.values())
    if isinstance(value, (tuple, list, set, frozenset)):
        return value
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.astuple(value)
    if dataclasses.is_dataclass(value):
        names = () if isinstance(value, type) else dataclasses.fields(value)
        return [getattr(value, field.name) for field in names]
    return ()


def unlike(module: ModuleType) -> list[str]:
    """The constants whose two languages differ in their fields, or of which one is empty."""
    return [
        f"{module.__name__}.{name}: {text}"
        for name, value in vars(module).items()
        for text in texts(value)
        if len(set(text.fields())) > 1 or bool(text.nl.strip()) != bool(text.en.strip())
    ]


def modules() -> Iterator[ModuleType]:
    for room in (plan, dialogs):
        for found in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
            yield importlib.import_module(found.name)


def test_both_languages_fill_the_same_fields() -> None:
    found = [line for module in modules() for line in unlike(module)]
    assert not found, "\n".join(found)


def test_the_words_of_the_house_are_looked_at() -> None:
    seen = {module.__name__: list(texts(dict(vars(module)))) for module in modules()}
    assert any(name.startswith("plan.content.") and words for name, words in seen.items())
    assert any(name.startswith("dialogs.phrases") and words for name, words in seen.items())


@dataclasses.dataclass
class Sign:
    title: Text


class Card(msgspec.Struct):
    title: Text


ODD = Text(nl="Nog {aantal} te gaan", en="{count} to go")


@pytest.mark.parametrize(
    "constant",
    [
        ODD,
        (ODD,),
        {"left": [ODD]},
        {ODD: 1},
        Sign(title=ODD),
        Card(title=ODD),
        Text(nl="Klaar", en=" "),
    ],
)
def test_an_odd_pair_of_words_is_seen(constant: object) -> None:
    module = ModuleType("phrases")
    module.__dict__["LEFT"] = constant
    assert unlike(module)


def test_a_matching_pair_is_let_in() -> None:
    module = ModuleType("phrases")
    module.__dict__["LEFT"] = Text(nl="Nog {count} te gaan", en="{count} to go")
    assert not unlike(module)
