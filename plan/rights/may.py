"""`can`: the one place that says whether somebody may do something."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plan.content.rights import PAPERS, TABLE
from plan.dossier import Dossier
from plan.records import Edition, Person
from plan.rights.actors import Of, actor_of
from plan.sessions import session_of
from plan.standing import adopted, session_reached

Rights = Mapping[str, Mapping[str, frozenset[str]]]
"""Right -> role -> how far."""


def read_table(table: str) -> Rights:
    """The table as it is written. Raises ValueError for a row that does not fit its columns."""
    head, *rows = (line.split() for line in table.strip().splitlines())
    found = {}
    for name, *cells in rows:
        pairs = zip(head[1:], cells, strict=True)
        found[name] = {role: frozenset(cell.split("+")) for role, cell in pairs if cell != "."}
    return found


RIGHTS = read_table(TABLE)


def _agenda_settled(dossier: Dossier) -> bool:
    session = session_of(dossier)
    return session is not None and session.agenda_at is not None


MOMENTS: dict[str, Callable[[Dossier], bool]] = {
    "all": lambda _: True,
    "session": session_reached,
    "agenda": _agenda_settled,
    "decided": adopted,
    "adopted": lambda dossier: bool(dossier.all(Edition)),
}
"""From when on a right reaches over the whole plan."""


def can(
    dossier: Dossier, who: Person, verb: str, of: Of | None = None, rights: Rights = RIGHTS
) -> bool:
    """Whether somebody may do this in a plan, to that; without `of`, to anything at all.

    Nobody may what has no row.
    """
    row = rights.get(verb)
    if not row:
        return False
    for role, own in actor_of(dossier, who).items():
        reach = row.get(role, frozenset())
        if "own" in reach and (of is None or own.holds(of)):
            return True
        if any(far != "own" and MOMENTS[far](dossier) for far in reach):
            return True
    return False


def may_have(dossier: Dossier, who: Person, part: str) -> bool:
    """Whether somebody may get a document; `partner:POL` is that of an organisation."""
    name, _, about = part.partition(":")
    of = Of(org=about) if name == "partner" else None
    return any(can(dossier, who, right, of) for right in PAPERS.get(name, "").split())
