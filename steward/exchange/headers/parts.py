"""Headers that say what they mean by words that may stand anywhere: a consent and its channel, a day and its event."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from steward.exchange.headers.spelling import holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from steward.exchange.headers.file import HeaderParts


class ToldByParts(NamedTuple):
    """What a header can mean, the likeliest first. ``is_vague``: its cells must prove it, not only allow it."""

    targets: tuple[str, ...]
    is_vague: bool = False


def told_by_parts(phrase: str, parts: HeaderParts) -> ToldByParts | None:
    """What a normalized header means by its parts, None when they tell nothing; its cells have the last word."""
    # "Name on card" is of no day.
    is_so_far = holds(phrase, parts["so_far"])
    is_day = holds(phrase, parts["dates"]) and not holds(phrase, parts["names"]) and not is_so_far
    if found := tuple(_consents(phrase, parts)):
        # "Opt-in Time" is the day of the consent.
        return ToldByParts((*found, *_events(phrase, parts, is_day=is_day)))
    if found := tuple(_refusals(phrase, parts)):
        return ToldByParts(found)
    if not is_day and _names_way(phrase, parts):
        # "Sales Channel" is no sum, unless its cells are.
        return ToldByParts(("channel", *_amounts(phrase, parts)))
    is_first = holds(phrase, parts["events"]["first_seen"])
    if not is_day and not is_first and _counts_activities(phrase, parts):
        # "Jumlah Kunjungan" counts; over large numbers "Total Order" is of money.
        return ToldByParts(("purchases", *_amounts(phrase, parts)))
    if found := tuple(_births(phrase, parts, is_day=is_day)):
        return ToldByParts(found)
    if _is_latest_activity(phrase, parts):
        return ToldByParts(("last_activity",))
    if is_day and _is_other_day(phrase, parts):
        return ToldByParts(("",))
    if holds(phrase, parts["untils"]) and not is_so_far and not is_first and not holds(phrase, parts["amounts"]):
        # "Kontrak s/d" is when it ends, whatever it is.
        return ToldByParts(("",))
    if found := tuple(dict.fromkeys((*_events(phrase, parts, is_day=is_day), *_amounts(phrase, parts)))):
        return ToldByParts(found)
    if is_day:
        # "Tgl Telp" is when somebody was called, "Tgl" of what nobody knows may be any day.
        return ToldByParts(("last_activity",), is_vague=not channels_in(phrase, parts))
    if _is_last_of_anything(phrase, parts):
        return ToldByParts(("last_activity",), is_vague=True)
    return ToldByParts(("name",), is_vague=True) if holds(phrase, parts["names"]) else None


def _names_way(phrase: str, parts: HeaderParts) -> bool:
    """Whether it is the way by which customers come to buy: "Kanał sprzedaży", "Vertriebskanal".

    "Canal Street" is none, nor is "Channel Partner Phone".
    """
    words = phrase.split()
    beside = ((words[0], words[1:]), (words[-1], words[:-1])) if words else ()
    said = [*parts["amounts"], *parts["activities"]]
    return any(
        word.endswith(tuple(parts["ways"])) and (not rest or holds(" ".join(rest), said)) for word, rest in beside
    )


def _is_last_of_anything(phrase: str, parts: HeaderParts) -> bool:
    """Whether days under it are of the last time that something was done, whatever it is: "Panen Akhir"."""
    *before, last = phrase.split() or [""]
    ending = {*parts["terms"], *parts["beginnings"], *parts["other_dates"], *parts["names"]}
    return bool(before) and last in parts["ends"] and ending.isdisjoint(before)


def _is_other_day(phrase: str, parts: HeaderParts) -> bool:
    """Whether a day is none of the customer's past; a birthday that a document says is the customer's."""
    is_birth = holds(phrase, parts["events"]["birth_date"])
    of_customer = parts["documents"] if is_birth else []
    if holds(phrase, parts["latest"]) or channels_in(phrase, parts):
        # "Tgl Kirim" may be planned, "Tgl Kirim Terakhir" and "Tgl Kirim WA" have been.
        of_customer = [*of_customer, *parts["activities"]]
    return holds(phrase, [word for word in parts["other_dates"] if word not in of_customer])


def _counts_activities(phrase: str, parts: HeaderParts) -> bool:
    """Whether it is how often customers did something; the weight or the costs of it are no count."""
    # "入庫回数": whatever it was, it was done so many times.
    is_count = holds(phrase, parts["times"]) or (holds(phrase, parts["counts"]) and holds(phrase, parts["activities"]))
    return is_count and not holds(phrase, parts["measures"]) and not holds(phrase, parts["undone"])


def _is_latest_activity(phrase: str, parts: HeaderParts) -> bool:
    """Whether the end beside what customers do is their last time: "Bln Akhir Bayar"; "Tgl Akhir" is any end."""
    words = phrase.split()
    beside = {word for end in parts["ends"] for pair in pairwise(words) if end in pair for word in pair if word != end}
    if not beside.isdisjoint(parts["terms"]):
        # "Akhir Sewa"
        return False
    if len(words) > 2 and words[-1] in parts["ends"] and words[0] in parts["dates"]:
        # "Tgl Timbang Akhir": at the end it is of all that stands before, but for what ends itself.
        return {*parts["terms"], *parts["beginnings"], *parts["other_dates"]}.isdisjoint(words[1:-1])
    # "Beli Token Akhir"
    beside |= set(words) if words[-1:] and words[-1] in parts["ends"] else set()
    return not beside.isdisjoint(parts["activities"])


def channels_in(phrase: str, parts: HeaderParts) -> list[str]:
    """The consents for the ways to reach somebody that a normalized header names."""
    return [target for target, words in parts["channels"].items() if holds(phrase, words)]


def told_by_channel(phrase: str, parts: HeaderParts, beside: Collection[str]) -> str:
    """The consent that a yes or no under a header gives which names a channel or what for, or nothing but ``beside``.

    "" when it gives none: "Email verified" is no permission.
    """
    channel = next(iter(channels_in(phrase, parts)), "")
    if holds(phrase, parts["consents"]) or holds(phrase, parts["refusals"]):
        return ""
    words = set(phrase.split())
    if not channel:
        asked = words & set(parts["promotions"])
        return "consent" if asked and words - asked <= set(beside) else ""
    others = words - {*parts["channels"][channel], *parts["notices"], *beside}
    if not others or holds(phrase, parts["promotions"]):
        return channel
    # "BSZ via WA": whatever comes that way, unless it is what customers do or whether they can be reached.
    is_told = not words.isdisjoint(parts["by"])
    return channel if is_told and others.isdisjoint(parts["activities"] + parts["beginnings"] + parts["checks"]) else ""


def _consents(phrase: str, parts: HeaderParts) -> Iterator[str]:
    if not holds(phrase, parts["consents"]) or holds(phrase, parts["refusals"]):
        return
    channels = channels_in(phrase, parts)
    yield from channels
    if not channels and holds(phrase, parts["promotions"]):
        yield "consent"


def _refusals(phrase: str, parts: HeaderParts) -> Iterator[str]:
    """What a header refuses that names a channel or a promotion beside the word for it.

    "Promo Ya/Tidak" refuses nothing, it lists the answers.
    """
    if not holds(phrase, parts["refusals"]) or holds(phrase, parts["assents"]):
        return
    yield from (consent.replace("consent", "refusal") for consent in channels_in(phrase, parts))
    if holds(phrase, parts["promotions"]):
        yield "refusal"


def _births(phrase: str, parts: HeaderParts, *, is_day: bool) -> Iterator[str]:
    """What a header asks of a birth that names its place: where it was, or where and when."""
    if not holds(phrase, parts["events"]["birth_date"]) or not holds(phrase, parts["places"]):
        return
    if is_day:
        yield "birth_place_and_date"
    yield from ("birth_place", "birth_date")


def _events(phrase: str, parts: HeaderParts, *, is_day: bool) -> Iterator[str]:
    # "Phonetic first name" is what somebody is called first.
    is_name = holds(phrase, parts["names"]) and not holds(phrase, parts["dates"])
    yield from (target for target, words in parts["events"].items() if not is_name and holds(phrase, words))
    # "Serah Terima" and "Booking Fee" are nothing that customers do again.
    began = next((words for words in parts["beginnings"] if " " in words and holds(phrase, [words])), "")
    is_act = holds(phrase.replace(began, ""), parts["activities"]) if began else holds(phrase, parts["activities"])
    if holds(phrase, parts["latest"]) or (is_day and is_act):
        yield "last_activity"
    if holds(phrase, parts["beginnings"]):
        yield "first_seen"


def _amounts(phrase: str, parts: HeaderParts) -> Iterator[str]:
    first, *others = phrase.split() or [""]
    if first in parts["numbers"] and others[:1] != ["of"]:
        # "No Rek Tabungan" is the number of an account, "No VA Iuran" where to pay to.
        return
    # To who carries goods the charge for it is turnover: "Omzet Ongkir".
    own = parts["freights"] if holds(phrase, parts["turnovers"]) else []
    if holds(phrase, parts["settled"]) and not holds(phrase, parts["undone"]):
        # "Cicilan Masuk" has been paid.
        own = [*own, *parts["instalments"]]
    if holds(phrase, [word for word in parts["other_amounts"] if word not in own]) or _is_owed(phrase, parts):
        yield ""
    elif holds(phrase, [*parts["amounts"], *own]) or (
        # "Biaya Regist" is paid by the customers, "Biaya Iklan" for them.
        first in ("biaya", "ongkos") and others and not holds(phrase, parts["own_costs"])
    ):
        yield "revenue"


def _is_owed(phrase: str, parts: HeaderParts) -> bool:
    """Whether nobody paid it yet: "Belum Bayar"."""
    return holds(phrase, parts["amounts"]) and holds(phrase, parts["undone"])
