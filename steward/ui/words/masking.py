"""Masking at showing: identity and account numbers as dots with their end; what is compared and written stays."""

from __future__ import annotations

from enum import Enum

from steward.domain.attributes import is_number_of_person

DOT = "•"
#: So many characters stay, by which a steward tells two numbers apart.
SHOWN = 4


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


def masked(value: str) -> str:
    """A value as dots with its last characters; a short one as dots alone."""
    end = value[-SHOWN:] if len(value) > SHOWN else ""
    return DOT * (len(value) - len(end)) + end
