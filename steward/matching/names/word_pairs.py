"""Names word by word: which words of two names answer each other, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from steward.matching.names.word_outcomes import OUTCOMES, WordOutcome, outcomes_of
from steward.matching.names.words import NameTable, Role

if TYPE_CHECKING:
    from steward.matching.columns import Ints
    from steward.matching.names.words import WordData


ROLES = len(Role)

#: Shorter words stand in many an address by accident.
SHORTEST_ECHO = 4

#: How much rarer (bits) kin have the whole name in common than if every word of their names were drawn on its own.
_KIN_OF_ONE_NAME = -2.0

Counts = npt.NDArray[np.int8]
Bits = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_ALIGNED = (WordOutcome.CLOSE, WordOutcome.SIMILAR, WordOutcome.PART, WordOutcome.INITIAL)
_MISTYPED = (WordOutcome.CLOSE, WordOutcome.SIMILAR)
#: To choose between the name and the organization of a record before weights are known.
_QUICK_CLOSE, _QUICK_CONFLICT, _QUICK_LEFT_OUT = 4.0, -6.0, -1.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Per pair: how often each outcome occurred (by role of the word) and log2 chance of the equal words.

    ``chance``: by accident among unrelated people; ``kin_chance``: what being possibly kin adds.
    ``crowd``: how many other customers are known to carry the pair's common name.
    """

    counts: Counts
    chance: Bits
    kin_chance: Bits
    crowd: Bits

    def worth(self) -> Bits:
        """A rough weight of each pair."""
        by_outcome = self.counts.reshape(len(self.counts), ROLES, OUTCOMES).sum(axis=1)
        close = by_outcome[:, WordOutcome.CLOSE : WordOutcome.LEFT_OUT].sum(axis=1)
        return np.asarray(
            -self.chance
            + _QUICK_CLOSE * close
            + _QUICK_CONFLICT * by_outcome[:, WordOutcome.CONFLICT]
            + _QUICK_LEFT_OUT * by_outcome[:, WordOutcome.LEFT_OUT]
        )

    def has_words_in_common(self) -> Mask:
        """Some word of one name answers one of the other: an e-mail address alone, which spells the firm of every
        colleague, is none."""
        by_outcome = self.counts.reshape(len(self.counts), ROLES, OUTCOMES)
        return np.asarray(by_outcome[:, :, : WordOutcome.ECHOED].any(axis=(1, 2)))

    def replace(self, rows: Rows, better: Alignment, chosen: npt.NDArray[np.bool_]) -> None:
        """Take over the chosen pairs of another alignment of ``rows``."""
        self.counts[rows[chosen]] = better.counts[chosen]
        self.chance[rows[chosen]] = better.chance[chosen]
        self.kin_chance[rows[chosen]] = better.kin_chance[chosen]
        self.crowd[rows[chosen]] = better.crowd[chosen]


def align(data: WordData, left: Ints, right: Ints, kin_share: float) -> Alignment:
    """Compare the names of the pairs, or the organization of one with the name of the other if they fit better.

    Where both have an organization beside their names, these are compared on their own: "T. Reed" is no "Turner Ltd".
    """
    found = _align_names(data, data.names, left, data.names, right, kin_share)
    only_one = (data.others.joined[left] >= 0) != (data.others.joined[right] >= 0)
    for first, second in ((data.others, data.names), (data.names, data.others)):
        rows = np.flatnonzero(only_one & (first.joined[left] >= 0) & (second.joined[right] >= 0))
        if len(rows):
            other = _align_names(data, first, left[rows], second, right[rows], kin_share)
            found.replace(rows, other, (other.worth() > found.worth()[rows]) & other.has_words_in_common())
    return found


def _align_names(
    data: WordData, first: NameTable, left: Ints, second: NameTable, right: Ints, kin_share: float
) -> Alignment:
    """Each word answers at most one word of the other name; the best answers are taken first."""
    work = _Work(data, first, left, second, right, kin_share)
    work.take_joined()
    work.take_equal()
    work.note_companions()
    work.take_alike()
    work.take_echoes()
    work.note_leftovers()
    work.note_whole()
    return Alignment(work.counts, work.chance, work.kin_chance, work.crowd())


