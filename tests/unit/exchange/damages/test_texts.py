"""Damage to texts that other languages and other code pages bring."""

from __future__ import annotations

from dataclasses import replace

import pytest

from steward.exchange.damages import texts
from steward.exchange.damages.finder import told_cells
from steward.exchange.damages.kinds import Column, Damage
from steward.exchange.damages.look_alikes import look_alikes
from steward.exchange.damages.misread_texts import mojibake
from steward.exchange.damages.several_values import several_values


def column(*cells: str, target: str = "name") -> Column:
    return Column("Kolom", target, list(dict.fromkeys(cells)), [1] * len(set(cells)))


@pytest.mark.parametrize(
    "cell",
    [
        *("AndrÃ©", "M÷belhaus Kr³ger", "K÷nigstra▀e 30", "RenÚ Maurer", "ä¸\xadæ\x9d‘ ç¿”", "CÃ¡ch Máº¡ng"),
        *("เธชเธกเธ\u009a", "JosÃƒÂ©", "Ĺ‚ukasz"),
        *("M√ºller", "Jos├®", "JosГ©", "M&uuml;ller", "Bakso &amp; Mie", "OprÈ™an"),
    ],
)
def test_letters_read_in_another_encoding_are_told(cell: str) -> None:
    assert mojibake(column(cell)) == [cell]


@pytest.mark.parametrize(
    "cell",
    [
        *("André", "Nguyễn Văn Ánh", "São Paulo", "ÉLODIE", "佐藤 誠", "Müller „Bau“ GmbH", "L’Oréal", "100m² luas"),
        *("ЛІЛІЯ СІРІЧЕНКО", "Наталії", "“LE CAFÉ”", "BRĂŞOV", "ÎLE–D’YEU", "Smith & Co", "ΜΑΡΊΑ ΈΛΛΗ", "СЁМИН"),
        *("ปาริชาติ ณ อยุธยา", "เธอเนตรนภา"),
    ],
)
def test_letters_of_other_languages_are_whole(cell: str) -> None:
    assert mojibake(column(cell)) == []


@pytest.mark.parametrize("text", ["أحمد", "Пётр", "Γιώργος", "דוד", "ประเสริฐ", "देवी", "張偉", "김철수"])
@pytest.mark.parametrize("page", ["cp1252", "cp1250", "cp1251", "cp1253", "cp1256", "cp437", "mac_roman"])
def test_letters_of_any_script_read_in_any_code_page_are_told(text: str, page: str) -> None:
    read = "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in text.encode())
    assert mojibake(column(read)) == [read]
    assert mojibake(column(text)) == []


@pytest.mark.parametrize("cell", ["#N/A", "#NV", "#BEZUG!", "#NOMBRE?", "#DIV/0!", "#N/D", "####", "#HIÁNYZIK"])
def test_a_spreadsheet_says_in_any_language_that_it_has_no_value(cell: str) -> None:
    assert texts.error_cells(column(cell)) == [cell]


@pytest.mark.parametrize("cell", ["#1", "#hashtag", "#12A", "# 4"])
def test_a_number_sign_is_no_error(cell: str) -> None:
    assert texts.error_cells(column(cell)) == []


def test_an_error_is_one_with_blanks_around_it_too() -> None:
    assert texts.error_cells(column(" #N/A ", "#NAME?", " 12")) == [" #N/A ", "#NAME?"]


def test_wide_signs_are_odd_but_beside_letters_that_are_as_wide() -> None:
    assert texts.invisible(column("渡邉\u3000大輔", "김\u3000철수", "Rina\u3000Hartati")) == ["Rina\u3000Hartati"]
    assert look_alikes(column("高円寺２－２７", "Ｔｏｋｏ Ｍａｊｕ")) == ["Ｔｏｋｏ Ｍａｊｕ"]
    assert texts.invisible(column("渡邉\u200b大輔")) == ["渡邉\u200b大輔"]


def test_a_word_as_long_as_a_book_is_looked_through_in_no_time() -> None:
    assert look_alikes(column("é" + "a" * 100_000, "Ｔｏｋｏ", "Budi")) == ["Ｔｏｋｏ"]


def test_partners_in_a_firm_are_no_two_customers() -> None:
    assert texts.several_customers(column("Grün & Partner OHG", "Roy & Sons Traders Pte")) == []
    assert texts.several_customers(column("Budi & Siti")) == ["Budi & Siti"]


