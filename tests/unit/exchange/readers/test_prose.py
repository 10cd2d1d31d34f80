"""A letter saved as text is no list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import ListError
from steward.exchange.readers import read_tables

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """\
Kepada Yth. Tim Data,

Berikut kami sampaikan bahwa daftar pelanggan bulan ini belum selesai. Kami mohon maaf, karena
staf kami sedang cuti, dan data akan dikirim minggu depan.

Mohon ditunggu, terima kasih atas perhatian, kerja sama, dan kesabarannya.

Hormat kami,
Bagian Penjualan
"""
NOTE = """\
Dear colleagues

Please find attached the list of customers for October. The numbers of the branch in Surabaya are
missing since their system was down; they will send them next week. Please also note that the column
with phones holds office numbers.

Kind regards
Ratna
"""


@pytest.mark.parametrize("text", [LETTER, NOTE])
def test_a_letter_is_refused_with_one_clear_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "daftar.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ListError, match="reads like a letter"):
        read_tables(path)


@pytest.mark.parametrize(
    "lines",
    [
        [f"{n},Pelanggan minta dihubungi lagi. Sedang rapat, nanti saja {n}." for n in range(9)],
        [f"Budi Santoso Jalan Melati Nomor {n} Bandung, Jawa Barat 4011{n}" for n in range(9)],
        [f"{name};{name} minta kabar, segera ya." for name in ("Budi", "Siti", "Agus", "Dewi")],
        [
            "Nama,Alamat,Catatan",
            "Budi Santoso,Jalan Melati, Bandung,mau ditelepon, sore.",
            "Siti Aminah,Jalan Mawar,baik, ramah.",
            "Rudi Hartono,Gang Sempit, Solo, Jawa Tengah,sibuk.",
        ],
        ["Budi Santoso", "Siti Aminah", "Agus Salim"],
    ],
)
def test_a_list_with_much_text_in_it_is_read(tmp_path: Path, lines: list[str]) -> None:
    path = tmp_path / "daftar.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert read_tables(path)