class _Work:
    """Names being aligned, pair by pair side by side; words are crossed off as they find an answer."""

    def __init__(
        self, data: WordData, first: NameTable, left: Ints, second: NameTable, right: Ints, kin_share: float
    ) -> None:
        self._data = data
        self._left, self._right = left, right
        self._first, self._second = first.ids[left], second.ids[right]
        self._roles, self._other_roles = first.roles[left], second.roles[right]
        self._joined, self._other_joined = first.joined[left], second.joined[right]
        self._is_joined = (self._joined == self._other_joined) & (self._joined >= 0)
        self._open, self._other_open = self._first >= 0, self._second >= 0
        # A name that is missing is no evidence.
        missing = ~(self._open.any(axis=1) & self._other_open.any(axis=1))
        self._open[missing], self._other_open[missing] = False, False
        self._kin_gain = np.logaddexp2(data.log_share, np.log2(kin_share)) - np.log2(kin_share)
        self.counts: Counts = np.zeros((len(left), ROLES * OUTCOMES), np.int8)
        self.chance: Bits = np.zeros(len(left))
        self.kin_chance: Bits = np.zeros(len(left))
        # The equal words of each pair, where some words bring others.
        width = max(self._first.shape[1], self._second.shape[1]) if (data.brought_by >= 0).any() else 0
        self._equal = np.full((len(left), width), -1, np.int32)

    def crowd(self) -> Bits:
        """How many other customers are known to carry the pair's common name."""
        crowd = np.zeros(len(self._is_joined))
        crowd[self._is_joined] = self._data.crowd[self._joined[self._is_joined]] - 1.0
        return crowd

    def take_joined(self) -> None:
        """Names equal but for spaces and spelling ("Nur Hayati", "Nurhayati") count by the one with fewer words."""
        whole = np.flatnonzero(self._is_joined)
        a, b = self._first[whole], self._second[whole]
        fewer = (a >= 0).sum(axis=1) <= (b >= 0).sum(axis=1)
        for ids, roles, rows in (
            (a[fewer], self._roles[whole][fewer], whole[fewer]),
            (b[~fewer], self._other_roles[whole][~fewer], whole[~fewer]),
        ):
            for i in range(ids.shape[1]):
                has = ids[:, i] >= 0
                self._note_equal(rows[has], i, ids[has, i], roles[has, i])
        self._open[whole], self._other_open[whole] = False, False

    def take_equal(self) -> None:
        """The same word in both names, wherever it stands."""
        for i in range(self._first.shape[1]):
            for j in range(self._second.shape[1]):
                same = self._open[:, i] & self._other_open[:, j] & (self._first[:, i] == self._second[:, j])
                rows = np.flatnonzero(same)
                if len(rows):
                    self._open[rows, i], self._other_open[rows, j] = False, False
                    self._note_equal(rows, i, self._first[rows, i], self._roles[rows, i])

    def note_companions(self) -> None:
        """A word that an equal one brings agrees as often as that one brings it."""
        data = self._data
        for place in range(self._equal.shape[1]):
            words = self._equal[:, place]
            brought_by = np.where(words >= 0, data.brought_by[words], np.int32(-1))
            rows = np.flatnonzero(brought_by >= 0)
            rows = rows[(self._equal[rows] == brought_by[rows, None]).any(axis=1)]
            self.chance[rows] += np.maximum(data.brought[words[rows]] - self._log_share(rows, words[rows]), 0.0)

    def take_alike(self) -> None:
        """Words in another spelling, with a typing error, cut short, or only an initial."""
        rows = np.flatnonzero(self._open.any(axis=1) & self._other_open.any(axis=1))
        if not len(rows):
            return
        mine, others = self._open[rows], self._other_open[rows]
        which, i_of, j_of = np.nonzero(mine[:, :, None] & others[:, None, :])
        a, b = self._first[rows][which, i_of], self._second[rows][which, j_of]
        grid = np.zeros((len(rows), mine.shape[1], others.shape[1]), np.int8)
        grid[which, i_of, j_of] = outcomes_of(self._data, a, b)
        for outcome in _ALIGNED:
            if not (grid == outcome).any():
                continue
            for i in range(mine.shape[1]):
                for j in range(others.shape[1]):
                    hit = np.flatnonzero((grid[:, i, j] == outcome) & mine[:, i] & others[:, j])
                    mine[hit, i], others[hit, j] = False, False
                    self.counts[rows[hit], self._place(self._roles[rows[hit], i], outcome)] += 1
                    if outcome in _MISTYPED:
                        self._note_mistyped(rows[hit], self._first[rows[hit], i], self._second[rows[hit], j])
        self._open[rows], self._other_open[rows] = mine, others

    def take_echoes(self) -> None:
        """Words that the other record spells in its e-mail address or handle: "Teguh", @teguh_hadikusumo.

        An address that both have tells nothing of the name of one who gave another: words of both are left then.
        """
        disputed = np.flatnonzero(self._open.any(axis=1) & self._other_open.any(axis=1))
        disputed = disputed[self._data.share_an_echo(self._left[disputed], self._right[disputed])]
        is_free = np.ones(len(self._left), bool)
        is_free[disputed] = False
        self._take_echoed(self._first, self._open, is_free, self._roles, self._right)
        self._take_echoed(self._second, self._other_open, is_free, self._other_roles, self._left)

    def _take_echoed(
        self, ids: Ints, still_open: Mask, is_free: Mask, roles: npt.NDArray[np.int8], others: Ints
    ) -> None:
        data = self._data
        rows, places = np.nonzero(still_open & is_free[:, None])
        numbers, records = ids[rows, places], others[rows]
        # A word can only stand where all its couples of letters do; few are left to be searched for.
        likely = np.flatnonzero(
            (data.shapes.lengths[numbers] >= SHORTEST_ECHO)
            & ((data.shapes.signatures[numbers] & ~data.echo_signatures[records]) == 0)
        )
        found = likely[data.are_echoed(numbers[likely], records[likely])]
        rows, places = rows[found], places[found]
        still_open[rows, places] = False
        np.add.at(self.counts, (rows, self._place(roles[rows, places], WordOutcome.ECHOED)), 1)

    def note_leftovers(self) -> None:
        """Words without an answer contradict each other as far as both names have some; the rest was left out."""
        a, b = self._open.sum(axis=1), self._other_open.sum(axis=1)
        conflicts = np.minimum(a, b)
        for role in range(ROLES):
            mine = (self._open & (self._roles == role)).sum(axis=1)
            others = (self._other_open & (self._other_roles == role)).sum(axis=1)
            within = np.minimum(mine, others)
            self.counts[:, role * OUTCOMES + WordOutcome.CONFLICT] += within.astype(np.int8)
            self.counts[:, role * OUTCOMES + WordOutcome.LEFT_OUT] += (np.abs(mine - others)).astype(np.int8)
            conflicts = conflicts - within
        self._cross_conflicts(conflicts)

    def note_whole(self) -> None:
        """Names as a whole: kin share words of them, but seldom all, be the family's name misspelt or not."""
        by_outcome = self.counts.reshape(len(self.counts), ROLES, OUTCOMES).sum(axis=1)
        misspelt = self.counts[:, Role.FAMILY * OUTCOMES + WordOutcome.CLOSE]
        equal, words = by_outcome[:, WordOutcome.EXACT] + misspelt, by_outcome.sum(axis=1)
        self.kin_chance[(equal == words) & (words > 0)] += _KIN_OF_ONE_NAME
        # Whoever has all the words of either name has those that agree.
        whole = np.maximum(self._data.whole_share[self._joined], self._data.whole_share[self._other_joined])
        self.chance = np.where(self.chance < 0.0, np.maximum(self.chance, np.minimum(whole, 0.0)), self.chance)

    def _cross_conflicts(self, conflicts: npt.NDArray[np.int64]) -> None:
        """A given word against a family or firm word: two words that were counted as left out contradict instead."""
        rows = np.flatnonzero(conflicts > 0)
        for place in range(0, ROLES * OUTCOMES, OUTCOMES):
            moved = np.minimum(self.counts[rows, place + WordOutcome.LEFT_OUT], conflicts[rows]).astype(np.int8)
            self.counts[rows, place + WordOutcome.LEFT_OUT] -= moved
            self.counts[rows, place + WordOutcome.CONFLICT] += moved
            conflicts[rows] -= moved

    def _note_equal(self, rows: Rows, place: int, words: Ints, roles: npt.NDArray[np.int8]) -> None:
        if self._equal.shape[1]:
            self._equal[rows, place] = words
        self.counts[rows, self._place(roles, WordOutcome.EXACT)] += 1
        self.chance[rows] += self._log_share(rows, words)
        self.kin_chance[rows] += self._kin_gain[words]

    def _log_share(self, rows: Rows, words: Ints) -> Bits:
        """How common the words are in the place, of all in which both records are, that brings them most."""
        gain = np.zeros(len(rows))
        for local in self._data.local:
            gain = np.maximum(gain, local.gain(self._left[rows], self._right[rows], words))
        return np.asarray(np.minimum(self._data.log_share[words] + gain, 0.0))

    def _note_mistyped(self, rows: Rows, words: Ints, others: Ints) -> None:
        """Two words that many people carry are two names, however alike; a mistyped word is rare."""
        data = self._data
        usual = np.minimum(data.log_share[words], data.log_share[others]) - data.rarest
        usual[data.shapes.folds[words] == data.shapes.folds[others]] = 0.0
        self.chance[rows] += usual
        self.kin_chance[rows] += usual

    @staticmethod
    def _place(roles: npt.NDArray[np.int8], outcome: WordOutcome) -> npt.NDArray[np.int64]:
        return roles.astype(np.int64) * OUTCOMES + outcome
