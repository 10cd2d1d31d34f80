"""Makes ``schema_NNNN.db``: a small store as the released schema wrote it. Run it once per released schema."""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from steward.storage.store_file import SCHEMA_VERSION
from steward.workspace import Workspace

LIST = """ID,Nama,HP,Kota
1,Sri Wahyuni,0812-3344-5566,Bandung
2,Hj. Sri Wahyuni,+62 812 3344 5566,BDG
3,Budi Santoso,0813-2211-4090,Jaksel
"""


def main() -> None:
    """Write the fixture of the present schema beside this file."""
    target = Path(__file__).with_name(f"schema_{SCHEMA_VERSION:04}.db")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sales.csv").write_text(LIST, encoding="utf-8")
        store = folder / "store.steward"
        with Workspace.create(store, steward="Ratna", clock=lambda: datetime(2026, 5, 1, 8, 0, tzinfo=UTC)) as made:
            made.import_list(folder / "sales.csv")
            made.match()
            made.merge([1, 2], reason="same phone")
        shutil.copy(store, target)
    print(target)


if __name__ == "__main__":
    sys.exit(main())
