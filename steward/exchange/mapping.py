"""Which column of a list means which attribute, and rows turned into attribute values by it.

A mapping as JSON, the form in which it is kept and handed in::

    {"key": "Kode Pelanggan", "columns": {"Nama Pelanggan": "name", "No. HP": "phone", "Sales": ""}}
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from steward.domain.attributes import LONGEST_LABEL, OwnKind
from steward.domain.column_rules import CombineRule, SplitRule, attributes_of, column_rule, combined
from steward.domain.errors import MappingError
from steward.domain.progress import NO_PROGRESS
from steward.domain.source_keys import key_headers, key_name, key_text
from steward.exchange.column_guess import ColumnGuess, GuessReason
from steward.exchange.fingerprints import content_hash
from steward.exchange.guessing import guess_columns
from steward.exchange.targets import JOINED_TARGETS, REFUSED, ColumnRule, is_target, takes_several_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.progress import Progress
    from steward.domain.records import Values
    from steward.exchange.raw_rows import RawRow
    from steward.exchange.tables import RawTable

__all__ = [
    "ColumnGuess",
    "ColumnRule",
    "GuessReason",
    "Mapping",
    "RowMapper",
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
    if not set(taken) - {ColumnRule.UNMAPPED, ColumnRule.SOURCE_KEY}:
        raise MappingError(
            f"No column of {table.file_name} is mapped to an attribute; map at least the name.", code="nothing_mapped"
        )


def _may_share(filled: str, target: str, other: str) -> bool:
    """Whether two columns may fill one attribute: it keeps several values, or both are parts of one."""
    if filled == ColumnRule.SOURCE_KEY or takes_several_columns(filled):
        return True
    return isinstance(column_rule(target), CombineRule) and isinstance(column_rule(other), CombineRule)


class RowMapper:
    """Applies one mapping to the rows of one table."""

    def __init__(self, mapping: Mapping, table: RawTable) -> None:
        position = {header: index for index, header in enumerate(table.headers)}
        #: Which cells of a row are its key.
        self.key_indexes = [position[header] for header in key_headers(mapping.key_column, table.headers)]
        #: Which cells of a row are the values of which attributes.
        self.attributes: list[tuple[int, str]] = []
        self._rules: dict[ColumnRule, int] = {}
        self._splits: list[tuple[int, SplitRule]] = []
        self._parts: dict[str, list[tuple[int, CombineRule]]] = {}
        for header, target in mapping.columns:
            if header not in position or target in (ColumnRule.UNMAPPED, ColumnRule.SOURCE_KEY):
                continue
            rule = column_rule(target)
            if isinstance(rule, SplitRule):
                self._splits.append((position[header], rule))
            elif isinstance(rule, CombineRule):
                self._parts.setdefault(rule.target, []).append((position[header], rule))
            elif attributes := attributes_of(target):
                self.attributes.append((position[header], attributes[0]))
            else:
                self._rules[ColumnRule(target)] = position[header]
        names = [attribute for _, attribute in self.attributes]
        #: Whether a row's values are more than those of its cells, one by one.
        self.has_rules = bool(self._splits or self._parts or self._rules) or len(set(names)) < len(names)

    def key_cell(self, row: RawRow) -> str:
        """The row's text in the key columns (see ``key_text``); "" when there is no key column or a cell is empty."""
        return key_text([row.cells[index] for index in self.key_indexes]) if self.key_indexes else ""

    def source_key(self, row: RawRow) -> str:
        """The key cell, or the fingerprint of the whole row where that is missing."""
        return self.key_cell(row) or content_hash(row.cells)

    def values(self, row: RawRow) -> Values:
        """The row's values by attribute, as delivered; attributes without a value are left out."""
        cells = row.cells
        if not self.has_rules:
            return {attribute: (cells[index],) for index, attribute in self.attributes if cells[index].strip()}
        found: dict[str, list[str]] = {}
        for index, attribute in self.attributes:
            cell = row.cells[index]
            if cell.strip() and cell not in (known := found.setdefault(attribute, [])):
                known.append(cell)
        if self._splits or self._parts:
            for attribute, value in self.by_hand(row):
                if value not in (known := found.setdefault(attribute, [])):
                    known.append(value)
        for joined in JOINED_TARGETS & found.keys():
            found[joined] = [", ".join(found[joined])]
        for attribute, value in self._by_rules(row):
            found.setdefault(attribute, [value])
        for consent, value in self._refusals(row):
            # Where a list says both, the refusal counts.
            found[consent] = [value] if value == _REFUSED else found.get(consent, [value])
        return {attribute: tuple(values) for attribute, values in found.items()}

    def by_hand(self, row: RawRow) -> list[tuple[str, str]]:
        """The values that the steward's own rules make of a row: columns taken apart, then columns put together."""
        found = [piece for index, rule in self._splits for piece in rule.pieces(row.cells[index])]
        for attribute, parts in self._parts.items():
            if text := combined((rule, row.cells[index]) for index, rule in parts):
                found.append((attribute, text))
        return found

    def _refusals(self, row: RawRow) -> list[tuple[str, str]]:
        answers = [
            (consent, row.cells[self._rules[rule]].strip()) for rule, consent in REFUSED.items() if rule in self._rules
        ]
        return [(consent, opposite(answer)) for consent, answer in answers if answer]

    def _by_rules(self, row: RawRow) -> list[tuple[str, str]]:
        cells = {rule: row.cells[index] for rule, index in self._rules.items()}
        found: list[tuple[str, str]] = []
        if text := cells.get(ColumnRule.BIRTH_PLACE_AND_DATE, "").strip():
            place, birth_date = split_place_and_date(text)
            found += [("birth_place", place), ("birth_date", birth_date)]
        if number := cells.get(ColumnRule.ID_NUMBER, "").strip():
            found.append(classify_id(number, cells.get(ColumnRule.ID_TYPE, "")))
        found.append(("rt_rw", join_rt_rw(cells.get(ColumnRule.RT, "").strip(), cells.get(ColumnRule.RW, "").strip())))
        return [(attribute, value) for attribute, value in found if value]


