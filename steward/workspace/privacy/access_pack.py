"""The access pack: all that the store knows of one person, to be handed to that person. Others are masked in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import attribute_title
from steward.domain.decisions import ActKind, DecisionKind, DeskKind, PrivacyKind, Relation
from steward.domain.errors import ExportError
from steward.domain.identity import format_cin
from steward.domain.privacy import ExportKind
from steward.exchange.writers import ColumnKind, Sheet, SheetColumn, write_workbook
from steward.storage.customers import cin_history, crosswalk, exports, golden, told_apart
from steward.storage.lists import record_contents, source_records
from steward.storage.log import decisions
from steward.workspace.customers.customer_search import ordered_values
from steward.workspace.privacy.customer_rights import rights_of
from steward.workspace.privacy.privacy_views import AccessPackReport

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

    from steward.domain.decisions import Decision
    from steward.domain.identity import Cin
    from steward.domain.privacy import ExportEntry
    from steward.domain.records import RecordId
    from steward.storage.lists.record_contents import RecordContent
    from steward.workspace.context import StoreContext

MASK = "•••"
_ANOTHER = "another person (masked)"
#: Shorter texts of others stand in too many words to be masked.
_SHORTEST_MASKED = 4
_ACTS: dict[ActKind, str] = {
    DecisionKind.MERGE: "Records joined into one customer",
    DecisionKind.NOT_SAME: "Told apart from other records",
    DecisionKind.RELATED: "Noted as related",
    DecisionKind.SPLIT: "Customer taken apart",
    DecisionKind.ARRANGE: "Records arranged into customers",
    DecisionKind.TAKE_OUT: "Record taken out of a customer",
    DecisionKind.OVERRIDE: "Value set",
    DecisionKind.LOCK: "Value locked",
    DecisionKind.UNLOCK: "Value unlocked",
    DecisionKind.DEFER: "Question put off",
    DeskKind.COMMENT: "Comment",
    DeskKind.ASSIGN: "Question assigned to a steward",
    DeskKind.SAMPLE: "Drawn into a sample for quality control",
    DeskKind.REVEAL: "Masked identity numbers looked at",
    PrivacyKind.RESTRICT: "Processing restricted",
    PrivacyKind.WITHDRAW: "Consent withdrawn",
}
_RELATIONS = {
    Relation.HOUSEHOLD: "Household",
    Relation.SPOUSE: "Spouse",
    Relation.PARENT_CHILD: "Parent or child",
    Relation.BRANCH: "Branch or head office",
    Relation.OTHER: "Other",
}
_EXPORTS = {ExportKind.MASTER: "Unified master", ExportKind.ACCESS_PACK: "Access pack"}


def write_access_pack(context: StoreContext, session: Session, cin: Cin, path: Path) -> AccessPackReport:
    """Write the pack of a customer in use as .xlsx or .pdf. Raises ExportError when it can't be written."""
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".pdf"):
        raise ExportError(
            f"{path.name} has no ending that says what to write; use .xlsx or .pdf.", code="unknown_pack_format"
        )
    members = sorted(crosswalk.members_of(session, [cin])[cin])
    contents = list(record_contents.contents_of(session, members))
    named = decisions.decisions_on(session, members)
    held_by = exports.exports_of(session, members)
    created = context.clock()
    sheets = [
        _summary(context, session, cin, contents, f"{created:%Y-%m-%d %H:%M} UTC"),
        _golden(session, cin, contents),
        _source_rows(contents),
        _decisions(session, members, named),
        _related(session, members),
        _exports(held_by),
    ]
    if suffix == ".pdf":
        # Half a second of libraries that nothing else needs.
        from steward.exchange.writers.pdf import write_pdf

        write_pdf(path, sheets, title=f"Personal data of CIN {format_cin(cin)}", created=created)
    else:
        write_workbook(path, sheets, created=created)
    return AccessPackReport(str(path), cin, len(members), len(contents), len(named), len(held_by))


def _summary(
    context: StoreContext, session: Session, cin: Cin, contents: Sequence[RecordContent], created: str
) -> Sheet:
    rights = rights_of(session, cin)
    title, city, count = golden.titles(session, [cin])[cin]
    rows = [
        ["Customer number (CIN)", format_cin(cin)],
        ["Name", title],
        ["City", city],
        ["Records", str(count)],
        ["Lists that hold them", ", ".join(sorted({content.source_name for content in contents}))],
        ["Earlier customer numbers", ", ".join(format_cin(c) for c in cin_history.took_over(session, cin))],
        ["Processing restricted", "yes" if rights.is_restricted else "no"],
        ["Consent withdrawn for", ", ".join(channel.value for channel in rights.withdrawn) or "nothing"],
        ["Written", created],
        ["Written by", context.steward],
    ]
    return Sheet("Summary", (SheetColumn("What", width=28), SheetColumn("Value", width=60)), rows)


