"""Headers that say what a column is about without being an attribute, by the kinds of ``header_file``."""

from __future__ import annotations

from functools import cache

from steward.exchange.header_file import header_file
from steward.exchange.header_spelling import normalize_header


def is_origin_header(header: str) -> bool:
    """Whether a header stands over where a row comes from or what it was found to belong to."""
    return normalize_header(header) in _spelled(header_file()["origins"])


def is_scope_header(header: str) -> bool:
    """Whether a header stands over what customers are numbered in, such as a branch."""
    return normalize_header(header) in _spelled(header_file()["scopes"])


def is_leader_header(header: str) -> bool:
    """Whether a header stands over who leads a firm, or owns what the list is about."""
    return normalize_header(header) in _spelled(header_file()["leaders"])


def is_area_header(header: str) -> bool:
    """Whether a header stands over an area, of the customers or of those who sell to them."""
    return normalize_header(header) in _spelled(header_file()["areas"])


def is_dial_code_header(header: str) -> bool:
    """Whether a header stands over the country code of a phone beside it."""
    return normalize_header(header) in _spelled(header_file()["dial_codes"])


def says_total(words: str) -> bool:
    """Whether the words of a header name what was spent in all, which says more than what one thing cost."""
    return not _spelled(header_file()["totals"]).isdisjoint(words.split())


def full_length(header: str) -> int:
    """How many digits the numbers under a header have, zeros in front; zero when any number will do."""
    phrase = normalize_header(header)
    return next((int(length) for length, headers in _full_lengths().items() if phrase in headers), 0)


@cache
def _full_lengths() -> dict[str, frozenset[str]]:
    told: dict[str, list[str]] = header_file()["full_lengths"]
    return {length: frozenset(map(normalize_header, headers)) for length, headers in told.items()}


def _spelled(headers: list[str]) -> frozenset[str]:
    return _normalized(tuple(headers))


@cache
def _normalized(headers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(normalize_header, headers))
