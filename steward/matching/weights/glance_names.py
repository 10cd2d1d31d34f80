"""What names can add to a pair at best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.names.word_outcomes import OUTCOMES, WordOutcome
from steward.matching.names.word_pairs import ROLES, SHORTEST_ECHO
from steward.matching.weights.glance_values import Bounds, class_gains
from steward.matching.weights.scoring import MATCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steward.matching.columns import Ints
    from steward.matching.names.words import Likeness, NameTable, WordData
    from steward.matching.weights.model import OutcomeWeights

Small = npt.NDArray[np.int8]
Rows = npt.NDArray[np.int64]

#: More than any name adds: that names can add something is all that is known before they are looked at.
_ANYTHING = np.float32(200.0)


@dataclass(frozen=True, slots=True)
class NameGlance:
    """What names add for one class of pairs.

    ``gains``: of an outcome, by the set of roles that the words of a pair have, one bit each; ``penalized``: two usual
    words are two names, however alike (see ``names.word_pairs``); ``rarity``: of each word, in bits; ``sums``: what the
    words of each main name add if all of them are equal.
    """

    data: WordData
    gains: dict[WordOutcome, Bounds]
    penalized: bool
    rarity: Bounds
    sums: Bounds
    names: _Columns
    others: _Columns

    @classmethod
    def of(cls, weights: OutcomeWeights, data: WordData, class_: int) -> NameGlance:
        """Of the roles that words of a pair have, the one that adds most counts for all of them."""
        by_role = class_gains(weights, class_).reshape(ROLES, OUTCOMES)
        of_roles = np.stack([by_role[_roles_of(roles)].max(axis=0) for roles in range(1 << ROLES)])
        gains = {outcome: of_roles[:, outcome] for outcome in WordOutcome}
        for outcome in (WordOutcome.ECHOED, WordOutcome.LEFT_OUT):
            gains[outcome] = np.maximum(gains[outcome], np.float32(0))
        rarity = np.append(-data.log_share, 0.0).astype(np.float32)
        sums = np.zeros(len(data.names.ids), np.float32)
        for ids, roles in zip(data.names.ids.T, data.names.roles.T, strict=True):
            sums += np.where(ids >= 0, by_role[roles, WordOutcome.EXACT] + rarity[ids], np.float32(0))
        return cls(data, gains, class_ == MATCH, rarity, sums, _Columns.of(data.names), _Columns.of(data.others))

    def bounds(self, left: Ints, right: Ints) -> Bounds:
        """The most that the names add; the organization of one record may answer the name of the other."""
        found = self._bounds(self.names, left, self.names, right)
        for first, second in ((self.others, self.names), (self.names, self.others)) if self.others.any_filled else ():
            only_one = (self.others.counts[left] > 0) != (self.others.counts[right] > 0)
            rows = np.flatnonzero(only_one & (first.counts[left] > 0) & (second.counts[right] > 0))
            if len(rows):
                found[rows] = np.maximum(found[rows], self._bounds(first, left[rows], second, right[rows]))
        joined = self.data.names.joined
        same = np.flatnonzero((joined[left] == joined[right]) & (joined[left] >= 0))
        found[same] = np.maximum(found[same], np.maximum(self.sums[left[same]], self.sums[right[same]]))
        return found

    def potentials(self) -> Bounds:
        """The most that names add to any pair of each record."""
        return np.where(self.names.counts > 0, _ANYTHING, np.float32(0))

    def _bounds(self, first: _Columns, left: Ints, second: _Columns, right: Ints) -> Bounds:
        pairs = _NamePairs(first, left, second, right)
        found = np.zeros(len(left), np.float32)
        for rows, words in pairs.take_equal():
            found[rows] += self.gains[WordOutcome.EXACT][pairs.roles[rows]] + self.rarity[words]
        if pairs.difference.any():
            found += pairs.difference * self.gains[WordOutcome.LEFT_OUT][pairs.roles]
        rows = np.flatnonzero(pairs.unmatched)
        found[rows] += self._unequal(pairs, rows)
        self._add_echoes(found, pairs)
        return found

    def _unequal(self, pairs: _NamePairs, rows: Rows) -> Bounds:
        """What the words add that have no equal one, though both names have some."""
        roles = pairs.roles[rows]
        conflict = self.gains[WordOutcome.CONFLICT][roles]
        best = conflict.copy()
        answers = _Answers(pairs, rows)
        for i, j, open_, a, b in pairs.open_couples(rows):
            likely = np.flatnonzero(self.data.shapes.may_answer(a, b))
            at, a, b = open_[likely], a[likely], b[likely]
            gain = self._gain(a, b, roles[at], conflict[at])
            better = np.flatnonzero(gain > conflict[at])
            at, gain = at[better], gain[better]
            best[at] = np.maximum(best[at], gain)
            answers.note(i, j, at)
        answered, unmatched = answers.count(), pairs.unmatched[rows]
        answered = np.minimum(answered, unmatched)
        return np.asarray(best * answered + conflict * (unmatched - answered))

    def _gain(self, first: Ints, second: Ints, roles: Small, conflict: Bounds) -> Bounds:
        """What the best answer adds."""
        likeness: Likeness = self.data.shapes.likeness(first, second)
        usual = np.float32(self.data.rarest) + np.maximum(self.rarity[first], self.rarity[second])
        penalty = np.where(likeness.same_fold, np.float32(0), usual) if self.penalized else np.float32(0)
        found = conflict
        for possible, outcome, added in (
            (likeness.close | likeness.same_fold, WordOutcome.CLOSE, penalty),
            (likeness.similar, WordOutcome.SIMILAR, penalty),
            (likeness.part, WordOutcome.PART, np.float32(0)),
            (likeness.initial, WordOutcome.INITIAL, np.float32(0)),
        ):
            found = np.maximum(found, np.where(possible, self.gains[outcome][roles] + added, -_ANYTHING))
        return found

    def _add_echoes(self, found: Bounds, pairs: _NamePairs) -> None:
        """Words that stand in the other record's e-mail addresses and handles need no answer in its name."""
        signatures, shapes = self.data.echo_signatures, self.data.shapes
        for rows, words, records in pairs.open_words():
            echo = signatures[records]
            likely = (shapes.signatures[words] & ~echo) == 0
            likely &= (echo > 0) & (shapes.lengths[words] >= SHORTEST_ECHO)
            rows, words, records = rows[likely], words[likely], records[likely]
            rows = rows[self.data.are_echoed(words, records)]
            roles = pairs.roles[rows]
            # The word may have spoken against the pair, and one of the other name may now be left out.
            gain = self.gains[WordOutcome.ECHOED][roles] + self.gains[WordOutcome.LEFT_OUT][roles]
            found[rows] += gain - np.minimum(self.gains[WordOutcome.CONFLICT][roles], np.float32(0))


