"""The lasting keys of all records of a table: what to compare new ones with is found without reading the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.side_by_side import side_by_side
from steward.matching.block_keys import passes
from steward.matching.blocking import PassReport, distinct_pairs, largest_affordable, packed, pairs_per_pass, unpacked
from steward.matching.key_families import Keys, key_families
from steward.matching.key_numbers import LastingNumbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.domain.progress import Progress
    from steward.matching.block_keys import Pass
    from steward.matching.blocking import Pairs
    from steward.matching.columns import Ints
    from steward.matching.feature_data import FeatureData
    from steward.matching.features import Feature
    from steward.matching.settings import MatchSettings

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint32]

#: Keys are looked for at a glance by so many bits of a number that two of them make together.
_SEEN_BITS = 20
_MIXED, _MIXED_TOO = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_LOWER_BITS = np.uint32(32 - _SEEN_BITS)


@dataclass(frozen=True, slots=True)
class KeyTable:
    """``families``: the keys of every row; ``blocks``: per pass how many blocks there are of each size."""

    families: tuple[Keys, ...]
    blocks: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(
        cls,
        features: Sequence[Feature],
        data: Sequence[FeatureData],
        reports: Sequence[PassReport],
        progress: Progress,
    ) -> KeyTable:
        """The keys of a table whose blocks were reported."""
        families = tuple(key_families(features, data, LastingNumbers(), progress))
        return cls(families, {report.name: report.blocks for report in reports if report.blocks})

    def __len__(self) -> int:
        return len(self.families[0].codes) if self.families else 0

    def rows(self, places: Places | Ints) -> KeyTable:
        """The same keys for some rows, or in another order."""
        return replace(
            self, families=tuple(replace(keys, codes=_by_column(keys.codes[places])) for keys in self.families)
        )

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

    def followed_by(self, later: KeyTable) -> KeyTable:
        """The rows of both, and the blocks of the later one."""
        both = zip(self.families, later.families, strict=True)
        return KeyTable(tuple(_stacked(keys, more.codes) for keys, more in both), later.blocks)


def _stacked(keys: Keys, more: Ints) -> Keys:
    width = max(keys.codes.shape[1], more.shape[1])
    codes = np.full((len(keys.codes) + len(more), width), -1, np.int32, order="F")
    codes[: len(keys.codes), : keys.codes.shape[1]] = keys.codes
    codes[len(keys.codes) :, : more.shape[1]] = more
    return replace(keys, codes=codes)


def _by_column(codes: Ints) -> Ints:
    """Columns are read one by one."""
    return np.asfortranarray(codes)


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
        affordable = pairs_per_pass(int((~self._gone).sum()), len(self._passes), self._settings)

        def run(each: Pass) -> tuple[Pairs, PassReport]:
            return self._pairs(each, wanted, affordable)

        found, reports = [], []
        at_once = self._settings.passes_at_once(len(self._gone))
        for pairs, report in side_by_side(run, self._passes, self._progress, at_once):
            found.append(pairs)
            reports.append(report)
            self._progress.report("candidates", len(reports), len(self._passes))
        distinct = distinct_pairs(found)
        largest = max((report.largest_block for report in reports), default=0)
        reports.append(PassReport("all together", len(distinct), largest, 0))
        return *unpacked(distinct), tuple(reports)

    def _pairs(self, each: Pass, wanted: Mask, affordable: float) -> tuple[Pairs, PassReport]:
        is_first = each.name not in self._limits
        blocks, rows = self._blocks(each, wanted | self._gone | self._new if is_first else wanted)
        count = int(blocks.max(initial=-1)) + 1
        if is_first:
            before, after = (_sizes(blocks[~mask[rows]], count) for mask in (self._new, self._gone))
            known = np.array(self.blocks[each.name], np.int64)
            most = len(known) - 1
            now = known + np.bincount(after[after <= most], minlength=most + 1)
            now -= np.bincount(before[before <= most], minlength=most + 1)
            now[:2] = 0
            self.blocks[each.name] = tuple(now.tolist())
            self._limits[each.name] = largest_affordable(now, affordable)
        present = ~self._gone[rows]
        blocks, rows = blocks[present], rows[present]
        sizes = _sizes(blocks, count)
        taken = ((sizes > 1) & (sizes <= self._limits[each.name]))[blocks]
        blocks, rows = blocks[taken], rows[taken]
        order = np.argsort(blocks, kind="stable")
        pairs = distinct_pairs([_pairs_with(blocks[order], rows[order], sizes, wanted)])
        return pairs, PassReport(each.name, len(pairs), int(sizes[blocks].max(initial=0)), 0)

    def _blocks(self, each: Pass, wanted: Mask) -> tuple[Places, Places]:
        """The blocks that have any of the rows, as block numbers and rows side by side."""
        asked = np.flatnonzero(wanted)
        keys = np.unique(np.concatenate([np.zeros(0, np.int64), *(each.keys(*p, asked)[0] for p in each.parts())]))
        seen = np.zeros(1 << _SEEN_BITS, bool)
        for a, b in each.parts():
            seen[_glance(each, a[asked], None if b is None else b[asked])] = True
        numbers, found = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for a, b in each.parts():
            self._progress.check()
            key, rows = each.keys(a, b, np.flatnonzero(seen[_glance(each, a, b)]))
            place = np.minimum(np.searchsorted(keys, key), max(len(keys) - 1, 0))
            same = keys[place] == key if len(keys) else np.zeros(len(key), bool)
            numbers.append(place[same])
            found.append(rows[same])
        return np.concatenate(numbers), np.concatenate(found)


def _glance(each: Pass, a: Ints, b: Ints | None) -> Hashes:
    """A small number for each key: different ones mean different keys."""
    mixed = a.astype(np.uint32) * _MIXED
    if b is not None:
        mixed += b.astype(np.uint32) * (_MIXED if each.second is each.first else _MIXED_TOO)
    return np.asarray(mixed >> _LOWER_BITS)


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
