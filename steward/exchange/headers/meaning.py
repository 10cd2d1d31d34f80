"""What a header was understood to say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header says: possible targets in order, the words that told it, and how sure they are (0..1).

    ``is_vague``: the words alone are not enough, the cells must look like it. ``is_misspelt``: only with a letter put
    right they say anything, as values may by chance.
    """

    targets: tuple[str, ...]
    words: str
    confidence: float
    is_vague: bool = False
    is_misspelt: bool = False
