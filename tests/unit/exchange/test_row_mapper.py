"""Rows turned into values by a mapping."""

from __future__ import annotations

import pytest

from steward.exchange.fingerprints import content_hash
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.row_mapper import RowMapper, classify_id, join_rt_rw, split_place_and_date
from steward.exchange.tables import RawTable
from steward.standardize.categories import standardize_consent


def make_table(headers: tuple[str, ...], *rows: tuple[str, ...]) -> RawTable:
    return RawTable("list.csv", "", 1, headers, RawRows.of(RawRow(n, cells) for n, cells in enumerate(rows, start=2)))


TABLE = make_table(("ID", "Nama", "HP", "HP 2"), (" C1 ", "Budi ", "0812", "0813"), ("", "Siti", "0812", "0812"))
MAPPING = Mapping("ID", (("ID", "source_key"), ("Nama", "name"), ("HP", "phone"), ("HP 2", "phone")))


def values(target_of: dict[str, str], *cells: str) -> dict[str, tuple[str, ...]]:
    table = make_table(tuple(target_of), cells)
    return RowMapper(Mapping("", tuple(target_of.items())), table).values(table.rows[0])


def test_values_are_as_delivered_and_several_phones_are_kept_once_each() -> None:
    mapper = RowMapper(MAPPING, TABLE)
    assert mapper.values(TABLE.rows[0]) == {"name": ("Budi ",), "phone": ("0812", "0813")}
    assert mapper.values(TABLE.rows[1])["phone"] == ("0812",)


def test_the_source_key_is_the_key_cell_or_else_the_content() -> None:
    mapper = RowMapper(MAPPING, TABLE)
    assert mapper.source_key(TABLE.rows[0]) == "C1"
    assert mapper.source_key(TABLE.rows[1]) == content_hash(TABLE.rows[1].cells)


@pytest.mark.parametrize(
    ("text", "place", "birth_date"),
    [
        ("Badung, 9 Februari 2008", "Badung", "9 Februari 2008"),
        ("Jakarta Barat, 29-10-1979", "Jakarta Barat", "29-10-1979"),
        ("MEDAN 12/05/1980", "MEDAN", "12/05/1980"),
        ("Solo / 12-05-1980", "Solo", "12-05-1980"),
        ("Medan", "Medan", ""),
        ("12-05-1980", "", "12-05-1980"),
        ("Medan, Senin 12 Mei 1980", "Medan", "Senin 12 Mei 1980"),
    ],
)
def test_birth_place_and_date_are_taken_apart(text: str, place: str, birth_date: str) -> None:
    assert split_place_and_date(text) == (place, birth_date)


def test_one_cell_gives_birth_place_and_date_unless_they_have_columns_of_their_own() -> None:
    both = {"TTL": "birth_place_and_date", "Tgl Lahir": "birth_date"}
    assert values(both, "Medan, 12-05-1980", "") == {"birth_place": ("Medan",), "birth_date": ("12-05-1980",)}
    assert values(both, "Medan, 12-05-1980", "1980-05-12")["birth_date"] == ("1980-05-12",)


@pytest.mark.parametrize(
    ("number", "id_type", "expected"),
    [
        ("KTP 3504180310730001", "", ("nik", "3504180310730001")),
        ("3504180310730001", "", ("nik", "3504180310730001")),
        ("35.04.18.031073.0001", "", ("nik", "35.04.18.031073.0001")),
        ("3.17E+15", "", ("nik", "3.17E+15")),
        ("SIM 850612345678", "", ("other_id", "850612345678")),
        ("Paspor: A1234567", "", ("other_id", "A1234567")),
        ("A1234567", "", ("other_id", "A1234567")),
        ("850612345678", "SIM C", ("other_id", "850612345678")),
        ("3504180310730001", "e-KTP", ("nik", "3504180310730001")),
        ("012345678901000", "NPWP", ("npwp", "012345678901000")),
        ("KTP", "", ("other_id", "KTP")),
    ],
)
def test_identity_numbers_go_where_their_type_says(number: str, id_type: str, expected: tuple[str, str]) -> None:
    assert classify_id(number, id_type) == expected


