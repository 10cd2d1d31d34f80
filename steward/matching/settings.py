"""The few settings of the matching engine. The defaults need no tuning."""

from __future__ import annotations

from dataclasses import dataclass, field

from steward.domain.side_by_side import thread_count

#: What comparing one pair takes in passing, all features together.
_BYTES_PER_PAIR = 1_500
_FEWEST_AT_ONCE = 5_000
#: A candidate is one number, held twice while of all that passes found each is kept once.
_BYTES_PER_CANDIDATE = 16
#: What a record takes while one blocking pass sorts its keys.
_BYTES_PER_KEYED_RECORD = 200


@dataclass(frozen=True, slots=True)
class MatchSettings:
    """``threshold_probability``: average evidence from which two groups of records are one cluster: more likely than
    not.

    ``kept_probability``: pairs below it are not handed back. ``pairs_per_record`` bounds the comparisons of one
    blocking pass, ``largest_block`` the number of records that may share one blocking key. ``memory_limit_mib``
    bounds how many candidates there are, how many passes find them side by side and how many pairs are compared at
    once. ``threads`` changes nothing but the time it takes.
    """

    memory_limit_mib: int = 1500
    threshold_probability: float = 0.5
    kept_probability: float = 0.02
    pairs_per_record: float = 4.0
    largest_block: int = 60
    random_pairs: int = 100_000
    learning_pairs: int = 80_000
    calibration_records: int = 10_000
    calibration_pairs: int = 10_000
    chunk_pairs: int = 50_000
    seed: int = 20_260_101
    threads: int = field(default_factory=thread_count)

    @property
    def most_candidates(self) -> int:
        """Candidates that all passes find together: they may fill half of the memory."""
        return self.memory_limit_mib * 2**20 // 2 // _BYTES_PER_CANDIDATE

    @property
    def pairs_at_once(self) -> int:
        """Pairs compared in one portion: what all portions under way have may fill a third of the memory."""
        fitting = self.memory_limit_mib * 2**20 // 3 // (self.threads + 1) // _BYTES_PER_PAIR
        return max(_FEWEST_AT_ONCE, min(self.chunk_pairs, fitting))

    def passes_at_once(self, records: int) -> int:
        """Blocking passes that run side by side: their keys may fill half of the memory."""
        fitting = self.memory_limit_mib * 2**20 // 2 // (max(records, 1) * _BYTES_PER_KEYED_RECORD)
        return max(1, min(self.threads, fitting))
