"""``Workspace``: what the window, the command line and scripts can do with a store.

Any thread may call any method; each opens its own session, and writes wait for one another.
"""

from __future__ import annotations

import getpass
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from steward.domain.attributes import ATTRIBUTES
from steward.domain.clusters import ClusterState
from steward.domain.decisions import Act, Decision, DecisionId, DecisionKind, Relation
from steward.domain.errors import DecisionError, StewardError
from steward.domain.pairs import RecordPair, Strength
from steward.domain.progress import NoProgress
from steward.domain.records import RecordId
from steward.matching.explanation import explain
from steward.matching.model import MatchModel
from steward.storage import candidates, crosswalk, decisions, golden, sources
from steward.storage.database import Database, create_database, open_database
from steward.workspace import customers, decide, decision_views, review_clusters, status
from steward.workspace.context import StoreContext
from steward.workspace.export_master import export_master
from steward.workspace.find_matches import find_matches
from steward.workspace.import_list import ImportRequest, import_list
from steward.workspace.match_columns import match_columns
from steward.workspace.preview_list import preview_list
from steward.workspace.verify_store import find_problems, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.pairs import PairExplanation
    from steward.domain.progress import Progress
    from steward.domain.records import SourceRecord
    from steward.domain.survivorship import GoldenValue
    from steward.workspace.review_draft import ReviewDraft
    from steward.workspace.views import (
        ClusterView,
        CustomerView,
        DecisionView,
        ExportReport,
        ImportReport,
        ListPreview,
        MatchReport,
        QueueRow,
        ReversePreview,
        SearchHit,
        SimilarRecord,
        StoreSummary,
    )

_STATES = {
    "open": (ClusterState.OPEN,),
    "deferred": (ClusterState.DEFERRED,),
    "decided": (ClusterState.DECIDED,),
    "all": tuple(ClusterState),
}
_RANGES = {
    Strength.ALMOST_CERTAIN: (0.99, 2.0),
    Strength.LIKELY: (0.90, 0.99),
    Strength.UNCLEAR: (-1.0, 0.90),
}


#: A decision's number, or a day or moment as text or value.
AsOf = int | str | date | datetime


