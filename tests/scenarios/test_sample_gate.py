"""Merging a band of probabilities in bulk is possible only after a blind sample proved it good enough."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from steward.domain.errors import DecisionError
from steward.workspace import Workspace
from steward.workspace.review.sample_gate import error_bound, sample_size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAMES = ("Sri Wahyuni", "Budi Santoso", "Heru Prasetyo", "Dewi Lestari", "Agus Salim", "Rina Marlina")
BAND = (0.0, 1.1)


@pytest.mark.parametrize(
    ("errors", "sampled", "bound"),
    [(0, 59, 0.05), (0, 149, 0.02), (0, 299, 0.01), (0, 598, 0.005), (1, 93, 0.05), (3, 3, 1.0)],
)
def test_the_bound_is_the_exact_binomial_one(errors: int, sampled: int, bound: float) -> None:
    assert error_bound(errors, sampled) <= bound
    assert error_bound(errors, sampled) > 0.97 * bound


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Twelve people who stand in two lists each, matched; one pair has different NIKs."""
    people = [
        (f"{_NAMES[n % 6]} {chr(65 + n)}ulandari", f"08123344{5000 + 37 * n}", f"32730155078500{10 + 7 * n:02}")
        for n in range(12)
    ]
    for name, shift in (("sales", 0), ("shop", 1)):
        rows = [
            f"{name}{n},{person},{phone},{'3171010210800001' if n == 11 and shift else nik}"
            for n, (person, phone, nik) in enumerate(people)
        ]
        (tmp_path / f"{name}.csv").write_text("ID,Nama,HP,NIK\n" + "\n".join(rows) + "\n", encoding="utf-8")
    made = Workspace.create(tmp_path / "c.steward", steward="Ratna")
    for name in ("sales", "shop"):
        made.import_list(tmp_path / f"{name}.csv")
    made.match()
    yield made
    made.close()


def _decide(workspace: Workspace, cluster_ids: tuple[int, ...], *, wrong: int = 0) -> None:
    for place, cluster_id in enumerate(cluster_ids):
        members = [member.record_id for member in workspace.cluster(cluster_id).members]
        if place < wrong:
            workspace.not_same(members[0], members[1:], cluster_id=cluster_id)
        else:
            workspace.merge(members, cluster_id=cluster_id)


def test_it_is_switched_off_at_first(workspace: Workspace) -> None:
    with pytest.raises(DecisionError, match="switched off"):
        workspace.draw_sample(*BAND, 3)


def test_a_good_sample_is_certified_and_the_band_merged_and_reversed_as_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.set_semi_automatic(is_on=True)
    sample = workspace.draw_sample(*BAND, 6, Random(1))
    _decide(workspace, sample.cluster_ids)
    certificate = workspace.certify(sample.id, limit=0.5)
    assert (certificate.sampled, certificate.errors) == (6, 0)
    assert certificate.bound == pytest.approx(1 - 0.05 ** (1 / 6))
    assert workspace.certificates() == [certificate]
    before = workspace.fingerprint()
    waiting = set(workspace.queue())
    merged = workspace.approve_band(certificate.id)
    assert merged.shown["certificate"] == certificate.id
    assert len(merged.act.groups) >= 4
    assert set(workspace.queue()) < waiting
    assert workspace.verify() == []
    workspace.export(tmp_path / "master.xlsx")
    workspace.reverse(merged.id)
    assert workspace.fingerprint() == before


