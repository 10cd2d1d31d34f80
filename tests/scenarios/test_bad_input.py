"""Whatever a user hands in: one sentence, exit status 1, and the store as it was."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from steward.cli import main
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _png_as_xlsx(path: Path) -> Path:
    path = path / "list.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return path


def _empty_sheet(path: Path) -> Path:
    openpyxl.Workbook().save(path / "empty.xlsx")
    return path / "empty.xlsx"


def _header_only(path: Path) -> Path:
    (path / "header.csv").write_text("ID,Nama,HP\n", encoding="utf-8")
    return path / "header.csv"


def _no_bytes(path: Path) -> Path:
    (path / "zero.csv").write_bytes(b"")
    return path / "zero.csv"


def _missing(path: Path) -> Path:
    return path / "nowhere" / "list.csv"


def _folder(path: Path) -> Path:
    (path / "folder.csv").mkdir()
    return path / "folder.csv"


def _protected(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["ID", "Nama"])
    book.active.append(["1", "Budi Santoso"])
    plain = path / "plain.xlsx"
    book.save(plain)
    with plain.open("rb") as source, (path / "protected.xlsx").open("wb") as target:
        OOXMLFile(source).encrypt("secret", target)
    return path / "protected.xlsx"


BAD_LISTS = [_protected, _png_as_xlsx, _empty_sheet, _header_only, _no_bytes, _missing, _folder]


@pytest.mark.parametrize("make", BAD_LISTS, ids=lambda make: make.__name__)
def test_a_bad_list_is_refused_in_one_sentence(
    make: Callable[[Path], Path], store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Workspace.open(store) as workspace:
        before = workspace.fingerprint()
    assert main(["import", str(store), str(make(tmp_path))]) == 1
    said = capsys.readouterr().err
    assert said.startswith("steward: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    with Workspace.open(store) as workspace:
        assert workspace.fingerprint() == before
        assert workspace.summary().record_count == 11


def test_a_source_needs_a_name_that_people_can_read(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("ID,Nama\n1,Sri Wahyuni\n", encoding="utf-8")
    assert main(["import", str(store), str(path), "--source", "S" * 5000]) == 1
    assert "has 5000 characters; give one of 100 at most" in capsys.readouterr().err
    assert main(["import", str(store), str(path), "--source", "S" * 100]) == 0


def test_a_store_that_would_stay_empty_is_not_left_behind(tmp_path: Path) -> None:
    assert main(["import", str(tmp_path / "new.steward"), str(_no_bytes(tmp_path))]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["zero.csv"]


def test_ragged_rows_and_headers_of_one_name_are_loaded_whole(store: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("ID,Nama,HP,HP\n1,Ani Kusuma,081300001111,081300002222\n2,Rudi Hartono\n", encoding="utf-8")
    assert main(["import", str(store), str(odd)]) == 0
    with Workspace.open(store) as workspace:
        first, second = workspace.records("odd")
        assert list(first.raw.values()) == ["1", "Ani Kusuma", "081300001111", "081300002222"]
        assert second.first("name") == "Rudi Hartono"


def test_a_folder_that_takes_no_files_is_refused(
    lists: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Asked of the system's answer, not of the folder: the superuser may write everywhere.
    monkeypatch.setattr("steward.storage.store_file.os.access", lambda path, mode: False)
    assert main(["import", str(tmp_path / "new.steward"), str(lists / "sales.csv")]) == 1
    assert "can't be written to" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_lists_before_a_bad_one_are_named(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = tmp_path / "partner.csv"
    good.write_text("ID,Nama,HP\n7,Ani Kusuma,081300001111\n", encoding="utf-8")
    assert main(["import", str(store), str(good), str(_no_bytes(tmp_path))]) == 1
    assert "Loaded before it: partner.csv." in capsys.readouterr().err


def test_a_store_in_use_is_refused(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Workspace.open(store):
        assert main(["status", str(store)]) == 1
    assert "open in another Steward" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hello", "not a Steward store"),
        (b"", "not a Steward store"),
        (b"SQLite format 3\x00" + bytes(100), "another program"),
    ],
)
def test_a_file_that_is_no_store_is_refused_and_left_alone(
    content: bytes, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.steward"
    path.write_bytes(content)
    assert main(["match", str(path)]) == 1
    assert sentence in capsys.readouterr().err
    assert path.read_bytes() == content


def test_a_store_of_a_newer_version_is_refused(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA user_version=999")
    connection.close()
    assert main(["status", str(store)]) == 1
    assert "newer version" in capsys.readouterr().err


def test_a_store_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", str(tmp_path / "none.steward")]) == 1
    assert "There is no store" in capsys.readouterr().err
    assert main(["import", str(tmp_path / "no" / "x.steward"), "list.csv"]) == 1
    assert "The folder" in capsys.readouterr().err


def test_export_says_when_it_cannot_write(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(store), str(tmp_path / "missing" / "out.xlsx")]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert main(["export", str(store), str(tmp_path / "out.doc")]) == 1
    assert ".xlsx" in capsys.readouterr().err


def test_decisions_are_never_written_over_the_store(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = store.read_bytes()
    assert main(["export-decisions", str(store), str(store)]) == 1
    assert "is a store, not an earlier export" in capsys.readouterr().err
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [["--out", "list.csv"], ["--out", "c.csv", "--pairs", "c.csv"], ["--out", "c.csv", "--pairs", "list.csv"]],
)
def test_a_dedupe_writes_over_no_file_that_it_names_elsewhere(
    tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = "ID,Nama,HP\n1,Siti Aminah,081234567890\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    assert main(["dedupe", "list.csv", *arguments]) == 1
    assert "is named twice; give the result a name of its own." in capsys.readouterr().err
    assert (tmp_path / "list.csv").read_text(encoding="utf-8") == rows
    assert not (tmp_path / "c.csv").exists()


@pytest.mark.parametrize(("content", "sentence"), [(None, "No such file"), (b"\xff\xfe\xfa", "is not a text file")])
def test_a_mapping_file_that_cannot_be_read_is_named(
    content: bytes | None, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = tmp_path / "mapping.json"
    if content is not None:
        mapping.write_bytes(content)
    assert main(["import", str(tmp_path / "new.steward"), "list.csv", "--mapping", str(mapping)]) == 1
    told = capsys.readouterr().err
    assert sentence in told
    assert "Errno" not in told


def test_a_forgotten_store_does_not_become_one_of_a_lists_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path / "sales.csv"), str(tmp_path / "marketing.csv")]) == 1
    assert "sales.csv has the name of a list; name the store first" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_mistyped_command_or_store_is_named_and_opens_no_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["frobnicate"]) == 2
    assert "no command frobnicate" in capsys.readouterr().err
    assert main([str(tmp_path / "nosuch.steward")]) == 1
    assert "There is no store" in capsys.readouterr().err


def test_without_a_display_the_window_is_not_tried(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("steward.demo.has_display", lambda: False)
    assert main([str(store)]) == 1
    assert "no display" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["export", "a", "b.csv", "--as-of", "soon"], ["import"], ["match", "a", "b"], ["--nonsense"], ["dedupe", "x.csv"]],
)
def test_wrong_usage_ends_with_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err