def test_postcodes_of_another_country_are_no_phones() -> None:
    assert texts.wrong_column(column("09015-000", *map(str, range(40111, 40131)), target="postcode")) == []
    cells = ["081234567890", *map(str, range(40111, 40131))]
    assert texts.wrong_column(column(*cells, target="postcode")) == ["081234567890"]


PEOPLE = [
    f"{first} {last}" for first in ("Budi", "Siti", "Agus", "Dewi", "Rina") for last in ("Santoso", "Lestari", "Utami")
]


def test_two_people_in_a_cell_of_others_are_told_unless_they_stand_together_everywhere() -> None:
    assert texts.several_customers(column(*PEOPLE, "Agus & Dewi", target="")) == ["Agus & Dewi"]
    parents = [f"{one} & {other}" for one, other in zip(PEOPLE, reversed(PEOPLE), strict=True)]
    assert texts.several_customers(column(*parents, target="")) == ()


def test_two_things_are_no_two_people() -> None:
    dishes = ("Bakso & Mie", *(f"Soto {number}" for number in range(20)))
    assert not texts.several_customers(column(*dishes, target=""))


@pytest.mark.parametrize("cell", ["brak", "keine", "(aucun)", "nessuno", "sem", "menyusul", "tidak punya hp"])
def test_a_word_for_nothing_stands_in_its_own_column(cell: str) -> None:
    phones = [f"0812345670{number:02}" for number in range(20)]
    assert texts.wrong_column(column(cell, *phones, target="phone")) == []
    assert texts.wrong_column(column("Budi Santoso", *phones, target="phone")) == ["Budi Santoso"]


FAMILIES = ("Barbosa", "Gonçalves", "da Silva", "dos Santos")
OF_BRAZIL = [f"{given} {family}" for given in ("Márcio", "Ana", "João", "Luíza", "Fábio") for family in FAMILIES]


@pytest.mark.parametrize("cell", ["Fábio dos Santos e Ana", "João e Luíza Barbosa", "Ana Barbosa und João Gonçalves"])
def test_two_people_are_told_in_other_languages_by_the_names_that_begin_others(cell: str) -> None:
    assert texts.several_customers(column(*OF_BRAZIL, cell)) == [cell]


def test_who_may_be_a_man_or_a_woman_is_one_customer() -> None:
    cells = ("Bpk/Ibu Adolfina", "Bapak/Ibu Sari", "Budi & Siti", "Rina Hartati")
    assert texts.several_customers(column(*cells)) == ["Budi & Siti"]


def test_two_people_with_an_and_and_titles_of_one_letter_in_arabic_are_two_customers() -> None:
    names = ("محمود طارق", "محمود السيد", "منى عمرو", "منى خالد", "مينا فوزي", "طارق حسنين", "سامح بدوي", "دينا رمضان")
    couple = "م/ محمود مصطفى و منى شحاتة"
    assert texts.several_customers(column(*names, couple, "د/ دينا مصطفى")) == [couple]


def test_a_name_with_an_and_in_it_is_one_customer() -> None:
    assert texts.several_customers(column(*OF_BRAZIL, "João Costa e Silva", "Ana Ortega y Gasset")) == []
    couples = [f"{given} e Ana Barbosa" for given in ("Márcio", "João", "Luíza", "Fábio")]
    assert texts.several_customers(column(*OF_BRAZIL, *couples)) == []


def test_letters_that_became_question_marks_are_told_where_nobody_asks_anything() -> None:
    cells = ("M?ller", "?stanbul", "???? ?????", "???", "Budi?", "Siti Aminah")
    assert mojibake(column(*cells)) == ["M?ller", "?stanbul", "???? ?????"]
    assert mojibake(column(*cells, target="notes")) == []
    link = "Jl. Melati 5, https://www.google.com/maps?q=-6.2,106.8"
    assert mojibake(column(link, "Jl. M?lati 5", target="address")) == ["Jl. M?lati 5"]


def test_letters_that_the_list_around_them_proves_misread_are_told() -> None:
    cells = ["Ayþe Yýlmaz", "Çetin Öz", "Ankara"]
    misread = Column("Adı", "name", cells, [1, 1, 1], misread=frozenset("þý"))
    assert mojibake(misread) == ["Ayþe Yýlmaz"]
    assert mojibake(column(*cells)) == []


