"""Which column of a list means which attribute.

A mapping as JSON, the form in which it is kept and handed in::

    {"key": "Kode Pelanggan", "columns": {"Nama Pelanggan": "name", "No. HP": "phone", "Sales": ""}}
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.attributes import LONGEST_LABEL, OwnKind
from steward.domain.column_rules import CombineRule, attributes_of, column_rule
from steward.domain.errors import MappingError
from steward.domain.progress import NO_PROGRESS
from steward.domain.source_keys import key_headers, key_name
from steward.exchange.columns.column_guess import ColumnGuess, GuessReason
from steward.exchange.columns.guessing import guess_columns
from steward.exchange.sheets.turned_tables import NAMES, what_is_turned
from steward.exchange.targets import ColumnRule, is_target, takes_several_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.exchange.tables import RawTable

__all__ = [
    "ColumnGuess",
    "ColumnRule",
    "GuessReason",
    "Mapping",
    "check_mapping",
    "guess_mapping",
]


@dataclass(frozen=True, slots=True)
class Mapping:
    """The key column and every column with its target.

    A key column named "Cabang+No" is two of them. An empty one: rows are recognized by their content. An empty target:
    the column is kept, not mapped.
    """

    key_column: str
    columns: tuple[tuple[str, str], ...]

    def target_of(self, header: str) -> str:
        """The target of a column, "" when it has none."""
        return dict(self.columns).get(header, "")

    def to_json(self) -> str:
        """The mapping as readable JSON text."""
        return json.dumps({"key": self.key_column, "columns": dict(self.columns)}, ensure_ascii=False, indent=2)

    @classmethod
    def from_json(cls, text: str) -> Mapping:
        """The mapping in a JSON text; raises MappingError when it is not one."""
        try:
            content = json.loads(text)
        except (ValueError, RecursionError) as err:
            raise MappingError(
                f"The mapping is not valid JSON ({err}); export a mapping from a list and change that.", code="not_json"
            ) from err
        key = content.get("key", "") if isinstance(content, dict) else None
        columns = content.get("columns") if isinstance(content, dict) else None
        if not isinstance(key, str) or not isinstance(columns, dict):
            raise MappingError(
                'The mapping must be an object such as {"key": "ID", "columns": {"Nama": "name"}}; correct the file.',
                code="not_mapping",
            )
        wrong = [header for header, target in columns.items() if not isinstance(target, str)]
        if wrong:
            raise MappingError(
                f'The target of column "{wrong[0]}" in the mapping must be a text; write an attribute name or "".',
                code="not_text",
            )
        return cls(key, tuple(columns.items()))


def guess_mapping(
    table: RawTable, *, key: str | None = None, progress: Progress = NO_PROGRESS
) -> tuple[Mapping, tuple[ColumnGuess, ...]]:
    """The most likely mapping of a list and why, column by column; ``key`` names the key column if it is known.

    Raises MappingError when the table has no column of that name.
    """
    key_column, guesses = guess_columns(table, key=key, progress=progress)
    return Mapping(key_column, tuple((guess.header, guess.target) for guess in guesses)), guesses


def check_mapping(mapping: Mapping, table: RawTable) -> None:
    """Raises MappingError when the mapping names columns, attributes or a key that the table can't give."""
    headers = set(table.headers)
    keys = key_headers(mapping.key_column, table.headers) or (mapping.key_column,)
    names = [header for header, _ in mapping.columns]
    missing = [name for name in (*keys, *names) if name and name not in headers]
    if missing:
        raise MappingError(
            f'{table.file_name} has no column "{missing[0]}"; its columns are {", ".join(table.headers)}.',
            code="no_such_column",
            column=missing[0],
        )
    targets = dict(mapping.columns)
    taken: dict[str, str] = {}
    for header, target in mapping.columns:
        _check_target(header, target, keys)
        for filled in attributes_of(target) or (target,):
            other = taken.get(filled)
            if other and not _may_share(filled, target, targets[other]):
                raise MappingError(
                    f'The columns "{other}" and "{header}" are both mapped to {filled}; map only one of them.',
                    code="target_twice",
                    target=filled,
                )
            taken[filled] = header
    # A town that comes again in every form looks like a header of its own, so a column may be mapped by it.
    if NAMES.isdisjoint(taken) and (turned := what_is_turned(table)):
        raise MappingError(f"{table.file_name} {turned}.", code="turned_table")
    if not set(taken) - {ColumnRule.UNMAPPED, ColumnRule.SOURCE_KEY}:
        raise MappingError(
            f"No column of {table.file_name} is mapped to an attribute; map at least the name.", code="nothing_mapped"
        )


def _may_share(filled: str, target: str, other: str) -> bool:
    """Whether two columns may fill one attribute: it keeps several values, or both are parts of one."""
    if filled == ColumnRule.SOURCE_KEY or takes_several_columns(filled):
        return True
    return isinstance(column_rule(target), CombineRule) and isinstance(column_rule(other), CombineRule)


def _check_own(header: str, target: str) -> None:
    """Say what is wrong with a target that means to be an attribute of the steward's own."""
    kind, _, label = target.partition(":")
    if kind not in set(OwnKind):
        raise MappingError(
            f'Column "{header}" is mapped to "{target}", but there is no type "{kind}"; use {", ".join(OwnKind)}.',
            code="no_such_type",
            target=target,
        )
    raise MappingError(
        f'Column "{header}" is mapped to "{target}", but no attribute can be called "{label}"; '
        f"use up to {LONGEST_LABEL} letters and digits with single spaces, no commas or colons.",
        code="bad_attribute_name",
        target=target,
    )


def _check_target(header: str, target: str, keys: Sequence[str]) -> None:
    if not is_target(target) and target.startswith(("split ", "combine ")):
        raise MappingError(
            f'Column "{header}" has the rule "{target}", which can\'t be read; '
            'write it like "split by / into name, phone" or "combine 1 into name".',
            code="bad_rule",
            target=target,
        )
    if ":" in target and not is_target(target):
        _check_own(header, target)
    if not is_target(target):
        raise MappingError(
            f'Column "{header}" is mapped to "{target}", which is no attribute; use one such as name, phone or "".',
            code="no_such_attribute",
            target=target,
        )
    if target == ColumnRule.SOURCE_KEY and header not in keys:
        raise MappingError(
            f'Column "{header}" is mapped to the source key, but the key column is "{key_name(keys)}"; name only one.',
            code="two_keys",
        )
