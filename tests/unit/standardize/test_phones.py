"""Phone numbers: every way in which lists write and break them."""

from __future__ import annotations

import pytest

from steward.standardize.phone_regions import phone_region
from steward.standardize.phones import split_phones, standardize_phone
from steward.standardize.standard_value import ColumnHints, ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("0812-3450-6789", "+6281234506789"),
        ("0812 3450 6789", "+6281234506789"),
        ("0812.3450.6789", "+6281234506789"),
        ("+62 812 3450 6789", "+6281234506789"),
        ("6281234506789", "+6281234506789"),
        ("+62 (0)812 3450 6789", "+6281234506789"),
        ("+62081234506789", "+6281234506789"),
        ("006281234506789", "+6281234506789"),
        ("62815429268", "+62815429268"),
        ("81234506789", "+6281234506789"),
        ("817113056", "+62817113056"),
        ("81234506789.0", "+6281234506789"),
        ("'081234506789", "+6281234506789"),
        ("O812345O6789", "+6281234506789"),
        ("WA 0812 3450 6789", "+6281234506789"),
        ("HP: 081234506789", "+6281234506789"),
        ("0812 3450 6789 (suami)", "+6281234506789"),
        ("081234506789 an. Budi", "+6281234506789"),
        ("0811 123 456", "+62811123456"),
        ("(021) 555 1234", "+62215551234"),
        ("021-5551234/35", "+62215551234"),
        ("021-5551234 psw. 12", "+62215551234"),
        ("021-5551234 ext 12", "+62215551234"),
        ("021-5551234 #12", "+62215551234"),
        ("215551234", "+62215551234"),
        ("62 21 555 1234", "+62215551234"),
        ("0333 - 373059", "+62333373059"),
        ("+62-271-3029024", "+622713029024"),
        ("+1 310 246 1501", "+13102461501"),
        ("٠٨١٢٣٤٥٠٦٧٨٩", "+6281234506789"),
    ],
)
def test_a_readable_number_becomes_e164(raw: str, expected: str) -> None:
    found = standardize_phone(raw)

    assert (found.value, found.status) == (expected, ValueStatus.VALID)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("5551234", "5551234"),
        ("259506", "259506"),
        ("310/246-1501", "310-246-1501"),
        ("818/762-1221", "818-762-1221"),
        ("0812345", "+62812345"),
    ],
)
def test_a_number_that_lacks_something_keeps_its_digits_and_is_doubtful(raw: str, expected: str) -> None:
    found = standardize_phone(raw)

    assert (found.value, found.status) == (expected, ValueStatus.DOUBTFUL)


def test_digits_that_a_spreadsheet_rounded_away_are_never_made_up() -> None:
    assert standardize_phone("8.12E+10") == standardize_phone("6,28123E+12")
    assert standardize_phone("8.12E+10").status is ValueStatus.DOUBTFUL
    assert standardize_phone("8.12E+10").value == ""
    assert standardize_phone("8.1234506789E+10").value == "+6281234506789"


@pytest.mark.parametrize(
    "raw",
    [
        "-",
        "000",
        "0800000000",
        "0811111111",
        "021-0000000",
        "999999",
        "08xxxxxxxxxx",
        "0812345678",
        "081234567890",
        "tidak ada",
    ],
)
def test_a_filler_is_a_placeholder(raw: str) -> None:
    found = standardize_phone(raw)

    assert (found.value, found.status) == ("", ValueStatus.PLACEHOLDER)


@pytest.mark.parametrize("raw", ["budi@gmail.com", "an. Budi", "12", "08123450678908123450678999"])
def test_what_can_not_be_a_number_is_invalid(raw: str) -> None:
    assert standardize_phone(raw).status is ValueStatus.INVALID


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("022 6095720 atau 085769208384", ("022 6095720", "085769208384")),
        ("+62 818 9174 4663 ; 0333 - 373059", ("+62 818 9174 4663", "0333 - 373059")),
        ("021-5551234/35", ("021-5551234", "021-5551235")),
        ("021-5551234/5/6", ("021-5551234", "021-5551235", "021-5551236")),
        ("081234506789/081234506780 (kantor)", ("081234506789", "081234506780 (kantor)")),
        ("081234506789, 081234506780", ("081234506789", "081234506780")),
        ("081234506789\n081234506780", ("081234506789", "081234506780")),
        ("310/246-1501", ("310/246-1501",)),
        ("0812,3450,6789", ("0812 3450 6789",)),
        ("", ()),
    ],
)
def test_a_cell_can_hold_several_numbers(raw: str, expected: tuple[str, ...]) -> None:
    assert split_phones(raw) == expected


