"""Which pairs the blocking passes reach, and how many they compare."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.blocking import Candidates, find_candidates
from steward.matching.columns import Column
from steward.matching.feature_data import encode_features
from steward.matching.features import plan_features
from steward.matching.settings import MatchSettings

_T = AttributeType


def _candidates(columns: list[Column], settings: MatchSettings | None = None) -> Candidates:
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    return find_candidates(features, data, settings or MatchSettings(), NoProgress())


def _pairs(found: Candidates) -> set[tuple[int, int]]:
    return set(zip(found.left.tolist(), found.right.tolist(), strict=True))


def test_equal_phones_are_compared_whatever_the_names() -> None:
    columns = [Column("name", _T.NAME, ["Budi", "Siti"]), Column("phone", _T.PHONE, ["+628111222333", "+628111222333"])]
    assert _pairs(_candidates(columns)) == {(0, 1)}


def test_typing_errors_in_both_names_are_reached_by_another_key() -> None:
    columns = [
        Column("given", _T.GIVEN_NAME, ["margaret", "margarte"]),
        Column("family", _T.FAMILY_NAME, ["thompson", "thomson"]),
        Column("born", _T.DATE, ["1970-02-03", "1907-02-30"]),
    ]
    assert _pairs(_candidates(columns)) == {(0, 1)}


def test_records_with_nothing_in_common_are_not_compared() -> None:
    columns = [Column("name", _T.NAME, ["Budi", "Siti"]), Column("phone", _T.PHONE, ["+628111222333", "+62215550001"])]
    assert _pairs(_candidates(columns)) == set()


def test_a_value_that_everybody_shares_reaches_nobody() -> None:
    names = [
        f"{a}{b}" for a in ("bor", "kel", "mut", "sin", "tar", "wol") for b in ("dane", "fis", "gup", "hoz", "jym")
    ]
    columns = [Column("name", _T.NAME, names), Column("phone", _T.PHONE, ["+620000000"] * len(names))]
    found = _candidates(columns, replace(MatchSettings(), largest_block=10))
    by_name = {report.name: report for report in found.passes}
    assert by_name["phone: equal"].pairs == 0
    assert by_name["phone: equal"].left_out == len(names) * (len(names) - 1) // 2


def test_little_memory_leaves_out_the_pairs_of_the_largest_blocks() -> None:
    random = Random(3)
    columns = [
        Column("name", _T.NAME, [f"n{random.randint(0, 400)}a n{random.randint(0, 400)}b" for _ in range(6000)]),
        Column("phone", _T.PHONE, [f"+628{random.randint(10**6, 10**6 + 2000)}" for _ in range(6000)]),
        Column("born", _T.DATE, [f"19{random.randint(40, 99)}-01-{random.randint(10, 28)}" for _ in range(6000)]),
    ]
    little = replace(MatchSettings(), memory_limit_mib=1)
    usual, fewer = _candidates(columns), _candidates(columns, little)
    assert usual.passes[-1].pairs > little.most_candidates
    assert 0 < fewer.passes[-1].pairs <= little.most_candidates
    assert sum(p.pairs for p in fewer.passes[:-1]) <= little.most_candidates
    assert sum(p.left_out for p in fewer.passes) > sum(p.left_out for p in usual.passes)
    assert _pairs(fewer) < _pairs(usual)


def test_fewer_passes_run_side_by_side_when_a_table_is_large_for_the_memory() -> None:
    settings = replace(MatchSettings(), threads=4)
    assert settings.passes_at_once(100_000) == 4
    assert settings.passes_at_once(2_000_000) < 4
    assert settings.passes_at_once(1_000_000_000) == 1


def test_the_last_report_counts_each_pair_once() -> None:
    columns = [Column("name", _T.NAME, ["Budi Santoso"] * 3), Column("phone", _T.PHONE, ["+628111222333"] * 3)]
    found = _candidates(columns)
    assert found.passes[-1].pairs == len(found.left) == 3
