"""E-mail addresses: cleaned and lower-case; keys that see through Gmail's dots; shared mailboxes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from steward.standardize import reference
from steward.standardize.placeholders import fillers_of, is_placeholder
from steward.standardize.standard_value import (
    EMPTY_VALUE,
    PLACEHOLDER_VALUE,
    UNUSABLE_VALUE,
    StandardValue,
    doubtful,
    invalid,
    valid,
)
from steward.standardize.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

#: One address that needs no cleaning.
CLEAN_EMAIL = re.compile(
    r"[a-z0-9](?:[a-z0-9._+-]*[a-z0-9_+-])?@[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)+"
)
_LABEL = re.compile(r"^(?:mailto|e-?mail|surel)\s*[:=]\s*")
_ANGLE = re.compile(r"<([^<>]*@[^<>]*)>")
_AT_WORD = re.compile(r"\s*[\[({]\s*at\s*[\])}]\s*")
_DOT_WORD = re.compile(r"\s*[\[({]\s*(?:dot|titik)\s*[\])}]\s*")
_ADDRESS = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_SEPARATOR = re.compile(r"\s*(?:[/;|,]|\b(?:atau|dan|or|and)\b)\s*", re.IGNORECASE)
#: Providers at which "name+anything" reaches "name".
_PLUS_DOMAINS = frozenset({"gmail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "outlook.co.id"})
_LOST_AT = ("gmail.com", "yahoo.com", "yahoo.co.id", "hotmail.com", "outlook.com", "ymail.com", "rocketmail.com")


def standardize_email(raw: str) -> StandardValue:
    """An e-mail address in lower case without decoration.

    >>> standardize_email("mailto:Budi.S@Gmail.com,").value
    'budi.s@gmail.com'

    Written-out or doubled at signs are repaired and doubtful. A mistyped provider (gmial.com) is doubtful
    and left as it is: ``suggest_email`` says what was probably meant.
    """
    text = squeeze(raw).lstrip("' ")
    if not text:
        return EMPTY_VALUE
    if is_placeholder(text, "word", "value"):
        return PLACEHOLDER_VALUE
    address, is_repaired = _cleaned(text)
    if not _ADDRESS.fullmatch(address):
        if "@" not in address:
            return UNUSABLE_VALUE
        return doubtful(address) if suggest_email(address) else invalid(address)
    return _judged(address, is_repaired=is_repaired)


def clear_emails(raws: Iterable[str]) -> dict[str, str]:
    """The standard values of those that need no cleaning and leave no doubt."""
    mailboxes, fillers, meant = reference.words("placeholder_mailboxes"), fillers_of("email"), _meant_domains()
    found = {}
    for raw in filter(CLEAN_EMAIL.fullmatch, raws):
        mailbox, _, domain = raw.partition("@")
        if not (mailbox in mailboxes or raw in fillers or domain in meant or domain.startswith(mailbox)):
            found[raw] = raw
    return found


def split_emails(raw: str) -> tuple[str, ...]:
    """The addresses in one cell, as typed: ``"a@x.id / b@y.id"`` -> ``("a@x.id", "b@y.id")``."""
    if CLEAN_EMAIL.fullmatch(raw):
        return (raw,)
    text = squeeze(";".join(raw.splitlines()))
    if text.count("@") < 2 or "@@" in text:
        return (text,) if text else ()
    parts = [part for part in re.split(r"\s+", _SEPARATOR.sub(" ", text)) if part]
    return tuple(parts) if all("@" in part for part in parts) else (text,)


def suggest_email(standard: str) -> str:
    """What a mistyped address probably meant, "" when nothing is suspicious.

    >>> suggest_email("budi@gmial.com")
    'budi@gmail.com'
    """
    mailbox, _, domain = standard.rpartition("@")
    meant = _meant_domains().get(domain, "")
    return f"{mailbox}@{meant}" if meant else ""


def email_key(standard: str) -> str:
    """A matching key: the provider's typo mended, Gmail's dots and any +tag off.

    >>> email_key("b.udi+toko@googlemail.com")
    'budi@gmail.com'
    """
    mailbox, _, domain = (suggest_email(standard) or standard).rpartition("@")
    if domain == "googlemail.com":
        domain = "gmail.com"
    if domain in _PLUS_DOMAINS:
        mailbox = mailbox.partition("+")[0] or mailbox
    if domain == "gmail.com":
        mailbox = mailbox.replace(".", "") or mailbox
    return f"{mailbox}@{domain}" if mailbox else domain


def is_role_address(standard: str) -> bool:
    """Whether the mailbox belongs to a function, not a person: ``info@maju.co.id``, ``sales2@maju.co.id``."""
    mailbox = standard.rpartition("@")[0]
    return mailbox.rstrip("0123456789._-") in reference.words("role_mailboxes")


def _cleaned(text: str) -> tuple[str, bool]:
    """The address in a text, and whether its at sign or its end had to be repaired."""
    lowered = fold(text)
    angled = _ANGLE.search(lowered)
    lowered = angled[1] if angled else _LABEL.sub("", lowered)
    plain = _DOT_WORD.sub(".", _AT_WORD.sub("@", lowered))
    is_repaired = plain != lowered
    address = re.sub(r"\s+", "", plain).strip(".,;:<>'\"()[]/")
    mended = re.sub(r"@{2,}", "@", address)
    mended = re.sub(r"(?<=@)([\w-]+),(?=\w+)", r"\1.", mended)
    if "@" not in mended:
        mended = _with_at_sign(mended)
    return mended, is_repaired or mended != address


def _with_at_sign(address: str) -> str:
    for domain in _LOST_AT:
        mailbox = address.removesuffix(domain)
        if mailbox != address and len(mailbox) > 2 and mailbox[-1] != ".":
            return f"{mailbox}@{domain}"
    return address


def _judged(address: str, *, is_repaired: bool) -> StandardValue:
    """A well-formed address: nobody's, mistyped, or fine."""
    mailbox, _, domain = address.rpartition("@")
    if mailbox in reference.words("placeholder_mailboxes") or is_placeholder(address, "email"):
        return PLACEHOLDER_VALUE
    if domain.partition(".")[0] == mailbox and is_placeholder(mailbox):
        return PLACEHOLDER_VALUE
    return doubtful(address) if is_repaired or domain in _meant_domains() else valid(address)


@cache
def _meant_domains() -> dict[str, str]:
    return {row["typed"]: row["meant"] for row in reference.rows("mail_domains")}
