"""How the columns of a delivery differ from those that its source was loaded with before."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from steward.domain.source_keys import key_headers, key_name
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.targets import ColumnRule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from steward.exchange.mapping import ColumnGuess, Mapping


class Drift(StrEnum):
    """What became of a column."""

    SAME = "same"
    MOVED = "moved"
    RENAMED = "renamed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class HeaderDrift:
    """One column before ("" = not there) and now, with the target it had or is guessed to have."""

    drift: Drift
    before: str
    now: str
    target: str


def compare_headers(remembered: Mapping, headers: Sequence[str], guesses: Sequence[ColumnGuess]) -> list[HeaderDrift]:
    """The columns of the file in their order, then those that are gone."""
    targets = _targets(remembered)
    guessed = {guess.header: guess.target for guess in guesses}
    before = list(targets)
    moved = _moved(
        [header for header in before if header in headers], [header for header in headers if header in targets]
    )
    gone = [header for header in before if header not in headers]
    found = []
    for place, header in enumerate(headers):
        if header in targets:
            drift = Drift.MOVED if header in moved else Drift.SAME
            found.append(HeaderDrift(drift, header, header, targets[header]))
            continue
        old = _renamed(header, guessed.get(header, ""), gone, targets, before.index, place)
        if old:
            gone.remove(old)
            found.append(HeaderDrift(Drift.RENAMED, old, header, targets[old]))
        else:
            found.append(HeaderDrift(Drift.NEW, "", header, guessed.get(header, "")))
    return found + [HeaderDrift(Drift.GONE, header, "", targets[header]) for header in gone]


def carried_over(remembered: Mapping, drifts: Sequence[HeaderDrift]) -> Mapping:
    """The remembered mapping under the names that its columns have now; what is gone stays as it was."""
    names = {drift.before: drift.now for drift in drifts if drift.drift is Drift.RENAMED}
    keys = _keys(remembered)
    return type(remembered)(
        key_name([names.get(header, header) for header in keys]),
        tuple((names.get(header, header), target) for header, target in remembered.columns),
    )


def _targets(remembered: Mapping) -> dict[str, str]:
    targets = dict(remembered.columns)
    return {**targets, **dict.fromkeys(_keys(remembered), ColumnRule.SOURCE_KEY)}


def _keys(remembered: Mapping) -> tuple[str, ...]:
    headers = [header for header, _ in remembered.columns]
    return key_headers(remembered.key_column, headers) or ((remembered.key_column,) if remembered.key_column else ())


def _moved(before: Sequence[str], now: Sequence[str]) -> set[str]:
    """The fewest columns whose moving explains the new order: those outside the longest run still in order."""
    places = [before.index(header) for header in now]
    ends: list[int] = []
    lengths = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        lengths.append(at + 1)
    kept, wanted = set(), len(ends)
    last = len(before)
    for header, place, length in zip(reversed(now), reversed(places), reversed(lengths), strict=True):
        if length == wanted and place < last:
            kept.add(header)
            wanted, last = wanted - 1, place
    return set(now) - kept


def _renamed(
    header: str, target: str, gone: Sequence[str], targets: dict[str, str], place_of: Callable[[str], int], place: int
) -> str:
    """The gone column that a new one continues: the same words spelled otherwise, or the same meaning."""
    words = normalize_header(header)
    alike = [old for old in gone if words and normalize_header(old) == words]
    meant = [old for old in gone if target and targets[old] == target]
    candidates = alike or meant
    return min(candidates, key=lambda old: abs(place_of(old) - place), default="")
