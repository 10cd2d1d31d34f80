"""The lasting keys of all records of a table: what to compare new ones with is found without reading the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side
from steward.matching.candidates.block_keys import passes
from steward.matching.candidates.blocking import Limits, PassReport, largest_affordable
from steward.matching.candidates.key_families import Keys, key_families
from steward.matching.candidates.key_numbers import LastingNumbers
from steward.matching.candidates.packed_pairs import all_distinct, distinct_pairs, packed
from steward.matching.comparisons.signatures import MIXED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from steward.domain.progress import Progress
    from steward.matching.candidates.block_keys import Pass
    from steward.matching.candidates.blocking import Candidates
    from steward.matching.candidates.packed_pairs import Pairs
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature
    from steward.matching.settings import MatchSettings

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

#: Keys are looked for at a glance by so many bits of a number made of them.
_SEEN_BITS = 20
_LOWER_BITS = np.uint64(64 - _SEEN_BITS)


@dataclass(frozen=True, slots=True)
class KeyTable:
    """``families``: the keys of every row; ``blocks``: per pass how many blocks there are of each size;
    ``pairs_per_record``: what each pass was allowed."""

    families: tuple[Keys, ...]
    blocks: Mapping[str, tuple[int, ...]]
    pairs_per_record: Mapping[str, float]

    @classmethod
    def of(
        cls,
        features: Sequence[Feature],
        data: Sequence[FeatureData],
        found: Candidates,
        places: Places,
        progress: Progress,
    ) -> KeyTable:
        """The keys of a table whose candidates were found, of the rows at these places."""
        families = []
        for keys in key_families(features, data, LastingNumbers(), progress):
            progress.check()
            families.append(_stacked(keys, places=places))
        blocks = {report.name: report.blocks for report in found.passes if report.blocks}
        return cls(tuple(families), blocks, found.pairs_per_record)

    def __len__(self) -> int:
        return len(self.families[0].codes) if self.families else 0

    def rows(self, places: Places | Ints) -> KeyTable:
        """The same keys for some rows, or in another order."""
        return replace(self, families=tuple(_stacked(keys, places=places) for keys in self.families))

    def with_more(self, features: Sequence[Feature], data: Sequence[FeatureData], progress: Progress) -> KeyTable:
        """The same table with the keys of other records behind its own; its blocks are as before."""
        known = {keys.name: keys.counts for keys in self.families}
        found = key_families(features, data, LastingNumbers(known), progress)
        more = {(keys.name, keys.uses): keys.codes for keys in found}
        families = tuple(_stacked(keys, more[keys.name, keys.uses]) for keys in self.families)
        return replace(self, families=families)

    def blank(self, count: int) -> KeyTable:
        """So many rows that have no keys."""
        codes = np.full((count, 1), -1, np.int32)
        return replace(self, families=tuple(replace(keys, codes=codes) for keys in self.families))

    def followed_by(self, later: Sequence[KeyTable], places: Places | None = None) -> KeyTable:
        """The rows of all, or those at some places among them, and the blocks and their limits of the last one."""
        tables = [self, *later]
        families = tuple(
            _stacked(keys, *(table.families[place].codes for table in later), places=places)
            for place, keys in enumerate(self.families)
        )
        return replace(tables[-1], families=families)


def _stacked(keys: Keys, *more: Ints, places: Places | Ints | None = None) -> Keys:
    """The keys with more rows behind their own, or those of them at the places; columns are read one by one."""
    parts = [keys.codes, *more]
    width = max(part.shape[1] for part in parts)
    size = sum(map(len, parts)) if places is None else len(places)
    codes = np.empty((size, width), np.int32, order="F")
    for column in range(width):
        listed = np.concatenate([_column(part, column) for part in parts])
        codes[:, column] = listed if places is None else listed[places]
    return replace(keys, codes=codes)


def _column(codes: Ints, column: int) -> Ints:
    return codes[:, column] if column < codes.shape[1] else np.full(len(codes), -1, np.int32)


class Neighbours:
    """Finds what blocking all rows of a changed table would find for some of them."""

    def __init__(self, table: KeyTable, gone: Mask, new: Mask, settings: MatchSettings, progress: Progress) -> None:
        """``gone`` and ``new``: the rows that the table's blocks still, and don't yet, count.

        ``blocks`` are those of the changed table once pairs were asked for.
        """
        self._table, self._gone, self._new = table, gone, new
        self._settings, self._progress = settings, progress
        self._passes = list(passes(table.families))
        self._limits: dict[str, int] = {}
        self.blocks: dict[str, tuple[int, ...]] = dict(table.blocks)

    @property
    def size(self) -> int:
        """How many rows the table has, those that are gone included."""
        return len(self._gone)

    def of(self, rows: Ints) -> tuple[Ints, Ints, tuple[PassReport, ...]]:
        """The distinct pairs that have one of the rows, ``left < right``, sorted, with a report per pass."""
        wanted = np.zeros(len(self._gone), bool)
        wanted[rows] = True
        asked = np.flatnonzero(wanted if self._limits else wanted | self._gone | self._new)
        limits = Limits(int((~self._gone).sum()), len(self._passes), self._settings)
        reach = {id(keys): _reach(keys, asked, self._progress) for keys in self._table.families}

        def run(each: Pass) -> tuple[Pairs, PassReport]:
            self._progress.check()
            return self._pairs(each, _blocks(each, asked, reach), wanted, limits)

        found, reports = [], []
        at_once = self._settings.passes_at_once(len(self._gone))
        for pairs, report in side_by_side(run, self._passes, self._progress, at_once):
            found.append(pairs)
            reports.append(report)
            self._progress.report("candidates", len(reports), len(self._passes))
        left, right = all_distinct(found, self._progress)
        largest = max((report.largest_block for report in reports), default=0)
        reports.append(PassReport("all together", len(left), largest, 0))
        return left, right, tuple(reports)

    def _pairs(
        self, each: Pass, found: tuple[Places, Places], wanted: Mask, limits: Limits
    ) -> tuple[Pairs, PassReport]:
        blocks, rows = found
        count = int(blocks.max(initial=-1)) + 1
        if each.name not in self._limits:
            before, after = (_sizes(blocks[~mask[rows]], count) for mask in (self._new, self._gone))
            known = np.array(self.blocks[each.name], np.int64)
            most = len(known) - 1
            now = known + np.bincount(after[after <= most], minlength=most + 1)
            now -= np.bincount(before[before <= most], minlength=most + 1)
            now[:2] = 0
            self.blocks[each.name] = tuple(now.tolist())
            most_pairs = limits.pairs(self._table.pairs_per_record[each.name])
            self._limits[each.name] = largest_affordable(now, most_pairs)
        present = ~self._gone[rows]
        blocks, rows = blocks[present], rows[present]
        sizes = _sizes(blocks, count)
        taken = ((sizes > 1) & (sizes <= self._limits[each.name]))[blocks]
        blocks, rows = blocks[taken], rows[taken]
        order = np.argsort(blocks, kind="stable")
        pairs = distinct_pairs([_pairs_with(blocks[order], rows[order], sizes, wanted)])
        return pairs, PassReport(each.name, len(pairs), int(sizes[blocks].max(initial=0)), 0)


def _reach(keys: Keys, asked: Places, progress: Progress) -> list[Places]:
    """Per column of a family the rows that may have a key of those asked for there, in whichever column of theirs."""
    seen = np.zeros(1 << _SEEN_BITS, bool)
    for column in keys.codes.T:
        codes = column[asked]
        seen[_glance(codes[codes >= 0])] = True
    found = []
    for column in keys.codes.T:
        progress.check()
        rows = np.flatnonzero(column >= 0)
        found.append(rows[seen[_glance(column[rows])]])
    return found


def _blocks(each: Pass, asked: Places, reach: Mapping[int, Sequence[Places]]) -> tuple[Places, Places]:
    """The blocks that have any of the rows asked for, as block numbers and rows side by side."""
    parts = list(each.parts())
    keys = np.unique(np.concatenate([np.zeros(0, np.int64), *(each.keys(*part, asked)[0] for part in parts)]))
    numbers, found = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    if len(keys):
        seen = np.zeros(1 << _SEEN_BITS, bool)
        seen[_glance(keys)] = True
        for (a, b), rows in zip(parts, _reached(each, reach), strict=True):
            key, at = each.keys(a, b, rows)
            hopeful = np.flatnonzero(seen[_glance(key)])
            key, at = key[hopeful], at[hopeful]
            place = np.minimum(np.searchsorted(keys, key), len(keys) - 1)
            same = keys[place] == key
            numbers.append(place[same])
            found.append(at[same])
    return np.concatenate(numbers), np.concatenate(found)


def _reached(each: Pass, reach: Mapping[int, Sequence[Places]]) -> Iterator[Places]:
    """Per column of a pass the rows that may have a key: where both parts may, the fewer ones."""
    first = reach[id(each.first)]
    if each.second is None:
        yield from first
        return
    second = reach[id(each.second)]
    for i, rows in enumerate(first):
        for others in second[:i] if each.second is each.first else second:
            yield rows if len(rows) <= len(others) else others


def _glance(keys: npt.NDArray[np.int32] | npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """A small number for each key: different ones mean different keys."""
    return np.asarray((keys.astype(np.uint64) * MIXED) >> _LOWER_BITS)


def _sizes(blocks: Places, count: int) -> Places:
    return np.bincount(blocks, minlength=count)


def _pairs_with(blocks: Places, rows: Places, sizes: Places, wanted: Mask) -> Pairs:
    """All pairs within blocks that have a row which is wanted. ``blocks`` ascend beside their rows."""
    asked = np.flatnonzero(wanted[rows])
    others = sizes[blocks[asked]]
    first = np.searchsorted(blocks, blocks[asked])
    left = np.repeat(rows[asked], others)
    right = rows[np.arange(int(others.sum())) + np.repeat(first - (np.cumsum(others) - others), others)]
    differ = left != right
    left, right = left[differ], right[differ]
    return packed(np.minimum(left, right), np.maximum(left, right))
