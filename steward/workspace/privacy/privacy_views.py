"""What is known and done about a person's rights, as people look at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.domain.decisions import DecisionId
    from steward.domain.identity import Cin
    from steward.domain.privacy import ExportEntry


@dataclass(frozen=True, slots=True)
class SharedIdentifier:
    """Another customer who holds one of a person's identifiers: perhaps the same person, who would stay."""

    cin: Cin
    title: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """All that goes when a person is erased.

    ``records``: (source, source key). ``decisions``: log entries that lose what they say of the person. ``exports``
    held the person, and ``backups`` lie beside the store and still do: both are for the steward to see to.
    """

    cin: Cin
    title: str
    records: tuple[tuple[str, str], ...]
    versions: int
    values: int
    decisions: tuple[DecisionId, ...]
    comments: int
    shared: tuple[SharedIdentifier, ...]
    exports: tuple[ExportEntry, ...]
    backups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EraseReport:
    """What an erasure did. ``is_rewritten``: the file holds no trace; else the next opening of the store sees to it.

    ``recognized_by``: how many identifiers will hold the person's rows back when a list delivers them again.
    """

    cin: Cin
    decision_id: DecisionId
    records: int
    versions: int
    decisions: int
    quarantined: int
    recognized_by: int
    exports: tuple[ExportEntry, ...]
    backups: tuple[str, ...]
    is_rewritten: bool


@dataclass(frozen=True, slots=True)
class AccessPackReport:
    """What an access pack holds."""

    path: str
    cin: Cin
    records: int
    versions: int
    decisions: int
    exports: int
