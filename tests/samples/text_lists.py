"""The three lists that come as text files: marketing, call centre and web shop."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tests.samples import handwriting
from tests.samples import vocabulary as words
from tests.samples.deliveries import Row

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

KeyedRows = list[tuple[str, Row]]
#: One line by column title.
Cells = dict[str, str]

NAME_LIMIT = 24

REMARKS = ("", "", "", "minta dihub. sore", "no. lama mati", "salah sambung 1×", "sudah dibalas – selesai")


def write_marketing(rows: KeyedRows, path: Path, rng: Random) -> None:
    """UTF-8 with a byte order mark, English titles, the name in two columns, month first in dates."""
    table = [marketing_cells(key, row, rng) for key, row in rows]
    write_text(path, "utf-8-sig", table, delimiter=",")


def marketing_cells(key: str, row: Row, rng: Random) -> Cells:
    is_company = row.customer.is_company
    first_name, _, last_name = row.name.partition(" ")
    has_instagram = bool(row.email) and rng.random() < 0.3
    return {
        "Contact ID": key,
        "First Name": "" if is_company else first_name,
        "Last Name": "" if is_company else last_name,
        "Company": handwriting.written_name(row, rng) if is_company else "",
        "E-mail": row.email,
        "Mobile": handwriting.international_phone(row.phone),
        "Birthdate": f"{row.birth_date:%m/%d/%Y}" if row.birth_date else "",
        "City": handwriting.short_city(row.address, rng),
        "Instagram": f"@{row.email.split('@')[0].replace('.', '_')}" if has_instagram else "",
        "Interests": ";".join(words.PRODUCTS[code] for code in row.products),
        "Preferred Channel": row.channel,
        "Opt-in Email": "Y" if row.wants_contact else "N",
        "Opt-in WhatsApp": "Y" if row.wants_contact and rng.random() < 0.8 else "N",
        "Last Engaged": f"{row.last_activity:%m/%d/%Y}",
    }


def write_call_centre(rows: KeyedRows, path: Path, rng: Random) -> None:
    """Semicolons, an old code page, a title line, capitals, names cut short, decimal commas."""
    table = [call_centre_cells(key, row, rng) for key, row in rows]
    write_text(path, "cp1252", table, delimiter=";", title="REKAP PELANGGAN CALL CENTRE – JUNI 2026")


def call_centre_cells(key: str, row: Row, rng: Random) -> Cells:
    return {
        "ID_PELANGGAN": key,
        "NAMA": handwriting.written_name(row, rng).upper()[:NAME_LIMIT].strip(),
        "NO_TELP": row.phone.lstrip("0") if row.phone_is_number else row.phone,
        "TELP_LAIN": row.second_phone,
        "ALAMAT": handwriting.shouted_address(row.address),
        "KOTA": handwriting.short_city(row.address, rng).upper(),
        "TGL_LAHIR": f"{row.birth_date:%d-%m-%Y}" if row.birth_date else "",
        "BERSEDIA_DIHUBUNGI": "YA" if row.wants_contact else "TIDAK",
        "KONTAK_TERAKHIR": f"{row.last_activity:%d-%m-%Y}",
        "BIAYA_LAYANAN": decimal_comma(rng.randrange(0, 90_000)),
        "KETERANGAN": rng.choice(REMARKS),
    }


def write_web_shop(rows: KeyedRows, path: Path, rng: Random) -> None:
    """What customers typed themselves: small letters, phones that begin with 62, addresses on two lines."""
    write_text(path, "utf-8", [web_shop_cells(key, row, rng) for key, row in rows], delimiter=",")


def web_shop_cells(key: str, row: Row, rng: Random) -> Cells:
    gender = {"M": "male", "F": "female"}.get(row.customer.gender, "")
    return {
        "member_id": key,
        "display_name": row.name.lower() if rng.random() < 0.4 else row.name,
        "email": row.email,
        "phone": handwriting.bare_international_phone(row.phone),
        "ship_address": handwriting.typed_address(row.address, rng),
        "ship_city": handwriting.city(row.address),
        "zip": row.address.place.postcode if row.address else "",
        "birthdate": row.birth_date.isoformat() if row.birth_date else "",
        "gender": gender if rng.random() < 0.6 else "",
        "total_spent": f"{row.revenue}.00",
        "last_order": row.last_activity.isoformat(),
        "items": "|".join(row.products),
        "newsletter_opt_in": "true" if row.wants_contact else "false",
    }


def decimal_comma(half_rupiahs: int) -> str:
    """1.234,50, as Indonesian programs print money."""
    return f"{half_rupiahs / 2:,.2f}".translate(str.maketrans(",.", ".,"))


def write_text(path: Path, encoding: str, table: list[Cells], *, delimiter: str, title: str = "") -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    if title:
        writer.writerow([title])
    writer.writerow(table[0])
    writer.writerows(cells.values() for cells in table)
    path.write_bytes(text.getvalue().encode(encoding))
