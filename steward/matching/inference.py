"""What the columns of an unknown table mean, from their header words and their content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steward.domain.attributes import AttributeType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = AttributeType

#: So many cells, spread evenly, tell what a column holds.
_SAMPLE = 2000

#: The first pattern found in the plain header words decides. ``None``: the column is not compared.
_HEADERS: tuple[tuple[str, AttributeType | None], ...] = (
    (r"\b(truth|cluster|entity id|label|unique id|true id|source|dataset|split)\b", None),
    (r"\b(remarks?|notes?|keterangan|catatan|comments?|description|bio)\b", None),
    (r"\b(mothers? maiden|maiden)\b", _T.FAMILY_NAME),
    (
        r"\b(nik|no ktp|nomor ktp|ktp|npwp|nin|ssn|soc sec|social security|national id|tax id|passport|paspor)\b",
        _T.NATIONAL_ID,
    ),
    (r"\b(e ?mail|surel)\b", _T.EMAIL),
    (r"\b(phone|telp|telepon|tlp|tel|mobile|hp|handphone|ponsel|whatsapp|wa|cell)\b", _T.PHONE),
    (r"\b(birth ?place|place of birth|pob|tempat lahir|birth (city|town|country)|born in)\b", _T.LOCALITY),
    (r"\b(dob|birth ?date|date of birth|tgl lahir|tanggal lahir|born|birth ?day|birth)\b", _T.DATE),
    (r"\b(given|first|fore|nama depan|middle)( ?names?)?\b(?! (seen|order|activity))", _T.GIVEN_NAME),
    (
        r"\b(surname|last ?names?|family ?names?|nama belakang|marga|lname|(inventor|author|person|name) last)\b",
        _T.FAMILY_NAME,
    ),
    (r"\bfname\b", _T.GIVEN_NAME),
    (
        r"\b(company|organi[sz]ation|perusahaan|instansi|business|firm|assignee|restaurant|venue|employer)\b",
        _T.ORGANIZATION,
    ),
    (r"\b(street|address|addr|alamat|jalan|house)\b", _T.ADDRESS),
    (r"\b(zip|post ?code|postal|kode ?pos|plz)\b", _T.POSTCODE),
    (
        r"\b(city|town|suburb|kota|kab|kabupaten|state|province|provinsi|propinsi|county|country|locality|location|region"
        r"|district|kecamatan|kelurahan|village|place|area|residence)\b",
        _T.LOCALITY,
    ),
    (r"\b(sex|gender|jenis kelamin|jk|l p|kelamin)\b", _T.CATEGORY),
    (r"\b(full ?name|name|nama|title|person|author|inventor)\b", _T.NAME),
    (
        r"\b(type|category|kategori|jenis|class|cuisine|occupation|pekerjaan|profession|job|religion|agama|status)\b",
        _T.CATEGORY,
    ),
    (r"\b(date|tanggal|tgl|year|tahun)\b", _T.DATE),
)

_DATE = re.compile(r"^(\d{4}[-/.]?\d{2}[-/.]?\d{2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4})( .*)?$")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+$")
_PHONE = re.compile(r"^[+(]?\d[\d\s()./+-]{5,18}$")
#: Two decimals, or thousands set apart: no phone is written so.
_AMOUNT = re.compile(r"-?\d+[.,]\d{2}|-?\d{1,3}([.,]\d{3})+([.,]\d{2})?")
_ORGANIZATION_WORDS = re.compile(
    r"\b(pt|cv|ud|inc|ltd|llc|gmbh|corp|company|co|restaurant|cafe|grill|bar|hotel|store|toko|koperasi|yayasan|bank)\b"
)


def infer_type(header: str, cells: Sequence[str]) -> AttributeType | None:
    """The type of a column, ``None`` where comparing it would say nothing (keys, constants, free text)."""
    step = max(1, len(cells) // _SAMPLE)
    values = [value for cell in cells[::step][:_SAMPLE] if (value := cell.strip())]
    return _infer_type(_header_words(header), values)


def _header_words(header: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    return " ".join(re.sub(r"[^A-Za-z0-9]+", " ", spaced).lower().split())


def _infer_type(header: str, values: list[str]) -> AttributeType | None:
    if not values or len(set(values)) < 2:
        return None
    found = _type_of_header(header)
    if found is _T.NAME and _share(values, lambda v: bool(_ORGANIZATION_WORDS.search(v.lower()))) > 0.15:
        return _T.ORGANIZATION
    if found is not _UNKNOWN:
        return _checked(found, values)
    return _type_of_content(header, values)


_UNKNOWN = _T.TEXT


def _type_of_header(header: str) -> AttributeType | None:
    for pattern, type_ in _HEADERS:
        if re.search(pattern, header):
            return type_
    return _UNKNOWN


def _checked(type_: AttributeType | None, values: list[str]) -> AttributeType | None:
    """A header can lie: a date column must hold dates, a category few values."""
    if type_ is _T.DATE and _share(values, lambda v: any(c.isdigit() for c in v)) < 0.5:
        return _T.LOCALITY if _share(values, str.isalpha) > 0.5 else None
    if type_ is _T.CATEGORY and len(set(values)) > max(60, len(values) // 4):
        return _T.TEXT
    return type_


def _type_of_content(header: str, values: list[str]) -> AttributeType | None:
    distinct = len(set(values)) / len(values)
    if _share(values, lambda v: bool(_EMAIL.match(v))) > 0.6:
        return _T.EMAIL
    if _share(values, lambda v: bool(_DATE.match(v))) > 0.8:
        return _T.DATE
    if re.search(r"\b(id|key|no|nr|nomor|kode|code|number|index|row)\b", header) or distinct > 0.98:
        return None if distinct > 0.9 else _T.CODE
    if _share(values, lambda v: bool(_AMOUNT.fullmatch(v))) > 0.8:
        return _T.NUMBER
    if _share(values, lambda v: bool(_PHONE.match(v)) and sum(map(str.isdigit, v)) >= 8) > 0.8:
        return _T.PHONE
    if _share(values, _is_number) > 0.8:
        return _T.NUMBER
    if len(set(values)) <= max(20, len(values) // 50):
        return _T.CATEGORY
    mean_words = sum(len(v.split()) for v in values) / len(values)
    return _T.TEXT if mean_words <= 8 else None


def _is_number(value: str) -> bool:
    return bool(re.fullmatch(r"-?\d+([.,]\d+)*", value))


def _share(values: list[str], test: Callable[[str], bool]) -> float:
    return sum(1 for value in values if test(value)) / len(values)
