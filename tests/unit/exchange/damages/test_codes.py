"""Codes of a text file that went through a spreadsheet before: only their many zeros tell."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from steward.exchange.damages import Damage, find_damage
from steward.exchange.mapping import Mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.tables import RawTable


def damage_of(target: str, cells: list[str], *, countries: list[str] | None = None) -> dict[Damage, list[int]]:
    """The kinds of damage found in a column of codes, each with the places of its cells."""
    rows = zip(cells, countries or ["Indonesia"] * len(cells), strict=True)
    table = RawTable("list.csv", "", 1, ("Kode", "Negara"), RawRows.of(RawRow(at, row) for at, row in enumerate(rows)))
    found = find_damage(table, Mapping("", (("Kode", target), ("Negara", "country"))))
    return {damage.damage: list(damage.rows) for damage in found}


def long_codes(*, cut: int) -> list[str]:
    chance = random.Random(7)
    codes = [str(chance.randrange(1180 * 10**12, 1181 * 10**12)) for _ in range(80)]
    return [f"{code[:15]}0" if place < cut else code for place, code in enumerate(codes)]


def test_codes_of_sixteen_digits_of_which_many_end_in_zero_were_cut() -> None:
    assert damage_of("account_number", long_codes(cut=0)) == {}
    found = damage_of("account_number", long_codes(cut=24))
    assert found.keys() == {Damage.CUT_DIGITS}
    assert set(found[Damage.CUT_DIGITS]) >= set(range(24))


def test_codes_that_all_end_alike_are_made_so() -> None:
    assert damage_of("account_number", [f"{code[:13]}000" for code in long_codes(cut=0)]) == {}


def test_codes_of_any_length_were_cut_where_zeros_fill_them_up() -> None:
    whole = random_codes(17)
    cut = [code[:15] + "00" for code in whole[:12]]
    assert damage_of("account_number", whole) == {}
    found = damage_of("account_number", [*cut, *whole[12:]])
    assert found.keys() == {Damage.CUT_DIGITS}
    assert set(found[Damage.CUT_DIGITS]) >= set(range(12))


def test_most_codes_of_a_list_can_have_lost_their_zeros() -> None:
    codes = [str(number) for number in range(3, 63)] + [f"{number:06}" for number in range(63, 103)]
    assert damage_of("", codes) == {Damage.LOST_ZERO: list(range(60))}


def random_codes(digits: int, *, count: int = 300, zeros: str = "") -> list[str]:
    chance = random.Random(11)
    return [zeros + str(chance.randrange(10**digits)).zfill(digits) for _ in range(count)]


@pytest.mark.parametrize("target", ["account_number", "source_key", "id_number", ""])
def test_long_codes_none_of_which_begins_with_zero_lost_theirs(target: str) -> None:
    codes = random_codes(10)
    short = [place for place, code in enumerate(codes) if code.startswith("0")]
    assert len(short) > 20
    assert damage_of(target, codes) == {}
    assert damage_of(target, [code.lstrip("0") for code in codes]) == {Damage.LOST_ZERO: short}


@pytest.mark.parametrize(
    "numbers",
    [
        [str(number) for number in range(999_999_900, 1_000_000_100)],
        [f"{number}00000" for number in range(2_500, 13_000, 25)],
        [f"8{code}" for code in random_codes(9)] + [f"8{code}" for code in random_codes(8)],
    ],
    ids=["counted", "amounts", "phones"],
)
def test_numbers_of_two_lengths_that_are_no_codes_lost_nothing(numbers: list[str]) -> None:
    assert damage_of("", numbers) == {}


def test_a_phone_whose_thousands_are_set_apart_was_read_as_a_number() -> None:
    phones = ["085226858721", "6.285.226.858.721", "+62 812 3456 7890", "6.281.234.567.890", "0812.345.678.901"]
    assert damage_of("phone", phones) == {Damage.READ_AS_NUMBER: [1, 3]}
    assert damage_of("phone", ["612.345.678", "655.101.202", "1.800.123.456", "912.345.678"]) == {}


@pytest.mark.parametrize("shown", ["{:,.2f}", "{:,}", "{}.0"])
def test_codes_shown_as_amounts_were_read_as_numbers(shown: str) -> None:
    codes = [f"7{code}" for code in random_codes(9)]
    as_numbers = [shown.format(int(code)) if place % 3 == 0 else code for place, code in enumerate(codes)]
    turned = [cell.translate(str.maketrans(",.", ".,")) for cell in as_numbers]
    for target in ("source_key", ""):
        assert damage_of(target, as_numbers) == {Damage.READ_AS_NUMBER: list(range(0, 300, 3))}
        if shown != "{:,}":
            assert damage_of(target, turned) == {Damage.READ_AS_NUMBER: list(range(0, 300, 3))}


def test_postcodes_of_two_lengths_lost_a_zero_unless_they_are_of_several_countries() -> None:
    codes = ["8000", "5000", "6300", "1000"] * 5 + ["50450", "47500", "10250"] * 5
    assert damage_of("postcode", codes) == {Damage.LOST_ZERO: list(range(20))}
    assert damage_of("postcode", codes, countries=["Australia"] * 20 + ["Malaysia"] * 15) == {}


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        (["01310-100", "04543011", "20040-020"], "1310-100"),
        (["060-0001", "150-0043"], "60-0001"),
        (["040 01", "811 02"], "40 01"),
    ],
)
def test_a_postcode_in_two_parts_lost_its_zero_too(whole: list[str], short: str) -> None:
    codes = [*whole * 4, short, *whole * 4, "-"]
    assert zeros_lost({"Kode": ("postcode", codes)}) == {"Kode": [short]}


def test_a_postcode_in_two_parts_is_as_long_as_those_of_its_country() -> None:
    countries = ["Brazil", "Brazil", "Poland", "Poland", "Portugal"]
    codes = ["1310-100", "01310-100", "0-950", "00-950", "1000-001"]
    assert damage_of("postcode", codes, countries=countries) == {Damage.LOST_ZERO: [0, 2]}


def test_postcodes_with_and_without_a_second_part_lost_nothing() -> None:
    assert zeros_lost({"Zip": ("postcode", ["90210", "10001", "60601-2345", "02139-4307"] * 5)}) == {}
    assert zeros_lost({"Postal": ("postcode", ["1000-205", "4000", "1250-096"] * 5)}) == {}


def test_phones_after_a_country_code_of_their_own_lost_no_zero() -> None:
    phones = [f"81234567{number:03}" for number in range(40)]
    rows = RawRows.of(RawRow(at, ("62", phone)) for at, phone in enumerate(phones))
    mapping = Mapping("", (("Country Code", ""), ("Phone", "phone"), ("Kode", ""), ("HP", "phone")))

    beside = find_damage(RawTable("list.csv", "", 1, ("Country Code", "Phone"), rows), mapping)
    alone = find_damage(RawTable("list.csv", "", 1, ("Kode", "HP"), rows), mapping)

    assert beside == []
    assert [(damage.damage, damage.header) for damage in alone] == [(Damage.LOST_ZERO, "HP")]


def test_websites_and_mail_addresses_stand_in_each_others_column() -> None:
    mails, sites = [f"a{number}@b.co" for number in range(10)], [f"www.b{number}.com" for number in range(10)]

    assert damage_of("email", [*mails, sites[0]]) == {Damage.WRONG_COLUMN: [10]}
    assert damage_of("website", [*sites, mails[0]]) == {Damage.WRONG_COLUMN: [10]}


def test_numbers_of_a_fixed_length_are_told_by_their_header_alone() -> None:
    def found_under(header: str, cells: list[str]) -> list[Damage]:
        table = RawTable("list.csv", "", 1, (header,), RawRows.of(RawRow(at, (cell,)) for at, cell in enumerate(cells)))
        return [damage.damage for damage in find_damage(table, Mapping("", ((header, ""),)))]

    pupils = [f"{12_345_678 + 991 * at}" for at in range(30)]
    assert found_under("NISN", pupils) == [Damage.LOST_ZERO]
    assert found_under("NISN", [f"00{number}" for number in pupils]) == []
    assert found_under("No. Kwitansi", pupils) == []


def test_a_postcode_is_as_long_as_those_of_the_country_in_its_row() -> None:
    codes = ["40559", "018956", "7030", "7743", "SW1A 1AA", "90210"]
    countries = ["Indonesia", "Singapore", "United States", "Germany", "United Kingdom", "USA"]
    assert damage_of("postcode", codes, countries=countries) == {Damage.LOST_ZERO: [2, 3]}


def test_phones_that_lack_the_zero_of_their_country_lost_it_though_none_of_the_list_has_one() -> None:
    phones = [f"1{digit}3456{number:03}" for number, digit in enumerate("2345678" * 5)]

    assert damage_of("phone", phones, countries=["Malaysia"] * 35) == {Damage.LOST_ZERO: list(range(35))}
    assert damage_of("phone", [f"60{phone}" for phone in phones], countries=["Malaysia"] * 35) == {}
    # There nobody writes a zero.
    assert damage_of("phone", [f"{phone}1" for phone in phones], countries=["USA"] * 35) == {}


def test_mobiles_of_a_whole_column_lost_their_zero_where_the_number_is_of_this_country() -> None:
    phones = [f"812345{number:05}" for number in range(35)]

    assert damage_of("phone", phones) == {Damage.LOST_ZERO: list(range(35))}


def test_a_phone_too_short_for_a_country_code_before_it_lost_its_zero() -> None:
    phones = [f"06{digit}7650{number:03}" for number, digit in enumerate("1234512345" * 3)]
    phones[3:9] = [phone[1:] for phone in phones[3:9]]
    assert {phone[:2] for phone in phones[3:9]} >= {"62"}

    assert damage_of("phone", phones) == {Damage.LOST_ZERO: list(range(3, 9))}
    # These are whole, behind the code of their country.
    assert damage_of("phone", [*phones[:3], "6281234567890", "622155501234"]) == {}


def test_short_postcodes_that_kept_their_zeros_are_those_of_another_country() -> None:
    codes = ["760301", "068897", "530832", "049315"] * 12 + ["06000", "05150", "41000"]
    assert damage_of("postcode", codes, countries=[""] * len(codes)) == {}


def test_a_number_of_nothing_but_zeros_is_a_filler_and_was_not_cut() -> None:
    ids = [f"3273{day:02}{day:02}0785{day:04}" for day in range(1, 13)]
    assert damage_of("nik", [*ids, "3200000000000000"]) == {}
    assert damage_of("nik", [*ids, "3273010101850010", *["3273000000000000"] * 3]) == {}


def zeros_lost(headers: dict[str, tuple[str, list[str]]]) -> dict[str, list[str]]:
    """The cells that lost their zero, by column; each column is its target and its cells."""
    rows = zip(*(cells for _, cells in headers.values()), strict=True)
    table = RawTable("list.csv", "", 1, tuple(headers), RawRows.of(RawRow(at, row) for at, row in enumerate(rows)))
    found = find_damage(table, Mapping("", tuple((header, target) for header, (target, _) in headers.items())))
    return {one.header: list(one.cells) for one in found if one.damage is Damage.LOST_ZERO}


def phones_of(columns: dict[str, tuple[str, list[str]]]) -> dict[str, int]:
    """How many phones lost their zero, by column."""
    return {header: len(cells) for header, cells in zeros_lost(columns).items()}


def test_landlines_without_a_zero_lost_it_beside_mobiles_that_did() -> None:
    mobiles = [f"812345{number:05}" for number in range(40)]
    landlines = [f"21{number:07}" if number % 2 else "" for number in range(3150040, 3150080)]
    columns = {"HP": ("phone", mobiles), "Rumah": ("phone", landlines)}

    assert phones_of(columns) == {"HP": 40, "Rumah": 20}
    assert phones_of({"HP": ("phone", [f"0{phone}" for phone in mobiles]), "Rumah": ("phone", landlines)}) == {}
    abroad = ["+6567341122", *(f"67341{number:03}" for number in range(39))]
    assert phones_of({"HP": ("phone", mobiles), "SG": ("phone", abroad)}) == {"HP": 40}


def test_postcodes_that_only_one_country_has_tell_what_its_phones_lack() -> None:
    phones = [f"74611300{number:02}" for number in range(20)]
    postcodes = [f"SW{number}A 1A{letter}" for number, letter in enumerate("ABCDE", 1)] * 4

    assert phones_of({"Mobile": ("phone", phones), "Code": ("postcode", postcodes)}) == {"Mobile": 20}
    assert phones_of({"Mobile": ("phone", phones), "Code": ("postcode", ["90210", "10001"] * 10)}) == {}


def test_numbers_of_papers_tell_the_country_whose_phones_lost_their_zeros() -> None:
    phones = [f"5081592{number}" for number in range(10, 30)]
    papers = [f"784-1975-14378{number}-6" for number in range(10, 30)]
    columns = {"الهاتف": ("phone", phones), "الجنسية": ("country", ["مصري", "هندي"] * 10)}

    assert phones_of(columns | {"رقم الهوية": ("other_id", papers)}) == {"الهاتف": 20}
    assert phones_of(columns) == {}


def test_days_under_the_header_of_houses_were_numbers_of_houses() -> None:
    cells = [f"2025-{month:02}-{day:02}" for month in (3, 7, 11) for day in (4, 11, 12)]
    rows = RawRows.of(RawRow(at, (cell,)) for at, cell in enumerate(cells))
    for header, target in (("Blok-No", ""), ("Blok / No Rumah", "address"), ("Door No.", "notes")):
        (found,) = find_damage(RawTable("list.csv", "", 1, (header,), rows), Mapping("", ((header, target),)))
        assert (found.damage, len(found.rows)) == (Damage.TURNED_INTO_DATE, 9)
    for header in ("Tgl Serah Terima Unit", "Terakhir"):
        assert find_damage(RawTable("list.csv", "", 1, (header,), rows), Mapping("", ((header, ""),))) == []


def test_days_among_house_numbers_and_fractions_were_such_numbers() -> None:
    houses = ["2-27-22", "5-2-17", "8-24 メゾン328", "2-17-26", "1-3-9", "3-5-14", "2003/2/9", "2001/11/12"]
    paid = ["33/180", "22/100", "5/72", "60/84", "12/36", "ago/72"]
    flats = ["7/6", "22/8", "183/32", "22", "10/1", "12/6", "24/4", "45", "09.lip", "04. gru", "7. Ağu"]
    shown = ["1-4", "5-12", "2-21", "5-14-22\u3000ハイツ203", "10月6日"]
    columns = (
        ("番地", "address", houses, 2),
        ("PARC PG", "", paid, 1),
        ("Nr", "", flats, 3),
        ("番地", "address", shown, 1),
        ("Kelompok umur", "segment", [*["13-15", "dewasa", "dewasa"] * 4, "07-Sep", "10-Des"], 2),
        ("Address", "address", ["Flat B-101", "Plot No. 12, 3rd Main", "65-1-663", "150/43A", "05-Sep"], 1),
    )
    for header, target, cells, days in columns:
        rows = RawRows.of(RawRow(at, (cell,)) for at, cell in enumerate(cells))
        (found,) = find_damage(RawTable("list.csv", "", 1, (header,), rows), Mapping("", ((header, target),)))
        assert (found.damage, found.cells) == (Damage.TURNED_INTO_DATE, tuple(cells[-days:]))


def test_days_among_numbers_were_numbers_where_nearly_all_others_are() -> None:
    def told(*cells: str) -> list[tuple[str, ...]]:
        rows = RawRows.of(RawRow(at, (cell,)) for at, cell in enumerate(cells))
        found = find_damage(RawTable("list.csv", "", 1, ("Jarak",), rows), Mapping("", (("Jarak", ""),)))
        return [damage.cells for damage in found if damage.damage is Damage.TURNED_INTO_DATE]

    numbers = [str(number) for number in range(30000, 60000, 1000)]
    assert told(*numbers, "2023-05-04") == [("2023-05-04",)]
    assert told(*numbers, "2023-02-30", "2023-13-01") == []
    assert told(*numbers[:9], numbers[-1], *(f"belum bayar {at}" for at in range(40)), "2023-05-04") == []


def test_tax_numbers_of_other_countries_lost_their_zeros() -> None:
    whole = [f"{first}60858{number}" for first in (2, 4, 5, 7) for number in range(10, 30)]
    short = [f"{first}3128{number}" for first in (3, 6, 8) for number in range(10, 20)]
    assert zeros_lost({"IČO": ("npwp", [*whole, *short])}) == {"IČO": short}
    assert zeros_lost({"IČO": ("npwp", whole)}) == {}
    all_short = [f"6965371556{number}00" for number in range(10, 30)]
    assert zeros_lost({"NPWP": ("npwp", all_short)}) == {"NPWP": all_short}


def test_shorter_numbers_that_begin_otherwise_are_of_another_kind() -> None:
    whole = [f"000{first}66059{number}" for first in (1, 2, 3) for number in range(1000, 1020)]
    others = [f"{first}91199521{number}" for first in (4, 5, 7, 8, 9) for number in range(2, 8)]
    short = [number[3:] for number in whole[:20]]
    assert zeros_lost({"no_peserta": ("account_number", [*whole, *others])}) == {}
    assert zeros_lost({"no_peserta": ("account_number", [*whole, *short])}) == {"no_peserta": short}


def test_where_shorter_numbers_kept_their_zeros_they_are_of_another_kind() -> None:
    whole = [f"{first}40217854{number}" for first in range(1, 10) for number in range(10, 20)]
    short = [f"{first}64018{number}" for first in range(1, 10) for number in (1082, 1083)]
    assert zeros_lost({"TC-VERGİ NO": ("other_id", [*whole, *short])}) == {"TC-VERGİ NO": short}
    assert zeros_lost({"TC-VERGİ NO": ("other_id", [*whole, *short, "0640182083"])}) == {}


def test_days_of_six_digits_tell_those_that_lost_their_zeros() -> None:
    days = [f"85{month:02}{day}" for month in (3, 7, 11) for day in (14, 21, 28)]
    rows = RawRows.of(RawRow(at, (cell,)) for at, cell in enumerate([*days, "50317", "925"]))
    table = RawTable("list.csv", "", 1, ("생년월일",), rows)
    (found,) = find_damage(table, Mapping("", (("생년월일", "birth_date"),)))
    assert (found.damage, found.cells) == (Damage.LOST_ZERO, ("50317", "925"))
    rows = RawRows.of(RawRow(at, (cell,)) for at, cell in enumerate([*days, "31350"]))
    assert find_damage(replace(table, rows=rows), Mapping("", (("생년월일", "birth_date"),))) == []


NAMES = [f"Cliente {letter}" for letter in "ABCDEFGHIJ"]


def test_postcodes_of_a_whole_column_lost_their_zeros_where_phones_or_mails_tell_the_country() -> None:
    codes = ["2108", "7102", "6106", "1604", "4101"] * 2
    american = [f"(617) 555-0{number}" for number in range(100, 110)]
    assert zeros_lost({"Zip": ("postcode", codes), "Ph": ("phone", american)}) == {"Zip": codes}
    mails = [f"a{number}@orange.fr" for number in range(10)]
    assert zeros_lost({"CP": ("postcode", codes), "Mail": ("email", mails)}) == {"CP": codes}
    assert zeros_lost({"Kode": ("postcode", codes), "Nama": ("name", NAMES)}) == {}


def test_of_postcodes_of_four_digits_three_may_have_been_zeros() -> None:
    codes = ["8", "152", "1632", "400", "7441"] * 2
    african = [f"+2782123{number}" for number in range(4100, 4110)]
    assert zeros_lost({"Code": ("postcode", codes), "Cell": ("phone", african)}) == {"Code": ["8", "152", "400"] * 2}


def test_postcodes_are_short_beside_whole_ones_where_only_the_headers_tell_the_country() -> None:
    said = {"Cognome e nome": ("name", NAMES), "Annotazioni": ("notes", [""] * 10), "Comune": ("city", ["Roma"] * 10)}
    codes = ["20121", "184", "9124", "70121", "184", "20121", "184", "9124", "9124", "184"]
    assert zeros_lost({**said, "CAP": ("postcode", codes)}) == {"CAP": [code for code in codes if len(code) < 5]}
    assert zeros_lost({**said, "CAP": ("postcode", ["9124", "6900"] * 5)}) == {}


def test_phones_of_a_whole_column_lost_their_zeros_where_the_headers_tell_the_country() -> None:
    phones = [f"90130450{number}" for number in range(10)]
    assert zeros_lost({"Họ tên KH": ("name", NAMES), "SĐT": ("phone", phones)}) == {"SĐT": phones}
    assert zeros_lost({"Name": ("name", NAMES), "Telephone": ("phone", phones)}) == {}


def test_boxes_at_a_post_office_have_numbers_of_any_length() -> None:
    boxes = ["12930", "2930", "50112", "33445", "10293", "45566", "22334", "81234", "19283", "2931"]
    assert zeros_lost({"P.O. Box": ("postcode", boxes)}) == {}


def test_a_tax_number_is_as_long_as_its_country_hands_it_out() -> None:
    numbers = ["60725972033", "2842232399", "87298770403", "511360070"]
    assert zeros_lost({"CPF": ("other_id", numbers)}) == {"CPF": ["2842232399", "511360070"]}


def test_zips_are_measured_without_the_block_of_houses_behind_them() -> None:
    zips = ["85732", "85646", "85729", "85610", "85707-1234", "85640-9840", "03041-4392"] * 4 + ["4428", "8745"]
    assert damage_of("postcode", zips, countries=[""] * len(zips)) == {Damage.LOST_ZERO: [28, 29]}


def test_postcodes_grouped_as_india_groups_numbers_were_read_as_numbers() -> None:
    assert damage_of("postcode", ["522201", "522124", "5,22,265", "522509"] * 3) == {Damage.READ_AS_NUMBER: [2, 6, 10]}


def test_tax_numbers_of_another_country_are_no_npwp_without_its_zero() -> None:
    branches = [f"494-973-{number}-00000" for number in range(100, 130)]
    assert damage_of("npwp", branches) == {}
    assert damage_of("npwp", ["1.234.567.8-901.000"]) == {Damage.LOST_ZERO: [0]}


@pytest.mark.parametrize(("country", "is_told"), [("Germany", True), ("India", False)])
def test_a_phone_lost_its_zero_only_where_the_country_always_writes_it(country: str, is_told: bool) -> None:
    phones = [f"0{number}" for number in range(9849633271, 9849633281)] + ["9849633299"]
    found = damage_of("phone", phones, countries=[country] * len(phones))
    assert found == ({Damage.LOST_ZERO: [10]} if is_told else {})


def test_a_phone_lost_its_zero_where_a_list_sets_all_others_apart_behind_theirs() -> None:
    phones = [f"0532 446 {number} 07" for number in range(10, 40)] + ["5324461607"]
    assert damage_of("phone", phones, countries=["Türkiye"] * len(phones)) == {Damage.LOST_ZERO: [30]}
    spaced = [*phones[:-1], "532 446 16 07"]
    assert damage_of("phone", spaced, countries=["Türkiye"] * len(phones)) == {}


def test_ids_beside_passports_are_told_when_they_were_rounded() -> None:
    ids = ["5371062002640000", "5171030611710000", "X7178247", "C4472040", "5371084301850010"]
    assert damage_of("other_id", ids) == {Damage.CUT_DIGITS: [0, 1, 4]}
    assert damage_of("other_id", ["6376140956701320", "7547629102130000", "8401105147702213"]) == {}


def test_days_stand_for_numbers_where_all_others_are_such_numbers() -> None:
    years = [str(year) for year in range(2005, 2022)]
    assert damage_of("", [*years, "1905-07-04"]) == {Damage.TURNED_INTO_DATE: [17]}
    due = [str(day) for day in range(1, 29)]
    assert damage_of("", [*due, "2024-05-10"]) == {}


def test_numbers_counted_by_the_month_are_no_days_where_some_are_above_any_day() -> None:
    numbered = [f"{number}/07/2026" for number in range(1, 60)]
    assert damage_of("source_key", numbered) == {}
    assert damage_of("source_key", [*codes_of_letters(40), "1/07/2026", "2/07/2026"]).keys() == {
        Damage.TURNED_INTO_DATE
    }


def codes_of_letters(count: int) -> list[str]:
    return [f"K{number:02}-B" for number in range(count)]


def test_postcodes_with_a_separator_of_thousands_were_read_as_numbers_where_most_are_five_digits() -> None:
    assert damage_of("postcode", ["50174", "55281", "57,146", "55225"]) == {Damage.READ_AS_NUMBER: [2]}
    assert damage_of("postcode", ["80-225", "80.226", "80-227", "80-228"]) == {}
