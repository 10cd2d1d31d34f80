"""The sentences of expected failures, so that they can be read in the language of the window.

Lower layers make English sentences; each is found again here by its pattern and made anew from the translation.
A sentence that no pattern fits is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from steward.domain.attributes import AttributeGroup
from steward.ui.language import QT_TRANSLATE_NOOP
from steward.ui.words.attributes import attribute_in_sentence, target_label
from steward.ui.words.joining import join_words
from steward.ui.words.list_problems import LIST_PROBLEMS
from steward.ui.words.rules import group_label
from steward.ui.words.store_problems import STORE_PROBLEMS

PATTERNS = (*STORE_PROBLEMS, *LIST_PROBLEMS)

#: Words that lower layers put into those sentences.
_WORDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Problems", "sample"),
    QT_TRANSLATE_NOOP("Problems", "certificate"),
    QT_TRANSLATE_NOOP("Problems", "a source"),
    QT_TRANSLATE_NOOP("Problems", "a picture"),
    QT_TRANSLATE_NOOP("Problems", "a PDF document"),
    QT_TRANSLATE_NOOP("Problems", "a text document"),
    QT_TRANSLATE_NOOP("Problems", "a database"),
    QT_TRANSLATE_NOOP("Problems", "a compressed file"),
    QT_TRANSLATE_NOOP("Problems", "a program"),
)


def find_pattern(sentence: str) -> tuple[str, dict[str, str]] | None:
    """The pattern that a sentence was made from, with its parts; None when there is none."""
    for pattern in PATTERNS:
        match = _expression(pattern).fullmatch(sentence)
        if match is not None:
            return pattern, match.groupdict()
    return None


def translated(sentence: str) -> str:
    """The sentence in the language in force, or as it came."""
    found = find_pattern(sentence)
    if found is None:
        return sentence
    pattern, parts = found
    told = {name: _part(name, text) for name, text in parts.items()}
    return QCoreApplication.translate("Problems", pattern).format(**told)


def _part(name: str, text: str) -> str:
    """What stands at a placeholder, in the language in force where it is a word of Steward's own."""
    if name == "attribute":
        return attribute_in_sentence(text)
    if name == "attributes":
        return join_words([attribute_in_sentence(one.lower()) for one in text.split(", ")])
    if name == "target":
        return target_label(text)
    if name == "group" and text in set(AttributeGroup):
        return group_label(AttributeGroup(text))
    return QCoreApplication.translate("Problems", text) if text in _WORDS else text


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", pattern)
    # Every second piece is the name of a placeholder.
    made = [f"(?P<{piece}>.+)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)]
    return re.compile("".join(made), re.DOTALL)
