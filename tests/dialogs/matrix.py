"""Every right beside everybody and everything it can be wanted for, worked out on a tiny plan.

`python -m tests.dialogs.matrix` prints it as docs/rights.csv wants it: to be reviewed, not copied.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator

from plan.dossier import Dossier
from plan.records import (
    CollectiveSession,
    DecisionStep,
    Edition,
    Handover,
    Person,
    Record,
    Wish,
    altered,
)
from plan.rights import Of, can
from plan.rights.may import RIGHTS, Rights
from tests.plan.tiny import (
    OPENED,
    closed,
    item,
    measure,
    organisation,
    person,
    plan,
    round_,
    theme,
)

ACTORS: dict[str, Person] = {
    "coordinator": person("ans", "GEM"),
    "theme owner": person("joris", "GEM"),
    "mt": person("mia", "GEM", role="MT"),
    "portfolio holder": person("bur", "GEM", role="college"),
    "reader": person("gri", "RAAD"),
    "partner": person("pol-1", "POL"),
    "asked": person("boa-1", "BOA"),
    "stand-in": person("ina", "GEM"),
    "handed": person("han", "GEM"),
    "chair": person("cor", "GEM"),
    "invited": person("buu-1", "BUU"),
    "colleague": person("els", "GEM"),
    "functional admin": person("adm"),
    "outsider": person("xx"),
}
IN_THE_PLAN = [key for key in ACTORS if key not in ("functional admin", "outsider")]
OF_POL = ("partner", "stand-in", "handed")
PLACE: tuple[Record, ...] = (
    plan(
        decision_makers=("mia",),
        portfolio_holder="bur",
        readers=("gri",),
    ),
    theme("T1", owner="joris"),
    theme("T2"),
    item(),
    item("T2.1"),
    measure("M1", "POL"),
    measure("M2", "OM", item="T2.1"),
    *(organisation(org) for org in ("POL", "OM")),
    *(organisation(org, consulted=False) for org in ("GEM", "RAAD", "BOA", "BUU")),
    *(ACTORS[name] for name in IN_THE_PLAN),
    person("om-1", "OM"),
    round_("OM", "BOA"),
    Wish(key="pol-1", stand_in="ina"),
    Handover(
        key="evaluation-1/POL/x",
        round="evaluation-1",
        org="POL",
        topic="x",
        to="han",
        by="pol-1",
        at=OPENED,
    ),
    DecisionStep(key="mt", body="MT", order=1),
    DecisionStep(key="college", body="college", order=2),
    CollectiveSession(key="session", chair="cor", invited=("OM", "BUU")),
)
_SESSION = PLACE[-1]
assert isinstance(_SESSION, CollectiveSession)
MOMENTS: dict[str, tuple[Record, ...]] = {
    "yes": (),
    "session": (closed("check", OPENED),),
    "agenda": (altered(_SESSION, agenda_at=OPENED),),
    "decided": (DecisionStep(key="college", body="college", order=2, decision="akkoord"),),
    "adopted": (Edition(key="1.0", at=OPENED, by="ans"),),
}
"""What comes at each, on top of all before it; `yes` is from the start."""
ABOUT = {
    "draft": "theme",
    "process": "theme",
    "decide": "body",
    "read_papers": "body",
    "own_wishes": "person",
    "name_stand_in": "person",
}
"""What a right is about, where that is not an organisation."""


def own(verb: str, actor: str) -> Of:
    """What is somebody's own; where a role has none, what it would be nearest to."""
    who = ACTORS[actor]
    return {
        "org": Of(org="POL" if actor in OF_POL else who.org or "POL"),
        "theme": Of(theme="T1"),
        "body": Of(body="college" if actor == "portfolio holder" else "mt"),
        "person": Of(person=who.key),
    }[ABOUT.get(verb, "org")]


def others(verb: str, actor: str) -> Of:
    return {
        "org": Of(org="OM"),
        "theme": Of(theme="T2"),
        "body": Of(body="mt" if actor == "portfolio holder" else "college"),
        "person": Of(person="om-1"),
    }[ABOUT.get(verb, "org")]


def at_each(records: tuple[Record, ...]) -> Iterator[tuple[str, Dossier]]:
    known = Dossier(records)
    for name, more in MOMENTS.items():
        known = known.plus(more)
        yield name, known


def _elsewhere(tenant: str | None) -> tuple[Record, ...]:
    """Another plan: nobody of this one is in it; of another tenant, namesakes by key are."""
    if tenant:
        return tuple(
            altered(r, tenant=tenant, object_id=r.key) if isinstance(r, Person) else r
            for r in PLACE
        )
    there = {name.key for name in ACTORS.values()}
    return tuple(r for r in PLACE if not (isinstance(r, Person) and r.key in there))


PLANS = {
    "own": list(at_each(PLACE)),
    "other": list(at_each(PLACE)),
    "other_plan": list(at_each(_elsewhere(None))),
    "other_tenant": list(at_each(_elsewhere("t2"))),
}
HEAD = ("right", "actor", *PLANS)


def cell(verb: str, actor: str, object_: str, rights: Rights = RIGHTS) -> str:
    """From when on somebody may: `yes`, the moment, or `no`."""
    of = own(verb, actor) if object_ == "own" else others(verb, actor)
    if (actor, object_) == ("functional admin", "own"):  # Who may begin a plan has none yet.
        return "yes" if can(Dossier(), ACTORS[actor], verb, of, rights) else "no"
    found = (
        moment
        for moment, dossier in PLANS[object_]
        if can(dossier, ACTORS[actor], verb, of, rights)
    )
    return next(found, "no")


def worked_out(rights: Rights = RIGHTS) -> list[tuple[str, ...]]:
    return [
        (verb, actor, *(cell(verb, actor, object_, rights) for object_ in PLANS))
        for verb in rights
        for actor in ACTORS
    ]


def written(rows: list[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEAD, *rows])
    return out.getvalue()


if __name__ == "__main__":
    sys.stdout.write(written(worked_out()))
