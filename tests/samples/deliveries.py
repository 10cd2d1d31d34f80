"""Which department knows which customer, and what it holds of them before its own layout is applied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.samples import vocabulary as words
from tests.samples.customers import Address, Case, Customer

if TYPE_CHECKING:
    from random import Random

DELIVERED_ON = date(2026, 6, 30)
UNKNOWN_BIRTH_DATE = date(1900, 1, 1)


class Department(StrEnum):
    """The file stems of the lists."""

    SALES = "sales"
    MARKETING = "marketing"
    SERVICE = "service"
    CALL_CENTRE = "callcentre"
    WEB_SHOP = "webshop"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of one department. Empty text and ``None`` are what the department does not know."""

    customer: Customer
    department: Department
    name: str
    phone: str
    second_phone: str
    email: str
    nik: str
    npwp: str
    birth_date: date | None
    address: Address | None
    products: tuple[str, ...]
    revenue: int
    last_activity: date
    wants_contact: bool
    channel: str
    phone_is_number: bool = False
    nik_is_number: bool = False


#: How often each department meets a person or a company.
PERSON_WEIGHTS = {
    Department.SALES: 3.0,
    Department.MARKETING: 2.6,
    Department.SERVICE: 2.5,
    Department.CALL_CENTRE: 2.4,
    Department.WEB_SHOP: 2.8,
    Department.PARTNER: 1.7,
}
COMPANY_WEIGHTS = {
    Department.SALES: 4.0,
    Department.SERVICE: 3.0,
    Department.CALL_CENTRE: 2.5,
    Department.MARKETING: 1.2,
}
#: A trap shows only where certain departments hold the customer.
NEEDED = {
    Case.DAMAGED_NIK: (Department.PARTNER, Department.SALES),
    Case.LOST_ZERO: (Department.SALES, Department.CALL_CENTRE),
    Case.TWINS: (Department.PARTNER, Department.SERVICE),
    Case.FATHER_SON: (Department.PARTNER, Department.SERVICE),
}
#: How many departments hold a customer: an ordinary one, and one whose case needs something to compare.
PLAIN_COUNTS = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4)
CASE_COUNTS = (2, 2, 2, 2, 3, 3, 4)
TWICE_IN_ONE_LIST = 0.03

PLACEHOLDER_PHONES = ("081234567890", "0800000000", "08123456789", "-")
PLACEHOLDER_EMAILS = ("test@test.com", "noemail@gmail.com", "tidakada@gmail.com", "-", "a@a.com")


def deliver(customers: list[Customer], rng: Random) -> dict[Department, list[Row]]:
    """The rows of every department, shuffled as they came in."""
    rows: dict[Department, list[Row]] = {department: [] for department in Department}
    for customer in customers:
        for occurrence, department in enumerate(departments_of(customer, rng)):
            rows[department].append(known_to(department, customer, occurrence, rng))
    for department_rows in rows.values():
        rng.shuffle(department_rows)
    return rows


def departments_of(customer: Customer, rng: Random) -> list[Department]:
    """The departments that hold a customer, in the order in which their variations are applied."""
    weights = dict(COMPANY_WEIGHTS if customer.is_company else PERSON_WEIGHTS)
    is_plain = customer.case in (Case.PLAIN, Case.COMPANY)
    count = min(rng.choice(PLAIN_COUNTS if is_plain else CASE_COUNTS), len(weights))
    chosen = list(NEEDED.get(customer.case, ()))
    while len(chosen) < count:
        left = [department for department in weights if department not in chosen]
        chosen += rng.choices(left, [weights[department] for department in left])
    rng.shuffle(chosen)
    if rng.random() < TWICE_IN_ONE_LIST:
        chosen.append(rng.choice(chosen))
    return chosen


def known_to(department: Department, customer: Customer, occurrence: int, rng: Random) -> Row:
    """What one department holds of a customer, with the variation that the customer's case brings."""
    knows_identity = department in (Department.PARTNER, Department.SALES, Department.SERVICE)
    products = rng.sample(sorted(words.PRODUCTS), rng.choice((1, 1, 1, 2, 2, 3)))
    row = Row(
        customer=customer,
        department=department,
        name=customer.name,
        phone=customer.phone if rng.random() < 0.93 else "",
        second_phone="",
        email=customer.email if rng.random() < 0.72 else "",
        nik=customer.nik if knows_identity and rng.random() < 0.75 else "",
        npwp=customer.npwp if knows_identity and rng.random() < 0.8 else "",
        birth_date=customer.birth_date if rng.random() < 0.75 else None,
        address=customer.address if rng.random() < 0.88 else None,
        products=tuple(products),
        revenue=rng.randint(2, 160) * 25_000 * (8 if customer.is_company else 1),
        last_activity=DELIVERED_ON - timedelta(days=int(rng.triangular(0, 900, 40))),
        wants_contact=rng.random() < 0.7,
        channel=rng.choice(("WhatsApp", "WhatsApp", "Telepon", "Email", "SMS")),
    )
    if occurrence % 2 == 1:
        row = varied(row, occurrence, rng)
    elif customer.other_names and occurrence:
        row = replace(row, name=customer.other_names[occurrence % len(customer.other_names)])
    row = with_damage(row, rng)
    return with_typing_errors(row, rng) if occurrence else row


def varied(row: Row, occurrence: int, rng: Random) -> Row:
    """The row as the departments have it that know the customer otherwise."""
    customer = row.customer
    if customer.other_names:
        row = replace(row, name=customer.other_names[occurrence % len(customer.other_names)])
    if customer.other_phone:
        # Some clerks write the shared number beside the customer's own.
        keeps_own = rng.random() < 0.4
        row = replace(row, phone=customer.other_phone, second_phone=customer.phone if keeps_own else "")
    if customer.other_address:
        row = replace(row, address=customer.other_address)
    if customer.case is Case.PLACEHOLDER:
        row = replace(
            row,
            phone=rng.choice(PLACEHOLDER_PHONES),
            email=customer.email if rng.random() < 0.5 else rng.choice(PLACEHOLDER_EMAILS),
            birth_date=UNKNOWN_BIRTH_DATE if rng.random() < 0.5 else customer.birth_date,
        )
    return row


def with_damage(row: Row, rng: Random) -> Row:
    """Numbers that a spreadsheet took for quantities."""
    customer = row.customer
    if customer.case is Case.DAMAGED_NIK and row.department is Department.PARTNER:
        row = replace(row, nik=customer.nik[:15] + "0", nik_is_number=True)
    elif customer.case is Case.DAMAGED_NIK and row.department is Department.SALES:
        row = replace(row, nik=customer.nik)
    loses_zero = customer.case is Case.LOST_ZERO or rng.random() < 0.06
    if loses_zero and row.department in (Department.SALES, Department.CALL_CENTRE) and row.phone[:1] == "0":
        row = replace(row, phone=customer.phone if customer.case is Case.LOST_ZERO else row.phone, phone_is_number=True)
    return row


def with_typing_errors(row: Row, rng: Random) -> Row:
    """Now and then two letters of the name, or two digits of the phone, change places."""
    if row.customer.case in (Case.PLAIN, Case.COMPANY) and rng.random() < 0.12:
        row = replace(row, name=swapped(row.name, rng))
    if rng.random() < 0.03 and len(row.phone) > 6:
        row = replace(row, phone=row.phone[:4] + swapped(row.phone[4:], rng))
    return row


def swapped(text: str, rng: Random) -> str:
    """The text with two neighbours exchanged, the first letter left alone."""
    position = rng.randrange(1, len(text) - 1)
    return text[:position] + text[position + 1] + text[position] + text[position + 2 :]
