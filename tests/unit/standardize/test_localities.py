"""Places: other names are known, Kota and Kab. are kept and never invented."""

from __future__ import annotations

import pytest

from steward.domain.attributes import attribute_of
from steward.standardize.localities import (
    is_city,
    is_province,
    locality_core,
    standardize_city,
    standardize_country,
    standardize_district,
    standardize_place,
    standardize_province,
)
from steward.standardize.standard_value import ValueStatus
from steward.standardize.values import standardize_column


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("BDG", "Bandung"),
        ("bandung", "Bandung"),
        ("KABUPATEN BANDUNG", "Kab. Bandung"),
        ("Kab Bandung", "Kab. Bandung"),
        ("Kab.Bandung", "Kab. Bandung"),
        ("Bandung Kota", "Kota Bandung"),
        ("KOTAMADYA BANDUNG", "Kota Bandung"),
        ("Solo", "Surakarta"),
        ("Kota Solo", "Kota Surakarta"),
        ("Jogja", "Yogyakarta"),
        ("Jaksel", "Jakarta Selatan"),
        ("Jkt Sel", "Jakarta Selatan"),
        ("KOTA ADM. JAKARTA BARAT", "Jakarta Barat"),
        ("Kota Administrasi Jakarta Barat", "Jakarta Barat"),
        ("DKI Jakarta", "Jakarta"),
        ("Tangsel", "Tangerang Selatan"),
        ("Purwokerto", "Kab. Banyumas"),
        ("KOTA PALANGKA RAYA", "Kota Palangkaraya"),
        ("Pangkalpinang", "Pangkal Pinang"),
        ("Tj. Pinang", "Tanjung Pinang"),
        ("SDA", "Sidoarjo"),
        ("Bandung, Jawa Barat", "Bandung"),
        ("Semarang, Indonesia", "Semarang"),
        ("Denpasar Bali", "Denpasar"),
        ("Banda Aceh", "Banda Aceh"),
        ("Surabaya, 17 Agustus 1985", "Surabaya"),
        ("Bekasi 17111", "Bekasi"),
        ("los angeles", "Los Angeles"),
        ("Washington, DC", "Washington, Dc"),
        ("stratford upon avon", "Stratford upon Avon"),
    ],
)
def test_city(raw: str, expected: str) -> None:
    found = standardize_city(raw)

    assert (found.value, found.status) == (expected, ValueStatus.VALID)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Jatim", "Jawa Timur"),
        ("East Java", "Jawa Timur"),
        ("PROV. JAWA TIMUR", "Jawa Timur"),
        ("D.K.I. Jakarta", "DKI Jakarta"),
        ("DIY", "DI Yogyakarta"),
        ("Jogja", "DI Yogyakarta"),
        ("NAD", "Aceh"),
        ("Sumatra Utara", "Sumatera Utara"),
        ("New South Wales", "New South Wales"),
    ],
)
def test_province(raw: str, expected: str) -> None:
    assert standardize_province(raw).value == expected


def test_labels_of_smaller_places_come_off() -> None:
    assert standardize_district("Kec. PONDOK MELATI").value == "Pondok Melati"
    assert standardize_district("Kelurahan Sako").value == "Sako"
    assert standardize_country("WNI").value == "Indonesia"
    assert [standardize_country(name).value for name in ("Jerman", "DEU", "Deutschland")] == ["Germany"] * 3
    assert standardize_place("nsw").value == "NSW"


def test_a_filler_is_a_placeholder_and_a_number_is_no_place() -> None:
    assert standardize_city("-").status is ValueStatus.PLACEHOLDER
    assert standardize_province("sda").status is ValueStatus.PLACEHOLDER
    assert standardize_city("12345").status is ValueStatus.INVALID


def test_cities_and_provinces_are_recognized() -> None:
    assert is_city("Kab. Gowa")
    assert is_city("Smg")
    assert is_city("Pare-Pare")
    assert not is_city("Mawar")
    assert is_province("Jatim")
    assert not is_province("Mawar")


def test_the_core_ignores_kind_blanks_and_hyphens() -> None:
    assert locality_core("Kota Pare-Pare") == locality_core("Parepare") == "parepare"


@pytest.mark.parametrize(
    ("name", "column", "expected"),
    [
        ("province", ("MI", "RM", "NA"), ("MI", "RM", "NA")),
        ("country", ("ZA", "KE", "NA"), ("South Africa", "Kenya", "NA")),
        ("country", ("ZA", "KE", "XX"), ("South Africa", "Kenya", "")),
        ("province", ("Jawa Barat", "Bali", "NA"), ("Jawa Barat", "Bali", "")),
        ("country", ("Indonesia", "ID", "NA"), ("Indonesia", "Indonesia", "")),
    ],
)
def test_na_is_a_place_among_codes_of_two_letters_and_else_nothing(
    name: str, column: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert tuple(found.value for found in standardize_column(attribute_of(name), column)) == expected
