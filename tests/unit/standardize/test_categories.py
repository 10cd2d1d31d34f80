"""Categories: gender, consent and small sets of words."""

from __future__ import annotations

import pytest

from steward.standardize.categories import (
    gender_codes,
    is_p_female,
    standardize_category,
    standardize_consent,
    standardize_gender,
)
from steward.standardize.standard_value import ColumnHints, ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        *[(raw, "male") for raw in ("L", "Lk.", "LAKI-LAKI", "laki2", "Pria", "M", "Male", "1", "Bapak")],
        *[(raw, "female") for raw in ("P", "PR", "Perempuan", "Wanita", "W", "F", "female", "2", "Ibu")],
        ("-", ""),
        ("?", ""),
        ("tidak tahu", ""),
        ("lain", ""),
    ],
)
def test_gender(raw: str, expected: str) -> None:
    assert standardize_gender(raw).value == expected


def test_p_is_pria_beside_w() -> None:
    assert is_p_female(["L", "P"])
    assert not is_p_female(["P", "W"])
    assert is_p_female(["P"])
    assert standardize_gender("P", ColumnHints(p_is_female=False)).value == "male"


def test_zero_is_female_only_where_two_does_not_occur() -> None:
    assert gender_codes(["1", "0"]) == (("1",), ("0",))
    assert gender_codes(["1", "2"]) == (("1",), ("2",))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        *[(raw, "given") for raw in ("Y", "ya", "TRUE", "1", "Setuju", "Opt-in", "bersedia")],
        *[
            (raw, "refused")
            for raw in ("N", "Tidak", "false", "0", "STOP", "Do Not Call", "unsubscribe", "tdk bersedia")
        ],
        *[(raw, "given") for raw in ("Sí", "sì", "S", "O", "Oui", "ja", "Da", "EVET", "Có", "はい", "Inscrit")],
        *[(raw, "given") for raw in ("Ya, bersedia", "Yes please", "Sí, acepto", "Ja graag", "Ya (WA)")],
        *[(raw, "refused") for raw in ("No, thanks", "Tidak, terima kasih", "Nee bedankt", "Do not allow")],
        *[(raw, "") for raw in ("Ya, tapi jangan telepon", "On hold", "+", "yesterday")],
        *[(raw, "refused") for raw in ("Não", "nie", "Hayır", "Không", "いいえ", "désinscrit")],
        ("-", ""),
        ("nanti", ""),
    ],
)
def test_consent(raw: str, expected: str) -> None:
    assert standardize_consent(raw).value == expected


def test_a_word_that_is_not_understood_gives_no_consent() -> None:
    assert standardize_consent("nanti").status is ValueStatus.INVALID


def test_known_words_of_other_categories_are_unified_and_unknown_ones_trimmed() -> None:
    assert standardize_category("channel", "WA").value == "whatsapp"
    assert standardize_category("customer_type", "Perorangan").value == "person"
    assert standardize_category("segment", "  Gold \u00a0A ").value == "Gold A"
    assert standardize_category("segment", "N/A").status is ValueStatus.PLACEHOLDER
