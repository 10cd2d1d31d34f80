"""Headers read by the words of another language than Indonesian and English, and the languages of a list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from steward.exchange.headers.address_parts import is_part_of_address
from steward.exchange.headers.cut_words import cut_short, key_cut_short, without
from steward.exchange.headers.languages import HeaderLanguage, header_language, header_languages
from steward.exchange.headers.lexicon import lexicon
from steward.exchange.headers.meaning import HeaderMeaning
from steward.exchange.headers.owner_phrases import is_kind_of_owner, is_name_of_owner, says_how_learnt
from steward.exchange.headers.parts import channels_in, told_by_channel, told_by_parts
from steward.exchange.headers.spelling import holds, normalize_header
from steward.exchange.headers.words_apart import joined, words_apart

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

#: So many headers that are known in a language and not at home are no chance, unless most others are known at home.
_FEWEST_HEADERS, _MANY_HEADERS, _MOST_AT_HOME = 2, 5, 4
#: What begins and ends.
_BOUNDED = frozenset({"account_number", "products", "first_seen", "last_activity", ""})
_WHOLE, _PLAIN, _OF_BOUNDS, _REDUCED, _NUMBERLESS, _OF_OTHERS, _BY_PARTS, _INSIDE, _VAGUE = (
    *(0.98, 0.96, 0.92, 0.9, 0.88, 0.8, 0.75),
    *(0.65, 0.5),
)
_WHOLE_NAME = {"given_name", "family_name"}
_NAMED = frozenset({"organization", "products", "village", "district", "city", "province", "country"})
_PAPERS = frozenset({"npwp", "other_id"})
_HEADS = frozenset({"address", "phone", "email", "products"})
_ANSWERS = ("consent", "refusal")
_DIGITS = re.compile(r"(?<=\D)\d+$")
_SHORTEST, _SHORTEST_HEAD = 2, 3


@lru_cache(maxsize=512)
def languages_of(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that these headers of one list are written in, the likeliest first; none at home."""
    found: dict[str, set[str]] = {}
    telling: dict[str, int] = {}
    at_home = {header for header in headers if _is_at_home(header)}
    for language in header_languages():
        told = {header for header in headers if _is_told(header, language)}
        strange = told - at_home
        # What only means something in lists of a language speaks for it where much of it stands together.
        known = told | {header for header in headers if _is_one_of(header, language, language.meanings)}
        is_likely = len(strange) >= _FEWEST_HEADERS or len(known - at_home) >= _MANY_HEADERS
        if is_likely and _MOST_AT_HOME * len(known - at_home) >= len(at_home - known):
            found[language.code] = known
            telling[language.code] = len(strange)
    languages: list[str] = []
    told = set(at_home)
    while found:
        code = max(found, key=lambda code: (len(found[code] - told), telling[code]))
        known = found.pop(code)
        if len(known - told) < _FEWEST_HEADERS:
            break
        languages.append(code)
        told |= known
    return tuple(languages)


def _is_at_home(header: str) -> bool:
    words = [word for word in normalize_header(header).split() if not word.isdigit()]
    return bool(words) and lexicon().vocabulary.issuperset(words)


def _is_told(header: str, language: HeaderLanguage) -> bool:
    """Whether a header is one that this language has, and means the same anywhere."""
    return _is_one_of(header, language, language.telling)


def _is_one_of(header: str, language: HeaderLanguage, phrases: Container[str]) -> bool:
    words = words_apart(header, language)
    return any(joined(reading, language) in phrases for reading, _ in _readings(words, language))


