"""Looking back: the log as people search it, and what is remembered about pairs of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind
from steward.domain.errors import DecisionError
from steward.domain.history import HistoryFilter
from steward.storage.customers import crosswalk, golden
from steward.storage.lists import source_records, sources
from steward.storage.log import decision_search, decisions
from steward.workspace.customers.read_customers import ReadCustomers
from steward.workspace.customers.titles import record_title
from steward.workspace.decisions.decision_views import decision_view, decision_views
from steward.workspace.decisions.log_views import RememberedPair
from steward.workspace.upkeep import reports
from steward.workspace.upkeep.sample_truth import find_score

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.workspace.decisions.log_views import DecisionView
    from steward.workspace.upkeep.report_views import ListQuality, OwnWork, StoreReport
    from steward.workspace.upkeep.sample_truth import SampleScore

_EVERYTHING = HistoryFilter()


class LookingBack(ReadCustomers):
    """What was decided."""

    def decisions(self) -> Iterator[Decision]:
        """Every entry of the log, newest first."""
        with self._read() as session:
            yield from decisions.list_decisions(session)

    def decision(self, decision_id: int) -> DecisionView:
        """One entry as people read it. Raises DecisionError when there is none of that number."""
        with self._read() as session:
            found = decisions.get_decision(session, decision_id)
            if found is None:
                raise DecisionError(
                    f"There is no decision #{decision_id}; look it up in History.", code="unknown_decision"
                )
            return decision_view(session, found)

    def last_decisions(self, limit: int = 10) -> list[DecisionView]:
        """The newest decisions of stewards about customers, deliveries left out."""
        kinds = tuple(kind for kind in DecisionKind if kind not in (DecisionKind.DELIVERY, DecisionKind.REVERSE))
        return self.history(HistoryFilter(kinds=kinds), limit)

    def history(
        self, wanted: HistoryFilter = _EVERYTHING, limit: int | None = 200, offset: int = 0
    ) -> list[DecisionView]:
        """Log entries as people read them, newest first."""
        with self._read() as session:
            return decision_views(session, decision_search.find_entries(session, wanted, limit, offset))

    def history_count(self, wanted: HistoryFilter = _EVERYTHING, newer_than: int | None = None) -> int:
        """How many entries ``history`` would find; ``newer_than``: how many of them come before this one."""
        with self._read() as session:
            return decision_search.count_entries(session, wanted, newer_than)

    def deciding_stewards(self) -> list[str]:
        """Everybody who ever decided something in this store."""
        with self._read() as session:
            return decision_search.stewards(session)

    def sample_score(self) -> SampleScore | None:
        """In a store of the sample lists: how many of my answers agree with their truth. None in any other store."""
        with self._read() as session:
            return find_score(session, self.steward)

    def report(self) -> StoreReport:
        """How lists overlap, and how sure the merges are."""
        with self._read() as session:
            return reports.report_store(self._context, session)

    def list_quality(self) -> ListQuality:
        """How well each list fills its attributes; looks at every value."""
        with self._read() as session:
            return reports.list_quality(session)

    def own_work(self) -> OwnWork:
        """The figures of the steward who has the store open; nobody else's are told."""
        with self._read() as session:
            return reports.own_work(session, self.steward, self._context.clock())

    def remembered(
        self, wanted: HistoryFilter = _EVERYTHING, limit: int | None = 200, offset: int = 0
    ) -> list[RememberedPair]:
        """Pairs of records that are set apart, and whether their evidence still is what it was then."""
        with self._read() as session:
            return _remembered(session, decision_search.find_pairs(session, wanted, limit, offset))

    def remembered_count(self, wanted: HistoryFilter = _EVERYTHING) -> int:
        """How many pairs ``remembered`` would find."""
        with self._read() as session:
            return decision_search.count_pairs(session, wanted)


def _remembered(session: Session, found: Sequence[decision_search.StoredPair]) -> list[RememberedPair]:
    named = {record_id for one in found for record_id in one.pair}
    records = {record.id: record for record in source_records.iter_records(session, sorted(named), with_raw=False)}
    cin_of = crosswalk.cins_of(session, named)
    titles = golden.titles(session, set(cin_of.values()))
    by_id = {source.id: source for source in sources.list_sources(session)}
    by_number = {number: decisions.get_decision(session, number) for number in {one.decision_id for one in found}}
    remembered = []
    for one in found:
        decision = by_number[one.decision_id]
        both = [records.get(record_id) for record_id in one.pair]
        if decision is None:
            continue
        remembered.append(
            RememberedPair(
                pair=one.pair,
                titles=tuple(
                    titles[cin_of[r]][0] if cin_of.get(r) in titles else record_title(known) if known else ""
                    for r, known in zip(one.pair, both, strict=True)
                ),
                sources=tuple(by_id[known.source_id] if known else None for known in both),
                cins=tuple(str(cin_of.get(record_id, "")) for record_id in one.pair),
                relation=one.relation,
                decision_id=one.decision_id,
                decided_at=decision.decided_at,
                decided_by=decision.decided_by,
                reason=decision.reason,
                changed=one.changed,
            )
        )
    return remembered
