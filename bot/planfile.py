"""Opens a plan file: bounded YAML, with the line where it goes wrong."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from plan.content.formats import COLUMNS, FORMATS
from plan.content.topics import EVALUATION
from plan.reading import PlanFileError, Problem, Reading, read
from plan.text import Text

MOST_BYTES = 4 * 1024 * 1024
DEEPEST = 40

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _OnceEach(_Loader):
    """The safe loader, which refuses a key that is given twice instead of losing the first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[Hashable] = set()
        for named, _ in node.value:
            key = named.value if isinstance(named, yaml.ScalarNode) else None
            if key is not None and key in seen:
                raise _at(
                    named.start_mark, f"'{key}' staat er twee keer", f"'{key}' is there twice"
                )
            seen.add(key)
        made: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return made

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """A day that no month has or a number without end is told with its line."""
        try:
            return super().construct_object(node, deep=deep)
        except ValueError as error:
            what = str(node.value)[:40]
            raise _at(
                node.start_mark,
                f"geen geldige YAML ('{what}' kan niet als datum of getal)",
                f"not valid YAML ('{what}' is not possible as a date or number)",
            ) from error


def read_file(path: Path, *, loaded_at: datetime | None = None) -> Reading:
    """The records in a YAML file of at most 4 MB, its answers held against the questions asked.

    Raises PlanFileError, with the line for a mistake in the YAML, the path for a wrong value and
    the name of the file for what is wrong with all of it.
    """
    try:
        return read(
            _data(_content(path)),
            topics=EVALUATION,
            presets=[form.id for form in FORMATS],
            columns=[column.id for column in COLUMNS],
            loaded_at=loaded_at,
        )
    except PlanFileError as error:
        if error.where:
            raise
        raise PlanFileError(error.sentence, path.name) from error


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or ""
        raise _problem(f"niet te lezen ({why})", f"cannot be read ({why})") from error
    if len(content) > MOST_BYTES:
        raise _problem("groter dan 4 MB", "larger than 4 MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        raise _on_line(before, "geen tekst in UTF-8", "not text in UTF-8") from error


def _data(content: str) -> object:
    try:
        _bounded(content)
        return yaml.load(content, Loader=_OnceEach)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise _at(
            error.problem_mark, f"geen geldige YAML ({what})", f"not valid YAML ({what})"
        ) from error
    except yaml.reader.ReaderError as error:
        raise _on_line(
            content.encode()[: error.position],
            "geen geldige YAML (een onleesbaar teken)",
            "not valid YAML (an unreadable character)",
        ) from error


def _bounded(content: str) -> None:
    """Refuses what a plan never needs: aliases, which can grow without end, and deep nesting."""
    depth = 0
    for event in yaml.parse(content, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise _at(
                event.start_mark,
                "verwijzingen (*) worden niet gelezen",
                "aliases (*) are not read",
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _at(event.start_mark, "te diep genest", "nested too deeply")


def _at(mark: Any, nl: str, en: str) -> PlanFileError:
    return _problem(nl, en) if mark is None else _line(mark.line + 1, nl, en)


def _on_line(before: bytes, nl: str, en: str) -> PlanFileError:
    """What is wrong right after these bytes of the file."""
    return _line(before.count(b"\n") + 1, nl, en)


def _line(number: int, nl: str, en: str) -> PlanFileError:
    said = Text(nl=f"regel {number}: {nl}", en=f"line {number}: {en}")
    return PlanFileError(said, f"line {number}", (Problem(said, ""),))


def _problem(nl: str, en: str) -> PlanFileError:
    return PlanFileError(Text(nl=nl, en=en))