def test_blanks_between_the_thousands_of_an_amount_are_how_programs_write_it() -> None:
    amounts = ("1\u202f500,00\u00a0€", "$\u00a012.50", "2\u00a0300\u00a0000")
    assert texts.invisible(column(*amounts, target="revenue")) == []
    assert texts.invisible(column("1\u200b500", *amounts, target="revenue")) == ["1\u200b500"]
    assert texts.invisible(column("Budi\u00a0Santoso")) == ["Budi\u00a0Santoso"]


def test_two_family_names_in_a_cell_are_two_customers_unless_most_cells_hold_two() -> None:
    names = [f"Bakker{letter}" for letter in "abcdefghijklmnopqrst"]
    couples = ["Hart / Kuipers", "Dijk & Meulen"]
    assert texts.several_customers(column(*names, *couples, "García y Vega", target="family_name")) == couples
    assert not texts.several_customers(column(*names[:4], *couples, target="family_name"))


def test_numbered_people_in_a_cell_are_several_and_a_word_behind_many_is_nobody() -> None:
    numbered = "1. SUMINI WATHONI 2. HAERUDIN MURDIANA"
    assert texts.several_customers(column(numbered, "2. SUMINI", "Rini 2")) == [numbered]
    resellers = [f"Budi Hartono{letter} | reseller" for letter in "abcd"]
    assert texts.several_customers(column(*resellers, "Budi Hartono | Sri Rejeki")) == ["Budi Hartono | Sri Rejeki"]


def test_two_people_of_names_that_nobody_knows_are_told_by_those_around_them() -> None:
    names = [
        f"{given} {family}" for given in ("Melki", "Domi", "Mersi", "Imanuel") for family in ("Nubat", "Tefa", "Ndolu")
    ]
    both = "Melki Tefa DAN Imanuel Ndolu"
    assert texts.several_customers(column(*names, both, target="")) == [both]
    assert not texts.several_customers(column(*names, "Beras Merah DAN Gula Pasir", target=""))


@pytest.mark.parametrize(
    ("target", "one", "two"),
    [
        ("phone", "08123456{:04}", "0812 3456 7890 / 085711112222"),
        ("phone", "08123456{:04}", "081234567890\n085711112222"),
        ("phone", "08123456{:04}", "08123456789 atau 0857 1111 2222"),
        ("phone", "08123456{:04}", "HP: 08123456789 (Budi), WA 085711112222 (Siti)"),
        ("phone", "08123456{:04}", "08123456789 (istri 085711112222)"),
        ("phone", "08123456{:04}", "081234567890 085711112222"),
        ("phone", "08123456{:04}", "0812 3456 7890 0857 1111 2222"),
        ("phone", "011-881-{:04}", "011-881-4711／011-464-2160"),
        ("email", "budi{:04}@example.com", "budi@example.com; siti@example.com"),
        ("email", "budi{:04}@example.com", "budi@example.com atau siti@example.com"),
        ("other_id", "830529-02-{:04}", "591223-07-1701 / 530818-02-4022"),
    ],
)
def test_two_values_in_a_cell_are_told_but_where_a_list_writes_them_so(target: str, one: str, two: str) -> None:
    ones = [one.format(number) for number in range(40)]
    assert several_values(column(*ones, two, target=target)) == [two]
    assert several_values(column(*ones[:4], two, target=target)) == ()
    assert several_values(replace(column(*ones, two, target=target), header="Telp & HP")) == ()
    either = replace(column(*ones, two, target=target), header="Telp/HP")
    assert several_values(either) == [two]
    assert several_values(replace(either, cells=[*ones[:15], two], occurrences=[1] * 16)) == ()


def test_a_wide_sign_between_two_phones_is_told_as_what_parts_them() -> None:
    told = told_cells(
        column(*(f"011-881-{n}" for n in range(1000, 1040)), "011-881-4711／011-464-2160", target="phone")
    )
    assert told == {"011-881-4711／011-464-2160": Damage.SEVERAL_VALUES}


def test_behind_a_family_name_and_a_given_one_stands_another_given_one() -> None:
    names = ("Doria Marta", "Gadda Marta e Lucio", "Costa e Silva Ana", "Della Costa e Silva Ana", "Bruno Lucio")
    cells = column(*names, *(f"{family} Ugo" for family in FAMILIES))
    assert texts.several_customers(replace(cells, header="Cognome e nome")) == ["Gadda Marta e Lucio"]
    assert texts.several_customers(replace(cells, header="Nome e cognome")) == []


def test_a_husband_and_the_wife_who_is_named_are_two_customers() -> None:
    couples = ["Budi Santoso & istri Siti Aminah", "Rina Hartati dan suami Agus"]
    assert texts.several_customers(column(*couples, "Budi & istri", "Siti Aminah / istri Pak Joko")) == couples


