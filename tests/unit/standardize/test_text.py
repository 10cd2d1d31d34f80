"""Plain text: what a person sees, in one way."""

from __future__ import annotations

import pytest

from steward.standardize.plain import split_list, standardize_code, standardize_handle, standardize_text
from steward.standardize.text import capitalize_word, fold, is_roman_numeral, squeeze, words_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  a \t b\n", "a b"),
        ("a\u00a0\u00a0b", "a b"),
        ("a\u200bb", "ab"),
        ("Toko A &amp;amp; B", "Toko A & B"),
        ("Food&section", "Food&section"),
        ("cafe\u0301", "café"),
        ("\x00", ""),
        ("JosÃ© MÃ¼ller", "José Müller"),
        ("Ã\xa0 Paris", "à Paris"),
        ("ÃƒÂ©", "é"),
        ("josã© MUÃ‘OZ", "josé MUÑOZ"),
        ("JosÃ© MÜLLER", "JosÃ© MÜLLER"),
        ("MAÇÃO ©", "MAÇÃO ©"),
        ("irmã…", "irmã…"),
        ("æŽå°é¾™", "æŽå°é¾™"),
    ],
)
def test_squeeze(raw: str, expected: str) -> None:
    assert squeeze(raw) == expected


def test_fold_takes_accents_off_and_keeps_other_scripts() -> None:
    assert fold("Café Ørsted ß") == "cafe orsted ss"
    assert fold("李") == "李"


def test_words_and_numerals() -> None:
    assert words_of("Nur'aini, S. 12") == ["nuraini", "s", "12"]
    assert is_roman_numeral("XIV")
    assert not is_roman_numeral("Ivan")
    assert capitalize_word("ANNE-MARIE") == "Anne-Marie"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("@mutiama95", "mutiama95"),
        ("fb.com/hendropri", "hendropri"),
        ("https://facebook.com/Cindriani83/", "cindriani83"),
        ("https://www.instagram.com/budi?igsh=1", "budi"),
        ("IG: @mutiama95", "mutiama95"),
        ("Endro Anwar", "endro anwar"),
        ("-", ""),
    ],
)
def test_handle(raw: str, expected: str) -> None:
    assert standardize_handle(raw).value == expected


def test_codes_lose_the_apostrophe_of_spreadsheets() -> None:
    assert standardize_code("'00123").value == "00123"
    assert standardize_text(" minta  dihub ").value == "minta dihub"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("CCTV Rumah, Servis Berkala", ("CCTV Rumah", "Servis Berkala")),
        ("P02; P03", ("P02", "P03")),
        ("SKU-104|SKU-107", ("SKU-104", "SKU-107")),
        ("TV\nAC", ("TV", "AC")),
        ("Panel 1,5 kWp", ("Panel 1,5 kWp",)),
    ],
)
def test_a_cell_can_hold_a_list(raw: str, expected: tuple[str, ...]) -> None:
    assert split_list(raw) == expected
