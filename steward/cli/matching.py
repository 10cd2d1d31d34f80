"""Matching, and what decisions teach it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from steward.cli.output import counted, new_progress, print_json
from steward.domain.errors import StewardError
from steward.workspace import Workspace

if TYPE_CHECKING:
    import argparse

    from steward.cli.command import AddCommand
    from steward.workspace.match_runs.run_views import LearningProposal

_NOTHING_YET = "No decision teaches the matching anything yet."
#: How many changes of weights a proposal lists.
_SHOWN_WEIGHTS = 10


def add_commands(command: AddCommand) -> None:
    """Add match, learn."""
    match = command("match", _match, "Find the records that may be one customer.")
    match.add_argument("store", metavar="STORE")
    match.add_argument("--full", action="store_true", help="compare everything, also where little has changed")
    learn = command("learn", _learn, "What decisions would teach the matching; changes nothing without --apply.")
    learn.add_argument("store", metavar="STORE")
    choice = learn.add_mutually_exclusive_group()
    choice.add_argument("--apply", action="store_true", help="match with what was learnt, from now on")
    choice.add_argument("--forget", action="store_true", help="match anew with weights that no decision shaped")


def _match(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        report = workspace.match(new_progress(), full=options.full)
    if options.json:
        print_json(**asdict(report))
        return 0
    strengths = ", ".join(f"{count} {strength.replace('_', ' ')}" for strength, count in report.by_strength.items())
    print(
        f"{counted(report.records, 'record')}, {counted(report.pairs, 'pair')}, "
        f"{counted(report.clusters, 'cluster')}; {report.open_clusters} to decide ({strengths})."
    )
    if report.kind == "incremental":
        print(
            f"Only what changed was looked at: {counted(report.fresh_records, 'new or changed record')}, "
            f"{report.touched_records} with those they hang together with."
        )
    for warning in report.warnings:
        print(f"  {warning}")
    return 0


def _learn(options: argparse.Namespace) -> int:
    with Workspace.open(options.store) as workspace:
        proposal = None if options.forget else _propose(workspace, is_needed=options.apply)
        report = None
        if options.forget:
            report = workspace.forget_learning(new_progress())
        elif options.apply and proposal is not None:
            report = workspace.apply_learning(proposal, new_progress())
    if options.json:
        content = asdict(proposal) if proposal else {}
        content.pop("model", None)
        match_content = asdict(report) if report else None
        warnings = [] if proposal or options.forget else [_NOTHING_YET]
        print_json(proposal=content or None, match=match_content, seconds={}, warnings=warnings)
        return 0
    if proposal is None and not options.forget:
        print(_NOTHING_YET)
    if proposal is not None:
        print(
            f"From {counted(proposal.decision_count, 'decision')}: "
            f"{counted(len(proposal.formed), 'cluster')} would come, "
            f"{len(proposal.dissolved)} would go; the evidence contradicts {len(proposal.contradicted_before)} of the "
            f"decisions now and would contradict {len(proposal.contradicted_after)}."
        )
        for change in proposal.weights[:_SHOWN_WEIGHTS]:
            print(f"  {' + '.join(change.attributes)}, {change.outcome.replace('_', ' ')}: {change.bits:+.1f} bits")
    if report is not None:
        how = "no decision shapes the weights any more" if options.forget else "applied"
        print(f"Matched: {how}; {counted(report.open_clusters, 'cluster')} to decide.")
    return 0


def _propose(workspace: Workspace, *, is_needed: bool) -> LearningProposal | None:
    """What decisions teach; without any None, unless it is to be applied."""
    try:
        return workspace.propose_learning(new_progress())
    except StewardError as err:
        if is_needed or err.code != "nothing_to_learn":
            raise
        return None
