"""Whether the logbooks of a store are whole, and still what was written down of them elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from plan.logbook import Fault, anchored, fault, number_of
from plan.records import Alias, Entry, Record

HEAD = "logbook head"
"""What a line of the log is called that tells where a chain is."""


@dataclass(frozen=True)
class Anchor:
    """The hash of one line, as it was written down elsewhere. chain: "" is what plans share."""

    chain: str
    number: int
    head: str


def anchor_of(written: str) -> Anchor:
    """`PLAN:NUMBER:HASH`, with nothing before the first colon for what plans share.

    Raises ValueError.
    """
    chain, number, head = written.strip().rsplit(":", 2)
    return Anchor(chain, int(number), head.lower())


def anchors_in(path: Path) -> Iterator[Anchor]:
    """Those in a log of this program, whatever else is in it. Raises OSError."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if HEAD not in line:
                continue
            try:
                said = json.loads(line[line.index("{") :])
                if said.get("event") == HEAD:
                    yield Anchor(said.get("plan") or "", int(said["entry"]), str(said["head"]))
            except (ValueError, KeyError, TypeError, AttributeError):
                continue


@dataclass
class Chains:
    """What is to be found, and what was."""

    anchors: tuple[Anchor, ...] = ()
    heads: dict[str, Entry] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def faults(self, chain: str, records: Iterable[Record]) -> Iterator[str]:
        """A sentence about the first bad line, and about each anchor that does not hold."""
        entries, known = [], False
        for record in records:
            if isinstance(record, Entry):
                entries.append(record)
            known = known or isinstance(record, Alias)
        self.seen.add(chain)
        if entries:
            self.heads[chain] = entries[-1]
        if found := fault(chain, entries, known=known):
            yield _sentence(found)
        for anchor in self.anchors:
            if anchor.chain == chain and (odd := anchored(entries, anchor.number, anchor.head)):
                yield _sentence(odd)

    def lost(self) -> Iterator[str]:
        """Anchors of plans that are not there at all."""
        chains = dict.fromkeys(a.chain for a in self.anchors if a.chain not in self.seen)
        yield from (f"plan {chain!r} is weg, met zijn logboek" for chain in chains)

    def told(self) -> Iterator[str]:
        """Where each chain is, to be written down elsewhere: as `--head` reads it."""
        for chain, entry in self.heads.items():
            yield f"{chain}:{number_of(entry)}:{entry.hash}"


def _sentence(found: Fault) -> str:
    return f"logboek, regel {found.number}: {found.why}"
