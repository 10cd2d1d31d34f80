"""A list that numbers its customers anew and edits some of them: no CIN drifts, and no two customers become one."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from steward.workspace import Workspace

HEADERS = ("Nama", "HP", "Email", "NIK", "Alamat", "Kota", "Segmen", "Omzet")
#: Columns in which customers may be alike.
SHARED = {"Kota": ("Bandung", "Solo"), "Segmen": ("A", "B", "C")}
COUNT = 7


def usual_row(place: int) -> list[str]:
    own = ("Sri", "Budi", "Heru", "Dewi", "Tono", "Rina", "Agus")[place]
    return [
        f"{own} Wahyudi",
        f"0812-3344-55{place}0",
        f"{own.lower()}@contoh.id",
        f"327301550785000{place}",
        f"Jl. Melati {place + 11}",
        SHARED["Kota"][place % 2],
        SHARED["Segmen"][place % 3],
        str(1000 + place),
    ]


#: Which of at most three rows get which cells: another text, none, or what another row has there.
EDITS = st.dictionaries(
    st.integers(0, COUNT - 1),
    st.dictionaries(
        st.integers(0, len(HEADERS) - 1),
        st.one_of(st.sampled_from(["", "Baru 98765"]), st.integers(0, COUNT - 1)),
        min_size=1,
        max_size=2,
    ),
    max_size=3,
)


def write_list(path: Path, rows: dict[str, list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ID", *HEADERS])
        writer.writerows([key, *cells] for key, cells in rows.items())


@settings(max_examples=25)
@given(edits=EDITS, order=st.permutations(range(COUNT)), gone=st.sets(st.integers(0, COUNT - 1), max_size=1))
def test_rows_renamed_and_edited_keep_their_customers(
    edits: dict[int, dict[int, str | int]], order: list[int], gone: set[int]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.create(Path(folder) / "master.steward", "Ratna") as workspace,
    ):
        path = Path(folder) / "sales.csv"
        usual = {place: usual_row(place) for place in range(COUNT)}
        write_list(path, {f"K{place}": cells for place, cells in usual.items()})
        workspace.import_list(path, key="ID")
        cins = {place: workspace.cin_of(workspace.record("Sales", f"K{place}").id) for place in range(COUNT)}
        edited = {place: list(cells) for place, cells in usual.items()}
        for place, cells in edits.items():
            for column, text in cells.items():
                edited[place][column] = usual[text][column] if isinstance(text, int) else text
        write_list(path, {f"N-{place}x": edited[place] for place in order if place not in gone})
        report = workspace.import_list(path, key="ID")
        now = {
            place: workspace.cin_of(workspace.record("Sales", f"N-{place}x").id)
            for place in range(COUNT)
            if place not in gone
        }
        assert all(cin == cins[place] or cin not in cins.values() for place, cin in now.items())
        assert set(cins.values()) <= set(workspace.customers())
        assert report.rows_new == sum(cin != cins[place] for place, cin in now.items())
        if len(edits.keys() | gone) < COUNT / 2:  # else the list is too little of what its source has
            assert all(now[place] == cins[place] for place in now if edited[place] == usual[place])
        if not edits.keys() & gone and len(edits) < COUNT // 2:
            assert report.rows_new == 0
        assert workspace.verify() == []
