"""Which pairs are worth comparing: records that share a rare enough key.

Every pass makes keys from the data itself. Blocks are taken rarest first until the pass has used its share of
comparisons; a key that many records carry is not cut short but left to the passes that combine it with a second one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.columns import Ints, encode
from steward.matching.comparisons import NUMBER_END
from steward.matching.features import Feature, FeatureData, ValueData, record_count
from steward.matching.name_words import WordData

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from steward.domain.progress import Progress
    from steward.matching.settings import MatchSettings

_T = AttributeType
Pairs = npt.NDArray[np.int64]

_MOST_STREET_WORDS = 5
_SHORTEST_MAILBOX = 5
#: Fewer categories than this, such as two sexes, hardly narrow a key down.
_FEW_CATEGORIES = 8
#: Up to this many records a pass may use its whole share of comparisons.
_SMALL_TABLE = 10_000
#: What a pass needs at least to reach the pairs of customers that are listed two or three times.
_LEAST_RATE = 0.75


@dataclass(frozen=True, slots=True)
class PassReport:
    """What one blocking pass reached. ``largest_block``: records in its largest block that was compared."""

    name: str
    pairs: int
    largest_block: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Candidates:
    """Distinct pairs of rows, ``left < right``, sorted, with a report per pass; the last one counts them all."""

    left: Ints
    right: Ints
    passes: tuple[PassReport, ...]


@dataclass(frozen=True, slots=True)
class _Keys:
    """Up to k key numbers per record (-1 = none), all below ``size``."""

    name: str
    codes: Ints
    size: int
    kind: AttributeType | None = None


def find_candidates(
    features: Sequence[Feature], data: Sequence[FeatureData], settings: MatchSettings, progress: Progress
) -> Candidates:
    """The union of all passes."""
    records = record_count(data)
    found: list[Pairs] = []
    affordable = _pairs_per_pass(records, settings)
    reports: list[PassReport] = []
    for name, keys in _passes(features, data):
        progress.check()
        pairs, largest, left_out = _block(keys, records, settings.largest_block, affordable)
        found.append(pairs)
        reports.append(PassReport(name, len(pairs), largest, left_out))
        progress.report("candidates", len(reports), 0)
    distinct = _distinct(found)
    largest = max((report.largest_block for report in reports), default=0)
    reports.append(PassReport("all together", len(distinct), largest, 0))
    return Candidates(
        (distinct // max(records, 1)).astype(np.int32), (distinct % max(records, 1)).astype(np.int32), tuple(reports)
    )


def _pairs_per_pass(records: int, settings: MatchSettings) -> float:
    """Small tables can afford more comparisons per record; in large ones rare keys reach as much."""
    rate: float = settings.pairs_per_record * (_SMALL_TABLE / max(records, _SMALL_TABLE)) ** 0.75
    return max(rate, _LEAST_RATE) * records


def _passes(features: Sequence[Feature], data: Sequence[FeatureData]) -> Iterator[tuple[str, npt.NDArray[np.int64]]]:
    words: list[_Keys] = []
    starts: list[_Keys] = []
    anchors: list[_Keys] = []
    for feature, values in zip(features, data, strict=True):
        if isinstance(values, WordData):
            whole = np.stack([values.names.joined, values.others.joined], axis=1)
            yield f"{feature.name}: whole", _single(_Keys("", whole, 0))
            words.append(_words(feature, values))
            starts.append(_word_starts(feature, values))
        else:
            for keys in _value_keys(feature, values):
                yield keys.name, _single(keys)
            anchors += _anchors(feature, values)
    for keys in words:
        yield f"{keys.name}: rare word", _single(keys)
        yield f"{keys.name}: two words", _within(keys)
    for keys in starts:
        yield f"{keys.name}: two beginnings", _within(keys)
    for keys in words:
        for anchor in anchors:
            yield f"{keys.name}: word + {anchor.name}", _cross(keys, anchor)
    for keys in starts:
        for anchor in anchors:
            yield f"{keys.name}: beginning + {anchor.name}", _cross(keys, anchor)
    for i, first in enumerate(anchors):
        for second in anchors[i + 1 :]:
            if first.kind is not second.kind:
                yield f"{first.name} + {second.name}", _cross(first, second)


def _value_keys(feature: Feature, data: ValueData) -> list[_Keys]:
    """Keys that can stand alone: whole values, and parts of phones, e-mails, identifiers and streets."""
    if feature.type in (_T.CATEGORY, _T.NUMBER, _T.LOCALITY, _T.POSTCODE):
        return []
    keys = [_Keys(f"{feature.name}: equal", data.ids, len(data.values))]
    derive = _PARTS.get(feature.type)
    if derive:
        keys += [_derived(f"{feature.name}: {part}", data, function) for part, function in derive]
    if feature.type is _T.EMAIL:
        keys.append(_numbered(f"{feature.name}: mailbox", data, list(map(_long_mailbox, data.values, data.mailboxes))))
    if feature.type in (_T.ADDRESS, _T.TEXT):
        words = _street_words(feature, data)
        keys += [words, _pairs_of(words)]
    return keys


def _anchors(feature: Feature, data: ValueData) -> list[_Keys]:
    """Keys that narrow another key down; two of one kind say the same thing twice."""
    if feature.type is _T.DATE:
        parts = (("day and year", lambda v: v), ("year", lambda v: v[:4]), ("day", lambda v: v[4:8]))
        return [replace(_derived(f"{feature.name}: {p}", data, f), kind=_T.DATE) for p, f in parts]
    if feature.type is _T.ADDRESS:
        return [replace(_street_words(feature, data), kind=_T.ADDRESS)]
    if feature.type is _T.CATEGORY and len(data.values) < _FEW_CATEGORIES:
        return []
    if feature.type in (_T.LOCALITY, _T.POSTCODE, _T.CATEGORY):
        kind = _T.CATEGORY if feature.type is _T.CATEGORY else _T.LOCALITY
        return [_Keys(feature.name, data.ids, len(data.values), kind)]
    return []


_PARTS: dict[AttributeType, tuple[tuple[str, Callable[[str], str]], ...]] = {
    _T.PHONE: (
        ("end", lambda v: v[-7:] if len(v) >= 8 else v[-6:]),
        ("beginning", lambda v: v[:9] if len(v) >= 10 else ""),
    ),
    _T.NATIONAL_ID: (
        ("beginning", lambda v: v[: max(4, len(v) * 5 // 8)] if len(v) >= 6 else ""),
        ("end", lambda v: v[-max(4, len(v) // 2) :] if len(v) >= 6 else ""),
    ),
    _T.CODE: (("beginning", lambda v: v[: len(v) * 3 // 4] if len(v) >= 8 else ""),),
}


def _long_mailbox(email: str, mailbox: str) -> str:
    return mailbox if email.find("@") >= _SHORTEST_MAILBOX else ""


def _derived(name: str, data: ValueData, function: Callable[[str], str]) -> _Keys:
    return _numbered(name, data, list(map(function, data.values)))


def _numbered(name: str, data: ValueData, texts: list[str]) -> _Keys:
    """Keys from one text per value."""
    distinct, codes = encode(texts)
    return _Keys(name, np.where(data.ids >= 0, _look_up(codes, data.ids), -1).astype(np.int32), len(distinct))


def _look_up(codes: Ints, ids: Ints) -> Ints:
    return codes[ids] if len(codes) else np.full_like(ids, -1)


def _words(feature: Feature, data: WordData) -> _Keys:
    return _Keys(feature.name, _of_names(data, data.folds), _size(data.folds))


def _word_starts(feature: Feature, data: WordData) -> _Keys:
    distinct, codes = encode([word[:3] for word in data.words])
    return _Keys(feature.name, _of_names(data, codes), len(distinct))


def _of_names(data: WordData, codes: Ints) -> Ints:
    """A number per word of all names of a record."""
    ids = np.concatenate([data.names.ids, data.others.ids], axis=1)
    used: npt.NDArray[np.bool_] = np.asarray((ids >= 0).any(axis=0))
    used[0] = True
    ids = ids[:, used]
    return np.where(ids >= 0, _look_up(codes, ids), -1).astype(np.int32)


def _street_words(feature: Feature, data: ValueData) -> _Keys:
    """The rarest words of each street."""
    split = [
        list(dict.fromkeys(w for w in value.partition(NUMBER_END)[2].split() if len(w) >= 4 or w[0].isdigit()))
        for value in data.values
    ]
    distinct, codes = encode([word for listed in split for word in listed])
    counts = np.bincount(codes, minlength=max(1, len(distinct)))
    number = {word: i for i, word in enumerate(distinct)}
    table = np.full((len(split) + 1, _MOST_STREET_WORDS), -1, np.int32)
    for i, listed in enumerate(split):
        rarest = sorted((counts[number[w]], number[w]) for w in listed)[:_MOST_STREET_WORDS]
        table[i, : len(rarest)] = [n for _, n in rarest]
    return _Keys(f"{feature.name}: word", table[data.ids[:, 0]], len(distinct))


def _pairs_of(keys: _Keys) -> _Keys:
    """Each two keys of a record as one, numbered compactly."""
    packed = _pair_matrix(keys)
    distinct, back = np.unique(packed, return_inverse=True)
    offset = int(len(distinct) > 0 and distinct[0] == -1)
    codes = (back.reshape(packed.shape) - offset).astype(np.int32)
    return _Keys(f"{keys.name} pair", codes, len(distinct))


def _pair_matrix(keys: _Keys) -> npt.NDArray[np.int64]:
    columns = []
    for i in range(keys.codes.shape[1]):
        for j in range(i):
            a, b = keys.codes[:, i].astype(np.int64), keys.codes[:, j].astype(np.int64)
            low, high = np.minimum(a, b), np.maximum(a, b)
            columns.append(np.where(low >= 0, low * keys.size + high, -1))
    return np.stack(columns, axis=1) if columns else np.full((len(keys.codes), 1), -1, np.int64)


def _size(codes: Ints) -> int:
    return int(codes.max(initial=-1)) + 1


def _single(keys: _Keys) -> npt.NDArray[np.int64]:
    return keys.codes.astype(np.int64)


def _within(keys: _Keys) -> npt.NDArray[np.int64]:
    return _pair_matrix(keys)


def _cross(first: _Keys, second: _Keys) -> npt.NDArray[np.int64]:
    columns = []
    for i in range(first.codes.shape[1]):
        for j in range(second.codes.shape[1]):
            a, b = first.codes[:, i].astype(np.int64), second.codes[:, j].astype(np.int64)
            columns.append(np.where((a >= 0) & (b >= 0), a * second.size + b, -1))
    return np.stack(columns, axis=1)


def _block(keys: npt.NDArray[np.int64], records: int, largest_block: int, most_pairs: float) -> tuple[Pairs, int, int]:
    """The pairs of all blocks that fit, the size of the largest, and how many pairs of larger ones are left out."""
    rows, columns = np.nonzero(keys >= 0)
    flat = keys[rows, columns]
    order = np.argsort(flat, kind="stable")
    flat, rows = flat[order], rows[order]
    starts = np.flatnonzero(np.concatenate([[True], flat[1:] != flat[:-1]])) if len(flat) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(starts, len(flat)))
    costs = sizes * (sizes - 1) // 2
    by_size = np.argsort(sizes, kind="stable")
    affordable = np.cumsum(costs[by_size]) <= most_pairs
    sizes_sorted = sizes[by_size]
    # A size is taken as a whole or not at all: which of two equally large blocks comes first must not matter.
    too_large = int(sizes_sorted[~affordable].min(initial=largest_block + 1))
    limit = min(largest_block, too_large - 1)
    taken = (sizes >= 2) & (sizes <= limit)
    pairs = _expand(rows, starts[taken], sizes[taken], records)
    return pairs, int(sizes[taken].max(initial=0)), int(costs[sizes > limit].sum())


def _expand(rows: npt.NDArray[np.int64], starts: Pairs, sizes: Pairs, records: int) -> Pairs:
    parts: list[Pairs] = []
    for size in np.unique(sizes):
        members = rows[starts[sizes == size][:, None] + np.arange(size)]
        i, j = np.triu_indices(size, 1)
        a, b = members[:, i].ravel(), members[:, j].ravel()
        distinct = a != b
        parts.append(np.minimum(a, b)[distinct] * records + np.maximum(a, b)[distinct])
    return _distinct(parts)


def _distinct(parts: Sequence[Pairs]) -> Pairs:
    """Sorted, each once. Sorting in place is several times faster than hashing millions of numbers."""
    if not parts:
        return np.zeros(0, np.int64)
    merged = np.concatenate(parts)
    merged.sort()
    return merged[np.concatenate([[True], merged[1:] != merged[:-1]])] if len(merged) else merged
