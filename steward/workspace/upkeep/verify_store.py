"""Is the store sound: the log whole, every record with one customer, derived tables as a rebuild would make them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from steward.domain.identity import format_cin, is_valid_cin
from steward.storage.customers import crosswalk, golden
from steward.storage.database import file_problems
from steward.storage.lists import source_records
from steward.storage.log import log_figures
from steward.workspace.decisions.decide import rebuild

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from steward.workspace.context import StoreContext


def fingerprint(session: Session) -> str:
    """A hash over who belongs to whom and every golden value with its origin."""
    digest = hashlib.sha256()
    for cin, record_id in crosswalk.iter_crosswalk(session):
        digest.update(f"{cin}\t{record_id}\n".encode())
    for cin, value in golden.iter_golden(session):
        parts = (
            cin,
            value.attribute,
            value.position,
            value.value,
            value.record_id,
            value.rule,
            value.support,
            value.runner_up,
            value.decision_id,
            value.is_locked,
            value.is_trusted,
        )
        digest.update("\t".join(str(part) for part in parts).encode() + b"\n")
    return digest.hexdigest()


def find_problems(context: StoreContext, session: Session) -> list[str]:
    """Problems as sentences. The session is used up: derived tables are rebuilt in it; the caller rolls it back."""
    damage = file_problems(session)
    if damage:
        # What a damaged file says about decisions can't be believed.
        return [f"The file is damaged: {words}; restore a backup copy." for words in damage]
    problems = [
        f"Log entry #{decision_id} does not fit the chain; the log was changed from outside."
        for decision_id in log_figures.broken_links(session)
    ]
    active = {record.id for record in source_records.iter_records(session)}
    placed: dict[int, str] = {}
    for cin, record_id in crosswalk.iter_crosswalk(session):
        if record_id in placed:
            both = f"CIN {format_cin(placed[record_id])} and CIN {format_cin(cin)}"
            problems.append(f"Record {record_id} belongs to two customers, {both}.")
        placed[record_id] = cin
        if not is_valid_cin(cin):
            problems.append(f"CIN {format_cin(cin)} has a wrong check digit.")
    problems += [f"Record {record_id} belongs to no customer." for record_id in sorted(active - placed.keys())]
    problems += [
        f"Record {record_id} is not active but has a customer." for record_id in sorted(placed.keys() - active)
    ]
    in_use = set(golden.active_cins(session))
    problems += [f"CIN {format_cin(cin)} is in use without a record." for cin in sorted(in_use - set(placed.values()))]
    before = fingerprint(session)
    rebuild(context, session)
    if fingerprint(session) != before:
        problems.append("Golden records differ from what sources and decisions give; run steward rebuild.")
    return problems
