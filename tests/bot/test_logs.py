"""The log: what may stand in it does, and nothing else gets through."""

from __future__ import annotations

import ast
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import figures, logs
from bot.sieve import KEYS, fits

HOUSE = Path(__file__).parents[2]
SECRET = "jan.jansen@voorbeeld.nl"  # noqa: S105 - what must not be found


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """A log of its own; afterwards everything is as it was."""
    root, bot = logging.getLogger(), logging.getLogger("bot")
    before = root.handlers[:], root.level, bot.level, sys.excepthook, sys.unraisablehook
    hook, raises = threading.excepthook, logging.raiseExceptions
    stream = io.StringIO()
    logs.configure("debug", stream)
    yield stream
    logging.captureWarnings(False)
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    bot.setLevel(before[2])
    sys.excepthook, sys.unraisablehook = before[3:]
    threading.excepthook, logging.raiseExceptions = hook, raises


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_line_is_json_with_what_it_may_hold(written: io.StringIO) -> None:
    logs.logger("bot.x").warning("not sent", plan="dorp-2027", status=429, code="TooManyRequests")
    (line,) = lines(written)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "not sent",
        "level": "warning",
        "plan": "dorp-2027",
        "status": 429,
        "code": "TooManyRequests",
    }


def test_a_field_that_is_not_on_the_list_is_dropped_and_counted(written: io.StringIO) -> None:
    before = figures.value("plan_log_dropped_total")
    logs.logger("bot.x").error(
        "turn failed", name="Jan", text=SECRET, kind=SECRET, number="abc123"
    )
    (line,) = lines(written)
    assert (line["number"], line["dropped"]) == ("abc123", 3)
    assert SECRET not in written.getvalue()
    assert figures.value("plan_log_dropped_total") == before + 3


def test_words_with_something_filled_in_are_no_name_of_an_event(written: io.StringIO) -> None:
    logs.logger("bot.x").warning(f"Foutje bij {SECRET}")
    logs.logger("bot.x").warning("Foutje bij %s", SECRET)
    assert [line["event"] for line in lines(written)] == ["unnamed"] * 2
    assert SECRET not in written.getvalue()


def test_an_exception_is_its_class_and_its_place(written: io.StringIO) -> None:
    def fails(text: str) -> None:
        try:
            int(text)
        except ValueError as error:
            raise RuntimeError(text) from error

    try:
        fails(SECRET)
    except RuntimeError:
        logs.logger("bot.x").exception("turn failed")
    (line,) = lines(written)
    assert line["error"] == "RuntimeError < ValueError"
    assert line["place"].startswith("tests/bot/test_logs.py:")
    assert " fails < " in line["place"]
    assert SECRET not in written.getvalue()


LIBRARIES = ("aiohttp.server", "msrest", "urllib3.connectionpool", "azure", "asyncio", "psycopg")


def test_libraries_are_heard_from_warnings_on_and_never_word_by_word(written: io.StringIO) -> None:
    for name in LIBRARIES:
        library = logging.getLogger(name)
        library.info("GET /x?token=%s", SECRET)
        library.warning("GET /x?token=%s", SECRET, exc_info=KeyError(SECRET))
        library.warning("%d", SECRET)
    found = lines(written)
    assert [line["logger"] for line in found if "error" in line] == list(LIBRARIES)
    assert {line.get("error", "KeyError") for line in found} == {"KeyError"}
    assert SECRET not in written.getvalue()


def test_a_library_with_an_own_way_out_loses_it(written: io.StringIO) -> None:
    library, aside = logging.getLogger("msrest.aside"), io.StringIO()
    library.addHandler(logging.StreamHandler(aside))
    library.propagate = False
    logs.configure("debug", written)
    library.warning(SECRET)
    assert aside.getvalue() == ""
    assert lines(written)[-1]["logger"] == "msrest.aside"


def test_what_nobody_caught_and_what_python_warns_of_go_the_same_way(
    written: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(ValueError, ValueError(SECRET), None)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(SECRET, UserWarning, stacklevel=1)
    assert {line["event"] for line in lines(written)} >= {"uncaught"}
    assert SECRET not in written.getvalue()
    assert capsys.readouterr().err == ""


def test_a_person_is_a_pseudonym_and_always_the_same(written: io.StringIO) -> None:
    one = logs.pseudonym("tenant/7d3f6a1e-58c9-4f0b-9b7c-2f1a6f0c1d01")
    assert one == logs.pseudonym("tenant/7d3f6a1e-58c9-4f0b-9b7c-2f1a6f0c1d01")
    assert one != logs.pseudonym("tenant/another")
    assert fits("who", one)
    assert not fits("who", "7d3f6a1e-58c9-4f0b-9b7c-2f1a6f0c1d01")


@pytest.mark.parametrize("key", KEYS)
def test_no_field_takes_what_tells_on_somebody(key: str) -> None:
    for said in (
        *(SECRET, "Jan de Vries", "06-12345678", "NL91ABNA0417164300", "Dorpsstraat 12"),
        *(
            "geboren 12-03-1980",
            "https://x.nl/?token=abc",
            "Bearer abc.def.ghi",
            "a\nb",
            "x" * 500,
        ),
    ):
        assert not fits(key, said), said


def test_the_house_logs_by_nothing_else() -> None:
    found = [
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in sorted((HOUSE / "bot").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if path.name != "logs.py"
        and isinstance(node, ast.Attribute)
        and ast.unparse(node) == "logging.getLogger"
    ]
    assert not found


def test_what_the_house_logs_has_a_name_and_fields_of_the_list() -> None:
    odd = []
    for path in sorted((HOUSE / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log.")):
                continue
            named = node.args and isinstance(node.args[0], ast.Constant | ast.Name)
            strange = {k.arg for k in node.keywords if k.arg} - KEYS.keys() - {"exc_info"}
            if len(node.args) != 1 or not named or strange:
                odd.append(f"{path.name}:{node.lineno} {strange}")
    assert not odd
