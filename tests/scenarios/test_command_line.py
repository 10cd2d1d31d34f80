"""What the command line says when it is asked for what can't be, and how an import is taken back by it."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from steward.cli import main
from steward.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

_LIST = "ID,Nama,HP\n1,Sri Wahyuni,081233445566\n2,Budi Santoso,081322114090\n"


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "sales.csv").write_text(_LIST, encoding="utf-8")
    path = str(tmp_path / "master.steward")
    assert main(["import", path, str(tmp_path / "sales.csv")]) == 0
    assert "delivery 1; 2 new" in capsys.readouterr().out
    return path


@pytest.mark.parametrize(
    ("word", "hint"), [("imprt", "did you mean import?"), ("Status", "did you mean status?"), ("xyzzy", "see steward")]
)
def test_a_misspelt_command_names_the_nearest_one(word: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word, "master.steward", "--json"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"steward: there is no command {word}; ")
    assert hint in told
    assert len(told.splitlines()) == 1


def test_a_day_to_come_has_no_master(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    assert main(["export", store, str(tmp_path / "out.csv"), "--as-of", day]) == 1
    assert capsys.readouterr().err == f"steward: {day} is still to come; choose today or an earlier day.\n"
    assert not (tmp_path / "out.csv").exists()
    assert main(["export", store, str(tmp_path / "out.csv"), "--as-of", datetime.now(UTC).date().isoformat()]) == 0


def test_a_number_that_is_no_cin_is_told_as_it_was_typed(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    for typed in ("1", "abc"):
        assert main(["resolve", store, typed]) == 1
        assert capsys.readouterr().err == f"steward: CIN {typed} was never given; check the number.\n"


@pytest.mark.parametrize("command", [["report-card", "99", "card.xlsx"], ["reverse", "--delivery", "99"]])
def test_an_unknown_delivery_says_where_deliveries_are_listed(
    command: list[str], store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command[0], store, *command[1:]]) == 1
    assert capsys.readouterr().err == "steward: There is no delivery #99; steward status lists them.\n"
    assert main(["status", store]) == 0
    assert "delivery 1: sales.csv, " in capsys.readouterr().out


def test_a_load_that_fails_half_way_tells_a_script_what_was_loaded(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "web.csv").write_text(_LIST, encoding="utf-8")
    assert main(["import", store, str(tmp_path / "web.csv"), str(tmp_path / "gone.csv"), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["error"]["code"] == "missing"
    assert [(done["file_name"], done["delivery_ids"], done["rows_new"]) for done in told["lists"]] == [
        ("web.csv", [2], 2)
    ]


def test_without_decisions_there_is_nothing_to_learn_and_nothing_wrong(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["match", store]) == 0
    capsys.readouterr()
    assert main(["learn", store]) == 0
    assert capsys.readouterr().out == "No decision teaches the matching anything yet.\n"
    assert main(["learn", store, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["proposal"] is None
    assert main(["learn", store, "--apply"]) == 1


def test_a_delivery_is_taken_back_and_brought_back(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reverse", store, "--delivery", "1", "--preview"]) == 0
    assert "Taking back #1 (delivery: Sales): 2 records with another customer" in capsys.readouterr().out
    with Workspace.open(store) as workspace:
        before = workspace.fingerprint()
        assert workspace.customer_count() == 2
    assert main(["reverse", store, "--delivery", "1", "--reason", "wrong file", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (len(told["moves"]), told["entry"]) == (2, 2)
    assert main(["status", store]) == 0
    assert ", taken back" in capsys.readouterr().out
    assert main(["reverse", store, str(told["entry"])]) == 0
    with Workspace.open(store) as workspace:
        assert workspace.fingerprint() == before


def test_the_log_tells_the_numbers_that_reverse_takes(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reverse", store, "99"]) == 1
    assert "There is no entry #99 in the log, the newest is #1; steward log lists them." in capsys.readouterr().err
    assert main(["reverse", store, "1"]) == 0
    capsys.readouterr()
    assert main(["log", store]) == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"#2  \d{4}-\d\d-\d\d \d\d:\d\d  .+  reverse: #1", newest)
    assert re.fullmatch(r"#1  .+  delivery: Sales, taken back by #2", oldest)
    assert main(["log", store, "--limit", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "1 older entry; --limit 2 shows all."
    assert main(["log", store, "--limit", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert ([entry["id"] for entry in told["entries"]], told["total"]) == ([2], 2)


def test_one_is_told_in_the_singular(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", store]) == 0
    assert "2 records  1 delivery\n" in capsys.readouterr().out
    with Workspace.open(store) as workspace:
        workspace.override(workspace.cin_of(1), "name", "Sri Wahyuni Dewi")
    for command, told in (
        (["reverse", store, "2", "--preview"], "1 other golden value, 0 CINs retired"),
        (["export", store, str(tmp_path / "one.csv"), "--cin", "000000011"], "1 customer from 1 record."),
        (["export-decisions", store, str(tmp_path / "one.jsonl")], "1 decision."),
        (["access-pack", store, "000000011", str(tmp_path / "one.xlsx")], "1 record in 1 version, "),
    ):
        assert main(command) == 0
        assert told in capsys.readouterr().out


def test_a_key_that_a_mapping_file_names_is_declared_like_one_that_is_typed(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{number},Budi Santoso {number},08132211{number:04}\n" for number in range(1000, 1030)]
    (tmp_path / "web.csv").write_text("ID,Nama,HP\n" + "".join(rows) + ",Tanpa Nomor,081999888777\n", encoding="utf-8")
    (tmp_path / "map.json").write_text('{"ID": "source_key"}', encoding="utf-8")
    command = ["import", store, str(tmp_path / "web.csv"), "--dry-run"]
    for named, told in (
        ([], " 31 new; key"),
        (["--mapping", str(tmp_path / "map.json")], " 30 new, 1 held back; key"),
        (["--key", "ID"], " 30 new, 1 held back; key"),
    ):
        assert main([*command, *named]) == 0
        assert told in (line := capsys.readouterr().out)
        assert "key column ID" in line


def test_rows_held_back_and_refusals_are_told_in_plain_words(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(_LIST + ",Tanpa Nomor,081999888777\nJumlah,2,\n", encoding="utf-8")
    assert main(["import", store, str(path), "--key", "ID"]) == 0
    assert main(["erase", store, "000000011", "--reason", "request of 12 May"]) == 0
    assert main(["import", store, str(path)]) == 0
    capsys.readouterr()
    assert main(["quarantine", store]) == 0
    told = capsys.readouterr().out
    assert "row 4: no key in ID: " in told
    assert ": an erased person, known by phone, the key in the list\n" in told
    with Workspace.open(store) as workspace:
        cin = workspace.cin_of(2)
    assert main(["withdraw-consent", store, cin, "--channel", "sms", "--channel", "email"]) == 0
    assert capsys.readouterr().out.endswith(": contact by e-mail, SMS.\n")
    assert main(["withdraw-consent", store, cin]) == 0
    assert capsys.readouterr().out.endswith(": any contact.\n")


def test_the_same_file_after_an_erasure_is_not_said_to_bring_nothing(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["erase", store, "000000011", "--reason", "request of 12 May"]) == 0
    capsys.readouterr()
    assert main(["import", store, str(tmp_path / "sales.csv")]) == 0
    told = capsys.readouterr().out
    assert " 1 unchanged, 1 held back; key" in told
    assert "its rows are the same as then." in told


def test_one_record_that_is_missing_is_told_in_the_singular(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sales.csv").write_text(_LIST.rsplit("2,", 1)[0], encoding="utf-8")
    assert main(["import", store, str(tmp_path / "sales.csv"), "--full"]) == 0
    assert "One record of earlier deliveries is not in this one; it is kept." in capsys.readouterr().out


def test_what_of_a_file_was_not_read_is_told(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "kiriman.zip", "w") as archive:
        archive.writestr("sales.csv", "ID,Nama,HP\n1,Sri Wahyuni,081233445566\n")
        archive.writestr("web.csv", "")
        for number in range(5):
            archive.writestr(f"foto{number}.png", b"\x89PNG")
    command = ["import", store, str(tmp_path / "kiriman.zip"), "--dry-run"]
    assert main(command) == 0
    told = capsys.readouterr().out
    assert "Not read: web.csv (can't be read; ask for the file again)." in told
    assert "Not read: foto0.png, foto1.png, foto2.png and 2 more (no kind of list that can be read)." in told
    assert main([*command, "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["lists"]
    assert report["not_read"]["foto4.png"] == "other_file_skipped"


def test_rows_with_more_or_fewer_cells_than_the_header_are_told(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "7,Ani Kusuma,081300001111,VIP\n8,Rudi Hartono\n9,Tono Wijaya,081300002222\n"
    (tmp_path / "cabang.csv").write_text(f"ID,Nama,HP\n{rows}", encoding="utf-8")
    assert main(["import", store, str(tmp_path / "cabang.csv")]) == 0
    line, *others = capsys.readouterr().out.splitlines()
    assert line == "cabang.csv: loaded 3 rows as Cabang: delivery 2; 3 new; key column ID."
    assert others[0] == (
        "  More or fewer cells than the header: 2 rows (row 2, 3); cells beyond it are kept in columns of their own."
    )
    with Workspace.open(store) as workspace:
        assert next(iter(workspace.records("Cabang"))).raw["Column 4"] == "VIP"


@pytest.mark.parametrize("where", [0, 1, 2])
def test_json_may_stand_before_the_command_too(where: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x").write_text("hi")
    command = ["status", str(tmp_path / "x")]
    assert main([*command[:where], "--json", *command[where:]]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["error"]["code"] == "not_a_store"
    assert told.err.startswith("steward: x is not a Steward store; ")


def test_rows_that_are_no_customers_are_told_with_the_first_of_them(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["ID,Nama,HP"]
    for page in range(1, 6):
        lines += [f"{page}{row},Sri Wahyuni {row},0812334455{page}{row}" for row in range(9)]
        lines.append(f"Halaman {page} dari 5")
    (tmp_path / "cabang.csv").write_text("\n".join(lines) + "\n")
    assert main(["import", store, str(tmp_path / "cabang.csv"), "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "would load 45 rows" in told
    assert "Left out as no customers: 5 rows (row " in told
    assert "Halaman 1 dari 5;" in told
    assert "Halaman 4 dari 5" not in told
    assert main(["import", store, str(tmp_path / "cabang.csv"), "--dry-run", "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)["lists"]
    assert [text for _, text in report["left_out"]] == [f"Halaman {page} dari 5" for page in range(1, 6)]


def test_a_restricted_customer_is_resolved_as_such(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resolve", store, "000000011"]) == 0
    assert ", in use.\n" in capsys.readouterr().out
    assert main(["restrict", store, "000000011"]) == 0
    capsys.readouterr()
    assert main(["resolve", store, "000000011"]) == 0
    assert ", in use, restricted: neither matched nor exported.\n" in capsys.readouterr().out
    assert main(["resolve", store, "000000011", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["is_restricted"] is True


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (["withdraw-consent", "--channel", "email"], "the refusal of contact by e-mail is taken back."),
        (["restrict"], "the restriction is lifted."),
    ],
)
def test_taking_a_right_back_says_what_becomes_of_it(
    act: list[str], told: str, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([act[0], store, "000000011", *act[1:], "--json"]) == 0
    entry = json.loads(capsys.readouterr().out)["decision"]
    assert main(["reverse", store, str(entry), "--preview"]) == 0
    assert capsys.readouterr().out.endswith(f"; {told}\n")
    assert main(["reverse", store, str(entry), "--json"]) == 0
    back = json.loads(capsys.readouterr().out)["entry"]
    assert main(["reverse", store, str(back), "--preview"]) == 0
    assert capsys.readouterr().out.endswith(" in force again.\n")


def test_a_master_of_a_day_before_the_first_delivery_is_empty_and_says_why(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.csv")
    warning = "No customer was in the store at the end of 2001-05-31, so the master is empty."
    assert main(["export", store, out, "--as-of", "2001-05-31"]) == 0
    assert capsys.readouterr().out.endswith(f": 0 customers from 0 records.\n  {warning}\n")
    assert main(["export", store, out, "--as-of", "2001-05-31", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["warnings"] == [warning]


def test_decisions_are_written_to_a_place_that_is_told_whole(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export-decisions", store, "out.jsonl"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'out.jsonl'}: 0 decisions.\n"


def test_an_unknown_option_shows_how_its_command_is_used(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["match", store, "--bogus"])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: steward match ")


def test_cells_are_mended_only_in_a_row_that_is_named(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["quarantine", store, "--set", "Nama=Sri"])
    assert left.value.code == 2
    assert "--set goes with --mend ROW" in capsys.readouterr().err


def test_an_erasure_is_previewed_with_its_reason_too(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", store, "000000011", "--reason", "request of 12 May", "--preview"]) == 0
    assert "Erasing would take away for good:" in capsys.readouterr().out
    with pytest.raises(SystemExit) as left:
        main(["erase", store, "000000011"])
    assert left.value.code == 2
    with Workspace.open(store) as workspace:
        assert workspace.customer_count() == 2


def test_decisions_that_are_not_there_are_told_like_any_missing_file(
    store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-decisions", store, "gone.jsonl"]) == 1
    assert capsys.readouterr().err == "steward: gone.jsonl is not there; check the name or choose another file.\n"
