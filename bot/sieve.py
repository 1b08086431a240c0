"""What may stand in the log: names of fields, and for each what a value looks like.

Anything else is left out and counted: a line can lack something, it cannot tell on somebody
(docs/decisions/0037).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from bot import figures

EVENT: Final = re.compile(r"[a-z][a-z _-]{0,47}")
_FEW = r"(?!.*\d{5})"
"""No number that could be somebody's."""
_WORD = r"(?=.{1,40}$)[a-z]+([._][a-z]+)*"
_NAME = r"[A-Za-z_][A-Za-z0-9_.]{0,60}"
KEYS: Final[dict[str, re.Pattern[str] | type[float]]] = {
    # what happened
    "number": re.compile(r"[0-9a-f]{6,16}"),
    "kind": re.compile(_WORD),
    "outcome": re.compile(_WORD),
    "reason": re.compile(_WORD),
    "state": re.compile(_WORD),
    "scope": re.compile(r"personal|groupChat|channel"),
    # to what, and by whom
    "plan": re.compile(rf"{_FEW}[A-Za-z0-9][A-Za-z0-9-]{{0,63}}"),
    "who": re.compile(r"[0-9a-f]{12}"),
    # a request
    "method": re.compile(r"GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|other"),
    "route": re.compile(r"/[a-z0-9_/{}.-]{0,60}|none"),
    "status": float,
    "ms": float,
    "code": re.compile(
        r"TooManyRequests|Throttled|Unreachable|Unclear|NoAddress|NoToken|NoConversation|ServiceError|Unauthorized"
        r"|Forbidden|NotFound|BadRequest|BadSyntax|BadArgument|MessageSizeTooBig|BadGateway"
        r"|ConversationNotFound|BotNotInConversationRoster|MessageWritesBlocked|Timeout|other"
    ),
    # the register of events
    "entry": float,
    "head": re.compile(r"[0-9a-f]{64}"),
    # how it goes
    "waiting": float,
    "count": float,
    "version": re.compile(r"\d{1,4}(\.[0-9a-z]{1,4}){0,4}"),
    # what went wrong, and where
    "error": re.compile(rf"{_FEW}{_NAME}( < {_NAME}){{0,3}}"),
    "place": re.compile(r"[\w/.<>-]{1,80}:\d+ [\w<>]{1,60}( < [\w/.<>-]{1,80}:\d+ [\w<>]{1,60})*"),
    "logger": re.compile(rf"{_FEW}{_NAME}"),
}
OURS: Final = frozenset({"event", "level", "timestamp", "_record", "_from_structlog"})
FRAMES: Final = 4
"""So many places are told, the innermost first."""
HOUSE: Final = Path(__file__).resolve().parents[1]

Line = MutableMapping[str, Any]


def sieved(_: object, __: str, line: Line) -> Line:
    """The line with what it may hold; an exception becomes its class and its place."""
    _with_error(line)
    kept, dropped = {}, 0
    for key, value in line.items():
        if key in OURS or value is None or fits(key, value):
            kept[key] = value
        else:
            dropped += 1
    if not EVENT.fullmatch(str(kept.get("event", ""))):
        kept["event"] = "unnamed"
        dropped += 1
    if dropped:
        kept["dropped"] = dropped
        figures.log_dropped(dropped)
    return kept


def fits(key: str, value: object) -> bool:
    """Whether the log may have this."""
    like = KEYS.get(key)
    if like is None or isinstance(value, bool):
        return False
    if isinstance(like, re.Pattern):
        return isinstance(value, str) and like.fullmatch(value) is not None
    return isinstance(value, int | float)


def _with_error(line: Line) -> None:
    """Never what an exception says: that may be what somebody typed."""
    found = line.pop("exc_info", None)
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        line["error"] = " < ".join(_classes(error))
        if place := " < ".join(places(error.__traceback__)):
            line["place"] = place


def _classes(error: BaseException) -> Iterator[str]:
    """The class of what was raised, and of what it came from."""
    now: BaseException | None = error
    for _ in range(3):
        if now is None:
            return
        kind = type(now)
        yield kind.__name__ if kind.__module__ == "builtins" else _short(kind)
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)


def _short(kind: type[BaseException]) -> str:
    return f"{kind.__module__.partition('.')[0]}.{kind.__name__}"


def places(traceback: TracebackType | None) -> list[str]:
    """File, line and function of the last frames, the innermost first."""
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append(f"{_file(code.co_filename)}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return found[: -FRAMES - 1 : -1]


def _file(name: str) -> str:
    """Within the house as it is called there; else the last two parts."""
    path = Path(name)
    if path.is_relative_to(HOUSE) and ".venv" not in path.parts:
        return path.relative_to(HOUSE).as_posix()
    return "/".join(path.parts[-2:])
