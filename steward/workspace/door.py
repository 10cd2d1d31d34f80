"""``Workspace``: what the window, the command line and scripts can do with a store.

Any thread may call any method; each opens its own session, and writes wait for one another.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from steward.domain.decisions import DecisionKind
from steward.domain.errors import StewardError
from steward.domain.history import HistoryFilter
from steward.domain.pairs import RecordPair, Strength
from steward.domain.progress import NO_PROGRESS
from steward.matching.explanation import explain
from steward.matching.weights.model import MatchModel
from steward.storage.database import discard
from steward.storage.lists import source_records, sources
from steward.storage.matches import candidates
from steward.workspace.checked_door import checks_arguments
from steward.workspace.customers.proposed_relations import proposed_relations
from steward.workspace.customers.rules import load_rules
from steward.workspace.decisions import decide
from steward.workspace.garbage import garbage_left
from steward.workspace.lists.import_list import ImportRequest, import_list
from steward.workspace.lists.list_care import ListCare
from steward.workspace.lists.preview_list import preview_list
from steward.workspace.match_runs.find_matches import find_matches
from steward.workspace.match_runs.lessons import Lessons
from steward.workspace.match_runs.match_columns import match_columns
from steward.workspace.privacy.rights import Privacy
from steward.workspace.review import alike_clusters, asked_pairs, review_clusters
from steward.workspace.review.ask_questions import find_questions
from steward.workspace.review.count_facets import count_facets, search_values
from steward.workspace.review.find_queue import KnownQueue, find_queue
from steward.workspace.review.gold_questions import find_gold, gold_decision, require_gold
from steward.workspace.review.queue_filters import FacetCount, QueueFilter
from steward.workspace.review.sprint import plan_sprints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from random import Random

    from sqlalchemy.orm import Session

    from steward.domain.pairs import PairExplanation
    from steward.domain.progress import Progress
    from steward.domain.records import SourceRecord
    from steward.storage.database import Database
    from steward.workspace.customers.customer_views import ProposedRelation
    from steward.workspace.lists.list_views import ImportReport, ListPreview
    from steward.workspace.match_runs.run_views import MatchReport, Question
    from steward.workspace.review.alike_clusters import AlikeCluster
    from steward.workspace.review.review_draft import ReviewDraft
    from steward.workspace.review.sprint import SprintPlan
    from steward.workspace.views import ClusterId, ClusterView, QueueRow


@checks_arguments
class Workspace(Lessons, Privacy, ListCare):
    """An open store. Use it as a context manager; all failures a user can cause are ``StewardError``s."""

    def __init__(self, database: Database, steward: str, clock: Callable[[], datetime]) -> None:
        super().__init__(database, steward, clock)
        self._model: tuple[int, MatchModel] | None = None
        self._known = KnownQueue()

    # Lists

    def import_list(
        self,
        path: str | Path,
        source: str | None = None,
        department: str | None = None,
        sheet: str | None = None,
        key: str | None = None,
        mapping: Mapping[str, str] | None = None,
        mode: str = "auto",
        progress: Progress | None = None,
        *,
        is_dry_run: bool = False,
        skips_hidden: bool = False,
        reads_hidden_sheets: bool = False,
        is_key_declared: bool = False,
    ) -> ImportReport:
        """Load a department's list as one delivery. ``mapping``: header -> target, for columns guessed wrongly.

        ``key``: a column, or several joined by a plus. ``mode``: "full" or "partial" say whether records that are
        missing from the file are expected to be. ``skips_hidden`` leaves out rows and columns that are hidden in the
        file, ``reads_hidden_sheets`` takes in sheets that are.
        ``is_key_declared``: rows without a key are held back, as with ``key`` or where ``mapping`` names another one
        than would be found.
        """
        if mode not in ("auto", "full", "partial"):
            raise StewardError(f'"{mode}" is no mode; use auto, full or partial.', code="no_mode")
        request = ImportRequest(
            Path(path),
            source,
            department,
            sheet,
            key,
            mapping,
            mode,
            is_dry_run=is_dry_run,
            skips_hidden=skips_hidden,
            reads_hidden_sheets=reads_hidden_sheets,
            is_key_declared=is_key_declared,
        )
        with garbage_left():
            return import_list(self._context, request, progress or NO_PROGRESS)

    def preview_list(
        self,
        path: str | Path,
        source: str | None = None,
        mapping: Mapping[str, str] | None = None,
        progress: Progress | None = None,
        *,
        skips_hidden: bool = False,
        reads_hidden_sheets: bool = False,
    ) -> ListPreview:
        """What loading a list would do."""
        return preview_list(
            self._context,
            Path(path),
            progress or NO_PROGRESS,
            source=source,
            targets=mapping,
            skips_hidden=skips_hidden,
            reads_hidden_sheets=reads_hidden_sheets,
        )

    def has_lists(self) -> bool:
        """Whether any list was ever loaded."""
        return self.history_count(HistoryFilter(kinds=(DecisionKind.DELIVERY,))) > 0

    def discard_if_empty(self) -> None:
        """Remove a store that was just made when nothing came into it."""
        if not self.has_lists():
            discard(self._context.database)

    def record(self, source: str, key: str) -> SourceRecord:
        """The record of a source with this key. Raises StewardError when there is none."""
        with self._read() as session:
            found = sources.find_source(session, source)
            record = source_records.find_record(session, found.id, key) if found else None
        if record is None:
            raise StewardError(f"{source} has no record {key}; check both names.", code="no_record")
        return record

    def records(self, source: str | None = None) -> Iterator[SourceRecord]:
        """Active records in id order, of one source or of all."""
        with self._read() as session:
            if source is None:
                yield from source_records.iter_records(session)
                return
            found = sources.find_source(session, source)
            if found is None:
                raise StewardError(f'There is no source "{source}"; check the name.', code="no_source")
            yield from source_records.iter_records_of(session, found.id)

    # Matching and the queue

    def match(self, progress: Progress | None = None, *, full: bool = False) -> MatchReport:
        """Find the records that may be one customer; decisions are honoured and stay.

        Where little has changed since the run before, only that is looked at. ``full``: compare everything anew.
        """
        with garbage_left():
            return find_matches(self._context, progress or NO_PROGRESS, is_full=full)

    def queue(
        self,
        sort: str = "uncertainty",
        *,
        state: str = "open",
        strength: Strength | str | None = None,
        source: str | None = None,
        veto: str | None = None,
        size: str | None = None,
        traits: Sequence[str] = (),
        values: Sequence[str] = (),
        limit: int | None = None,
    ) -> Sequence[ClusterId]:
        """Ids of the clusters that wait, in the order of work. ``sort``: one of ``cluster_queue.SORTS``; by usefulness
        records in no cluster that may belong to a customer stand among them, as ids below zero.

        ``veto``: yes or no, ``size``: one of ``queue_filters.SIZES``, ``traits``: as "differs:phone" (see
        ``queue_filters.trait_value``), ``values``: as "city=Bandung" (see ``queue_filters.held_value``), ``limit``: so
        many of the first ones.
        """
        wanted = QueueFilter(
            str(strength) if strength else None, source, veto, size, state, tuple(traits), tuple(values)
        )
        with self._read() as session:
            return find_queue(session, sort, wanted, self._known, limit)

    def queue_facets(self, wanted: QueueFilter, sort: str = "uncertainty") -> list[FacetCount]:
        """What the queue in this order can be narrowed by, with how much of it each value would leave."""
        with self._read() as session:
            return count_facets(session, wanted, self._known, sort)

    def queue_values(
        self, wanted: QueueFilter, attribute: str, text: str = "", limit: int = 30, sort: str = "uncertainty"
    ) -> list[FacetCount]:
        """The most frequent values of an attribute that hold the text, with how much of the queue each would leave."""
        with self._read() as session:
            return search_values(session, wanted, self._known, attribute, text, limit, sort)

    def alike_candidates(self) -> list[ClusterId]:
        """Open clusters that may differ in writing only, to be looked at by ``alike_clusters``, a portion at a time."""
        with self._read() as session:
            return alike_clusters.find_candidates(session)

    def alike_clusters(self, ids: Sequence[int]) -> list[AlikeCluster]:
        """Those of the clusters that differ in writing only, with both writings; one decision can answer them all."""
        with self._read() as session:
            return alike_clusters.find_alike(session, ids)

    def plan_sprints(self, *minutes: int) -> list[SprintPlan]:
        """For each length of a timed session: the clusters that put most wrong rows right at this steward's pace."""
        with self._read() as session:
            return plan_sprints(session, self.steward, minutes, self._known.loose)

    def queue_rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Clusters as the queue lists them."""
        with self._read() as session:
            return review_clusters.queue_rows(session, ids)

    def waiting(self, ids: Sequence[int]) -> list[ClusterId]:
        """Those of the clusters (and subjects of questions) that are still open, in the order of ``ids``."""
        with self._read() as session:
            return asked_pairs.waiting(session, ids)

    def cluster(self, cluster_id: int) -> ClusterView:
        """A cluster: members, links with their weights, the weakest link, and the golden record a merge would give."""
        draft = self.draft(cluster_id)
        return replace(draft.view, golden=draft.golden())

    def draft(self, cluster_id: int, extra: Iterable[int] = ()) -> ReviewDraft:
        """A cluster to arrange and decide; ``extra`` are records that a steward adds to it."""
        gold = gold_decision(cluster_id)
        with self._read() if gold is None else self._context.database.trial() as session:
            if gold is not None:
                # As it stood before it was answered; nothing of that stays.
                decide.reverse(self._context, session, require_gold(session, gold).id)
            found = review_clusters.load_draft(session, cluster_id, self._newest_model(session), extra)
            found.basis = replace(found.basis, rules=load_rules(session))
            return found

    def gold_questions(self, limit: int = 10, random: Random | None = None) -> list[ClusterId]:
        """Earlier answers of this steward to give again, blind; the answers change nothing but what is known of them.

        Ids to open and answer like those of clusters.
        """
        with self._read() as session:
            return find_gold(session, self.steward, random or SystemRandom(), limit)

    def questions(self, limit: int = 15) -> list[Question]:
        """A few pairs whose answers settle most, the most useful first; answer them like any others.

        Raises StewardError before the first match run.
        """
        with self._read() as session:
            model = self._newest_model(session)
            if model is None:
                raise StewardError("Match the store first; then there are questions.", code="no_model")
            return find_questions(session, model, limit)

    def explain(self, record_id: int, other_id: int) -> PairExplanation:
        """Why two records match or don't, proposed or not. Raises StewardError before the first match run."""
        if record_id == other_id:
            raise StewardError("A record can't be compared with itself; choose another one.", code="too_few")
        with self._read() as session:
            model = self._newest_model(session)
            pair = RecordPair.of(record_id, other_id)
            records = list(source_records.iter_records(session, pair))
        if model is None or len(records) < 2:
            raise StewardError("Match the store first; then any two records can be explained.", code="no_model")
        return explain(model, match_columns(records, names=model.compared), [(0, 1)])[0]

    def proposed_relations(self, cin: str) -> tuple[ProposedRelation, ...]:
        """Customers who seem to belong to one without being it, the likeliest first; none before the first match run.

        ``related`` records one of them as a decision.
        """
        with self._read() as session:
            model = self._newest_model(session)
            return () if model is None else proposed_relations(session, model, cin)

    def _newest_model(self, session: Session) -> MatchModel | None:
        """The model of the newest run; parsed once."""
        run = candidates.newest_run(session)
        if run is None:
            return None
        if self._model is None or self._model[0] != run.id:
            self._model = (run.id, MatchModel.from_json(run.model))
        return self._model[1]
