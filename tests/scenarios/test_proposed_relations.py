"""Who seems to belong together: households, parents and children and branches are proposed, and never merged for it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from steward.domain.decisions import Relation
from steward.domain.errors import DecisionError
from steward.workspace import Workspace
from tests.families import make_families

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_families(tmp_path_factory.mktemp("families"))


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(shutil.copy(made, tmp_path / "copy.steward"), steward="Ratna") as opened:
        yield opened


def _cin(workspace: Workspace, key: str) -> str:
    return workspace.cin_of(workspace.record("Sales", key).id)


def _proposed(workspace: Workspace, key: str) -> dict[str, Relation]:
    """Keys of who is proposed for a customer."""
    proposals = workspace.proposed_relations(_cin(workspace, key))
    return {workspace.customer(p.cin).records[0].source_key: p.relation for p in proposals}


def test_a_household_and_its_children_are_proposed_with_a_score_and_what_says_so(workspace: Workspace) -> None:
    assert _proposed(workspace, "H1") == {"H2": Relation.HOUSEHOLD, "H3": Relation.PARENT_CHILD}
    proposals = workspace.proposed_relations(_cin(workspace, "H1"))
    assert all(0.5 <= p.probability <= 1 for p in proposals)
    for proposal in proposals:
        said = {evidence.attributes[0]: (evidence.left, evidence.right) for evidence in proposal.evidence}
        assert said["phone"] == ("+6281277889911", "+6281277889911")
        assert "address" in said
    assert [p.probability for p in proposals] == sorted((p.probability for p in proposals), reverse=True)
    assert {p.title for p in proposals} == {"Ratna Puspita Sari", "Dimas Sutrisno"}


def test_it_is_said_of_both(workspace: Workspace) -> None:
    assert _proposed(workspace, "H3")["H1"] is Relation.PARENT_CHILD
    (one,) = (p for p in workspace.proposed_relations(_cin(workspace, "H1")) if p.title == "Ratna Puspita Sari")
    (other,) = (p for p in workspace.proposed_relations(_cin(workspace, "H2")) if p.title == "Bambang Sutrisno")
    assert one.probability == pytest.approx(other.probability)
    assert one.record_ids == other.record_ids[::-1]


def test_shops_of_one_firm_are_branches(workspace: Workspace) -> None:
    assert _proposed(workspace, "F1") == {"F2": Relation.BRANCH}


def test_who_bears_the_same_name_elsewhere_is_a_stranger(workspace: Workspace) -> None:
    assert _proposed(workspace, "S1") == {}
    assert _proposed(workspace, "P1") == {}


def test_what_a_steward_told_of_is_not_asked_again(workspace: Workspace) -> None:
    (wife,) = (p for p in workspace.proposed_relations(_cin(workspace, "H1")) if p.relation is Relation.HOUSEHOLD)
    workspace.related(*wife.record_ids, wife.relation)
    assert set(_proposed(workspace, "H1")) == {"H3"}
    assert [related.cin for related in workspace.customer(_cin(workspace, "H1")).related] == [wife.cin]


def test_strangers_are_never_proposed_again_until_that_is_undone(workspace: Workspace) -> None:
    before = workspace.proposed_relations(_cin(workspace, "H1"))
    (wife,) = (p for p in before if p.relation is Relation.HOUSEHOLD)
    decision = workspace.unrelated(*wife.record_ids)
    workspace.match()
    assert set(_proposed(workspace, "H1")) == {"H3"}
    assert set(_proposed(workspace, "H2")) == {"H3"}
    assert workspace.customer(_cin(workspace, "H1")).related == ()
    assert [pair.relation for pair in workspace.remembered()] == [Relation.NONE]
    workspace.reverse(decision.id)
    assert {p.cin for p in workspace.proposed_relations(_cin(workspace, "H1"))} == {p.cin for p in before}


def test_of_customers_of_several_records_the_newest_word_counts(workspace: Workspace) -> None:
    head, branch = (workspace.record("Sales", key).id for key in ("F1", "F2"))
    merged = workspace.merge([branch, workspace.record("Sales", "S1").id], reason="as told")
    strange = workspace.unrelated(head, merged.act.groups[0][0])
    assert workspace.customer(_cin(workspace, "F1")).related == ()
    other = next(record_id for record_id in merged.act.groups[0] if record_id not in strange.act.groups[1])
    workspace.related(head, other, Relation.OTHER)
    assert [one.relation for one in workspace.customer(_cin(workspace, "F1")).related] == [Relation.OTHER]


def test_records_of_one_customer_are_not_taken_apart_by_a_word_on_relations(workspace: Workspace) -> None:
    head, branch = (workspace.record("Sales", key).id for key in ("F1", "F2"))
    workspace.merge([head, branch], reason="as told")
    with pytest.raises(DecisionError, match="one customer already"):
        workspace.unrelated(head, branch)
    assert _cin(workspace, "F1") == _cin(workspace, "F2")


def test_to_be_related_is_to_be_something_to_each_other(workspace: Workspace) -> None:
    with pytest.raises(
        DecisionError, match="is no relation; use one of household, spouse, parent_child, branch, other"
    ):
        workspace.related(workspace.record("Sales", "H1").id, workspace.record("Sales", "H2").id, Relation.NONE)


def test_who_became_one_customer_is_not_related_to_themself(workspace: Workspace) -> None:
    records = [workspace.record("Sales", key).id for key in ("H1", "H2")]
    workspace.merge(records, reason="one person")
    assert _proposed(workspace, "H1") == {"H3": Relation.PARENT_CHILD}


def test_who_is_restricted_is_neither_proposed_nor_asked_about(workspace: Workspace) -> None:
    workspace.restrict(_cin(workspace, "H1"), reason="asked for it")
    assert _proposed(workspace, "H1") == {}
    assert _proposed(workspace, "H2") == {"H3": Relation.PARENT_CHILD}
    workspace.unrestrict(_cin(workspace, "H1"), reason="settled")
    assert set(_proposed(workspace, "H1")) == {"H2", "H3"}


def test_an_undone_relation_is_proposed_again(workspace: Workspace) -> None:
    before = workspace.proposed_relations(_cin(workspace, "H1"))
    decision = workspace.related(*before[0].record_ids, before[0].relation)
    workspace.reverse(decision.id)
    assert workspace.proposed_relations(_cin(workspace, "H1")) == before


def test_who_was_told_apart_may_be_related_however_alike_they_are(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(
        "ID,Nama,No HP,Tgl Lahir,Alamat,Kota\n"
        "J1,Slamet Hartono,0811-5566-1234,17/05/1960,Jl. Diponegoro Utara 8,Medan\n"
        "J2,Slamet Hartono,0811-5566-1234,17/05/1990,Jl. Diponegoro Utara 8,Medan\n"
    )
    workspace.import_list(tmp_path / "more.csv", source="More")
    father, son = (workspace.record("More", key).id for key in ("J1", "J2"))
    assert workspace.proposed_relations(workspace.cin_of(father)) == ()
    workspace.not_same(father, son)
    (proposal,) = workspace.proposed_relations(workspace.cin_of(father))
    assert (proposal.cin, proposal.relation) == (workspace.cin_of(son), Relation.PARENT_CHILD)


def test_a_customers_own_records_take_nobodys_place(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("steward.workspace.customers.proposed_relations._MOST_SHARING", 2)
    assert set(_proposed(workspace, "H1")) == {"H2", "H3"}


def test_several_values_are_told_as_a_list(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text(
        "ID,Nama,No HP,Alamat\n"
        "K1,Yusuf Maulana,0811-5566-1234 / 0813-5555-6666,Jl. Diponegoro Utara 8\n"
        "K2,Lilis Suryani,0811-5566-1234,Jl. Diponegoro Utara 8\n"
    )
    workspace.import_list(tmp_path / "more.csv", source="More")
    (proposal,) = workspace.proposed_relations(workspace.cin_of(workspace.record("More", "K1").id))
    (phone,) = (evidence for evidence in proposal.evidence if evidence.attributes[0] == "phone")
    assert (phone.left, phone.right) == ("+6281155661234, +6281355556666", "+6281155661234")


def _imported(workspace: Workspace, folder: Path, *rows: str) -> None:
    (folder / "more.csv").write_text("\n".join(("ID,Nama,No HP,Tgl Lahir,Alamat,Kota", *rows)) + "\n")
    workspace.import_list(folder / "more.csv", source="More")


def _proposed_in_more(workspace: Workspace, key: str) -> set[str]:
    proposals = workspace.proposed_relations(workspace.cin_of(workspace.record("More", key).id))
    return {workspace.customer(proposal.cin).records[0].source_key for proposal in proposals}


def test_for_whom_an_agent_acts_they_are_no_family(workspace: Workspace, tmp_path: Path) -> None:
    customers = [
        "Slamet Hartono,Jl. Melati 3", "Lilis Suryani,Jl. Anggrek 71", "Yusuf Maulana,Gg. Kelinci 8",
        "Wawan Saputra,Jl. Durian 40", "Rosa Manurung,Komp. Taman Asri C2 No. 5", "Hendra Gunawan,Jl. Nangka 112",
    ]  # fmt: skip
    rows = [
        f"A{n},{name},0811-5566-1234,,{street},Medan"
        for n, (name, street) in enumerate(c.split(",") for c in customers)
    ]
    _imported(workspace, tmp_path, *rows)
    assert _proposed_in_more(workspace, "A0") == set()
    first, *others = (workspace.record("More", f"A{n}").id for n in range(len(rows)))
    for other in others[:3]:
        workspace.unrelated(first, other)
    assert _proposed_in_more(workspace, "A0") == set()


def test_who_lives_in_one_house_belongs_together_without_a_number_in_common(
    workspace: Workspace, tmp_path: Path
) -> None:
    _imported(
        workspace,
        tmp_path,
        "L1,Slamet Hartono,0811-5566-1234,,Jl. Diponegoro Utara No. 8 RT 003/RW 004,Medan",
        "L2,Lilis Suryani,0813-7788-4321,,Jl. Diponegoro Utara No. 8,Medan",
        "L3,Rosa Manurung,0857-9900-1122,,Jl. Diponegoro Utara No. 8 RT 009/RW 001,Medan",
    )
    assert "L2" in _proposed_in_more(workspace, "L1")
    assert "L3" not in _proposed_in_more(workspace, "L1")


def test_the_words_of_a_firm_in_another_order_are_another_firm(workspace: Workspace, tmp_path: Path) -> None:
    _imported(workspace, tmp_path, "F9,PT Abadi Sinar Elektrindo,0778-442211,,Jl. Bunga Raya 21,Batam")
    assert "F9" not in _proposed(workspace, "F1")
    assert _proposed_in_more(workspace, "F9") == set()


def test_firms_of_different_names_belong_together_by_what_they_share_only(workspace: Workspace, tmp_path: Path) -> None:
    _imported(
        workspace,
        tmp_path,
        "G1,PT Mitra Baja Nusantara,0778-442211,,Jl. Bunga Raya No. 21,Batam",
        "G2,CV Samudra Kimia Raya,0778-442211,,Jl. Bunga Raya No. 21,Batam",
        "G3,CV Cakra Optik Lestari,0778-990011,,Jl. Bunga Raya No. 88,Batam",
    )
    assert _proposed_in_more(workspace, "G1") == {"G2"}


def test_before_the_first_match_nobody_is_proposed(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("ID,Nama,No HP\n1,Budi Lubis,0812-7788-9911\n2,Ani Lubis,0812-7788-9911\n")
    with Workspace.create(tmp_path / "new.steward", steward="Ratna") as workspace:
        workspace.import_list(tmp_path / "list.csv", source="Sales")
        assert _proposed(workspace, "1") == {}
