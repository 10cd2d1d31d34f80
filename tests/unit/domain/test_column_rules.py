"""Rules by which columns are taken apart and put together, written as targets."""

from __future__ import annotations

import pytest

from steward.domain.column_rules import (
    AddressRule,
    CombineRule,
    SplitRule,
    attributes_of,
    column_rule,
    combined,
    split_at_sign,
)


@pytest.mark.parametrize(
    ("target", "rule", "attributes"),
    [
        ("split by / into name, phone", SplitRule("/", ("name", "phone")), ("name", "phone")),
        ("split by space into given_name, family_name", SplitRule(" ", ("given_name", "family_name")), None),
        ("split by , into address, city, , postcode", SplitRule(",", ("address", "city", "", "postcode")), None),
        ("split by - into code:Branch, text:Old name", SplitRule("-", ("code:Branch", "text:Old name")), None),
        ("split address", AddressRule(), ("address",)),
        ("combine 1 into name", CombineRule(1, "name"), ("name",)),
        ("combine 3 by , into name", CombineRule(3, "name", ","), ("name",)),
    ],
)
def test_a_rule_is_read_and_written_the_same(target: str, rule: object, attributes: tuple[str, ...] | None) -> None:
    assert column_rule(target) == rule
    assert str(rule) == target
    assert attributes is None or attributes_of(target) == attributes


@pytest.mark.parametrize(
    "target",
    [
        "split by / into nothing, name",
        "split by / into name",
        "split by / into name, name",
        "split by / into , ",
        "combine 0 into name",
        "combine 1 into nobody",
        "split by a very long sign into name, phone",
        "name",
        "",
    ],
)
def test_what_names_no_attribute_is_no_rule(target: str) -> None:
    assert column_rule(target) is None


@pytest.mark.parametrize(
    ("sign", "cell", "pieces"),
    [
        ("/", "Budi / 0812-33", ["Budi", "0812-33"]),
        ("/", "Budi", ["Budi"]),
        ("/", " / 0812", ["0812"]),
        ("/", "Budi/0812/0813", ["Budi", "0812/0813"]),
        (" ", "Budi  Agus Santoso", ["Budi", "Agus Santoso"]),
        ("", "a b", ["a", "b"]),
        ("/", "", []),
    ],
)
def test_a_cell_is_taken_apart_and_the_last_part_takes_the_rest(sign: str, cell: str, pieces: list[str]) -> None:
    rule = column_rule(split_at_sign(sign, ("name", "phone")))
    assert isinstance(rule, SplitRule)
    assert [value for _, value in rule.pieces(cell)] == pieces


def test_parts_are_put_together_in_the_order_of_their_places() -> None:
    first, last, degree = CombineRule(1, "name"), CombineRule(2, "name"), CombineRule(3, "name", ",")
    assert combined([(degree, "S.E."), (last, " Wahyuni "), (first, "Sri")]) == "Sri Wahyuni, S.E."
    assert combined([(last, "Wahyuni"), (first, "  "), (degree, "")]) == "Wahyuni"
