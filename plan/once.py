"""What follows from a dossier is worked out once, and kept while nothing it rests on changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from plan.records import Record

P = ParamSpec("P")
T = TypeVar("T")


UNKNOWN: Any = object()
WorkedOut = dict[tuple[type[Record], ...], dict[tuple[Any, ...], Any]]
"""By the classes it rests on, what was worked out from records of those alone."""


class Known(Protocol):
    """Whatever keeps what was worked out about it."""

    worked_out: WorkedOut

    @property
    def whole(self) -> Any: ...


D = TypeVar("D", bound=Known)


def once(
    *kinds: type[Record],
    whole: bool = False,
) -> Callable[[Callable[Concatenate[D, P], T]], Callable[Concatenate[D, P], T]]:
    """Remembers the outcome for a dossier and these arguments, which must be hashable.

    It rests on the records of `kinds` alone: while a change touches none of them, the next
    dossier takes it over. Without kinds it rests on everything and is never taken over. With
    `whole` it is worked out from the whole plan, also for somebody who sees a part of it.
    """

    def remembering(work: Callable[Concatenate[D, P], T]) -> Callable[Concatenate[D, P], T]:
        @wraps(work)
        def worked(about: D, /, *args: P.args, **kwargs: P.kwargs) -> T:
            about = about.whole if whole else about
            known = about.worked_out.get(kinds)
            if known is None:
                known = about.worked_out[kinds] = {}
            key = (work, *args, *kwargs.values()) if kwargs else (work, *args)
            found: T = known.get(key, UNKNOWN)
            if found is UNKNOWN:
                found = known[key] = work(about, *args, **kwargs)
            return found

        return worked

    return remembering


def still_known(worked_out: WorkedOut, changed: set[type[Record]]) -> WorkedOut:
    """What can be taken over after a change to records of these classes.

    Both share it from then on: what one of them works out is true of the other.
    """
    return {
        kinds: known for kinds, known in worked_out.items() if kinds and changed.isdisjoint(kinds)
    }