def test_id_type_and_number_in_two_columns_belong_together() -> None:
    assert values({"Jenis ID": "id_type", "No ID": "id_number"}, "SIM", "123456") == {"other_id": ("123456",)}


def test_several_documents_are_all_kept_whatever_signs_they_have() -> None:
    found = values({"SIM": "other_id", "Paspor": "other_id"}, "12/3456-78", "A1234567")
    assert found == {"other_id": ("12/3456-78", "A1234567")}


def test_a_refusal_is_the_opposite_of_a_consent() -> None:
    columns = {"Do Not Call": "refusal_phone", "Opt Out": "refusal"}
    assert values(columns, "Y", "tidak") == {"consent_phone": ("no",), "consent": ("yes",)}
    assert values(columns | {"Consent": "consent"}, "", "ya", "ya") == {"consent": ("no",)}
    assert values(columns | {"Consent": "consent"}, "", "ok ya", "ya") == {"consent": ("refusal: ok ya",)}
    assert values(columns, "Oui", "nee") == {"consent_phone": ("no",), "consent": ("yes",)}
    assert values(columns, "", "hanya pagi") == {"consent": ("hanya pagi",)}


def test_letters_of_refusals_are_read_by_their_column() -> None:
    table = make_table(("Jangan SMS",), ("Y",), ("T",))
    mapper = RowMapper(Mapping("", (("Jangan SMS", "refusal_sms"),)), table)
    assert [mapper.values(row) for row in table.rows] == [{"consent_sms": ("no",)}, {"consent_sms": ("yes",)}]
    assert values({"Jangan SMS": "refusal_sms"}, "T") == {"consent_sms": ("refusal: T",)}


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("Y. T.", "no yes"),
        ("1.0 0.0", "no yes"),
        ("x", "no"),
        ("STOP Opt-out", "no no"),
        # Nobody who refuses something gives a consent by a word that is not understood.
        ("setuju ?", "refusal:_setuju ?"),
        ("Ya_tapi_boleh", "refusal:_Ya_tapi_boleh"),
        ("Yes No X", "no yes refusal:_X"),
        ("J N X", "no yes refusal:_X"),
        ("X T", "refusal:_X refusal:_T"),
        ("N/A", "N/A"),
    ],
)
def test_a_refusal_never_becomes_a_consent_by_a_guess(column: str, expected: str) -> None:
    cells = [cell.replace("_", " ") for cell in column.split()]
    table = make_table(("Jangan SMS",), *((cell,) for cell in cells))
    mapper = RowMapper(Mapping("", (("Jangan SMS", "refusal_sms"),)), table)
    found = [mapper.values(row)["consent_sms"][0] for row in table.rows]
    assert found == [value.replace("_", " ") for value in expected.split()]
    assert "given" not in [standardize_consent(value).value for value in found if value.startswith("refusal:")]


def test_rt_and_rw_become_one_value() -> None:
    assert join_rt_rw("001", "015") == "001/015"
    assert join_rt_rw("001", "") == "RT 001"
    assert values({"RT": "rt", "RW": "rw"}, "", "015") == {"rt_rw": ("RW 015",)}
    assert values({"RT": "rt", "RW": "rw"}, "", " ") == {}


def test_continued_addresses_become_one_value() -> None:
    columns = {"Alamat 1": "address", "Alamat 2": "address"}
    assert values(columns, "Jl. Melati 1", "Bandung") == {"address": ("Jl. Melati 1, Bandung",)}


def test_several_columns_of_remarks_become_one_value() -> None:
    columns = {"Keterangan": "notes", "Catatan CS": "notes"}
    assert values(columns, "pindah rumah", "hubungi sore") == {"notes": ("pindah rumah; hubungi sore",)}
    assert values(columns, "", "hubungi sore") == {"notes": ("hubungi sore",)}
