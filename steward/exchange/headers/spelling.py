"""Headers spelled one way, whoever wrote them: "No. Handphone", "no_hp" and "NoHP" are "no hp"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from steward.exchange.headers.file import header_file
from steward.resources import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

#: One word each, however they are written. "Office mail" is two: its e is the end of a word.
_BRANDS = re.compile(
    r"(whats)[ -]?(app)|(linked)[ -]?(in)|(tik)[ -]?(tok)|(face)[ -]?(book)|(you)[ -]?(tube)"
    r"|((?-i:(?<![^\W\d_])e|(?<![A-Z])E))[ -](mail)"
    r"|(bum)[ -]?(des)",
    re.I,
)
#: "DoB" is one word.
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][A-Za-z])|(?<=[A-Z])(?=[A-Z][a-z])")
#: What programs write before a field of a type, "sLName", "bNoEmail", and around one that somebody added: "ZZSPERRE",
#: "Rate__c".
_OF_PROGRAMS = re.compile(
    r"^(?:s|b|d|n|i|l|c|dt|dc|str|int|txt|chr|vch|dbl|dec|cur|bln|lng|fld)(?=[A-Z]+[a-z])(?!\w* )"
    r"|^ZZ_?(?=[A-Z]{3})|(?<=\w)__p?[cr]$"
)
#: Vowels and tones that Arabic, Hebrew, Thai and the scripts of India write around letters are parts of words; the sign
#: for a word that was cut short, \u0970, is none, as a dot is none.
_MARKS = r"\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u096f\u0971-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_NOT_WORD = re.compile(rf"(?:(?![{_MARKS}])[\W_])+")
_ACCENT = re.compile(r"[\u0300-\u036f]")
#: Letters that are no other one with an accent; Arabic ones that people write for each other, and what only stretches.
_OWN_LETTERS = str.maketrans("đĐøØłŁıأإآٱىة", "dDoOlLiاااايه", "\u0640")
_MONEY_SIGN = re.compile(r"[\u0024\u00a3\u00a5\u20a0-\u20bf]")
#: "D.O.B." and "N P W P" are one word each.
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b(?:[A-Z] ){2,}[A-Z]\b")
#: "Customer's Name" is that of the customer; "don't" is one word.
_APOSTROPHE = re.compile(r"(?<=\w)['’]s\b|(?<=n)['’](?=t\b)", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[{（【][^)\]}）】]*[)\]}）】]")
#: Chinese, Japanese, Korean and Thai are written without blanks.
NO_BLANKS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: "N.º" and "N°"
_NUMERO = re.compile(r"\bn\.? ?[º°]", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"(?<=[A-Za-z]) ?#")


def normalize_header(header: str) -> str:
    """A header's words in lower case with common abbreviations spelled one way."""
    if header.islower() and header.replace(" ", "").isalpha():
        # Most words of the files of headers need no more.
        plain = _BRANDS.sub(_in_one_word, header)
        return respelled((plain if plain.isascii() else _without_accents(plain).casefold()).split())
    amounts = _MONEY_SIGN.sub(" amount ", _money_named().sub(" amount ", _APOSTROPHE.sub("", _of_field(header))))
    spelled = _signs().sub(lambda match: f" {_words_of_signs()[match[0].lower()]} ", amounts)
    numbered = _NUMERO.sub(" no ", _NUMBER_SIGN.sub(" no ", spelled))
    undotted = _DOTTED.sub(lambda match: re.sub(r"\W", "", match[0]).lower(), numbered)
    whole_brands = _BRANDS.sub(_in_one_word, undotted)
    plain = whole_brands if whole_brands.isascii() else _without_accents(whole_brands)
    return respelled(_NOT_WORD.sub(" ", _CAMEL.sub(" ", plain).casefold()).split())


def _of_field(header: str) -> str:
    """The header without what only programs say by it."""
    return _OF_PROGRAMS.sub("", header)


def _in_one_word(match: re.Match[str]) -> str:
    return "".join(filter(None, match.groups())).lower()


def without_brackets(header: str) -> str:
    """The header without what stands in brackets, unless that is all."""
    return bare if (bare := _BRACKETS.sub(" ", header)).strip() else header


def brackets_of(header: str) -> str:
    """What stands in brackets in a header."""
    return " ".join(_BRACKETS.findall(header))


def without_currency(header: str) -> str:
    """The header without the name of the money that its amounts are in: "Total AED"."""
    return bare if (bare := _currency_at_end().sub("", header)).strip() else header


def respelled(words: list[str]) -> str:
    """The words as a phrase, each by the one that it stands for."""
    spellings = known_spellings()
    return " ".join(spellings.get(word, word) for word in words)


def holds(phrase: str, words: Iterable[str]) -> bool:
    """Whether any of these stands in a normalized header, some of them several words long."""
    apart = f" {phrase} "
    return any(f" {word} " in apart for word in words)


@cache
def known_spellings() -> dict[str, str]:
    """What people write -> the word that it stands for."""
    return {word: standard for standard, words in header_file()["same_words"].items() for word in words}


@cache
def _words_of_signs() -> dict[str, str]:
    return {sign: words for words, signs in header_file()["signs"].items() for sign in signs}


@cache
def _signs() -> re.Pattern[str]:
    """Those of letters as whole words: "a/c" is an account, "data/cabang" is none."""
    signs = (rf"\b{re.escape(sign)}\b" if sign[0].isalpha() else re.escape(sign) for sign in _words_of_signs())
    return re.compile("|".join(signs), re.IGNORECASE)


@cache
def _money_named() -> re.Pattern[str]:
    """The name of a currency in brackets."""
    names = "|".join(map(re.escape, (*header_file()["currencies"], *read_lines("reference/currencies.txt"))))
    return re.compile(rf"[(\[]\s*(?:in )?(?:{names})\.?\s*[)\]]", re.IGNORECASE)


@cache
def _currency_at_end() -> re.Pattern[str]:
    """Money named behind what it is of; that of two letters only where a sign or a stroke sets it apart."""
    names = "|".join(re.escape(name) for name in sorted(read_lines("reference/currencies.txt"), key=len, reverse=True))
    return re.compile(rf"(?<=[\w.)])(\s*[-/,:]\s*|\s+|_)(?:in |en |em |w )?(?:{names})\.?\s*$", re.IGNORECASE)


def _without_accents(text: str) -> str:
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", text.translate(_OWN_LETTERS)))
    # What was no accent but part of a letter is put together again.
    return unicodedata.normalize("NFC", bare)
