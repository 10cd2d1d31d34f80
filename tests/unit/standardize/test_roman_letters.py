"""Names of other scripts in Roman letters."""

from __future__ import annotations

import pytest

from steward.standardize.roman_letters import romanized


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Григорьев Аркадий", "grigorev arkadii"),
        ("Їжакевич", "izhakevich"),
        ("Đorđević Ђорђевић", "đorđevic djordjevic"),
        ("Γεωργίου Νίκος", "georgiou nikos"),
        ("Müller Ørsted", "Müller Ørsted"),
        ("王伟", "王伟"),
        ("", ""),
    ],
)
def test_cyrillic_and_greek_are_written_in_roman_letters(text: str, expected: str) -> None:
    assert romanized(text) == expected
