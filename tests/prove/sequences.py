"""Random sequences of everything a store can do, with stops and crashes, beside a plain model."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.database import InMemoryExampleDatabase
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from plan.records import Fact, Meeting, Record
from storage import OvertakenError, Store
from tests.prove.backends import Backend, Postgres, Tiny
from tests.prove.stops import database
from tests.prove.trial import Trial
from tests.prove.workload import small

SEQUENCES = 2_000
IN_POSTGRES = 100
STEPS = 50

plans = st.sampled_from(("a", "b", "c"))
keys = st.sampled_from(tuple(f"k{n}" for n in range(5)))
texts = st.sampled_from(("", "x", "y" * 40, "é" * 700, "\n\x1f "))
records = st.one_of(
    st.builds(Fact, key=keys, text=texts, source=st.sampled_from(("politie", "om"))),
    st.builds(Meeting, key=keys, name=texts),
)
Named = tuple[str, str]


class Model:
    """Of one plan: the records in order, and in which commit each key changed last."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Record]] = {}
        self.changed: dict[Named, int] = {}
        self.number = 0

    def put(self, number: int, kept: list[Any], dropped: list[Any]) -> None:
        assert number > self.number
        self.number = number
        for record in kept:
            name = type(record).__name__
            self.records.setdefault(name, {})[record.key] = record
            self.changed[name, record.key] = number
        for record in dropped:
            name = type(record).__name__
            self.records.get(name, {}).pop(record.key, None)
            self.changed[name, record.key] = number

    def overtaken(self, named: set[Named], seen: int) -> bool:
        return any(self.changed.get(each, 0) > seen for each in named)


def machine(backend: Callable[[], Backend]) -> type[RuleBasedStateMachine]:  # noqa: C901 - a class of rules
    """The machine for a back end."""

    class Machine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.runner = asyncio.Runner()
            self.backend = backend()
            self.store = self.run(self._opened())
            self.model: dict[str, Model] = {}

        async def _opened(self) -> Store:
            return self.backend.open()

        def run(self, coroutine: Any) -> Any:
            return self.runner.run(coroutine)

        def of(self, plan: str) -> Model:
            return self.model.setdefault(plan, Model())

        @rule(
            plan=plans, kept=st.lists(records, min_size=1, max_size=3),
            dropped=st.lists(records, max_size=2),
        )  # fmt: skip
        def put(self, plan: str, kept: list[Record], dropped: list[Record]) -> None:
            number = self.run(self.store.plan(plan).put(*kept, drop=tuple(dropped)))
            self.of(plan).put(number, kept, dropped)

        @rule(plan=plans, first=records, second=records)
        def put_two_at_once(self, plan: str, first: Record, second: Record) -> None:
            async def both() -> list[int]:
                part = self.store.plan(plan)
                await part.find(Fact)
                return list(await asyncio.gather(part.put(first), part.put(second)))

            for number, record in zip(self.run(both()), (first, second), strict=True):
                self.of(plan).put(number, [record], [])

        @rule(plan=plans, record=records, back=st.integers(0, 4))
        def put_if_not_overtaken(self, plan: str, record: Record, back: int) -> None:
            model = self.of(plan)
            seen = max(0, model.number - back)
            named = {(type(record).__name__, record.key)}
            try:
                number = self.run(self.store.plan(plan).put(record, seen=seen))
            except OvertakenError:
                # It need not be known for long when something changed.
                assert model.overtaken(named, seen) or seen < model.number
                return
            assert not model.overtaken(named, seen)
            model.put(number, [record], [])

        @rule(plan=plans, kind=st.sampled_from((Fact, Meeting)), key=st.none() | keys)
        def drop(self, plan: str, kind: type[Record], key: str | None) -> None:
            equals = {"key": key} if key else {}
            self.run(self.store.plan(plan).drop(kind, **equals))
            model = self.of(plan)
            found = model.records.get(kind.__name__, {})
            doomed = [record for record in found.values() if key in (None, record.key)]
            if doomed:
                number = self.run(self.store.plan(plan).since(-1)).number
                model.put(number, [], doomed)

        @rule()
        def restart(self) -> None:
            self.run(self.store.close())
            self._again()

        @rule()
        def crash(self) -> None:
            self.run(self.backend.crash(self.store))
            self._again()

        def _again(self) -> None:
            self.store = self.run(self._opened())

        @rule(plan=plans, back=st.integers(0, 3))
        def since(self, plan: str, back: int) -> None:
            model = self.of(plan)
            news = self.run(self.store.plan(plan).since(max(0, model.number - back)))
            assert news.number == model.number
            there = [record for table in model.records.values() for record in table.values()]
            if news.whole:
                assert set(news.kept) == set(there)
            else:
                assert all(record in there for record in news.kept)

        @rule()
        def look(self) -> None:
            for plan, model in self.model.items():
                # A part leaves memory when another one is asked for.
                for kind in (Fact, Meeting):
                    found = self.run(self.store.plan(plan).find(kind))
                    assert found == list(model.records.get(kind.__name__, {}).values())
            known = {plan for plan, model in self.model.items() if model.number}
            assert set(self.run(self.store.plans())) == known
            assert self.store.damage() == ()

        def teardown(self) -> None:
            self.look()
            self.run(self.store.close())
            self.run(self.backend.gone())
            self.runner.close()

    return Machine


def prove(trial: Trial) -> None:
    """So many sequences; the smallest one that goes wrong is printed."""
    with small(longest=3_000, journal=2_000):
        _all(trial, trial.times(SEQUENCES), partial(Tiny, trial.scratch))


def prove_in_postgres(trial: Trial) -> None:
    with database() as server:
        _all(trial, trial.times(IN_POSTGRES), partial(Postgres, server, trial.chance))


def _all(trial: Trial, times: int, backend: Callable[[], Backend]) -> None:
    made = seed(trial.seed)(machine(backend))
    with trial.bar(1) as bar:
        run_state_machine_as_test(
            made,
            settings=settings(
                max_examples=times,
                stateful_step_count=STEPS,
                deadline=None,
                database=InMemoryExampleDatabase(),
                suppress_health_check=list(HealthCheck),
                phases=(Phase.generate,),
            ),
        )
        bar.update()
    trial.count("sequences", times)
