"""Headers that name a consent in order to deny it: "No newsletter", "Consent withdrawn"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from steward.exchange.headers.file import header_file
from steward.exchange.headers.spelling import normalize_header

if TYPE_CHECKING:
    from steward.exchange.headers.meaning import HeaderMeaning

_CONSENT, _REFUSAL = "consent", "refusal"


def heeded(meaning: HeaderMeaning | None, header: str) -> HeaderMeaning | None:
    """What a header means where a no in it is heeded: "No newsletter" refuses it.

    Under "Consent withdrawn" a no would be no consent either: such a column is nothing until a steward says what it is.
    """
    if meaning is None or not any(target.startswith(_CONSENT) for target in meaning.targets) or not says_no(header):
        return meaning
    if _says(header, "withdrawals"):
        return replace(meaning, targets=("",))
    return replace(meaning, targets=tuple(target.replace(_CONSENT, _REFUSAL) for target in meaning.targets))


def says_no(header: str) -> bool:
    """Whether a header denies or ends something, and does not only list the answers: "Newsletter (ja/nein)"."""
    return not _says(header, "assents") and (_says(header, "denials") or _says(header, "withdrawals"))


def _says(header: str, kind: Literal["denials", "withdrawals", "assents"]) -> bool:
    # At the end "no" is short for number.
    words = normalize_header(header).removesuffix(" no").split()
    return not set(words).isdisjoint(header_file()["parts"][kind])
