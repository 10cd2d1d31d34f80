"""Categories: gender, consent and other small sets of words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.domain.short_answers import sex_codes, without_other_ending, yes_no_codes
from steward.standardize import reference
from steward.standardize.placeholders import is_placeholder
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    NO_HINTS,
    PLACEHOLDER_VALUE,
    UNUSABLE_VALUE,
    ColumnHints,
    StandardValue,
    doubtful,
    valid,
)
from steward.standardize.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

#: No answer has more letters.
_LONGEST_ANSWER = 40
#: So many words for men and women, in a few languages, stand in one column at most.
_MOST_WAYS = 40
_WORD = re.compile(r"\w+")
_BEFORE_ANSWER = re.compile(r"^([^\W\d_]+) ?[-:] ?([^\W\d_]+)$")
#: "On hold" is no answer.
_BEGIN_OTHERS = frozenset({"on", "off"})


def standardize_gender(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """ "male" or "female"; an answer that is neither, or both, is doubtful.

    >>> standardize_gender("Laki-laki").value, standardize_gender("P").value
    ('male', 'female')
    """
    word = _word(raw)
    answers = gender_answers((word,)) if hints.answers is None else hints.answers
    found = _of_column(word, "gender", answers)
    return (
        doubtful("") if found is UNUSABLE_VALUE and (_is_open(word, "gender") or _names_both(word, answers)) else found
    )


def standardize_consent(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """ "given" or "refused"; a word that says neither is invalid, since nobody may be contacted on a guess.

    What is only implied, or asked for and not answered yet, is doubtful.

    >>> standardize_consent("Ya").value, standardize_consent("STOP").value
    ('given', 'refused')
    """
    word = _word(raw)
    answers = consent_answers((word,)) if hints.answers is None else hints.answers
    found = _of_column(word, "consent", answers)
    if found is not UNUSABLE_VALUE:
        return found
    if said := _answer_of(word):
        return valid(said)
    return doubtful("") if _is_open(word, "consent") else found


def standardize_yes_no(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """ "yes" or "no"; a word that says neither is invalid.

    >>> standardize_yes_no("Ya").value, standardize_yes_no("TIDAK").value
    ('yes', 'no')
    """
    word = _word(raw)
    return _of_column(word, "yes_no", yes_no_answers((word,)) if hints.answers is None else hints.answers)


def standardize_category(name: str, raw: str) -> StandardValue:
    """A category by the name of its attribute; words of unknown sets are only trimmed.

    >>> standardize_category("channel", "WA").value, standardize_category("segment", " Gold  A ").value
    ('whatsapp', 'Gold A')
    """
    text = squeeze(raw).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    said = fold(text).strip(" .")
    known = _members(name).get(said) or _members(name).get(without_other_ending(said))
    if known:
        return valid(known)
    return PLACEHOLDER_VALUE if is_placeholder(text) else valid(text)


def gender_answers(raws: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What letters and numbers mean in a column of genders, "" for unknown; men come first, as on identity cards."""
    words = _short_words(raws)
    found = _named(sex_codes(words), "male", "female")
    numbers = {"1": "male", "2": "female", "0": "" if {"1", "2"} <= words else "female"}
    return (*found, *((number, meaning) for number, meaning in numbers.items() if number in words))


def set_written_in_several_ways(raws: Iterable[str]) -> str:
    """The set that all words of a column belong to, "" when there is none or each of its members is written in one way:
    "M" beside "male" is no other gender.

    >>> set_written_in_several_ways(["M", "F", "male", "FEMALE", "-"]), set_written_in_several_ways(["M", "L", "XL"])
    ('gender', '')
    """
    words = {word for word in _short_words(raws) if word and not is_placeholder(word, "answer")}
    if len(words) > _MOST_WAYS:
        return ""
    for name, answers in (("gender", gender_answers(words)), ("yes_no", yes_no_answers(words))):
        meant = {word: _of_column(word, name, answers).value for word in words}
        is_told = any(meant[word] and len(word) > 1 for word in words)
        if is_told and "" not in meant.values() and 1 < len(set(meant.values())) < len(words):
            return name
    return ""


def consent_answers(raws: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What letters mean in a column of consents, "" for unknown."""
    return _named(yes_no_codes(_short_words(raws)), "given", "refused")


def yes_no_answers(raws: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What letters mean in a column of yes and no, "" for unknown."""
    return _named(yes_no_codes(_short_words(raws)), "yes", "no")


def _named(codes: dict[str, bool | None], first: str, second: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, "" if is_first is None else first if is_first else second) for word, is_first in codes.items())


def _short_words(raws: Iterable[str]) -> set[str]:
    return {_word(raw) for raw in raws if len(raw) <= _LONGEST_ANSWER}


def _word(raw: str) -> str:
    return fold(squeeze(raw)).strip(" .'!").removesuffix(".0")


def _of_column(word: str, name: str, answers: tuple[tuple[str, str], ...]) -> StandardValue:
    """What a word means by what it means in its column, else by itself."""
    if not word:
        return EMPTY_VALUE
    for answer, meaning in answers:
        if answer == word:
            return valid(meaning) if meaning else UNUSABLE_VALUE
    return _of_set(word, name)


def _answer_of(text: str) -> str:
    """What a sentence answers by its first word, "Yes please"; "" when another word of it says the opposite.

    A yes is one only where each other word is known to go with it: "Yes, but don't call" is none. The answer may stand
    behind a dash: "Verbal - Yes".
    """
    first, *others = _WORD.findall(_BEFORE_ANSWER.sub(r"\2 \1", text)) or ("",)
    if others and first in _members("denial") and all(word in _members("denied") for word in others):
        return "refused"
    answer = _answers().get(first, "")
    if answer == "given":
        return answer if all(word.isdigit() or word in _beside_yes() for word in others) else ""
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


@cache
def _beside_yes() -> frozenset[str]:
    """Words that take nothing away from a yes: other words for it, the ways of contact, and courtesies."""
    said = [word for word, answer in _members("consent").items() if answer == "given"]
    phrases = (*said, *_members("channel"), *_members("consent_courtesy"))
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase))


def _is_open(word: str, name: str) -> bool:
    """Whether a word is an answer that leaves open what is asked."""
    return word in _members(f"{name}_open")


def _names_both(text: str, answers: tuple[tuple[str, str], ...]) -> bool:
    """Whether a text names both sexes, "L & P (kembar)"."""
    said = _members("gender") | dict(answers)
    return {"male", "female"} <= {said.get(word, "") for word in _WORD.findall(text)}


def _of_set(word: str, name: str) -> StandardValue:
    known = _members(name).get(word)
    if known:
        return valid(known)
    return PLACEHOLDER_VALUE if is_placeholder(word, "answer") else UNUSABLE_VALUE


@cache
def _members(name: str) -> dict[str, str]:
    rows = [row for row in reference.rows("categories") if row["set"] == name]
    # Folded like what is looked up: "Sí" is written with its accent here and there.
    members = {fold(word): row["value"] for row in rows for word in row["words"].split("|")}
    return members | {row["value"]: row["value"] for row in rows}