def test_a_column_of_foreign_numbers_is_not_read_as_indonesian() -> None:
    raws = ["310/246-1501", "818/762-1221", "213-848-6677", ""]
    hints = ColumnHints(phone_region=phone_region(raws))

    assert hints.phone_region == ""
    assert standardize_phone("310/246-1501", hints).status is ValueStatus.VALID
    assert phone_region(["081234506789", "310/246-1501"]) == "ID"


@pytest.mark.parametrize(
    ("numbers", "region"),
    [
        ([f"0812345067{n}" for n in range(10, 30)], "ID"),
        ([f"9123 45{n}" for n in range(10, 30)], "SG"),
        ([f"012-34567{n}" for n in range(10, 30)], "MY"),
        ([f"04123456{n}" for n in range(10, 30)], "AU"),
        ([f"06 67 92 6{n // 10} {n % 10}3" for n in range(10, 30)], "FR"),
        ([f"600 12 34 {n}" for n in range(10, 30)], "ES"),
        ([f"06 380175{n}" for n in range(10, 30)], "NL"),
        ([f"05{n} 666 29 {n}" for n in range(30, 60)], "TR"),
        ([f"07{n} 3053{n}" for n in range(10, 30)], "KE"),
        ([f"0448 102 6{n}" for n in range(10, 30)], "AU"),
        ([f"338 488 59{n}" for n in range(10, 30)], "IT"),
        # Kenya, Australia, the Netherlands or Palembang: nobody knows.
        ([f"07{n:02}3053{n:02}" for n in range(30)], ""),
        ([f"021-55512{n}" for n in range(10, 30)], "ID"),
        ([f"55512{n}" for n in range(10, 30)], "ID"),
        ([f"91234{n}" for n in range(10, 14)], "ID"),
    ],
)
def test_the_region_of_a_column_is_where_its_numbers_can_be_dialled(numbers: list[str], region: str) -> None:
    assert phone_region(numbers) == region


def test_ten_digits_in_groups_are_those_of_the_country_that_is_known() -> None:
    assert standardize_phone("338 488 5922", ColumnHints(phone_region="IT")).value == "+393384885922"


def test_the_country_that_a_list_tells_of_decides_where_its_numbers_alone_do_not() -> None:
    numbers = [f"07{n:02}3053{n:02}" for n in range(30)]
    assert phone_region(numbers, "KE") == "KE"
    assert phone_region([f"0812345067{n}" for n in range(10, 30)], "AU") == "ID"


def test_numbers_with_a_country_code_tell_whose_the_others_are() -> None:
    bare = [f"07{n:03}3053{n % 100:02}" for n in range(350, 450)]
    assert phone_region([*(f"+44 7{n} 471{n}" for n in range(400, 440)), *bare]) == "GB"
    assert phone_region([*(f"0091 98{n} 12{n}" for n in range(400, 440)), *bare]) == "IN"
    assert (
        phone_region([*(f"+44 7{n} 471{n}" for n in range(400, 440)), *(f"0812345{n}" for n in range(400, 500))])
        == "ID"
    )


@pytest.mark.parametrize("typed", ["0115 458 3623", "+44 115 458 3623", "00441154583623", "441154583623"])
def test_a_number_that_nobody_has_is_the_same_with_its_country_code_and_without(typed: str) -> None:
    found = standardize_phone(typed, ColumnHints(phone_region="GB"))
    assert (found.value, found.status) == ("+441154583623", ValueStatus.DOUBTFUL)


def test_a_number_with_its_own_country_code_stays_there_in_a_list_of_another_country() -> None:
    hints = ColumnHints(phone_region="DE")
    assert standardize_phone("+62 812-3450-0100", hints).value == "+6281234500100"
    assert standardize_phone("+65 9123 4567", hints).value == "+6591234567"
    assert standardize_phone("0171 7552100", hints).value == "+491717552100"


@pytest.mark.parametrize("cell", ["035241 / 28101", "03431/8057", "4,92E+12"])
def test_an_area_code_before_a_slash_and_a_rounded_number_are_no_numbers_of_their_own(cell: str) -> None:
    assert split_phones(cell) == (cell,)


def test_a_number_behind_its_area_code_and_a_slash_is_read_whole() -> None:
    assert standardize_phone("035241/28101", ColumnHints(phone_region="DE")).value == "+493524128101"
