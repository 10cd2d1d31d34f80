"""A match run: which records may be one customer. It replaces suggestions; decisions stay and are honoured."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from steward.domain.records import RecordId
from steward.matching.runs.engine import MatchResult, match
from steward.workspace.match_runs.match_changed import match_part, plan_part
from steward.workspace.match_runs.match_input import MatchInput
from steward.workspace.match_runs.run_notes import RunKind, RunNotes
from steward.workspace.match_runs.store_matches import match_with, store_result
from steward.workspace.match_runs.teaching import MOST_UNANSWERED, teach

if TYPE_CHECKING:
    from steward.domain.progress import Progress
    from steward.matching.weights.model import MatchModel
    from steward.workspace.context import StoreContext
    from steward.workspace.match_runs.match_input import WholeInput
    from steward.workspace.match_runs.run_views import MatchReport


def find_matches(context: StoreContext, progress: Progress, *, is_full: bool = False) -> MatchReport:
    """Put what may be one customer into the queue.

    Where little has changed since the run before, only that is looked at, with the same weights; untouched clusters
    stay as they are. ``is_full``: compare everything and learn the weights again. Where stewards had the store learn
    from decisions, and did not reverse that, their decisions shape the new weights, too.
    """
    started = time.perf_counter()
    progress.report("read", 0, 1)
    if not is_full:
        with context.database.read() as session:
            part = plan_part(session, progress)
            read_at = time.perf_counter()
            found = match_part(session, part, progress) if part is not None else None
        if part is not None and found is not None:
            matched_at = time.perf_counter()
            notes = replace(part.notes, passes=RunNotes.of(RunKind.INCREMENTAL, found[1]).passes)
            report = store_result(context, *found, notes, matched_at - started, progress)
            return _timed(report, started, read_at, matched_at)
    found_all = _match_everything(context, progress)
    matched_at = time.perf_counter()
    report = store_result(
        context,
        found_all.whole,
        found_all.result,
        found_all.notes,
        matched_at - started,
        progress,
        base=found_all.base,
    )
    return _timed(report, started, found_all.read_at, matched_at)


@dataclass(frozen=True, slots=True)
class _Everything:
    """What comparing everything gave. ``base``: the model that decisions shaped; what was compared is given up."""

    whole: WholeInput
    result: MatchResult
    notes: RunNotes
    base: MatchModel | None
    read_at: float


def _match_everything(context: StoreContext, progress: Progress) -> _Everything:
    with context.database.read() as session:
        given = MatchInput.read(session, progress)
    progress.check()
    read_at = time.perf_counter()
    compared, constraints = given.compared, given.constraints()
    # To match with what was learnt the columns are needed once more.
    columns = compared.columns() if given.is_learning else compared.given_up()
    result = match(columns, constraints=constraints, progress=progress, with_keys=True)
    if not given.is_learning:
        return _Everything(given.whole, result, RunNotes.of(RunKind.FULL, result), None, read_at)
    taught = match_with(_taught_model(context, given, result), given, progress)
    notes = RunNotes.of(RunKind.LEARNT, taught, learnt_until=given.whole.last_act)
    return _Everything(given.whole, replace(taught, keys=result.keys), notes, result.model, read_at)


def _timed(report: MatchReport, started: float, read_at: float, matched_at: float) -> MatchReport:
    seconds = {"read": read_at - started, "match": matched_at - read_at, "store": time.perf_counter() - matched_at}
    return replace(report, seconds=seconds)


def _taught_model(context: StoreContext, given: MatchInput, result: MatchResult) -> MatchModel:
    """The result's model, shaped by the decisions in force."""
    step = len(result.left) // MOST_UNANSWERED + 1
    left, right = (given.ids[rows[::step]].tolist() for rows in (result.left, result.right))
    pairs = [(RecordId(a), RecordId(b)) for a, b in zip(left, right, strict=True)]
    with context.database.read() as session:
        return teach(session, given, result.model, pairs).model
