"""What the words over a column mean, in whatever way they were written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from steward.exchange.glued_words import unglued
from steward.exchange.header_file import header_file
from steward.exchange.header_lexicon import lexicon
from steward.exchange.header_numbers import key_of_number
from steward.exchange.header_parts import told_by_channel, told_by_parts
from steward.exchange.header_spelling import normalize_header, respelled

_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
#: "State/Display Name": a field of another record, named by the way to it.
_PATH = re.compile(r"(?<=\w\w)/(display name|[a-z]* ?name|external id|database id|id)$", re.IGNORECASE)
#: Behind one letter it is part of a name that says nothing: "X1".
_TRAILING_NUMBER = re.compile(r"(?<=[a-z]{2})\d+$")
#: Answers that a header lists; without brackets "S/N" is the number of a device.
_LISTED_ANSWERS = re.compile(
    r"(?<=\w)\s+(ya|yes|ja|oui|sí|si|sì|sim|tak|evet|có|y|j|o)\s*[/|]\s*(tidak|tdk|no|nee|nein|non|não|nao|nie|hayır|không|t|n)\s*\?*$",
    re.IGNORECASE,
)
_TWO_LANGUAGES = re.compile(r"\s+[/|-]\s+|\n")
_SLASH = re.compile(r"\s*[/|]\s*")
#: Chinese, Japanese, Korean and Thai are written without blanks.
_NO_BLANKS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_HEADER = 60
_FEWEST_LETTERS = 3
_SURE = 0.8
_OTHER_ORDER, _GLUED, _BY_PARTS, _MISSPELT, _TAIL, _VAGUE = 0.85, 0.8, 0.75, 0.7, 0.6, 0.5
#: Documents say whose or which name or day a column holds.
_DOCUMENTS = frozenset({"nik", "npwp", "other_id", "id_number", "family_card", "account_number"})
_PLACES = frozenset({"village", "district", "city", "province"})
#: Parts of an address that its header may name behind whose address it is: "Mailing address city".
_PARTS_OF_ADDRESS = _PLACES | {"postcode", "country"}
#: What has an address, a phone and a number of its own.
_BEARERS = frozenset({"name", "organization", "contact_person"})
_OTHER_NAMES = frozenset({"given_name", "family_name", "nickname", "title", "handle", "organization"})
_ANSWERS = ("consent", "refusal", "birth_place")
_CODE_WORDS = frozenset({"code", "kode", "id", "no", "ref", "uid"})


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header says: possible targets in order, the words that told it, and how sure they are (0..1).

    ``is_vague``: the words alone are not enough, the cells must look like it. ``is_misspelt``: only with a letter put
    right they say anything, as values may by chance.
    """

    targets: tuple[str, ...]
    words: str
    confidence: float
    is_vague: bool = False
    is_misspelt: bool = False


@cache
def read_header(header: str) -> HeaderMeaning | None:
    """What a header means by its words alone, None when they say nothing."""
    header = _LISTED_ANSWERS.sub("", header)
    # "Visit address: Postcode" is a field of a group.
    field = _read_phrase(header.rpartition(":")[2]) if ":" in header else None
    if field is not None and field.confidence >= _SURE:
        return field
    meaning = _read_phrase(_PATH.sub("", header))
    if meaning is not None and meaning.confidence >= _BY_PARTS:
        return meaning
    # "Nama / Name" says one thing in two languages.
    parts = [part for part in _TWO_LANGUAGES.split(header) if part.strip()]
    told = [found for part in parts if len(parts) > 1 and (found := _read_phrase(part)) is not None]
    if told:
        return max(told, key=lambda found: found.confidence)
    # "Quận/Tỉnh": one thing or another.
    sides = [found for part in _SLASH.split(header) if part != header and (found := _read_phrase(part)) is not None]
    is_nothing = meaning is None or meaning.targets[0] == ""
    if is_nothing:
        meaning = next((found for found in sides if found.confidence >= _SURE), meaning)
    return _cut_short(header) if meaning is None else meaning


