"""A disk that loses power: what is on it afterwards, of what was not yet synced."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from tests.prove.calls import Call

SECTOR = 512


@dataclass
class Node:
    """A file with what is surely on disk and what came after; or a directory."""

    names: dict[str, Node] | None = None
    sure: bytes = b""
    live: bytes = b""
    later: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Content at a place, or a new length (None)."""
    kept: dict[str, Node] = field(default_factory=dict)
    """Of a directory: the names that are surely on disk."""


@dataclass
class Renaming:
    """A change of names that may or may not be on disk, as one."""

    effects: list[tuple[Node, str, Node | None]]

    def touches(self, other: Renaming) -> bool:
        mine = {(id(directory), name) for directory, name, _ in self.effects}
        return any((id(directory), name) in mine for directory, name, _ in other.effects)


class Platter:
    """Follows the calls; `after` gives a state that a cut at this moment may leave."""

    def __init__(self, root: Path) -> None:
        self._root = PurePath(root.resolve())
        self._top = Node(names={})
        self._unsure: list[Renaming] = []

    @classmethod
    def of(cls, root: Path) -> Platter:
        """A disk that has these files, all of them synced."""
        platter = cls(root)
        platter._top = _whole(root)
        return platter

    def make(self, call: Call) -> None:
        match call.name:
            case "create":
                self._name(call.path, Node())
            case "mkdir":
                self._name(call.path, Node(names={}))
            case "unlink" | "rmdir":
                self._name(call.path, None)
            case "rename":
                node = self._at(call.path)
                there, name = self._slot(call.other)
                here, old = self._slot(call.path)
                self._note([(here, old, None), (there, name, node)])
            case "write" | "append" | "cut":
                self._write(self._at(call.path), call)
            case "sync":
                self._sync(self._at(call.path))

    def after(self, chance: random.Random) -> dict[str, bytes | None]:
        """Path -> content (None: a directory), of one state."""
        names = self._chosen(chance)
        held: dict[int, bytes] = {}
        found: dict[str, bytes | None] = {}

        def walk(node: Node, path: str) -> None:
            entries = dict(node.kept)
            for renaming in names:
                for directory, name, child in renaming.effects:
                    if directory is not node:
                        continue
                    if child is None:
                        entries.pop(name, None)
                    else:
                        entries[name] = child
            for name, child in entries.items():
                place = f"{path}{name}"
                if child.names is not None:
                    found[place] = None
                    walk(child, f"{place}/")
                else:
                    found[place] = held.setdefault(id(child), _left(child, chance))

        walk(self._top, "")
        return found

    def _chosen(self, chance: random.Random) -> list[Renaming]:
        """Some of the changes of names; one that follows another on the same name needs it."""
        odds = chance.choice((0.0, 0.5, 0.9, 1.0))
        chosen: list[Renaming] = []
        missed: list[Renaming] = []
        for renaming in self._unsure:
            free = not any(renaming.touches(other) for other in missed)
            (chosen if free and chance.random() < odds else missed).append(renaming)
        return chosen

    def _slot(self, path: str) -> tuple[Node, str]:
        pure = PurePath(path)
        return self._at(str(pure.parent)), pure.name

    def _at(self, path: str) -> Node:
        node = self._top
        for name in PurePath(path).relative_to(self._root).parts:
            assert node.names is not None
            node = node.names[name]
        return node

    def _name(self, path: str, node: Node | None) -> None:
        directory, name = self._slot(path)
        self._note([(directory, name, node)])

    def _note(self, effects: list[tuple[Node, str, Node | None]]) -> None:
        for directory, name, node in effects:
            assert directory.names is not None
            if node is None:
                directory.names.pop(name, None)
            else:
                directory.names[name] = node
        self._unsure.append(Renaming(effects))

    def _write(self, node: Node, call: Call) -> None:
        at = len(node.live) if call.name == "append" else call.at
        change = None if call.name == "cut" else call.content
        node.later.append((at, change))
        node.live = _changed(node.live, at, change)

    def _sync(self, node: Node) -> None:
        if node.names is None:
            node.sure, node.later = node.live, []
            return
        sure = [each for each in self._unsure if any(d is node for d, _, _ in each.effects)]
        for renaming in reversed(self._unsure):
            if renaming not in sure and any(renaming.touches(each) for each in sure):
                sure.append(renaming)
        for renaming in [each for each in self._unsure if each in sure]:
            self._unsure.remove(renaming)
            for directory, name, child in renaming.effects:
                if child is None:
                    directory.kept.pop(name, None)
                else:
                    directory.kept[name] = child


def _changed(content: bytes, at: int, change: bytes | None) -> bytes:
    if change is None:
        return content[:at].ljust(at, b"\0")
    return content[:at].ljust(at, b"\0") + change + content[at + len(change) :]


def _left(node: Node, chance: random.Random) -> bytes:
    """What a file has after the cut."""
    odds = chance.choice((0.0, 0.5, 0.9, 1.0))
    content = node.sure
    for at, change in node.later:
        if chance.random() >= odds:
            continue
        if change is None:
            content = _changed(content, at, None)
        else:
            content = _torn(content, at, change, chance)
    return content


def _torn(content: bytes, at: int, change: bytes, chance: random.Random) -> bytes:
    """One write: whole, up to a byte, only its length, or some of its sectors."""
    match chance.randrange(5):
        case 0:
            return _changed(content, at, change[: chance.randrange(len(change) + 1)])
        case 1:
            return content.ljust(at + len(change), b"\0")
        case 2:
            long = content.ljust(at + len(change), b"\0")
            for start in range(at - at % SECTOR, at + len(change), SECTOR):
                if chance.random() < 0.5:
                    begin, end = max(start, at), min(start + SECTOR, at + len(change))
                    long = _changed(long, begin, change[begin - at : end - at])
            return long
        case _:
            return _changed(content, at, change)


def _whole(path: Path) -> Node:
    if path.is_dir():
        names = {child.name: _whole(child) for child in path.iterdir()}
        return Node(names=names, kept=dict(names))
    content = path.read_bytes()
    return Node(sure=content, live=content)


def laid_out(state: dict[str, bytes | None], directory: Path) -> None:
    """Make the files of a state."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in state.items():
        if content is None:
            (directory / name).mkdir(exist_ok=True)
        else:
            (directory / name).write_bytes(content)
