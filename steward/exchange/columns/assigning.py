"""Which of everything it can be each column is taken for, since most targets are for one column only."""

from __future__ import annotations

from steward.exchange.columns.column_guess import GuessReason, Option
from steward.exchange.headers.kinds import is_within_address
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.targets import ColumnRule, takes_several_columns


def assign(options: dict[str, list[Option]]) -> dict[str, Option]:
    """One option per column; a target goes to the column that is surest of it, then to the leftmost."""
    order = list(options)
    ranked = sorted(
        ((option, header) for header, found in options.items() for option in found if option.target),
        key=lambda pair: (-pair[0].confidence, order.index(pair[1])),
    )
    chosen: dict[str, Option] = {}
    holder: dict[str, str] = {}
    lost: dict[str, str] = {}
    for option, header in ranked:
        if header in chosen:
            continue
        if option.target in holder and not _may_join(option.target, header, holder[option.target]):
            lost.setdefault(header, holder[option.target])
            continue
        chosen[header] = option
        holder.setdefault(option.target, header)
    for header, found in options.items():
        if header not in chosen:
            chosen[header] = Option("", 0.0, GuessReason.TAKEN, lost[header]) if header in lost else found[-1]
    return chosen


def _may_join(target: str, header: str, holder: str) -> bool:
    """Several phones are all kept, and so are the columns of a key.

    "Alamat 2" continues "Alamat 1", and so does a building, but a home and an office address are two things.
    """
    if target == ColumnRule.SOURCE_KEY:
        return True
    if target != "address":
        return takes_several_columns(target)
    if is_within_address(header) or is_within_address(holder):
        return True
    return _without_digits(header) == _without_digits(holder)


def _without_digits(header: str) -> str:
    return " ".join(word.rstrip("0123456789") for word in normalize_header(header).split()).strip()