def _cut_short(header: str) -> HeaderMeaning | None:
    """What a header means whose words end early, with a dot: "Nome Compl."; None when it may be of several things."""
    words = [(normalize_header(word), word.endswith(".")) for word in header.split()]
    # A word of a letter or two is the beginning of too many.
    if not any(is_cut for _, is_cut in words) or any(is_cut and len(word) < _FEWEST_LETTERS for word, is_cut in words):
        return None
    fitting = [
        phrase
        for phrase in lexicon().meanings
        if len(parts := phrase.split()) == len(words)
        if all(
            part.startswith(word) if is_cut else part == word for part, (word, is_cut) in zip(parts, words, strict=True)
        )
    ]
    targets = {lexicon().meanings[phrase] for phrase in fitting}
    is_key = normalize_header(header) in lexicon().key_ranks
    return HeaderMeaning(targets.pop(), fitting[0], _MISSPELT) if len(targets) == 1 and not is_key else None


def _read_phrase(header: str) -> HeaderMeaning | None:
    meanings = lexicon().meanings
    whole = normalize_header(header)
    if rates := set(header_file()["rates"]).intersection(whole.split()):
        return HeaderMeaning(("",), min(rates), _SURE)
    plain = normalize_header(_BRACKETS.sub(" ", header)) or whole
    numberless = _without_number(plain)
    ownerless = _without(numberless, lexicon().owners)
    bare, plainly = (_without(phrase, lexicon().qualifiers) for phrase in (ownerless, numberless))
    if (place := _place_in_brackets(header)) and meanings.get(plain, ("",))[0] == "address":
        return HeaderMeaning(meanings[place], place, _OTHER_ORDER)
    for phrase, confidence in ((whole, 0.98), (plain, 0.96), (numberless, 0.94)):
        if phrase in meanings:
            return HeaderMeaning(meanings[phrase], phrase, confidence)
    if _names_person(numberless):
        return HeaderMeaning(("name",), numberless, _OTHER_ORDER)
    for phrase, confidence in ((ownerless, 0.9), (bare, 0.85), (plainly, 0.85)):
        if phrase in meanings:
            return HeaderMeaning(meanings[phrase], phrase, confidence)
    # "Last nm" is short for a name in either language.
    if (english := plain.replace("nama", "name")) in meanings:
        return HeaderMeaning(meanings[english], english, _OTHER_ORDER)
    for phrase in (plain, numberless, ownerless):
        if said := lexicon().other_order.get(tuple(sorted(phrase.split()))):
            return HeaderMeaning(meanings[said], said, _OTHER_ORDER)
    words = frozenset(plain.split())
    if len(words) > 1 and not lexicon().others.isdisjoint(words) and lexicon().owners.isdisjoint(words):
        return HeaderMeaning(("",), plain, _GLUED)
    told_parts = told_by_parts(plain, header_file()["parts"])
    is_answer = told_parts is not None and told_parts.targets[0].startswith(_ANSWERS)
    if len(words) > 1 and numberless.split()[-1] in lexicon().tails and not is_answer:
        # "Service address": what stands before it says which.
        tail = numberless.split()[-1]
        inside = _find_inside(numberless)
        if inside is None or inside.targets == meanings[tail] or inside.targets[0] in _BEARERS:
            return HeaderMeaning(meanings[tail], tail, _TAIL)
    if (filled := _written_out(plain)) != plain and (found := _read_phrase(filled)) is not None:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _GLUED), is_vague=found.is_vague)
    apart = unglued(plain, lexicon().pieces)
    if apart != plain and (found := _read_phrase(apart)) is not None and not found.is_vague:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _GLUED))
    inside = _find_inside(ownerless or plain) or _with_owner(plain) or _inside_address(plain)
    told = _by_parts(plain, inside) or _find_unspaced(plain)
    if told is not None and not told.is_vague:
        return told
    if (right := _corrected(plain)) != plain and (found := _read_phrase(right)) is not None and not found.is_vague:
        return HeaderMeaning(found.targets, found.words, min(found.confidence, _MISSPELT), is_misspelt=told is None)
    if told is None and whole != plain and "amount" in whole.split():
        # "Caruman (RM)": whatever it is called, it is money.
        money = _by_parts(whole, None)
        return money and HeaderMeaning(money.targets, whole, _VAGUE)
    return told


