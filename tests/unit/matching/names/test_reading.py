"""What is read of names and of the addresses that spell them."""

from __future__ import annotations

import pytest

from steward.domain.attributes import AttributeType
from steward.domain.progress import NoProgress
from steward.matching.columns import Column
from steward.matching.names.reading import letters_only, read_names


@pytest.mark.parametrize(
    "texts",
    [
        ["Budi.Santoso88@Mail.com", "@teguh_hadi", "", "0812"],
        ["René.Müller1@mail.com", "Budi-2"],
        ["two\nlines 1", "one_line"],
    ],
)
def test_only_letters_are_left_whatever_stands_beside_them(texts: list[str]) -> None:
    expected = ["".join(letter for letter in text.lower() if letter.isalpha()) for text in texts]
    assert letters_only(texts, NoProgress()) == expected


def test_texts_of_several_portions_keep_their_places() -> None:
    texts = [f"a{n}b" if n % 3 else f"é{n}" for n in range(120_000)]
    assert letters_only(texts, NoProgress()) == ["ab" if n % 3 else "é" for n in range(120_000)]


def test_names_of_two_scripts_have_the_same_words() -> None:
    values = ["Щербакова Юлия", "Shcherbakova Iuliia", "Юлия Щербакова"]
    names = read_names([Column("name", AttributeType.NAME, values)], NoProgress())
    assert len({frozenset(row) for row in names.main.ids.tolist()}) == 1
