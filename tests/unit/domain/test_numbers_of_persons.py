"""Which attributes are numbers that identify a person or an account."""

from __future__ import annotations

import pytest

from steward.domain.attributes import OwnKind, is_number_of_person, own_name


@pytest.mark.parametrize("name", ["nik", "npwp", "family_card", "other_id", "account_number"])
def test_ids_and_accounts_are_numbers_of_a_person(name: str) -> None:
    assert is_number_of_person(name)


@pytest.mark.parametrize("name", ["name", "phone", "postcode", "rt_rw", "handle", "purchases", "unheard_of"])
def test_what_names_no_person_is_none(name: str) -> None:
    assert not is_number_of_person(name)


def test_a_code_that_a_steward_added_is_one_too() -> None:
    assert is_number_of_person(own_name(OwnKind.CODE, "Passport"))
    assert not is_number_of_person(own_name(OwnKind.NUMBER, "Points"))
