"""Planted damage is found, each kind under its name, and clean lists raise no alarm."""

from __future__ import annotations

import pickle
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from steward.exchange.damages import Damage, dates, find_damage
from steward.exchange.damages.kinds import Column
from steward.exchange.mapping import Mapping, guess_mapping
from steward.exchange.raw_rows import RawRow, RawRows
from steward.exchange.readers import read_tables
from steward.exchange.tables import RawTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).parents[4]
LISTS = sorted(
    path
    for folder in ("resources/samples", "tests/data/departments")
    for path in (ROOT / folder).iterdir()
    if path.suffix in (".csv", ".xlsx") and path.stem not in ("truth", "cases")
)
COLUMNS = {
    "Kode": "source_key",
    "Nama": "name",
    "NIK": "nik",
    "NPWP": "npwp",
    "No HP": "phone",
    "Email": "email",
    "Tgl Lahir": "birth_date",
    "Alamat": "address",
    "RT/RW": "rt_rw",
    "Kota": "city",
    "Kode Pos": "postcode",
    "No Rekening": "account_number",
    "Catatan": "notes",
}
FIRST = "Budi Siti Agus Dewi Joko Sri Wahyu Rina Putri Hendra Bambang Maya Fajar Yusuf Indah Ma'ruf André".split()
LAST = "Santoso Wijaya Lestari Rahayu Nugroho Siregar Nasution Halim Kusuma Pratama Danuarta Andika".split()
CITIES = "Bandung Surabaya Medan Semarang Makassar Denpasar Bogor".split()
MAPPING = Mapping("Kode", tuple((header, "" if header == "Kode" else target) for header, target in COLUMNS.items()))


def clean_row(number: int, chance: random.Random) -> dict[str, str]:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1950, 2004)
    first, last = chance.choice(FIRST), chance.choice(LAST)
    return {
        "Kode": f"{number:06}",
        "Nama": chance.choice([f"{first} {last}", f"PT {last} & Anak", f"H. {first} {last}, S.E., M.M."]),
        "NIK": f"3273{chance.randint(1, 30):02}{day:02}{month:02}{year % 100:02}{chance.randint(1, 29):04}",
        "NPWP": f"0{chance.randint(1, 9)}.{chance.randint(100, 999)}.{chance.randint(100, 999)}.1-424.000",
        "No HP": chance.choice(["0812", "+62813", "62857", "0878-"]) + str(chance.randint(1000000, 9999999)),
        "Email": f"{last}{number}@gmail.com".lower(),
        "Tgl Lahir": f"{day:02}/{month:02}/{year}",
        "Alamat": f"Jl. {last} No. {chance.randint(1, 99)} RT 0{chance.randint(1, 9)}/0{chance.randint(1, 9)}",
        "RT/RW": f"00{chance.randint(1, 9)}/0{chance.randint(10, 20)}",
        "Kota": chance.choice(CITIES),
        "Kode Pos": str(chance.randint(10110, 99976)),
        "No Rekening": f"00{chance.randint(10000000, 99999999)}",
        "Catatan": chance.choice(["minta sore", "telp 08123456 pagi & malam", "😀 ok", "bayar 12/05/2024", ""]),
    }


def clean_rows(seed: int, count: int = 300) -> list[dict[str, str]]:
    chance = random.Random(seed)
    return [clean_row(number, chance) for number in range(1, count + 1)]


def table_of(rows: list[dict[str, str]]) -> RawTable:
    return RawTable(
        "list.csv",
        "",
        1,
        tuple(COLUMNS),
        RawRows.of(RawRow(number, tuple(row.values())) for number, row in enumerate(rows, start=2)),
    )


