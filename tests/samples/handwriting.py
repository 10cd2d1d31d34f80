"""How departments write names, phones, addresses and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from tests.samples.customers import Address
    from tests.samples.deliveries import Row

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def company_name(name: str, rng: Random) -> str:
    """A company's name in one of the ways that its legal form is written."""
    form, rest = name.split(" ", 1)
    return rng.choice((name, name, f"{form}. {rest}", f"{rest}, {form}", f"{form} {rest}".upper()))


def written_name(row: Row, rng: Random) -> str:
    return company_name(row.name, rng) if row.customer.is_company else row.name


def dashed_phone(phone: str) -> str:
    """0812-3456-7890, or (022) 654321 for a line in a house."""
    if not phone.startswith("0"):
        return phone
    if phone.startswith("08"):
        return f"{phone[:4]}-{phone[4:8]}-{phone[8:]}"
    area_length = 3 if phone[:3] in ("021", "022", "024", "031", "061") else 4
    return f"({phone[:area_length]}) {phone[area_length:]}"


def spaced_phone(phone: str) -> str:
    return dashed_phone(phone).replace("-", " ")


def international_phone(phone: str) -> str:
    """+62 812-3456-7890."""
    return f"+62 {dashed_phone('0' + phone[1:])[1:]}" if phone.startswith("08") else dashed_phone(phone)


def bare_international_phone(phone: str) -> str:
    """6281234567890, as web forms store it."""
    return f"62{phone[1:]}" if phone.startswith("0") else phone


def office_address(address: Address | None) -> str:
    if address is None:
        return ""
    place = address.place
    house = f"Jl. {address.street} No. {address.number} RT {address.rt:02d}/RW {address.rw:02d}"
    return f"{house}, {place.village}, {place.district}"


def careful_address(address: Address | None) -> str:
    if address is None:
        return ""
    place = address.place
    return (
        f"Jalan {address.street} Nomor {address.number}, RT.{address.rt:03d} RW.{address.rw:03d}, "
        f"Kel. {place.village}, Kec. {place.district}"
    )


def shouted_address(address: Address | None) -> str:
    if address is None:
        return ""
    return f"JLN {address.street} {address.number} RT {address.rt}/{address.rw} {address.place.village}".upper()


def typed_address(address: Address | None, rng: Random) -> str:
    """As customers type it themselves: often in small letters, sometimes on two lines."""
    if address is None:
        return ""
    street = f"jl {address.street} no {address.number}"
    area = f"{address.place.village}, {address.place.district}"
    text = f"{street}{rng.choice((', ', chr(10)))}{area}"
    return text.lower() if rng.random() < 0.5 else text.title()


def city(address: Address | None) -> str:
    return address.place.city if address else ""


def short_city(address: Address | None, rng: Random) -> str:
    """The city as people say it."""
    if address is None:
        return ""
    place = address.place
    return rng.choice((place.short_city, place.city.split(" ", 1)[1], place.city))


def indonesian_date(day: date | None) -> str:
    """17 Agustus 1985."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
