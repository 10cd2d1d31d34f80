"""What is compared: columns put together into features, and their values as numbers.

A feature is one piece of evidence. All name columns make one *word feature* (names are compared word by word);
any other column is a *value feature* with ordered levels. A value feature may have *contexts*: features that
make its agreement likely anyway (the city of two equal streets), so that nothing is counted twice.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress, Progress
from steward.matching.columns import SEPARATOR, Column, Ints, checked, encode
from steward.matching.comparisons import date_numbers, mailbox_name, prepare
from steward.matching.name_words import WordData, WordShapes, joined_names, read_echoes, read_names, skeleton, tabulate
from steward.matching.namesakes import count_bearers
from steward.matching.signatures import Signatures, signatures, within_errors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_T = AttributeType

#: Values of one cell beyond these are not compared.
MOST_VALUES = 4

PERSON_NAMES = (_T.NAME, _T.GIVEN_NAME, _T.FAMILY_NAME)
CONTACTS = (_T.PHONE, _T.EMAIL, _T.ADDRESS)
#: Values that one customer holds alone as a rule.
#: Values with more errors than that are no misspellings of each other.
_MOST_ERRORS = 2
_SPARE = 1.5
_HELD_BY_ONE = (_T.NATIONAL_ID, _T.CODE, _T.PHONE, _T.EMAIL, _T.ADDRESS)
_HANDLE = re.compile(r"handle|user_?name|twitter|instagram|facebook|tiktok|akun|medsos", re.IGNORECASE)
_INDEPENDENT = (_T.NATIONAL_ID, _T.CODE, _T.PHONE, _T.DATE)


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence made from ``columns``, the leading one first.

    ``contexts``: positions of the features whose agreement makes this one's agreement likely anyway;
    ``loose_contexts``: those that make its near agreement likely, but not its equality.
    ``echoes``: columns that often spell the name.
    """

    type: AttributeType
    columns: tuple[str, ...]
    contexts: tuple[int, ...] = ()
    loose_contexts: tuple[int, ...] = ()
    echoes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The leading column."""
        return self.columns[0]

    @property
    def is_words(self) -> bool:
        """Compared word by word."""
        return self.type in (_T.NAME, _T.ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many records carry each value. Values rarer than ``floor`` count as ``floor``: rarity is never overrated.

    ``crowds``: names that several customers are known to carry, and how many.
    """

    records: int
    floor: float
    counts: Mapping[str, float]
    crowds: Mapping[str, int] = field(default_factory=dict)

    @property
    def rarest(self) -> float:
        """log2 share of the rarest values."""
        return float(np.log2(min(self.floor / max(self.records, 2), 1.0)))

    def log_share(self, values: Sequence[str]) -> npt.NDArray[np.float64]:
        """log2 of the share of records that carry each value."""
        counts = np.fromiter(map(self.counts.get, values, itertools.repeat(self.floor)), np.float64, len(values))
        return np.log2(np.minimum(np.maximum(counts, self.floor) / max(self.records, 2), 1.0))


@dataclass(frozen=True, slots=True)
class ValueData:
    """A value feature of all records: distinct prepared values and up to ``MOST_VALUES`` value numbers per record.

    ``dates``: the values of a date feature as yyyymmdd, else empty. ``mailboxes``: what stands before the @ of
    e-mails. ``signatures``: of values that are mistyped, each as a whole, and of e-mails the mailbox too; two values
    far apart in all of them are far apart.
    """

    values: npt.NDArray[np.object_]
    ids: Ints
    log_share: npt.NDArray[np.float64]
    records: int
    dates: npt.NDArray[np.int64]
    signatures: tuple[Signatures, ...] = ()
    mailboxes: npt.NDArray[np.object_] = field(default_factory=lambda: np.zeros(0, object))

    def may_be_near(self, first: Ints, second: Ints) -> npt.NDArray[np.bool_]:
        """False where two values differ by more than two errors."""
        near = np.full(len(first), not self.signatures)
        for signed in self.signatures:
            near |= within_errors(signed[first], signed[second], _MOST_ERRORS)
        return near


FeatureData = ValueData | WordData


def plan_features(columns: Sequence[Column]) -> tuple[Feature, ...]:
    """The features of a table, in the order in which they are compared."""
    features: list[Feature] = []
    names = [c for c in columns if c.type in PERSON_NAMES]
    organizations = [c for c in columns if c.type is _T.ORGANIZATION]
    echoes = tuple(c.name for c in columns if c.type is _T.EMAIL or _is_handle(c))
    if names:
        ordered = sorted(names, key=lambda c: PERSON_NAMES.index(c.type))
        features.append(Feature(_T.NAME, tuple(c.name for c in [*ordered, *organizations]), (), (), echoes))
    features += [Feature(_T.ORGANIZATION, (c.name,), (), (), () if names else echoes) for c in organizations]
    by_name = tuple(range(len(features)))
    for column in (c for type_ in _INDEPENDENT for c in columns if c.type is type_):
        # Namesakes often choose the same handle.
        features.append(Feature(column.type, (column.name,), by_name if _is_handle(column) else ()))
    # An e-mail address is often made of the name; only the very same address says more than the name does.
    features += [Feature(c.type, (c.name,), (), by_name) for c in columns if c.type is _T.EMAIL]
    features += [Feature(c.type, (c.name,), by_name) for c in columns if c.type is _T.CATEGORY]
    for column in columns:
        if column.type is _T.LOCALITY and _is_birth(column.name):
            features.append(Feature(column.type, (column.name,)))
    features += _place_features(columns, len(features))
    features += [Feature(c.type, (c.name,)) for c in columns if c.type in (_T.NUMBER, _T.TEXT)]
    return tuple(features)


