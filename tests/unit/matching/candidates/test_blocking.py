"""Which pairs the blocking passes reach, and how many they compare."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.candidates.blocking import Candidates, Limits, find_candidates
from steward.matching.columns import Column
from steward.matching.features.data import encode_features
from steward.matching.features.plan import plan_features
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


def test_a_pass_takes_larger_blocks_when_it_is_allowed_more_pairs() -> None:
    columns = [
        Column("name", _T.NAME, [f"n{i}a" for i in range(300)]),
        Column("phone", _T.PHONE, [f"+62811122233{i % 3}" for i in range(300)]),
    ]
    features = plan_features(columns)
    data, _ = encode_features(features, columns)
    usual = find_candidates(features, data, MatchSettings(), NoProgress())
    assert usual.passes[-1].pairs == 0
    (beyond,) = [each for each in usual.beyond if each.name == "phone: equal"]
    assert beyond.more == 3 * 100 * 99 // 2
    assert {(a % 3, b % 3) for a, b in zip(beyond.left.tolist(), beyond.right.tolist(), strict=True)} == {
        (0, 0), (1, 1), (2, 2)
    }  # fmt: skip
    allowed = {"phone: equal": beyond.pairs_per_record}
    more = find_candidates(features, data, MatchSettings(), NoProgress(), allowed)
    assert more.passes[-1].pairs == beyond.more
    assert more.pairs_per_record["phone: equal"] == beyond.pairs_per_record


def test_where_passes_are_few_each_may_compare_more() -> None:
    few, many = Limits(5000, 4, MatchSettings()), Limits(5000, 20, MatchSettings())
    assert few.pairs(4.0) > many.pairs(4.0) == 4.0 * 5000


def test_a_block_larger_than_any_may_be_is_left_out_however_much_is_allowed() -> None:
    names = [*["Budi Santoso"] * 4, *(f"Siti {letter}urani" for letter in "BCDFGHJ")]
    phones = [*["+628111222333"] * 4, *["+62215550001"] * 7]
    mails = [*["budi@example.com"] * 4, *[""] * 7]
    columns = [Column("name", _T.NAME, names), Column("phone", _T.PHONE, phones), Column("mail", _T.EMAIL, mails)]
    found = _candidates(columns, MatchSettings(largest_block=5))
    assert {pair for pair in _pairs(found) if max(pair) < 4} == {(a, b) for b in range(4) for a in range(b)}


def test_a_postcode_of_few_records_is_enough_to_compare_them() -> None:
    """A typing error in each name, and a town that says little: nothing else leads from one to the other."""
    random = Random(2)
    names = [f"{random.randint(10**5, 10**6)}a {random.randint(10**5, 10**6)}b" for _ in range(600)]
    codes = [str(10_000 + i % 300) for i in range(600)]
    columns = [
        Column("name", _T.NAME, names),
        Column("postcode", _T.POSTCODE, codes),
        Column("town", _T.LOCALITY, [f"{i % 3}ton" for i in range(600)]),
    ]
    assert {(i, i + 300) for i in range(300)} <= _pairs(_candidates(columns))
    of_many = [columns[0], Column("postcode", _T.POSTCODE, [str(10_000 + i % 30) for i in range(600)]), columns[2]]
    assert "postcode: equal" not in {report.name for report in _candidates(of_many).passes}


@pytest.mark.parametrize("kind", [_T.CODE, _T.TEXT])
def test_what_many_share_narrows_down_usual_names_of_which_one_is_mistyped(kind: AttributeType) -> None:
    random = Random(4)
    rows = [(f"g{random.randrange(30)}", f"f{random.randrange(30)}", f"{1930 + i % 70}") for i in range(6000)]
    rows += [("hannelore", "schumacher", "1951"), ("hannelore", "xchumacher", "1951")]
    rows += [("hannelore", f"m{i}", f"{1930 + i % 70}") for i in range(700)]
    kinds = (("given", _T.GIVEN_NAME), ("family", _T.FAMILY_NAME), ("year", kind))
    columns = [Column(name, kind, [row[i] for row in rows]) for i, (name, kind) in enumerate(kinds)]
    assert (6000, 6001) in _pairs(_candidates(columns))


def test_codes_that_few_share_lead_from_one_record_to_another_by_themselves() -> None:
    columns = [
        Column("name", _T.NAME, [f"Budi {chr(97 + i % 26)}uri" for i in range(60)]),
        Column("member", _T.CODE, [f"M{i // 2}" for i in range(60)]),
    ]
    assert not any("common" in report.name for report in _candidates(columns).passes)


def test_the_whole_name_in_a_town_is_a_key_where_its_words_are_common_there_and_it_has_namesakes_elsewhere() -> None:
    own = ["Adi Bora"] * 6
    neighbours = [
        f"{given} {family}" for given in ("Adi", "Bora") for family in ("Ceme", "Dyku", "Fuso", "Gyli", "Huza")
    ]
    names = [*own, *neighbours, *own]
    towns = ["Solo"] * (len(own) + len(neighbours)) + [f"Kota {n}" for n in "abcdef"]
    columns = [Column("name", _T.NAME, names), Column("city", _T.LOCALITY, towns)]
    found = _candidates(columns, replace(MatchSettings(), largest_block=8))
    assert {(a, b) for b in range(len(own)) for a in range(b)} <= _pairs(found)
    largest = {report.name: report.largest_block for report in found.passes}
    assert all(largest[f"name: {key}"] < len(own) for key in ("whole", "two words", "rare word", "word + city"))