def _now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """An open store. Use it as a context manager; all failures a user can cause are ``StewardError``s."""

    def __init__(self, database: Database, steward: str, clock: Callable[[], datetime]) -> None:
        self._context = StoreContext(database, steward, clock)
        self._model: tuple[int, MatchModel] | None = None

    @classmethod
    def create(cls, path: str | Path, steward: str | None = None, *, clock: Callable[[], datetime] = _now) -> Workspace:
        """Make a new store and open it. ``steward`` signs the decisions; the user's name when not given."""
        return cls(create_database(Path(path).absolute()), steward or _user_name(), clock)

    @classmethod
    def open(
        cls,
        path: str | Path,
        steward: str | None = None,
        *,
        clock: Callable[[], datetime] = _now,
        is_borrowed: bool = False,
    ) -> Workspace:
        """Open a store. ``is_borrowed``: for a process that works for another one, which holds the store open."""
        workspace = cls(open_database(Path(path).absolute(), is_borrowed=is_borrowed), steward or _user_name(), clock)
        workspace._reopen_deferred()
        return workspace

    def close(self) -> None:
        """Let go of the store."""
        self._context.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The store file."""
        return self._context.database.path

    @property
    def steward(self) -> str:
        """Who signs the decisions."""
        return self._context.steward

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
    ) -> ImportReport:
        """Load a department's list as one delivery. ``mapping``: header -> target, for columns guessed wrongly.

        ``mode``: "full" or "partial" say whether records that are missing from the file are expected to be.
        """
        if mode not in ("auto", "full", "partial"):
            raise StewardError(f'"{mode}" is no mode; use auto, full or partial.', code="no_mode")
        request = ImportRequest(Path(path), source, department, sheet, key, mapping, mode, is_dry_run)
        return import_list(self._context, request, progress or NoProgress())

    def preview_list(
        self,
        path: str | Path,
        source: str | None = None,
        mapping: Mapping[str, str] | None = None,
        progress: Progress | None = None,
    ) -> ListPreview:
        """What loading a list would do."""
        return preview_list(self._context, Path(path), progress or NoProgress(), source=source, targets=mapping)

    def has_lists(self) -> bool:
        """Whether any list was ever loaded."""
        return self.history_count() > 0

    def record(self, source: str, key: str) -> SourceRecord:
        """The record of a source with this key. Raises StewardError when there is none."""
        with self._read() as session:
            found = sources.find_source(session, source)
            record = sources.find_record(session, found.id, key) if found else None
        if record is None:
            raise StewardError(f"{source} has no record {key}; check both names.", code="no_record")
        return record

    def records(self, source: str | None = None) -> Iterator[SourceRecord]:
        """Active records in id order, of one source or of all."""
        with self._read() as session:
            if source is None:
                yield from sources.iter_records(session)
                return
            found = sources.find_source(session, source)
            if found is None:
                raise StewardError(f'There is no source "{source}"; check the name.', code="no_source")
            yield from sources.iter_records_of(session, found.id)

    # Matching and the queue

    def match(self, progress: Progress | None = None) -> MatchReport:
        """Find the records that may be one customer; decisions are honoured and stay."""
        return find_matches(self._context, progress or NoProgress())

    def queue(
        self,
        sort: str = "uncertainty",
        *,
        state: str = "open",
        strength: Strength | None = None,
        source: str | None = None,
    ) -> Sequence[int]:
        """Ids of the clusters that wait, in the order of work. ``sort``: one of ``candidates.SORTS``."""
        if sort not in candidates.SORTS or state not in _STATES:
            raise StewardError(
                f"The queue sorts by {', '.join(candidates.SORTS)} and shows {', '.join(_STATES)}.", code="no_sort"
            )
        with self._read() as session:
            found = sources.find_source(session, source) if source else None
            return candidates.queue(
                session,
                sort=sort,
                states=_STATES[state],
                probability_range=_RANGES[strength] if strength else (-1.0, 2.0),
                source_id=found.id if found else (-1 if source else None),
            )

    def queue_rows(self, ids: Sequence[int]) -> list[QueueRow]:
        """Clusters as the queue lists them."""
        with self._read() as session:
            return review_clusters.queue_rows(session, ids)

    def cluster(self, cluster_id: int) -> ClusterView:
        """A cluster: members, links with their weights, the weakest link, what speaks for and against."""
        return self.draft(cluster_id).view

    def draft(self, cluster_id: int) -> ReviewDraft:
        """A cluster to arrange and decide."""
        with self._read() as session:
            return review_clusters.load_draft(session, cluster_id, self._newest_model(session))

    def explain(self, record_id: int, other_id: int) -> PairExplanation:
        """Why two records match or don't, proposed or not. Raises StewardError before the first match run."""
        with self._read() as session:
            model = self._newest_model(session)
            pair = RecordPair.of(record_id, other_id)
            records = list(sources.iter_records(session, pair))
        if model is None or len(records) < 2:
            raise StewardError("Match the store first; then any two records can be explained.", code="no_model")
        return explain(model, match_columns(records, names=review_clusters.compared(model)), [(0, 1)])[0]

    # Decisions

    def merge(
        self,
        record_ids: Iterable[int],
        values: Mapping[str, str] | None = None,
        reason: str | None = None,
        cluster_id: int | None = None,
    ) -> Decision:
        """The records are one customer; ``values`` are golden values chosen along the way.

        Raises VetoError when evidence forbids it and there is no reason.
        """
        group = _ids(record_ids)
        if len(group) < 2:
            raise DecisionError("A merge needs two records at least; choose another one.", code="too_few")
        return self._take(Act(DecisionKind.MERGE, (group,), dict(values or {})), reason, cluster_id)

    def not_same(
        self,
        record_id: int,
        other_ids: Iterable[int] | int,
        reason: str | None = None,
        cluster_id: int | None = None,
    ) -> Decision:
        """The record is not the same customer as the others. It is never asked again."""
        others = _ids([other_ids] if isinstance(other_ids, int) else other_ids)
        if not others or record_id in others:
            raise DecisionError("Name another record that it is not the same as.", code="too_few")
        return self._take(Act(DecisionKind.NOT_SAME, ((RecordId(record_id),), others)), reason, cluster_id)

    def related(
        self,
        record_id: int,
        other_id: int,
        kind: Relation | str,
        reason: str | None = None,
        cluster_id: int | None = None,
    ) -> Decision:
        """Two different customers that belong together: household, spouse, parent_child, branch or other."""
        if record_id == other_id:
            raise DecisionError("A record can't be related to itself; choose another one.", code="too_few")
        act = Act(DecisionKind.RELATED, (_ids([record_id]), _ids([other_id])), relation=_relation(kind))
        return self._take(act, reason, cluster_id)

    def split(self, cin: str, groups: Iterable[Iterable[int]], reason: str | None = None) -> Decision:
        """Take a customer apart into the groups; members that no group names stay together."""
        members = self._members(cin)
        parts = tuple(_ids(group) for group in groups)
        named = [record_id for part in parts for record_id in part]
        if not all(parts) or not parts or not set(named) <= members or len(set(named)) < len(named):
            raise DecisionError(
                f"The groups must name records of CIN {cin}, each once; look at the customer again.", code="bad_groups"
            )
        if len(parts) == 1 and set(named) == members:
            raise DecisionError("Splitting needs two groups at least.", code="too_few")
        return self._take(Act(DecisionKind.SPLIT, parts), reason)

    def take_out(self, record_id: int, reason: str | None = None) -> Decision:
        """The record leaves its customer and becomes one of its own; everyone else stays."""
        rest = self._members(self.cin_of(record_id)) - {record_id}
        if not rest:
            raise DecisionError("The record is a customer of its own already.", code="too_few")
        return self._take(Act(DecisionKind.TAKE_OUT, (_ids([record_id]), _ids(rest))), reason)

    def override(self, cin: str, attribute: str, value: str, reason: str | None = None) -> Decision:
        """A steward's value for a golden attribute; "" goes back to the rule."""
        return self._set_value(DecisionKind.OVERRIDE, cin, attribute, value.strip(), reason)

    def lock(self, cin: str, attribute: str, reason: str | None = None) -> Decision:
        """Keep the present golden value whatever the lists say from now on."""
        value = next((v.value for v in self.golden(cin) if v.attribute == attribute and v.position == 0), "")
        if not value:
            raise DecisionError(f"There is no {attribute} to lock; type a value first.", code="nothing_to_lock")
        return self._set_value(DecisionKind.LOCK, cin, attribute, value, reason)

    def unlock(self, cin: str, attribute: str, reason: str | None = None) -> Decision:
        """Let rules choose the value again."""
        return self._set_value(DecisionKind.UNLOCK, cin, attribute, "", reason)

    def defer(self, cluster_id: int, until: str | None = None, reason: str | None = None) -> Decision:
        """Put a cluster off; it comes back on the day ``until`` (yyyy-mm-dd), without one when asked for."""
        with self._read() as session:
            members = candidates.members(session, cluster_id)
        return self._take(Act(DecisionKind.DEFER, (tuple(members),), until=until), reason, cluster_id)

    def approve(self, draft: ReviewDraft, reason: str | None = None) -> Decision:
        """Merge exactly what the draft shows."""
        if not draft.can_merge:
            raise DecisionError("Include records of two different customers to merge.", code="too_few")
        return self._take(draft.act(), reason, draft.view.id)

    def reject(self, draft: ReviewDraft, reason: str | None = None) -> Decision:
        """Every customer of the cluster is another one."""
        return self._take(Act(DecisionKind.NOT_SAME, _by_customer(draft)), reason, draft.view.id)

    def relate(self, draft: ReviewDraft, kind: Relation | str, reason: str | None = None) -> Decision:
        """The customers of the cluster are different, but belong together."""
        act = Act(DecisionKind.RELATED, _by_customer(draft), relation=_relation(kind))
        return self._take(act, reason, draft.view.id)

    def preview_reverse(self, decision_id: int) -> ReversePreview:
        """What reversing a decision would change; nothing is changed."""
        with self._context.database.trial() as session:
            return decision_views.preview_reverse(self._context, session, decision_id)

    def reverse(self, decision_id: int, reason: str | None = None) -> Decision:
        """Take a decision of any age back. Reversing a reversal brings it in force again."""
        with self._context.database.write() as session:
            return decide.reverse(self._context, session, decision_id, reason=reason or "")

    def decisions(self) -> Iterator[Decision]:
        """Every entry of the log, newest first."""
        with self._read() as session:
            yield from decisions.list_decisions(session)

    def last_decisions(self, limit: int = 10) -> list[DecisionView]:
        """The newest decisions of stewards, deliveries left out."""
        kinds = [kind for kind in DecisionKind if kind not in (DecisionKind.DELIVERY, DecisionKind.REVERSE)]
        return self.history(kinds=kinds, limit=limit)

    def history(
        self,
        text: str = "",
        kinds: Sequence[DecisionKind] | None = None,
        limit: int | None = 200,
        offset: int = 0,
    ) -> list[DecisionView]:
        """Log entries, newest first, that hold the text."""
        with self._read() as session:
            return decision_views.search_history(session, text=text, kinds=kinds, limit=limit, offset=offset)

    def history_count(self, text: str = "", kinds: Sequence[DecisionKind] | None = None) -> int:
        """How many entries ``history`` would find."""
        with self._read() as session:
            if not text.strip():
                counts = decisions.count_by_kind(session)
                return sum(n for kind, n in counts.items() if kinds is None or kind in kinds)
            return len(decision_views.search_history(session, text=text, kinds=kinds))

    # Customers

    def cin_of(self, record_id: int) -> Cin:
        """The CIN a record belongs to now."""
        with self._read() as session:
            found = crosswalk.cins_of(session, [RecordId(record_id)])
        if not found:
            raise StewardError(f"There is no record {record_id} (any more).", code="no_record")
        return found[RecordId(record_id)]

    def golden(self, cin: str, as_of: AsOf | None = None) -> list[GoldenValue]:
        """Golden values with origin, rule and runner-up: as they are now, or as they were at an earlier time.

        ``as_of``: a decision's number, or a day or moment (UTC). Empty when the CIN was not in use.
        """
        with self._as_of(as_of) as session:
            return customers.ordered_values(golden.golden_values(session, cin))

    def resolve(self, cin: str) -> list[Cin]:
        """The CINs in use that stand for this one today, for ever."""
        with self._read() as session:
            return customers.resolve(session, cin)

    def cin_history(self) -> list[tuple[Cin, DecisionId, DecisionId | None]]:
        """Every CIN ever given: which log entry minted it and which retired it (None: in use)."""
        with self._read() as session:
            return crosswalk.minted_and_retired(session)

    def customers(self) -> Iterator[Cin]:
        """Every CIN in use, oldest first."""
        with self._read() as session:
            yield from golden.active_cins(session)

    def members(self, cin: str) -> list[RecordId]:
        """The records of a customer."""
        return sorted(self._members(cin))

    def customer(self, cin: str) -> CustomerView:
        """Everything that is known of a customer."""
        with self._read() as session:
            return customers.load_customer(session, cin)

    def customer_count(self) -> int:
        """How many customers there are."""
        with self._read() as session:
            return golden.count_customers(session)[0]

    def customers_page(self, offset: int, limit: int) -> list[SearchHit]:
        """Customers by name, a page at a time."""
        with self._read() as session:
            return customers.hits(session, golden.page_of_customers(session, offset, limit))

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        """Customers by any part of any value, key or CIN (retired ones too)."""
        with self._read() as session:
            return customers.search_customers(session, text, limit)

    def search_records(self, text: str, limit: int = 20) -> list[SimilarRecord]:
        """Source records by any part of any value."""
        with self._read() as session:
            return customers.search_records(session, text, limit)

    # The store

    def summary(self) -> StoreSummary:
        """The counts of the store."""
        with self._read() as session:
            return status.summarize(self._context, session)

    def decision_counts(self) -> dict[DecisionKind, int]:
        """Log entries by kind."""
        with self._read() as session:
            return decisions.count_by_kind(session)

    def export(self, path: str | Path, as_of: AsOf | None = None, progress: Progress | None = None) -> ExportReport:
        """Write the unified master (.xlsx, .csv or .parquet), as it is now or as it was (see ``golden``)."""
        with self._as_of(as_of) as session:
            return export_master(session, Path(path).absolute(), progress or NoProgress())

    def fingerprint(self) -> str:
        """A hash over crosswalk and golden values: the same state always gives the same text."""
        with self._read() as session:
            return fingerprint(session)

    def rebuild(self) -> None:
        """Make everything derived anew from source rows and the log."""
        with self._context.database.write() as session:
            decide.rebuild(self._context, session)

    def verify(self) -> list[str]:
        """Problems found in the store, as sentences; empty when it is sound."""
        with self._context.database.trial() as session:
            return find_problems(self._context, session)

    # Behind the door

    def _read(self) -> AbstractContextManager[Session]:
        return self._context.database.read()

    @contextmanager
    def _as_of(self, as_of: AsOf | None) -> Iterator[Session]:
        """A session that sees the store as it was: rebuilt up to then in a transaction that does not stay."""
        if as_of is None:
            with self._context.database.read() as session:
                yield session
            return
        with self._context.database.trial() as session:
            upto = as_of if isinstance(as_of, int) else decisions.last_before(session, _moment(as_of))
            decide.rebuild(self._context, session, DecisionId(upto))
            yield session

    def _take(self, act: Act, reason: str | None, cluster_id: int | None = None) -> Decision:
        with self._context.database.write() as session:
            shown = self._shown(session, act, cluster_id)
            return decide.take(self._context, session, act, reason=reason or "", shown=shown)

    def _shown(self, session: Session, act: Act, cluster_id: int | None) -> dict[str, object]:
        """What the steward saw: the versions of the records, the run, and the cluster that is answered."""
        named = [record_id for group in act.groups for record_id in group]
        versions = {str(record.id): record.version for record in sources.iter_records(session, named)}
        run = candidates.newest_run(session)
        shown: dict[str, object] = {"versions": versions, "run": run.id if run else None}
        if cluster_id is not None:
            stored = candidates.get_cluster(session, cluster_id)
            if stored is None:
                raise StewardError(
                    f"Cluster {cluster_id} is not in the queue any more; a later match run replaced it.",
                    code="no_cluster",
                )
            shown |= {"cluster": stored.member_key, "probability": round(stored.probability, 4)}
            pairs = candidates.pairs_among(session, named)[:500]
            shown["weights"] = [[pair.low, pair.high, round(pair.match_weight, 2)] for pair in pairs]
        return shown

    def _set_value(self, kind: DecisionKind, cin: str, attribute: str, value: str, reason: str | None) -> Decision:
        members = self._members(cin)
        if attribute not in ATTRIBUTES:
            raise DecisionError(f'"{attribute}" is no attribute; use one such as name or phone.', code="no_attribute")
        return self._take(Act(kind, (_ids(members),), {attribute: value}), reason)

    def _members(self, cin: str) -> set[RecordId]:
        with self._read() as session:
            found = crosswalk.members_of(session, [cin])
            if not found:
                current = customers.resolve(session, cin)
                raise DecisionError(f"CIN {cin} is retired; it is {', '.join(current)} now.", code="retired_cin")
        return next(iter(found.values()))

    def _newest_model(self, session: Session) -> MatchModel | None:
        """The model of the newest run; parsed once."""
        run = candidates.newest_run(session)
        if run is None:
            return None
        if self._model is None or self._model[0] != run.id:
            self._model = (run.id, MatchModel.from_json(run.model))
        return self._model[1]

    def _reopen_deferred(self) -> None:
        """Clusters put off until today come back."""
        ids = self.queue(state="deferred")
        if ids:
            with self._context.database.write() as session:
                members = [r for cluster_id in ids for r in candidates.members(session, cluster_id)]
                decide.refresh_clusters(self._context, session, members)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "steward"


