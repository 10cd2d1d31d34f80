"""What is noted beside the model of a match run: how it was made and what it compared."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steward.matching.runs.engine import MatchResult


class RunKind(StrEnum):
    """How a run came to its suggestions.

    FULL compared everything and learnt its weights; INCREMENTAL looked only at what changed, with the model of the
    run before; LEARNT compared everything with a model that decisions changed.
    """

    FULL = "full"
    INCREMENTAL = "incremental"
    LEARNT = "learnt"


@dataclass(frozen=True, slots=True)
class RunNotes:
    """``changed``: records that came or changed since everything was compared last;
    ``learnt_until``: the log entry up to which decisions shaped the weights, 0 when none did;
    ``base_run``: the run whose weights they shaped, 0 for its own."""

    kind: RunKind
    changed: int = 0
    learnt_until: int = 0
    base_run: int = 0
    passes: tuple[tuple[str, int, int], ...] = ()
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, kind: RunKind, result: MatchResult, *, changed: int = 0, learnt_until: int = 0, base_run: int = 0
    ) -> RunNotes:
        """The notes about a result."""
        passes = tuple((p.name, p.pairs, p.largest_block) for p in result.passes)
        return cls(kind, changed, learnt_until, base_run, passes, result.warnings)

    @classmethod
    def from_json(cls, text: str) -> RunNotes:
        """The notes of a stored run; runs of older programs compared everything."""
        stored = json.loads(text)
        return cls(
            RunKind(stored.get("kind", RunKind.FULL)),
            stored.get("changed", 0),
            stored.get("learnt_until", 0),
            stored.get("base_run", 0),
            tuple((name, pairs, largest) for name, pairs, largest in stored.get("passes", ())),
            tuple(stored.get("warnings", ())),
        )

    def to_json(self) -> str:
        """The notes as they are stored."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))
