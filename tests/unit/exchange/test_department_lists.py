"""The seven lists of one company, as its departments really made them, load without any help."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from steward.exchange.mapping import check_mapping, guess_mapping
from steward.exchange.readers import read_tables
from steward.exchange.row_mapper import RowMapper

LISTS = Path(__file__).parents[2] / "data" / "departments"

#: list -> key column and the target of every other column, each looked at by a person.
EXPECTED: dict[str, tuple[str, dict[str, str]]] = {
    "sales.xlsx": (
        "Kode Pelanggan",
        {
            "No": "",
            "Nama Pelanggan": "name",
            "Jenis": "customer_type",
            "Contact Person": "contact_person",
            "No. HP": "phone",
            "Telp. Lain": "phone",
            "Email": "email",
            "No. KTP": "nik",
            "NPWP": "npwp",
            "Tgl Lahir": "birth_date",
            "L/P": "gender",
            "Alamat": "address",
            "Kota/Kab": "city",
            "Provinsi": "province",
            "Kode Pos": "postcode",
            "Produk yg Dimiliki": "products",
            "Omzet (Rp)": "revenue",
            "Biaya Penjualan (Rp)": "cost",
            "Transaksi Terakhir": "last_activity",
            "Sales": "",
        },
    ),
    "marketing.csv": (
        "Lead ID",
        {
            "First Name": "given_name",
            "Last Name": "family_name",
            "E-mail": "email",
            "Mobile": "phone",
            "Company": "organization",
            "City": "city",
            "Province": "province",
            "DOB": "birth_date",
            "Gender": "gender",
            "Twitter": "handle",
            "Facebook": "handle",
            "Instagram": "handle",
            "Interests": "products",
            "Opt-in Email": "consent_email",
            "Opt-in SMS": "consent_sms",
            "Opt-in WhatsApp": "consent_whatsapp",
            "Preferred Channel": "channel",
            "Last Engaged": "last_activity",
            "Campaign Cost (USD)": "cost",
        },
    ),
    "service.xlsx": (
        "ID Pelanggan",
        {
            "Nama Lengkap": "name",
            "No. Identitas": "id_number",
            "Tempat, Tanggal Lahir": "birth_place_and_date",
            "Jenis Kelamin": "gender",
            "Telp/HP": "phone",
            "Alamat Email": "email",
            "Alamat Rumah": "address",
            "Produk": "products",
            "Jml Keluhan": "",
            "Biaya Layanan": "cost",
            "Kontak Terakhir": "last_activity",
            "Preferensi Kontak": "channel",
            "PIC": "contact_person",
        },
    ),
    "callcentre.csv": (
        "ID_PLG",
        {
            "NAMA": "name",
            "NO_TELP": "phone",
            "NO_TELP_2": "phone",
            "ALAMAT": "address",
            "KOTA": "city",
            "TGL_LAHIR": "birth_date",
            "SEX": "gender",
            "CATATAN": "notes",
            "TGL_CALL_TERAKHIR": "last_activity",
            "BIAYA_LAYANAN": "cost",
            "JML_CALL": "",
            "EMAIL": "email",
        },
    ),
    "ecommerce.csv": (
        "user_id",
        {
            "full_name": "name",
            "email": "email",
            "phone": "phone",
            "ship_address": "address",
            "ship_district": "district",
            "ship_city": "city",
            "ship_province": "province",
            "zip": "postcode",
            "birthdate": "birth_date",
            "gender": "gender",
            "orders": "purchases",
            "total_spent": "revenue",
            "last_order_at": "last_activity",
            "marketing_consent": "consent",
            "items": "products",
            "npwp": "npwp",
            "instagram": "handle",
        },
    ),
    "social.csv": (
        "profile_id",
        {
            "Platform": "",
            "Handle": "handle",
            "Display Name": "name",
            "Bio": "notes",
            "Email": "email",
            "Phone": "phone",
            "Location": "city",
            "Twitter": "handle",
            "Facebook": "handle",
            "Followers": "",
            "Last Interaction": "last_activity",
            "Sentiment": "",
            "Consent": "consent",
        },
    ),
    "thirdparty.xlsx": (
        "NO",
        {
            "NAMA_LENGKAP": "name",
            "NIK": "nik",
            "NO_KK": "family_card",
            "TEMPAT_LAHIR": "birth_place",
            "TANGGAL_LAHIR": "birth_date",
            "JENIS KELAMIN (1=L,2=P)": "gender",
            "ALAMAT": "address",
            "RT": "rt",
            "RW": "rw",
            "KELURAHAN/DESA": "village",
            "KECAMATAN": "district",
            "KABUPATEN/KOTA": "city",
            "PROPINSI": "province",
            "KODEPOS": "postcode",
            "HP1": "phone",
            "HP2": "phone",
            "EMAIL": "email",
            "PEKERJAAN": "occupation",
            "PENGHASILAN": "",
            "NPWP": "npwp",
        },
    ),
}


@pytest.fixture(scope="module")
def true_keys() -> dict[str, list[str]]:
    keys: dict[str, list[str]] = defaultdict(list)
    with (LISTS / "truth.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            keys[line["department"]].append(line["row_key"])
    return keys


@pytest.mark.parametrize("name", EXPECTED)
def test_every_customer_of_a_list_is_read_once_and_nothing_else(name: str, true_keys: dict[str, list[str]]) -> None:
    found = []
    for table in read_tables(LISTS / name):
        mapping, _ = guess_mapping(table)
        mapper = RowMapper(mapping, table)
        found += [mapper.source_key(row) for row in table.rows]
    assert sorted(found) == sorted(true_keys[Path(name).stem])


@pytest.mark.parametrize("name", EXPECTED)
def test_every_column_of_a_list_is_mapped_as_a_person_would(name: str) -> None:
    key, targets = EXPECTED[name]
    for table in read_tables(LISTS / name):
        mapping, _ = guess_mapping(table)
        check_mapping(mapping, table)
        assert mapping.key_column == key
        assert dict(mapping.columns) == {key: "source_key", **targets}


def test_numbers_of_a_workbook_keep_every_digit() -> None:
    table = read_tables(LISTS / "thirdparty.xlsx")[0]
    assert "3203151111850000" in table.column("NIK")
    assert not [
        cell for header in table.headers for cell in table.column(header) if cell.endswith(".0") and "." in cell
    ]


def test_dates_of_a_workbook_are_iso_text_and_dates_typed_as_text_stay() -> None:
    births = read_tables(LISTS / "sales.xlsx")[0].column("Tgl Lahir")
    assert births[0] == "23 Januari 1990"
    assert births[2] == "1947-12-03"


def test_decimal_commas_and_windows_characters_of_a_text_list_stay() -> None:
    table = read_tables(LISTS / "callcentre.csv")[0]
    assert table.column("BIAYA_LAYANAN")[0] == "89.943,50"
    assert "pelanggan ‘VIP’" in table.column("CATATAN")
