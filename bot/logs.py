"""The log of the process: a line of JSON per event, or for people in a terminal.

`log = logs.logger(__name__)`; `log.warning("not sent", status=403, code="Forbidden")`. Every
line, also of a library, goes through the sieve (`bot.sieve`).
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
import sys
import threading
from types import TracebackType
from typing import Any, Final, TextIO

import structlog
from structlog.stdlib import BoundLogger, ProcessorFormatter

from bot.sieve import Line, sieved

LEVELS: Final = ("debug", "info", "warning", "error")
_KEY: Final = secrets.token_bytes(32)
"""Only in memory: who a pseudonym was, nobody can find out once the process has ended."""


def pseudonym(identity: str) -> str:
    """The same for the same person as long as the process runs."""
    return hmac.new(_KEY, identity.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:12]


def logger(name: str) -> BoundLogger:
    made: BoundLogger = structlog.stdlib.get_logger(name)
    return made


def configure(level: str = "info", stream: TextIO | None = None) -> None:
    """Everything that is logged in this process goes here from now on, and only here.

    Libraries are heard from warnings on, by name, line and kind of error: their words may hold an
    address with a token, or a text.
    """
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        ProcessorFormatter(
            processors=[ProcessorFormatter.remove_processors_meta, _renderer(stream)],
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper("iso", utc=True),
                _of_a_library,
                sieved,
            ],
            pass_foreign_args=True,
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("bot").setLevel(level.upper())
    _silence()
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # What cannot be logged would be printed with its values.
    sys.excepthook = _uncaught
    sys.unraisablehook = lambda given: _uncaught(given.exc_type, given.exc_value, None)
    threading.excepthook = lambda given: _uncaught(given.exc_type, given.exc_value, None)


def _silence() -> None:
    """No logger of a library has a way out of its own, or hears more than warnings."""
    for name, made in logging.root.manager.loggerDict.items():
        if isinstance(made, logging.Logger) and name.partition(".")[0] != "bot":
            made.handlers.clear()
            made.propagate = True
            made.setLevel(logging.NOTSET)


def _renderer(stream: TextIO) -> structlog.typing.Processor:
    if stream.isatty():
        return structlog.dev.ConsoleRenderer()
    return structlog.processors.JSONRenderer(ensure_ascii=False)


def _of_a_library(_: object, __: str, line: Line) -> Line:
    """Who says something, where and how bad it is; not what."""
    record: logging.LogRecord = line["_record"]
    told: Line = {
        key: line[key]
        for key in ("_record", "_from_structlog", "level", "timestamp")
        if key in line
    }
    told["event"], told["logger"] = "library", record.name
    told["exc_info"] = record.exc_info
    told["place"] = f"{record.module}:{record.lineno} {record.funcName}"
    record.exc_info = record.exc_text = record.stack_info = None
    return told


def _uncaught(
    _: type[BaseException], error: BaseException | None, __: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    logger("bot").critical("uncaught", exc_info=error)


def _found_error(_: object, __: str, line: Line) -> Line:
    if line.get("exc_info") is True:
        line["exc_info"] = sys.exc_info()
    return line


_CHAIN: Final[list[Any]] = [
    structlog.stdlib.filter_by_level,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper("iso", utc=True),
    _found_error,
    sieved,
    ProcessorFormatter.wrap_for_formatter,
]
structlog.configure(
    processors=_CHAIN,
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=BoundLogger,
    cache_logger_on_first_use=True,
)
