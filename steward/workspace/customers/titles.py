"""What customers and records are called, and what tells those of one name apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from steward.domain.golden_record import compute_golden, usable_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from steward.domain.records import SourceRecord
    from steward.domain.survivorship import GoldenValue

#: Given name and family name together.
_BOTH = "given_name family_name"
#: What a customer is called, in order of preference; where nobody said a name, how and where people reach it.
_NAMES = ("name", _BOTH, "organization", "given_name", "nickname", "family_name")
_REACHED = ("email", "handle", "phone", "address")
_TITLES = (*_NAMES, *_REACHED)
#: What is shown of a customer in a list.
SHOWN = (*_TITLES, "city")
#: What tells records of one name apart at a glance, and how much of it is enough.
_TELLING, _MOST_TELLING = ("birth_date", "city", "phone", "email"), 2


def title_of(values: Iterable[GoldenValue]) -> str:
    """The name people know a customer by, "" when nothing is known."""
    first = {value.attribute: [value.value] for value in reversed(list(values))}
    return titles(first, [""])[0]


def record_title(record: SourceRecord) -> str:
    """What a single record is called: its name, else what it is reached by, else its key."""
    return _called(record)[-1]


def common_title(records: Iterable[SourceRecord]) -> str:
    """What records that may be one customer are called together: the longest name, "" when there are none.

    What they are reached by only where none has a name, and a key of a list only where none says anything.
    """
    return max(map(_called, records), default=(0, 0, ""))[-1]


def telling_values(record: SourceRecord) -> tuple[tuple[str, str], ...]:
    """(attribute, value) of the first things that tell a record from others of its name."""
    found = ((name, record.first_standard(name) or record.first(name)) for name in _TELLING)
    return tuple((name, value) for name, value in found if value)[:_MOST_TELLING]


def titles(first: Mapping[str, Sequence[str]], keys: Sequence[str], preferred: Sequence[str] = _TITLES) -> list[str]:
    """What customers are called by the first values of their attributes in order of preference, else by their keys."""
    columns = dict(first)
    if "given_name" in first and "family_name" in first:
        columns[_BOTH] = [
            f"{given} {family}" if given and family else ""
            for given, family in zip(first["given_name"], first["family_name"], strict=True)
        ]
    found = list(keys)
    for column in (columns[name] for name in reversed(preferred) if name in columns):
        found = [value or title for value, title in zip(column, found, strict=True)]
    return found


def _first_values(record: SourceRecord, names: Sequence[str]) -> dict[str, list[str]]:
    """By attribute of these the golden value, of several the first one, that the record has alone."""
    usable = {name: usable_values(values) for name in names if (values := record.standard.get(name))}
    if any(len(values) > 1 for values in usable.values()):
        return {value.attribute: [value.value] for value in reversed(compute_golden([record]))}
    # There is nothing to choose, as in most of the million records that a match of everything names.
    return {name: values for name, values in usable.items() if values}


def _called(record: SourceRecord) -> tuple[int, int, str]:
    """What a record is called, after how well it tells who it is and how long it is."""
    for kind, preferred in ((2, _NAMES), (1, _REACHED)):
        (title,) = titles(_first_values(record, preferred), [""], preferred)
        if title:
            return kind, len(title), title
    return 0, len(record.source_key), record.source_key
