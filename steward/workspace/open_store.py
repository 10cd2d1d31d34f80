"""An open store: what can be read of it as a whole, and its care."""

from __future__ import annotations

import getpass
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from steward.domain.clusters import ClusterState
from steward.domain.errors import ExportError, StoreError
from steward.domain.identity import format_cin
from steward.domain.privacy import ExportEntry, ExportKind
from steward.domain.progress import NO_PROGRESS
from steward.exchange.readers.file_kind import READABLE_SUFFIXES
from steward.storage import store_settings
from steward.storage.backups import back_up, newest_backup
from steward.storage.customers import crosswalk, exports, golden
from steward.storage.database import Database, create_database, open_database
from steward.storage.log import decisions, log_figures
from steward.storage.matches import candidates, cluster_queue
from steward.storage.privacy import privacy_acts
from steward.storage.store_settings import Due
from steward.workspace.context import StoreContext
from steward.workspace.customers import customer_search
from steward.workspace.customers.build_golden import renew_golden
from steward.workspace.customers.export_master import export_master
from steward.workspace.decisions import decide, look_back
from steward.workspace.decisions.earlier_times import entry_at
from steward.workspace.privacy.erase_person import finish_erasure
from steward.workspace.upkeep import status
from steward.workspace.upkeep.restore_copy import restore_copy
from steward.workspace.upkeep.verify_store import find_problems, fingerprint
from steward.workspace.upkeep.written_files import refuse_loaded_list

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy.orm import Session

    from steward.domain.decisions import ActKind
    from steward.domain.identity import Cin
    from steward.domain.progress import Progress
    from steward.workspace.decisions.earlier_times import AsOf
    from steward.workspace.match_runs.run_views import ExportReport
    from steward.workspace.upkeep.restore_report import RestoreReport
    from steward.workspace.views import StoreSummary


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
        try:
            workspace._reopen_deferred()
            if not is_borrowed:
                workspace._catch_up()
                # An erasure that was stopped before the file was written anew.
                finish_erasure(workspace._context)
        except BaseException:
            # A damaged store is found out here at the earliest; it must be free for the copy that replaces it.
            workspace.close()
            raise
        return workspace

    def _catch_up(self) -> None:
        """Compute anew what an earlier version of the program computed otherwise."""
        with self._read() as session:
            is_identity_due = store_settings.is_due(session, Due.IDENTITY)
            is_golden_due = store_settings.is_due(session, Due.GOLDEN)
        if is_identity_due or is_golden_due:
            with self._context.database.write() as session:
                if is_identity_due:
                    decide.rebuild(self._context, session)
                    store_settings.note_done(session, Due.IDENTITY)
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

    # The store

    def summary(self) -> StoreSummary:
        """The counts of the store."""
        with self._read() as session:
            return status.summarize(self._context, session)

    def decision_counts(self) -> dict[ActKind, int]:
        """Log entries by kind."""
        with self._read() as session:
            return log_figures.count_by_kind(session)

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
            only = [customer_search.require_active(session, cin)] if cin is not None else None
            if only is not None:
                if hidden.intersection(only):
                    raise ExportError(
                        f"CIN {format_cin(only[0])} is restricted and not exported; lift the restriction first.",
                        code="restricted_cin",
                    )
                # Of others nothing was asked, so none of them is left out.
                hidden = set()
            report = export_master(session, target, progress or NO_PROGRESS, hidden, only)
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

    def back_up(self, path: str | Path, progress: Progress | None = None) -> Path:
        """Copy the whole store as it is now into one file, while it stays open; returns the copy's place."""
        target = Path(path).absolute()
        back_up(self.path, target, progress or NO_PROGRESS)
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

    @staticmethod
    def newest_backup(path: str | Path) -> tuple[Path, datetime] | None:
        """The newest backup copy that lies beside a store, opened or not, with its time; None when there is none."""
        return newest_backup(Path(path).absolute())

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
                    last_entry=decisions.next_decision_id(session) - 1 if as_of is None else entry_at(session, as_of),
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
            upto = entry_at(session, as_of)
            if cin is None or not look_back.return_to(session, [cin], upto):
                decide.rebuild(self._context, session, upto)
            yield session

    def _reopen_deferred(self) -> None:
        """Clusters put off until today come back."""
        with self._read() as session:
            ids = cluster_queue.queue(session, sort="age", states=(ClusterState.DEFERRED,))
        if ids:
            with self._context.database.write() as session:
                groups = candidates.members_by_cluster(session, ids)
                decide.refresh_clusters(self._context, session, [r for group in groups.values() for r in group])


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "steward"
