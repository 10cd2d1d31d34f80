"""Which columns make one piece of evidence, and what the customers of a table are called."""

from __future__ import annotations

import pytest

from steward.domain.attributes import AttributeType
from steward.matching.columns import Column
from steward.matching.features.plan import plan_features

_T = AttributeType
_ROWS = 20


def column(name: str, kind: AttributeType, filled: int = _ROWS, different: int = _ROWS) -> Column:
    """Of so many rows the first are filled, with so many different values."""
    return Column(name, kind, [f"{name} {row % different}" if row < filled else "" for row in range(_ROWS)])


@pytest.mark.parametrize("people", [1, 5, 16])
def test_people_who_are_known_at_some_of_the_firms_are_not_the_customers(people: int) -> None:
    firms, contacts = plan_features([column("contact", _T.NAME, people), column("company", _T.ORGANIZATION)])
    assert (firms.type, firms.columns) == (_T.ORGANIZATION, ("company",))
    assert (contacts.type, contacts.columns) == (_T.NAME, ("contact",))


@pytest.mark.parametrize(("people", "firms"), [(20, 20), (19, 20), (20, 3), (15, 10)])
def test_people_who_are_known_in_most_rows_are_the_customers(people: int, firms: int) -> None:
    names, employers = plan_features([column("company", _T.ORGANIZATION, firms), column("guest", _T.NAME, people)])
    assert (names.type, names.columns) == (_T.NAME, ("guest", "company"))
    assert (employers.type, employers.columns) == (_T.ORGANIZATION, ("company",))


def test_near_postcodes_say_no_more_than_the_same_town_but_more_than_the_same_country() -> None:
    columns = [column("zip", _T.POSTCODE), column("city", _T.LOCALITY, different=10)]
    postcode, city, country = plan_features([*columns, column("country", _T.LOCALITY, different=2)])
    assert (city.name, country.name) == ("city", "country")
    assert postcode.loose_contexts == (1,)
