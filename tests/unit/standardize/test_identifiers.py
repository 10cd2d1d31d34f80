"""Identity numbers: what spreadsheets and people do to them, and what they say about their bearer."""

from __future__ import annotations

import pytest

from steward.domain.attributes import ATTRIBUTES
from steward.standardize.identifiers import (
    document_kind,
    has_rounded_ids,
    standardize_family_card,
    standardize_identifier,
    standardize_nik,
    standardize_npwp,
    standardize_postcode,
)
from steward.standardize.standard_value import ColumnHints, ValueStatus, valid
from steward.standardize.values import standardize

V, D, BAD, P = ValueStatus.VALID, ValueStatus.DOUBTFUL, ValueStatus.INVALID, ValueStatus.PLACEHOLDER


@pytest.mark.parametrize(
    ("raw", "expected", "status"),
    [
        ("3171011708450001", "3171011708450001", V),
        ("3171.0117.0845.0001", "3171011708450001", V),
        ("31.71.01.170845.0001", "3171011708450001", V),
        ("3171 0117 0845 0001", "3171011708450001", V),
        ("'3171011708450001", "3171011708450001", V),
        ("KTP 3171011708450001", "3171011708450001", V),
        ("NIK: 3171011708450001", "3171011708450001", V),
        ("No. KTP 3171011708450001", "3171011708450001", V),
        ("3l71O117O845OOO1", "3171011708450001", V),
        ("3671036711750006", "3671036711750006", V),
        ("6501011708450001", "6501011708450001", V),
        ("3273015507850000", "327301550785000?", D),
        ("3273015507850010", "327301550785001?", D),
        ("327301550785000?", "327301550785000?", D),
        ("327301550785001", "327301550785001?", D),
        ("3.27301550785000E+15", "327301550785000?", D),
        ("3.27302E+15", "", D),
        ("9971011708450001", "9971011708450001", D),
        ("3171001708450001", "3171001708450001", D),
        ("3171013208450001", "3171013208450001", BAD),
        ("3171014013450001", "3171014013450001", BAD),
        ("31710117084500011", "31710117084500011", BAD),
        ("12345", "12345", BAD),
        ("SIM 610647117207", "", BAD),
        ("Budi", "", BAD),
        ("1234567890123456", "", P),
        ("0000000000000000", "", P),
        ("KTP 0", "", P),
        ("KTP -", "", P),
    ],
)
def test_nik(raw: str, expected: str, status: ValueStatus) -> None:
    found = standardize_nik(raw)

    assert (found.value, found.status) == (expected, status)


def test_a_last_zero_is_trusted_in_a_column_that_was_never_a_number() -> None:
    whole = [f"32730155078500{serial:02d}" for serial in range(1, 40)]

    assert not has_rounded_ids(whole)
    assert has_rounded_ids([*whole, "3273015507850000"])
    assert not has_rounded_ids([*whole, "0000000000000000", "3273000000000000"])
    assert standardize_nik("3273015507850010", ColumnHints(has_rounded_ids=False)).status is V


@pytest.mark.parametrize(
    ("raw", "expected", "status"),
    [
        ("81.149.213.1-454.000", "811492131454000", V),
        ("811492131454000", "811492131454000", V),
        ("13121660091000", "013121660091000", V),
        ("0811492131454000", "811492131454000", V),
        ("0811492131454000000000", "811492131454000", V),
        ("3573015203720004", "3573015203720004", V),
        ("81.149.213.2-454.000", "811492132454000", D),
        ("8.11492E+14", "", D),
        ("123456", "123456", BAD),
        ("GB985195719", "GB985195719", V),
        ("NL 136853177 B01", "NL136853177B01", V),
        ("00.000.000.0-000.000", "", P),
        ("-", "", P),
    ],
)
def test_npwp(raw: str, expected: str, status: ValueStatus) -> None:
    found = standardize_npwp(raw)

    assert (found.value, found.status) == (expected, status)


@pytest.mark.parametrize(
    ("raw", "expected", "status"),
    [
        ("3515100601220034", "3515100601220034", V),
        ("3515100601220000", "351510060122000?", D),
        ("351510060122", "351510060122", BAD),
        ("-", "", P),
    ],
)
def test_family_card(raw: str, expected: str, status: ValueStatus) -> None:
    found = standardize_family_card(raw)

    assert (found.value, found.status) == (expected, status)


@pytest.mark.parametrize(
    ("raw", "expected"), [("12-34 567", "1234567"), ("a1234567", "A1234567"), ("1804974", "1804974"), ("-", "")]
)
def test_numbers_of_other_countries_pass_through(raw: str, expected: str) -> None:
    assert standardize_identifier(raw).value == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("40559", "40559"),
        ("40559.0", "40559"),
        ("sw1a  1aa", "SW1A 1AA"),
        ("2119", "2119"),
        ("00000", ""),
        ("12345", ""),
    ],
)
def test_postcode(raw: str, expected: str) -> None:
    assert standardize_postcode(raw).value == expected


def test_another_document_is_named() -> None:
    assert document_kind("SIM 610647117207") == "sim"
    assert document_kind("Paspor A1234567") == "paspor"
    assert document_kind("3171011708450001") == ""


@pytest.mark.parametrize("raw", ["00000000000", "12345678901", "1111-1111-1111"])
def test_a_made_up_number_of_another_document_is_nobodys(raw: str) -> None:
    assert standardize(ATTRIBUTES["other_id"], raw).status is ValueStatus.PLACEHOLDER


@pytest.mark.parametrize("raw", ["A1234567", "111", "73673189020", "12/3456-78"])
def test_numbers_of_other_documents_are_kept_as_written(raw: str) -> None:
    assert standardize(ATTRIBUTES["other_id"], raw) == valid(raw)
