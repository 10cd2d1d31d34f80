"""Titles, salutations and degrees around a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from steward.standardize import reference
from steward.standardize.text import fold

_GLUED = re.compile(r"^([^\W\d_]{1,6})\.(?=[^\W\d_])")
_CLEAN_KEY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Title:
    """A known title: where it stands, and whether it needs a dot to be one."""

    key: str
    is_degree: bool
    needs_dot: bool


def take_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """Words of a name part without commas -> (words of the name, titles), at least one word staying a name.

    >>> take_titles(["Dr.", "H.", "Budi", "Santoso", "SE"])
    (['Budi', 'Santoso'], ['Dr.', 'H.', 'SE'])
    """
    words, before = _take_before(words)
    behind: list[str] = []
    while len(words) > 1:
        count = _degree_length(words, has_other=bool(behind))
        if not count or count >= len(words):
            break
        behind[:0] = [" ".join(words[-count:])]
        del words[-count:]
    return words, before + behind


def are_titles(part: str) -> bool:
    """Whether a part of a name between commas holds titles only: ``"S.E., M.M"``, ``"S. Pd"``, ``"Mr."``."""
    words = part.split()
    index = 0
    while index < len(words):
        if index + 1 < len(words) and title_key(words[index] + words[index + 1]) in _degrees():
            index += 2
        elif title_key(words[index]) in _degrees() or title_key(words[index]) in _salutations():
            index += 1
        else:
            return False
    return bool(words)


def title_key(word: str) -> str:
    """How a title is looked up: ``"S.Pd."`` -> ``"spd"``."""
    return _CLEAN_KEY.sub("", fold(word))


@cache
def title_words() -> frozenset[str]:
    """Every word that can be a title, as it is looked up."""
    return frozenset(title.key for title in _all_titles())


def _take_before(words: list[str]) -> tuple[list[str], list[str]]:
    words = list(words)
    taken: list[str] = []
    while words:
        glued = _GLUED.match(words[0])
        # "Sig.ra" is one title, "H.Ali" a title and a name.
        if glued and title_key(glued[1]) in _salutations() and title_key(words[0]) not in _salutations():
            words[:1] = [glued[0], words[0][glued.end() :]]
        title = _salutations().get(title_key(words[0]))
        is_written_as_title = title and (not title.needs_dot or "." in words[0] or taken)
        if not is_written_as_title or len(words) == 1:
            break
        taken.append(words.pop(0))
    return words, taken


def _degree_length(words: list[str], *, has_other: bool) -> int:
    """How many words at the end are one degree, 0 for none."""
    if len(words) > 2 and words[-2].endswith(".") and len(words[-2]) <= 3:
        joined = _degrees().get(title_key(words[-2] + words[-1]))
        if joined:
            return 2
    degree = _degrees().get(title_key(words[-1]))
    if degree and (not degree.needs_dot or "." in words[-1].rstrip(".") or has_other):
        return 1
    return 0


@cache
def _salutations() -> dict[str, Title]:
    return {title.key: title for title in _all_titles() if not title.is_degree}


@cache
def _degrees() -> dict[str, Title]:
    return {title.key: title for title in _all_titles() if title.is_degree}


def _all_titles() -> list[Title]:
    return [Title(row["key"], row["place"] == "after", row["when"] == "dotted") for row in reference.rows("titles")]
