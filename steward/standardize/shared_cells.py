"""Cells that name a person and the organization he or she belongs to: "Siti Aminah / PT Maju"."""

from __future__ import annotations

import re

from steward.standardize.organizations import is_organization
from steward.standardize.text import fold

#: A cell without one of these names one or the other.
_MAY_HOLD_BOTH = re.compile(r"[/|;(\n,]|\s[-\u2013]\s|\s(?:qq|up|attn)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:[|;\n]|\b(?:c/o|d/a|qq|u/)(?=\s)|/)\s*|\s+[-\u2013]\s+|,\s+(?=[PC]\W?[TV]\b)", re.IGNORECASE
)
#: Two names are shorter.
_LONGEST = 300
_ENCLOSED = re.compile(r"([^()]+)\(([^()]+)\)\s*")
_CONTACT = re.compile(
    r"(.+?)(?:[\s,/(|-]+(?=(?:u\.?p|attn|c/o)\b)|\s*[,/(|-]\s*(?=(?:bpk|bapak|bp|pak|ibu|bu|sdri?|mr|mrs|ms)\b))(\S+\s.*)",
    re.IGNORECASE,
)
_CONTACT_WORD = re.compile(r"(?:u\.?p|attn|c/o)\b[\s.:]*", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][^\d@:/|()&]{2,60}")
#: In front of a name these say that it is no person's.
_KINDS_OF_PLACES = frozenset(
    "apotek bakery bank bengkel butik catering cafe dinas grosir hotel kantor kedai klinik kop laundry minimarket optik"
    " percetakan resto restoran rs rsud rumah salon sekolah studio sma smk smp tb toko universitas warung".split()
)


def person_and_organization(cell: str) -> dict[str, str]:
    """What a cell of names holds by attribute when it names a person and an organization, else nothing.

    >>> person_and_organization("Siti Aminah / PT Maju")
    {'name': 'Siti Aminah', 'organization': 'PT Maju'}
    >>> person_and_organization("PT Maju up. Ibu Siti")
    {'name': 'PT Maju', 'contact_person': 'Ibu Siti'}

    An organization and its branch, or its former name, is one customer.
    """
    if len(cell) > _LONGEST or not _MAY_HOLD_BOTH.search(cell):
        return {}
    if (enclosed := _ENCLOSED.fullmatch(cell)) is not None:
        sides = [enclosed[1].strip(), enclosed[2].strip()]
    else:
        sides = [side.strip(" .,") for side in _BETWEEN.split(cell)]
    if len(sides) == 2 and _is_person(sides[0]) and _is_place(sides[1]):
        return {"name": sides[0], "organization": sides[1]}
    contact = _CONTACT.fullmatch(cell.strip(" )"))
    if contact is not None and _is_place(contact[1].strip(" .,")):
        return {"name": contact[1].strip(" .,"), "contact_person": _CONTACT_WORD.sub("", contact[2], count=1).strip()}
    return {}


def _is_place(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and (is_organization(text) or fold(words[0]).strip(".") in _KINDS_OF_PLACES)


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and not _is_place(text)