@lru_cache(maxsize=8192)
def read_abroad(header: str, code: str) -> HeaderMeaning | None:
    """What a header means in a language, None when its words say nothing there or name the source key."""
    language = header_language(code)
    whole = language.rooted(normalize_header(header))
    if whole in language.meanings:
        return HeaderMeaning(language.meanings[whole], whole, _WHOLE)
    words = words_apart(header, language)
    if not words or is_running_abroad(header, code) or key_abroad(header, code) is not None:
        return None
    if is_part_of_address(words, language):
        # Over streets and houses it is the whole address.
        return HeaderMeaning(("", "address"), " ".join(words), _PLAIN)
    if header.lstrip().startswith("#") and set(words) <= set(language.parts["activities"]):
        return HeaderMeaning(("purchases",), " ".join(words), _REDUCED)
    if bounds := _bound(header, words, language):
        return HeaderMeaning(bounds, " ".join(words), _OF_BOUNDS)
    core = without(words, language.joints)
    if is_name_of_owner(core, language):
        return HeaderMeaning(("name",), " ".join(core), _REDUCED)
    if is_kind_of_owner(core, language):
        return HeaderMeaning(("customer_type", "segment"), " ".join(core), _REDUCED)
    for reading, confidence in _readings(words, language):
        if targets := _targets(reading, language):
            return HeaderMeaning(targets, joined(reading, language), confidence)
    if without(words, language.others) != words:
        return HeaderMeaning(("",), " ".join(words), _OF_OTHERS)
    if says_how_learnt(core, language):
        return HeaderMeaning(("channel",), " ".join(core), _BY_PARTS)
    told = told_by_parts(" ".join(core), language.parts)
    if told is not None and told.targets == ("first_seen",) and holds(" ".join(core), language.parts["other_dates"]):
        # "Ruhsat Bitiş": what was begun is at its end, without a word for a day, too.
        return HeaderMeaning(("",), " ".join(core), _BY_PARTS)
    cut = cut_short(header, words, language)
    # "Lug. nac." is of a place, though "nac." alone is of the day.
    is_place = told is not None and told.targets == ("birth_date",) and cut is not None
    if told is not None and not told.is_vague and not is_place:
        return _by_head(core, told.targets[0], language) or HeaderMeaning(told.targets, " ".join(core), _BY_PARTS)
    found = cut or _inside(core, language)
    if told is not None and (found is None or found.targets[0] == ""):
        return HeaderMeaning(told.targets, " ".join(core), _VAGUE, is_vague=True)
    return found


@lru_cache(maxsize=8192)
def key_abroad(header: str, code: str) -> int | None:
    """How likely a header names the source key in a language: 0 is the surest, None means it does not."""
    language = header_language(code)
    words = words_apart(header, language)
    phrase = joined(words, language)
    if phrase in language.keys:
        return language.keys[phrase]
    if phrase in language.meanings:
        return None
    bare = without(words, language.joints)
    if (found := language.keys.get(joined(bare, language))) is not None:
        return found
    if (found := key_cut_short(header, bare, language)) is not None:
        return found
    ownerless = without(bare, language.owners)
    is_number = bool(ownerless) and ownerless != bare and language.numbers.issuperset(ownerless)
    return len(language.keys) if is_number else None


def is_running_abroad(header: str, code: str) -> bool:
    """Whether a header stands over a running number in a language."""
    return normalize_header(header) in header_language(code).running_numbers


def is_order_abroad(header: str, code: str) -> bool:
    """Whether a header is of the number of what a customer did, in a language, however that is cut down."""
    language = header_language(code)
    words = without(words_apart(header, language), language.joints)
    done = without(words, language.numbers)
    activities = language.parts["activities"]
    return 0 < len(done) < len(words) and all(
        any(word == activity or (len(word) >= _SHORTEST_HEAD and activity.startswith(word)) for activity in activities)
        for word in done
    )


def _readings(words: Sequence[str], language: HeaderLanguage) -> Iterator[tuple[tuple[str, ...], float]]:
    """The words of a header, and what is left of them without those that change nothing, the surest first."""
    yield tuple(words), _PLAIN
    numberless = tuple(bare for word in words if (bare := _DIGITS.sub("", word)) and not bare.isdigit())
    if numberless != words and numberless:
        yield numberless, _PLAIN
    reduced = without(numberless, language.joints)
    if len(own := without(reduced, language.owners)) > 1 and not language.numbers.issuperset(own):
        yield own, _REDUCED
    for kind in ("beside", "owners", "numbers"):
        # Of a number nothing is left that says of what.
        if not (left := without(reduced, getattr(language, kind))) or language.numbers.issuperset(left):
            continue
        reduced = left
        yield reduced, _NUMBERLESS if kind == "numbers" else _REDUCED


def _bound(header: str, words: Sequence[str], language: HeaderLanguage) -> tuple[str, ...]:
    """What the last words say that are of a beginning or an end, "Umowa od", "Umowa do"; () when they are of none."""
    # "Omzet tot." is a total.
    ends = {" ".join(words[start:]) for start in range(1, len(words)) if not header.endswith(".")}
    if " ".join(words) in language.meanings or (language.untils | language.sinces).isdisjoint(ends):
        return ()
    # "E-post til" is whom to write to, a contract is begun and ended.
    before = next((told for end in range(len(words) - 1, 0, -1) if (told := _targets(words[:end], language))), ())
    if before and before[0] not in _BOUNDED:
        return ()
    return ("first_seen",) if language.untils.isdisjoint(ends) else ("",)


