"""What the names of firms look like, told from those of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEGAL_FORMS = re.compile(
    r"\b(pt|cv|ud|inc|ltd|llc|gmbh|corp|company|co|restaurant|cafe|grill|bar|hotel|store|toko|koperasi|yayasan|bank"
    r"|limited|corporation|plc|sarl|srl|bhd|universit\w+|institut\w*|laborator\w+)\b"
    # Of these two letters only the last word of a name is a legal form.
    r"|[ ,](ag|kg|bv|nv|sa|as|aş|şti|ab|oy|oyj|spa|sas|kk|llp|lp|sl)$"
)
#: What hardly a person is called: nobody is "the" or "of" anything, or does business.
_HINTS = re.compile(
    r"&|['’]s\b|\b(the|of|and|und|et|pizza|pizzeria|coffee|kitchen|deli|bakery|diner|bistro|trattoria|ristorante"
    r"|restaurante|taverna|brasserie|pub|shop|market|school|church|hospital|clinic|pharmacy|center|centre|museum"
    r"|services?|group|international|consulting|holdings?|systems|technologies|solutions|associates|partners"
    r"|foundation|association|society|agency|club|trading|industries|motors|foods|media|department|college"
    # The same in the languages of most lists.
    r"|fundaci[oó]n|fundaç[aã]o|fondation|fondazione|stiftung|stichting|asociaci[oó]n|associaç[aã]o|associazione"
    r"|verein|corporaci[oó]n|cooperativa|coop[eé]rative|genossenschaft|sociedad|sociedade|soci[eé]t[eé]|societ[aà]"
    r"|instituci[oó]n|escuela|escola|[eé]cole|scuola|schule|colegio|col[eé]gio|coll[eè]ge|lyc[eé]e|liceo|gymnasium"
    r"|jard[ií]n infantil|parroquia|par[oó]quia|iglesia|[eé]glise|kirche"
    r"|cl[ií]nica|clinique|klinik|farmacia|farm[aá]cia|pharmacie|apotheke|praxis|hospitales|h[oô]pital|ospedale"
    r"|comercial|com[eé]rcio|industrias|ind[uú]strias?|servicios|serviços|sekolah|rumah sakit|apotek|masjid"
    r"|gereja|warung|bengkel|usaha)\b"
)
#: So many of the cells under a header that says nothing are names of firms, if they are that.
_MOSTLY = 0.4
#: Of people's names hardly any look like those of firms.
_HARDLY = 0.15


def are_firms(values: Sequence[str]) -> bool:
    """Whether the cells of a column that may hold anything are names of firms."""
    return _share(values, _LEGAL_FORMS) > _MOSTLY


def are_firms_rather_than_people(values: Sequence[str]) -> bool:
    """Whether the cells of a column of names are those of firms."""
    return max(_share(values, _LEGAL_FORMS), _share(values, _HINTS)) > _HARDLY


def _share(values: Sequence[str], pattern: re.Pattern[str]) -> float:
    """Of cells that carry it, legal forms written with dots or without."""
    return sum(1 for value in values if pattern.search(value.lower().replace(".", "").rstrip())) / max(len(values), 1)
