"""Masking at showing: identity and account numbers as dots with their end; what is compared and written stays."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from steward.domain.attributes import is_number_of_person

if TYPE_CHECKING:
    from collections.abc import Iterable

DOT = "•"
#: So many characters stay, by which a steward tells two numbers apart.
SHOWN = 4
#: A number of fewer signs inside a text may stand there by chance.
_TELLING = 6
#: A title that is no name but a number of a person, by which a list knows somebody whom it does not name.
_NUMBER_AS_TITLE = re.compile(r"[A-Za-z]{0,2}(?:[ ./#-]*\d){7,}")


class Mask(Enum):
    """Whether numbers that identify a person are shown."""

    OFF = False
    ON = True

    def hides(self, attribute: str) -> bool:
        """Whether values of this attribute are masked."""
        return self is Mask.ON and is_number_of_person(attribute)

    def text(self, attribute: str, value: str) -> str:
        """The value as it may be shown: "••••••••••••0004"."""
        return masked(value) if self.hides(attribute) else value

    def found(self, text: str) -> str:
        """What a search found: a part of a number finds all of it, and nobody says of what attribute it is."""
        hides = self is Mask.ON and "@" not in text and any(sign.isdigit() for sign in text)
        return masked(text) if hides else text

    def title(self, title: str) -> str:
        """What somebody is called: a customer without a name may be called by the number that is the list's key."""
        return masked(title) if self is Mask.ON and _NUMBER_AS_TITLE.fullmatch(title) else title

    def among(self, text: str, numbers: Iterable[str]) -> str:
        """A text that may be, or hold, one of these numbers of a person, in whatever way it is written."""
        if self is Mask.OFF:
            return text
        signs = _signs(text)
        written = filter(None, map(_signs, numbers))
        holds = any(number == signs or (len(number) >= _TELLING and number in signs) for number in written)
        return masked(text) if holds else text


def masked(value: str) -> str:
    """A value as dots with its last characters; a short one as dots alone."""
    end = value[-SHOWN:] if len(value) > SHOWN else ""
    return DOT * (len(value) - len(end)) + end


def _signs(text: str) -> str:
    """Letters and digits alone: blanks and dashes say nothing."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
