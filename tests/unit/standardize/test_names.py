"""Names: what is left of a name as lists write it, and what is known about it."""

from __future__ import annotations

import pytest

from steward.standardize.names import (
    canonical_token,
    fold_spelling,
    name_tokens,
    nicknames_of,
    standardize_name,
)
from steward.standardize.standard_value import ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("SRI WAHYUNI", "Sri Wahyuni"),
        ("  sri\u00a0 wahyuni ", "Sri Wahyuni"),
        ("Hj. SRI WAHYUNI binti Harjo, S.Pd.", "Sri Wahyuni"),
        ("Dr. H. Budi Santoso, S.E., M.M.", "Budi Santoso"),
        ("Prof.Dr.Ir.H.Budi", "Budi"),
        ("IBU. WINIYANTI", "Winiyanti"),
        ("BAPAK HAJI RIBUT", "Ribut"),
        ("Ny.Ani", "Ani"),
        ("Aisyah Rangkuti,SKM", "Aisyah Rangkuti"),
        ("NUR GAWATI WIDANINGSIH M.PD.", "Nur Gawati Widaningsih"),
        ("Siti S. Pd", "Siti"),
        ("Budi SE", "Budi"),
        ("Bpk  Hendro Kristanto,S.Kep., Ns.", "Hendro Kristanto"),
        ("John Smith, Mr.", "John Smith"),
        ("Smith, John", "Smith, John"),
        ("Jack Ma", "Jack Ma"),
        ("Drs", "Drs"),
        ("MUHAMMAD ILYAS RAMBE BIN", "Muhammad Ilyas Rambe"),
        ("Bin Laden", "Bin Laden"),
        ("Moh. Ali", "Mohammad Ali"),
        ("M. Rizky Pratama", "M. Rizky Pratama"),
        ("ABD. RAHMAN", "Abdul Rahman"),
        ("I Wy. Sudarma", "I Wayan Sudarma"),
        ("Md. Suarta", "Md. Suarta"),
        ("BAGUS W", "Bagus W."),
        ("R.A. KARTINI", "R.A. Kartini"),
        ("o'brien", "O'Brien"),
        ("SRI MA'RUF", "Sri Ma'ruf"),
        ("BUTAR-BUTAR", "Butar-Butar"),
        ("Ronald McDonald", "Ronald McDonald"),
        ("PETER DE VRIES", "Peter de Vries"),
        ("I GUSTI AGUNG AYU (BU AYU", "I Gusti Agung Ayu"),
        ("Tn. Apri alias Aping", "Apri"),
        ("Pak Budi / Ibu Sri", "Budi"),
        ("Hendro Priambodo 🌻", "Hendro Priambodo"),
        ("김 민준", "김 민준"),
        ("นาย สมชาย ใจดี", "สมชาย ใจดี"),
        ("מֹשֶׁה כהן", "מֹשֶׁה כהן"),
        ("Siti ❤️ Aminah", "Siti Aminah"),
        ("arnie mortons of chicago", "Arnie Mortons of Chicago"),
        ("PT. MAJU JAYA, Tbk", "PT Maju Jaya"),
        ("Trijaya Persada, PT (Cabang Bekasi)", "PT Trijaya Persada (Cabang Bekasi)"),
        ("mw. Hendrika de Jong", "Hendrika de Jong"),
        ("Sig.ra Anna Bianchi", "Anna Bianchi"),
        ("Sig. Mario Rossi", "Mario Rossi"),
        ("Dott.ssa Sara Neri", "Sara Neri"),
        ("Smt. Sita Devi", "Sita Devi"),
        ("г-н Пётр Иванов", "Пётр Иванов"),
        ("Gen Suzuki", "Gen Suzuki"),
        ("TAN AH KAU @ TAN KOK HOOI", "Tan Ah Kau"),
    ],
)
def test_a_name_loses_its_titles_and_gets_title_case(raw: str, expected: str) -> None:
    found = standardize_name(raw)

    assert found.value == expected
    assert found.status is ValueStatus.VALID


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Christian Weaver, MD", "Christian Weaver"),
        ("Christian Weaver M.D.", "Christian Weaver"),
        ("Weaver, Christian, PharmD", "Weaver, Christian"),
        ("Robert Brown Esq.", "Robert Brown"),
        ("MD Rahman", "Md Rahman"),
    ],
)
def test_degrees_of_other_countries_stand_behind_a_name(raw: str, expected: str) -> None:
    assert standardize_name(raw).value == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Davids, VH", "Davids, V.H."),
        ("Van Dyk, PJ", "Van Dyk, P.J."),
        ("Davids, Jo", "Davids, Jo"),
        ("DAVIDS, AL", "Davids, Al"),
        ("Santoso, SE", "Santoso"),
    ],
)
def test_capitals_behind_a_family_name_are_initials(raw: str, expected: str) -> None:
    assert standardize_name(raw).value == expected