def _moment(as_of: date | datetime | str) -> datetime:
    """The end of a day, or the moment itself, in UTC."""
    try:
        found = datetime.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    except ValueError as err:
        raise StewardError(f'"{as_of}" is no date; write it as 2026-05-31.', code="no_date") from err
    is_day = not isinstance(found, datetime) or (isinstance(as_of, str) and len(as_of.strip()) == 10)
    if is_day:
        return datetime(found.year, found.month, found.day, 23, 59, 59, 999999, tzinfo=UTC)
    assert isinstance(found, datetime)
    return found.replace(tzinfo=found.tzinfo or UTC)


def _ids(record_ids: Iterable[int]) -> tuple[RecordId, ...]:
    return tuple(RecordId(record_id) for record_id in sorted(set(record_ids)))


def _relation(kind: Relation | str) -> Relation:
    try:
        return Relation(kind)
    except ValueError as err:
        names = ", ".join(relation.value for relation in Relation)
        raise DecisionError(f'"{kind}" is no relation; use one of {names}.', code="no_relation") from err


def _by_customer(draft: ReviewDraft) -> tuple[tuple[RecordId, ...], ...]:
    """The members of a cluster, grouped by the customer they belong to now."""
    groups: dict[str, list[RecordId]] = {}
    for member in draft.view.members:
        groups.setdefault(member.cin, []).append(member.record_id)
    if len(groups) < 2:
        raise DecisionError("The records are one customer already.", code="too_few")
    return tuple(tuple(sorted(group)) for group in groups.values())
