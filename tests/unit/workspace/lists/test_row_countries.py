"""Where a list names a country in each row, the phones of a row are those of its country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.progress import NO_PROGRESS
from steward.workspace.lists.read_list import read_list

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    ("Indonesia", "0812-3456-7{n:03}", "+6281234567{n:03}"),
    ("Singapura", "9123 4{n:03}", "+6591234{n:03}"),
    ("Malaysia", "012-555 0{n:03}", "+60125550{n:03}"),
    ("Jerman", "0171 7552{n:03}", "+491717552{n:03}"),
    ("Jerman", "+6281234500{n:03}", "+6281234500{n:03}"),
    ("", "081234599{n:03}", "+6281234599{n:03}"),
    ("Singapura", "-", ""),
]


def phones(path: Path, header: str, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    path.write_text("\n".join([header, *(",".join(row) for row in rows)]), encoding="utf-8")
    (table,) = read_list(path, NO_PROGRESS)
    return [row.standard.get("phone", ()) for row in table.rows]


def test_phones_are_read_by_the_country_of_their_row(tmp_path: Path) -> None:
    wanted = [
        (country, raw.format(n=n), standard.format(n=n)) for n in range(100, 112) for country, raw, standard in ROWS
    ]
    rows = [(f"C{at}", f"Pelanggan {at}", country, raw) for at, (country, raw, _) in enumerate(wanted)]
    found = phones(tmp_path / "list.csv", "Kode,Nama,Negara,No HP", rows)
    assert [phone[0] for phone in found] == [standard for _, _, standard in wanted]


def test_two_phones_of_a_row_are_both_of_its_country(tmp_path: Path) -> None:
    rows = [
        (
            f"C{at}",
            f"Pelanggan {at}",
            ("Singapura", "Indonesia")[at % 2],
            ("91234567", "081355566677")[at % 2],
            "61234567",
        )
        for at in range(12)
    ]
    found = phones(tmp_path / "list.csv", "Kode,Nama,Negara,HP,Telp Kantor", rows)
    assert found[0] == ("+6591234567", "+6561234567")
    assert found[1][0] == "+6281355566677"


def test_the_doubts_about_a_phone_are_those_of_its_country(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [f"C{at},Pelanggan {at},{('Singapura', 'Indonesia')[at % 2]},91234567" for at in range(12)]
    path.write_text("\n".join(["Kode,Nama,Negara,No HP", *rows]), encoding="utf-8")
    (table,) = read_list(path, NO_PROGRESS)
    assert [bool(row.issues) for row in table.rows] == [False, True] * 6
