"""The canonical form: the same bytes for the same contents, whoever kept them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.canonical import contents_of, digest, lines
from storage.codec import Contents

TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
CONTENTS = st.dictionaries(
    TEXTS,
    st.dictionaries(TEXTS, st.dictionaries(TEXTS, VALUES, max_size=3), max_size=3),
    max_size=3,
)


def text(contents: Contents) -> bytes:
    return b"".join(lines(contents))


def test_a_line_has_the_class_the_key_and_the_fields_by_name() -> None:
    contents: Contents = {"Fact": {"f1": {"text": "é", "key": "f1", "more": {"b": 1, "a": 2}}}}
    assert text(contents).decode() == (
        '["Fact","f1",{"key":"f1","more":{"a":2,"b":1},"text":"é"}]\n'
    )


def test_the_order_of_classes_and_fields_means_nothing() -> None:
    one: Contents = {"B": {"x": {"a": 1, "b": 2}}, "A": {"y": {}}}
    other: Contents = {"A": {"y": {}}, "B": {"x": {"b": 2, "a": 1}}, "C": {}}
    assert digest(one) == digest(other)


def test_the_order_in_which_records_were_first_kept_does_mean_something() -> None:
    assert digest({"A": {"x": {}, "y": {}}}) != digest({"A": {"y": {}, "x": {}}})


@pytest.mark.parametrize(("here", "there"), [(12.0, 12), (1e22, 10**22), (-0.0, 0)])
def test_a_number_is_the_same_with_or_without_a_point(here: float, there: int) -> None:
    assert digest({"A": {"x": {"n": here}}}) == digest({"A": {"x": {"n": there}}})


@given(CONTENTS)
def test_what_is_written_is_read_back(contents: Contents) -> None:
    written = text(contents)
    read = contents_of(written.splitlines())
    assert {name: each for name, each in contents.items() if each} == read
    assert text(read) == written


@pytest.mark.parametrize("line", [b"", b"[]", b'["A","x"]', b'["A",1,{}]', b"\xff"])
def test_a_line_that_is_none_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match="regel 1"):
        contents_of([line])


def test_a_record_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="regel 2"):
        contents_of([b'["A","x",{}]', b'["A","x",{}]'])
