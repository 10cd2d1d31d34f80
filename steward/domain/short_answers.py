"""Letters and short words that mean this in one language and that in another, read by what else stands in their column.

"T" is tidak beside "Y", tak beside "N" and true beside "F"; "M" is mujer beside "H" and a man beside "F".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Answers(NamedTuple):
    """How lists of one habit write two opposite answers, in small letters."""

    first: frozenset[str]
    second: frozenset[str]


def _answers(first: str, second: str) -> Answers:
    return Answers(frozenset(first.split("|")), frozenset(second.split("|")))


#: Yes and no.
YES_NO = (
    _answers("y|ya|iya|yes|s|setuju|b|bersedia|boleh|v|1", "t|tidak|tdk|tak|n|no|g|ga|gak"),  # Indonesian, Malay
    _answers("y|yes|1", "n|no|0"),
    _answers("t|true", "f|false"),
    _answers("t|tak|a|ano|áno|d|da", "n|nie|ne"),  # Polish, Czech, the south Slavic languages
    _answers("j|ja|y", "n|nein|nee|nej|nei"),  # German, Dutch, the Nordic languages
    _answers("k|kyllä|kylla", "e|ei"),
    _answers("o|oui", "n|non"),
    _answers("s|si|sí|sì|sim", "n|no|não|nao"),
    _answers("e|evet", "h|hayır|hayir"),
    _answers("c|có|co", "k|không|khong"),
    _answers("i|igen", "n|nem"),
    _answers("v|√|✓|o|○|y|ya|yes|ja|1", "x|×|✗"),  # marks
)
#: Men and women.
SEXES = (
    _answers("l|lk|laki-laki|laki laki|laki", "p|pr|perempuan|w|wanita"),
    _answers("p|pria", "w|wanita"),
    _answers("m|male|mann|masculin|masculino|maschio|heren|man", "f|female|féminin|feminin|femenino|feminino|femmina"),
    _answers("m|man|male|mann", "v|vrouw|w|weiblich|frau|woman"),
    _answers("h|hombre", "m|mujer"),
    _answers("h|homme", "f|femme"),
    _answers("e|erkek", "k|kadın|kadin"),
    _answers("m|mężczyzna|mezczyzna|man", "k|kobieta|kvinna"),
    _answers("m|muž|muz", "ž|z|žena|zena"),
    _answers("me|mume", "ke|mke"),
    _answers("k|kişi|kisi", "q|qadın|qadin"),
    _answers("nam", "nữ|nu"),
)
#: What a lone letter means that has no partner in its column; any other can't be known.
_LONE_YES_NO = ({"y", "1", "v", "x", "√", "✓"}, {"n", "0"})
_PLAIN_YES_NO = (frozenset({"y", "1"}), frozenset({"n", "0"}))
_LONE_SEXES = ({"l", "lk", "m"}, {"p", "pr", "f", "w", "v"})
_CROSS = "x"
_OTHER_ENDING = re.compile(r"(?<=\w{3})\s?(\([^\W\d_]{1,3}\)|[/.·-][^\W\d_]{1,2})$")
_EVERY_YES = frozenset(word for answers in YES_NO for word in answers.first)


def plain_answer(cell: str) -> str:
    """A cell as answers are looked up: in small letters, without what spreadsheets and typing leave around them."""
    return cell.strip().casefold().strip(" .'!").removesuffix(".0")


def without_other_ending(text: str) -> str:
    """A word without the ending that it has for the other sex: "soltero(a)", "casado/a", "marié(e)"."""
    return _OTHER_ENDING.sub("", text)


def yes_no_codes(words: Collection[str]) -> dict[str, bool | None]:
    """What "t", "o", "tak" ... mean in a column of these words in small letters: yes, no, or None for unknown."""
    found = _read(words, YES_NO, _LONE_YES_NO)
    if found.get(_CROSS) and not _EVERY_YES.isdisjoint(words):
        # Beside another mark or word for yes a cross may be the no.
        found[_CROSS] = None
    return found


def sex_codes(words: Collection[str]) -> dict[str, bool | None]:
    """What "m", "h", "p" ... mean in a column of these words in small letters: a man, a woman, or None for unknown."""
    return _read(words, SEXES, _LONE_SEXES)


def _read(words: Collection[str], habits: Sequence[Answers], lone: tuple[set[str], set[str]]) -> dict[str, bool | None]:
    """Whether each short word is the first answer, by the habits of which both answers stand in the column.

    A habit that knows every answer of the column is meant; where several are left that say opposite things, or
    where none is and a letter alone tells nothing, it is unknown.
    """
    known = {word for answers in habits for side in answers for word in side}.intersection(words)
    said = {word for word in known if len(word) == 1 or word == "tak"}
    evident = [a for a in habits if not a.first.isdisjoint(words) and not a.second.isdisjoint(words)]
    fitting = [a for a in evident if known <= a.first | a.second]
    # What a letter mostly means counts too, unless a habit explains the whole column.
    habit_list = fitting or [*evident, Answers(frozenset(lone[0]), frozenset(lone[1]))]
    found: dict[str, bool | None] = {}
    for word in sorted(said):
        known_by = [answers for answers in habit_list if word in answers.first | answers.second]
        meanings = {word in answers.first for answers in known_by}
        is_stray = habits is YES_NO and not fitting and all(_is_stray(word, habit, words) for habit in known_by)
        found[word] = meanings.pop() if len(meanings) == 1 and not is_stray else None
    return found


def _is_stray(word: str, habit: Answers, words: Collection[str]) -> bool:
    """Whether nothing but this letter speaks for a habit where another has both its answers: the "o" beside y and n."""
    first, second = (side.intersection(words) for side in _PLAIN_YES_NO)
    if not (first and second) or word in first | second:
        return False
    own, other = habit if word in habit.first else (habit.second, habit.first)
    return own.intersection(words) == {word} and other.intersection(words) <= first | second
