"""CINs, and identity as a fold over the acts in force."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_10

from steward.domain.decisions import Act, DecisionId, DecisionKind, Relation
from steward.domain.identity import (
    Cin,
    Identity,
    cin_number,
    format_cin,
    is_valid_cin,
    make_cin,
    make_cins,
)
from steward.domain.pairs import RecordPair
from steward.domain.records import RecordId
from steward.domain.replay import LoggedAct, Minting, replay


def _merge(*records: int, **values: str) -> Act:
    return Act(DecisionKind.MERGE, (tuple(RecordId(r) for r in records),), values)


def _apart(kind: DecisionKind, *groups: tuple[int, ...], relation: Relation | None = None) -> Act:
    return Act(kind, tuple(tuple(RecordId(r) for r in group) for group in groups), relation=relation)


def _play(size: int, *acts: Act) -> Identity:
    births = [(RecordId(n), make_cin(n)) for n in range(1, size + 1)]
    logged = [LoggedAct(DecisionId(number), act) for number, act in enumerate(acts, start=100)]
    return replay(births, logged, Minting({}, size + 1))


def _groups(identity: Identity) -> set[frozenset[int]]:
    return {frozenset(members) for members in identity.members.values()}


def _set(*records: int) -> frozenset[int]:
    return frozenset(records)


@given(st.integers(1, 10**9))
def test_a_cin_carries_a_check_digit_of_the_standard(number: int) -> None:
    cin = make_cin(number)
    assert mod_11_10.is_valid(cin)
    assert is_valid_cin(cin)
    assert cin_number(cin) == number


@given(st.integers(1, 10**9), st.integers(0, 300))
def test_cins_of_numbers_that_run_on_are_those_of_each(first: int, count: int) -> None:
    assert make_cins(first, count) == [make_cin(number) for number in range(first, first + count)]


@given(st.integers(1, 10**8 - 1), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_makes_a_cin_invalid(number: int, place: int, change: int) -> None:
    cin = make_cin(number)
    wrong = cin[:place] + str((int(cin[place]) + change) % 10) + cin[place + 1 :]
    assert not is_valid_cin(wrong)


def test_a_cin_is_read_in_groups() -> None:
    assert format_cin("000413263") == "00 041 326-3"


@pytest.mark.parametrize("text", ["", "12345678", "00041326x", "٠٠٠٤١٣٢٦٣"])
def test_other_texts_are_no_cin(text: str) -> None:
    assert not is_valid_cin(text)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ((), {_set(1), _set(2), _set(3), _set(4)}),
        ((_merge(1, 2),), {_set(1, 2), _set(3), _set(4)}),
        ((_merge(1, 2), _merge(3, 4), _merge(1, 3)), {_set(1, 2, 3, 4)}),
        # What a person expects when one of three merges is not in force.
        ((_merge(3, 4), _merge(1, 3)), {_set(1, 3, 4), _set(2)}),
        ((_merge(1, 2), _merge(1, 3)), {_set(1, 2, 3), _set(4)}),
        ((_merge(1, 2), _merge(3, 4)), {_set(1, 2), _set(3, 4)}),
        ((_merge(1, 2, 3, 4), _apart(DecisionKind.SPLIT, (1, 2), (3, 4))), {_set(1, 2), _set(3, 4)}),
        ((_merge(1, 2, 3), _apart(DecisionKind.NOT_SAME, (1,), (2,))), {_set(1), _set(2, 3), _set(4)}),
        ((_merge(1, 2, 3), _apart(DecisionKind.TAKE_OUT, (2,), (1, 3))), {_set(2), _set(1, 3), _set(4)}),
        ((_merge(1, 2, 3, 4), _apart(DecisionKind.SPLIT, (1,), (2,))), {_set(1), _set(2), _set(3, 4)}),
        # Arranging joins within each group, whoever was one before; a reversed merge leaves what was arranged.
        ((_apart(DecisionKind.ARRANGE, (1, 3), (2, 4)),), {_set(1, 3), _set(2, 4)}),
        ((_merge(1, 2, 3, 4), _apart(DecisionKind.ARRANGE, (1, 3), (2,), (4,))), {_set(1, 3), _set(2), _set(4)}),
        ((_merge(1, 2), _apart(DecisionKind.ARRANGE, (1,), (3, 4))), {_set(1, 2), _set(3, 4)}),
        # The newest act wins.
        ((_apart(DecisionKind.NOT_SAME, (1,), (2,)), _merge(1, 2)), {_set(1, 2), _set(3), _set(4)}),
        # A reversed delivery took record 9 away: acts that name it still stand for the others.
        ((_merge(1, 2, 9),), {_set(1, 2), _set(3), _set(4)}),
    ],
)
def test_the_newest_acts_decide_who_belongs_together(acts: tuple[Act, ...], expected: set[frozenset[int]]) -> None:
    assert _groups(_play(4, *acts)) == expected


def test_most_members_keep_the_cin_then_the_older_number() -> None:
    identity = _play(4, _merge(3, 4), _merge(1, 3))
    assert identity.cin_of[RecordId(1)] == make_cin(3)
    assert _play(2, _merge(2, 1)).cin_of[RecordId(2)] == make_cin(1)


def test_not_the_same_is_remembered_pair_by_pair_until_a_merge_says_otherwise() -> None:
    apart = _apart(DecisionKind.NOT_SAME, (1,), (2, 3))
    assert set(_play(3, apart).apart) == {RecordPair.of(1, 2), RecordPair.of(1, 3)}
    assert set(_play(3, apart, _merge(1, 2)).apart) == {RecordPair.of(1, 3)}


def test_related_is_apart_with_a_name() -> None:
    identity = _play(2, _apart(DecisionKind.RELATED, (1,), (2,), relation=Relation.SPOUSE))
    assert identity.related[RecordPair.of(1, 2)] == (Relation.SPOUSE, 100)
    assert _groups(identity) == {_set(1), _set(2)}


def test_a_merge_brings_the_stewards_values_along_and_the_survivors_own_win() -> None:
    def override(record: int, **values: str) -> Act:
        return Act(DecisionKind.OVERRIDE, ((RecordId(record),),), values)

    identity = _play(2, override(1, name="A"), override(2, name="B", city="Solo"), _merge(1, 2))
    found = identity.effective_overrides(make_cin(1))
    assert {name: value.value for name, value in found.items()} == {"name": "A", "city": "Solo"}


def test_unlocking_gives_the_override_back() -> None:
    def act(kind: DecisionKind, value: str) -> Act:
        return Act(kind, ((RecordId(1),),), {"name": value})

    locked = _play(1, act(DecisionKind.OVERRIDE, "A"), act(DecisionKind.LOCK, "A"))
    assert locked.effective_overrides(make_cin(1))["name"].is_locked
    unlocked = _play(1, act(DecisionKind.OVERRIDE, "A"), act(DecisionKind.LOCK, "A"), act(DecisionKind.UNLOCK, ""))
    assert unlocked.effective_overrides(make_cin(1))["name"].value == "A"
    assert not unlocked.effective_overrides(make_cin(1))["name"].is_locked


def test_the_same_part_of_the_same_split_gets_the_same_cin_again() -> None:
    known: dict[tuple[DecisionId, tuple[RecordId, ...]], Cin] = {}
    first = Minting(known, 10)
    cin = first(DecisionId(5), (RecordId(1), RecordId(2)))
    again = Minting({(DecisionId(5), (RecordId(1), RecordId(2))): cin}, 99)
    assert again(DecisionId(5), (RecordId(1), RecordId(2))) == cin
    assert again.fresh == {}


def test_a_part_that_lost_a_member_keeps_its_number() -> None:
    part = (RecordId(1), RecordId(2))
    minting = Minting({(DecisionId(5), part): make_cin(10)}, 99)
    assert minting(DecisionId(5), (RecordId(1),)) == make_cin(10)
    assert minting(DecisionId(5), (RecordId(2),)) == make_cin(99)