def test_a_band_leaves_the_clusters_of_another_open_sample_to_the_steward(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    judged = workspace.draw_sample(*BAND, 3, Random(1))
    waiting = workspace.draw_sample(*BAND, 4, Random(2))
    _decide(workspace, judged.cluster_ids)
    left = set(waiting.cluster_ids) - set(judged.cluster_ids)
    workspace.approve_band(workspace.certify(judged.id, limit=0.7).id)
    assert left
    assert left <= set(workspace.queue())


def test_a_veto_is_never_in_a_band(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    doubtful = {workspace.record("Sales", "sales11").id, workspace.record("Shop", "shop11").id}
    sample = workspace.draw_sample(*BAND, 6, Random(1))
    _decide(workspace, sample.cluster_ids)
    merged = workspace.approve_band(workspace.certify(sample.id, limit=0.5).id)
    assert not any(doubtful <= set(group) for group in [*merged.act.groups, *workspace_groups(workspace, sample.id)])


def workspace_groups(workspace: Workspace, sample_id: int) -> list[tuple[int, ...]]:
    """The clusters that were drawn."""
    return [group for d in workspace.decisions() if d.id == sample_id for group in d.act.groups]


def test_two_confirmed_customers_are_never_joined_by_a_band(workspace: Workspace, tmp_path: Path) -> None:
    a, b = (workspace.record("Sales", key).id for key in ("sales0", "sales1"))
    c, d = (workspace.record("Shop", key).id for key in ("shop0", "shop1"))
    workspace.merge([a, b], reason="married name")
    workspace.merge([c, d], reason="married name")
    workspace.set_semi_automatic(is_on=True)
    sample = workspace.draw_sample(*BAND, 5, Random(1))
    assert not any({a, c} <= set(group) for group in workspace_groups(workspace, sample.id))


def test_a_sample_must_be_decided_whole(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    sample = workspace.draw_sample(*BAND, 4, Random(1))
    _decide(workspace, sample.cluster_ids[:3])
    with pytest.raises(DecisionError, match="1 clusters of the sample wait"):
        workspace.certify(sample.id, limit=0.9)


def test_errors_in_the_sample_count(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    sample = workspace.draw_sample(*BAND, 4, Random(1))
    _decide(workspace, sample.cluster_ids, wrong=1)
    with pytest.raises(DecisionError, match="1 of 4 were wrong"):
        workspace.certify(sample.id, limit=0.7)
    assert workspace.certificates() == []
    assert workspace.certify(sample.id, limit=0.76).errors == 1


def test_a_certificate_that_was_reversed_opens_nothing(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    sample = workspace.draw_sample(*BAND, 4, Random(1))
    _decide(workspace, sample.cluster_ids)
    certificate = workspace.certify(sample.id, limit=0.6)
    workspace.reverse(certificate.id)
    with pytest.raises(DecisionError, match="no certificate"):
        workspace.approve_band(certificate.id)


def test_a_sample_larger_than_the_band_is_refused(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    with pytest.raises(DecisionError, match="clusters to choose from"):
        workspace.draw_sample(*BAND, 500)


def test_a_sample_tells_how_far_it_is_decided_and_what_it_proves_so_far(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    count = workspace.count_band(*BAND)
    assert count.eligible <= count.open_clusters == len(workspace.queue())
    sample = workspace.draw_sample(*BAND, 6, Random(1), limit=0.5)
    assert set(workspace.samples()[0].waiting) == set(sample.cluster_ids)
    _decide(workspace, sample.cluster_ids[:4], wrong=1)
    state = workspace.samples()[0]
    assert (state.sampled, state.undecided, state.errors, state.limit) == (6, 2, 1, 0.5)
    assert state.bound == error_bound(1, 4)
    assert state.is_current
    assert state.certificate_id is None


def test_a_certificate_of_another_model_is_said_to_hold_no_more(workspace: Workspace) -> None:
    workspace.set_semi_automatic(is_on=True)
    sample = workspace.draw_sample(*BAND, 5, Random(1))
    _decide(workspace, sample.cluster_ids)
    certificate = workspace.certify(sample.id, 0.5)
    assert workspace.samples()[0].certificate_id == certificate.id
    assert workspace.certificates()[0].is_current
    workspace.apply_learning(workspace.propose_learning())
    assert not workspace.certificates()[0].is_current
    assert not workspace.samples()[0].is_current


@pytest.mark.parametrize(("limit", "size"), [(0.05, 59), (0.02, 149), (0.01, 299), (0.005, 598)])
def test_so_many_clusters_without_an_error_rule_out_that_share(limit: float, size: int) -> None:
    assert sample_size(limit) == size