def _place_in_brackets(header: str) -> str:
    """The part of an address that a header wants, "Tempat tinggal (kecamatan)"; "" when it names several or none."""
    inside = normalize_header(" ".join(_BRACKETS.findall(header)))
    return inside if lexicon().meanings.get(inside, ("",))[0] in _PLACES else ""


def _names_person(phrase: str) -> bool:
    """Whether a header goes on behind the name of a person: "Nama Penerima Paket" is of no parcel."""
    words = phrase.split()
    if len(words) < 3 or words[0] not in header_file()["parts"]["names"] or words[1] not in lexicon().people:
        return False
    rest = lexicon().meanings.get(" ".join(words[2:]), ("",))
    return rest[0] not in _OTHER_NAMES


def _written_out(phrase: str) -> str:
    """The phrase with words that nobody knows as the known ones that they are short for."""
    known = lexicon()
    said = (known.vocabulary, known.qualifiers, known.owners)
    short = [word for word in phrase.split() if not any(word in those for those in said)]
    words = (known.short_words.whole(word) if word in short else word for word in phrase.split())
    return respelled(" ".join(words).split())


def _corrected(phrase: str) -> str:
    """The phrase with the words that nobody knows as the known ones that they are a letter away from."""
    known = lexicon()
    words = (word if word in known.vocabulary else known.short_words.corrected(word) for word in phrase.split())
    return respelled(list(words))


def _by_parts(phrase: str, inside: HeaderMeaning | None) -> HeaderMeaning | None:
    """What single words of a header say; ``inside`` is the longest known header in it."""
    told = told_by_parts(phrase, header_file()["parts"])
    if told is None:
        return inside
    others = inside.targets if inside else ()
    first = phrase.split()[0]
    if first in lexicon().heads and not told.targets[0].startswith(_ANSWERS):
        # "Email Tagihan" is an address: a bill is sent to it.
        said = lexicon().meanings[first]
        return HeaderMeaning(tuple(dict.fromkeys((*said, *told.targets))), first, _TAIL)
    if not told.is_vague:
        return HeaderMeaning(tuple(dict.fromkeys((*told.targets, *others))), phrase, _BY_PARTS)
    # "Nama Sesuai Paspor" is a name; "Nama Produk Utama" is what is known of it.
    is_told_better = inside is not None and not _DOCUMENTS.issuperset(others)
    return inside if is_told_better else HeaderMeaning(told.targets, phrase, _VAGUE, is_vague=True)


def says_birth(header: str) -> bool:
    """Whether a header names a birth, of whatever kind its cells are."""
    return not set(header_file()["parts"]["events"]["birth_date"]).isdisjoint(words_of(header))


def words_of(header: str) -> list[str]:
    """The words of a header, whole where they were cut down and apart where they were written as one."""
    return respelled(unglued(_written_out(normalize_header(header)), lexicon().pieces).split()).split()


def flag_of_channel(header: str) -> str:
    """The consent that a header names which would stand over the channel's own values, were they no yes and no."""
    known = lexicon()
    beside = known.owners | known.qualifiers - {"aktif"}
    phrase = normalize_header(_BRACKETS.sub(" ", header)) or normalize_header(header)
    return told_by_channel(phrase, header_file()["parts"], beside)


def key_rank(header: str) -> int | None:
    """How likely a header names the source key: 0 is the surest, None means it does not."""
    phrase = normalize_header(unglued(normalize_header(header), lexicon().pieces))
    ranks = lexicon().key_ranks
    whole = _written_out(phrase)
    said = [lexicon().keys_in_other_order.get(tuple(sorted(text.split())), text) for text in (phrase, whole)]
    if known := [ranks[key] for key in (phrase, *said, key_of_number(phrase)) if key in ranks]:
        return min(known)
    words = phrase.split()
    if len(words) > 1 and words[0] in ("id", "kode", "no") and lexicon().owners.issuperset(words[1:]):
        return len(ranks)
    if len(words) in (2, 3) and ("id" in (words[0], words[-1]) or words[0] == "kode" or words[-1] in ("code", "key")):
        meaning = read_header(header)
        is_account = meaning is not None and meaning.targets[0] == "account_number"
        # "Cust account id" is the number of the customer.
        is_of_customer = is_account and not lexicon().owners.isdisjoint(words)
        return len(ranks) if meaning is None or is_of_customer else None
    return None