@pytest.mark.parametrize(
    "raw",
    ["-", "N/A", "Ibu", "Bpk.", "Pelanggan Umum", "walk in", "TEST", "Bapak Pelanggan Umum", "xxx", "NaN", "nan", "NA"],
)
def test_a_filler_is_a_placeholder(raw: str) -> None:
    found = standardize_name(raw)

    assert (found.value, found.status) == ("", ValueStatus.PLACEHOLDER)


def test_who_is_called_as_programs_write_nothing_has_a_name() -> None:
    assert [standardize_name(raw).value for raw in ("Nan", "Tn. Na", "Null")] == ["Nan", "Na", "Null"]


@pytest.mark.parametrize(
    ("raw", "expected"), [("ANDIKA PRAY0GA", "Andika Prayoga"), ("Lukman NURDIAN5YAH", "Lukman Nurdiansyah")]
)
def test_a_letter_read_as_a_digit_is_mended_and_doubtful(raw: str, expected: str) -> None:
    found = standardize_name(raw)

    assert (found.value, found.status) == (expected, ValueStatus.DOUBTFUL)


@pytest.mark.parametrize("raw", ["12345", "budi@gmail.com"])
def test_what_can_not_be_a_name_is_invalid(raw: str) -> None:
    assert standardize_name(raw).status is ValueStatus.INVALID


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tjahjono", "cahyono"),
        ("djoko", "joko"),
        ("soekarno", "sukarno"),
        ("soerjadi", "suryadi"),
        ("njoman", "nyoman"),
        ("sjarif", "syarif"),
        ("achmad", "akhmad"),
        ("rachmat", "rahmat"),
        ("fitri", "pitri"),
        ("novi", "nopi"),
        ("zaenal", "zainal"),
        ("syaiful", "saiful"),
        ("khadijah", "hadijah"),
        ("taufiq", "taufik"),
        ("yudhi", "yudi"),
        ("effendi", "efendi"),
        ("hery", "herri"),
        ("arief", "arif"),
        ("sumiati", "sumiyati"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert fold_spelling(one) == fold_spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("eko", "eka"),
        ("heru", "heri"),
        ("dewi", "dwi"),
        ("rizki", "rizka"),
        ("putra", "putri"),
        ("hasan", "husein"),
        ("dina", "dini"),
    ],
)
def test_different_names_keep_different_skeletons(one: str, other: str) -> None:
    assert fold_spelling(one) != fold_spelling(other)
    assert canonical_token(one) != canonical_token(other)


def test_tokens_leave_nobility_out_unless_nothing_else_is_there() -> None:
    assert name_tokens("R.A. Sri Ma'ruf") == ("sri", "maruf")
    assert name_tokens("Raden") == ("raden",)
    assert name_tokens("Karo-Karo") == ("karo", "karo")


def test_known_spellings_and_short_names_are_looked_up() -> None:
    assert canonical_token("mochammad") == "muhammad"
    assert canonical_token("budi") == "budi"
    assert "kurniawan" in nicknames_of("wawan")
    assert nicknames_of("wirahadikusumah") == ()
