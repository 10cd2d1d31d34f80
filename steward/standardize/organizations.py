"""Names of organizations: legal form first, branch kept, listed-company endings off; keys for matching."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from steward.standardize import reference
from steward.standardize.placeholders import is_placeholder
from steward.standardize.standard_value import EMPTY_VALUE, PLACEHOLDER_VALUE, UNUSABLE_VALUE, StandardValue, valid
from steward.standardize.text import capitalize_word, fold, is_roman_numeral, plain_quotes, squeeze, words_of

_SPELLED_FORM = re.compile(
    r"(?<![^\W_])([pP]\s?\.\s?[tT]|[cC]\s?\.\s?[vV]|[uU]\s?\.\s?[dD]|[nN]\s?\.\s?[vV])(?:\.|(?![^\W_]))"
)
_MAY_HOLD_FORM = re.compile(
    r"\b(?:p\s?\.?\s?t|c\s?\.?\s?v|u\s?\.?\s?d|n\s?\.?\s?v|fa|pd|tbk|firma|koperasi|yayasan|perumda|perseroda|ltd|llc|gmbh|inc|corp)\b",
    re.IGNORECASE,
)
_GLUED_FORM = re.compile(r"^(PT|CV|UD|Pt|Cv|Ud|pt|cv|ud)\.(?=[^\W_])")
_STATE = re.compile(r"[\s,(]*\b(?:persero|tbk)\b[\s.)]*", re.IGNORECASE)
_ENCLOSED_FORM = re.compile(r"\(\s*(pt|cv|ud|fa|pd|nv|firma)\s*\.?\s*\)", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,(]+(?:d/h|dh\.|c/o|u\.?p\.|attn\.?)(?=[\s:]).*$", re.IGNORECASE)
_BRANCH = re.compile(
    r"[\s,(-]*\b(?:cabang|cab\.?|branch|kcp|kcu|kc|depo|gudang|site)[\s.:]+([^()]+?)[\s)]*$"
    r"|\s*\(([^()]+)\)$"
    r"|\s+-\s+([^-]+)$",
    re.IGNORECASE,
)
_PARENTHESIS_BEHIND = re.compile(r"\s*\((?!\s*(?:pt|cv|ud)\b)[^()]*\)?\s*$", re.IGNORECASE)
_NAMED_BRANCH = re.compile(r"[\s,(-]+(?:cabang|cab|branch)\b[\s.:]*([^()]+?)[\s)]*$", re.IGNORECASE)
_LONGEST_ACRONYM = 4
_CUT = " -,;:/&+_\"'*.#|~=<>\\"
#: In front of a name these are certain; elsewhere, or in other writing, they may be initials or name words.
_CERTAIN = frozenset(
    {"pt", "cv", "ud", "koperasi", "yayasan", "perumda", "perseroda", "ltd", "llc", "gmbh", "inc", "corp"}
)
_SMALL_WORDS = frozenset({"dan", "di", "of", "and", "the", "for", "untuk", "du", "le", "la"})


@dataclass(frozen=True, slots=True)
class _Form:
    shown: str
    is_in_front: bool
    is_in_core: bool


def standardize_organization(raw: str) -> StandardValue:
    """An organization with its legal form in front, "Tbk" and "(Persero)" off.

    >>> standardize_organization("MAJU JAYA, P.T. Tbk").value
    'PT Maju Jaya'
    """
    text = plain_quotes(squeeze(raw)).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word", "name"):
        return PLACEHOLDER_VALUE
    if not any(map(str.isalpha, text)):
        return UNUSABLE_VALUE
    while (cleaned := _cleaned(text)) != text:
        text = cleaned
    # A legal form without a name, or a branch number, names nobody.
    name = _split_branch(text)[0]
    is_named = any(map(str.isalpha, text)) and not is_placeholder(text, "word", "name") and not _is_form(name)
    return valid(text) if is_named else PLACEHOLDER_VALUE


def is_organization(text: str) -> bool:
    """Whether a text carries a legal form, as in ``"PT. Maju Jaya"`` or ``"Maju Jaya (CV)"``."""
    if not _MAY_HOLD_FORM.search(text):
        return False
    outside = _split_branch(_PARENTHESIS_BEHIND.sub("", text))[0]
    spelled = _SPELLED_FORM.sub(_joined_form, _GLUED_FORM.sub(r"\1 ", outside))
    words = [fold(word).strip(".,()") for word in spelled.split()]
    if len(words) < 2:
        return False
    ends = {words[0], words[-1]}
    return bool(ends & _CERTAIN) or bool(_ENCLOSED_FORM.search(text)) or words[-1] == "tbk"


def organization_core(standard: str) -> tuple[str, ...]:
    """The words of a standard name without legal form and branch.

    >>> organization_core("PT Satria Nusantara (Cabang Bekasi)")
    ('satria', 'nusantara')
    """
    name, _ = _split_branch(standard)
    words = words_of(name)
    forms = _forms()
    core = tuple(word for word in words if word not in forms or forms[word].is_in_core)
    return core or tuple(words)


def without_state_words(text: str) -> str:
    """A name without "Tbk" and "(Persero)"."""
    return " ".join(_STATE.sub(" ", text).split())


def _cleaned(text: str) -> str:
    text = _BEHIND.sub("", text) or text
    text = _ENCLOSED_FORM.sub(r" , \1", text) if _ENCLOSED_FORM.search(text) else text
    text = _GLUED_FORM.sub(r"\1 ", _SPELLED_FORM.sub(_joined_form, text))
    text = without_state_words(text)
    text, branch = _take_branch(text)
    text = " ".join(text.replace(" ,", ",").split()).strip(_CUT)
    form, body = _take_form(text.split())
    body_text = " ".join(body).replace(" ,", ",").strip(_CUT)
    cased = _words_cased(body_text)
    return f"{form} {cased}{branch}".strip()


def _take_branch(text: str) -> tuple[str, str]:
    """The name without its branch, and the branch as it is shown behind the name."""
    found = _NAMED_BRANCH.search(text)
    if not found:
        name, branch = _split_branch(text)
        # "KCP Sudirman" and "Depo Cikarang" tell what kind of branch it is: they stay as they are.
        if not branch or _is_form(branch) or not (text.endswith(")") or " - " in text):
            return text, ""
        shown = branch.upper() if branch.upper() in reference.words("acronyms") else _words_cased(branch)
        return name, f" - {shown}" if text.rstrip().endswith(branch) else f" ({shown})"
    return text[: found.start()], f" (Cabang {_words_cased(found[1])})"


def _words_cased(text: str) -> str:
    # A long word in capitals is shouting, and so are the short ones beside it; else they are acronyms.
    words = text.strip(_CUT).split()
    is_loud = any(word.isupper() and len(word) > _LONGEST_ACRONYM for word in words) or (
        len(words) > 1 and text.isupper()
    )
    return " ".join(_cased(word, index, is_loud=is_loud) for index, word in enumerate(words))


def _is_form(text: str) -> bool:
    return fold(text).strip(" .,") in _forms()


def _take_form(words: list[str]) -> tuple[str, list[str]]:
    """The legal form of a name, put in front, and the other words.

    A form that stands behind the name by custom (Ltd) stays there.
    """
    forms = _forms()
    if len(words) < 2:
        return "", words
    keys = [fold(word).strip(".,()") for word in words]
    first, last = forms.get(keys[0]), forms.get(keys[-1])
    if first and first.is_in_front:
        return first.shown, words[1:]
    if last and last.is_in_front and (keys[-1] in _CERTAIN or words[-2].endswith(",")):
        return last.shown, words[:-1]
    # "Maju Jaya (PT) - Bandung": the enclosed form was set off by a comma.
    for index, key in enumerate(keys[1:-1], 1):
        if key in _CERTAIN and forms[key].is_in_front and words[index - 1].endswith(","):
            return forms[key].shown, [*words[: index - 1], words[index - 1].rstrip(","), *words[index + 1 :]]
    return "", words


def _cased(word: str, index: int, *, is_loud: bool) -> str:
    bare = word.strip("(),.&-/'\"")
    upper = bare.upper()
    if not bare:
        return word
    form = _forms().get(fold(bare))
    if form and not form.is_in_front and index:
        return word.replace(bare, form.shown).rstrip(".,")
    if upper in reference.words("acronyms") or any(map(str.isdigit, bare)):
        return word.replace(bare, upper) if len(upper) == len(bare) else word
    if is_roman_numeral(bare) and index:
        return word.replace(bare, upper)
    if fold(bare) in _SMALL_WORDS and index:
        return word.replace(bare, bare.lower())
    is_acronym = bare.isupper() and len(bare) <= _LONGEST_ACRONYM and not (is_loud and _can_be_spoken(bare))
    if is_acronym or (not is_loud and any(char.isupper() for char in bare[1:]) and not bare.isupper()):
        return word
    return capitalize_word(word)


def _can_be_spoken(word: str) -> bool:
    return any(char in "aeiouy" for char in fold(word))


def _joined_form(found: re.Match[str]) -> str:
    letters = "".join(filter(str.isalpha, found[1]))
    return f"{letters.upper()} "


def _split_branch(standard: str) -> tuple[str, str]:
    found = _BRANCH.search(standard)
    if not found or not found.start():
        return standard, ""
    branch = next(group for group in found.groups() if group)
    return standard[: found.start()], re.sub(r"^(?:cabang|cab\.?|branch)\s+", "", branch, flags=re.IGNORECASE)


@cache
def _forms() -> dict[str, _Form]:
    return {
        row["key"]: _Form(row["shown"], row["place"] == "front", row["in_core"] == "yes")
        for row in reference.rows("organization_forms")
    }
