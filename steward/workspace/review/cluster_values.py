"""In which clusters a record has which value, for the queue to be narrowed to "city is Bandung" and counted by that.

Only attributes whose values come again and again: a city, a segment, a product; nobody looks for a queue of one name.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import AttributeType, find_attribute
from steward.storage.matches import candidates, cluster_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt
    from sqlalchemy.orm import Session

    from steward.domain.records import SourceRecord


#: An attribute with more values than this is not one to choose a value of.
MOST_VALUES = 20_000
_LISTED = {AttributeType.CATEGORY, AttributeType.LOCALITY, AttributeType.POSTCODE, AttributeType.TEXT}
#: What people write in words of their own.
_UNLISTED = {"notes", "website"}
_STORED = np.dtype("<i4")


def is_listed(attribute: str) -> bool:
    """Whether the queue can be narrowed to a value of this attribute, unless there are too many."""
    known = find_attribute(attribute)
    return known is not None and known.type in _LISTED and attribute not in _UNLISTED


class HeldValues:
    """The values of clusters, which are added one after the other."""

    def __init__(self) -> None:
        self._places: dict[str, dict[str, array[int]] | None] = {}
        self._left_out: set[str] = set()
        self._count = 0

    def add(self, members: Sequence[SourceRecord]) -> None:
        """The next cluster has these members."""
        held: dict[str, set[str]] = {}
        for member in members:
            standard = member.standard
            for name, texts in member.values.items():
                if name in self._left_out:
                    continue
                values = standard.get(name, ())
                if len(values) != len(texts) or "" in values:
                    values = tuple(_readable(texts, values))
                if name in held:
                    held[name].update(values)
                else:
                    held[name] = set(values)
        for name, found in held.items():
            self._add(name, found)
        self._count += 1

    def _add(self, name: str, values: Iterable[str]) -> None:
        of_value = self._places.get(name)
        if of_value is None:
            if not is_listed(name):
                self._left_out.add(name)
                return
            of_value = self._places[name] = {}
        for value in values:
            places = of_value.get(value)
            if places is None:
                of_value[value] = array("i", (self._count,))
            else:
                places.append(self._count)
        if len(of_value) > MOST_VALUES:
            self._places[name] = None
            self._left_out.add(name)

    def indexes(self) -> dict[str, ValueIndex]:
        """By attribute, as if the clusters had the ids from 1 on; those with too many values are left out."""
        return {name: ValueIndex.of_places(of_value) for name, of_value in self._places.items() if of_value}

    def of_attributes(self) -> Iterator[tuple[str, dict[str, array[int]] | None]]:
        """(attribute, the places of clusters by value in the order of adding), None where there are too many."""
        yield from self._places.items()


@dataclass(frozen=True, slots=True)
class ValueIndex:
    """The values of an attribute in alphabetical order with the ids of their clusters, value after value.

    ``starts``: where those of each value begin, and where the last one's end.
    """

    texts: tuple[str, ...]
    starts: npt.NDArray[np.int64]
    clusters: npt.NDArray[np.int32]

    @classmethod
    def of(cls, stored: cluster_values.StoredValues) -> ValueIndex:
        """As it was kept; without any value where there are too many."""
        sizes = np.frombuffer(stored.sizes, _STORED)
        starts = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        return cls(stored.texts or (), starts, np.frombuffer(stored.clusters, _STORED))

    @classmethod
    def of_places(cls, of_value: Mapping[str, array[int]]) -> ValueIndex:
        """Of clusters with the ids from 1 on; ``of_value``: their places from 0."""
        texts = tuple(sorted(of_value))
        starts = np.cumsum([0, *(len(of_value[text]) for text in texts)], dtype=np.int64)
        return cls(texts, starts, np.concatenate([np.frombuffer(of_value[text], np.int32) for text in texts]) + 1)

    def clusters_of(self, value: str) -> npt.NDArray[np.int32]:
        """The ids of those in which a record has the value."""
        if value not in self.texts:
            return self.clusters[:0]
        place = self.texts.index(value)
        return self.clusters[self.starts[place] : self.starts[place + 1]]

    def counts(self, chosen: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """Of each value, how many of its clusters are chosen; ``chosen`` has one for each cluster, from id 1."""
        if not self.texts:
            return np.zeros(0, np.int64)
        sums = np.zeros(len(self.clusters) + 1, np.int64)
        np.cumsum(chosen[self.clusters - 1], out=sums[1:])
        found: npt.NDArray[np.int64] = sums[self.starts[1:]] - sums[self.starts[:-1]]
        return found


def read_values(session: Session) -> dict[str, ValueIndex]:
    """Those of every attribute that has values to choose from."""
    return {name: ValueIndex.of(stored) for name, stored in cluster_values.read(session).items() if stored.texts}


def keep_values(session: Session, cluster_ids: Sequence[int], held: HeldValues) -> None:
    """Keep the values of these clusters, in the order of ``held``, beside those of the other clusters that are left."""
    ids = np.array(cluster_ids, np.int32)
    known, found = cluster_values.read(session), dict(held.of_attributes())
    stays = np.zeros(1, bool)
    if known:
        left = np.array(candidates.all_ids(session), np.int32)
        last = max(int(left.max(initial=0)), int(ids.max(initial=0)), *map(_last, known.values()))
        stays = np.zeros(last + 1, bool)
        stays[left] = True
        stays[ids] = False
    columns = {}
    for name in sorted(known.keys() | found.keys()):
        former, added = known.get(name, cluster_values.StoredValues(())), found.get(name, {})
        if former.texts is None or added is None:
            # Those of the other clusters are not known any more: it takes a match of everything to know them again.
            columns[name] = cluster_values.StoredValues(None)
            continue
        columns[name] = _joined(former, stays, {value: ids[places] for value, places in _arrays(added)})
    cluster_values.save(session, {name: column for name, column in columns.items() if column.texts != ()})


def _arrays(added: Mapping[str, array[int]]) -> Iterator[tuple[str, npt.NDArray[np.int32]]]:
    return ((value, np.frombuffer(places, np.int32)) for value, places in added.items())


def _last(stored: cluster_values.StoredValues) -> int:
    return int(np.frombuffer(stored.clusters, _STORED).max(initial=0))


def _joined(
    former: cluster_values.StoredValues, stays: npt.NDArray[np.bool_], added: Mapping[str, npt.NDArray[np.int32]]
) -> cluster_values.StoredValues:
    """What stays of the values as they were, with those that are added."""
    index = ValueIndex.of(former)
    texts = sorted({*index.texts, *added})
    place_of = {text: place for place, text in enumerate(texts)}
    of_former = np.repeat(np.array([place_of[text] for text in index.texts], np.int32), np.diff(index.starts))
    is_left = stays[index.clusters]
    places = [of_former[is_left], *(np.full(len(ids), place_of[text], np.int32) for text, ids in added.items())]
    clusters = np.concatenate([index.clusters[is_left], *added.values()])
    order = np.lexsort((clusters, where := np.concatenate(places)))
    sizes = np.bincount(where, minlength=len(texts))
    kept = [text for text, size in zip(texts, sizes.tolist(), strict=True) if size]
    if len(kept) > MOST_VALUES:
        return cluster_values.StoredValues(None)
    sizes = sizes[sizes > 0]
    return cluster_values.StoredValues(
        tuple(kept), sizes.astype(_STORED).tobytes(), clusters[order].astype(_STORED).tobytes()
    )


def _readable(texts: Sequence[str], standard: Sequence[str]) -> Iterator[str]:
    """Standard values; as delivered where there is none."""
    for place, text in enumerate(texts):
        value = standard[place] if place < len(standard) and standard[place] else " ".join(text.split())
        if value:
            yield value