def is_number_of_other(header: str) -> bool:
    """Whether a header names the number of whom a customer brings along: "No. RM Hewan"."""
    phrase = normalize_header(header)
    bare = _without(phrase, lexicon().others)
    return bare != phrase and bare in lexicon().key_ranks


def says_number_of_customer(header: str) -> bool:
    """Whether a header names the number of a customer: "ID Plg", "IDPEL"."""
    whose, phrase = lexicon().owners | lexicon().people, normalize_header(header)
    apart = respelled(unglued(phrase, lexicon().pieces - {phrase}).split())
    return key_rank(header) is not None and not whose.isdisjoint(apart.split())


def is_running_header(header: str) -> bool:
    """Whether a header usually stands over a running number."""
    return header.strip() == "#" or normalize_header(header) in lexicon().running_numbers


def is_generic_header(header: str) -> bool:
    """Whether a header says no more than that there is a number or a day: what of, is said elsewhere."""
    words = set(normalize_header(header).split())
    return is_running_header(header) or words <= set(header_file()["parts"]["dates"]) or words <= {"nilai", "value"}


def is_code_header(header: str) -> bool:
    """Whether a header is of a code or a number that something is known by, whatever else it says."""
    is_of_code = not _CODE_WORDS.isdisjoint(normalize_header(header).split())
    return is_of_code or is_running_header(header) or key_rank(header) is not None


def is_known_header(text: str) -> bool:
    """Whether a cell reads like a header of a customer list."""
    if not text.strip() or len(text) > _LONGEST_HEADER:
        return False
    if is_running_header(text) or key_rank(text) is not None:
        return True
    meaning = read_header(text)
    return meaning is not None and not meaning.is_misspelt


def _without_number(phrase: str) -> str:
    words = [_TRAILING_NUMBER.sub("", word) for word in phrase.split()]
    words = [word for word in words if not word.isdigit()] or words
    # "Default Address Address1" says one thing twice.
    return respelled(list(dict.fromkeys(words)))


def _without(phrase: str, words: frozenset[str]) -> str:
    return " ".join(word for word in phrase.split() if word not in words)


def _part_of_address(words: list[str]) -> str:
    """The part of an address that the words behind "address" name, "" when they name none."""
    meanings = lexicon().meanings
    phrases = (" ".join(words[start:]) for start in range(len(words)))
    return next((phrase for phrase in phrases if not _PARTS_OF_ADDRESS.isdisjoint(meanings.get(phrase, ()))), "")


def _with_owner(phrase: str) -> HeaderMeaning | None:
    """A known header of several words, one of them of whose it is: "Customer class code"."""
    inside = _find_inside(phrase)
    return inside if inside is not None and " " in inside.words else None


def _inside_address(phrase: str) -> HeaderMeaning | None:
    """A part of an address by the words behind whose address it is: "Card Address State"."""
    before, address, behind = phrase.rpartition("address ")
    part = _part_of_address(behind.split()) if before and address else ""
    return HeaderMeaning(lexicon().meanings[part], part, _BY_PARTS) if part else None


def _find_unspaced(phrase: str) -> HeaderMeaning | None:
    """The longest known phrase in a header whose language sets no blanks between words."""
    if not _NO_BLANKS.search(phrase):
        return None
    text = phrase.replace(" ", "")
    inside = [known for known in lexicon().meanings if _NO_BLANKS.search(known) and len(known) > 1 and known in text]
    found = max(inside, key=len, default="")
    return HeaderMeaning(lexicon().meanings[found], found, _BY_PARTS) if found else None


def _find_inside(phrase: str) -> HeaderMeaning | None:
    """The longest known phrase among the words of a longer header."""
    known = lexicon()
    words = phrase.split()
    head = words[0] if len(words) > 1 and words[0] in known.heads else ""
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part in known.meanings and part not in known.only_whole:
                if head and start and "" not in known.meanings[part]:
                    # "Alamat badan usaha" is an address: what follows says whose.
                    part = head
                elif known.meanings[part] == ("address",):
                    part = _part_of_address(words[start + length :]) or part
                return HeaderMeaning(known.meanings[part], part, 0.6 + 0.1 * (length > 1))
    return None
