"""Records become JSON and come back the same, or are refused."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.records import RECORDS, Answer, Measure, Organisation, Record
from storage.codec import decode, encode, kinds
from storage.errors import NotKeptError

# JSON has no NaN, and a moment in it ends in its distance to UTC.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_reads_back_as_it_was_given(kind: type[Record]) -> None:
    fields = {field.name: st.from_type(field.type) for field in msgspec.structs.fields(kind)}

    @settings(max_examples=15, deadline=None)
    @given(st.builds(kind, **fields))
    def round_trip(record: Record) -> None:
        assert decode(kind, encode(record)) == record

    round_trip()


def test_an_old_document_without_a_new_field_gets_its_default() -> None:
    body = {"key": "pol", "name": "Politie"}
    assert decode(Organisation, body) == Organisation(key="pol", name="Politie")


def test_a_field_this_program_does_not_know_is_left_out() -> None:
    body = {"key": "pol", "name": "Politie", "motto": "waakzaam"}
    assert decode(Organisation, body) == Organisation(key="pol", name="Politie")


UNFIT: list[Record] = [
    Organisation(key="pol", name="\ud800"),
    Organisation(key="pol", name="Politie", capacity_hours=float("nan")),
    Organisation(key="pol", name=7),  # type: ignore[arg-type]
    Measure(key="M1", item="T1.1", title="x", depends_on=["M2"]),  # type: ignore[arg-type]
    Answer(key="1", round="r", org="o", question="q", at=NOON, value=object()),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("record", UNFIT, ids=range(len(UNFIT)))
def test_what_would_not_read_back_the_same_is_refused(record: Record) -> None:
    with pytest.raises(NotKeptError, match="kan niet worden bewaard"):
        encode(record)


class Stranger(Record, frozen=True, kw_only=True):
    name: str = ""


def test_a_class_that_is_not_among_the_records_is_refused() -> None:
    with pytest.raises(NotKeptError, match="is hier onbekend"):
        encode(Stranger(key="x"))
    with pytest.raises(TypeError, match="not among the records"):
        kinds(Stranger)
