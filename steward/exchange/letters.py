"""Letters beyond A to Z, and which language writes with them: what tells one encoding of a text from another.

A text that was read in the encoding it was written in has the letters of a language; in a wrong one it has those of
many: "Ayşe Yılmaz" of Windows-1254 reads "Ayþe Yýlmaz" in Windows-1252, and no language has both "ý" and "ç".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Small letters, by language as Unicode's CLDR lists them; those of a name from a neighbour may come with them.
_LANGUAGES = {
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåéäö",
    "de": "äöüß",
    "es": "áéíñóúü",
    "fr": "àâæçèéêëîïôùûüÿœ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìíîòóùú",
    "lt": "ąčęėįšųūž",
    "nl": "áèéëïíóöüú",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúü",
    "ro": "ăâîșşțţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sv": "åäöéü",
    "tr": "çğıöşüâîû",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}
_LETTERS = {language: frozenset(letters + letters.upper() + "İ") for language, letters in _LANGUAGES.items()}
_ALL_LETTERS = frozenset().union(*_LETTERS.values())
#: Fewer letters than these prove nothing.
FEWEST_LETTERS = 10
#: So much of what is no English letter is explained by one language in the encoding that is right, and so much more
#: than in the wrong one.
_FITS, _BETTER = 0.95, 0.1
#: Windows encodings of Latin letters that are often read in the Western one.
_MISREAD = ("cp1254", "cp1250")
#: Words with something in them that is not of an English typewriter; signs that stand alone are no part of one.
_WORD = re.compile(r"[A-Za-z]*(?:[^\x00-\x7f\s][A-Za-z]*)+")
_LETTERS_ONLY = re.compile(r"[^\W\d_]+")
#: Chinese, Japanese and Korean words have English letters in them as they are: "A会員", "VIP客户".
_FIRST_OF_EAST_ASIA = "\u2e80"


def foreign_letters(texts: Iterable[str]) -> Counter[str]:
    """How often each character beyond those of an English typewriter stands inside a word of the texts.

    >>> foreign_letters(["“Café” 20°", "Peña"])
    Counter({'é': 1, 'ñ': 1})
    """
    counts: Counter[str] = Counter()
    for text in texts:
        if not text.isascii():
            for word in _WORD.findall(text):
                inside = word.strip("“”„‚‘’…–—°ºª«»·•€£¥§©®™\u00a0\u200b\ufeff")
                counts.update(char for char in inside if not char.isascii())
    return counts


def share_of_one_language(counts: Counter[str]) -> float:
    """The greatest share of the characters that one language written in Latin letters explains."""
    total = counts.total()
    most = max(sum(count for char, count in counts.items() if char in letters) for letters in _LETTERS.values())
    return most / total if total else 1.0


def known_letters(texts: Iterable[str]) -> frozenset[str]:
    """The letters beyond English ones that stand in the texts, and those of the languages that may have written them.

    >>> "ñ" in known_letters(["José Gómez"]), "ø" in known_letters(["José Gómez"])
    (True, False)
    """
    counts = foreign_letters(texts)
    fitting = [
        letters
        for letters in _LETTERS.values()
        if sum(count for char, count in counts.items() if char in letters) >= _FITS * counts.total()
    ]
    return frozenset("".join(counts).lower() + "".join(counts).upper()).union(*(fitting if counts else ()))


def share_of_known(text: str, known: frozenset[str]) -> float:
    """The share of the characters beyond English ones that are known; those in words of two scripts are not."""
    foreign = sum(1 for char in text if not char.isascii())
    words = (word for word in _foreign_words(text) if not _is_of_two_scripts(word))
    return sum(1 for word in words for char in word if char in known) / foreign if foreign else 0.0


def share_of_two_scripts(text: str) -> float:
    """The share of the words with letters beyond English ones that are of two scripts."""
    words = _foreign_words(text)
    return sum(map(_is_of_two_scripts, words)) / len(words) if words else 0.0


def has_word_of_two_scripts(text: str) -> bool:
    """Whether letters of another script than the Latin one stand among English ones; in East Asia they do.

    >>> [has_word_of_two_scripts(text) for text in ("Mוlernr", "Målernr", "רחוב Herzl, 5", "VIP客户")]
    [True, False, False, False]
    """
    return any(map(_is_of_two_scripts, _foreign_words(text)))


def _foreign_words(text: str) -> list[str]:
    return [word for word in _LETTERS_ONLY.findall(text) if not word.isascii()]


def _is_of_two_scripts(word: str) -> bool:
    others = (char for char in word if not char.isascii() and not is_latin(char))
    return any(char.isascii() for char in word) and any(char < _FIRST_OF_EAST_ASIA for char in others)


@cache
def is_latin(char: str) -> bool:
    """Whether a character is a letter of the Latin script."""
    return unicodedata.name(char, "").startswith("LATIN ")


def is_of_some_language(char: str) -> bool:
    """Whether a letter is one of a language written in Latin letters."""
    return char in _ALL_LETTERS


def is_better_read(share: float, western: float) -> bool:
    """Whether an encoding that explains this share is the right one, and not the Western one."""
    return share >= max(_FITS, western + _BETTER)


def misread_letters(counts: Counter[str]) -> frozenset[str]:
    """The letters that stand for others: those of a text of another Windows encoding that was read in the Western one.

    >>> "".join(sorted(misread_letters(foreign_letters(["Ayþe Yýlmaz Çýnar", "Oðuz Kýlýç", "Eskiþehir Gül"]))))
    'ðýþ'
    """
    western = share_of_one_language(counts)
    if counts.total() < FEWEST_LETTERS or not is_better_read(1.0, western):
        return frozenset()
    for encoding in _MISREAD:
        right = {char: char.encode("cp1252", "ignore").decode(encoding, "ignore") or char for char in counts}
        anew: Counter[str] = Counter()
        for char, count in counts.items():
            anew[right[char]] += count
        if is_better_read(share_of_one_language(anew), western):
            return frozenset(char for char in counts if right[char] != char)
    return frozenset()
