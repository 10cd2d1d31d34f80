"""Which pairs are worth comparing: records that share a rare enough key.

Blocks are taken rarest first until a pass has used its share of comparisons; a key that many records carry is not cut
short but left to the passes that combine it with a second one. A sample of the pairs beyond goes with the candidates:
where they turn out to be customers with many records, the pass may get a larger share (see ``runs.widening``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side
from steward.matching.candidates.block_keys import passes
from steward.matching.candidates.key_families import key_families
from steward.matching.candidates.key_numbers import CompactNumbers
from steward.matching.candidates.packed_pairs import all_distinct, distinct_pairs, joined, packed
from steward.matching.features.data import FeatureData, record_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from steward.domain.progress import Progress
    from steward.matching.candidates.block_keys import KeyColumn, Pass
    from steward.matching.candidates.key_families import Keys
    from steward.matching.candidates.packed_pairs import Pairs, Rows
    from steward.matching.columns import Ints
    from steward.matching.features.plan import Feature
    from steward.matching.settings import MatchSettings

#: Up to this many records a pass may use its whole share of comparisons.
_SMALL_TABLE = 10_000
#: What all passes together may compare at least, per record.
_PAIRS_IN_ALL = 60.0
#: What a pass needs at least to reach the pairs of customers that are listed two or three times.
_LEAST_RATE = 0.75
_BITS = 63
#: Of the pairs beyond what a pass took, samples are taken in steps: each allows it so many times as much.
_STEP, _STEPS = 4.0, 4
#: So many blocks beyond, spread evenly, and so many pairs of each tell of a step.
_BLOCKS_LOOKED_AT, _PAIRS_LOOKED_AT = 50, 3


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
class Beyond:
    """A sample (left[i], right[i]) of the pairs that a pass would take if it were allowed more.

    ``pairs_per_record``: what it must be allowed; ``more``: pairs that it would find beside those of the step before.
    """

    name: str
    pairs_per_record: float
    more: int
    left: Rows
    right: Rows


@dataclass(frozen=True, slots=True)
class Candidates:
    """Distinct pairs of rows, ``left < right``, sorted, with a report per pass; the last one counts them all.

    ``pairs_per_record``: what each pass was allowed, by name; ``beyond``: what they would find next.
    """

    left: Ints
    right: Ints
    passes: tuple[PassReport, ...]
    pairs_per_record: Mapping[str, float] = field(default_factory=dict)
    beyond: tuple[Beyond, ...] = ()

    def without_pairs(self) -> Candidates:
        """What was found, the pairs themselves given up."""
        return replace(self, left=self.left[:0].copy(), right=self.right[:0].copy())


def find_candidates(
    features: Sequence[Feature],
    data: Sequence[FeatureData],
    settings: MatchSettings,
    progress: Progress,
    allowed: Mapping[str, float] | None = None,
) -> Candidates:
    """The union of all passes; ``allowed``: pairs per record, by name, of those that may take more than is usual."""
    # The keys are given up before the pairs are joined: together they would take much memory.
    found = _run_passes(_families(features, data, progress), record_count(data), settings, progress, allowed or {})
    progress.check()
    left, right = all_distinct(found.pairs, progress)
    most = max((report.largest_block for report in found.reports), default=0)
    reports = (*found.reports, PassReport("all together", len(left), most, 0))
    return Candidates(left, right, reports, found.rates, tuple(found.beyond))


@dataclass(frozen=True, slots=True)
class _Found:
    """What the passes found, in their order; ``rates``: how many pairs per record each was allowed."""

    rates: Mapping[str, float]
    pairs: list[Pairs] = field(default_factory=list)
    beyond: list[Beyond] = field(default_factory=list)
    reports: list[PassReport] = field(default_factory=list)


def _families(features: Sequence[Feature], data: Sequence[FeatureData], progress: Progress) -> list[Keys]:
    families = []
    for keys in key_families(features, data, CompactNumbers(), progress):
        progress.check()
        families.append(keys)
    return families


def _run_passes(
    families: Sequence[Keys], records: int, settings: MatchSettings, progress: Progress, allowed: Mapping[str, float]
) -> _Found:
    planned = list(passes(families))
    found = _Found({each.name: allowed.get(each.name, settings.pairs_per_record) for each in planned})

    def run(each: Pass) -> tuple[Pairs, tuple[Beyond, ...], PassReport]:
        return _block(each, records, Limits(records, len(planned), settings), found.rates[each.name])

    for pairs, next_steps, report in side_by_side(run, planned, progress, settings.passes_at_once(records)):
        found.pairs.append(pairs)
        found.beyond.extend(next_steps)
        found.reports.append(report)
        progress.report("candidates", len(found.reports), len(planned))
    return found


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one of the passes over a table may compare."""

    records: int
    passes: int
    settings: MatchSettings

    def pairs(self, pairs_per_record: float) -> float:
        """How many comparisons it may ask for that is allowed so many per record of a small table.

        Small tables can afford more of them per record; in large ones rare keys reach as much. Where passes are few,
        each may have more.
        """
        smallness: float = _SMALL_TABLE / max(self.records, _SMALL_TABLE)
        rate: float = max(pairs_per_record * smallness**0.75, _PAIRS_IN_ALL / max(self.passes, 1) * smallness)
        return min(max(rate, _LEAST_RATE) * self.records, self.settings.most_candidates / max(self.passes, 1))

    def largest_block(self, pairs_per_record: float) -> int:
        """How many records may share a key: more where more pairs are allowed."""
        times = max(pairs_per_record / self.settings.pairs_per_record, 1.0)
        return int(self.settings.largest_block * times**0.5)


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


