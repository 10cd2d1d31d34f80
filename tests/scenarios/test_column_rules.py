"""Columns that a steward takes apart or puts together by hand: loaded, remembered, and carried along in a mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import MappingError
from steward.workspace import Workspace
from steward.workspace.lists.mapping_file import load_mapping, save_mapping
from steward.workspace.lists.split_cells import try_rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIST = (
    "ID;Kontak;Depan;Belakang;Gelar;Alamat Lengkap;Hari;Bulan;Tahun\n"
    "1;sri@mail.id / 0812-3344-5566;Sri;Wahyuni;S.E.;Jl. Melati No. 3, Kel. Sukajadi, Kota Bandung 40115;31;12;1985\n"
    "2;budi@mail.id;Budi;;;Jl Kenanga 5, Malang;2;1;1990\n"
)
RULES = {
    "Kontak": "split by / into email, phone",
    "Depan": "combine 1 into name",
    "Belakang": "combine 2 into name",
    "Gelar": "combine 3 by , into name",
    "Alamat Lengkap": "split address",
    "Hari": "combine 1 into birth_date",
    "Bulan": "combine 2 by - into birth_date",
    "Tahun": "combine 3 by - into birth_date",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "s.steward", steward="Ratna") as workspace:
        yield workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "crm.csv"
    made.write_text(LIST, encoding="utf-8")
    return made


def test_values_come_from_parts_of_cells_and_from_several_cells(store: Workspace, path: Path) -> None:
    store.import_list(path, mapping=RULES)
    sri = store.record("Crm", "1")
    assert sri.values["name"] == ("Sri Wahyuni, S.E.",)
    assert (sri.values["email"], sri.standard["phone"]) == (("sri@mail.id",), ("+6281233445566",))
    assert sri.standard["birth_date"] == ("1985-12-31",)
    assert (sri.values["address"], sri.values["postcode"]) == (("Jl. Melati No. 3",), ("40115",))
    assert sri.raw["Alamat Lengkap"].endswith("Kota Bandung 40115")
    budi = store.record("Crm", "2")
    assert (budi.values["name"], budi.values["city"]) == (("Budi",), ("Malang",))
    assert "phone" not in budi.values


def test_the_next_delivery_and_a_rebuild_go_by_the_same_rules(store: Workspace, path: Path) -> None:
    store.import_list(path, mapping=RULES)
    path.write_text(LIST.replace("0812-3344", "0813-3344").replace("Depan;", "Depan ;"), encoding="utf-8")
    report = store.import_list(path)
    assert (report.rows_changed, report.rows_unchanged) == (1, 1)
    assert store.record("Crm", "1").standard["phone"] == ("+6281333445566",)
    before = store.fingerprint()
    store.rebuild()
    assert store.fingerprint() == before


def test_a_saved_mapping_holds_the_rules(store: Workspace, path: Path, tmp_path: Path) -> None:
    save_mapping(tmp_path / "m.json", store.import_list(path, mapping=RULES).mapping)
    assert load_mapping(tmp_path / "m.json").items() >= RULES.items()


def test_a_preview_shows_the_rules_as_targets(store: Workspace, path: Path) -> None:
    columns = {column.header: column.target for column in store.preview_list(path, mapping=RULES).tables[0].columns}
    assert columns.items() >= RULES.items()


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"Kontak": "split by / into who, phone"}, "bad_rule"),
        ({"Kontak": "combine one into name"}, "bad_rule"),
        ({"Kontak": "split by / into name, phone", "Depan": "name"}, "target_twice"),
        ({"Depan": "combine 1 into name", "Belakang": "name"}, "target_twice"),
    ],
)
def test_a_rule_that_can_not_be_is_refused_in_a_sentence(
    store: Workspace, path: Path, mapping: dict[str, str], code: str
) -> None:
    with pytest.raises(MappingError) as refused:
        store.import_list(path, mapping=mapping)
    assert refused.value.code == code
    assert store.summary().sources == ()


def test_a_rule_may_fill_attributes_of_the_stewards_own(store: Workspace, path: Path) -> None:
    store.import_list(path, mapping={**RULES, "Kontak": "split by / into email, text:Second contact"})
    assert store.record("Crm", "1").values["text:Second contact"] == ("0812-3344-5566",)
    assert "text:Second contact" in store.preview_list(path).targets


def test_a_rule_is_tried_on_examples_before_anything_is_loaded() -> None:
    assert try_rule("split by / into name, phone", ["Budi / 0812"]) == [[("name", "Budi"), ("phone", "0812")]]
    assert try_rule("split address", ["Jl. Kenanga 5, Malang"]) == [[("address", "Jl. Kenanga 5"), ("city", "Malang")]]
