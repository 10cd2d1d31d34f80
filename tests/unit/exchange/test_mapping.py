"""Mappings: kept as JSON, checked against a list."""

from __future__ import annotations

import pytest

from steward.domain.errors import MappingError
from steward.exchange.mapping import Mapping, check_mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable


def make_table(headers: tuple[str, ...], *rows: tuple[str, ...]) -> RawTable:
    return RawTable("list.csv", "", 1, headers, RawRows.of(RawRow(n, cells) for n, cells in enumerate(rows, start=2)))


TABLE = make_table(("ID", "Nama", "HP", "HP 2"), (" C1 ", "Budi ", "0812", "0813"), ("", "Siti", "0812", "0812"))
MAPPING = Mapping("ID", (("ID", "source_key"), ("Nama", "name"), ("HP", "phone"), ("HP 2", "phone")))


def test_a_mapping_survives_json_and_is_readable() -> None:
    assert Mapping.from_json(MAPPING.to_json()) == MAPPING
    assert '"HP 2": "phone"' in MAPPING.to_json()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"columns": []}',
        '{"key": 1, "columns": {}}',
        '{"key": "", "columns": {"Nama": 5}}',
        "[" * 99_999,
    ],
)
def test_a_text_that_is_no_mapping_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(MappingError) as caught:
        Mapping.from_json(text)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        (Mapping("Kode", (("Nama", "name"),)), 'no column "Kode"'),
        (Mapping("ID", (("Alamat", "address"),)), 'no column "Alamat"'),
        (Mapping("ID", (("Nama", "nama"),)), "is no attribute"),
        (Mapping("ID", (("Nama", "name"), ("HP", "name"))), "both mapped to name"),
        (Mapping("ID", (("Nama", "source_key"),)), "name only one"),
        (Mapping("ID", (("ID", "source_key"), ("Nama", ""))), "map at least the name"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_a_sentence(mapping: Mapping, said: str) -> None:
    with pytest.raises(MappingError, match=said):
        check_mapping(mapping, TABLE)


def test_a_mapping_that_fits_is_accepted() -> None:
    check_mapping(MAPPING, TABLE)
    check_mapping(Mapping("", (("Nama", "name"),)), TABLE)
