"""An open store: what can be read of it as a whole and of its customers, and its care."""

from __future__ import annotations

import getpass
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from steward.domain.clusters import ClusterState
from steward.domain.decisions import ActKind, DecisionId
from steward.domain.errors import DecisionError, ExportError, StewardError, StoreError
from steward.domain.identity import format_cin
from steward.domain.privacy import ExportEntry, ExportKind
from steward.domain.progress import NoProgress
from steward.domain.records import RecordId
from steward.exchange.readers.file_kind import READABLE_SUFFIXES
from steward.storage import candidates, crosswalk, decisions, exports, golden, privacy_acts, store_settings
from steward.storage.backups import back_up
from steward.storage.database import Database, create_database, open_database
from steward.storage.past_customers import count_at
from steward.workspace import customers, decide, look_back, status
from steward.workspace.build_golden import renew_golden
from steward.workspace.cin_story import cin_story
from steward.workspace.context import StoreContext
from steward.workspace.erase_person import finish_erasure
from steward.workspace.export_master import export_master
from steward.workspace.restore_copy import RestoreReport, restore_copy
from steward.workspace.verify_store import find_problems, fingerprint
from steward.workspace.written_files import refuse_loaded_list

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.progress import Progress
    from steward.domain.survivorship import GoldenValue
    from steward.workspace.customer_views import CinStory, CustomerView, SearchHit
    from steward.workspace.run_views import ExportReport
    from steward.workspace.views import SimilarRecord, StoreSummary

#: A decision's number, or a day or moment as text or value.
AsOf = int | str | date | datetime
#: The store counts no further.
_LAST_NUMBER = (1 << 63) - 1


def _now() -> datetime:
    return datetime.now(UTC)


