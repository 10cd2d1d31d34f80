"""Which passes may compare more, and what becomes of customers with hundreds of records."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType
from steward.matching.candidates.blocking import Beyond
from steward.matching.columns import Column
from steward.matching.runs.engine import match
from steward.matching.runs.widening import allowances

if TYPE_CHECKING:
    from steward.matching.columns import Ints
    from steward.matching.runs.widening import Bits

_T = AttributeType


def _beyond(name: str, pairs_per_record: float, more: int, row: int) -> Beyond:
    """A sample of ten pairs, all with one row on the left."""
    return Beyond(name, pairs_per_record, more, np.full(10, row), np.arange(10, 20))


def _likely(left: Ints, right: Ints) -> Bits:
    """Pairs with row 1 are one customer's."""
    del right
    return np.asarray(left == 1, np.float64)


def test_a_pass_gets_as_much_as_turns_out_to_be_one_customers() -> None:
    beyond = [
        _beyond("name", 16, 100, row=1), _beyond("name", 64, 100, row=1), _beyond("name", 256, 100, row=0),
        _beyond("phone", 16, 100, row=0), _beyond("phone", 64, 100, row=1),
    ]  # fmt: skip
    assert allowances(beyond, 1000, _likely) == {"name": 64}


def test_what_would_take_too_long_is_not_taken_in() -> None:
    beyond = [_beyond("name", 16, 100, row=1), _beyond("name", 64, 10**9, row=1), _beyond("phone", 64, 100, row=1)]
    assert allowances(beyond, 1000, _likely) == {"name": 16, "phone": 64}


def _firms(times: list[int], random: Random) -> tuple[list[Column], list[int]]:
    """Firms of two words and a phone, each listed so many times, some of them mistyped."""
    rows, owners = [], []
    for firm, count in enumerate(times):
        words = ["".join(random.choices("abdefgiklmnoprstuv", k=8)) for _ in range(2)]
        phone = f"+6281{10**7 + firm * 7919}"
        for _ in range(count):
            mistyped = random.choice(words)
            name = " ".join(words) if random.random() < 0.5 else " ".join(words).replace(mistyped, mistyped[:-1])
            rows.append((name, phone if random.random() < 0.7 else ""))
            owners.append(firm)
    names, phones = (list(column) for column in zip(*rows, strict=True))
    return [Column("company", _T.ORGANIZATION, names), Column("phone", _T.PHONE, phones)], owners


def test_firms_listed_a_hundred_times_come_together() -> None:
    columns, owners = _firms([150, 120, 100, 90, 80, *[2] * 100], Random(1))
    clusters = match(columns).clusters.tolist()
    assert len(set(clusters)) == len(set(owners)) == len(set(zip(clusters, owners, strict=True)))


def test_a_country_beside_them_does_not_keep_the_records_of_a_firm_apart() -> None:
    random = Random(3)
    listed, owners = _firms([60, 50, 40, 40, 30, *[3] * 60], random)
    country_of = {owner: random.choice(("DE", "FR", "PL", "NL", "PT")) for owner in owners}
    columns = [
        listed[0],
        Column("city", _T.LOCALITY, [f"Town{o}" if random.random() < 0.4 else "" for o in owners]),
        Column("country", _T.LOCALITY, [country_of[owner] for owner in owners]),
    ]
    clusters = match(columns).clusters.tolist()
    assert len(set(clusters)) == len(set(owners)) == len(set(zip(clusters, owners, strict=True)))


def test_a_number_that_hundreds_of_customers_share_makes_no_pass_compare_more() -> None:
    columns, _ = _firms([2] * 300, Random(2))
    phones = ["+62215550001" if row % 2 else value for row, value in enumerate(columns[1].values)]
    result = match([columns[0], Column("phone", _T.PHONE, phones)])
    (equal,) = [report for report in result.passes if report.name == "phone: equal"]
    assert equal.largest_block <= 60
