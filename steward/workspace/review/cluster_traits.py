"""What the records of a cluster have in common in each attribute, for the queue to be narrowed and counted by."""

from __future__ import annotations

from array import array
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import in_order
from steward.storage.matches import candidates, cluster_marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import numpy.typing as npt
    from sqlalchemy.orm import Session

    from steward.domain.records import SourceRecord


class Trait(StrEnum):
    """What can be said of the records of a cluster in an attribute."""

    DIFFERS = "differs"
    MISSING = "missing"
    SAME = "same"


#: The marks are sums of these. MISSING: in at least one record. No mark: nothing is known of the cluster.
_BITS = {Trait.DIFFERS: 1, Trait.MISSING: 2, Trait.SAME: 4}
_LACKS = _BITS[Trait.MISSING]


class Traits:
    """The marks of clusters, which are added one after the other: by attribute, those of clusters that have it."""

    def __init__(self) -> None:
        self._places: dict[str, array[int]] = {}
        self._marks: dict[str, bytearray] = {}
        self._count = 0

    def add(self, members: Sequence[SourceRecord]) -> None:
        """The next cluster has these members."""
        for name in set().union(*[member.values for member in members]):
            self._places.setdefault(name, array("q")).append(self._count)
            self._marks.setdefault(name, bytearray()).append(mark_of([_compared(member, name) for member in members]))
        self._count += 1

    def marks(self) -> Iterator[tuple[str, npt.NDArray[np.int64], npt.NDArray[np.uint8]]]:
        """(attribute, the places of clusters that have it in the order of adding, their marks)."""
        for name, places in self._places.items():
            yield name, np.frombuffer(places, np.int64), np.frombuffer(self._marks[name], np.uint8)


def keep_traits(session: Session, cluster_ids: Sequence[int], traits: Traits) -> None:
    """Keep what is true of these clusters, in the order of ``traits``, beside what is known of others."""
    if not cluster_ids:
        return
    known = cluster_marks.read(session)
    found = {name: (places, marks) for name, places, marks in traits.marks()}
    names = known.keys() | found.keys()
    length = max([*cluster_ids, *map(len, known.values())])
    # What no record had so far is missing in every cluster that something is known of.
    unknown = np.zeros(length, np.uint8)
    for marks in known.values():
        unknown[: len(marks)] |= np.frombuffer(marks, np.uint8)
    usual = np.where(unknown > 0, _LACKS, 0).astype(np.uint8)
    columns = {}
    for name in names:
        former = known.get(name, b"")
        columns[name] = bytearray(former + usual[len(former) :].tobytes())
    bytes_of = np.array(cluster_ids, np.int64) - 1
    for name, column in columns.items():
        # A cluster has a few of the attributes: the others are missing.
        np.frombuffer(column, np.uint8)[bytes_of] = _LACKS
        if name in found:
            places, of_clusters = found[name]
            np.frombuffer(column, np.uint8)[bytes_of[places]] = of_clusters
    cluster_marks.save(session, {name: bytes(columns[name]) for name in sorted(columns)})


def mark_of(values: Sequence[tuple[str, ...]]) -> int:
    """The mark of records with these values.

    They differ where no value is common to all that have one: an old phone beside a shared one is no difference.
    """
    first = values[0]
    if values.count(first) == len(values):
        return _BITS[Trait.SAME] if first else _LACKS
    found = [frozenset(some) for some in values if some]
    differs = 0 if frozenset.intersection(*found) else _BITS[Trait.DIFFERS]
    if len(found) < len(values):
        return differs | _LACKS
    return differs or _BITS[Trait.SAME]


def _compared(record: SourceRecord, name: str) -> tuple[str, ...]:
    """Standard values; as delivered, whatever the case, where there is none."""
    standard = record.standard.get(name, ())
    if standard and "" not in standard:
        return standard
    texts = record.values.get(name, ())
    padded = (*standard, *[""] * (len(texts) - len(standard)))
    found = [good or text.strip().casefold() for text, good in zip(texts, padded, strict=False)]
    return tuple([text for text in found if text])


def clusters_with(session: Session, wanted: Collection[tuple[Trait, str]]) -> bytes:
    """A byte for each cluster, the first is that of 1: whether all of these are true of it."""
    known = cluster_marks.read(session)
    length = max([len(marks) for marks in known.values()], default=0)
    chosen = np.ones(length, bool)
    for trait, name in wanted:
        marks = np.frombuffer(known.get(name, b"").ljust(length, b"\0"), np.uint8)
        chosen &= (marks & _BITS[trait]) != 0
    return chosen.tobytes()


def count_traits(session: Session, narrowing: candidates.Narrowing) -> dict[tuple[Trait, str], int]:
    """Of how many clusters of the queue each is true, attributes in the order of screens."""
    known = cluster_marks.read(session)
    if not known:
        return {}
    ids = np.array(candidates.queue(session, sort=None, **narrowing), np.int64)
    length = max([int(ids.max(initial=0)), *map(len, known.values())])
    in_queue = np.zeros(length, np.uint8)
    in_queue[ids - 1] = sum(_BITS.values())
    found: dict[tuple[Trait, str], int] = {}
    for attribute in in_order(known):
        marks = np.frombuffer(known[attribute.name].ljust(length, b"\0"), np.uint8) & in_queue
        found.update(((trait, attribute.name), int(np.count_nonzero(marks & bit))) for trait, bit in _BITS.items())
    return found
