"""What a store writes never takes the place of a list that it was filled from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import ExportError, StewardError
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WRITERS: dict[str, Callable[[Workspace, Path], object]] = {
    "master": lambda store, path: store.export(path),
    "access pack": lambda store, path: store.access_pack(store.cin_of(1), path),
    "decisions": lambda store, path: store.export_decisions(path),
    "report card": lambda store, path: store.save_report_card(1, path),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "sales.csv").write_text("ID,Nama,HP\n1,Sri Wahyuni,0812-3344-5566\n2,Budi,0813-2211-4090\n")
    with Workspace.create(tmp_path / "c.steward", steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "sales.csv")
        yield workspace


@pytest.mark.parametrize("kind", WRITERS)
def test_a_list_that_was_loaded_is_not_written_over(store: Workspace, tmp_path: Path, kind: str) -> None:
    content = (tmp_path / "sales.csv").read_bytes()
    with pytest.raises(ExportError, match=r"sales\.csv is a list that was loaded into this store"):
        WRITERS[kind](store, tmp_path / "sales.csv")
    assert (tmp_path / "sales.csv").read_bytes() == content
    assert store.exports() == []


def test_what_was_exported_before_is_written_anew(store: Workspace, tmp_path: Path) -> None:
    store.export(tmp_path / "master.csv")
    store.export(tmp_path / "master.csv")
    assert len(store.exports()) == 2


def test_matching_says_when_everyone_is_restricted(store: Workspace) -> None:
    for record_id in (1, 2):
        store.restrict(store.cin_of(record_id))
    with pytest.raises(StewardError, match="Every customer is restricted"):
        store.match()
