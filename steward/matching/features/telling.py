"""Columns that say nothing of who somebody is: flags, scores and amounts that differ as by chance.

Learning expects of every column that records of one customer agree in it more often than others. Many columns that
don't would together speak against every pair. Records that share a name and a birth date, say, are of one customer
whatever else they hold: where they agree in a column no more often than any two records, it is left out.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.attributes import AttributeType
from steward.matching.features.data import ValueData, record_count
from steward.matching.features.outcomes import compute_outcomes

if TYPE_CHECKING:
    from steward.matching.columns import Ints
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature, Shares

_T = AttributeType

_DOUBTFUL = frozenset({_T.NUMBER, _T.CATEGORY, _T.TEXT, _T.CODE})
#: Whoever shares two of these is one customer, unless both are what a household shares.
_IDENTIFYING = frozenset({_T.DATE, _T.NATIONAL_ID, _T.EMAIL, _T.PHONE, _T.ADDRESS})
_SHARED_AT_HOME = frozenset({_T.EMAIL, _T.PHONE, _T.ADDRESS})
#: Of a large table so many records tell, and of what they tell so many pairs.
_MOST_RECORDS, _MOST_PAIRS = 50_000, 5_000
_FEWEST_PAIRS = 50
#: Agreeing this much more often than by chance, of all that could, is telling; of what hardly ever agrees by chance
#: a little is enough.
_LEAST, _LITTLE = 0.1, 0.02
#: So many standard errors above chance may be chance.
_ERRORS = 2.5
_SEED = 1


@dataclass(frozen=True, slots=True)
class Encoded:
    """Features, their values and how common these are."""

    features: tuple[Feature, ...]
    data: list[FeatureData]
    shares: list[Shares]


def only_telling(encoded: Encoded) -> Encoded:
    """The same without features in which records of one customer agree as by chance."""
    doubtful = [n for n, feature in enumerate(encoded.features) if feature.type in _DOUBTFUL]
    left, right = _same_customers(encoded) if doubtful else (np.zeros(0, np.int32), np.zeros(0, np.int32))
    if len(left) < _FEWEST_PAIRS:
        return encoded
    others = np.random.default_rng(_SEED).integers(0, record_count(encoded.data), (2, _MOST_PAIRS), dtype=np.int32)
    idle = {
        n for n in doubtful if _is_idle(encoded.features[n], encoded.data[n], (left, right), (others[0], others[1]))
    }
    return _without(encoded, idle) if idle else encoded


def _same_customers(encoded: Encoded) -> tuple[Ints, Ints]:
    """Pairs of records that are of one customer, as far as can be told before anything is learnt."""
    known = list(_identities(encoded))
    step = -(-record_count(encoded.data) // _MOST_RECORDS)
    found = [
        _equal_pairs(first, second, step)
        for (kind, first), (other, second) in itertools.combinations(known, 2)
        if not {kind, other} <= _SHARED_AT_HOME
    ]
    pairs = np.unique(np.concatenate([np.zeros((0, 2), np.int64), *found]), axis=0)
    chosen = pairs[:: len(pairs) // _MOST_PAIRS + 1].astype(np.int32)
    return chosen[:, 0], chosen[:, 1]


def _identities(encoded: Encoded) -> list[tuple[AttributeType, Ints]]:
    """What records are known by: the name and other values, as a number for each record."""
    found = [] if isinstance(encoded.data[0], ValueData) else [(_T.NAME, encoded.data[0].names.joined)]
    for feature, values in zip(encoded.features, encoded.data, strict=True):
        if isinstance(values, ValueData) and feature.type in _IDENTIFYING:
            found.append((feature.type, values.ids[:, 0]))
    return found


def _equal_pairs(first: Ints, second: Ints, step: int) -> npt.NDArray[np.int64]:
    """Records that are alike in both, each with the next such one; of every ``step`` values of the first one counts."""
    rows = np.flatnonzero((first >= 0) & (second >= 0) & (first % step == 0))
    rows = rows[np.lexsort((second[rows], first[rows]))]
    a, b = rows[:-1], rows[1:]
    alike = (first[a] == first[b]) & (second[a] == second[b])
    return np.stack([a[alike], b[alike]], axis=1)


def _is_idle(feature: Feature, data: FeatureData, same: tuple[Ints, Ints], others: tuple[Ints, Ints]) -> bool:
    """Whether at no level records of one customer agree clearly more often than any two."""
    alone = replace(feature, contexts=(), loose_contexts=())
    levels = [compute_outcomes([alone], [data], *pairs)[0].codes for pairs in (same, others)]
    seen, chance = (found[found >= 0] for found in levels)
    if len(seen) < _FEWEST_PAIRS or not len(chance):
        return False
    by_customer, by_chance = (np.cumsum(np.bincount(found, minlength=5))[:-1] / len(found) for found in (seen, chance))
    possible = np.maximum(1.0 - by_chance, 1e-9)
    error = np.sqrt(by_chance * possible / len(seen)) / possible
    least = np.maximum(np.clip(2.0 * by_chance, _LITTLE, _LEAST), _ERRORS * error)
    return bool(((by_customer - by_chance) / possible < least).all())


def _without(encoded: Encoded, idle: set[int]) -> Encoded:
    kept = [n for n in range(len(encoded.features)) if n not in idle]
    place = {old: new for new, old in enumerate(kept)}
    features = tuple(
        replace(
            feature,
            contexts=tuple(place[n] for n in feature.contexts if n in place),
            loose_contexts=tuple(place[n] for n in feature.loose_contexts if n in place),
        )
        for feature in map(encoded.features.__getitem__, kept)
    )
    return Encoded(features, [encoded.data[n] for n in kept], [encoded.shares[n] for n in kept])
