"""Names for the columns of a table: none without one, no two alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.exchange.tables import NoteKind, TableNote

if TYPE_CHECKING:
    from collections.abc import Sequence


def unique_names(names: Sequence[str], columns: Sequence[int]) -> tuple[tuple[str, ...], list[TableNote]]:
    """Every column has a name of its own; what had to be made up or changed is noted."""
    unique: list[str] = []
    taken = {name for name in names if name}
    made_up, renamed = [], []
    for name, column in zip(names, columns, strict=True):
        new = name or f"Column {column + 1}"
        number = 2
        while new in unique or (new != name and new in taken):
            new = f"{name or f'Column {column + 1}'} ({number})"
            number += 1
        if not name:
            made_up.append(new)
        elif new != name:
            renamed.append(new)
        unique.append(new)
    notes = []
    if made_up:
        notes.append(TableNote(NoteKind.BLANK_HEADER_NAMED, tuple(made_up)))
    if renamed:
        notes.append(TableNote(NoteKind.DUPLICATE_HEADER_RENAMED, tuple(renamed)))
    return tuple(unique), notes
