"""Categories: gender, consent and small sets of words."""

from __future__ import annotations

import pytest

from steward.standardize.categories import (
    consent_answers,
    gender_answers,
    set_written_in_several_ways,
    standardize_category,
    standardize_consent,
    standardize_gender,
)
from steward.standardize.standard_value import ColumnHints, ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        *[(raw, "male") for raw in ("L", "Lk.", "LAKI-LAKI", "laki2", "Pria", "M", "Male", "1", "Bapak", "Muž", "М")],
        *[(raw, "female") for raw in ("P", "PR", "Perempuan", "Wanita", "W", "F", "female", "2", "Ibu", "Kvinna", "Ж")],
        *[(raw, "male") for raw in ("ذكر", "זכר", "पुरुष", "남자", "Lalaki", "Mwanaume", "مرد", "ผู้ชาย")],
        *[(raw, "female") for raw in ("أنثى", "נקבה", "महिला", "여자", "Babae", "Mwanamke", "زن", "ผู้หญิง")],
        ("-", ""),
        ("?", ""),
        ("tidak tahu", ""),
        ("lain", ""),
    ],
)
def test_gender(raw: str, expected: str) -> None:
    assert standardize_gender(raw).value == expected


@pytest.mark.parametrize(
    ("column", "males", "females"),
    [
        ("L P", "L", "P"),
        ("P W", "P", "W"),
        ("L P W", "L", "P W"),
        ("M F", "M", "F"),
        ("H M", "H", "M"),
        ("H F", "H", "F"),
        ("Hombre M", "Hombre", "M"),
        ("E K", "E", "K"),
        ("M K", "M", "K"),
        ("M V", "M", "V"),
        ("M W", "M", "W"),
        ("1 0", "1", "0"),
        ("1 2", "1", "2"),
        ("1 2 0", "1", "2"),
        # Letters that nothing beside them explains say nothing.
        ("H F M", "H", "F"),
        ("E", "", ""),
        ("K", "", ""),
        ("M", "M", ""),
        ("P", "", "P"),
    ],
)
def test_letters_of_genders_are_read_by_what_stands_beside_them(column: str, males: str, females: str) -> None:
    hints = ColumnHints(answers=gender_answers(column.split()))
    found = {raw: standardize_gender(raw, hints).value for raw in column.split()}
    assert [raw for raw in found if found[raw] == "male"] == males.split()
    assert [raw for raw in found if found[raw] == "female"] == females.split()