def _golden(session: Session, cin: Cin, contents: Sequence[RecordContent]) -> Sheet:
    """The golden record with the origin of every value."""
    origin = {content.record_id: content for content in contents}
    rows = []
    for value in ordered_values(golden.golden_values(session, cin)):
        source = origin.get(value.record_id) if value.record_id is not None else None
        rows.append(
            [
                attribute_title(value.attribute),
                value.value,
                source.source_name if source else "a steward",
                source.source_key if source else "",
                value.rule.value.replace("_", " ") + (", locked" if value.is_locked else ""),
                value.runner_up,
            ]
        )
    columns = (
        SheetColumn("Attribute", width=20),
        SheetColumn("Value", width=40),
        SheetColumn("From", width=20),
        SheetColumn("Key there", width=16),
        SheetColumn("Chosen as", width=20),
        SheetColumn("Best other value", width=30),
    )
    return Sheet("Golden record", columns, rows)


def _source_rows(contents: Sequence[RecordContent]) -> Sheet:
    """Every cell as it was delivered, of every version."""
    rows = [
        [
            content.source_name,
            content.source_key,
            str(content.version),
            content.delivered_on,
            content.file_name,
            header,
            cell,
        ]
        for content in contents
        for header, cell in content.raw.items()
    ]
    columns = (
        SheetColumn("List", width=20),
        SheetColumn("Key", width=16),
        SheetColumn("Version", ColumnKind.INTEGER, 8),
        SheetColumn("Delivered on", ColumnKind.DATE, 13),
        SheetColumn("File", width=26),
        SheetColumn("Column", width=22),
        SheetColumn("As delivered", width=44),
    )
    return Sheet("Source rows", columns, rows)


def _decisions(session: Session, members: Sequence[RecordId], named: Sequence[Decision]) -> Sheet:
    """What stewards decided about the person. Stewards are named, other people are not."""
    own = source_records.keys_by_id(session, members)
    rows = []
    for decision in named:
        everyone = {record_id for group in decision.act.groups for record_id in group}
        mine = [f"{source} {key}" for source, key in (own[r] for r in sorted(everyone & own.keys()))]
        others = everyone - own.keys()
        masked = _Masked(session, others)
        values = "; ".join(
            f"{attribute_title(name)}: {masked(value)}" for name, value in decision.act.values.items() if value
        )
        rows.append(
            [
                str(decision.id),
                decision.decided_at.date().isoformat(),
                decision.decided_by,
                _ACTS.get(decision.act.kind, decision.act.kind.value.replace("_", " ")),
                ", ".join(mine),
                _masked_count(len(others)),
                values,
                masked(decision.reason),
                "yes" if decision.is_in_force else f"reversed by {decision.reversed_by}",
            ]
        )
    columns = (
        SheetColumn("No.", ColumnKind.INTEGER, 7),
        SheetColumn("On", ColumnKind.DATE, 13),
        SheetColumn("By", width=16),
        SheetColumn("What", width=32),
        SheetColumn("About the records", width=30),
        SheetColumn("And", width=28),
        SheetColumn("Values", width=36),
        SheetColumn("Reason", width=36),
        SheetColumn("In force", width=16),
    )
    return Sheet("Decisions", columns, rows)


def _masked_count(count: int) -> str:
    if not count:
        return ""
    return "a record of another person (masked)" if count == 1 else f"{count} records of others (masked)"


class _Masked:
    """Takes what identifies other people out of a text."""

    def __init__(self, session: Session, others: set[RecordId]) -> None:
        words = {
            word
            for content in (record_contents.contents_of(session, others) if others else ())
            for word in content.texts()
            if len(word) >= _SHORTEST_MASKED
        }
        words |= {part for word in words for part in word.split() if len(part) >= _SHORTEST_MASKED and part.isalpha()}
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if words else None

    def __call__(self, text: str) -> str:
        return self._pattern.sub(MASK, text) if self._pattern else text


def _related(session: Session, members: Sequence[RecordId]) -> Sheet:
    rows = [
        [_RELATIONS[relation], _ANOTHER, str(decision_id)]
        for _, relation, decision_id in told_apart.ties_of(session, members)
    ]
    columns = (
        SheetColumn("Relation", width=24),
        SheetColumn("To", width=30),
        SheetColumn("Decision", ColumnKind.INTEGER, 10),
    )
    return Sheet("Related people", columns, rows)


def _exports(held_by: Sequence[ExportEntry]) -> Sheet:
    rows = [
        [
            str(entry.id),
            entry.exported_at.date().isoformat(),
            entry.exported_by,
            _EXPORTS[entry.kind],
            entry.file_name,
            str(entry.customer_count),
        ]
        for entry in held_by
    ]
    columns = (
        SheetColumn("No.", ColumnKind.INTEGER, 7),
        SheetColumn("On", ColumnKind.DATE, 13),
        SheetColumn("By", width=16),
        SheetColumn("What", width=20),
        SheetColumn("File", width=36),
        SheetColumn("Customers in it", ColumnKind.INTEGER, 16),
    )
    return Sheet("Exports", columns, rows)
