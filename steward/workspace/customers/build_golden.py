"""Computing golden records of customers from their records and the stewards' values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.golden_record import compute_golden
from steward.domain.identity import cin_number
from steward.domain.privacy import with_withdrawals
from steward.domain.progress import NO_PROGRESS, Progress
from steward.storage import store_settings
from steward.storage.chunks import chunks
from steward.storage.customers import crosswalk, golden
from steward.storage.lists import source_records
from steward.storage.privacy import privacy_acts
from steward.storage.store_settings import Due
from steward.workspace.customers.rules import load_rules
from steward.workspace.customers.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.orm import Session

    from steward.domain.identity import Cin
    from steward.domain.records import SourceRecord
    from steward.domain.survivorship import GoldenValue
    from steward.domain.survivorship_rules import SurvivorshipRules

#: Customers computed together: enough to make queries few, few enough to hold their records.
_PORTION = 1000


def refresh_golden(
    session: Session, cins: Collection[Cin], upto: int | None = None, progress: Progress = NO_PROGRESS
) -> None:
    """Compute the golden records of these customers anew; retired ones lose theirs.

    ``upto``: by the rules that were in force after this log entry.
    """
    rules = load_rules(session, upto)
    for number, portion in enumerate(chunks(sorted(cins, key=cin_number), _PORTION)):
        progress.check()
        progress.report("rules", number * _PORTION, len(cins))
        golden.clear_values(session, portion)
        golden.save_golden(session, compute_customers(session, portion, rules))


def renew_golden(session: Session) -> None:
    """Choose the golden values anew that an earlier version of the program chose otherwise."""
    chosen = crosswalk.overridden_cins(session) | golden.contested_cins(session)
    refresh_golden(session, chosen.intersection(golden.active_cins(session)))
    store_settings.note_done(session, Due.GOLDEN)


def compute_customers(session: Session, cins: Collection[Cin], rules: SurvivorshipRules) -> list[golden.ComputedGolden]:
    """The golden records that these customers have by the given rules; nothing is stored."""
    members = crosswalk.members_of(session, cins)
    everyone = [record_id for found in members.values() for record_id in found]
    records = {record.id: record for record in source_records.iter_records(session, everyone, with_raw=False)}
    overrides = crosswalk.overrides_of(session, cins)
    withdrawn = privacy_acts.withdrawals(session, everyone)
    computed = []
    for cin in cins:
        if cin in members:
            found = [records[record_id] for record_id in sorted(members[cin])]
            values = compute_golden(found, overrides.get(cin), rules)
            refused = {a: d for record in found for a, d in sorted(withdrawn.get(record.id, {}).items())}
            computed.append(_computed(cin, found, with_withdrawals(values, refused)))
    return computed


def _computed(cin: Cin, records: list[SourceRecord], values: tuple[GoldenValue, ...]) -> golden.ComputedGolden:
    return golden.ComputedGolden(
        cin=cin,
        title=title_of(values) or records[0].source_key,
        city=next((value.value for value in values if value.attribute == "city"), ""),
        record_count=len(records),
        source_ids=tuple(sorted({record.source_id for record in records})),
        values=values,
        only=records[0] if len(records) == 1 else None,
    )
