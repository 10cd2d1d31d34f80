"""The values of features as numbers, ready for comparing many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice
from operator import lt
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.domain.progress import NO_PROGRESS, Progress
from steward.domain.side_by_side import side_by_side
from steward.matching.columns import SEPARATOR, Column, Ints, checked, encode, sorted_texts
from steward.matching.comparisons.prepared import mailbox_name, prepared_values, preparer
from steward.matching.comparisons.signatures import Signatures, hashes
from steward.matching.comparisons.sketches import Sketch, sketch
from steward.matching.features.plan import Shares
from steward.matching.names.companions import brought_words, companions
from steward.matching.names.local_words import LocalWords
from steward.matching.names.reading import Names, read_echoes, read_names
from steward.matching.names.words import Echoes, WordData, WordShapes
from steward.matching.texts import Texts, packed_texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from steward.matching.features.plan import Feature

_T = AttributeType

#: Values of one cell beyond these are not compared.
MOST_VALUES = 4

#: Values that one customer holds alone as a rule.
SPARE = 1.5
HELD_BY_ONE = (_T.NATIONAL_ID, _T.CODE, _T.PHONE, _T.EMAIL, _T.ADDRESS)
#: An employer is counted as a whole from so many records.
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class ValueData:
    """A value feature of all records: distinct prepared values and up to ``MOST_VALUES`` value numbers per record.

    ``sketch``: how close two values can be at best; ``mailboxes``: what stands before the @ of e-mails.
    """

    values: Texts
    ids: Ints
    log_share: npt.NDArray[np.float64]
    records: int
    sketch: Sketch
    mailboxes: Texts = field(default_factory=lambda: packed_texts([]))


FeatureData = ValueData | WordData


def encode_features(
    features: Sequence[Feature],
    columns: Sequence[Column],
    shares: Sequence[Shares] | None = None,
    progress: Progress = NO_PROGRESS,
    *,
    threads: int = 1,
) -> tuple[list[FeatureData], list[Shares]]:
    """The features' values as numbers. Without given ``shares`` they are counted from these columns."""
    by_name = {column.name: column for column in columns}

    def encoded(position: int) -> tuple[FeatureData, Shares]:
        feature = features[position]
        present = [by_name[name] for name in feature.columns if name in by_name]
        given = shares[position] if shares is not None else None
        if feature.is_words:
            echoes = [by_name[name] for name in feature.echoes if name in by_name]
            found, counted = _encode_words(present, echoes, given, progress)
            if given is None and position and feature.type is _T.ORGANIZATION:
                return _with_wholes(found, counted)
            return found, counted
        return _encode_values(feature.type, present, given, progress)

    # One thread works on texts, which only one can at a time, while the other does arithmetic.
    found = list(side_by_side(encoded, range(len(features)), progress, threads))
    data, counted = [data for data, _ in found], [counted for _, counted in found]
    return (with_known_places(features, data, counted), counted) if shares is not None else (data, counted)


def record_count(data: Sequence[FeatureData]) -> int:
    """How many records the features are of."""
    if not data:
        return 0
    first = data[0]
    return len(first.ids) if isinstance(first, ValueData) else len(first.names.ids)


def with_known_places(
    features: Sequence[Feature], data: Sequence[FeatureData], shares: Sequence[Shares]
) -> list[FeatureData]:
    """The same features, their names knowing which words go with a place, as ``shares`` tell."""
    if not shares or not shares[0].local_words or not isinstance(data[0], WordData):
        return list(data)
    words, places = data[0].words.tolist(), places_of(features, data)
    local = tuple(
        LocalWords.known(words, places[name].ids[:, 0], places[name].values.tolist(), known)
        for name, known in shares[0].local_words.items()
        if name in places
    )
    return [replace(data[0], local=local), *data[1:]]


def places_of(features: Sequence[Feature], data: Sequence[FeatureData]) -> dict[str, ValueData]:
    """The places of the records, by column."""
    return {
        feature.name: values
        for feature, values in zip(features, data, strict=True)
        if feature.is_place and isinstance(values, ValueData)
    }


def with_shares(data: Sequence[FeatureData], shares: Sequence[Shares], progress: Progress) -> list[FeatureData]:
    """The same features, their values as usual as ``shares`` tell."""
    found: list[FeatureData] = []
    for values, share in zip(data, shares, strict=True):
        progress.check()
        if isinstance(values, WordData):
            log_share, whole_share = share.log_share(values.words.tolist()), _whole_share(values.keys, share)
            found.append(replace(values, log_share=log_share, whole_share=whole_share, rarest=share.rarest))
        else:
            found.append(replace(values, log_share=share.log_share(values.values.tolist())))
    return found


def _count_shares(type_: AttributeType, values: Texts, counts: npt.NDArray[np.int64], records: int) -> Shares:
    """Two records never carry one phone by chance: of such values only what goes beyond two carriers counts."""
    spare = SPARE if type_ in HELD_BY_ONE else 0.0
    floor = max(2.0 - spare, records / 200_000)
    kept = np.flatnonzero(counts - spare > floor)
    found = zip(values[kept].tolist(), (counts[kept] - spare).tolist(), strict=True)
    return Shares(records, floor, dict(found))


def _encode_values(
    type_: AttributeType, columns: Sequence[Column], given: Shares | None, progress: Progress
) -> tuple[ValueData, Shares]:
    distinct, codes = encode(_joined_columns(columns), progress)
    values, table = _value_table(type_, distinct, progress)
    progress.check()
    ids = table[codes]
    held = packed_texts(values)
    shares = given or _count_shares(type_, held, _count(ids, len(held)), int((ids[:, 0] >= 0).sum()))
    progress.check()
    log_share = shares.log_share(values)
    progress.check()
    mailboxes = [mailbox_name(value) for value in checked(values, progress)] if type_ is _T.EMAIL else []
    seen = sketch(type_, values, mailboxes, hold_years=type_ is _T.DATE and shares.hold_years)
    progress.check()
    return ValueData(packed_texts(values), ids, log_share, shares.records, seen, packed_texts(mailboxes)), shares


