"""What is seen of values from afar never hides what comparing them closely would find."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.by_type import compare_different
from steward.matching.comparisons.prepared import mailbox_name, preparer
from steward.matching.comparisons.sketches import sketch

_T = AttributeType
_TYPES = (
    *(_T.PHONE, _T.EMAIL, _T.NATIONAL_ID, _T.CODE, _T.DATE, _T.ADDRESS),
    *(_T.LOCALITY, _T.POSTCODE, _T.CATEGORY, _T.NUMBER, _T.TEXT),
)
_VALUES = st.text("ab1290.? @-", min_size=1, max_size=12) | st.sampled_from(
    [
        "1899",
        "1901",
        "1911",
        "2013",
        "budi.santoso@mail.com",
        "budi.santosa@mail.co",
        "1980-01-02",
        "1980-02-01",
        "1981-01-02",
        "Jl. Melati No. 5",
    ]
)


@pytest.mark.parametrize("kind", _TYPES)
@given(cells=st.lists(_VALUES, min_size=2, max_size=8))
@settings(max_examples=60)
def test_no_two_values_are_closer_than_they_seem_from_afar(kind: AttributeType, cells: list[str]) -> None:
    values = sorted({prepared for prepared in map(preparer(kind), cells) if prepared})
    mailboxes = [mailbox_name(value) for value in values] if kind is _T.EMAIL else []
    first, second = (places.astype(np.int32) for places in np.triu_indices(len(values), 1))
    seen = sketch(kind, values, mailboxes)
    closest = seen.closest(first, second)
    levels = compare_different(kind, [values[i] for i in first], [values[i] for i in second])
    assert (closest <= levels).all()
    assert not seen.is_exact or (closest == levels).all()


def test_most_values_are_told_apart_from_afar() -> None:
    phones = ["6281234567890", "6285798103476", "2155509876"]
    found = sketch(_T.PHONE, phones, []).closest(np.array([0, 0, 1], np.int32), np.array([1, 2, 2], np.int32))
    assert found.tolist() == [4, 4, 4]