class OpenStore:
    """A store file that is open. Any thread may call any method; each opens its own session."""

    def __init__(self, database: Database, steward: str, clock: Callable[[], datetime]) -> None:
        self._context = StoreContext(database, steward, clock)

    @classmethod
    def create(cls, path: str | Path, steward: str | None = None, *, clock: Callable[[], datetime] = _now) -> Self:
        """Make a new store and open it. ``steward`` signs the decisions; the user's name when not given."""
        place = Path(path).absolute()
        if place.suffix.lower() in READABLE_SUFFIXES:
            # Where the store is forgotten and the first list mistyped, a store of a list's name would help nobody.
            raise StoreError(
                f"{place.name} has the name of a list; name the store first, such as master.steward.", code="list_name"
            )
        return cls(create_database(place), steward or _user_name(), clock)

    @classmethod
    def open(
        cls,
        path: str | Path,
        steward: str | None = None,
        *,
        clock: Callable[[], datetime] = _now,
        is_borrowed: bool = False,
    ) -> Self:
        """Open a store. ``is_borrowed``: for a process that works for another one, which holds the store open."""
        workspace = cls(open_database(Path(path).absolute(), is_borrowed=is_borrowed), steward or _user_name(), clock)
        workspace._reopen_deferred()
        if not is_borrowed:
            workspace._renew_golden()
            # An erasure that was stopped before the file was written anew.
            finish_erasure(workspace._context)
        return workspace

    def _renew_golden(self) -> None:
        with self._read() as session:
            is_due = store_settings.is_golden_due(session)
        if is_due:
            with self._context.database.write() as session:
                renew_golden(session)

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
        with self._as_of(as_of, cin) as session:
            return customers.ordered_values(golden.golden_values(session, cin))

    def resolve(self, cin: str) -> list[Cin]:
        """The CINs in use that stand for this one today, for ever."""
        with self._read() as session:
            return customers.resolve(session, cin)

    def cin_story(self, cin: str) -> CinStory:
        """When a CIN was given and retired, and which CINs hold its records now, since when; for ever."""
        with self._read() as session:
            return cin_story(session, cin)

    def customers(self) -> Iterator[Cin]:
        """Every CIN in use, oldest first."""
        with self._read() as session:
            yield from golden.active_cins(session)

    def members(self, cin: str) -> list[RecordId]:
        """The records of a customer."""
        return sorted(self._members(cin))

    def customer(self, cin: str, as_of: AsOf | None = None) -> CustomerView:
        """Everything that is known of a customer, or was at an earlier time (see ``golden``)."""
        with self._as_of(as_of, cin) as session:
            return customers.load_customer(session, cin)

    def customer_count(self, as_of: AsOf | None = None) -> int:
        """How many customers there are, or were at an earlier time (see ``golden``)."""
        with self._read() as session:
            if as_of is not None:
                return count_at(session, _upto(session, as_of))
            return golden.count_customers(session)

    def customers_page(self, offset: int, limit: int, as_of: AsOf | None = None) -> list[SearchHit]:
        """Customers by name, a page at a time; those of an earlier time (see ``golden``) by CIN."""
        if as_of is not None:
            with self._context.database.trial() as session:
                return look_back.list_past(session, _upto(session, as_of), offset, limit)
        with self._read() as session:
            return customers.hits(session, golden.page_of_customers(session, offset, limit))

    def search(self, text: str, limit: int = 50, as_of: AsOf | None = None) -> list[SearchHit]:
        """Customers by any part of any value, key or CIN (retired ones too).

        ``as_of``: those that there were at an earlier time (see ``golden``), found by CIN or by what lists say now.
        """
        if as_of is not None:
            with self._context.database.trial() as session:
                return look_back.search_past(session, text, limit, _upto(session, as_of))
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

    def decision_counts(self) -> dict[ActKind, int]:
        """Log entries by kind."""
        with self._read() as session:
            return decisions.count_by_kind(session)

    def export(
        self,
        path: str | Path,
        as_of: AsOf | None = None,
        progress: Progress | None = None,
        cin: str | None = None,
    ) -> ExportReport:
        """Write the unified master (.xlsx, .csv or .parquet), as it is now or as it was (see ``golden``).

        ``cin``: this customer alone. Raises ExportError when it is restricted.
        """
        target = Path(path).absolute()
        with self._read() as session:
            refuse_loaded_list(session, target)
            restricted = privacy_acts.restricted_records(session)
        with self._as_of(as_of, cin) as session:
            # Who is restricted now is left out of the past, too: it is written now.
            hidden = set(crosswalk.cins_of(session, restricted).values())
            only = [customers.require_active(session, cin)] if cin is not None else None
            if only is not None:
                if hidden.intersection(only):
                    raise ExportError(
                        f"CIN {format_cin(only[0])} is restricted and not exported; lift the restriction first.",
                        code="restricted_cin",
                    )
                # Of others nothing was asked, so none of them is left out.
                hidden = set()
            report = export_master(session, target, progress or NoProgress(), hidden, only)
            held = [one for one in only or golden.active_cins(session) if one not in hidden]
        self._register(ExportKind.MASTER, target, held, as_of)
        return report

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

    def back_up(self, path: str | Path) -> Path:
        """Copy the whole store as it is now into one file, while it stays open; returns the copy's place."""
        target = Path(path).absolute()
        back_up(self.path, target)
        return target

    @staticmethod
    def back_up_file(store: str | Path, path: str | Path) -> Path:
        """Copy a store that another program may have open."""
        back_up(Path(store).absolute(), Path(path).absolute())
        return Path(path).absolute()

    @staticmethod
    def restore(
        backup: str | Path, path: str | Path, steward: str | None = None, *, clock: Callable[[], datetime] = _now
    ) -> RestoreReport:
        """Put a backup copy in the place of a store that nobody has open; that one is kept beside it.

        Who was erased from that store since the copy was made is erased from the copy first, by ``steward``.
        """
        return restore_copy(Path(backup).absolute(), Path(path).absolute(), steward or _user_name(), clock)

    # Behind the door

    def _register(self, kind: ExportKind, path: Path, cins: Collection[Cin], as_of: AsOf | None = None) -> None:
        """Note a file that left the store, and whom it held."""
        with self._context.database.write() as session:
            exports.register_export(
                session,
                ExportEntry(
                    id=0,
                    kind=kind,
                    exported_at=self._context.clock(),
                    exported_by=self.steward,
                    file_name=path.name,
                    last_entry=decisions.next_decision_id(session) - 1 if as_of is None else _upto(session, as_of),
                    customer_count=len(cins),
                ),
                cins,
            )

    def _read(self) -> AbstractContextManager[Session]:
        return self._context.database.read()

    @contextmanager
    def _as_of(self, as_of: AsOf | None, cin: str | None = None) -> Iterator[Session]:
        """A session that sees the store, or one customer, as it was: in a transaction that does not stay."""
        if as_of is None:
            with self._context.database.read() as session:
                yield session
            return
        with self._context.database.trial() as session:
            upto = _upto(session, as_of)
            if cin is None or not look_back.return_to(session, [cin], upto):
                decide.rebuild(self._context, session, upto)
            yield session

    def _members(self, cin: str) -> set[RecordId]:
        with self._read() as session:
            found = crosswalk.members_of(session, [cin])
            if not found:
                current = customers.resolve(session, cin) or [customers.require_active(session, cin)]
                raise DecisionError(f"CIN {cin} is retired; it is {', '.join(current)} now.", code="retired_cin")
        return next(iter(found.values()))

    def _reopen_deferred(self) -> None:
        """Clusters put off until today come back."""
        with self._read() as session:
            ids = candidates.queue(session, sort="age", states=(ClusterState.DEFERRED,))
        if ids:
            with self._context.database.write() as session:
                groups = candidates.members_by_cluster(session, ids)
                decide.refresh_clusters(self._context, session, [r for group in groups.values() for r in group])


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "steward"


def _upto(session: Session, as_of: AsOf) -> DecisionId:
    """The last log entry at that time."""
    if isinstance(as_of, str | date):
        return decisions.last_before(session, _moment(as_of))
    if type(as_of) is not int or abs(as_of) > _LAST_NUMBER:
        raise _no_date(as_of)
    return DecisionId(as_of)


def _no_date(as_of: object) -> StewardError:
    return StewardError(f'"{as_of}" is no date; write it as 2026-05-31.', code="no_date")


def _moment(as_of: date | datetime | str) -> datetime:
    """The end of a day, or the moment itself, in UTC."""
    try:
        found = datetime.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    except ValueError as err:
        raise _no_date(as_of) from err
    is_day = not isinstance(found, datetime) or (isinstance(as_of, str) and len(as_of.strip()) == 10)
    if is_day:
        return datetime(found.year, found.month, found.day, 23, 59, 59, 999999, tzinfo=UTC)
    assert isinstance(found, datetime)
    return found.replace(tzinfo=found.tzinfo or UTC)
