"""Headers that say what they mean by words that may stand anywhere: a consent and its channel, a day and its event."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterator


class HeaderParts(TypedDict):
    """The words by what they tell: ``channels`` and ``events`` by target, ``amounts`` of money."""

    consents: list[str]
    refusals: list[str]
    channels: dict[str, list[str]]
    events: dict[str, list[str]]
    amounts: list[str]


def targets_by_parts(phrase: str, parts: HeaderParts) -> tuple[str, ...]:
    """What a normalized header means by its parts, the likeliest first; its cells have the last word."""
    return tuple(_consents(phrase, parts)) or tuple(_figures(phrase, parts))


def _consents(phrase: str, parts: HeaderParts) -> Iterator[str]:
    if _holds(phrase, parts["consents"]) and not _holds(phrase, parts["refusals"]):
        yield from (target for target, words in parts["channels"].items() if _holds(phrase, words))


def _figures(phrase: str, parts: HeaderParts) -> Iterator[str]:
    yield from (target for target, words in parts["events"].items() if _holds(phrase, words))
    if _holds(phrase, parts["amounts"]):
        yield "revenue"


def _holds(phrase: str, words: list[str]) -> bool:
    return any(f" {word} " in f" {phrase} " for word in words)
