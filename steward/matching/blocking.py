"""Which pairs are worth comparing: records that share a rare enough key.

Blocks are taken rarest first until a pass has used its share of comparisons; a key that many records carry is not cut
short but left to the passes that combine it with a second one. Where the largest blocks that were taken are not chance
but customers with many records, which shows in other passes finding the same pairs, the passes get a larger share.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side
from steward.matching.block_keys import passes
from steward.matching.feature_data import FeatureData, record_count
from steward.matching.key_families import key_families
from steward.matching.key_numbers import CompactNumbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.block_keys import KeyColumn, Pass
    from steward.matching.columns import Ints
    from steward.matching.features import Feature
    from steward.matching.settings import MatchSettings

#: Pairs of rows as one number each, left before right.
Pairs = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int64]

#: Up to this many records a pass may use its whole share of comparisons.
_SMALL_TABLE = 10_000
#: What a pass needs at least to reach the pairs of customers that are listed two or three times.
_LEAST_RATE = 0.75
_BITS, _RIGHT_BITS = 63, 31
#: Pairs of the largest blocks that so many passes found are hardly chance. Where most are not, larger blocks are taken,
#: as long as there are fewer pairs per record than this.
_FOUND_BY, _MOST, _MANY_PAIRS = 3, 0.65, 20
#: So many of the largest blocks' pairs, spread evenly, tell of a pass.
_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class PassReport:
    """What one blocking pass reached. ``largest_block``: records in its largest block that was compared.

    ``blocks``: how many blocks there are of each size, the size being the place, up to the largest ever compared.
    """

    name: str
    pairs: int
    largest_block: int
    left_out: int
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidates:
    """Distinct pairs of rows, ``left < right``, sorted, with a report per pass; the last one counts them all.

    ``pairs_per_record``: what a pass was allowed.
    """

    left: Ints
    right: Ints
    passes: tuple[PassReport, ...]
    pairs_per_record: float

    def without_pairs(self) -> Candidates:
        """What was found, the pairs themselves given up."""
        return replace(self, left=self.left[:0].copy(), right=self.right[:0].copy())


def find_candidates(
    features: Sequence[Feature], data: Sequence[FeatureData], settings: MatchSettings, progress: Progress
) -> Candidates:
    """The union of all passes."""
    families = []
    for keys in key_families(features, data, CompactNumbers(), progress):
        progress.check()
        families.append(keys)
    planned = list(passes(families))
    while True:
        found, is_chance = _union(planned, record_count(data), settings, progress)
        if is_chance or len(found.left) > _MANY_PAIRS * record_count(data):
            return found
        before, settings = settings, replace(settings, pairs_per_record=settings.pairs_per_record * 2)
        # Where memory sets the limit, more of them would change nothing.
        if _affordable(planned, data, settings) == _affordable(planned, data, before):
            return found


def _affordable(planned: Sequence[Pass], data: Sequence[FeatureData], settings: MatchSettings) -> float:
    return pairs_per_pass(record_count(data), len(planned), settings)


def _union(
    planned: Sequence[Pass], records: int, settings: MatchSettings, progress: Progress
) -> tuple[Candidates, bool]:
    """The pairs of all passes, and whether more of them would be found by chance."""
    affordable = pairs_per_pass(records, len(planned), settings)
    found: list[Pairs] = []
    largest: list[Pairs] = []
    reports: list[PassReport] = []

    def run(each: Pass) -> tuple[Pairs, Pairs, PassReport]:
        return _block(each, records, settings.largest_block, affordable)

    for pairs, of_largest, report in side_by_side(run, planned, progress, settings.passes_at_once(records)):
        found.append(pairs)
        largest.append(of_largest)
        reports.append(report)
        progress.report("candidates", len(reports), len(planned))
    every = _sorted(found)
    progress.check()
    is_chance = _are_chance(np.concatenate([np.zeros(0, np.int64), *largest]), every)
    distinct = _each_once(every)
    del every
    progress.check()
    most = max((report.largest_block for report in reports), default=0)
    reports.append(PassReport("all together", len(distinct), most, 0))
    return Candidates(*unpacked(distinct), tuple(reports), settings.pairs_per_record), is_chance


def _are_chance(pairs: Pairs, every: Pairs) -> bool:
    """Whether few of the pairs were found by several passes; ``every``: what all found, sorted."""
    times = np.searchsorted(every, pairs, "right") - np.searchsorted(every, pairs, "left")
    return len(pairs) == 0 or float(np.mean(times >= _FOUND_BY)) <= _MOST


def pairs_per_pass(records: int, passes_planned: int, settings: MatchSettings) -> float:
    """How many comparisons one pass may ask for.

    Small tables can afford more of them per record; in large ones rare keys reach as much.
    """
    rate: float = settings.pairs_per_record * (_SMALL_TABLE / max(records, _SMALL_TABLE)) ** 0.75
    return min(max(rate, _LEAST_RATE) * records, settings.most_candidates / max(passes_planned, 1))


def largest_affordable(blocks: npt.NDArray[np.int64], most_pairs: float) -> int:
    """The size up to which all blocks are compared. ``blocks``: how many there are of each size, beginning with 0.

    A size is taken as a whole or not at all: which of two equally large blocks comes first must not matter.
    """
    sizes = np.arange(len(blocks))
    costs = np.cumsum(blocks * (sizes * (sizes - 1) // 2), dtype=np.float64)
    return int(np.searchsorted(costs, most_pairs, side="right")) - 1


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Blocks of two records or more: ``starts`` and ``sizes`` of their parts of ``rows``."""

    rows: Rows
    starts: Rows
    sizes: Rows