def _value_table(type_: AttributeType, cells: Sequence[str], progress: Progress) -> tuple[list[str], Ints]:
    """The prepared values of distinct cells, sorted, and for each cell (and one empty cell) their numbers."""
    prepare = preparer(type_)
    first = [prepare(cell) if SEPARATOR not in cell else "" for cell in checked(cells, progress)]
    several = {
        place: list(dict.fromkeys(prepared_values(type_, cell)))
        for place, cell in enumerate(cells)
        if SEPARATOR in cell
    }
    if not several and cells and first[0] and all(map(lt, first, islice(first, 1, None))):
        # Most columns are told apart by what is prepared just as by the cells, and in the same order.
        return first, np.append(np.arange(len(first), dtype=np.int32), np.int32(-1))[:, None]
    # Made of sorted cells they are nearly sorted, which makes sorting them quick as long as they keep their order.
    distinct = dict.fromkeys(first) | dict.fromkeys(part for listed in several.values() for part in listed)
    values = sorted_texts(list(distinct), progress)
    del distinct
    if values and not values[0]:
        del values[0]
    progress.check()
    number = dict(zip(values, range(len(values)), strict=True))
    number[""] = -1
    table = np.full((len(cells) + 1, min(MOST_VALUES, max([1, *map(len, several.values())]))), -1, np.int32)
    progress.check()
    table[:-1, 0] = np.fromiter(map(number.__getitem__, first), np.int32, len(first))
    for place, listed in several.items():
        found = [number[part] for part in listed][:MOST_VALUES]
        table[place, : len(found)] = found
    return values, table


def _joined_columns(columns: Sequence[Column]) -> Sequence[str]:
    """Address lines are read as one text."""
    if len(columns) == 1:
        return columns[0].values
    return [" ".join(filter(None, row)) for row in zip(*(c.values for c in columns), strict=True)]


def _count(ids: Ints, size: int) -> npt.NDArray[np.int64]:
    present = ids[ids >= 0]
    return np.bincount(present, minlength=size).astype(np.int64)


def _encode_words(
    columns: Sequence[Column], echo_columns: Sequence[Column], given: Shares | None, progress: Progress
) -> tuple[WordData, Shares]:
    names = read_names(columns, progress)
    progress.check()
    ids, words = names.main.ids, packed_texts(names.words)
    shares = given or _count_words(names, words)
    shapes = WordShapes.of(names.words, _folds(names.skeletons, shares.spellings))
    progress.check()
    echoes = read_echoes(echo_columns, progress)
    data = WordData(
        words,
        shapes,
        packed_texts(names.skeletons),
        names.keys,
        names.main,
        names.other,
        shares.log_share(names.words),
        _by_name(names.keys, shares.crowds, 1.0),
        _whole_share(names.keys, shares),
        *brought_words(names.words, shares.companions),
        shares.rarest,
        echoes,
        _echo_signatures(echoes, len(ids)),
    )
    return data, shares


def _count_words(names: Names, words: Texts) -> Shares:
    ids = names.main.ids
    counted = _count_shares(_T.NAME, words, _count(ids, len(words)), int((ids[:, 0] >= 0).sum()))
    brought = companions(names.main, len(words))
    return replace(counted, companions={names.words[b]: (names.words[a], often) for b, (a, often) in brought.items()})


def with_folds(data: WordData, spellings: Mapping[str, str]) -> WordData:
    """The same names, knowing which of their words are spellings of one (see ``Shares``)."""
    folds = _folds(data.skeletons.tolist(), spellings)
    has_spellings = np.bincount(folds)[folds] > 1
    return replace(data, shapes=replace(data.shapes, folds=folds, has_spellings=has_spellings))


def _folds(skeletons: Sequence[str], spellings: Mapping[str, str]) -> Ints:
    return encode([spellings.get(skeleton, skeleton) for skeleton in skeletons])[1]


def _with_wholes(data: WordData, shares: Shares) -> tuple[WordData, Shares]:
    """The same employers, with how many records carry all the words of each: its words never come alone."""
    joined = data.names.joined
    counts = np.bincount(joined[joined >= 0], minlength=len(data.keys))
    named = data.joined_names(counts >= _SEVERAL)
    counted = replace(shares, wholes={name: float(counts[number]) for number, name in sorted(named.items())})
    return replace(data, whole_share=_whole_share(data.keys, counted)), counted


def _whole_share(keys: Signatures, shares: Shares) -> npt.NDArray[np.float64]:
    """log2 share of the records that carry each name, nothing where it is not known; the last is of no name."""
    counts = np.append(_by_name(keys, shares.wholes, 0.0), 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log2(np.minimum(counts / max(shares.records, 2), 1.0)))


def _by_name(keys: Signatures, given: Mapping[str, float], otherwise: float) -> npt.NDArray[np.float64]:
    """What is known of each name."""
    found = np.full(len(keys), otherwise)
    known, _ = hashes(list(given))
    place = np.minimum(np.searchsorted(keys, known), max(len(keys) - 1, 0))
    if len(keys):
        held = keys[place] == known
        found[place[held]] = np.array(list(given.values()), np.float64)[held]
    return found


def _echo_signatures(echoes: Sequence[Echoes], records: int) -> Signatures:
    found = np.zeros(records, np.uint64)
    for echo in echoes:
        found |= echo.signatures[echo.codes]
    return found
