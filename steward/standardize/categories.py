"""Categories: gender, consent and other small sets of words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.standardize import reference
from steward.standardize.placeholders import is_placeholder
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    NO_HINTS,
    PLACEHOLDER_VALUE,
    UNUSABLE_VALUE,
    ColumnHints,
    StandardValue,
    valid,
)
from steward.standardize.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A lone "P" stands beside one of these: with L it is perempuan, with W it is pria.
_BESIDE_FEMALE_P = frozenset({"l", "lk", "laki-laki", "laki"})
_BESIDE_MALE_P = frozenset({"w", "wanita"})

_WORD = re.compile(r"\w+")
#: "On hold" is no answer.
_BEGIN_OTHERS = frozenset({"on", "off"})


def standardize_gender(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """ "male" or "female".

    >>> standardize_gender("Laki-laki").value, standardize_gender("P").value
    ('male', 'female')
    """
    word = fold(squeeze(raw)).strip(" .'")
    word = word.removesuffix(".0")
    if not word:
        return EMPTY_VALUE
    if word == "p":
        return valid("female" if hints.p_is_female else "male")
    if word in hints.female_codes:
        return valid("female")
    if word in hints.male_codes:
        return valid("male")
    return _of_set(word, "gender")


def standardize_consent(raw: str) -> StandardValue:
    """ "given" or "refused"; a word that says neither is invalid, since nobody may be contacted on a guess.

    >>> standardize_consent("Ya").value, standardize_consent("STOP").value
    ('given', 'refused')
    """
    word = fold(squeeze(raw)).strip(" .'!")
    word = word.removesuffix(".0")
    if not word:
        return EMPTY_VALUE
    found = _of_set(word, "consent")
    return valid(said) if found is UNUSABLE_VALUE and (said := _answer_of(word)) else found


def standardize_yes_no(raw: str) -> StandardValue:
    """ "yes" or "no"; a word that says neither is invalid.

    >>> standardize_yes_no("Ya").value, standardize_yes_no("TIDAK").value
    ('yes', 'no')
    """
    word = fold(squeeze(raw)).strip(" .'!")
    word = word.removesuffix(".0")
    return _of_set(word, "yes_no") if word else EMPTY_VALUE


def standardize_category(name: str, raw: str) -> StandardValue:
    """A category by the name of its attribute; words of unknown sets are only trimmed.

    >>> standardize_category("channel", "WA").value, standardize_category("segment", " Gold  A ").value
    ('whatsapp', 'Gold A')
    """
    text = squeeze(raw).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    known = _members(name).get(fold(text).strip(" ."))
    if known:
        return valid(known)
    return PLACEHOLDER_VALUE if is_placeholder(text) else valid(text)


def is_p_female(raws: Iterable[str]) -> bool:
    """Whether "P" is perempuan in this column of genders; so unless it stands beside W and not beside L."""
    words = {fold(squeeze(raw)).strip(" .") for raw in raws}
    return bool(words & _BESIDE_FEMALE_P) or not words & _BESIDE_MALE_P


def gender_codes(raws: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(male codes, female codes) of a column: 1/2 or 1/0, men first as on identity cards."""
    words = {squeeze(raw).removesuffix(".0") for raw in raws}
    return ("1",), ("0",) if "0" in words and "2" not in words else ("2",)


def _answer_of(text: str) -> str:
    """What a sentence answers by its first word, "Yes please"; "" when another word of it says the opposite."""
    first, *others = _WORD.findall(text) or ("",)
    answer = _answers().get(first, "")
    members = _members("consent")
    opposite = any(members.get(word, answer) != answer for word in others if len(word) > 1)
    return "" if opposite else answer


@cache
def _answers() -> dict[str, str]:
    """Words for yes and no of more than a letter, which nothing else begins with."""
    said = _members("yes_no")
    return {
        word: answer
        for word, answer in _members("consent").items()
        if word in said and len(word) > 1 and word not in _BEGIN_OTHERS
    }


def _of_set(word: str, name: str) -> StandardValue:
    known = _members(name).get(word)
    if known:
        return valid(known)
    return PLACEHOLDER_VALUE if is_placeholder(word) else UNUSABLE_VALUE


@cache
def _members(name: str) -> dict[str, str]:
    rows = [row for row in reference.rows("categories") if row["set"] == name]
    # Folded like what is looked up: "Sí" is written with its accent here and there.
    members = {fold(word): row["value"] for row in rows for word in row["words"].split("|")}
    return members | {row["value"]: row["value"] for row in rows}
