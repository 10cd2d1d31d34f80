"""Rows of a list turned into attribute values, by its mapping."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.domain.column_rules import CombineRule, SplitRule, attributes_of, column_rule, combined
from steward.domain.short_answers import plain_answer, yes_no_codes
from steward.domain.source_keys import key_headers, key_text
from steward.exchange.fingerprints import content_hash
from steward.exchange.targets import JOINED_TARGETS, REFUSED, ColumnRule
from steward.resources import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from steward.domain.records import Values
    from steward.exchange.mapping import Mapping
    from steward.exchange.raw_rows import RawRow
    from steward.exchange.tables import RawTable


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
        self._said = {
            position: _answers_in(table.column(table.headers[position]).distinct)
            for rule, position in self._rules.items()
            if rule in REFUSED
        }
        #: Whether a row's values are more than those of its cells, one by one.
        self.has_rules = bool(self._splits or self._parts or self._rules) or len(set(names)) < len(names)
        #: Which cells of a row are its RT and RW, each of them missing where no column has it.
        self.neighborhood = [self._rules.get(rule) for rule in _NEIGHBORHOOD]
        is_more = bool(self._splits or self._parts or self._rules.keys() - set(_NEIGHBORHOOD))
        #: Whether cells are at most put together: columns of one attribute, RT and RW.
        self.is_by_column = not is_more and not (self._rules and "rt_rw" in names)

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
        for joined in JOINED_TARGETS.keys() & found.keys():
            found[joined] = [JOINED_TARGETS[joined].join(found[joined])]
        for attribute, value in self._by_rules(row):
            found.setdefault(attribute, [value])
        for consent, value in self._refusals(row):
            # Where a list says both, the refusal counts, and what may be one.
            is_doubted = value == _REFUSED or value.startswith(_ASKED_TO_REFUSE)
            found[consent] = [value] if is_doubted else found.get(consent, [value])
        return {attribute: tuple(values) for attribute, values in found.items()}

    def by_hand(self, row: RawRow) -> list[tuple[str, str]]:
        """The values that the steward's own rules make of a row: columns taken apart, then columns put together."""
        found = [piece for index, rule in self._splits for piece in rule.pieces(row.cells[index])]
        for attribute, parts in self._parts.items():
            if text := combined((rule, row.cells[index]) for index, rule in parts):
                found.append((attribute, text))
        return found

    def _refusals(self, row: RawRow) -> list[tuple[str, str]]:
        refused: list[tuple[str, str]] = []
        for rule, consent in REFUSED.items():
            if rule in self._rules and (answer := row.cells[place := self._rules[rule]].strip()):
                said = self._said[place].get(plain_answer(answer))
                refused.append((consent, _unread_refusal(answer) if said is None else _REFUSED if said else "yes"))
        return refused

    def _by_rules(self, row: RawRow) -> list[tuple[str, str]]:
        cells = {rule: row.cells[index] for rule, index in self._rules.items()}
        found: list[tuple[str, str]] = []
        if text := cells.get(ColumnRule.BIRTH_PLACE_AND_DATE, "").strip():
            place, birth_date = split_place_and_date(text)
            found += [("birth_place", place), ("birth_date", birth_date)]
        if number := cells.get(ColumnRule.ID_NUMBER, "").strip():
            found.append(classify_id(number, cells.get(ColumnRule.ID_TYPE, "")))
        found.append(("rt_rw", join_rt_rw(*(cells.get(rule, "").strip() for rule in _NEIGHBORHOOD))))
        return [(attribute, value) for attribute, value in found if value]


_NEIGHBORHOOD = (ColumnRule.RT, ColumnRule.RW)
_REFUSED = "no"
#: Stands before an answer so that nobody takes it for one to the opposite question.
_ASKED_TO_REFUSE = "refusal:"
#: No answer has more letters.
_LONGEST_ANSWER = 40
_ID_PREFIX = re.compile(
    r"\s*(?P<type>e-?\s?ktp|ktp|nik|npwp|sim(\s?[abc]\d?)?|paspor|passport|kitas|kitap)\b[\s.:/#-]*", re.I
)
_NIK_TYPE = re.compile(r"e?-?\s?ktp|nik", re.I)
_NOT_DIGIT = re.compile(r"\D")
_WORD = re.compile(r"\w+")


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


def _answers_in(cells: Sequence[str]) -> dict[str, bool | None]:
    """Which plain answers of a column of refusals refuse; None for letters of which nobody knows."""
    words = {plain_answer(cell) for cell in cells if len(cell) <= _LONGEST_ANSWER}
    said = _words_of("yes_no")
    refused = [word for word, meaning in _words_of("consent").items() if meaning == "refused" and word not in said]
    answers = {word: meaning == "yes" for word, meaning in said.items()} | dict.fromkeys(refused, True)
    return {word: answer for word, answer in answers.items() if word in words} | yes_no_codes(words)


def _unread_refusal(answer: str) -> str:
    """An answer of a column of refusals that is neither yes nor no: as it is, unless it could be read as a consent."""
    word = plain_answer(answer)
    given = _given_words()
    could_consent = (len(word) == 1 and word.isalnum()) or word in given or not given.isdisjoint(_WORD.findall(word))
    return f"{_ASKED_TO_REFUSE} {answer}" if could_consent else answer


@cache
def _given_words() -> frozenset[str]:
    return frozenset(word for word, meaning in _words_of("consent").items() if meaning == "given")


def _words_of(name: str) -> dict[str, str]:
    """What people say, and what it means in this set of answers."""
    rows = [row for row in read_rows("reference/categories.csv") if row["set"] == name]
    return {word.casefold(): row["value"] for row in rows for word in row["words"].split("|")}


def join_rt_rw(rt: str, rw: str) -> str:
    """Neighbourhood numbers as usually written: 001/015; a lone one says which it is."""
    if rt and rw:
        return f"{rt}/{rw}"
    return f"RT {rt}" if rt else f"RW {rw}" if rw else ""