def _targets(words: Sequence[str], language: HeaderLanguage) -> tuple[str, ...]:
    """What these words mean together, in this order or another, or written in one."""
    phrase = joined(words, language)
    if len(words) > 1 and (named := _named(words, language)):
        return named
    ordered = language.other_order.get(tuple(sorted(words)), phrase)
    if told := (
        language.meanings.get(phrase) or language.meanings.get(ordered) or language.meanings.get("".join(words))
    ):
        return told
    # "Apellidos, nombre" is a whole name.
    parts = {language.meanings.get(word, ("",))[0] for word in words}
    if parts == _WHOLE_NAME:
        return ("name",)
    # "TC-Vergi No" is of whichever paper somebody has.
    sides = ((joined(words[:at], language), joined(words[at:], language)) for at in range(1, len(words)))
    are_papers = any(_PAPERS.issuperset(language.meanings.get(side, ("",))[0] for side in pair) for pair in sides)
    return ("other_id",) if are_papers else ()


def _named(words: Sequence[str], language: HeaderLanguage) -> tuple[str, ...]:
    """What is called so beside a word for names: "نام فروشگاه" is of a shop; () when it is of people."""
    name, *others = reversed(words) if language.is_head_last else words
    if name not in language.parts["names"] or joined(words, language) in language.meanings:
        return ()
    told = language.meanings.get(joined(others[::-1] if language.is_head_last else others, language), ("",))
    return told if told[0] in _NAMED else ()


def _by_head(words: Sequence[str], told: str, language: HeaderLanguage) -> HeaderMeaning | None:
    """What a header is of whose other words only say more of it: "ĐC thu phí" is where fees are collected."""
    if told in _ANSWERS:
        # "能否短信通知" is of the one channel that a word of it names.
        by_channel = (language.meanings.get(word, ("",)) for word in words)
        named = next((targets for targets in by_channel if targets[0].startswith(f"{told}_")), None)
        return HeaderMeaning(named, " ".join(words), _BY_PARTS) if named else None
    if len(words) < _SHORTEST or told.startswith(_ANSWERS):
        return None
    head = words[-1] if language.is_head_last else words[0]
    targets = language.meanings.get(head, ("",))
    return HeaderMeaning(targets, head, _BY_PARTS) if targets[0] in _HEADS else None


def flag_abroad(header: str, code: str) -> str:
    """The consent that a yes or no under the name of a way to reach somebody gives in a language: "Rufen?"."""
    language = header_language(code)
    words = words_apart(header, language)
    beside = language.joints | language.beside | language.owners
    return told_by_channel(" ".join(words), language.parts, beside) or _sent(without(words, beside), language)


def _sent(words: Sequence[str], language: HeaderLanguage) -> str:
    """The consent for the one channel that words name beside what is sent by it, cut down or not: "SMS-påm."."""
    if len(channels := channels_in(" ".join(words), language.parts)) != 1:
        return ""
    parts = language.parts
    known = (*parts["channels"][channels[0]], *parts["notices"], *parts["consents"], *parts["promotions"])
    are_known = all(
        any(notice == word or (len(word) >= _SHORTEST and notice.startswith(word)) for notice in known)
        for word in words
    )
    return channels[0] if are_known else ""


def says_sort_abroad(header: str, code: str) -> bool:
    """Whether a header names a kind of what nobody knows in a language: "Loại tôm", "瓦斯規格"."""
    language = header_language(code)
    words = without(words_apart(header, language), language.joints)
    return len(words) > 1 and not language.sorts.isdisjoint((words[0], words[-1]))


def _inside(words: Sequence[str], language: HeaderLanguage) -> HeaderMeaning | None:
    """The longest known header in a longer one; of several the one where the language says what it is."""
    for length in range(len(words) - 1, 0, -1):
        starts = list(range(len(words) - length + 1))
        if language.is_head_last:
            starts.reverse()
        for start in starts:
            phrase = joined(words[start : start + length], language)
            # Only there, in front or at the end, short words are no chance.
            is_head = start == starts[0] and len(phrase) >= _SHORTEST_HEAD
            if start != starts[0] and phrase in language.owners:
                # "客户档位" is a rank of customers and not who they are.
                continue
            if phrase in language.sorts:
                # "Loại tôm" is no group but a kind of wares.
                return None
            # A sign amid others is part of another word: "성도명" is no province.
            is_told = phrase in language.telling and (start == starts[0] or len(phrase) >= _SHORTEST)
            if phrase in language.meanings and (is_told or is_head):
                return HeaderMeaning(language.meanings[phrase], phrase, _INSIDE)
    return None