def test_a_short_name_is_one_with_others_behind_it() -> None:
    couple = "Võ Quốc Tài + vợ Lê Thị Tuyết"
    assert texts.several_customers(column(couple, "Siti / Jl Melati", "Budi / UD Maju", "Agus / SE")) == [couple]


@pytest.mark.parametrize(
    ("target", "cell"),
    [
        *(("handle", "budi@example.com"), ("other_id", "+62 812-3456-7890"), ("account_number", "budi@example.com")),
        *(("occupation", "Jl. Melati No. 5"), ("family_card", "081234567890"), ("products", "081234567890")),
        *(("phone", "Siti (istri)"), ("phone", "@siti_a"), ("email", "@siti_a"), ("email", "linkedin.com/in/siti")),
    ],
)
def test_a_value_of_another_kind_stands_out_in_any_column(target: str, cell: str) -> None:
    others = [f"31711{number:03}" for number in range(20)]
    assert texts.wrong_column(column(*others, cell, target=target)) == [cell]


@pytest.mark.parametrize(
    ("target", "cell"),
    [
        *(("phone", "021-5551234/15"), ("phone", "08123456/7"), ("other_id", "C1234567/0081")),
        *(
            ("phone", "0215551234 ext 081234567"),
            ("phone", "0215551234 Pes 081234567"),
            ("phone", "000000000000000000000000"),
        ),
        ("phone", f"0812345678{' ' * 20_000}x"),
    ],
)
def test_a_number_and_what_belongs_to_it_are_one(target: str, cell: str) -> None:
    assert not several_values(column(*map(str, range(812345670, 812345699)), cell, target=target))


def test_letters_of_another_alphabet_stand_out_among_codes_with_latin_ones() -> None:
    passports = [f"{letter}{number}" for letter in "CEX" for number in range(8335400, 8335410)]
    odd = ["\u04218335486", "\u0425\u04157335486"]
    assert look_alikes(column(*passports, *odd, target="other_id")) == odd[:1]
    assert look_alikes(column(*passports, "EX1234567", *odd, "CX7654321", target="other_id")) == odd
    assert look_alikes(column("Budi Santoso", "\u0422\u041e\u041c Santoso")) == ["\u0422\u041e\u041c Santoso"]


def test_digits_that_look_like_letters_stand_out_inside_a_name() -> None:
    odd = ("R0nald Koto", "Bud1man", "Agus Susant0")
    cells = (*odd, "Toko 10", "Budi01", "Sari 2", *OF_BRAZIL, *PEOPLE)
    assert look_alikes(column(*cells)) == [*odd]
    assert look_alikes(column(*odd, "Siti Aminah")) == []
    assert look_alikes(column(*cells, target="notes")) == []


def test_letters_of_an_alphabet_are_its_own_where_it_is_at_home() -> None:
    own = ["КН123456", "ЛЮ654321", "МС111222", "Том", "ООО «ALFA»", "Общество"]
    assert look_alikes(column(*own, target="other_id")) == []
    assert look_alikes(column(*own, "KH777888", target="other_id")) == ["KH777888"]
    assert look_alikes(column("А", "В", "С", target="segment")) == []


def test_an_o_where_all_other_codes_have_a_digit_is_a_zero() -> None:
    codes = [f"J{digit}{letter} {digit}{letter}{other}" for digit in "1234567" for letter in "BCEHM" for other in "25"]
    odd = ["J7C 9SO", "J7J OMO", "J7E 1KI", "07C 9S2"]
    assert sorted(look_alikes(column(*codes, *odd, target="postcode"))) == sorted(odd)
    # Another kind of code has other letters in that place as well.
    assert look_alikes(column(*codes, "J7C 9SO", "J7C 9SB", target="postcode")) == []


def test_two_given_names_behind_one_family_name_are_two_customers() -> None:
    others = [f"{family}\u3000{given}" for family in ("伊藤", "加藤", "渡辺") for given in ("勝", "浩二", "恵子", "誠")]
    assert texts.several_customers(column(*others, "小林\u3000浩二・恵子")) == ["小林\u3000浩二・恵子"]
    assert texts.several_customers(column(*others, "ジョン・スミス", "金子・山田法律事務所")) == []
    households = [f"{family}\u3000勝・恵子" for family in ("伊藤", "加藤", "渡辺")]
    assert not texts.several_customers(column(*others, *households))
