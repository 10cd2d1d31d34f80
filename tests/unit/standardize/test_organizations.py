"""Organizations: legal form in front, listed-company endings off, the branch kept."""

from __future__ import annotations

import pytest

from steward.standardize.organizations import (
    is_organization,
    organization_core,
    standardize_organization,
)
from steward.standardize.standard_value import ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("PT MAJU JAYA", "PT Maju Jaya"),
        ("pt. maju jaya", "PT Maju Jaya"),
        ("P.T. Maju Jaya", "PT Maju Jaya"),
        ("PT.Maju Jaya", "PT Maju Jaya"),
        ("Maju Jaya, PT", "PT Maju Jaya"),
        ("Maju Jaya PT", "PT Maju Jaya"),
        ("Maju Jaya (PT)", "PT Maju Jaya"),
        ("PT Telkom Indonesia (Persero) Tbk", "PT Telkom Indonesia"),
        ("PT Maju Jaya, Tbk.", "PT Maju Jaya"),
        ("C.V. Usaha Makmur", "CV Usaha Makmur"),
        ("U.D. Tirta Makmur", "UD Tirta Makmur"),
        ("Fa. Sinar", "Firma Sinar"),
        ("Kop. Karya Bersama", "Koperasi Karya Bersama"),
        ("yys. harapan", "Yayasan Harapan"),
        ("PT BCA FINANCE", "PT BCA Finance"),
        ("PT ABC", "PT ABC"),
        ("CV Abadi d/h UD Lama", "CV Abadi"),
        ("Usahamakmur, PT Cab. Depok", "PT Usahamakmur (Cabang Depok)"),
        ("Mitra Sentosa, CV (CABANG LAMPUNG SELATAN)", "CV Mitra Sentosa (Cabang Lampung Selatan)"),
        ("PT Artha Niaga - Kota Kisaran", "PT Artha Niaga - Kota Kisaran"),
        ("Artha Niaga (PT) - Medan", "PT Artha Niaga - Medan"),
        ("pt artha niaga (ho)", "PT Artha Niaga (HO)"),
        ("Toko SINAR JAYA", "Toko Sinar Jaya"),
        ("Smith &amp; Co. Ltd.", "Smith & Co. Ltd"),
        ("acme inc", "Acme Inc"),
        ("klinik sehat", "Klinik Sehat"),
    ],
)
def test_an_organization_has_one_written_form(raw: str, expected: str) -> None:
    assert standardize_organization(raw).value == expected


@pytest.mark.parametrize("raw", ["-", "PT", "Tbk", "tidak ada"])
def test_a_form_without_a_name_is_a_placeholder(raw: str) -> None:
    assert standardize_organization(raw).status is ValueStatus.PLACEHOLDER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT. Maju Jaya", True),
        ("Maju Jaya, CV (Cabang Bekasi)", True),
        ("SSB PT - Banjarmasin", True),
        ("Budi Santoso", False),
        ("Pt", False),
        ("Udin Warsita", False),
    ],
)
def test_a_legal_form_tells_organizations_from_people(text: str, expected: bool) -> None:
    assert is_organization(text) is expected


def test_form_and_branch_are_not_part_of_the_core() -> None:
    standard = "PT Satria Nusantara (Cabang Bekasi)"

    assert organization_core(standard) == ("satria", "nusantara")


def test_what_kind_of_body_it_is_stays_in_the_core() -> None:
    assert organization_core("Koperasi Maju") != organization_core("Yayasan Maju")