def _block(
    each: Pass, records: int, limits: Limits, pairs_per_record: float
) -> tuple[Pairs, tuple[Beyond, ...], PassReport]:
    """The pairs of all blocks that fit, and samples of those that don't."""
    parts = _packed_keys(each, records)
    blocks = _blocks(parts, records)
    counts = _counts(blocks, limits.largest_block(pairs_per_record))
    largest = largest_affordable(counts, limits.pairs(pairs_per_record))
    taken = blocks.sizes <= largest
    pairs = _expand(blocks.rows, blocks.starts[taken], blocks.sizes[taken])
    left_out = blocks.sizes[~taken]
    report = PassReport(
        each.name,
        len(pairs),
        int(blocks.sizes[taken].max(initial=0)),
        int((left_out * (left_out - 1) // 2).sum()),
        tuple(counts.tolist()),
    )
    return pairs, tuple(_beyond(each, blocks, limits, pairs_per_record, largest)), report


def _counts(blocks: _Blocks, largest_block: int) -> npt.NDArray[np.int64]:
    """How many blocks there are of each size."""
    return np.bincount(np.minimum(blocks.sizes, largest_block + 1), minlength=largest_block + 2)[:-1]


def _beyond(each: Pass, blocks: _Blocks, limits: Limits, pairs_per_record: float, taken: int) -> Iterator[Beyond]:
    """Samples of what the pass would find in each step beyond the size that was taken."""
    for step in range(1, _STEPS + 1):
        if not (blocks.sizes > taken).any():
            return
        rate = pairs_per_record * _STEP**step
        largest = largest_affordable(_counts(blocks, limits.largest_block(rate)), limits.pairs(rate))
        new = np.flatnonzero((blocks.sizes > taken) & (blocks.sizes <= largest))
        if len(new):
            sizes = blocks.sizes[new]
            yield Beyond(each.name, rate, int((sizes * (sizes - 1) // 2).sum()), *_sample(blocks, new))
        taken = max(taken, largest)


def _sample(blocks: _Blocks, places: Rows) -> tuple[Rows, Rows]:
    """Some pairs of some of the blocks. Rows that are alike stand beside each other, so the pairs are half a block
    apart."""
    chosen = places[:: -(-len(places) // _BLOCKS_LOOKED_AT)]
    starts, sizes = blocks.starts[chosen], blocks.sizes[chosen]
    halves = sizes // 2
    firsts = [starts + halves * part // _PAIRS_LOOKED_AT for part in range(_PAIRS_LOOKED_AT)]
    left = np.concatenate([blocks.rows[first] for first in firsts])
    right = np.concatenate([blocks.rows[first + halves] for first in firsts])
    differ = left != right
    return np.minimum(left, right)[differ], np.maximum(left, right)[differ]


def _packed_keys(each: Pass, records: int) -> list[Pairs]:
    """Key and row of all records as one number each, column by column: these are sorted many times faster than rows
    by their keys."""
    bits = records.bit_length()
    parts = []
    for key, rows in each.columns():
        if int(key.max(initial=0)) >> (_BITS - bits):
            return _packed_ranks(list(each.columns()), bits)
        key <<= bits
        key |= rows
        parts.append(key)
    return parts


def _packed_ranks(columns: Sequence[KeyColumn], bits: int) -> list[Pairs]:
    """The same where the keys are so large that only their ranks leave room for the rows."""
    _, back = np.unique(np.concatenate([key for key, _ in columns]), return_inverse=True)
    ranks = np.split(back.astype(np.int64), np.cumsum([len(key) for key, _ in columns])[:-1])
    return [rank << bits | rows for rank, (_, rows) in zip(ranks, columns, strict=True)]


def _blocks(parts: list[Pairs], records: int) -> _Blocks:
    """The parts are given up."""
    row_mask = (1 << records.bit_length()) - 1
    keyed = joined(parts)
    keyed.sort()
    is_first = np.ones(len(keyed) + 1, bool)
    np.greater(keyed[1:], keyed[:-1] | row_mask, out=is_first[1:-1])
    # Most keys are of one record.
    kept = ~(is_first[:-1] & is_first[1:])
    rows, starts = keyed[kept], np.flatnonzero(is_first[:-1][kept])
    rows &= row_mask
    return _Blocks(rows, starts, np.diff(starts, append=len(rows)))


def _expand(rows: Rows, starts: Rows, sizes: Rows) -> Pairs:
    """All pairs within blocks, sorted, each once. A block's rows are sorted; a record may stand in it twice."""
    parts: list[Pairs] = []
    for size in np.flatnonzero(np.bincount(sizes)).tolist():
        members = rows[starts[sizes == size][:, None] + np.arange(size)]
        i, j = np.triu_indices(size, 1)
        a, b = members[:, i].ravel(), members[:, j].ravel()
        distinct = a != b
        parts.append(packed(a[distinct], b[distinct]))
    return distinct_pairs(parts)
