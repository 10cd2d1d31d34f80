"""Which letters say that a text was read in another encoding than it was written in."""

from __future__ import annotations

import pytest

from steward.exchange.letters import foreign_letters, misread_letters

WRITTEN = {
    "cp1254": "Ayşe Yılmaz, Oğuz Kılıç, Çınar Güneş, İstanbul, Eskişehir",
    "cp1250": "Jiří Dvořák, Šárka Černá, Plzeň, Ústí, Třída",
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_letters_that_no_one_language_has_together_are_those_of_another_encoding(encoding: str) -> None:
    text = WRITTEN[encoding]
    read = text.encode(encoding).decode("cp1252")
    wrong = {after for before, after in zip(text, read, strict=True) if before != after}
    assert misread_letters(foreign_letters([read])) == wrong
    assert misread_letters(foreign_letters([text])) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Þórður Sigurðsson, Guðrún Jónsdóttir, Þóra Ýmisdóttir",
        "Íñigo Muñoz, José Peña, João Conceição, Hélène Lefèvre, Jürgen Groß, Åke Sjöberg, Niccolò Forlì",
        "Ayþe Yýlmaz",
    ],
)
def test_letters_of_a_language_of_several_and_too_few_ones_prove_nothing(text: str) -> None:
    assert misread_letters(foreign_letters([text])) == frozenset()
