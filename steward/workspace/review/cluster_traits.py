"""What the records of a cluster have in common in each attribute, for the queue to be narrowed and counted by."""

from __future__ import annotations

from array import array
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.attributes import in_order
from steward.storage.matches import cluster_marks
from steward.workspace.review.cluster_values import HeldValues, keep_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    """The marks of clusters, which are added one after the other: by attribute, those of clusters that have it.

    ``values``: what their records say in the attributes that the queue is narrowed to values of.
    """

    def __init__(self) -> None:
        self.values = HeldValues()
        self._places: dict[str, array[int]] = {}
        self._marks: dict[str, bytearray] = {}
        self._count = 0

    def add(self, members: Sequence[SourceRecord]) -> None:
        """The next cluster has these members."""
        for name, found in _compared(members).items():
            if name not in self._places:
                self._places[name], self._marks[name] = array("q"), bytearray()
            self._places[name].append(self._count)
            self._marks[name].append(mark_of(found))
        self._count += 1
        self.values.add(members)

    def has(self, trait: Trait, attribute: str) -> npt.NDArray[np.bool_]:
        """Of which clusters, in the order of adding, it is true."""
        marks = np.full(self._count, _LACKS, np.uint8)
        if attribute in self._places:
            marks[np.frombuffer(self._places[attribute], np.int64)] = np.frombuffer(self._marks[attribute], np.uint8)
        found: npt.NDArray[np.bool_] = (marks & _BITS[trait]) > 0
        return found

    def everything(self) -> Iterator[tuple[tuple[Trait, str], npt.NDArray[np.bool_]]]:
        """Each trait of each attribute with what ``has`` says of it."""
        yield from (((trait, name), self.has(trait, name)) for name in self._places for trait in Trait)

    def marks(self) -> Iterator[tuple[str, npt.NDArray[np.int64], npt.NDArray[np.uint8]]]:
        """(attribute, the places of clusters that have it in the order of adding, their marks)."""
        for name, places in self._places.items():
            yield name, np.frombuffer(places, np.int64), np.frombuffer(self._marks[name], np.uint8)


def keep_traits(session: Session, cluster_ids: Sequence[int], traits: Traits) -> None:
    """Keep what is true of these clusters, in the order of ``traits``, beside what is known of others."""
    if not cluster_ids:
        return
    keep_values(session, cluster_ids, traits.values)
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


def _compared(records: Sequence[SourceRecord]) -> dict[str, list[tuple[str, ...]]]:
    """What each record says in every attribute that any has."""
    found: dict[str, list[tuple[str, ...]]] = {}
    count = len(records)
    for place, record in enumerate(records):
        standard = record.standard
        for name, texts in record.values.items():
            if name not in found:
                # Most attributes are in few of the records.
                found[name] = [()] * count
            values = standard.get(name, ())
            found[name][place] = values if values and "" not in values else _as_delivered(texts, values)
    return found


def _as_delivered(texts: Sequence[str], standard: Sequence[str]) -> tuple[str, ...]:
    """Standard values; whatever the case, as delivered, where there is none."""
    padded = (*standard, *[""] * (len(texts) - len(standard)))
    found = [good or text.strip().casefold() for text, good in zip(texts, padded, strict=False)]
    return tuple([text for text in found if text])


def read_traits(session: Session) -> dict[tuple[Trait, str], npt.NDArray[np.bool_]]:
    """Of which clusters, from id 1, each is true; attributes in the order of screens."""
    known = cluster_marks.read(session)
    return {
        (trait, attribute.name): (np.frombuffer(known[attribute.name], np.uint8) & bit) > 0
        for attribute in in_order(known)
        for trait, bit in _BITS.items()
    }
