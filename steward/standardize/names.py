"""Names of people: titles off, title case, alternatives and fathers' names apart; keys for matching."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from steward.standardize import reference
from steward.standardize.family_first import with_comma
from steward.standardize.organizations import is_organization, standardize_organization, without_state_words
from steward.standardize.placeholders import fillers_of, is_placeholder
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    NO_HINTS,
    PLACEHOLDER_VALUE,
    ColumnHints,
    StandardValue,
    doubtful,
    invalid,
    valid,
)
from steward.standardize.text import capitalize_word, fold, plain_quotes, squeeze, words_of
from steward.standardize.titles import are_titles, take_titles, title_words

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Words of letters alone; most names of a list are no more than that.
_PLAIN = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,})*")
#: Words of letters that mean more than themselves: other names, fathers, the Balinese "Ni", legal forms.
_TELLING_WORDS = frozenset(
    "alias als aka bin binti ni pt cv ud nv fa pd tbk".split()
    + "firma koperasi yayasan perumda perseroda ltd llc gmbh inc corp".split()
)
_ALIAS = re.compile(r"\s*(?:\b(?:alias|als\.?|a\.?k\.?a\.?|d/h)(?=\s)|\s[/@]\s|/(?=[^\W\d_]{3}))\s*", re.IGNORECASE)
#: Alone it stands before another name, as in Malaysia: "Tan Ah Kau @ Tan Kok Hooi".
_HANDLE = re.compile(r"@(?!\s)|(?<!\s)@")
#: "Davids, VH", "Van Dyk, PJ": capitals behind a single family name that is not all in capitals.
_GLUED_INITIALS = re.compile(r"^((?:[^\W\d_]{1,3} ){0,2}[^\W\d_][\w'-]*[a-z]), ?([A-Z]{2,3})$")
_PARENTHESIS = re.compile(r"\s*\(([^()]*)(?:\)|$)\s*")
_FATHER = re.compile(r"\s+(?:[bB][iI][nN][tT][iI]|[bB][iI][nN]|bt\.|bte\.?|b\.)(?:\s+(.*)|$)")
_DIGIT_IN_WORD = re.compile(r"(?<=[^\W\d_])[015](?=[^\W\d_])")
_LOOKS_LIKE = str.maketrans("015", "ois")
_PARTICLES = frozenset(
    {
        "bin",
        "binti",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "ter",
        "of",
        "the",
        "and",
        "du",
    }
)
_SYMBOLS = frozenset({"So", "Sk", "Cn"})
#: Marks above or below Latin letters that no composed letter holds; the marks of other scripts have lower classes.
_STRAY_MARKS = 200
#: What programs write for nothing is "NaN", "nan", "NA" or "NULL"; so written, people are called it.
_NAMES_LIKE_FILLERS = frozenset({"Nan", "Na", "Null"})


def standardize_name(raw: str, hints: ColumnHints = NO_HINTS) -> StandardValue:
    """A person's name without titles, in title case.

    >>> standardize_name("Hj. SRI WAHYUNI binti Harjo, S.Pd.").value
    'Sri Wahyuni'

    An organization in a column of names is standardized as one. A letter read as a digit (PRAY0GA) is
    mended and doubtful.
    """
    if clear := clear_names((raw,)):
        return valid(clear[raw])
    text = plain_quotes(squeeze(with_comma(raw) if hints.has_family_first else raw)).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    if text not in _NAMES_LIKE_FILLERS and is_placeholder(text, "word", "name"):
        return PLACEHOLDER_VALUE
    if is_organization(text):
        organization = standardize_organization(text)
        if not organization.value or is_organization(organization.value):
            return organization
        # Only "Tbk" made it one, and that is gone: read on as a name.
        text = without_state_words(text)
    if _HANDLE.search(text) or not any(map(str.isalpha, text)):
        return invalid(text)
    main = _until_stable(_GLUED_INITIALS.sub(_apart, _main_part(text)))
    if not any(map(str.isalpha, main)) or (main not in _NAMES_LIKE_FILLERS and is_placeholder(main, "word", "name")):
        return PLACEHOLDER_VALUE
    if is_organization(main):
        return standardize_organization(main)
    mended = _DIGIT_IN_WORD.sub(lambda found: found[0].translate(_LOOKS_LIKE), main)
    return valid(main) if mended == main else doubtful(_until_stable(mended))


def clear_names(raws: Iterable[str]) -> dict[str, str]:
    """The standard values of those that need no cleaning and leave no doubt: words that are nothing but names."""
    fillers = fillers_of("word", "name")
    found = {}
    for raw in filter(_PLAIN.fullmatch, raws):
        words = list(map(_plain_word, raw.split()))
        if all(words) and raw.lower() not in fillers and raw.strip("xX"):
            found[raw] = " ".join(words)
    return found


def name_tokens(standard: str) -> tuple[str, ...]:
    """The words of a standard name for comparing: folded, lower case, words of nobility off.

    >>> name_tokens("R.A. Sri Ma'ruf")
    ('sri', 'maruf')
    """
    words = [word for piece in standard.split() for word in _words_in(piece)]
    kept = tuple(word for word in words if word not in reference.words("nobility"))
    return kept or tuple(words)


def fold_spelling(token: str) -> str:
    """The skeleton that old, new and free spellings of a folded name word share.

    >>> fold_spelling("tjahjono"), fold_spelling("cahyono"), fold_spelling("soekarno"), fold_spelling("rachmat")
    ('cahiono', 'cahiono', 'sukarno', 'rahmat')
    """
    skeleton = token
    for old, new in _SPELLINGS:
        skeleton = skeleton.replace(old, new)
    skeleton = re.sub(r"([a-z])\1+", r"\1", skeleton)
    return re.sub(r"i+", "i", skeleton)


def canonical_token(token: str) -> str:
    """The name word that stands for all its known spellings: ``canonical_token("moch") == "muhammad"``."""
    return _variants().get(token, token)


def nicknames_of(token: str) -> tuple[str, ...]:
    """The full name words a short name can stand for: () when none is known.

    >>> nicknames_of("siska")
    ('fransiska',)
    """
    return _nicknames().get(token, ())


#: Order matters: dj before j, and ch before the single letters.
_SPELLINGS = (
    ("tj", "c"),
    ("dj", "j"),
    ("nj", "ny"),
    ("sj", "sy"),
    ("oe", "u"),
    ("ch", "h"),
    ("kh", "h"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("sy", "s"),
    ("sh", "s"),
    ("q", "k"),
    ("x", "ks"),
    ("v", "f"),
    ("p", "f"),
    ("z", "s"),
    ("ae", "ai"),
    ("ie", "i"),
    ("y", "i"),
    ("j", "i"),
)


@lru_cache(maxsize=100_000)
def _plain_word(word: str) -> str:
    """A word of letters in title case; "" when it may be a title, an abbreviation or anything else but a name."""
    return "" if word.lower() in _words_to_look_at() else capitalize_word(word)


@cache
def _words_to_look_at() -> frozenset[str]:
    return _TELLING_WORDS | _PARTICLES | title_words() | _abbreviations(balinese=True).keys()


def _until_stable(text: str) -> str:
    """Clean until nothing changes: taking a title off can bring the next one to the front."""
    while (cleaned := _cleaned(text)) != text:
        text = cleaned
    return text


def _cleaned(text: str) -> str:
    parts = [part.strip() for part in _main_part(text).split(",")]
    kept = [part for part in parts if part and not are_titles(part)] or [part for part in parts if part][:1]
    if not kept:
        return ""
    words, _ = take_titles(kept[0].split())
    rest = [word for part in kept[1:] for word in (",", *part.split())]
    return _in_title_case(words + rest)


def _main_part(text: str) -> str:
    """The first name in the cell: without symbols, parentheses, aliases and the father's name."""
    if not text.isascii():
        text = "".join(char for char in text if not _is_symbol(char))
    outside = _PARENTHESIS.sub(" ", text).strip() or text.replace("(", " ").replace(")", " ")
    outside = _ALIAS.split(outside)[0] or outside.replace("/", " ")
    outside = _FATHER.sub(_without_father, outside)
    return " ".join(outside.strip(" -.,;:_*\"'/&+#|~=<>\\[]{}").split())


