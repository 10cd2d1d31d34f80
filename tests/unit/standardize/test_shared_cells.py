"""Cells of names that hold a person and an organization."""

from __future__ import annotations

import pytest

from steward.standardize.shared_cells import person_and_organization


@pytest.mark.parametrize(
    ("cell", "person", "organization"),
    [
        ("Siti Aminah / PT Maju", "Siti Aminah", "PT Maju"),
        ("Andi Wijaya - CV Mandiri", "Andi Wijaya", "CV Mandiri"),
        ("Dewi Lestari/Toko Dewi", "Dewi Lestari", "Toko Dewi"),
        ("Budi (CV Abadi)", "Budi", "CV Abadi"),
        ("Budi Santoso, PT Angin Ribut", "Budi Santoso", "PT Angin Ribut"),
        ("Siti qq PT Maju", "Siti", "PT Maju"),
    ],
)
def test_a_person_and_the_organization_behind_are_told_apart(cell: str, person: str, organization: str) -> None:
    assert person_and_organization(cell) == {"name": person, "organization": organization}


@pytest.mark.parametrize(
    ("cell", "organization", "person"),
    [
        ("PT Maju up. Ibu Siti", "PT Maju", "Ibu Siti"),
        ("PT. Sumber Rejeki (Bpk. Hadi)", "PT. Sumber Rejeki", "Bpk. Hadi"),
        ("Toko Dewi / Bu Dewi", "Toko Dewi", "Bu Dewi"),
    ],
)
def test_whom_to_ask_for_at_an_organization_is_its_contact(cell: str, organization: str, person: str) -> None:
    assert person_and_organization(cell) == {"name": organization, "contact_person": person}


@pytest.mark.parametrize(
    "cell",
    [
        *("PT Maju Jaya - Bandung", "MAJU JAYA, P.T.", "PT Maju d/h CV Jaya", "PT Angkasa Pura II (Persero)"),
        *("Budi Santoso, S.E.", "Budi/Siti", "Ibu Siti, Bpk Joko", "Warung Makan Bu Sri", "Ahmad Fauzi (Toko)", ""),
    ],
)
def test_one_customer_stays_one(cell: str) -> None:
    assert person_and_organization(cell) == {}
