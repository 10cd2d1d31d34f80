"""What a store learns from its stewards: a proposal, applying it, forgetting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.decisions import DeskKind
from steward.domain.history import EntryState, HistoryFilter
from steward.domain.progress import NO_PROGRESS
from steward.storage.lists import source_records, sources
from steward.storage.log import decisions
from steward.workspace.customers.titles import record_title
from steward.workspace.decisions.answers import Answers
from steward.workspace.match_runs import learn_from_decisions
from steward.workspace.match_runs.find_matches import find_matches
from steward.workspace.match_runs.run_views import GroupLine
from steward.workspace.match_runs.teaching import TEACHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.domain.records import RecordId
    from steward.workspace.match_runs.run_views import LearningProposal, MatchReport


class Lessons(Answers):
    """How decisions shape the matching. Nothing is ever learnt silently."""

    def teaching_count(self) -> int:
        """How many decisions in force say something that the matching can learn from."""
        return self.history_count(HistoryFilter(kinds=TEACHING, state=EntryState.IN_FORCE))

    def has_learnt(self) -> bool:
        """Whether decisions shape the weights that records are compared with."""
        with self._read() as session:
            return decisions.newest_in_force(session, DeskKind.LEARN) is not None

    def describe_groups(self, groups: Sequence[Sequence[RecordId]]) -> list[GroupLine]:
        """Groups of records as a list names them, in their order."""
        named = sorted({record_id for group in groups for record_id in group})
        with self._read() as session:
            by_id = {source.id: source for source in sources.list_sources(session)}
            records = {one.id: one for one in source_records.iter_records(session, named, with_raw=False)}
        lines = []
        for group in groups:
            found = [records[record_id] for record_id in group if record_id in records]
            origins = tuple(dict.fromkeys(by_id[one.source_id] for one in found))
            lines.append(GroupLine(record_title(found[0]) if found else "", len(group), origins))
        return lines

    def propose_learning(self, progress: Progress | None = None) -> LearningProposal:
        """What the decisions so far would teach: clusters formed and dissolved, decisions contradicted.

        Nothing is changed; hand the proposal to ``apply_learning`` to have it. Raises StewardError before the first
        match run, without decisions, and when lists changed since the last run.
        """
        return learn_from_decisions.propose_learning(self._context, progress or NO_PROGRESS)

    def apply_learning(self, proposal: LearningProposal, progress: Progress | None = None) -> MatchReport:
        """Match with what was learnt, from now on: an act of the log, which can be reversed.

        Every run notes up to which decision it has learnt.
        """
        return learn_from_decisions.apply_learning(self._context, proposal, progress or NO_PROGRESS)

    def forget_learning(self, progress: Progress | None = None) -> MatchReport:
        """Compare everything anew with weights that no decision shaped; decisions themselves stay."""
        learn_from_decisions.reverse_learning(self._context)
        return find_matches(self._context, progress or NO_PROGRESS, is_full=True)
