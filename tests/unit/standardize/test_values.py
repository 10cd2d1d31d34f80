"""The door: every attribute finds its standardizer, and a column decides for its cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steward.domain.attributes import ATTRIBUTES, Attribute, AttributeGroup, AttributeType
from steward.standardize.values import (
    ColumnHints,
    ValueStatus,
    better_attribute,
    detect_hints,
    split_values,
    standardize,
    standardize_cells,
    standardize_column,
    standardize_distinct,
)

#: What values are made of that are clear, and what is doubtful about some.
LETTERS = "budi Siti SRI bin xx x @ . , gmail gmial.com test - _ ' é k".split()
DIGITS = "0812 62 +62 8 0 00 1234567 12345 17084500 3171 9999 7 \u0663".split()
PIECES = st.sampled_from([" ", *LETTERS, *DIGITS])


@pytest.mark.parametrize(
    ("attribute", "raw", "expected"),
    [
        ("name", "BPK. BUDI", "Budi"),
        ("organization", "Maju Jaya, PT", "PT Maju Jaya"),
        ("phone", "0812-3450-6789", "+6281234506789"),
        ("email", "Budi@Gmail.com", "budi@gmail.com"),
        ("nik", "3171.0117.0845.0001", "3171011708450001"),
        ("npwp", "81.149.213.1-454.000", "811492131454000"),
        ("birth_date", "17 Agt 85", "1985-08-17"),
        ("gender", "L", "male"),
        ("consent_sms", "N", "refused"),
        ("address", "Jln Mawar no 3", "Jl. Mawar No. 3"),
        ("rt_rw", "6/14", "RT 006/RW 014"),
        ("district", "Kec. Sako", "Sako"),
        ("city", "BDG", "Bandung"),
        ("birth_place", "Surabaya, 17 Agustus 1985", "Surabaya"),
        ("province", "Jatim", "Jawa Timur"),
        ("country", "WNI", "Indonesia"),
        ("postcode", "40559.0", "40559"),
        ("handle", "@budi", "budi"),
        ("revenue", "1,5 jt", "1500000"),
        ("channel", "WA", "whatsapp"),
        ("notes", " a  b ", "a b"),
    ],
)
def test_each_attribute_has_its_standardizer(attribute: str, raw: str, expected: str) -> None:
    assert standardize(ATTRIBUTES[attribute], raw).value == expected


def test_an_attribute_that_the_user_added_is_standardized_by_its_type() -> None:
    number = Attribute("soc_sec_id", AttributeType.NATIONAL_ID, AttributeGroup.IDENTIFIER)
    state = Attribute("state", AttributeType.LOCALITY, AttributeGroup.ADDRESS)

    assert standardize(number, "180-4974").value == "1804974"
    assert standardize(state, "nsw").value == "NSW"


@pytest.mark.parametrize("attribute", ATTRIBUTES.values(), ids=ATTRIBUTES.keys())
def test_an_empty_cell_is_empty(attribute: Attribute) -> None:
    assert standardize(attribute, "  ").status is ValueStatus.EMPTY


def test_a_month_first_column_reads_its_ambiguous_dates_month_first() -> None:
    found = standardize_column(ATTRIBUTES["birth_date"], ["03/04/1985", "04/17/1985"])

    assert [value.value for value in found] == ["1985-03-04", "1985-04-17"]


@given(
    st.sampled_from(["name", "phone", "email", "nik", "postcode", "revenue", "other_id", "notes"]),
    st.lists(st.lists(PIECES, min_size=1, max_size=5).map("".join), unique=True, max_size=20),
    st.sampled_from([ColumnHints(), ColumnHints(phone_region="US", has_foreign_ids=True)]),
)
def test_values_that_are_told_all_at_once_are_those_of_each_by_itself(
    name: str, raws: list[str], hints: ColumnHints
) -> None:
    attribute = ATTRIBUTES[name]

    clear, others = standardize_distinct(attribute, raws, hints)

    assert clear.keys() | others.keys() == set(raws)
    assert clear.keys().isdisjoint(others)
    alone = {raw: standardize(attribute, raw, hints) for raw in raws}
    assert {raw: (value, ValueStatus.VALID) for raw, value in clear.items()} | others == alone


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("name", "SITI aminah", "Siti Aminah"),
        ("phone", "081234506789", "+6281234506789"),
        ("email", "budi.s@gmail.com", "budi.s@gmail.com"),
        ("nik", "3171011708450001", "3171011708450001"),
        ("postcode", "40559", "40559"),
        ("revenue", "1250000", "1250000"),
    ],
)
def test_what_needs_no_cleaning_is_told_all_at_once(name: str, raw: str, value: str) -> None:
    doubtful = {"name": "Umum", "phone": "0811111111", "email": "test@test.com", "nik": "9" * 16}
    other = doubtful.get(name, "0")

    assert standardize_distinct(ATTRIBUTES[name], [raw], ColumnHints()) == ({raw: value}, {})
    assert standardize_distinct(ATTRIBUTES[name], [other], ColumnHints())[1].keys() == {other}


def test_hints_are_decided_per_column() -> None:
    assert dict(detect_hints(ATTRIBUTES["gender"], ["P", "W"]).answers or ()) == {"p": "male", "w": "female"}
    assert dict(detect_hints(ATTRIBUTES["consent_email"], ["Y", "T"]).answers or ())["t"] == "refused"
    assert detect_hints(ATTRIBUTES["revenue"], ["89.943,50"]).decimal_comma is True
    assert detect_hints(ATTRIBUTES["phone"], ["310/246-1501"]).phone_region == ""
    assert detect_hints(ATTRIBUTES["nik"], ["3273015507850000"]).has_rounded_ids is True
    assert detect_hints(ATTRIBUTES["name"], ["BERG/ANNA"]).has_family_first is True
    assert detect_hints(ATTRIBUTES["notes"], ["a"]) == ColumnHints()


def test_only_attributes_with_several_values_are_split() -> None:
    assert split_values(ATTRIBUTES["phone"], "081234506789; 081234506780") == ("081234506789", "081234506780")
    assert split_values(ATTRIBUTES["email"], "a@x.id/b@y.id") == ("a@x.id", "b@y.id")
    assert split_values(ATTRIBUTES["name"], "Budi; Sri") == ("Budi; Sri",)
    assert split_values(ATTRIBUTES["name"], "  ") == ()


def test_a_misplaced_value_is_sent_home() -> None:
    assert better_attribute(ATTRIBUTES["phone"], "budi@gmail.com") == "email"
    assert better_attribute(ATTRIBUTES["email"], "0812-3450-6789") == "phone"
    assert better_attribute(ATTRIBUTES["nik"], "SIM 610647117207") == "other_id"
    assert better_attribute(ATTRIBUTES["phone"], "0812-3450-6789") == "phone"


def test_cells_give_all_their_values_but_those_that_mean_nothing() -> None:
    phone = ATTRIBUTES["phone"]
    cells = ["0812-3450-6789 / 021-5551234", "-", ""]

    found = standardize_cells(phone, cells, detect_hints(phone, cells))

    assert found == [("+6281234506789", "+62215551234"), (), ()]
    assert standardize_cells(ATTRIBUTES["name"], ["BUDI", ""], ColumnHints()) == [("Budi",), ()]


@pytest.mark.parametrize("piece", ["1.", " a", "1,", "http://", "1 ", "(a", "Jl ", "- "])
def test_a_cell_that_holds_a_book_is_kept_but_no_value(piece: str) -> None:
    """Patterns would try for minutes how to divide it."""
    book = piece * 15_000
    for attribute in ATTRIBUTES.values():
        if attribute.type is not AttributeType.TEXT:
            detect_hints(attribute, [book])
            assert standardize(attribute, book).status is ValueStatus.INVALID


@pytest.mark.parametrize(
    ("name", "raws"),
    [
        ("npwp", [f"{number}G" for number in range(69190104, 69190114)]),
        ("npwp", [f"082-294-{number}-000" for number in range(395, 405)]),
        ("npwp", [f"082-294-{number}-00000" for number in range(395, 405)]),
        ("nik", [f"S{number}D" for number in range(7012345, 7012355)]),
        ("nik", [f"8503{number}-14-5521" for number in range(10, 20)]),
    ],
)
def test_documents_of_another_country_are_not_judged_by_our_rules(name: str, raws: list[str]) -> None:
    found = standardize_column(ATTRIBUTES[name], [*raws, "-"])
    assert {value.status for value in found[:-1]} == {ValueStatus.VALID}
    assert found[-1].status is ValueStatus.PLACEHOLDER
    assert len({value.value for value in found[:-1]}) == len(raws)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("npwp", "12345678901"), ("nik", "12345"), ("family_card", "317101")],
)
def test_a_wrong_number_among_some_of_ours_is_no_foreign_one(name: str, wrong: str) -> None:
    ours = {"npwp": "81.149.213.1-454.000", "nik": "3171011708450001", "family_card": "3171011708120004"}[name]
    found = standardize_column(ATTRIBUTES[name], [ours, "3.17101E+15", *(f"{wrong}{digit}" for digit in range(6))])
    assert found[-1].status is ValueStatus.INVALID


def test_a_few_numbers_do_not_tell_of_which_country_they_are() -> None:
    assert standardize_column(ATTRIBUTES["npwp"], ["123", "456"])[0].status is ValueStatus.INVALID