def encode_features(
    features: Sequence[Feature],
    columns: Sequence[Column],
    shares: Sequence[Shares] | None = None,
    progress: Progress = NoProgress(),  # noqa: B008 - stateless
) -> tuple[list[FeatureData], list[Shares]]:
    """The features' values as numbers. Without given ``shares`` they are counted from these columns."""
    by_name = {column.name: column for column in columns}
    data: list[FeatureData] = []
    counted: list[Shares] = []
    for position, feature in enumerate(features):
        present = [by_name[name] for name in feature.columns if name in by_name]
        given = shares[position] if shares is not None else None
        if feature.is_words:
            echoes = [by_name[name] for name in feature.echoes if name in by_name]
            encoded: tuple[FeatureData, Shares] = _encode_words(present, echoes, given, progress)
        else:
            encoded = _encode_values(feature.type, present, given, progress)
        data.append(encoded[0])
        counted.append(encoded[1])
    return data, counted


def record_count(data: Sequence[FeatureData]) -> int:
    """How many records the features are of."""
    if not data:
        return 0
    first = data[0]
    return len(first.ids) if isinstance(first, ValueData) else len(first.names.ids)


def _place_features(columns: Sequence[Column], position: int) -> list[Feature]:
    """Street columns make one feature; each further place depends on the finer places that agree.

    Near postcodes say no more than the same town.
    """
    streets = tuple(c.name for c in columns if c.type is _T.ADDRESS)
    postcodes = [c for c in columns if c.type is _T.POSTCODE]
    towns = [c for c in columns if c.type is _T.LOCALITY and not _is_birth(c.name)]
    towns.sort(key=lambda c: (-len(set(c.values)), c.name))
    features = [Feature(_T.ADDRESS, streets)] if streets else []
    first_town = position + len(features) + len(postcodes)
    all_towns = tuple(range(first_town, first_town + len(towns)))
    street = tuple(range(position, position + len(features)))
    features += [Feature(c.type, (c.name,), street, all_towns) for c in postcodes]
    for column in towns:
        features.append(Feature(column.type, (column.name,), tuple(range(position, position + len(features)))))
    return features


def _is_handle(column: Column) -> bool:
    return column.type is _T.CODE and _HANDLE.search(column.name) is not None


def _is_birth(name: str) -> bool:
    lowered = name.lower()
    return "birth" in lowered or "lahir" in lowered or "born" in lowered


def without_copies(
    features: Sequence[Feature], data: Sequence[FeatureData], shares: Sequence[Shares], copies: float
) -> tuple[list[FeatureData], list[Shares]]:
    """The same features, with shares that tell how often *another* customer carries a value.

    ``copies``: how many other records of the same customer a record has on average. They carry its values as well, and
    make rare values look more usual than they are.
    """
    new_data, new_shares = list(data), list(shares)
    for position, (feature, values, share) in enumerate(zip(features, data, shares, strict=True)):
        spare = max(copies - (_SPARE if feature.type in _HELD_BY_ONE else 0.0), 0.0)
        floor = min(share.floor, max(share.floor - spare, 1.0))
        counts = {value: count - spare for value, count in share.counts.items() if count - spare > floor}
        new = new_shares[position] = Shares(share.records, floor, counts, share.crowds)
        if isinstance(values, WordData):
            new_data[position] = replace(values, log_share=new.log_share(values.words.tolist()), rarest=new.rarest)
        else:
            new_data[position] = replace(values, log_share=new.log_share(values.values.tolist()))
    return new_data, new_shares


def _count_shares(type_: AttributeType, values: Sequence[str], counts: npt.NDArray[np.int64], records: int) -> Shares:
    """Two records never carry one phone by chance: of such values only what goes beyond two carriers counts."""
    spare = _SPARE if type_ in _HELD_BY_ONE else 0.0
    floor = max(2.0 - spare, records / 200_000)
    kept = np.flatnonzero(counts - spare > floor)
    return Shares(records, floor, {values[i]: float(counts[i]) - spare for i in kept.tolist()})


