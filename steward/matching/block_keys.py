"""The keys that records are blocked by, made from the data itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.columns import Ints, checked, encode
from steward.matching.name_words import WordData
from steward.matching.prepared import NUMBER_END

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from steward.domain.progress import Progress
    from steward.matching.feature_data import FeatureData, ValueData
    from steward.matching.features import Feature

_T = AttributeType

#: Key numbers, none negative, and the records that have them.
KeyColumn = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]

_MOST_STREET_WORDS = 5
_SHORTEST_MAILBOX = 5
#: Fewer categories than this, such as two sexes, hardly narrow a key down.
_FEW_CATEGORIES = 8


@dataclass(frozen=True, slots=True)
class Pass:
    """One way to find pairs: records that share a key in any of the columns."""

    name: str
    columns: Callable[[], Iterator[KeyColumn]]


@dataclass(frozen=True, slots=True)
class _Keys:
    """Up to k key numbers per record (-1 = none), all below ``size``."""

    name: str
    codes: Ints
    size: int
    kind: AttributeType | None = None


def passes(features: Sequence[Feature], data: Sequence[FeatureData], progress: Progress) -> Iterator[Pass]:
    """All passes that a table allows."""
    words: list[_Keys] = []
    starts: list[_Keys] = []
    anchors: list[_Keys] = []
    for feature, values in zip(features, data, strict=True):
        if isinstance(values, WordData):
            whole = np.stack([values.names.joined, values.others.joined], axis=1)
            yield Pass(f"{feature.name}: whole", partial(_single, _Keys("", whole, 0)))
            words.append(_words(feature, values))
            starts.append(_word_starts(feature, values))
        else:
            for keys in _value_keys(feature, values, progress):
                yield Pass(keys.name, partial(_single, keys))
            anchors += _anchors(feature, values, progress)
    for keys in words:
        yield Pass(f"{keys.name}: rare word", partial(_single, keys))
        yield Pass(f"{keys.name}: two words", partial(_within, keys))
    for keys in starts:
        yield Pass(f"{keys.name}: two beginnings", partial(_within, keys))
    for keys in words:
        for anchor in anchors:
            yield Pass(f"{keys.name}: word + {anchor.name}", partial(_cross, keys, anchor))
    for keys in starts:
        for anchor in anchors:
            yield Pass(f"{keys.name}: beginning + {anchor.name}", partial(_cross, keys, anchor))
    for i, first in enumerate(anchors):
        for second in anchors[i + 1 :]:
            if first.kind is not second.kind:
                yield Pass(f"{first.name} + {second.name}", partial(_cross, first, second))


def _value_keys(feature: Feature, data: ValueData, progress: Progress) -> list[_Keys]:
    """Keys that can stand alone: whole values, and parts of phones, e-mails, identifiers and streets."""
    if feature.type in (_T.CATEGORY, _T.NUMBER, _T.LOCALITY, _T.POSTCODE):
        return []
    keys = [_Keys(f"{feature.name}: equal", data.ids, len(data.values))]
    derive = _PARTS.get(feature.type)
    if derive:
        keys += [_derived(f"{feature.name}: {part}", data, function, progress) for part, function in derive]
    if feature.type is _T.EMAIL:
        keys.append(
            _numbered(
                f"{feature.name}: mailbox",
                data,
                map(_long_mailbox, checked(data.values.tolist(), progress), data.mailboxes),
            )
        )
    if feature.type in (_T.ADDRESS, _T.TEXT):
        words = _street_words(feature, data, progress)
        keys += [words, _pairs_of(words)]
    return keys


def _anchors(feature: Feature, data: ValueData, progress: Progress) -> list[_Keys]:
    """Keys that narrow another key down; two of one kind say the same thing twice."""
    if feature.type is _T.DATE:
        parts = (("day and year", lambda v: v), ("year", lambda v: v[:4]), ("day", lambda v: v[4:8]))
        return [replace(_derived(f"{feature.name}: {p}", data, f, progress), kind=_T.DATE) for p, f in parts]
    if feature.type is _T.ADDRESS:
        return [replace(_street_words(feature, data, progress), kind=_T.ADDRESS)]
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


def _derived(name: str, data: ValueData, function: Callable[[str], str], progress: Progress) -> _Keys:
    return _numbered(name, data, map(function, checked(data.values.tolist(), progress)))


def _numbered(name: str, data: ValueData, texts: Iterable[str]) -> _Keys:
    """Keys from one text per value."""
    number = {"": -1}
    codes = np.fromiter((number.setdefault(text, len(number)) for text in texts), np.int32, len(data.values))
    return _Keys(name, np.where(data.ids >= 0, _look_up(codes, data.ids), -1).astype(np.int32), len(number))


def _look_up(codes: Ints, ids: Ints) -> Ints:
    return codes[ids] if len(codes) else np.full_like(ids, -1)


def _words(feature: Feature, data: WordData) -> _Keys:
    return _Keys(feature.name, _of_names(data, data.shapes.folds), _size(data.shapes.folds))


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


def _street_words(feature: Feature, data: ValueData, progress: Progress) -> _Keys:
    """The rarest words of each street."""
    split = [
        list(dict.fromkeys(w for w in value.partition(NUMBER_END)[2].split() if len(w) >= 4 or w[0].isdigit()))
        for value in checked(data.values.tolist(), progress)
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
    couples = list(_within(keys))
    codes = np.full((len(keys.codes), max(1, len(couples))), -1, np.int32)
    _, back = np.unique(
        np.concatenate([np.zeros(0, np.int64), *(couple for couple, _ in couples)]), return_inverse=True
    )
    for place, (couple, rows) in enumerate(couples):
        codes[rows, place], back = back[: len(couple)], back[len(couple) :]
    return _Keys(f"{keys.name} pair", codes, _size(codes))


def _size(codes: Ints) -> int:
    return int(codes.max(initial=-1)) + 1


def _single(keys: _Keys) -> Iterator[KeyColumn]:
    for column in keys.codes.T:
        rows = np.flatnonzero(column >= 0)
        yield column[rows].astype(np.int64), rows


def _within(keys: _Keys) -> Iterator[KeyColumn]:
    for i, column in enumerate(keys.codes.T):
        for other in keys.codes.T[:i]:
            rows = np.flatnonzero((column >= 0) & (other >= 0))
            a, b = column[rows].astype(np.int64), other[rows].astype(np.int64)
            yield np.minimum(a, b) * keys.size + np.maximum(a, b), rows


def _cross(first: _Keys, second: _Keys) -> Iterator[KeyColumn]:
    for column in first.codes.T:
        for other in second.codes.T:
            rows = np.flatnonzero((column >= 0) & (other >= 0))
            yield column[rows].astype(np.int64) * second.size + other[rows], rows
