"""What the queue is narrowed by, held as bits of all clusters, so that every count of a long queue takes a moment.

It is read once for what a match run found. Only the states change with every answer; they are read again each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.domain.clusters import ClusterState
from steward.domain.decisions import PrivacyKind
from steward.storage.log import decisions
from steward.storage.matches import candidates, cluster_queue
from steward.workspace.review.cluster_traits import Trait, read_traits
from steward.workspace.review.cluster_values import read_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from steward.workspace.review.cluster_values import ValueIndex

#: 64 clusters in each number: bits are joined and counted as fast as memory is read.
Bits = npt.NDArray[np.uint64]
#: A facet and one of its values, as whoever asks calls them.
Key = tuple[str, str]
_WORD = 64


@dataclass(frozen=True, slots=True)
class QueueColumns:
    """``classes``: the clusters of each value that they were asked by. Bit n is that of the cluster with id n + 1."""

    length: int
    classes: Mapping[Key, Bits]
    traits: Mapping[tuple[Trait, str], Bits]
    values: Mapping[str, ValueIndex]
    _exists: Bits

    def class_of(self, key: Key) -> Bits:
        """The clusters of a value; none where it was not known when they were read."""
        return self.classes.get(key, self.none())

    def none(self) -> Bits:
        """No cluster."""
        return np.zeros_like(self._exists)

    def with_trait(self, trait: Trait, attribute: str) -> Bits:
        """The clusters of which it is true; what no cluster has is missing in all of them."""
        lacking = self._exists if self.traits and trait is Trait.MISSING else self.none()
        return self.traits.get((trait, attribute), lacking)

    def states(self, session: Session) -> dict[ClusterState, Bits]:
        """The clusters in each state now."""
        found = {
            state: self.of_ids(np.array(cluster_queue.queue(session, sort=None, states=(state,)), np.int64))
            for state in (ClusterState.DEFERRED, ClusterState.DECIDED)
        }
        found[ClusterState.OPEN] = self._exists & ~joined(found.values(), self.none())
        return found

    def of_ids(self, ids: npt.NDArray[np.integer]) -> Bits:
        """The clusters with these ids."""
        chosen = np.zeros(self.length, bool)
        chosen[ids - 1] = True
        return packed(chosen)

    def of_value(self, attribute: str, value: str) -> Bits:
        """The clusters in which a record has this value."""
        index = self.values.get(attribute)
        return self.none() if index is None else self.of_ids(index.clusters_of(value))

    def unpacked(self, bits: Bits) -> npt.NDArray[np.bool_]:
        """One for each cluster, from id 1."""
        return np.unpackbits(bits.view(np.uint8), count=self.length, bitorder="little").view(bool)


#: Changes whenever a match run, or what is done for a person's privacy, changed what was found.
RunStamp = tuple[int, int]


def run_stamp(session: Session) -> RunStamp:
    """The stamp of the store as the session sees it."""
    return candidates.newest_run_id(session), decisions.newest_of_kinds(session, tuple(PrivacyKind))


class KnownColumns:
    """Reads them when a match run, or what is done for a person's privacy, changed what there is."""

    def __init__(self) -> None:
        self._known: tuple[RunStamp, QueueColumns] | None = None

    def get(self, session: Session, narrowings: Mapping[Key, cluster_queue.Narrowing]) -> QueueColumns:
        """Those of the store as the session sees it. ``narrowings``: what each class is."""
        stamp = run_stamp(session)
        known = self._known
        if known is None or known[0] != stamp:
            known = self._known = (stamp, _read(session, narrowings))
        return known[1]


def joined(several: Iterable[Bits], none: Bits) -> Bits:
    """The clusters of any of these."""
    found = none.copy()
    for bits in several:
        found |= bits
    return found


def count(bits: Bits) -> int:
    """How many clusters."""
    return int(np.bitwise_count(bits).sum(dtype=np.int64))


def _read(session: Session, narrowings: Mapping[Key, cluster_queue.Narrowing]) -> QueueColumns:
    traits, values = read_traits(session), read_values(session)
    parts = list(cluster_queue.flags(session, list(narrowings.values())))
    ids = [np.fromstring(text, np.int64, sep=",") for text, _ in parts]
    last = [*(int(some.max(initial=0)) for some in ids), *(int(i.clusters.max(initial=0)) for i in values.values())]
    length = max([*last, *map(len, traits.values())], default=0)
    length += -length % _WORD
    exists = np.zeros(length, bool)
    classes = {key: np.zeros(length, bool) for key in narrowings}
    for some, (_, codes) in zip(ids, parts, strict=True):
        exists[some - 1] = True
        numbers = [np.fromstring(text, np.int64, sep=",") for text in codes]
        for place, chosen in enumerate(classes.values()):
            of_all, bit = divmod(place, cluster_queue.FLAGS_IN_ONE)
            chosen[some - 1] = numbers[of_all] >> bit & 1
    return QueueColumns(
        length,
        {key: packed(chosen) for key, chosen in classes.items()},
        {key: packed(np.pad(chosen, (0, length - len(chosen)))) for key, chosen in traits.items()},
        values,
        packed(exists),
    )


def packed(chosen: npt.NDArray[np.bool_]) -> Bits:
    """As bits, with zeros up to a whole number of them."""
    return np.packbits(np.pad(chosen, (0, -len(chosen) % _WORD)), bitorder="little").view(np.uint64)
