"""The same for people: steps, messages and plans, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

WIDE = 72


def lines(report: dict[str, Any]) -> Iterator[str]:
    yield "Stappen"
    for one in report["steps"]:
        closed = _time(one["closed_at"]) if one["closed_at"] else "nog open"
        why = f"  toch gesloten: {one['override']}" if one["override"] else ""
        step = f"{one['track']:<11} {one['step']:<11}"
        yield f"  {step} {_time(one['opened_at'])}  {closed:<16}{why}"
    yield ""
    yield f"Berichten: {len(report['messages'])}"
    for one in report["messages"]:
        words = " ".join(one["text"].split())[:WIDE]
        yield f"  {_time(one['at'])}  {one['to']:<14} {one['kind']:<14} {words}"
    yield ""
    yield "Plannen"
    for one in report["plans"]:
        found = ", ".join(f"{code} {len(at)}" for code, at in one["findings"].items() if at)
        yield f"  {one['key']}: {one['status']}, versie {one['version']}; {found or 'niets'}"


def _time(moment: str) -> str:
    return moment[:16].replace("T", " ")