def _apart(found: re.Match[str]) -> str:
    """The initials behind a family name with dots, unless they are a degree."""
    family, initials = found.groups()
    return found[0] if are_titles(initials) else f"{family}, {'.'.join(initials)}."


def _is_symbol(char: str) -> bool:
    """Pictures and stray marks; the vowels of Thai, Hebrew or Hindi are marks, too, and belong to the name."""
    if unicodedata.category(char) != "Mn":
        return unicodedata.category(char) in _SYMBOLS
    is_variant_of_picture = "\ufe00" <= char <= "\ufe0f"
    return is_variant_of_picture or unicodedata.combining(char) >= _STRAY_MARKS


def _without_father(found: re.Match[str]) -> str:
    """What stays of "bin Harjo, S.Pd.": the degrees after the comma."""
    _, comma, degrees = (found[1] or "").partition(",")
    return comma + degrees


def _in_title_case(words: list[str]) -> str:
    done: list[str] = []
    is_balinese = len(words) > 1 and fold(words[0]) in {"i", "ni"}
    for index, word in enumerate(words):
        if word == "," and done:
            done[-1] += ","
            continue
        bare = fold(word).rstrip(".")
        full = _abbreviations(balinese=is_balinese and index > 0).get(bare) if len(words) > 1 else None
        if full:
            done.append(full)
        elif bare in _PARTICLES and index:
            done.append(bare)
        else:
            done.append(_initials(word) if _is_initials(word, index) else capitalize_word(word))
    return " ".join(done)


def _is_initials(word: str, index: int) -> bool:
    letters = word.replace(".", "")
    if len(letters) == 1:
        # The Balinese "I" is a whole word, and so is a letter of a script without capitals: 김 is a family name.
        has_capital = letters.upper() != letters.lower()
        return has_capital and not (index == 0 and letters in "Ii")
    return "." in word.rstrip(".") and all(len(piece) == 1 for piece in word.rstrip(".").split("."))


def _initials(word: str) -> str:
    return "".join(f"{letter.upper() if len(letter.upper()) == 1 else letter}." for letter in word if letter != ".")


def _words_in(piece: str) -> list[str]:
    """ "R.A." is one word of nobility, "Karo-Karo" two words."""
    words = words_of(piece)
    return ["".join(words)] if words and piece.count(".") > 1 else words


@cache
def _abbreviations(*, balinese: bool) -> dict[str, str]:
    return {
        row["short"]: row["full"]
        for row in reference.rows("name_abbreviations")
        if balinese or row["only"] != "balinese"
    }


@cache
def _variants() -> dict[str, str]:
    return {
        variant: row["name"]
        for row in reference.rows("name_variants")
        for variant in row["variants"].split("|")
        if variant
    }


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    return {row["nickname"]: tuple(row["names"].split("|")) for row in reference.rows("nicknames")}
