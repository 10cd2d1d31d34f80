"""A list in which a few customers belong together: a household, a firm with two branches, and strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

_GIVEN = ("Agus", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi", "Indah", "Joko")
_FAMILY = ("Wijaya", "Lubis", "Tanoto", "Kusuma", "Hidayat", "Siregar", "Pranata", "Halim")
_STREETS = ("Jl. Kenanga Raya", "Jl. Mawar Merah", "Jl. Gajah Mada", "Jl. Pahlawan Seribu", "Jl. Cempaka Putih")
_HEADERS = "ID,Nama,No HP,Tgl Lahir,Alamat,Kota"
#: A man, his wife and their son at one address; one shop with two branches, and somebody who bears the man's name.
_TOLD = (
    "H1,Bambang Sutrisno,0812-7788-9911,12/03/1971,Jl. Rajawali Barat 14,Bandung",
    "H2,Ratna Puspita Sari,0812-7788-9911,25/08/1974,Jl. Rajawali Barat 14,Bandung",
    "H3,Dimas Sutrisno,0812-7788-9911,02/11/2001,Jl. Rajawali Barat 14,Bandung",
    "S1,Bambang Sutrisno,0857-1200-4455,30/06/1988,Jl. Veteran Dalam 77,Medan",
    "F1,PT Sinar Abadi Elektrindo,022-4203311,,Jl. Asia Afrika 10,Bandung",
    "F2,PT Sinar Abadi Elektrindo,061-8845522,,Jl. Pemuda Ujung 3,Medan",
)


def make_families(folder: Path) -> Path:
    """The path of a matched store of the list."""
    strangers = [
        f"P{at},{given} {family},08{13 + at % 7}-{1000 + at * 37}-{2000 + at * 91},"
        f"{at % 27 + 1:02}/{at % 12 + 1:02}/19{50 + at % 45},"
        f"{_STREETS[at % 5]} {at + 1},{('Bandung', 'Medan', 'Surabaya')[at % 3]}"
        for at, (given, family) in enumerate((given, family) for given in _GIVEN for family in _FAMILY)
    ]
    (folder / "list.csv").write_text("\n".join((_HEADERS, *strangers, *_TOLD)) + "\n", encoding="utf-8")
    with Workspace.create(folder / "families.steward", steward="Ratna") as workspace:
        workspace.import_list(folder / "list.csv", source="Sales")
        workspace.match()
        return workspace.path