_REFUSED = "no"
_ID_PREFIX = re.compile(
    r"\s*(?P<type>e-?\s?ktp|ktp|nik|npwp|sim(\s?[abc]\d?)?|paspor|passport|kitas|kitap)\b[\s.:/#-]*", re.I
)
_NIK_TYPE = re.compile(r"e?-?\s?ktp|nik", re.I)
_YES = re.compile(r"y|ya|yes|true|t|1|x|v|√|✓", re.I)
_NO = re.compile(r"n|no|tidak|tdk|false|f|0", re.I)
_NOT_DIGIT = re.compile(r"\D")


def split_place_and_date(text: str) -> tuple[str, str]:
    """Birth place and date from one cell: at the first comma that a digit follows, else before the first digit."""
    before, comma, after = text.partition(",")
    if comma and any(character.isdigit() for character in after) and not any(map(str.isdigit, before)):
        return before.strip(), after.strip(" ,")
    start = next((index for index, character in enumerate(text) if character.isdigit()), len(text))
    return text[:start].strip(" ,/;:-"), text[start:].strip()


def classify_id(number: str, id_type: str) -> tuple[str, str]:
    """Attribute and number of an identity document: by the type in or beside the cell, else by the number's look."""
    prefix = _ID_PREFIX.match(number)
    said = prefix["type"] if prefix else id_type.strip()
    rest = number[prefix.end() :] if prefix else number
    if not rest:
        return "other_id", number
    if said:
        if _NIK_TYPE.fullmatch(said):
            return "nik", rest
        return ("npwp", rest) if said.lower() == "npwp" else ("other_id", rest)
    looks_like_nik = len(_NOT_DIGIT.sub("", rest)) >= 15 or "E+" in rest.upper()
    return ("nik" if looks_like_nik else "other_id"), rest


def opposite(answer: str) -> str:
    """The consent that an answer to "refuses?" means; an answer that is neither yes nor no stays as it is."""
    if _YES.fullmatch(answer):
        return _REFUSED
    return "yes" if _NO.fullmatch(answer) else answer


def join_rt_rw(rt: str, rw: str) -> str:
    """Neighbourhood numbers as usually written: 001/015; a lone one says which it is."""
    if rt and rw:
        return f"{rt}/{rw}"
    return f"RT {rt}" if rt else f"RW {rw}" if rw else ""


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
