"""Plain text: invisible characters and double spaces off, words in title case, folding to ASCII."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

_ENTITY = re.compile(r"&(?:amp|nbsp|quot|apos|lt|gt|#\d{1,6}|#[xX][0-9a-fA-F]{1,6});")
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"}
)
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
#: Letters that Unicode does not take apart into a base letter and an accent.
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)
#: The further bytes of a letter in UTF-8 as Western encodings show them. Some are signs that close a word, too.
_FURTHER, _CLOSING = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]", "(?![‚„…‘’“”•–—](?!\\w))"
_MISREAD = re.compile(f"[À-ÿ]{_FURTHER}{{2,3}}|[Â-ÅÎ-Ñâ-åî-ñ]{_CLOSING}{_FURTHER}")
#: Signs of Windows-1252 that stand for bytes of Latin-1 without a sign.
_WESTERN = {ord(sign): byte for byte in range(0x80, 0xA0) if (sign := bytes((byte,)).decode("cp1252", "ignore"))}
_WORD = re.compile(r"[^\W_]+")
_CAMEL_NAME = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-z]{2,}")


def squeeze(raw: str) -> str:
    """Text as a person sees it: misread letters and entities resolved, invisible characters off, every gap one blank.

    >>> squeeze(" Toko\\u00a0A &amp;  B ")
    'Toko A & B'
    """
    text = " ".join((raw if raw.isascii() else mended(raw)).split())
    if text.isascii() and "&" not in text and text.isprintable():
        return text
    while True:
        cleaned = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
        cleaned = unicodedata.normalize("NFC", "".join(map(_visible, cleaned)))
        cleaned = mended(" ".join(cleaned.split()))
        if cleaned == text:
            return text
        text = cleaned


def mended(text: str) -> str:
    """Text that was written in UTF-8 and read in a Western encoding, put right where every letter of it says so.

    >>> mended("AndrÃ© MÃ¼ller"), mended("André MÃ¼ller")
    ('André Müller', 'André MÃ¼ller')
    """
    while _MISREAD.search(text):
        try:
            right = _MISREAD.sub(_read_anew, text)
        except UnicodeError:
            break
        if not _MISREAD.sub("", text).isascii():
            break
        text = right
    return text


def _read_anew(found: re.Match[str]) -> str:
    """The letter of a few misread bytes; its first one may have been made small or capital since."""
    first, further = found[0][0], found[0][1:].translate(_WESTERN)
    try:
        return (first + further).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return (first.swapcase() + further).encode("latin-1").decode("utf-8")


def plain_quotes(text: str) -> str:
    """Typographic quotes and dashes as the keyboard has them."""
    return text if text.isascii() else text.translate(_QUOTES)


def fold(text: str) -> str:
    """Lower-case ASCII, accents off: ``fold("Café Ørsted") == "cafe orsted"``. Other scripts stay."""
    if text.isascii():
        return text.lower()
    lowered = plain_quotes(text).casefold().translate(_UNDECOMPOSED)
    apart = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in apart if not unicodedata.combining(char)).casefold()


def is_roman_numeral(word: str) -> bool:
    """I to XXXIX; a lone "I", "V" or "X" counts."""
    return bool(word) and _ROMAN.fullmatch(word) is not None


@lru_cache(maxsize=100_000)
def capitalize_word(word: str) -> str:
    """One word with a capital first letter, also after a hyphen: ``"KARO-KARO"`` -> ``"Karo-Karo"``.

    After an apostrophe only behind a single letter: D'Souza, but Ma'ruf. McArthur and DeVries stay.
    """
    if _CAMEL_NAME.fullmatch(word):
        return word
    if "-" in word:
        return "-".join(map(capitalize_word, word.split("-")))
    head, mark, tail = word.partition("'")
    if mark and len(head) == 1 and len(tail) > 1:
        return head.upper() + mark + capitalize_word(tail)
    return _capitalize(word)


def words_of(text: str) -> list[str]:
    """Folded words of letters and digits; apostrophes join: ``"Nur'aini, S."`` -> ``["nuraini", "s"]``."""
    if text.isascii() and text.isalpha():
        return [text.lower()]
    return _WORD.findall(fold(text).replace("'", ""))


def _capitalize(word: str) -> str:
    for index, char in enumerate(word):
        if char.isalpha():
            first = char.upper()
            # Some letters have a capital of two letters ("ß" -> "SS"), which would change on every pass.
            first = first if len(first) == 1 else char
            return word[:index] + first + _lower(word[index + 1 :])
    return word


def _lower(text: str) -> str:
    # "İ" has a lower case of two characters, which would change on every pass.
    return text.lower() if text.isascii() else "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Co", "Cn"} else char