@pytest.mark.parametrize(
    ("column", "given", "refused"),
    [
        ("Y T", "Y", "T"),
        ("Ya T", "Ya", "T"),
        ("Y N", "Y", "N"),
        ("Y N T", "Y", "N T"),
        ("T F", "T", "F"),
        ("TRUE F", "TRUE", "F"),
        ("T N", "T", "N"),
        ("TAK NIE", "TAK", "NIE"),
        ("Ya Tdk", "Ya", "Tdk"),
        ("Ya Tak", "Ya", "Tak"),
        ("j n", "j", "n"),
        ("O N", "O", "N"),
        ("oui N", "oui", "N"),
        ("S N", "S", "N"),
        ("S T", "S", "T"),
        ("E H", "E", "H"),
        ("Var Yok", "Var", "Yok"),
        ("A N", "A", "N"),
        ("v x", "v", "x"),
        ("y x", "y", "x"),
        ("1 0", "1", "0"),
        # A letter without its partner is no consent, nor one of which two languages say the opposite.
        ("T", "", ""),
        ("O", "", ""),
        ("E", "", ""),
        ("Y N T F", "Y", "N F"),
        ("Y N X", "Y", "N"),
        # An "o" beside y and n is no oui: nothing else of the column is French.
        ("Y N O", "Y", "N"),
        ("Y N O oui", "Y O oui", "N"),
        ("Yes No X", "Yes", "No"),
        ("J N X", "J", "N"),
        ("S N X", "S", "N"),
        ("X T", "", ""),
        ("X N", "X", "N"),
        ("Y", "Y", ""),
        ("N", "", "N"),
        ("x", "x", ""),
    ],
)
def test_letters_of_consents_are_read_by_what_stands_beside_them(column: str, given: str, refused: str) -> None:
    hints = ColumnHints(answers=consent_answers(column.split()))
    found = {raw: standardize_consent(raw, hints).value for raw in column.split()}
    assert [raw for raw in found if found[raw] == "given"] == given.split()
    assert [raw for raw in found if found[raw] == "refused"] == refused.split()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        *[(raw, "given") for raw in ("Y", "ya", "TRUE", "1", "Setuju", "Opt-in", "bersedia")],
        *[
            (raw, "refused")
            for raw in ("N", "Tidak", "false", "0", "STOP", "Do Not Call", "unsubscribe", "tdk bersedia")
        ],
        *[(raw, "given") for raw in ("Sí", "sì", "Oui", "ja", "Da", "EVET", "Có", "はい", "Inscrit")],
        *[(raw, "given") for raw in ("Ya, bersedia", "Yes please", "Sí, acepto", "Ja graag", "Ya (WA)")],
        *[(raw, "refused") for raw in ("No, thanks", "Tidak, terima kasih", "Nee bedankt", "Do not allow")],
        *[(raw, "given") for raw in ("Ya, via email", "Oui, s'il vous plaît", "Yes (opt-in 2021)")],
        *[(raw, "") for raw in ("Ya, tapi jangan telepon", "On hold", "+", "yesterday")],
        *[(raw, "") for raw in ("Yes, but don't call", "Ja, nicht anrufen", "Oui mais pas le soir", "Da, nu sunați")],
        *[(raw, "refused") for raw in ("Não", "nie", "Hayır", "Không", "いいえ", "désinscrit")],
        ("-", ""),
        ("nanti", ""),
        *[(raw, "given") for raw in ("ONAY", "可", "Souhlasím", "Да")],
        *[(raw, "refused") for raw in ("RET", "不可", "Nesouhlasím", "Нет", "opted out")],
        *[(raw, "given") for raw in ("Consent", "نعم", "כן", "Ndiyo")],
        *[(raw, "refused") for raw in ("لا", "לא", "Hapana")],
        ("No consent", "refused"),
        *[(raw, "given") for raw in ("Verbal - Yes", "Mau, siang saja", "boleh bgt")],
        *[(raw, "refused") for raw in ("Verbal - No", "jangan dulu", "Nda usah", "ora purun")],
        *[(raw, "") for raw in ("nda usah ditelpon sore", "belum dihubungi")],
        ("Yes - maybe", ""),
    ],
)
def test_consent(raw: str, expected: str) -> None:
    assert standardize_consent(raw).value == expected


def test_a_word_that_is_not_understood_gives_no_consent() -> None:
    assert standardize_consent("tergantung").status is ValueStatus.INVALID


def test_known_words_of_other_categories_are_unified_and_unknown_ones_trimmed() -> None:
    assert standardize_category("channel", "WA").value == "whatsapp"
    assert standardize_category("customer_type", "Perorangan").value == "person"
    assert standardize_category("segment", "  Gold \u00a0A ").value == "Gold A"
    assert standardize_category("segment", "N/A").status is ValueStatus.PLACEHOLDER


@pytest.mark.parametrize("raw", ["blm tanya", "Da firmare", "pending", "미확인", "à confirmer", "?"])
def test_a_question_that_nobody_answered_yet_is_no_odd_answer(raw: str) -> None:
    assert standardize_consent(raw).status is ValueStatus.PLACEHOLDER
    assert standardize_consent("tergantung promo").status is ValueStatus.INVALID


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("M F male female", "gender"),
        ("L P Laki-laki Perempuan -", "gender"),
        ("yes no Y N", "yes_no"),
        ("male female", ""),
        ("M F", ""),
        ("S M L XL", ""),
        ("male female bronze", ""),
        ("male M", ""),
        ("", ""),
    ],
)
def test_only_what_is_written_in_several_ways_is_read_by_its_set(column: str, name: str) -> None:
    assert set_written_in_several_ways(column.split(" ")) == name


@pytest.mark.parametrize("raw", ["X", "Other", "L & P (kembar)"])
def test_an_answer_of_neither_sex_or_of_both_is_in_doubt_and_not_wrong(raw: str) -> None:
    found = standardize_gender(raw, ColumnHints(answers=gender_answers(["L", "P", raw])))
    assert (found.status, found.value) == (ValueStatus.DOUBTFUL, "")


def test_a_consent_that_is_only_implied_is_in_doubt_and_an_express_one_is_given() -> None:
    assert (standardize_consent("Implied").status, standardize_consent("Implied").value) == (ValueStatus.DOUBTFUL, "")
    assert standardize_consent("Express").value == "given"