def _encode_values(
    type_: AttributeType, columns: Sequence[Column], given: Shares | None, progress: Progress
) -> tuple[ValueData, Shares]:
    distinct, codes = encode(_joined_columns(columns))
    values, table = _value_table(type_, distinct, progress)
    ids = table[codes]
    shares = given or _count_shares(type_, values, _count(ids, len(values)), int((ids[:, 0] >= 0).sum()))
    dates = date_numbers(values if type_ is _T.DATE else [])
    progress.check()
    mailboxes = [mailbox_name(value) for value in checked(values, progress)] if type_ is _T.EMAIL else []
    return ValueData(
        np.array(values, object),
        ids,
        shares.log_share(values),
        shares.records,
        dates,
        _signatures(type_, values, mailboxes),
        np.array(mailboxes, object),
    ), shares


def _signatures(type_: AttributeType, values: Sequence[str], mailboxes: Sequence[str]) -> tuple[Signatures, ...]:
    """Only of values that many records differ in; the others are soon compared."""
    if type_ not in (_T.PHONE, _T.EMAIL, _T.NATIONAL_ID, _T.CODE):
        return ()
    whole = signatures(values)
    if type_ is _T.EMAIL:
        return whole, signatures(mailboxes)
    # An unknown digit fits every digit.
    whole[["?" in value for value in values]] = 0
    return (whole,)


def _value_table(type_: AttributeType, cells: Sequence[str], progress: Progress) -> tuple[list[str], Ints]:
    """The prepared values of distinct cells, sorted, and for each cell (and one empty cell) their numbers."""
    parts = [
        [prepare(type_, cell)]
        if SEPARATOR not in cell
        else list(dict.fromkeys(prepare(type_, v) for v in cell.split(SEPARATOR)))
        for cell in checked(cells, progress)
    ]
    values = sorted({part for listed in parts for part in listed} - {""})
    number = dict(zip(values, range(len(values)), strict=True))
    number[""] = -1
    first = np.fromiter((number[listed[0]] for listed in parts), np.int32, len(parts))
    table = np.full((len(cells) + 1, min(MOST_VALUES, max([1, *map(len, parts)]))), -1, np.int32)
    table[:-1, 0] = first
    for i, listed in enumerate(parts):
        if len(listed) > 1:
            found = [number[part] for part in listed if part][:MOST_VALUES]
            table[i, : len(found)] = found
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
    main, other, codes = read_names(columns, progress)
    progress.check()
    words = sorted({word for names in (main, other) for listed in names for word, _ in listed})
    number = dict(zip(words, range(len(words)), strict=True))
    progress.check()
    skeletons = {word: skeleton(word) for word in words}
    keys, joined = encode(joined_names([*main, *other], skeletons))
    progress.check()
    names = tabulate(main, number, joined[: len(main)], codes)
    others = tabulate(other, number, joined[len(main) :], codes)
    progress.check()
    counts = _count(names.ids, len(words))
    shares = given or _count_shares(_T.NAME, words, counts, int((names.ids[:, 0] >= 0).sum()))
    _, folds = encode(list(skeletons.values()))
    crowd = np.array([float(shares.crowds.get(key, 1)) for key in keys])
    shapes = WordShapes.of(words)
    progress.check()
    echoes = read_echoes(echo_columns, len(codes))
    progress.check()
    data = WordData(
        np.array(words, object),
        shapes,
        folds,
        keys,
        names,
        others,
        shares.log_share(words),
        crowd,
        shares.rarest,
        echoes,
        _echo_signatures(echoes),
    )
    return data, shares


def _echo_signatures(echoes: npt.NDArray[np.object_]) -> Signatures:
    distinct, codes = encode(echoes.tolist())
    return np.append(signatures(distinct), np.uint64(0))[codes]


def with_crowds(
    features: Sequence[Feature], data: Sequence[FeatureData], shares: Sequence[Shares]
) -> tuple[list[FeatureData], list[Shares]]:
    """The same features, knowing which names several customers carry: those with different birth dates or ids."""
    marks = [
        values.ids[:, 0]
        for feature, values in zip(features, data, strict=True)
        if isinstance(values, ValueData) and feature.type in (_T.DATE, _T.NATIONAL_ID)
    ]
    texts = [
        (feature.type, values.values)
        for feature, values in zip(features, data, strict=True)
        if isinstance(values, ValueData) and feature.type in (_T.DATE, _T.NATIONAL_ID)
    ]
    new_data, new_shares = list(data), list(shares)
    for position, values in enumerate(data):
        if isinstance(values, WordData):
            crowd = np.ones(len(values.keys))
            for ids, (type_, listed) in zip(marks, texts, strict=True):
                crowd = np.maximum(crowd, count_bearers(values.names.joined, ids, type_, listed.tolist(), len(crowd)))
            crowds = {values.keys[i]: int(crowd[i]) for i in np.flatnonzero(crowd > 1).tolist()}
            new_data[position] = replace(values, crowd=crowd)
            new_shares[position] = replace(shares[position], crowds=crowds)
    return new_data, new_shares