def digits_of(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def without_zero(phone: str) -> str:
    return digits_of(phone).removeprefix("62").removeprefix("0")


def month_first(date: str) -> str:
    _, month, year = date.split("/")
    return f"{month}/{13 + int(month)}/{year}"


PLANTS: list[tuple[Damage, str, Callable[[str], str]]] = [
    (Damage.CUT_DIGITS, "NIK", lambda text: text[:15] + "0"),
    (Damage.CUT_DIGITS, "NIK", lambda text: text[:15]),
    (Damage.SCIENTIFIC, "NIK", lambda text: f"{text[0]}.{text[1:6]}E+15"),
    (Damage.SCIENTIFIC, "No HP", lambda text: "6.28123E+12"),
    (Damage.SCIENTIFIC, "No Rekening", lambda text: "1,23E+09"),
    (Damage.LOST_ZERO, "No HP", without_zero),
    (Damage.LOST_ZERO, "NPWP", lambda text: digits_of(text)[1:]),
    (Damage.LOST_ZERO, "No Rekening", lambda text: text[2:]),
    (Damage.LOST_ZERO, "Kode", lambda text: text.lstrip("0").rjust(4, "7")),
    (Damage.READ_AS_NUMBER, "No HP", lambda text: without_zero(text) + ".0"),
    (Damage.READ_AS_NUMBER, "No HP", lambda text: f"{int(without_zero(text)):,}"),
    (Damage.READ_AS_NUMBER, "NIK", lambda text: text + ".0"),
    (Damage.TURNED_INTO_DATE, "RT/RW", lambda text: "2026-05-03"),
    (Damage.TURNED_INTO_DATE, "RT/RW", lambda text: "05-Mar"),
    (Damage.TURNED_INTO_DATE, "No HP", lambda text: "1985-08-12 00:00:00"),
    (Damage.TURNED_INTO_DATE, "Kode", lambda text: "Jan-24"),
    (Damage.TURNED_INTO_DATE, "Tgl Lahir", lambda text: "1900-02-14"),
    (Damage.DAY_MONTH_SWAPPED, "Tgl Lahir", month_first),
    (Damage.MOJIBAKE, "Nama", lambda text: "AndrÃ© " + text),
    (Damage.MOJIBAKE, "Alamat", lambda text: text + " â€“ depan"),
    (Damage.MOJIBAKE, "Catatan", lambda text: "Ma\ufffdruf"),
    (Damage.ERROR_CELL, "Kota", lambda text: "#N/A"),
    (Damage.ERROR_CELL, "Catatan", lambda text: "#NAME?"),
    (Damage.ERROR_CELL, "Tgl Lahir", lambda text: "########"),
    (Damage.INVISIBLE, "Nama", lambda text: text.replace(" ", "\u00a0")),
    (Damage.INVISIBLE, "Email", lambda text: text + "\u200b"),
    (Damage.LOOK_ALIKE, "Nama", lambda text: "Вudi " + text),
    (Damage.LOOK_ALIKE, "No HP", lambda text: "O812345678" + text[-1]),
    (Damage.LOOK_ALIKE, "No HP", lambda text: "0895328O99OO"),
    (Damage.LOOK_ALIKE, "No HP", lambda text: "O8953-28O9-9I1l"),
    (Damage.LOOK_ALIKE, "NIK", lambda text: text[:8] + "O" + text[9:]),
    (Damage.SEVERAL_CUSTOMERS, "Nama", lambda text: "Budi Santoso & Siti Aminah"),
    (Damage.SEVERAL_CUSTOMERS, "Nama", lambda text: "Bpk. Joko dan Ibu Sri Rahayu"),
    (Damage.SEVERAL_CUSTOMERS, "Nama", lambda text: "Maya Halim / Fajar Halim"),
    (Damage.SEVERAL_CUSTOMERS, "Nama", lambda text: "Dian Kusuma dan M. Taufik Hakim"),
    (Damage.SEVERAL_VALUES, "No HP", lambda text: text + " / 081298765432"),
    (Damage.WRONG_COLUMN, "No HP", lambda text: "budi@gmail.com"),
    (Damage.WRONG_COLUMN, "No HP", lambda text: "Bandung"),
    (Damage.WRONG_COLUMN, "Email", lambda text: "0812-3456-7890"),
    (Damage.WRONG_COLUMN, "Nama", lambda text: "081234567890"),
    (Damage.WRONG_COLUMN, "NIK", lambda text: "081234567890"),
    (Damage.WRONG_COLUMN, "Kota", lambda text: "Jl. Melati No. 5"),
    (Damage.WRONG_COLUMN, "Kota", lambda text: "40115"),
    (Damage.WRONG_COLUMN, "Kode Pos", lambda text: "Bandung"),
    (Damage.WRONG_COLUMN, "Tgl Lahir", lambda text: "081234567890"),
]


@pytest.mark.parametrize(
    ("damage", "header", "spoil"), PLANTS, ids=[f"{plant[0]}-{plant[1]}-{n}" for n, plant in enumerate(PLANTS)]
)
def test_planted_damage_is_found_with_its_rows(damage: Damage, header: str, spoil: Callable[[str], str]) -> None:
    rows = clean_rows(seed=7)
    planted = set(range(5, 300, 20))
    for place in planted:
        rows[place][header] = spoil(rows[place][header])
    found = [entry for entry in find_damage(table_of(rows), MAPPING) if entry.damage is damage]
    assert [entry.header for entry in found] == [header]
    numbers = {number - 2 for number in found[0].rows}
    assert len(numbers & planted) >= 0.95 * len(planted)
    assert found[0].example == rows[min(numbers)][header]


def test_columns_that_are_looked_at_in_other_processes_tell_the_same() -> None:
    rows = clean_rows(seed=7)
    for place, (_, header, spoil) in enumerate(PLANTS):
        rows[place * 3][header] = spoil(rows[place * 3][header])
    rows[200] = dict.fromkeys(rows[200], "")

    def elsewhere(work: Callable[[Column], dict[str, Damage]], tasks: Iterable[Column]) -> Iterator[dict[str, Damage]]:
        return (pickle.loads(pickle.dumps(work(pickle.loads(pickle.dumps(task))))) for task in tasks)

    found = find_damage(table_of(rows), MAPPING)
    assert len(found) > 10
    assert find_damage(table_of(rows), MAPPING, spread=elsewhere) == found


def test_real_dates_beside_texts_that_could_only_be_texts_are_swapped() -> None:
    rows = clean_rows(seed=3)
    for row in rows:
        day, month, year = row["Tgl Lahir"].split("/")
        # What Excel makes of it with American settings: it takes the day for the month wherever it can.
        row["Tgl Lahir"] = f"{year}-{day}-{month}" if int(day) <= 12 else row["Tgl Lahir"]
    found = find_damage(table_of(rows), MAPPING)
    assert [(entry.damage, entry.header) for entry in found] == [(Damage.DAY_MONTH_SWAPPED, "Tgl Lahir")]
    assert len(found[0].rows) == sum("-" in row["Tgl Lahir"] for row in rows)


def test_days_that_a_program_turned_round_are_among_those_that_people_typed_there() -> None:
    rows = clean_rows(seed=3)
    for number, row in enumerate(rows):
        day, month, year = row["Tgl Lahir"].split("/")
        if number % 3:
            row["Tgl Lahir"] = f"{year}-{month}-{day}"
        elif int(day) <= 12:
            row["Tgl Lahir"] = f"{year}-{day}-{month}"
    (found,) = find_damage(table_of(rows), MAPPING)
    assert found.damage is Damage.DAY_MONTH_SWAPPED
    assert {int(cell[-2:]) for cell in found.cells} == set(range(1, 13))


@pytest.mark.parametrize("sign", ["/", ".", ""])
def test_days_before_the_month_behind_the_year_are_swapped_among_months_before_the_day(sign: str) -> None:
    cells = [
        sign.join((f"19{year}", f"{month:02}", f"{day:02}"))
        for year in (60, 75)
        for month in (3, 11)
        for day in (4, 28)
    ]
    wrong = [sign.join(("1985", "17", "04")), sign.join(("1990", "30", "12"))]
    told = dates.day_month_swapped(Column("Lahir", "birth_date", [*cells, *wrong], [1] * 10))
    assert list(told) == wrong


def test_texts_that_a_program_would_have_read_tell_of_none() -> None:
    typed = [f"{day}/04/1985" for day in range(13, 29)]
    cells = [f"1985-03-{day:02}" for day in range(1, 29)] + typed
    told = [
        dates.day_month_swapped(Column("Lahir", "birth_date", all_, [1] * len(all_)))
        for all_ in (cells, [*cells, "03/04/1985"])
    ]
    assert [len(one) for one in told] == [11, 0]


@pytest.mark.parametrize("seed", range(8))
def test_a_clean_list_raises_no_alarm(seed: int) -> None:
    assert find_damage(table_of(clean_rows(seed)), MAPPING) == []


@pytest.mark.parametrize("target", ["country", "phone", "postcode", "birth_date", "nik"])
def test_a_mapped_column_that_the_rows_lack_is_not_asked_for(target: str) -> None:
    mapping = Mapping("Kode", (*MAPPING.columns, ("Since the next delivery", target)))
    assert find_damage(table_of(clean_rows(1)), mapping) == []


def test_a_list_full_of_one_kind_of_value_is_a_matter_of_its_mapping() -> None:
    rows = clean_rows(seed=1)
    for row in rows:
        row["Kota"] = row["Email"]
    assert find_damage(table_of(rows), MAPPING) == []


def test_a_foreign_list_has_no_lost_zeros() -> None:
    rows = clean_rows(seed=1)
    chance = random.Random(1)
    for row in rows:
        row["No HP"] = f"{chance.randint(201, 989)}{chance.randint(2000000, 9999999)}"
    assert find_damage(table_of(rows), MAPPING) == []


#: What is really wrong with the department lists and samples, read by eye; anything else is a false alarm.
KNOWN = {
    (Damage.LOOK_ALIKE, "name"),  # "SITI W1IATI", "AR1F HERMAWAN"
    (Damage.CUT_DIGITS, "nik"),
    (Damage.SCIENTIFIC, "phone"),
    (Damage.LOST_ZERO, "phone"),
    (Damage.LOST_ZERO, "npwp"),
    (Damage.DAY_MONTH_SWAPPED, "birth_date"),
    (Damage.ERROR_CELL, "address"),
    (Damage.INVISIBLE, "name"),
    (Damage.INVISIBLE, "organization"),
    (Damage.LOOK_ALIKE, "phone"),
    (Damage.SEVERAL_VALUES, "phone"),
    (Damage.WRONG_COLUMN, "phone"),
    (Damage.WRONG_COLUMN, "email"),
    (Damage.WRONG_COLUMN, "city"),
    (Damage.WRONG_COLUMN, "address"),
}


def test_real_lists_raise_false_alarms_in_less_than_one_column_of_a_hundred() -> None:
    columns = alarms = 0
    for path in LISTS:
        for table in read_tables(path):
            columns += len(table.headers)
            found = find_damage(table, guess_mapping(table)[0])
            alarms += sum((entry.damage, entry.target) not in KNOWN for entry in found)
    assert columns > 200
    assert alarms < 0.01 * columns
