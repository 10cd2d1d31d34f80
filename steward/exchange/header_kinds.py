"""Headers that say what a column is about without being an attribute; the words are in reference/headers.json.

``origins`` tell of the row and not of the customer, ``scopes`` are what customers are numbered in, such as a branch,
``leaders`` who leads a firm or owns what the list is about, ``areas`` are of the customers or of the
sellers, ``dial_codes`` the country codes of the phones beside them.
"""

from __future__ import annotations

import json
from functools import cache

from steward.exchange.header_words import normalize_header
from steward.resources import read_text


def is_origin_header(header: str) -> bool:
    """Whether a header stands over where a row comes from or what it was found to belong to."""
    return normalize_header(header) in _headers("origins")


def is_scope_header(header: str) -> bool:
    """Whether a header stands over what customers are numbered in, such as a branch."""
    return normalize_header(header) in _headers("scopes")


def is_leader_header(header: str) -> bool:
    """Whether a header stands over who leads a firm, or owns what the list is about."""
    return normalize_header(header) in _headers("leaders")


def is_area_header(header: str) -> bool:
    """Whether a header stands over an area, of the customers or of those who sell to them."""
    return normalize_header(header) in _headers("areas")


def is_dial_code_header(header: str) -> bool:
    """Whether a header stands over the country code of a phone beside it."""
    return normalize_header(header) in _headers("dial_codes")


@cache
def _headers(kind: str) -> frozenset[str]:
    return frozenset(map(normalize_header, json.loads(read_text("reference/headers.json"))[kind]))
