"""Which of the records in no cluster are left by the filters of the queue: the same as of any two records in one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np

from steward.domain.clusters import ClusterState
from steward.domain.pairs import Strength
from steward.storage.lists import source_records
from steward.workspace.review.cluster_traits import Traits
from steward.workspace.review.queue_columns import QueueColumns, packed, run_stamp
from steward.workspace.review.queue_filters import STATES, Facet
from steward.workspace.review.queue_masks import QueueMasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import SourceId
    from steward.workspace.review.loose_records import LooseRecord
    from steward.workspace.review.queue_columns import Bits, Key, RunStamp
    from steward.workspace.review.queue_filters import QueueFilter
    from steward.workspace.views import ClusterId

#: Each stands in the queue as two records without a veto.
_SIZE, _VETO = "2", "no"


class KnownLooseMarks:
    """What the queue can be narrowed by, of each record in no cluster that was asked for and the one most like it.

    Read once for what a match run, or what is done for a person's privacy, left.
    """

    def __init__(self) -> None:
        self._stamp: RunStamp | None = None
        self._marks = _Marks()
        # Several threads may ask for a queue and its counts at the same time.
        self._lock = threading.Lock()

    def masks(self, session: Session, loose: Sequence[LooseRecord], wanted: QueueFilter) -> QueueMasks:
        """What the filters leave of them."""
        return self._masks(session, self._known(session, loose), loose, wanted)

    def narrowed(self, session: Session, loose: Sequence[LooseRecord], wanted: QueueFilter) -> list[LooseRecord]:
        """Those that the filters leave."""
        is_two = wanted.veto in (None, _VETO) and wanted.size in (None, _SIZE)
        if ClusterState.OPEN not in STATES[wanted.state] or not is_two:
            return []
        found = [one for one in loose if wanted.strength in (None, str(Strength.of(one.probability)))]
        if not found or not (wanted.source or wanted.traits or wanted.values):
            return found
        known = self._known(session, found)
        masks = self._masks(session, known, found, wanted)
        is_left = masks.columns.unpacked(masks.without())
        return [one for one in found if is_left[known.places[one.subject]]]

    def _known(self, session: Session, loose: Sequence[LooseRecord]) -> _Marks:
        stamp = run_stamp(session)
        with self._lock:
            if stamp != self._stamp:
                self._stamp, self._marks = stamp, _Marks()
            self._marks.add(session, loose)
            return self._marks

    def _masks(self, session: Session, known: _Marks, loose: Sequence[LooseRecord], wanted: QueueFilter) -> QueueMasks:
        columns = known.columns
        waiting = columns.of_ids(np.array([known.places[one.subject] + 1 for one in loose], np.int64))
        states = dict.fromkeys(ClusterState, columns.none()) | {ClusterState.OPEN: waiting}
        return QueueMasks(session, columns, states, wanted)


class _Marks:
    """Grows by what is asked for; nothing that is known is read again."""

    def __init__(self) -> None:
        self.places: dict[ClusterId, int] = {}
        self._traits = Traits()
        self._strengths: list[Strength] = []
        self._sources: list[set[SourceId]] = []
        self.columns = self._columns()

    def add(self, session: Session, loose: Sequence[LooseRecord]) -> None:
        """These are among those that are known."""
        new = [one for one in loose if one.subject not in self.places]
        if not new:
            return
        ids = {record_id for one in new for record_id in (one.record_id, one.other_id)}
        records = {record.id: record for record in source_records.iter_records(session, sorted(ids), with_raw=False)}
        for one in new:
            pair = (records[one.record_id], records[one.other_id])
            self.places[one.subject] = len(self.places)
            self._traits.add(pair)
            self._strengths.append(Strength.of(one.probability))
            self._sources.append({record.source_id for record in pair})
        self.columns = self._columns()

    def _columns(self) -> QueueColumns:
        """As of clusters whose ids are the places from 1 on."""
        everything = packed(np.ones(len(self.places), bool))
        classes: dict[Key, Bits] = {(Facet.SIZE, _SIZE): everything, (Facet.VETO, _VETO): everything}
        for strength in Strength:
            classes[Facet.STRENGTH, str(strength)] = packed(
                np.array([found is strength for found in self._strengths], bool)
            )
        for source in sorted({source for found in self._sources for source in found}):
            classes[Facet.SOURCE, str(source)] = packed(np.array([source in found for found in self._sources], bool))
        traits = {key: packed(found) for key, found in self._traits.everything()}
        return QueueColumns(64 * len(everything), classes, traits, self._traits.values.indexes(), everything)
