"""What the records of a table tell of names beside their words: how many customers carry one, and the places with which
words go."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType
from steward.matching.comparisons.by_type import compare_different
from steward.matching.features.data import ValueData, places_of, with_known_places
from steward.matching.names.local_words import LocalWords
from steward.matching.names.namesakes import count_bearers
from steward.matching.names.words import WordData

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.matching.columns import Ints
    from steward.matching.comparisons.levels import Levels
    from steward.matching.features.data import FeatureData
    from steward.matching.features.plan import Feature, Shares

#: Different ones tell customers apart, whatever their names.
_TELL_APART = (AttributeType.DATE, AttributeType.NATIONAL_ID)


def with_crowds(
    features: Sequence[Feature], data: Sequence[FeatureData], shares: Sequence[Shares], progress: Progress
) -> tuple[list[FeatureData], list[Shares]]:
    """The same features, knowing which names several customers carry: those with different birth dates or ids."""
    marks = [
        (partial(_levels_of_marks, feature.type, values), values.ids[:, 0])
        for feature, values in zip(features, data, strict=True)
        if isinstance(values, ValueData) and feature.type in _TELL_APART
    ]
    new_data, new_shares = list(data), list(shares)
    for position, values in enumerate(data):
        if isinstance(values, WordData):
            crowd = np.ones(len(values.crowd))
            for compare, ids in marks:
                progress.check()
                crowd = np.maximum(crowd, count_bearers(values.names.joined, ids, compare, len(crowd), progress))
            progress.check()
            crowded = replace(values, crowd=crowd)
            crowds = {name: int(crowd[number]) for number, name in sorted(crowded.joined_names(crowd > 1).items())}
            new_data[position] = crowded
            new_shares[position] = replace(shares[position], crowds=crowds)
    return new_data, new_shares


def with_places(
    features: Sequence[Feature], data: Sequence[FeatureData], shares: Sequence[Shares], progress: Progress
) -> tuple[list[FeatureData], list[Shares]]:
    """The same features, those of firms knowing which words of their names go with a place."""
    if not features or features[0].type is not AttributeType.ORGANIZATION or not isinstance(data[0], WordData):
        return list(data), list(shares)
    words, told = data[0], {}
    for name, values in places_of(features, data).items():
        progress.check()
        local = LocalWords.counted(words.names, len(words.words), values.ids[:, 0])
        told[name] = local.told(words.words.tolist(), values.values.tolist())
    counted = [replace(shares[0], local_words=told), *shares[1:]]
    return with_known_places(features, data, counted), counted


def _levels_of_marks(type_: AttributeType, data: ValueData, first: Ints, second: Ints) -> Levels:
    if data.sketch.is_exact:
        return data.sketch.closest(first, second)
    return compare_different(type_, data.values[first].tolist(), data.values[second].tolist())
