"""Columns of a sheet by their letters."""

from __future__ import annotations


def column_index(letters: str) -> int:
    """The index from 0 of a column: "A" is 0, "AA" is 26."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(index: int) -> str:
    """The letters over a column: 0 is "A", 26 is "AA"."""
    letters = ""
    while index >= 0:
        index, digit = divmod(index, 26)
        letters = chr(ord("A") + digit) + letters
        index -= 1
    return letters
