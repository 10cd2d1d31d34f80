"""Identity after a number of acts, and the numbers that the parts of splits are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.identity import Cin, Identity, Part, apply_act, bear, cin_number, make_cin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from steward.domain.decisions import Act, DecisionId
    from steward.domain.records import RecordId


@dataclass(frozen=True, slots=True)
class LoggedAct:
    """An act in force with its place in the log."""

    decision_id: DecisionId
    act: Act


def replay(
    births: Iterable[tuple[RecordId, Cin]],
    acts: Iterable[LoggedAct],
    mint: Callable[[DecisionId, Part], Cin],
) -> Identity:
    """The identity of the given records after the given acts, in log order.

    Births come first: no act can name a record before its delivery, and a birth touches nobody else.
    """
    identity = Identity()
    bear(identity, births)
    for logged in acts:
        apply_act(identity, logged.decision_id, logged.act, mint)
    return identity


class Minting:
    """Numbers for the parts of splits: the same part of the same split always gets the same CIN again.

    ``known`` holds what earlier entries of the log minted. A part that a changed history makes for the first time
    takes the number of the part it overlaps most, so that customers keep their numbers; else a new one.
    ``fresh`` collects what was given for the first time; it is written into the entry that caused the replay.
    """

    def __init__(self, known: dict[tuple[DecisionId, Part], Cin], next_number: int) -> None:
        self._known = known
        self._next_number = next_number
        self._used: set[Cin] = set()
        self.fresh: dict[tuple[DecisionId, Part], Cin] = {}

    def __call__(self, decision_id: DecisionId, part: Part) -> Cin:
        """The CIN for a part that ``decision_id`` splits off."""
        cin = self._known.get((decision_id, part)) or self._closest(decision_id, part)
        if cin is None or cin in self._used:
            cin = make_cin(self._next_number)
            self._next_number += 1
        if (decision_id, part) not in self._known:
            self._known[(decision_id, part)] = cin
            self.fresh[(decision_id, part)] = cin
        self._used.add(cin)
        return cin

    def _closest(self, decision_id: DecisionId, part: Part) -> Cin | None:
        wanted = set(part)
        overlaps = [
            (-len(wanted.intersection(known)), cin_number(cin), cin)
            for (decision, known), cin in self._known.items()
            if decision == decision_id and cin not in self._used and wanted.intersection(known)
        ]
        return min(overlaps)[2] if overlaps else None
