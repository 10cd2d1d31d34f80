"""Signatures never hide what is near."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from steward.matching.comparisons.signatures import signatures, within_errors

_SHORT = st.text("abc01@.é", min_size=1, max_size=14)


@given(_SHORT, _SHORT)
def test_values_within_two_errors_are_never_told_apart(a: str, b: str) -> None:
    signed = signatures([a, b])
    if OSA.distance(a, b) <= 2 and (a + b).isascii():
        assert within_errors(signed[:1], signed[1:], 2).all()


@given(_SHORT, _SHORT)
def test_what_stands_in_a_longer_value_is_never_told_apart(inner: str, outer: str) -> None:
    signed = signatures([inner, f"{outer}{inner}"])
    assert within_errors(signed[:1], signed[1:], 0).all()


def test_other_values_are_told_apart() -> None:
    signed = signatures(["sitiaminah@mail.com", "bambangpurnomo@web.id"])
    assert not within_errors(signed[:1], signed[1:], 2).any()


def test_no_values_have_no_signatures() -> None:
    assert len(signatures([])) == 0