@dataclass(frozen=True, slots=True)
class _Columns:
    """A table of names, word by word; ``counts``: the words of each name."""

    ids: tuple[Ints, ...]
    counts: Small
    role_sets: Small
    any_filled: bool

    @classmethod
    def of(cls, names: NameTable) -> _Columns:
        counts = (names.ids >= 0).sum(axis=1).astype(np.int8)
        ids = tuple(np.ascontiguousarray(column) for column in names.ids.T)
        return cls(ids, counts, names.role_sets, bool(counts.any()))


class _NamePairs:
    """Names side by side. ``unmatched``: words without an equal one that both have; ``difference``: in length."""

    def __init__(self, first: _Columns, left: Ints, second: _Columns, right: Ints) -> None:
        self._left, self._right = left, right
        self._first, self._second = [c[left] for c in first.ids], [c[right] for c in second.ids]
        count, other_count = first.counts[left], second.counts[right]
        missing = (count == 0) | (other_count == 0)
        self.roles = first.role_sets[left] | second.role_sets[right]
        self.difference = np.where(missing, np.int8(0), np.abs(count - other_count))
        self.unmatched = np.where(missing, np.int8(0), np.minimum(count, other_count))
        self._missing = missing

    @property
    def widths(self) -> tuple[int, int]:
        """How many words either name can have."""
        return len(self._first), len(self._second)

    def take_equal(self) -> Iterator[tuple[Rows, Ints]]:
        """The rows that have a word in common, and the word; it is crossed off in both names."""
        for a in self._first:
            for b in self._second:
                rows = np.flatnonzero((a == b) & (a >= 0))
                if len(rows):
                    yield rows, a[rows]
                    a[rows], b[rows] = -1, -1
                    self.unmatched[rows] -= 1

    def open_couples(self, rows: Rows) -> Iterator[tuple[int, int, Rows, Ints, Ints]]:
        """Every two words of the rows that are not crossed off: their places, which of the rows, and the words."""
        firsts, seconds = [a[rows] for a in self._first], [b[rows] for b in self._second]
        for i, a in enumerate(firsts):
            for j, b in enumerate(seconds):
                open_ = np.flatnonzero((a >= 0) & (b >= 0))
                if len(open_):
                    yield i, j, open_, a[open_], b[open_]

    def open_words(self) -> Iterator[tuple[Rows, Ints, Ints]]:
        """The words that are not crossed off, and the record of the other name."""
        for columns, records in ((self._first, self._right), (self._second, self._left)):
            for words in columns:
                rows = np.flatnonzero((words >= 0) & ~self._missing)
                yield rows, words[rows], records[rows]


class _Answers:
    """Which words of names side by side may have an answer in the other name."""

    def __init__(self, pairs: _NamePairs, rows: Rows) -> None:
        width, other_width = pairs.widths
        self._first, self._second = np.zeros((width, len(rows)), bool), np.zeros((other_width, len(rows)), bool)

    def note(self, i: int, j: int, rows: Rows) -> None:
        """Words i and j of the rows may answer each other."""
        self._first[i, rows] = True
        self._second[j, rows] = True

    def count(self) -> npt.NDArray[np.int64]:
        """How many words may find an answer, each at most one."""
        return np.asarray(np.minimum(self._first.sum(axis=0), self._second.sum(axis=0)))


def _roles_of(role_set: int) -> list[int]:
    """Of a set without roles nothing is asked; all of them keep the arithmetic simple."""
    return [role for role in range(ROLES) if role_set >> role & 1] or list(range(ROLES))
