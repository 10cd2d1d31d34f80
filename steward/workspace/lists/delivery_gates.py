"""What makes a delivery doubtful as a whole, found before it is loaded; nothing is forbidden, everything is said."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.exchange.header_drift import Drift

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from steward.domain.records import Delivery
    from steward.exchange.header_drift import HeaderDrift


class GateKind(StrEnum):
    """What is doubtful; the arguments stand behind each."""

    SAME_FILE = "same_file"  # day it was loaded
    SAME_FILE_OLDER = "same_file_older"  # day it was loaded, before the last one
    OLDER_FILE = "older_file"  # day of this file, day of the last one
    ROWS_FELL = "rows_fell"  # rows before, rows now, percent lost
    COLUMN_VANISHED = "column_vanished"  # header, what it was mapped to
    KEY_CHANGED = "key_changed"  # a key before, a key now
    NO_KEY = "no_key"
    PARTIAL = "partial"  # records in this file, records known
    MISSING = "missing"  # records of earlier deliveries that are not in this one
    RENAMED = "renamed"  # rows recognized under another key
    RENAMED_AND_EDITED = "renamed_and_edited"  # rows recognized under another key though a few cells differ


@dataclass(frozen=True, slots=True)
class Gate:
    """One doubt about a delivery."""

    kind: GateKind
    arguments: tuple[str, ...] = ()


class DeliveryExtent(StrEnum):
    """Whether a list is all that its source has."""

    FULL = "full"
    PARTIAL = "partial"
    FIRST = "first"


_SENTENCES: dict[GateKind, str] = {
    GateKind.SAME_FILE: "The same file was loaded on {}; its rows are the same as then.",
    GateKind.SAME_FILE_OLDER: "The same file was loaded on {} and another one after it, so it is older than the last "
    "one; check that it is the right one.",
    GateKind.OLDER_FILE: "The file is of {}, older than the last one, which is of {}; check that it is the right one.",
    GateKind.ROWS_FELL: "The list has {1} rows where the last one had {0} ({2} % fewer); check that it is whole.",
    GateKind.COLUMN_VANISHED: 'The column "{}", which was mapped to {}, is not in the list any more.',
    GateKind.KEY_CHANGED: "The keys changed their shape (from {0} to {1}), so every row would be new; check the key.",
    GateKind.NO_KEY: "No key column was found; rows are recognized by their content.",
    GateKind.PARTIAL: "The list holds {0} of the {1} records that are known, so it looks like a part of the whole.",
    GateKind.MISSING: "{} records of earlier deliveries are not in this one; they are kept.",
    GateKind.RENAMED: "{} records came under another key with the very same cells; they stay the records they were.",
    GateKind.RENAMED_AND_EDITED: "{} records came under another key and with a few other cells; they stay the records "
    "they were, since nothing else in the list is like them.",
}
_SENTENCES_OF_ONE: dict[GateKind, str] = {
    GateKind.MISSING: "One record of earlier deliveries is not in this one; it is kept.",
    GateKind.RENAMED: "One record came under another key with the very same cells; it stays the record it was.",
    GateKind.RENAMED_AND_EDITED: "One record came under another key and with a few other cells; it stays the record "
    "it was, since nothing else in the list is like it.",
}
_FELL_TO = 0.6
_FEW_ROWS = 10
#: From this share of the known records on a list is whole; below it a part, such as "the new ones of this week".
FULL_FROM = 0.5
_KEYS_LOOKED_AT = 2000


def gate_sentence(gate: Gate) -> str:
    """The doubt in words."""
    sentences = _SENTENCES_OF_ONE if gate.kind in _SENTENCES_OF_ONE and gate.arguments == ("1",) else _SENTENCES
    return sentences[gate.kind].format(*gate.arguments)


def _rows_gate(rows: int, earlier: Sequence[Delivery]) -> Iterable[Gate]:
    """A list much shorter than the last one that was loaded and is still in force."""
    last = next((delivery for delivery in earlier if not delivery.is_reversed and not delivery.is_mended), None)
    if last is not None and last.rows_read >= _FEW_ROWS and rows < _FELL_TO * last.rows_read:
        lost = round(100 * (1 - rows / last.rows_read))
        yield Gate(GateKind.ROWS_FELL, (str(last.rows_read), str(rows), str(lost)))


def _column_gates(drifts: Sequence[Sequence[HeaderDrift]]) -> Iterable[Gate]:
    """Mapped columns that are gone from every sheet."""
    for drift in drifts[0] if drifts else ():
        is_gone = drift.drift is Drift.GONE and all(drift in others for others in drifts)
        if is_gone and drift.target:
            yield Gate(GateKind.COLUMN_VANISHED, (drift.before, drift.target))


def _key_gate(keys: Collection[str], known: Collection[str]) -> Iterable[Gate]:
    """Keys of another make, none of which is known: a zero lost, a prefix added, another column."""
    if not keys or len(known) < _FEW_ROWS or any(key in known for key in keys):
        return
    before, now = _commonest(known), _commonest(keys)
    if before[0] != now[0]:
        yield Gate(GateKind.KEY_CHANGED, (before[1], now[1]))


def extent_of(keys: Collection[str], known: Collection[str]) -> DeliveryExtent:
    """Full or partial, guessed from how many of the known records the list holds."""
    if not known:
        return DeliveryExtent.FIRST
    held = sum(map(known.__contains__, keys))
    return DeliveryExtent.PARTIAL if held < FULL_FROM * len(known) else DeliveryExtent.FULL


def is_full(mode: str, keys: Collection[str], known: Collection[str]) -> bool:
    """Whether the list is all that its source has: as the steward says, else as it looks."""
    return mode == "full" or (mode == "auto" and extent_of(keys, known) is not DeliveryExtent.PARTIAL)


def gates_of(
    rows: int,
    keys: Collection[str],
    known: Collection[str],
    earlier: Sequence[Delivery],
    drifts: Sequence[Sequence[HeaderDrift]],
    *,
    is_keyed: bool,
) -> tuple[Gate, ...]:
    """All doubts about the content of a delivery; ``drifts`` are those of each of its sheets."""
    gates = [] if is_keyed else [Gate(GateKind.NO_KEY)]
    gates += [*_rows_gate(rows, earlier), *_column_gates(drifts)]
    if is_keyed:
        gates += list(_key_gate(keys, known)) or list(_extent_gate(keys, known))
    return tuple(gates)


def file_gates(same: datetime | None, file_time: str, last_time: str, *, is_last: bool) -> tuple[Gate, ...]:
    """Doubts about the file itself: ``same`` is when it was loaded before, the times are ISO texts, "" unknown.

    ``is_last`` says that no other file was loaded since; whatever its time, it's older than one that came after it.
    """
    if same is not None:
        kind = GateKind.SAME_FILE if is_last else GateKind.SAME_FILE_OLDER
        return (Gate(kind, (f"{same:%Y-%m-%d}",)),)
    if last_time and file_time < last_time:
        return (Gate(GateKind.OLDER_FILE, (file_time[:10], last_time[:10])),)
    return ()


def _extent_gate(keys: Collection[str], known: Collection[str]) -> Iterable[Gate]:
    """A list that looks like a part of the whole."""
    if len(known) >= _FEW_ROWS and extent_of(keys, known) is DeliveryExtent.PARTIAL:
        yield Gate(GateKind.PARTIAL, (str(sum(key in known for key in keys)), str(len(known))))


def _commonest(keys: Collection[str]) -> tuple[str, str]:
    """The commonest make of key and one key of it."""
    looked_at = [key for key, _ in zip(sorted(keys), range(_KEYS_LOOKED_AT), strict=False)]
    makes = Counter(map(_make, looked_at))
    make = min(makes, key=lambda found: (-makes[found], found))
    return make, next(key for key in looked_at if _make(key) == make)


def _make(key: str) -> str:
    """What a key is made of: its letters and signs, and where it begins with a zero."""
    return ("0" if key.startswith("0") else "") + re.sub(r"\d+", "9", key)