def _block(each: Pass, records: int, largest_block: int, most_pairs: float) -> tuple[Pairs, Pairs, PassReport]:
    """The pairs of all blocks that fit; where some don't, a choice of those of the largest that do."""
    listed = list(each.columns())
    blocks = _blocks(listed, records)
    counts = np.bincount(np.minimum(blocks.sizes, largest_block + 1), minlength=largest_block + 2)[:-1]
    taken = blocks.sizes <= largest_affordable(counts, most_pairs)
    pairs = _expand(blocks.rows, blocks.starts[taken], blocks.sizes[taken])
    if len(listed) > 1:
        pairs = distinct_pairs([pairs])
    left_out, largest = blocks.sizes[~taken], int(blocks.sizes[taken].max(initial=0))
    # What is larger than any block may be is left out however much is allowed.
    is_short = bool((left_out <= largest_block).any())
    of_largest = np.flatnonzero(blocks.sizes == largest)[: _LOOKED_AT if is_short and largest > 2 else 0]
    looked_at = _expand(blocks.rows, blocks.starts[of_largest], blocks.sizes[of_largest])
    return (
        pairs,
        looked_at[:: len(looked_at) // _LOOKED_AT + 1],
        PassReport(
            each.name,
            len(pairs),
            largest,
            int((left_out * (left_out - 1) // 2).sum()),
            tuple(counts.tolist()),
        ),
    )


def _blocks(columns: Sequence[KeyColumn], records: int) -> _Blocks:
    """Keys and rows are sorted as one number each, which is many times faster than sorting rows by their keys."""
    bits = records.bit_length()
    keys = [key for key, _ in columns]
    if any(int(key.max(initial=0)) >> (_BITS - bits) for key in keys):
        _, back = np.unique(np.concatenate(keys), return_inverse=True)
        keys = np.split(back.astype(np.int64), np.cumsum([len(key) for key in keys])[:-1])
    packed = np.concatenate(
        [np.zeros(0, np.int64), *(key << bits | rows for key, (_, rows) in zip(keys, columns, strict=True))]
    )
    packed.sort()
    key = packed >> bits
    starts = np.flatnonzero(np.concatenate([np.ones(min(len(key), 1), bool), key[1:] != key[:-1]]))
    sizes = np.diff(starts, append=len(key))
    several = sizes > 1
    return _Blocks(packed & ((1 << bits) - 1), starts[several], sizes[several])


def _expand(rows: Rows, starts: Rows, sizes: Rows) -> Pairs:
    """All pairs within blocks. Within a block the rows are sorted; a record may stand in it twice."""
    parts: list[Pairs] = [np.zeros(0, np.int64)]
    for size in np.flatnonzero(np.bincount(sizes)).tolist():
        members = rows[starts[sizes == size][:, None] + np.arange(size)]
        i, j = np.triu_indices(size, 1)
        a, b = members[:, i].ravel(), members[:, j].ravel()
        distinct = a != b
        parts.append(packed(a[distinct], b[distinct]))
    return np.concatenate(parts)


def packed(a: Rows, b: Rows) -> Pairs:
    """Pairs of rows as one number each; ``a`` is before ``b``."""
    return a << _RIGHT_BITS | b


def unpacked(pairs: Pairs) -> tuple[Ints, Ints]:
    """The rows of each pair, left before right."""
    return (pairs >> _RIGHT_BITS).astype(np.int32), (pairs & ((1 << _RIGHT_BITS) - 1)).astype(np.int32)


def distinct_pairs(parts: list[Pairs]) -> Pairs:
    """Sorted, each once; the parts are given up."""
    return _each_once(_sorted(parts))


def _sorted(parts: list[Pairs]) -> Pairs:
    """All of them; the parts are given up, one by one: together with them they would take twice the memory.

    Sorting in place is many times faster than hashing numbers.
    """
    merged = np.empty(sum(map(len, parts)), np.int64)
    end = len(merged)
    while parts:
        part = parts.pop()
        merged[end - len(part) : end] = part
        end -= len(part)
    merged.sort()
    return merged


def _each_once(pairs: Pairs) -> Pairs:
    is_new = np.ones(len(pairs), bool)
    np.not_equal(pairs[1:], pairs[:-1], out=is_new[1:])
    return np.asarray(pairs[is_new])
