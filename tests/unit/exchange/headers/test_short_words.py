"""Words of headers that were cut short or misspelt."""

from __future__ import annotations

import pytest

from steward.exchange.headers.keys import is_known_header
from steward.exchange.headers.short_words import ShortWords
from steward.exchange.headers.words import read_header

WORDS = ShortWords.of(
    ["occupation", "kecamatan", "plafon", "plafond", "belanja", "nominal", "nomor"], {"belanja": ["blj"]}, {"nomi"}
)


@pytest.mark.parametrize(
    ("short", "word"),
    [
        ("ocpt", "occupation"),
        ("kcmtn", "kecamatan"),
        ("plaf", "plafon"),
        ("blj", "belanja"),
        ("nom", "nom"),  # of two words
        ("nomi", "nomi"),  # the name of a person
        ("ocean", "ocean"),  # whole: it has its vowels
    ],
)
def test_a_short_word_stands_for_the_one_word_that_it_is_short_for(short: str, word: str) -> None:
    assert WORDS.whole(short) == word


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("OCPT", "occupation"),
        ("CUST_ADRS", "address"),
        ("FAM_CARD_NO", "family_card"),
        ("CNEE_KEC", "district"),
        ("TGL_BUKA_REK", "first_seen"),
    ],
)
def test_headers_of_short_words_are_read(header: str, target: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.targets[0] == target


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ("ocupation", "occupation"),
        ("belanjaa", "belanja"),
        ("nominel", "nominal"),
        ("blanja", "belanja"),
        ("plafom", "plafon"),
        ("ominal", "ominal"),  # nobody gets the first letter wrong
        ("nomer", "nomer"),  # too short to be sure
    ],
)
def test_a_word_that_is_one_letter_wrong_is_put_right_where_only_one_is_near(wrong: str, word: str) -> None:
    assert WORDS.corrected(wrong) == word


def test_a_header_that_must_be_put_right_is_read_but_finds_no_table() -> None:
    meaning = read_header("Panggiln")
    assert meaning is not None
    assert (meaning.targets[0], is_known_header("Panggiln")) == ("nickname", False)


@pytest.mark.parametrize("name", ["Siti", "Hadi", "Peter", "Chris"])
def test_names_of_people_are_no_headers_cut_short(name: str) -> None:
    assert not is_known_header(name)
