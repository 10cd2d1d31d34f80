"""The clusters of the newest run as a queue: narrowed, in the order of work, and counted."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, and_, case, func, literal, select, true

from steward.domain.clusters import ClusterState
from steward.storage.long_lists import numbers
from steward.storage.tables import ClusterRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy.orm import Session

#: Clusters that are read as one text: one of all of them would keep other threads waiting while it is taken apart.
_FLAGGED_AT_ONCE = 50_000
#: Flags in one number.
FLAGS_IN_ONE = 60


class Narrowing(TypedDict, total=False):
    """Which clusters are meant. ``probability_range`` is half open, ``sizes`` are the fewest and most records.

    ``states``: of every state when left out. ``chosen``: a byte for each cluster, the first is that of 1; 1 where it is
    meant.
    """

    states: Collection[ClusterState]
    probability_range: tuple[float, float]
    source_id: int | None
    has_veto: bool | None
    sizes: tuple[int, int] | None
    chosen: bytes | None


def queue(session: Session, *, sort: str | None, limit: int | None = None, **narrowing: Unpack[Narrowing]) -> list[int]:
    """Cluster ids in the order of work, all or the first ones; without ``sort`` in any order, which is quicker."""
    query = select(ClusterRow.id).where(*_conditions(narrowing)).limit(limit)
    if sort is not None:
        query = query.order_by(*_ORDERS[sort])
    ids: list[int] = numbers(session.scalar(select(func.json_group_array(query.subquery().c.id))))
    return ids


def usefulness(session: Session, *, limit: int | None = None, **narrowing: Unpack[Narrowing]) -> list[float]:
    """How useful the clusters are that ``queue`` finds, the most useful first."""
    query = select(ClusterRow.usefulness).where(*_conditions(narrowing)).order_by(*_ORDERS["usefulness"]).limit(limit)
    found: list[float] = numbers(session.scalar(select(func.json_group_array(query.subquery().c.usefulness))))
    return found


def count_queue(session: Session, **narrowing: Unpack[Narrowing]) -> int:
    """How many clusters ``queue`` would find."""
    return session.scalar(select(func.count()).select_from(ClusterRow).where(*_conditions(narrowing))) or 0


def flags(session: Session, narrowings: Sequence[Narrowing]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """All clusters, some at a time: their ids between commas, and numbers that go with them, between commas too.

    The lowest bit of the first number says whether the cluster is in the first narrowing, and so on; each number has
    ``FLAGS_IN_ONE`` of them.
    """
    codes = [
        func.group_concat(_code(narrowings[n : n + FLAGS_IN_ONE])) for n in range(0, len(narrowings), FLAGS_IN_ONE)
    ]
    query = select(func.group_concat(ClusterRow.id), *codes)
    last = session.scalar(select(func.max(ClusterRow.id))) or 0
    for start in range(1, last + 1, _FLAGGED_AT_ONCE):
        row = session.execute(query.where(ClusterRow.id.between(start, start + _FLAGGED_AT_ONCE - 1))).one()
        if row[0] is not None:
            yield row[0], tuple(row[1:])


def _code(narrowings: Sequence[Narrowing]) -> ColumnElement[int]:
    bits = [case((and_(true(), *_conditions(one)), 1 << place), else_=0) for place, one in enumerate(narrowings)]
    return functools.reduce(operator.add, bits)


def _conditions(narrowing: Narrowing) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if "states" in narrowing:
        found.append(ClusterRow.state.in_([state.value for state in narrowing["states"]]))
    if "probability_range" in narrowing:
        low, high = narrowing["probability_range"]
        found += [ClusterRow.probability >= low, ClusterRow.probability < high]
    source_id, has_veto, sizes = narrowing.get("source_id"), narrowing.get("has_veto"), narrowing.get("sizes")
    if source_id is not None:
        found.append(ClusterRow.sources.contains(f",{source_id},"))
    if has_veto is not None:
        found.append(ClusterRow.veto_count > 0 if has_veto else ClusterRow.veto_count == 0)
    if sizes is not None:
        found.append(ClusterRow.record_count.between(*sizes))
    chosen = narrowing.get("chosen")
    if chosen is not None:
        # Looked up by its place: a list of a hundred thousand ids would be searched for every cluster.
        found.append(func.substr(literal(chosen), ClusterRow.id, 1) == b"\x01")
    return found


#: How the queue can be sorted. There is an index for each, which is read one way only: so ids follow the direction.
_ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "uncertainty": (ClusterRow.sureness.asc(), ClusterRow.id.asc()),
    "usefulness": (ClusterRow.usefulness.desc(), ClusterRow.id.desc()),
    "certainty": (ClusterRow.probability.desc(), ClusterRow.id.desc()),
    "impact": tuple(c.desc() for c in (ClusterRow.impact, ClusterRow.revenue, ClusterRow.probability, ClusterRow.id)),
    "age": (ClusterRow.oldest_day.asc(), ClusterRow.id.asc()),
    "source": (ClusterRow.source_count.desc(), ClusterRow.probability.desc(), ClusterRow.id.desc()),
    "name": (ClusterRow.title.asc(), ClusterRow.id.asc()),
}
SORTS = tuple(_ORDERS)


def count_by_state(session: Session) -> dict[ClusterState, int]:
    """Clusters of the newest run by state."""
    # Nearly all are in one state; it is cheaper to count all of them than those of that state.
    others = (ClusterState.DEFERRED, ClusterState.DECIDED)
    counts = {state: count_queue(session, states=(state,)) for state in others}
    everything = session.scalar(select(func.count()).select_from(ClusterRow)) or 0
    counts[ClusterState.OPEN] = everything - sum(counts.values())
    return {state: count for state, count in counts.items() if count}


def count_waiting_records(session: Session) -> int:
    """How many records the open clusters hold."""
    query = select(func.sum(ClusterRow.record_count)).where(ClusterRow.state == ClusterState.OPEN.value)
    return session.scalar(query) or 0


def count_open(session: Session, ranges: Sequence[tuple[float, float]]) -> list[int]:
    """How many clusters wait in each half open range of probability."""
    # One by one: each is a stretch of an index, which takes half the time of sorting every cluster into its range.
    return [count_queue(session, states=(ClusterState.OPEN,), probability_range=(low, high)) for low, high in ranges]
