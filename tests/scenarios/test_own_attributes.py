"""A steward gives columns attributes of their own: typed, golden, exported, and the same after every rebuild."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from steward.cli import main
from steward.domain.attributes import AttributeGroup
from steward.domain.errors import MappingError
from steward.domain.survivorship_rules import Criterion
from steward.workspace import Workspace
from steward.workspace.customers.rule_views import Rules
from steward.workspace.lists.mapping_file import load_mapping, save_mapping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = {
    "Poin": "number:Points",
    "Limit": "money:Credit limit",
    "Gabung": "date:Member since",
    "Newsletter": "yes_no:Newsletter",
    "Kartu": "code:Member card",
    "Kelas": "category:Class",
    "Ket": "text:Remark",
}
HEAD = "ID;Nama;HP;Poin;Limit;Gabung;Newsletter;Kartu;Kelas;Ket\n"
SALES = HEAD + (
    "1;Sri Wahyuni;081233445566;1.250;Rp 5.000.000,00;31/12/2020;Ya;ab-12;Gold;suka teh\n"
    "2;Budi Santoso;081322114090;40;Rp 250.000,50;01/02/2021;TIDAK;cd-34;Silver;\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "s.steward", steward="Ratna") as workspace:
        yield workspace


def _file(folder: Path, text: str, name: str = "sales.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _golden(store: Workspace, key: str, source: str = "Sales") -> dict[str, str]:
    cin = store.cin_of(store.record(source, key).id)
    return {value.attribute: value.value for value in store.golden(cin)}


def test_values_are_standardized_by_the_type_the_steward_named(store: Workspace, tmp_path: Path) -> None:
    store.import_list(_file(tmp_path, SALES), mapping=OWN)
    golden = _golden(store, "1")
    assert {name: golden[name] for name in OWN.values()} == {
        "number:Points": "1250",
        "money:Credit limit": "5000000",
        "date:Member since": "2020-12-31",
        "yes_no:Newsletter": "yes",
        "code:Member card": "ab-12",
        "category:Class": "Gold",
        "text:Remark": "suka teh",
    }


def test_the_next_delivery_and_a_rebuild_keep_them(store: Workspace, tmp_path: Path) -> None:
    store.import_list(_file(tmp_path, SALES), mapping=OWN)
    store.import_list(_file(tmp_path, SALES.replace("1.250", "2.000")))
    assert _golden(store, "1")["number:Points"] == "2000"
    before = store.fingerprint()
    store.rebuild()
    assert store.fingerprint() == before
    assert store.verify() == []
    newest = next(decision.id for decision in store.decisions())
    store.reverse(newest)
    assert _golden(store, "1")["number:Points"] == "1250"


def test_their_golden_values_follow_the_rules_of_their_group_and_a_stewards_hand(
    store: Workspace, tmp_path: Path
) -> None:
    store.import_list(_file(tmp_path, SALES), mapping=OWN)
    store.import_list(_file(tmp_path, SALES.replace("Gold", "Platinum-One"), "shop.csv"), mapping=OWN)
    pair = [store.record("Sales", "1").id, store.record("Shop", "1").id]
    store.merge(pair)
    store.set_rules(Rules({AttributeGroup.OWN: (Criterion.LONGEST,)}))
    assert _golden(store, "1")["category:Class"] == "Platinum-One"
    store.set_rules(Rules({AttributeGroup.OWN: (Criterion.SOURCE_TRUST,)}, ("Sales",)))
    assert _golden(store, "1")["category:Class"] == "Gold"
    store.override(store.cin_of(pair[0]), "category:Class", "Diamond")
    assert _golden(store, "1")["category:Class"] == "Diamond"


def test_the_review_page_shows_them_without_asking_about_them(store: Workspace, tmp_path: Path) -> None:
    store.import_list(_file(tmp_path, SALES), mapping=OWN)
    store.import_list(_file(tmp_path, SALES.replace("Gold", "Platinum"), "shop.csv"), mapping=OWN)
    store.match()
    gold = store.record("Sales", "1").id
    drafts = [store.draft(cluster_id) for cluster_id in store.queue()]
    rows = next(draft.rows() for draft in drafts if gold in draft.included)
    shown = {row.attribute: row for row in rows}
    assert {cell.text for cell in shown["category:Class"].cells} == {"Gold", "Platinum"}
    assert shown["category:Class"].is_folded


def test_their_cells_in_a_workbook_are_of_their_type(store: Workspace, tmp_path: Path) -> None:
    store.import_list(_file(tmp_path, SALES), mapping=OWN)
    store.export(tmp_path / "master.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "master.xlsx")["Master"]
    titles = [cell.value for cell in sheet[1]]
    row = dict(zip(titles, [cell.value for cell in sheet[2]], strict=True))
    assert row["Points"] == 1250
    assert row["Credit limit"] == 5_000_000
    assert row["Member since"].date() == date(2020, 12, 31)
    assert row["Newsletter"] is True
    assert row["Member card"] == "ab-12"


def test_a_mapping_takes_them_along_to_another_store(store: Workspace, tmp_path: Path) -> None:
    report = store.import_list(_file(tmp_path, SALES), mapping=OWN)
    save_mapping(tmp_path / "m.json", report.mapping)
    assert load_mapping(tmp_path / "m.json").items() >= OWN.items()
    other = tmp_path / "other.steward"
    arguments = ["import", str(other), str(tmp_path / "sales.csv"), "--mapping", str(tmp_path / "m.json")]
    assert main(arguments) == 0
    with Workspace.open(other, steward="Budi") as workspace:
        assert _golden(workspace, "2")["yes_no:Newsletter"] == "no"


def test_the_next_list_may_choose_what_was_made_before(store: Workspace, tmp_path: Path) -> None:
    store.import_list(_file(tmp_path, SALES), mapping=OWN)
    preview = store.preview_list(_file(tmp_path, "ID;Nama;Poin\n9;Tono;3\n", "web.csv"))
    assert set(OWN.values()) <= set(preview.targets)


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("points:Poin", "no_such_type"),
        ("number:Poin, total", "bad_attribute_name"),
        ("number:", "bad_attribute_name"),
        ("text:phone", "attribute_taken"),
        ("text:Birth Date", "attribute_taken"),
        ("text:credit LIMIT", "attribute_taken"),
        ("text:E-mail", "attribute_taken"),
        ("text:cin", "attribute_taken"),
    ],
)
def test_a_name_that_is_taken_or_a_type_that_is_unknown_is_refused(
    store: Workspace, tmp_path: Path, target: str, code: str
) -> None:
    store.import_list(_file(tmp_path, SALES), mapping=OWN)
    path = _file(tmp_path, SALES, "other.csv")
    with pytest.raises(MappingError) as refused:
        store.import_list(path, mapping={"Poin": target})
    assert refused.value.code == code
    with pytest.raises(MappingError):
        store.preview_list(path, mapping={"Poin": target})


def test_two_columns_of_one_list_may_not_make_one_name_twice(store: Workspace, tmp_path: Path) -> None:
    with pytest.raises(MappingError, match="called so already"):
        store.import_list(_file(tmp_path, SALES), mapping={"Poin": "number:Points", "Ket": "text:POINTS"})


def test_they_are_found_by_search_and_counted_whatever_they_are_called(store: Workspace, tmp_path: Path) -> None:
    odd = "number:50%\\A.b[0]"
    store.import_list(_file(tmp_path, SALES), mapping=OWN | {"Kelas": odd})
    cin = store.cin_of(store.record("Sales", "1").id)
    assert [hit.cin for hit in store.search("suka teh")] == [cin]
    view = store.customer(cin)
    assert "text:Remark" in {value.attribute for value in view.values}
    (counted,) = store.list_quality().by_source.values()
    assert (counted["text:Remark"].good, counted["text:Remark"].empty) == (1, 1)
    assert (counted[odd].doubtful, counted[odd].empty) == (2, 0)


def test_a_mapping_file_with_an_unknown_type_names_the_types(
    store: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _file(tmp_path, SALES)
    (tmp_path / "m.json").write_text(json.dumps({"columns": {"Poin": "punten:Poin"}}))
    path = tmp_path / "new.steward"
    assert main(["import", str(path), str(tmp_path / "sales.csv"), "--mapping", str(tmp_path / "m.json")]) == 1
    assert "use text, number, money, date, yes_no, code, category." in capsys.readouterr().err
