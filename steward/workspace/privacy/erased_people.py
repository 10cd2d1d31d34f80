"""Recognizing erased persons in a delivery: their rows are held back without their data being stored again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from steward.domain.decisions import PrivacyKind
from steward.domain.privacy import IdentityKind, identities
from steward.domain.quarantine import HeldRow, QuarantineReason
from steward.storage.log import decisions
from steward.storage.privacy import identity_marks

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Mapping, Sequence

    from sqlalchemy.orm import Session

    from steward.domain.records import Values
    from steward.workspace.lists.read_list import PreparedTable

#: Under which name the act that lets a row in names it.
FINGERPRINT = "fingerprint"


def source_key_text(source_name: str, source_key: str) -> str:
    """What a row of a list is recognized by in its source."""
    return f"{source_name.casefold()}\n{source_key}"


@dataclass(frozen=True, slots=True)
class ErasedPeople:
    """What erased persons are recognized by; ``released`` rows were let in by a steward.

    ``keys``: of the store, and of stores whose place it took; each made some of the marks.
    """

    keys: tuple[bytes, ...]
    marks: Mapping[str, IdentityKind]
    released: frozenset[str]

    @classmethod
    def of(cls, session: Session) -> ErasedPeople | None:
        """Everybody who was erased from this store; None when nobody was."""
        marks = identity_marks.known_marks(session)
        if not marks:
            return None
        released = {
            decision.act.values[FINGERPRINT]
            for decision in decisions.list_decisions(session, kinds=(PrivacyKind.RELEASE,))
            if decision.is_in_force
        }
        return cls(identity_marks.identity_keys(session), marks, frozenset(released))

    def recognize(self, source_name: str, source_key: str, standard: Values) -> tuple[str, tuple[str, ...]]:
        """(fingerprint of the row, what an erased person is recognized by); the latter empty when it is nobody."""
        row_text = source_key_text(source_name, source_key)
        fingerprint = identity_marks.mark(self.keys[0], IdentityKind.SOURCE_KEY, row_text)
        if fingerprint in self.released:
            return fingerprint, ()
        kinds = {kind.value for kind, text in identities(standard) if self._is_marked(kind, text)}
        if self._is_marked(IdentityKind.SOURCE_KEY, row_text):
            kinds.add(IdentityKind.SOURCE_KEY.value)
        return fingerprint, tuple(sorted(kinds))

    def held_row(self, source_name: str, source_key: str, standard: Values, row: int, sheet: str) -> HeldRow | None:
        """The row to be held back, without its cells; None when it is nobody who was erased."""
        fingerprint, kinds = self.recognize(source_name, source_key, standard)
        if not kinds:
            return None
        return HeldRow(
            row=row,
            sheet=sheet,
            source_key="",
            fingerprint=fingerprint,
            cells={},
            reason=QuarantineReason.ERASED_PERSON,
            arguments=kinds,
        )

    def recognize_held(self, source_name: str, row: HeldRow) -> HeldRow | None:
        """A row that is held back for something else, without its cells; None when it is nobody who was erased."""
        return self.held_row(source_name, row.source_key, _rough_values(row), row.row, row.sheet)

    def _is_marked(self, kind: IdentityKind, text: str) -> bool:
        return any(identity_marks.mark(key, kind, text) in self.marks for key in self.keys)


def hold_back_erased(
    session: Session, source_name: str, tables: Sequence[PreparedTable], known: Container[str]
) -> tuple[list[PreparedTable], list[HeldRow]]:
    """The tables without the rows of erased persons, and those rows, to be noted without their cells.

    Rows of records that the store has (``known`` keys) are those of other customers.
    """
    people = ErasedPeople.of(session)
    if people is None:
        return list(tables), []
    left: list[PreparedTable] = []
    held: list[HeldRow] = []
    for table in tables:
        found = {
            row.row: held_row
            for row in table.rows.chosen(lambda key: key not in known)
            if (held_row := people.held_row(source_name, row.source_key, row.standard, row.row, table.table.sheet))
        }
        found |= {row.row: held_row for row in table.held if (held_row := people.recognize_held(source_name, row))}
        held += found.values()
        left.append(_without(table, found.keys()) if found else table)
    return left, held


def _without(table: PreparedTable, numbers: Collection[int]) -> PreparedTable:
    return replace(
        table,
        rows=table.rows.without(numbers),
        issues=tuple(issue for issue in table.issues if issue.row not in numbers),
        held=tuple(row for row in table.held if row.row not in numbers),
    )


def _rough_values(row: HeldRow) -> Values:
    """What may be an identifier in a row that is held back for something else: it was never standardized."""
    cells = [cell.strip() for cell in row.cells.values()]
    numbers = [re.sub(r"\D", "", cell) for cell in cells]
    return {
        "nik": tuple(number for number in numbers if number),
        "npwp": tuple(number for number in numbers if number),
        "phone": tuple("+62" + re.sub(r"^(62|0)", "", number) for number in numbers if number),
        "email": tuple(cell.casefold() for cell in cells if "@" in cell),
    }
