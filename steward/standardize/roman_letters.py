"""Names of other scripts in Roman letters: one list writes Алексеев, the next one Alekseev."""

from __future__ import annotations

import unicodedata

#: Without those that are taken apart, such as й and ї. A hyphen: nothing.
_CYRILLIC = dict(
    zip(
        "абвгдежзиклмнопрстуфхцчшщъыьэюяѣґєіђјљњћџѕ",
        "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia e g ie i dj j lj nj c dz dz".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψως",
        "a v g d e z i th i k l m n x o p r s t u f ch ps o s".split(),
        strict=True,
    )
)
_ROMAN = str.maketrans({letter: "" if roman == "-" else roman for letter, roman in (_CYRILLIC | _GREEK).items()})
#: Where these blocks of letters begin and end.
_FIRST, _LAST = "\u0370", "\u052f"


def romanized(text: str) -> str:
    """Cyrillic and Greek letters as Roman ones, in lower case; everything else stays.

    >>> romanized("Щербакова Юлия"), romanized("Παπαδόπουλος"), romanized("Müller")
    ('shcherbakova iuliia', 'papadopoulos', 'Müller')
    """
    if text.isascii() or not any(_FIRST <= letter <= _LAST for letter in text):
        return text
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_ROMAN)
